"""Lets long work say how far it is, and be stopped."""

from collections.abc import Callable

from judging_app.errors import OutputError

Progress = Callable[[int, int], None]
"""Told how many papers are done, and of how many."""

IsCancelled = Callable[[], bool]
"""Asked between two papers."""


class CancelledError(OutputError):
    """The person stopped the work; nothing of it is kept."""

    def __init__(self) -> None:
        super().__init__("Stopped. No file was saved.")


def watch(done: int, of: int, progress: Progress | None, is_cancelled: IsCancelled | None) -> None:
    """Say how far the work is, and stop it if that was asked for.

    Raises:
        CancelledError: if it was.
    """
    if is_cancelled is not None and is_cancelled():
        raise CancelledError
    if progress is not None:
        progress(done, of)
