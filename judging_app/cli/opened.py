"""Opens an event for a command, and refuses to give anything out from a file with a fault."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from judging_app.cli.output import warn
from judging_app.cli.passphrase import ask_for_passphrase
from judging_app.desk.desk import Desk
from judging_app.desk.events import open_event


@contextmanager
def held(path: Path) -> Iterator[Desk]:
    """An open event for a command that shows nothing secret, closed afterwards whatever happens.

    Raises:
        EventFileError: if it can't be opened.
    """
    desk = open_event(path)
    if desk.found_beside:
        warn(desk.found_beside)
    try:
        yield desk
    finally:
        desk.close()


@contextmanager
def opened(path: Path, passphrase_file: Path | None = None) -> Iterator[Desk]:
    """`held`, once whoever typed the command gave the passphrase, if the event has one.

    Raises:
        EventFileError: if it can't be opened.
        SignInError: if the passphrase is wrong, or nobody can be asked for it.
    """
    with held(path) as desk:
        ask_for_passphrase(desk, passphrase_file)
        yield desk


@contextmanager
def verified(path: Path, passphrase_file: Path | None = None) -> Iterator[Desk]:
    """`opened`, once the whole file was checked against its own journal.

    Raises:
        EventFileError: if it can't be opened, or anything isn't as it was recorded.
        SignInError: as for `opened`.
    """
    with opened(path, passphrase_file) as desk:
        desk.require_trust()
        yield desk
