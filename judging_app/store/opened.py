"""An event's tables, once its file has gone through every check that opening it takes."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from sqlite_utils import Database

from judging_app.errors import EventFileError
from judging_app.files import put
from judging_app.store import opening
from judging_app.store.keeping.copies import take
from judging_app.store.memory import in_memory, to_look
from judging_app.store.schema import VERSION, version_of

SUFFIX = ".pitchday"


def opened(path: Path) -> Database:
    """A file that this process holds, brought to this version if it is of an older one.

    Raises:
        EventFileError: if it isn't an event, is newer, or damaged.
    """
    with in_words(path):
        opening.check_header(path)
        db = opening.connected(path)
        try:
            _check(db, path)
            if version_of(db) < VERSION:
                _copy(db, path, path.with_name(f"{path.stem} before version {VERSION}{SUFFIX}"))
                opening.make_anew(db, path)
        except BaseException:
            db.close()
            raise
        return db


def opened_to_look(path: Path) -> Database:
    """A file as opening it would leave it, in memory, where nobody can change it.

    Raises:
        EventFileError: as above.
    """
    with in_words(path):
        opening.check_header(path)
        with opening.looked_at(path) as disk:
            _check(disk, path)
            db = in_memory(disk.conn.serialize())
        if version_of(db) < VERSION:
            opening.make_anew(db, path)
        return to_look(db)


def _check(db: Database, path: Path) -> None:
    opening.check_version(db, path)
    opening.check_tables(db, path)
    if version_of(db) == VERSION:
        opening.check_whole(db, path)


def _copy(db: Database, path: Path, target: Path) -> None:
    """Copy the open file; the copy has its name only once it is whole and on the disk."""
    put(target, take(db, path, datetime.now(UTC)).snapshot().content)


@contextmanager
def in_words(path: Path) -> Iterator[None]:
    """Say of whatever goes wrong inside what it means for the file that is being opened.

    Raises:
        EventFileError: with that.
    """
    try:
        yield
    except EventFileError:
        raise
    except Exception as error:  # its bytes can be wrong in any way
        raise opening.not_opened(error, path) from error
