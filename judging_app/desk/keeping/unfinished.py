"""A change left half made beside an event file: undone in silence only where this computer left it.

Anybody can put a journal beside a file, and SQLite carries out whatever it says. So what this
computer has open is remembered, in its own folder and without a name; after a crash the journal
is known for ours.
"""

import hashlib
from contextlib import suppress
from pathlib import Path

from judging_app.errors import EventFileError
from judging_app.files import write_synced
from judging_app.paths import own_folder
from judging_app.store import beside, opening


def begun(path: Path) -> None:
    """Remember that this computer has `path` open."""
    with suppress(OSError):
        _mark(path).parent.mkdir(mode=0o700, exist_ok=True)
        _mark(path).touch(mode=0o600)


def ended(path: Path) -> None:
    """Forget it: the file was closed, and nothing of ours is left half made."""
    with suppress(OSError):
        _mark(path).unlink(missing_ok=True)


def kept_aside(path: Path) -> str:
    """Keep a held file, and somebody else's journal beside it, as they are; the answer says where.

    It is empty where this computer had the file open last.

    Raises:
        EventFileError: if they can't be kept, so that nothing is undone either.
    """
    with suppress(OSError):
        if _mark(path).exists():
            return ""
    opening.check_header(path)
    copy = beside.free(path.with_name(f"{path.stem} before undoing{path.suffix}"))
    try:
        write_synced(copy, path.read_bytes())
        write_synced(beside.journal_path(copy), beside.journal_path(path).read_bytes())
    except OSError as error:
        for one in (copy, beside.journal_path(copy)):
            one.unlink(missing_ok=True)
        raise EventFileError(
            f"Beside {path.name} is a change that another computer left unfinished, and both can’t "
            f"be kept as they are ({error.strerror}). Free some space there, then open it again."
        ) from error
    return (
        f"Beside {path.name} was a change that this computer didn’t make and that was left "
        f"unfinished. It was undone. {copy.name} is the file as it was: keep it if in doubt."
    )


def _mark(path: Path) -> Path:
    return own_folder() / "open" / hashlib.sha256(str(path).encode()).hexdigest()[:16]
