"""Lets long work say how far it is; whoever is called may raise, and so stop it."""

from collections.abc import Callable

Progress = Callable[[int, int], None]
"""Called between two papers with how many are done, and of how many."""


def unwatched(_done: int, _of: int) -> None:
    """The progress that nobody looks at."""
