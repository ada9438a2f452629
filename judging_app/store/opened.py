"""An event's tables, once its file has gone through every check that opening it takes."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from sqlite_utils import Database

from judging_app.errors import DamagedError, EventFileError
from judging_app.files import put
from judging_app.store import opening
from judging_app.store.copies import take
from judging_app.store.held import in_memory, to_look
from judging_app.store.schema import VERSION, version_of

SUFFIX = ".pitchday"


def opened(path: Path) -> Database:
    """A file that this process holds, brought to this version if it is of an older one."""
    opening.check_header(path)
    db = opening.connected(path)
    try:
        opening.check_version(db, path)
        if version_of(db) < VERSION:
            _make_anew(db, path)
        else:
            opening.check_whole(db, path)
    except BaseException:
        db.close()
        raise
    return db


def opened_to_look(path: Path) -> Database:
    """A file as opening it would leave it, in memory, where nobody can change it."""
    opening.check_header(path)
    with opening.looked_at(path) as disk:
        opening.check_version(disk, path)
        db = in_memory(disk.conn.serialize())
    if version_of(db) < VERSION:
        opening.make_anew(db, path)
    else:
        opening.check_whole(db, path)
    return to_look(db)


def _make_anew(db: Database, path: Path) -> None:
    """Bring an older file to this version, after a copy of it was made beside it."""
    _copy(db, path, path.with_name(f"{path.stem} before version {VERSION}{SUFFIX}"))
    opening.make_anew(db, path)


def _copy(db: Database, path: Path, target: Path) -> None:
    """Copy the open file; the copy has its name only once it is whole and on the disk."""
    put(target, take(db, path, datetime.now(UTC)).snapshot().content)


@contextmanager
def in_words(path: Path) -> Iterator[None]:
    """Say of whatever can't be read why it can't."""
    try:
        yield
    except sqlite3.Error as error:
        raise opening.not_opened(error, path) from error
    except UnicodeDecodeError as error:
        raise DamagedError(path) from error
    except OSError as error:
        raise EventFileError(
            f"{path.name} can’t be read ({error.strerror}). Check the drive, then open it again."
        ) from error
