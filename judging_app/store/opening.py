"""Opening an event file: what is checked, in which order, before anything is read or written.

The header is looked at while no connection is open, because closing any handle on the file would
drop SQLite's own locks.
"""

import errno
import os
import shutil
import sqlite3
import stat
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from sqlite_utils import Database

from judging_app import files
from judging_app.errors import DamagedError, EventFileError, UnreadableError
from judging_app.store import (
    ballot_rows,
    decision_rows,
    event_rows,
    journal,
    programme_rows,
    set_up_rows,
    sheet_rows,
    sign_in_rows,
)
from judging_app.store.beside import has_half_change, journal_path, log_path
from judging_app.store.checking import allowed, bounds
from judging_app.store.connection import Connection
from judging_app.store.schema import APPLICATION_ID, VERSION, clear, create, version_of

LARGEST_BYTES = 512 * 1024 * 1024

_LONGEST_PATH_BYTES = 512
"""SQLite's own limit, the journal's name included."""
_LONGEST_SHOWN = 40
_TOO_LONG = (
    "The {} “{}…” is too long for an event. Copy the file under a shorter one, and open the copy."
)
_MAGIC = b"SQLite format 3\0"
_HEADER_BYTES = 100
_ROLLS_BACK = b"\x01\x01"
"""Written and read with a journal that undoes, which a write-ahead log beside it would replace."""
_UTF_8 = 1
_PRAGMAS: Mapping[str, tuple[str | int, str | int]] = {
    # DELETE with EXTRA: no acknowledged ballot lost in a power cut, and an idle event is one file.
    "journal_mode": ("DELETE", "delete"),
    "synchronous": ("EXTRA", 3),
    "foreign_keys": ("ON", 1),
    "trusted_schema": ("OFF", 0),
    "cell_size_check": ("ON", 1),
    "mmap_size": (0, 0),
    "fullfsync": ("ON", 1),
    "checkpoint_fullfsync": ("ON", 1),
    "recursive_triggers": ("ON", 1),
}


def found(path: Path) -> Path:
    """The file that a name leads to, by whichever link; it may be opened, as far as names go.

    Raises:
        EventFileError: if there is none, it is no file, or SQLite has no room for its names.
    """
    try:
        real = path.resolve(strict=True)
        mode = real.stat().st_mode
    except (FileNotFoundError, NotADirectoryError) as error:
        raise EventFileError(f"There is no file {_shown(path)}. Check its name.") from error
    except (OSError, RuntimeError) as error:  # a link in a circle is a RuntimeError before 3.13
        raise EventFileError(_not_found(path, error)) from error
    if stat.S_ISDIR(mode):
        raise EventFileError(
            f"{path} is a folder. Choose an event file; its name ends in .pitchday."
        )
    if not stat.S_ISREG(mode):
        raise EventFileError(f"{path} isn’t a file. Choose an event file from a folder.")
    check_name(real)
    return real


def check_name(path: Path) -> None:
    """Refuse a name that leaves no room for the one of the journal beside the file.

    Raises:
        EventFileError: saying what is too long.
    """
    beside = journal_path(path)
    if len(os.fsencode(beside.name)) > files.longest_name(path.parent):
        raise EventFileError(_TOO_LONG.format("name", path.name[:_LONGEST_SHOWN]))
    if len(os.fsencode(beside)) > _LONGEST_PATH_BYTES:
        raise EventFileError(_TOO_LONG.format("path", str(path)[:_LONGEST_SHOWN]))


def is_read_only(path: Path) -> bool:
    """Whether the file, or what must be written beside it, can't be written.

    The bits are read, not tried out: the superuser may write what is marked read-only.
    """
    is_marked = not path.stat().st_mode & 0o222 or not os.access(path, os.W_OK)
    return is_marked or not files.can_write_in(path.parent)


def check_header(path: Path) -> None:
    """Refuse what isn't a whole event file, by its size and first bytes alone.

    Raises:
        EventFileError: with what the file is instead.
    """
    with path.open("rb") as file:
        header = file.read(_HEADER_BYTES)
    size = path.stat().st_size
    if (
        len(header) < _HEADER_BYTES
        or header[:16] != _MAGIC
        or _number(header, 68) != APPLICATION_ID
    ):
        raise EventFileError(
            f"{path.name} isn’t an event file. Choose a file that this application made; its "
            "name ends in .pitchday."
        )
    if size > LARGEST_BYTES:
        raise EventFileError(f"{path.name} is too large to be an event file. Choose another.")
    if header[18:20] != _ROLLS_BACK or _number(header, 56) != _UTF_8 or log_path(path).exists():
        raise DamagedError(path, "it was left by another program in the middle of a change")
    page_size = _number(header, 16, 2) or 1
    page_size = 65536 if page_size == 1 else page_size
    # After a crash the header may be ahead of the file, until SQLite has undone the half change.
    if size < page_size * _number(header, 28) and not has_half_change(path):
        raise DamagedError(path)


def is_ours(path: Path) -> bool:
    """Whether a file's first bytes are those of an event file, whatever follows them."""
    with suppress(OSError), path.open("rb") as file:
        header = file.read(_HEADER_BYTES)
        return header[:16] == _MAGIC and _number(header, 68) == APPLICATION_ID
    return False


def connected(path: Path, *, read_only: bool = False) -> Database:
    """A connection that is held to its bounds, and whose every setting was read back.

    Raises:
        EventFileError: if a setting did not take.
    """
    mode = "ro" if read_only else "rw"
    connection = sqlite3.connect(
        f"{path.resolve().as_uri()}?mode={mode}",
        uri=True,
        isolation_level=None,
        timeout=0.25,
        factory=Connection,
    )
    db = Database(connection, execute_plugins=False, strict=True)
    try:
        bounds.limit(connection)
        connection.execute("PRAGMA trusted_schema = OFF")
        if not read_only:
            with bounds.few_steps(connection):
                _set_pragmas(db)
    except BaseException:
        db.close()
        raise
    return db


def check_version(db: Database, path: Path) -> None:
    """Refuse a file that a newer version of this application has changed.

    Nothing of the tables is read, not even what they are.

    Raises:
        EventFileError: if it has.
    """
    with bounds.few_steps(db.conn):
        if version_of(db) > VERSION:
            raise EventFileError(
                f"{path.name} was made by a newer version of this application. Install that "
                "version, then open it again."
            )


def check_tables(db: Database, path: Path) -> None:
    """Refuse a file with other tables than its version's, before anything is read from any.

    Raises:
        DamagedError: if so.
    """
    with bounds.few_steps(db.conn):
        if not allowed.has_its_own_tables(db.conn, version_of(db)):
            raise DamagedError(path, "its tables aren’t those that this application makes")


def check_whole(db: Database, path: Path) -> None:
    """Refuse a file whose pages, references or values aren't what they should be.

    Raises:
        DamagedError: naming what is damaged.
    """
    check_tables(db, path)
    # Not quick_check, which doesn't compare indexes with their tables, and costs no less.
    sound = db.execute("PRAGMA integrity_check(1)").fetchall() == [("ok",)]
    linked = not db.execute("PRAGMA foreign_key_check").fetchall()
    if not (sound and linked):
        raise DamagedError(path)
    db.execute("SELECT max(length(body)) FROM journal").fetchall()  # one that is too long raises
    if last := journal.last_entry(db):
        if not last.has_time:
            raise DamagedError(path, "the time of the last entry can’t be read")
        try:
            for read in _READ:
                read(db)
        except UnreadableError as error:
            raise DamagedError(path, f"{error.place} can’t be read") from error


_READ: Sequence[Callable[[Database], object]] = (
    set_up_rows.setup,
    event_rows.event,
    event_rows.frozen_standings,
    event_rows.editions,
    programme_rows.programme,
    programme_rows.slots,
    programme_rows.clock,
    programme_rows.look,
    programme_rows.reveal_plan,
    ballot_rows.ballots,
    ballot_rows.conflicts,
    sheet_rows.keyings,
    decision_rows.tie_breaks,
    decision_rows.exclusions,
    decision_rows.penalties,
    decision_rows.decision,
    decision_rows.awards,
    sign_in_rows.holders,
    sign_in_rows.passphrase_record,
)
"""What reads each value whose text a table alone doesn't vouch for."""


def make_anew(db: Database, path: Path) -> None:
    """Rebuild an older file's tables from its journal, wholly or not at all.

    Raises:
        DamagedError: if the journal can't be carried out again, or the file isn't whole.
    """
    db.execute("PRAGMA foreign_keys = OFF")  # tables are dropped and made in any order
    try:
        with db.atomic():
            clear(db)
            create(db)
            journal.replay(db)
            check_whole(db, path)
    finally:
        db.execute("PRAGMA foreign_keys = ON")


@contextmanager
def looked_at(path: Path) -> Iterator[Database]:
    """A file that nobody writes, as opening it would leave it; nothing of it or beside it changes.

    A change that was left half made is undone in a copy of our own, which then goes.

    Raises:
        EventFileError: if there is no room for that.
    """
    with ExitStack() as ends:
        is_half = has_half_change(path)
        file = ends.enter_context(_own_copy(path)) if is_half else path
        db = connected(file, read_only=not is_half)
        ends.callback(db.close)
        yield db


@contextmanager
def _own_copy(path: Path) -> Iterator[Path]:
    with ExitStack() as ends:
        try:
            folder = ends.enter_context(files.own_temporary_folder())
            copy = Path(shutil.copyfile(path, folder / path.name))
            shutil.copyfile(journal_path(path), journal_path(copy))
        except OSError as error:
            raise EventFileError(
                f"{path.name} was left in the middle of a change, and this computer has no space "
                f"to undo it in a copy ({error.strerror}). Free some space, then try again."
            ) from error
        yield copy


def not_opened(error: Exception, path: Path) -> EventFileError:
    """Why a file that looked like ours can't be opened, in the words for the person.

    Whatever goes wrong means that it isn't to be trusted, so what isn't known to be something else
    is damage.
    """
    name = getattr(error, "sqlite_errorname", "")
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return EventFileError(
            f"{path.name} is in use by another program. Close it there, then open it here."
        )
    if name == "SQLITE_FULL" or getattr(error, "errno", None) in (errno.ENOSPC, errno.EDQUOT):
        return EventFileError(
            f"The disk is full, so {path.name} can’t be opened. Free some space, then try again."
        )
    if name.startswith(_OF_WRITING):  # what a crash left half made can't be undone
        return EventFileError(
            f"{path.name} can’t be saved to just now, so it wasn’t opened. Check the drive, then "
            "open it again."
        )
    if isinstance(error, OSError):
        return EventFileError(
            f"{path.name} can’t be read ({error.strerror}). Check the drive, then open it again."
        )
    if isinstance(error, MemoryError):
        return EventFileError(
            f"There is too little memory to open {path.name}. Close other programs, then try again."
        )
    return DamagedError(path)


_OF_WRITING = (
    *("SQLITE_IOERR_WRITE", "SQLITE_IOERR_FSYNC", "SQLITE_IOERR_DIR_FSYNC"),
    *("SQLITE_IOERR_TRUNCATE", "SQLITE_IOERR_DELETE", "SQLITE_CANTOPEN"),
)
"""What SQLite calls a disk that takes nothing, which says nothing of what the file holds."""


def _set_pragmas(db: Database) -> None:
    for name, (value, expected) in _PRAGMAS.items():
        db.execute(f"PRAGMA {name} = {value}").fetchall()
        found = db.execute(f"PRAGMA {name}").fetchone()
        # A pragma that this build of SQLite doesn't have (mmap_size, say) answers nothing.
        if found is not None and found[0] != expected:
            raise EventFileError(
                "This computer’s SQLite refuses a setting that keeps ballots safe "
                f"({name}={value}). Install the application again."
            )


def _shown(path: Path) -> str:
    """A path, or its end if it would fill the screen."""
    whole = str(path)
    return whole if len(whole) <= _LONGEST_PATH_BYTES else f"…{whole[-_LONGEST_SHOWN:]}"


def _not_found(path: Path, error: Exception) -> str:
    number = getattr(error, "errno", errno.ELOOP) or errno.ELOOP
    if number == errno.ENAMETOOLONG:
        return _TOO_LONG.format("name", path.name[:_LONGEST_SHOWN])
    if number == errno.ELOOP:
        return f"{path} is a link that leads nowhere. Choose the event file itself."
    return (
        f"{path.name} can’t be read ({os.strerror(number)}). Check the drive, then open it again."
    )


def _number(header: bytes, start: int, length: int = 4) -> int:
    return int.from_bytes(header[start : start + length], "big")
