"""The copies of an event that are good: whole, and with tables that follow from their journal.

Whether a copy is good is remembered by its path, size and time, for nobody writes to a copy.
"""

import sqlite3
from collections.abc import Collection, Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from threading import Lock

from sqlite_utils import Database

from judging_app.domain.acts import CreateEvent, act_name
from judging_app.domain.ballots import BallotState
from judging_app.domain.journal import FIRST, Entry
from judging_app.errors import EventFileError
from judging_app.store import ballot_rows, opening
from judging_app.store.checking.allowed import has_its_own_tables
from judging_app.store.keeping.copies_found import head_of, named
from judging_app.store.keeping.replica import Replica
from judging_app.store.keeping.salvage import continuing
from judging_app.store.memory import empty, in_memory
from judging_app.store.schema import VERSION, version_of


@dataclass(frozen=True, slots=True)
class GoodCopy:
    """A copy that was read and checked; `digests` are those of its entries in their order.

    `content` is of one that is no file, but was made of what could be read of the event's own.
    """

    path: Path
    at: datetime
    digests: tuple[str, ...]
    ballots_in: int
    content: bytes = b""

    @property
    def head(self) -> str:
        """The digest of the last entry."""
        return self.digests[-1]


def good_copies(folders: Sequence[Path], event: Path) -> Iterator[GoodCopy]:
    """The good copies of the event file `event` in these folders, the oldest first by its name.

    Each goes on where the one before ends, so that what they share is carried out once.
    """
    replica = Replica()
    for at, path in sorted(_named_in(folders, event)):
        if (copy := good_copy(path, at, replica)) is not None:
            yield copy


def copy_ahead(
    folders: Sequence[Path], event: Path, digests: Sequence[str], restores: Collection[str]
) -> GoodCopy | None:
    """The good copy that has most of what the event's file lacks; `None` if it lacks nothing.

    `digests` are those of the file's entries. Where one of `restores` is among those that follow
    what both have, the record says itself that the event went on without the rest.
    """
    there = frozenset(digests)
    ahead = [
        copy
        for at, path in _named_in(folders, event)
        if head_of(path) not in there
        and (copy := good_copy(path, at)) is not None
        and _is_ahead(copy.digests, digests, restores)
    ]
    return max(ahead, key=lambda copy: (len(copy.digests), copy.at), default=None)


def _is_ahead(copy: Sequence[str], own: Sequence[str], restores: Collection[str]) -> bool:
    shared = 0
    for one, other in zip(copy, own, strict=False):
        if one != other:
            break
        shared += 1
    is_said = any(digest in restores for digest in own[shared:])
    return 0 < shared < len(copy) and not is_said


def good_copy(path: Path, at: datetime, replica: Replica | None = None) -> GoodCopy | None:
    """What a file that nobody writes holds; `None` if it isn't good.

    `replica` has followed the copies before it.
    """
    with suppress(OSError):
        stat = path.stat()
        key = (path, stat.st_size, stat.st_mtime_ns)
        with _LOCK:
            if key in _KNOWN:
                return _KNOWN[key]
        found = (
            _read(path, at, replica or Replica()) if stat.st_size <= opening.LARGEST_BYTES else None
        )
        with _LOCK:
            _KNOWN[key] = found
        return found
    return None


def rebuilt(path: Path, entries: Sequence[Entry]) -> GoodCopy | None:
    """The event as the entries that can be read of `path` make it; `None` if the first is lost."""
    with closing(empty()) as db:
        done = continuing(db, entries)
        if not done or done[0].previous != FIRST or done[0].act != act_name(CreateEvent):
            return None
        return _described(db, path, done[-1].time, bytes(db.conn.serialize()))


def current(content: bytes, path: Path) -> bytes:
    """A file's bytes, rebuilt from its journal where it is of an older version.

    Raises:
        EventFileError: if it can't be.
    """
    with closing(in_memory(content)) as db:
        version = version_of(db)
        if version == VERSION or not has_its_own_tables(db.conn, version):
            return content
        opening.make_anew(db, path)
        return bytes(db.conn.serialize())


_KNOWN: dict[tuple[Path, int, int], GoodCopy | None] = {}
_LOCK = Lock()


def _named_in(folders: Sequence[Path], event: Path) -> Iterator[tuple[datetime, Path]]:
    for folder in folders:
        with suppress(OSError):
            yield from named(folder, event)


def _read(path: Path, at: datetime, replica: Replica) -> GoodCopy | None:
    try:
        content = current(path.read_bytes(), path)
    except (EventFileError, sqlite3.Error, ValueError):
        return None
    # It may be good though it doesn't go on where the one before ends.
    if not replica.agrees(content) and not Replica().agrees(content):
        return None
    with closing(in_memory(content)) as db:
        return _described(db, path, at)


def _described(db: Database, path: Path, at: datetime, content: bytes = b"") -> GoodCopy | None:
    digests = db.execute("SELECT digest FROM journal ORDER BY seq, device").fetchall()
    ballots = ballot_rows.ballots(db).values()
    ballots_in = sum(ballot.state is BallotState.SUBMITTED for ballot in ballots)
    if not digests:
        return None
    return GoodCopy(path, at, tuple(digest for (digest,) in digests), ballots_in, content)
