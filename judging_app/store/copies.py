"""Safety copies of an event file: taken in an instant, checked before they have a name.

Taking reads the open file into memory, and is all that the interface's thread has to wait for.
Writing needs that memory only, so that a slow stick can't hold a lock that a ballot waits for.
"""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from sqlite_utils import Database

from judging_app.errors import EventFileError, OutputError
from judging_app.files import sync_folder, write_synced
from judging_app.store import opening
from judging_app.store.copies_found import copies_in, free_name, is_whole

KEPT = 12
"""Copies of one event that stay in one place."""

_LONGEST_SHOWN = 40


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy that was found whole: the event at `at`, up to the entry with the digest `head`."""

    path: Path
    at: datetime
    head: str


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The bytes of the event file `path` as they were at `at`.

    `digests` are those of its entries, in their order; the last is also its `head`.
    """

    path: Path
    at: datetime
    content: bytes
    digests: tuple[str, ...]

    @property
    def head(self) -> str:
        """The digest of the last entry."""
        return self.digests[-1] if self.digests else ""


class Taken:
    """An event held in memory; `snapshot` is asked for once, on any one thread."""

    def __init__(self, memory: sqlite3.Connection, path: Path, at: datetime) -> None:
        self._memory, self._path, self._at = memory, path, at

    def snapshot(self) -> Snapshot:
        """What was taken, as bytes; the memory that held it is given back."""
        with closing(self._memory):
            db = Database(self._memory, execute_plugins=False)
            return Snapshot(self._path, self._at, self._memory.serialize(), _digests(db))


def take(db: Database, path: Path, at: datetime) -> Taken:
    """Hold the event of the open file `path` as it is now, by SQLite's own backup.

    Raises:
        EventFileError: if the file can't be read.
    """
    # Another thread may write it out: nobody else has this connection.
    memory = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    try:
        db.conn.backup(memory, progress=partial(_go_on, path))
    except sqlite3.Error as error:
        memory.close()
        raise EventFileError(
            f"{path.name} can’t be read, so no copy was made. Check that its drive is plugged "
            "in, then copy again."
        ) from error
    except EventFileError:
        memory.close()
        raise
    return Taken(memory, path, at)


def copies_folder(path: Path) -> Path:
    """Where copies of `path` go unless another place is chosen: beside it."""
    return path.with_name(f"{path.stem} copies")


def write_copy(snapshot: Snapshot, folder: Path) -> Copy:
    """Put a copy into `folder` and drop the oldest beyond `KEPT`; it has its name once it is whole.

    Raises:
        OutputError: if it can't be written there; then nothing of it is left.
    """
    with _in_words(folder, snapshot.path.stem), _made_if_beside(folder, snapshot.path):
        target = _written(folder, snapshot)
        sync_folder(folder)
    _drop_old(folder, snapshot, target)
    return Copy(target, snapshot.at, snapshot.head)


def current_copy(snapshot: Snapshot, folder: Path) -> Copy | None:
    """A whole copy in `folder` that has everything; `None` if there is none."""
    with suppress(OSError):
        for _, at, path in reversed(copies_in(folder, snapshot.path, snapshot.digests)):
            if is_whole(path, snapshot.head):
                return Copy(path, at, snapshot.head)
    return None


def first_change_after(db: Database, head: str) -> datetime | None:
    """When the first thing was recorded that a copy up to the entry `head` lacks."""
    rows = db.execute(
        "SELECT at FROM journal WHERE seq > coalesce((SELECT seq FROM journal WHERE digest = ?), 0)"
        " ORDER BY seq, device LIMIT 1",
        [head],
    ).fetchall()
    return datetime.fromisoformat(rows[0][0]) if rows else None


def _go_on(path: Path, status: int, _remaining: int, _total: int) -> None:
    """Give up where another program keeps the file: Python would wait for it without end."""
    if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        raise EventFileError(
            f"{path.name} is in use by another program, so no copy was made. Close it there, then "
            "copy it again."
        )


@contextmanager
def _made_if_beside(folder: Path, event: Path) -> Iterator[None]:
    """Make the folder beside the event, and take it away again if no copy came into it."""
    if folder != copies_folder(event):
        yield
        return
    folder.mkdir(exist_ok=True)
    try:
        yield
    finally:
        with suppress(OSError):  # it has copies in it
            folder.rmdir()


def _written(folder: Path, snapshot: Snapshot) -> Path:
    part = folder / f".{snapshot.path.stem}.copying"
    try:
        part.unlink(missing_ok=True)  # of a process that ended in the middle
        write_synced(part, snapshot.content)
        _check(part, snapshot)
        target = free_name(folder, snapshot.path, snapshot.at)
        part.rename(target)
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
    return target


def _check(part: Path, snapshot: Snapshot) -> None:
    """Read back what was written, as a file of its own.

    Raises:
        OutputError: if it isn't what was taken, or what was taken isn't whole.
    """
    if part.read_bytes() != snapshot.content:
        raise OutputError(
            f"The copy in “{part.parent}” is faulty. Use another stick or folder for copies."
        )
    if not is_whole(part, snapshot.head):
        raise OutputError(
            f"{snapshot.path.name} is no longer complete, so this copy was deleted. Close the "
            "event and check it with judging-app verify."
        )


def _drop_old(folder: Path, snapshot: Snapshot, newest: Path) -> None:
    """Delete the oldest copies; one that can't be deleted is no failure of the new one."""
    with suppress(OSError):
        others = [
            path
            for _, _, path in copies_in(folder, snapshot.path, snapshot.digests)
            if path != newest
        ]
        for path in others[: -(KEPT - 1)]:
            _delete(path)


def _delete(path: Path) -> None:
    with suppress(EventFileError, OSError):  # it is open somewhere
        if opening.is_read_only(path):
            return
        lock = opening.locked(path)
        try:
            path.unlink()
        finally:
            opening.unlock(path, lock)


def _digests(db: Database) -> tuple[str, ...]:
    rows = db.execute("SELECT digest FROM journal ORDER BY seq, device").fetchall()
    return tuple(digest for (digest,) in rows)


@contextmanager
def _in_words(folder: Path, stem: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise OutputError(_sentence(folder, stem, error)) from error


def _sentence(folder: Path, stem: str, error: OSError) -> str:
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT | errno.EFBIG:
            return (
                f"There is no space for a copy in “{folder}”. Free some space there, or choose "
                "another place for copies."
            )
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return (
                f"Nothing can be saved in “{folder}”, so no copy was made there. Change its "
                "permissions, or choose another place for copies."
            )
        case errno.ENAMETOOLONG:
            return (
                f"The name “{stem[:_LONGEST_SHOWN]}…” is too long to copy the event. Close it, "
                "give its file a shorter name, and open it again."
            )
        case _ if not folder.is_dir():
            return (
                f"“{folder}” is no longer there, so no copy was made. Plug the stick back in, or "
                "choose another place for copies."
            )
        case _:
            return (
                f"No copy could be made in “{folder}” ({error.strerror or error}). Choose another "
                "place for copies."
            )
