"""Opens an event for a command, and refuses to give anything out from a file with a fault."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from judging_app.desk.desk import Desk
from judging_app.desk.events import open_event


@contextmanager
def opened(path: Path) -> Iterator[Desk]:
    """An open event, closed afterwards whatever happens.

    Raises:
        EventFileError: if it can't be opened.
    """
    desk = open_event(path)
    try:
        yield desk
    finally:
        desk.close()


@contextmanager
def verified(path: Path) -> Iterator[Desk]:
    """`opened`, once the whole file was checked against its own journal.

    Raises:
        EventFileError: if it can't be opened, or anything isn't as it was recorded.
    """
    with opened(path) as desk:
        desk.require_trust()
        yield desk
