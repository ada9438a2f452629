"""What is held of an open event in memory, so that it can be read without its file."""

import sqlite3
from collections.abc import Iterable

from sqlite_utils import Database

from judging_app.domain.journal import FIRST, Entry
from judging_app.store import journal
from judging_app.store.checking import bounds


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


def in_memory(content: bytes) -> Database:
    """An event from the bytes of its file."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    bounds.limit(connection)
    connection.deserialize(content)
    return Database(connection, execute_plugins=False)


def to_look(db: Database) -> Database:
    """The same, which nobody can change any more."""
    db.execute("PRAGMA query_only = ON")
    return db
