"""Opens an event for a command, and refuses to give anything out from a file with a fault."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from judging_app.desk.desk import Desk
from judging_app.desk.events import open_event
from judging_app.desk.record.checking import check_file
from judging_app.errors import EventFileError
from judging_app.present.organiser.verification import refusal_text


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
    """`opened`, after the whole file was checked against its own journal.

    Raises:
        EventFileError: if it can't be opened, or anything isn't as it was recorded.
    """
    if changed := check_file(path).changed:
        raise EventFileError(refusal_text(path.name, changed))
    with opened(path) as desk:
        yield desk
