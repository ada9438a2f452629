"""Safety copies of an event file: taken in an instant, checked before they have a name.

Taking reads the open file into memory, and is all that the interface's thread has to wait for.
Writing needs that memory only, so that a slow stick can't hold a lock that a ballot waits for.
"""

import errno
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from sqlite_utils import Database

from judging_app.domain.acts import RestoreEvent, act_name
from judging_app.errors import EventFileError, OutputError
from judging_app.files import new_file, sync_folder
from judging_app.store import beside, opening
from judging_app.store.keeping.copies_found import (
    COPIES,
    copies_in,
    free_name,
    head_of,
    is_whole,
    named,
)
from judging_app.store.keeping.generations import staying
from judging_app.store.keeping.replica import Replica
from judging_app.store.memory import InUseError, image

RESTED = timedelta(days=1)
"""How long after the event was restored from a copy none is deleted."""

_LONGEST_SHOWN = 40


@dataclass(frozen=True, slots=True)
class Copy:
    """The event at `at`, up to the entry with the digest `head`.

    It is good when it is whole and its tables follow from its journal.
    """

    path: Path
    at: datetime
    head: str
    is_good: bool = True


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The bytes of the event file `path` as they were at `at`.

    `digests` are those of its entries, in their order; the last is also its `head`. `restores` are
    those of its entries that say that it was restored from a copy, with when that was.
    """

    path: Path
    at: datetime
    content: bytes
    digests: tuple[str, ...]
    restores: Mapping[str, datetime] = field(default_factory=dict)

    @property
    def head(self) -> str:
        """The digest of the last entry."""
        return self.digests[-1] if self.digests else ""


class Taken:
    """An event held in memory; `snapshot` is asked for once, on any one thread."""

    def __init__(self, memory: Database, path: Path, at: datetime) -> None:
        self._memory, self._path, self._at = memory, path, at

    def snapshot(self) -> Snapshot:
        """What was taken, as bytes; the memory that held it is given back."""
        with closing(self._memory) as db:
            content = db.conn.serialize()
            return Snapshot(self._path, self._at, content, _digests(db), _restores(db))


def take(db: Database, path: Path, at: datetime) -> Taken:
    """Hold the event of the open file `path` as it is now, by SQLite's own backup.

    Raises:
        EventFileError: if the file can't be read.
    """
    try:
        return Taken(image(db), path, at)
    except InUseError as error:
        raise EventFileError(
            f"{path.name} is in use by another program, so no copy was made. Close it there, then "
            "copy it again."
        ) from error
    except sqlite3.Error as error:
        raise EventFileError(
            f"{path.name} can’t be read, so no copy was made. Check that its drive is plugged "
            "in, then copy again."
        ) from error


def copies_folder(path: Path) -> Path:
    """Where copies of `path` go unless another place is chosen: beside it."""
    return path.with_name(f"{path.stem}{COPIES}")


def write_copy(snapshot: Snapshot, folder: Path, *, is_good: bool) -> Copy:
    """Put a copy into `folder`, which has its name once it is whole, and thin the older ones.

    One of an event that isn't good is named apart. None goes for it, and none on the day after
    the event was restored.

    Raises:
        OutputError: if it can't be written there; then nothing of it is left.
    """
    with _in_words(folder, snapshot.path.stem), _made_if_beside(folder, snapshot.path):
        target = _written(folder, snapshot, is_good=is_good)
        sync_folder(folder)
    if is_good and not _is_resting(snapshot):
        _thin(folder, snapshot, target)
    return Copy(target, snapshot.at, snapshot.head, is_good)


def current_copy(snapshot: Snapshot, folder: Path, replica: Replica) -> Copy | None:
    """A good copy in `folder` that has everything; `None` if there is none.

    `replica` has followed the event up to this snapshot.
    """
    with suppress(OSError):
        for _, at, path in reversed(copies_in(folder, snapshot.path, snapshot.digests)):
            if head_of(path) != snapshot.head:
                break
            if replica.agrees(path.read_bytes()):
                return Copy(path, at, snapshot.head)
    return None


def current_faulty_copy(snapshot: Snapshot, folder: Path) -> Copy | None:
    """A copy of an event that isn't good which has as much of it; `None` if there is none."""
    with suppress(OSError):
        for at, path in named(folder, snapshot.path, is_good=False):
            if head_of(path) == snapshot.head:
                return Copy(path, at, snapshot.head, is_good=False)
    return None


def first_change_after(db: Database, head: str) -> datetime | None:
    """When the first thing was recorded that a copy up to the entry `head` lacks."""
    rows = db.execute(
        "SELECT at FROM journal WHERE seq > coalesce((SELECT seq FROM journal WHERE digest = ?), 0)"
        " ORDER BY seq, device LIMIT 1",
        [head],
    ).fetchall()
    return datetime.fromisoformat(rows[0][0]) if rows else None


@contextmanager
def _made_if_beside(folder: Path, event: Path) -> Iterator[None]:
    """Make the folder beside the event, and take it away again if no copy came into it."""
    if folder != copies_folder(event):
        yield
        return
    folder.mkdir(mode=0o700, exist_ok=True)
    try:
        yield
    finally:
        with suppress(OSError):  # it has copies in it
            folder.rmdir()


def _written(folder: Path, snapshot: Snapshot, *, is_good: bool) -> Path:
    with new_file(folder, snapshot.content) as part:
        _check(part, snapshot, is_good=is_good)
        target = free_name(folder, snapshot.path, snapshot.at, is_good=is_good)
        part.rename(target)
    return target


def _check(part: Path, snapshot: Snapshot, *, is_good: bool) -> None:
    """Read back what was written, as a file of its own.

    Raises:
        OutputError: if it isn't what was taken, or what was taken isn't whole.
    """
    if part.read_bytes() != snapshot.content:
        raise OutputError(
            f"The copy in “{part.parent}” is faulty. Use another stick or folder for copies."
        )
    if is_good and not is_whole(part, snapshot.head):
        raise OutputError(
            f"{snapshot.path.name} is no longer complete, so this copy was deleted. Close the "
            "event and check it with judging-app verify."
        )


def _is_resting(snapshot: Snapshot) -> bool:
    """Whether it is so soon after a restore that what was restored may turn out to be wrong."""
    return any(snapshot.at - at < RESTED for at in snapshot.restores.values())


def _thin(folder: Path, snapshot: Snapshot, newest: Path) -> None:
    """Delete what no generation holds; one that can't be deleted is no failure of the new one."""
    with suppress(OSError):
        there = copies_in(folder, snapshot.path, snapshot.digests)
        stay = staying([at for _, at, _ in there])
        for place, (_, _, path) in enumerate(there):
            if place not in stay and path != newest:
                _delete(path)


def _delete(path: Path) -> None:
    with suppress(EventFileError, OSError):  # it is open somewhere
        if opening.is_read_only(path):
            return
        with beside.held(path):
            path.unlink()


def _digests(db: Database) -> tuple[str, ...]:
    rows = db.execute("SELECT digest FROM journal ORDER BY seq, device").fetchall()
    return tuple(digest for (digest,) in rows)


def _restores(db: Database) -> Mapping[str, datetime]:
    asked = "SELECT digest, at FROM journal WHERE act = ?"
    rows = db.execute(asked, [act_name(RestoreEvent)]).fetchall()
    return {digest: datetime.fromisoformat(at) for digest, at in rows}


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
