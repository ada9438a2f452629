"""Events in memory: an empty one, one of a file's bytes, and an open file as it is or was."""

import sqlite3
from collections.abc import Iterable

from sqlite_utils import Database

from judging_app.domain.journal import FIRST, Entry
from judging_app.store import journal
from judging_app.store.checking import bounds
from judging_app.store.schema import create


def in_memory(content: bytes = b"", *, for_any_thread: bool = False) -> Database:
    """An event from the bytes of its file, or a place for one."""
    connection = sqlite3.connect(
        ":memory:", isolation_level=None, check_same_thread=not for_any_thread
    )
    bounds.limit(connection)
    if content:
        connection.deserialize(content)
    return Database(connection, execute_plugins=False)


def empty(*, for_any_thread: bool = False) -> Database:
    """This version's tables with nothing in them."""
    db = in_memory(for_any_thread=for_any_thread)
    create(db)
    return db


class InUseError(sqlite3.OperationalError):
    """Another program keeps the file."""

    sqlite_errorname = "SQLITE_BUSY"


def image(db: Database) -> Database:
    """An open file as it is now, for one thread at a time, whichever.

    SQLite refuses the file's own connection on another thread, and a second one would make a
    ballot wait until it has read.

    Raises:
        sqlite3.Error: if it can't be read.
    """
    memory = in_memory(for_any_thread=True)
    try:
        db.conn.backup(memory.conn, progress=_go_on)
    except BaseException:
        memory.close()
        raise
    return memory


class Held:
    """An event as it was opened, and every entry since; put together when it is needed."""

    def __init__(self, db: Database) -> None:
        """Take the bytes of an event as it is now."""
        self._content = db.conn.serialize()
        self._since: list[Entry] = []
        last = journal.last_entry(db)
        self.head = last.digest if last else FIRST

    def follow(self, entries: Iterable[Entry]) -> None:
        """Take in what has just reached the disk."""
        for entry in entries:
            self._since.append(entry)
            self.head = entry.digest

    def whole(self) -> Database:
        """The event as it is on the disk, in memory."""
        db = in_memory(self._content)
        for entry in self._since:
            journal.add(db, entry)
        return db


def to_look(db: Database) -> Database:
    """The same, which nobody can change any more."""
    db.execute("PRAGMA query_only = ON")
    return db


def _go_on(status: int, _remaining: int, _total: int) -> None:
    """Give up where another program keeps the file: Python would wait for it without end."""
    if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        raise InUseError("the file is in use")
