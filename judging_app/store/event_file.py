"""The event file: one event in one SQLite file, open in one process at a time."""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from time import monotonic

from filelock import FileLock
from sqlite_utils import Database

from judging_app.domain.acts import Act
from judging_app.domain.ids import DeviceId
from judging_app.domain.journal import Entry
from judging_app.domain.roles import Actor
from judging_app.errors import (
    DamagedError,
    EventFileError,
    NotReadError,
    NotSavedError,
    ReadOnlyError,
)
from judging_app.files import sync_folder
from judging_app.paths import keep_private
from judging_app.store import beside, journal, opened, opening, whereabouts
from judging_app.store.connection import Connection
from judging_app.store.memory import Held, to_look
from judging_app.store.whereabouts import Matter, Whereabouts


@dataclass(frozen=True, slots=True)
class Waiting:
    """What was done while nothing could be written."""

    act: Act
    actor: Actor
    at: datetime
    reason: str


class EventFile:
    """An open event file; acts are recorded inside `transaction`, and only there.

    Where its drive fails it, what was read and saved so far is read from memory, under `db` as
    before, until the file is there again and still ends with the entry that was saved last.
    """

    def __init__(
        self, path: Path, db: Database, device: DeviceId, lock: FileLock | None = None
    ) -> None:
        self.path = path
        self.db = db
        self.device = device
        self.is_read_only = lock is None
        self.trouble = Matter.NOTHING
        """What was the matter when it was last written, read or looked after."""
        self.reopened: Callable[[], None] = _nothing
        """Called after the file was opened anew: somebody else may have had it meanwhile."""
        self.took_s = 0.0
        """How long the last change took to reach the disk."""
        self._lock = lock
        self._disk = db
        self._left: list[Database] = []
        """Connections that failed; whoever was asking by one of them still has it in hand."""
        self._held: Held | None = None
        self._left_as: whereabouts.Written | None = None
        self._known: Whereabouts | None = None
        self._waiting: list[Waiting] = []
        self._recorded: list[Entry] = []
        self._in_doubt: tuple[Entry, ...] = ()
        """What was given to the disk last and is not known to be there, for its end failed."""
        self._is_ending = False
        """Whether the change under way was given to the disk whole."""
        self._unread: Exception | None = None
        """Why it couldn't be seen what the file ends with, when that was last looked at."""
        self._is_at_disk = False

    def hold(self) -> None:
        """Hold in memory what it takes to go on reading without the file."""
        self._known = whereabouts.whereabouts(self.path)
        self._left_as = whereabouts.written(self.path)
        self._held = Held(self.db)
        if isinstance(self.db.conn, Connection):
            self.db.conn.otherwise = self._elsewhere

    @property
    def waiting(self) -> tuple[Waiting, ...]:
        """What was done while nothing could be written; the next change takes it to the disk."""
        return tuple(self._waiting)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All that is recorded inside is on the disk when this ends, or none of it.

        What waits is written before it, as part of it.

        Raises:
            NotSavedError: if it didn't reach the disk; the file is as it was before, unless the
                sentence says that nobody can know.
            ReadOnlyError: if the file was opened to look at.
        """
        if self.is_read_only:
            raise ReadOnlyError(to_look_at(self.path))
        try:
            with self._at_the_disk():
                self._come_back()
                with self._changed():
                    yield
        except sqlite3.IntegrityError:
            raise  # the desk let something through that the tables refuse: a bug
        except (sqlite3.Error, MemoryError) as error:
            if not self._is_there_after_all():
                raise NotSavedError(self._not_saved(self._look(error))) from error
        self._in_doubt = ()
        self._waiting.clear()
        self.trouble = Matter.NOTHING
        self._left_as = whereabouts.written(self.path)
        if self._held:
            self._held.follow(self._recorded)

    def record(self, act: Act, actor: Actor, at: datetime, reason: str = "") -> Entry:
        """Put one act on the record and into the tables.

        Raises:
            RuntimeError: outside a transaction, which is a bug.
        """
        if not self.db.conn.in_transaction:
            raise RuntimeError("an act is recorded inside a transaction only")
        entry = journal.record(self.db, self.device, act, actor, at, reason)
        self._recorded.append(entry)
        return entry

    def rewrite(self, entries: Sequence[Entry]) -> None:
        """Put these in the place of every entry, and make the tables again, in a transaction.

        The last of them is what the file ends with already.
        """
        journal.rewrite(self.db, entries)

    def settle(self) -> None:
        """After `rewrite`, give back the pages that are empty, and hold what is there now."""
        if self._held is not None:
            with suppress(sqlite3.Error):  # they are overwritten already
                self.db.execute("VACUUM")
            self.hold()
        self.reopened()

    def keep(self, act: Act, actor: Actor, at: datetime, reason: str = "") -> Entry | None:
        """Record one act by itself now, or else with the next change that reaches the disk."""
        try:
            with self.transaction():
                return self.record(act, actor, at, reason)
        except (NotSavedError, ReadOnlyError):
            self._waiting.append(Waiting(act, actor, at, reason))
            return None

    def take_over(self, waiting: Sequence[Waiting]) -> None:
        """Let what waited for another file of this event be written to this one."""
        self._waiting[:0] = waiting

    def look_after(self) -> None:
        """See whether the file is there; if something was the matter, go on in it if it can be."""
        if self.trouble is Matter.NOTHING:
            self.trouble = whereabouts.glance(self._known) if self._known else Matter.NOTHING
            return
        with suppress(NotSavedError), self._at_the_disk():
            self._come_back()
            self.trouble = whereabouts.matter(self._known)

    def is_still_saved(self) -> bool:
        """Whether the file, read anew, ends with the entry that was saved last.

        By a connection of its own, because the one that is open may remember what is gone.
        """
        try:
            with closing(opening.connected(self.path, read_only=True)) as db:
                return self._is_as_saved(db)
        except Exception:  # noqa: BLE001 - whatever goes wrong, it wasn't read
            return False

    def state(self) -> tuple[object, ...] | None:
        """What is another whenever the tables may be; nothing inside a change, which may end so."""
        if self.db.conn.in_transaction:
            return None
        ((others,),) = self.db.execute("PRAGMA data_version").fetchall()
        return self.db, self.db.conn.total_changes, others

    def content(self) -> bytes:
        """The whole event as it is on the disk, as the bytes of a file.

        Raises:
            NotReadError: if it can't be read and isn't held.
        """
        try:
            return self.db.conn.serialize()
        except (sqlite3.Error, MemoryError) as error:
            return self._elsewhere(error).serialize()

    def close(self) -> None:
        """Close the file and let others open it."""
        self.db.close()
        for db in (self._disk, *self._left):
            db.close()
        if self._lock is not None:
            beside.unlock(self.path, self._lock)

    @contextmanager
    def _at_the_disk(self) -> Iterator[None]:
        """Read from nowhere else inside."""
        self._is_at_disk = True
        try:
            yield
        finally:
            self._is_at_disk = False

    @contextmanager
    def _changed(self) -> Iterator[None]:
        self._recorded, self._is_ending = [], False
        self.db.execute("BEGIN IMMEDIATE")
        try:
            self._check_head()
            for one in self._waiting:
                self.record(one.act, one.actor, one.at, one.reason)
            yield
            begun_s = monotonic()
            self._in_doubt, self._is_ending = tuple(self._recorded), True
            self.db.execute("COMMIT")
            self.took_s = monotonic() - begun_s
        except BaseException:
            self._roll_back()
            raise

    def _not_saved(self, seen: Matter) -> str:
        """What to say of a change that failed; nobody can read a file whose drive has gone."""
        if self._is_ending and seen is Matter.UNPLUGGED:
            return whereabouts.in_doubt(self.path)
        return whereabouts.not_saved(seen, self.path)

    def _roll_back(self) -> None:
        if self.db.conn.in_transaction:
            self.db.execute("ROLLBACK")

    def _look(self, error: Exception) -> Matter:
        self.trouble = whereabouts.matter(self._known, error)
        return self.trouble

    def _elsewhere(self, error: Exception) -> sqlite3.Connection:
        """Where to read what the file doesn't give: from the file opened anew, or from memory."""
        if self._is_at_disk:
            raise error
        seen = self._look(error)
        if seen in (Matter.UNKNOWN, Matter.DAMAGED) and self._opened_anew() is Matter.NOTHING:
            return self.db.conn
        if seen is Matter.DAMAGED:
            raise DamagedError(self.path) from error
        if seen is Matter.IN_USE or self._held is None:
            raise NotReadError(whereabouts.not_read(seen, self.path)) from error
        self.db = to_look(self._held.whole())
        return self.db.conn

    def _come_back(self) -> None:
        """Go on in the file, if it is read from memory or its drive was away.

        Raises:
            NotSavedError: if it isn't there, or isn't as it was saved.
        """
        is_away = self.db is not self._disk
        if not is_away and self.trouble is not Matter.UNPLUGGED:
            self._check_is_own()
            return
        seen = whereabouts.matter(self._known)
        if seen is Matter.NOTHING and self._is_as_saved(self._disk):
            self.db = self._disk
            return
        if self._opened_anew() is Matter.REPLACED:
            seen = Matter.REPLACED
        elif self.db is self._disk and (self._lock is None or self._lock.is_locked):
            return
        self.trouble = seen if seen is not Matter.NOTHING else Matter.UNKNOWN
        raise NotSavedError(whereabouts.not_saved(self.trouble, self.path))

    def notice(self) -> None:
        """Read on from memory if another program has put something else into the file."""
        if self.db is self._disk and not self.is_read_only:
            with suppress(NotSavedError), self._at_the_disk():
                self._check_is_own()

    def _check_is_own(self) -> None:
        """Go on in a file that another program has written to only if it ends as it was saved.

        Raises:
            NotSavedError: if it doesn't.
        """
        now = whereabouts.written(self.path)
        if self._held is None or now in (None, self._left_as):
            return
        if not self._is_as_saved(self._disk):
            seen = whereabouts.matter(self._known, self._unread)
            is_there = self._unread is None and seen in (Matter.NOTHING, Matter.FULL)
            self.trouble = Matter.REPLACED if is_there else seen
            self.db = to_look(self._held.whole())
            raise NotSavedError(whereabouts.not_saved(self.trouble, self.path))

    def _check_head(self) -> None:
        """The same inside a change, for drives whose times tell two seconds apart at best."""
        if self._held is not None and not self._ends_as_held(journal.head(self.db)):
            self._left_as, self.trouble = None, Matter.REPLACED
            raise NotSavedError(whereabouts.not_saved(self.trouble, self.path))

    def _is_as_saved(self, db: Database) -> bool:
        """Whether what is read there ends with the entry that was saved last."""
        now, self._unread = whereabouts.written(self.path), None
        try:
            if db is self._disk and now != self._left_as:
                # A part of it may be remembered, of before another program wrote to it.
                db.execute("PRAGMA shrink_memory")
            head = journal.head(db)
        except (sqlite3.Error, MemoryError) as error:
            self._unread = error
            return False
        if not self._ends_as_held(head):
            return False
        if db is self._disk and now != self._left_as:
            self._left_as = now
            self.reopened()
        return True

    def _ends_as_held(self, head: str) -> bool:
        """Whether a file with this head ends with what was saved last, or was in doubt since."""
        if self._held is None:
            return False
        if self._in_doubt and head == self._in_doubt[-1].digest:
            self._held.follow(self._in_doubt)
            self._in_doubt = ()
            self.reopened()
        return head == self._held.head

    def _is_there_after_all(self) -> bool:
        """Whether a change whose end failed can be read from the file, and is on the disk.

        So it is where nothing failed but the last sync of the folder, after which SQLite takes no
        change back.
        """
        try:
            with self._at_the_disk():
                if not self._in_doubt or journal.head(self._disk) != self._in_doubt[-1].digest:
                    return False
            sync_folder(self.path.parent)
        except (sqlite3.Error, MemoryError, OSError):
            return False
        return True

    def _opened_anew(self) -> Matter:
        """Open the file again where it was, if it is whole and ends as it was saved."""
        if self._held is None or self._lock is None or not self.path.exists():
            return Matter.UNKNOWN
        with suppress(OSError):
            self._lock.release()  # of a drive that may be gone
        try:
            self._lock = beside.locked(self.path)
            db = opened.opened(self.path)
        except (EventFileError, OSError):
            return Matter.UNKNOWN
        if not self._is_as_saved(db):
            db.close()
            return Matter.REPLACED
        self._left.append(self._disk)
        self.db = self._disk = db
        self.hold()
        self.reopened()
        return Matter.NOTHING


def to_look_at(path: Path) -> str:
    """What to say to whoever wants to change an event that can only be looked at."""
    return (
        f"{path.name} was opened read-only, so nothing can be changed. Copy it to a folder of "
        "your own and open the copy."
    )


def open_event_file(
    path: Path,
    device: DeviceId,
    *,
    is_to_look: bool = False,
    on_half_change: Callable[[Path], None] | None = None,
) -> EventFile:
    """Open an event that exists, migrating it if it is of an older version.

    One that can't be written where it is, or is only to be looked at, is read into memory, as it
    would be once opened; nothing of it or beside it changes. `on_half_change` is called with a
    file that is held, before a change is undone that was left half made beside it.

    Raises:
        EventFileError: if there is none, it isn't one, is damaged, newer, or open elsewhere.
    """
    path = opening.found(path)  # by whichever link it is named, it is locked as one file
    if is_to_look or opening.is_read_only(path):
        return EventFile(path, opened.opened_to_look(path), device)
    lock = beside.locked(path)
    keep_private(path)
    try:
        with opened.in_words(path):
            if on_half_change is not None and beside.has_half_change(path):
                on_half_change(path)
            file = EventFile(path, opened.opened(path), device, lock)
            file.hold()
    except BaseException:
        beside.unlock(path, lock)
        raise
    return file


def _nothing() -> None:
    """What is called where nobody minds."""
