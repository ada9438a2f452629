"""Opens an event for a command, and refuses to give anything out from a file with a fault."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from judging_app.desk.desk import Desk
from judging_app.desk.events import open_event, verify_event
from judging_app.present.organiser.verification import finding_text, verified_text


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check of a whole file found, in sentences; `summary` holds if there is no fault."""

    faults: tuple[str, ...]
    summary: str
    digests: tuple[str, ...]


def checked(path: Path) -> Checked:
    """Check a file against its own journal.

    Raises:
        EventFileError: if it isn't an event file, is newer, or is open elsewhere.
    """
    found = verify_event(path)
    return Checked(
        tuple(finding_text(one.entry, one.what) for one in found.findings),
        verified_text(found.entries, found.head),
        found.digests,
    )


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
