"""The event file: one event in one SQLite file, open in one process at a time."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock
from sqlite_utils import Database

from judging_app.domain.acts import Act
from judging_app.domain.ids import DeviceId
from judging_app.domain.journal import Entry
from judging_app.domain.roles import Actor
from judging_app.errors import EventFileError, NotSavedError
from judging_app.files import put, sync_folder
from judging_app.store import journal, opening
from judging_app.store.copies import take
from judging_app.store.schema import VERSION, create, version_of

SUFFIX = ".pitchday"


class EventFile:
    """An open event file; acts are recorded inside `transaction`, and only there."""

    def __init__(self, path: Path, db: Database, device: DeviceId, lock: FileLock) -> None:
        self.path = path
        self.db = db
        self.device = device
        self._lock = lock

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All that is recorded inside is on the disk when this ends, or none of it.

        Raises:
            NotSavedError: if it didn't reach the disk; the file is as it was before.
        """
        try:
            self.db.execute("BEGIN IMMEDIATE")
            try:
                yield
                self.db.execute("COMMIT")
            except BaseException:
                self._roll_back()
                raise
        except sqlite3.IntegrityError:
            raise  # the desk let something through that the tables refuse: a bug
        except sqlite3.Error as error:
            raise NotSavedError(_not_saved(error, self.path)) from error

    def record(self, act: Act, actor: Actor, at: datetime, reason: str = "") -> Entry:
        """Put one act on the record and into the tables.

        Raises:
            RuntimeError: outside a transaction, which is a bug.
        """
        if not self.db.conn.in_transaction:
            raise RuntimeError("an act is recorded inside a transaction only")
        return journal.record(self.db, self.device, act, actor, at, reason)

    def close(self) -> None:
        """Close the file and let others open it."""
        self.db.close()
        opening.unlock(self.path, self._lock)

    def _roll_back(self) -> None:
        if self.db.conn.in_transaction:
            self.db.execute("ROLLBACK")


def open_event_file(path: Path, device: DeviceId) -> EventFile:
    """Open an event that exists, migrating it if it is of an older version.

    Raises:
        EventFileError: if there is none, it can't be written, isn't one, is damaged, newer, or
            open elsewhere.
    """
    path = path.resolve()  # by whichever link it is named, it is locked as one file
    lock = opening.locked(path)
    try:
        return EventFile(path, _opened(path), device, lock)
    except EventFileError:
        opening.unlock(path, lock)
        raise
    except Exception as error:  # its bytes can be wrong in any way
        opening.unlock(path, lock)
        raise opening.not_opened(error, path) from error
    except BaseException:
        opening.unlock(path, lock)
        raise


@contextmanager
def new_event_file(path: Path, device: DeviceId) -> Iterator[EventFile]:
    """A new file to fill in; it appears under its name, whole, only when the block ends well.

    Raises:
        EventFileError: if the name is taken or the folder can't be written.
    """
    _check_is_free(path)
    part = path.with_name(f".{path.name}.part")
    part.unlink(missing_ok=True)
    try:
        _make_empty(part)
        file = open_event_file(part, device)
        try:
            yield file
        finally:
            file.close()
        _give_name(part, path)
    finally:
        part.unlink(missing_ok=True)
    sync_folder(path.parent)


def _opened(path: Path) -> Database:
    opening.check_header(path)
    db = opening.connected(path)
    try:
        opening.check_version(db, path)
        opening.check_tables(db, path)
        if version_of(db) < VERSION:
            _make_anew(db, path)
        else:
            opening.check_whole(db, path)
    except BaseException:
        db.close()
        raise
    return db


def _make_anew(db: Database, path: Path) -> None:
    """Bring an older file to this version, after a copy of it was made beside it."""
    _copy(db, path, path.with_name(f"{path.stem} before version {VERSION}{SUFFIX}"))
    opening.make_anew(db, path)


def _copy(db: Database, path: Path, target: Path) -> None:
    """Copy the open file; the copy has its name only once it is whole and on the disk."""
    put(target, take(db, path, datetime.now(UTC)).snapshot().content)


def _make_empty(path: Path) -> None:
    try:
        db = Database(sqlite3.connect(path, isolation_level=None), execute_plugins=False)
        try:
            with db.atomic():
                create(db)
        finally:
            db.close()
    except (OSError, sqlite3.Error) as error:
        raise EventFileError(
            f"Nothing can be saved in {path.parent}. Choose a folder of your own."
        ) from error


def _check_is_free(path: Path) -> None:
    if path.exists():
        raise EventFileError(f"{path} already exists. Choose another name.")
    if opening.has_half_change(path):  # SQLite would undo in the new file what the old one began
        raise EventFileError(
            f"{opening.journal_path(path)} is left over from an earlier event with this name. "
            "Choose another name."
        )
    folder = path.parent
    if not folder.is_dir():
        raise EventFileError(f"There is no folder {folder}. Create it first, or choose another.")
    if not os.access(folder, os.W_OK | os.X_OK) or not folder.stat().st_mode & 0o222:
        raise EventFileError(f"Nothing can be saved in {folder}. Choose a folder of your own.")


def _give_name(part: Path, path: Path) -> None:
    """Rename `part`, but never onto a file that has appeared meanwhile."""
    try:
        os.link(part, path)
    except FileExistsError as error:
        raise EventFileError(f"{path} already exists. Choose another name.") from error
    except OSError:  # a drive without hard links, such as a USB stick
        _check_is_free(path)
        part.rename(path)


def _not_saved(error: sqlite3.Error, path: Path) -> str:
    """What happened, in the words for the person at the screen."""
    name = getattr(error, "sqlite_errorname", "")
    if name == "SQLITE_FULL":
        return "The disk is full, so this was NOT saved. Free some space, then try again."
    if name in ("SQLITE_BUSY", "SQLITE_LOCKED"):
        return f"{path.name} is in use by another program, so this was NOT saved. Try again."
    if name == "SQLITE_READONLY_DBMOVED" or not path.exists():
        return (
            f"{path.name} was moved, deleted or unplugged, so this was NOT saved. Put it back "
            "where it was, then try again."
        )
    if name.startswith("SQLITE_READONLY"):
        return (
            f"{path.name} is now read-only, so this was NOT saved. Allow changes to the file, "
            "then try again."
        )
    return (
        f"{path.name} can’t be saved just now ({name or error}), so this was NOT saved. Try again."
    )
