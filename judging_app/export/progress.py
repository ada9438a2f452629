"""Lets long work say how far it is; whoever is told may raise, and so stop it."""

from collections.abc import Callable

Progress = Callable[[int, int], None]
"""Told between two papers how many are done, and of how many."""


def unwatched(_done: int, _of: int) -> None:
    """The progress that nobody looks at."""
