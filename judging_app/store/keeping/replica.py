"""The event as its journal alone makes it, against which a copy's tables are held.

The comparison is SQLite's own, which lets other threads go on; Python's would slow every save.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlite_utils import Database

from judging_app.domain.journal import Entry
from judging_app.errors import pass_on_lack_of_memory
from judging_app.store import journal
from judging_app.store.checking.forgotten import (
    FORGETS,
    Vouched,
    is_body_vouched,
    is_head_vouched,
    vouched,
)
from judging_app.store.memory import empty

_HELD = "held"
_SCHEMA = "SELECT type, name, tbl_name, sql FROM {}.sqlite_schema"


class Replica:
    """Follows one event entry by entry, so that each copy costs what was recorded since the last.

    One thread at a time may ask it.
    """

    def __init__(self) -> None:
        self._db = _empty()

    def agrees(self, content: bytes) -> bool:
        """Whether a file's tables follow from its journal, and this from what was seen before.

        Raises:
            MemoryError: if this computer has too little.
        """
        if not content:
            return False  # which SQLite would call a lack of memory
        try:
            with self._holding(content):
                if self._differ(_SCHEMA):  # before anything is read that a schema may carry out
                    return False
                if not self._forgets():
                    return self._goes_on()
            self._begin_again()  # it followed what held people
            with self._holding(content):
                return self._goes_on()
        except Exception as error:  # noqa: BLE001 - bytes can be wrong in any way, and none of them agrees
            self._begin_again()
            pass_on_lack_of_memory(error)
            return False

    def _goes_on(self) -> bool:
        self._follow()
        return self._is_sound() and not any(self._differences())

    def _forgets(self) -> bool:
        """Whether the held record is this one, gone on in by forgetting people."""
        asked = "SELECT count(*) FROM {} WHERE act = ?"
        here, there = (
            self._db.execute(asked.format(f"{one}.journal"), [FORGETS]).fetchone()[0]
            for one in ("main", _HELD)
        )
        chain = "SELECT seq, device, digest FROM {}.journal"
        one, other = chain.format("main"), chain.format(_HELD)
        more = f"SELECT EXISTS ({one} EXCEPT {other})"
        return there > here and not self._db.execute(more).fetchone()[0]

    @contextmanager
    def _holding(self, content: bytes) -> Iterator[None]:
        self._db.execute(f"ATTACH ':memory:' AS {_HELD}")
        try:
            self._db.conn.deserialize(content, name=_HELD)
            yield
        finally:
            self._db.execute(f"DETACH {_HELD}")

    def _begin_again(self) -> None:
        """Forget everything: half of what was added may be of a file that isn't sound."""
        self._db.close()
        self._db = _empty()

    def _follow(self) -> None:
        """Carry out what the held journal has and this one hasn't.

        Raises:
            ValueError: if an entry isn't as it was recorded, or doesn't follow the one before.
        """
        last = journal.last_entry(self._db)
        with self._db.atomic():
            new = journal.entries_since(self._db, last.key.seq if last else 0, _HELD)
            known = vouched(new)
            for entry in new:
                check_follows(self._db, entry, known)
                journal.add(self._db, entry)

    def _is_sound(self) -> bool:
        found = self._db.execute(f"PRAGMA {_HELD}.integrity_check(1)").fetchall()
        return bool(found == [("ok",)])

    def _differences(self) -> Iterator[bool]:
        """Whether each table has a row that the other hasn't."""
        tables = self._db.execute("SELECT name FROM main.sqlite_schema WHERE type = 'table'")
        for (name,) in tables.fetchall():
            yield self._differ(f"SELECT * FROM {{}}.{name}")  # noqa: S608 - our own table names

    def _differ(self, rows: str) -> bool:
        one, other = rows.format("main"), rows.format(_HELD)
        return any(
            self._db.execute(f"SELECT EXISTS ({a} EXCEPT {b})").fetchone()[0]
            for a, b in ((one, other), (other, one))
        )


def check_follows(db: Database, entry: Entry, known: Vouched) -> None:
    """Refuse an entry that isn't as it was recorded, or isn't the next of its device.

    `known` says what vouches for entries that were replaced.

    Raises:
        ValueError: if so.
    """
    if not (is_body_vouched(entry, known) and is_head_vouched(entry, known)):
        raise ValueError(f"entry {entry.key.seq} was changed after it was recorded")
    if entry.previous != journal.head_of(db, entry.key.device):
        raise ValueError(f"entry {entry.key.seq} doesn’t follow the one before")


def _empty() -> Database:
    db = empty(for_any_thread=True)  # whichever thread of the worker's is free asks it
    db.execute("PRAGMA trusted_schema = OFF")
    return db
