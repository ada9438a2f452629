"""What can still be read of a damaged file's journal, entry by entry."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from sqlite_utils import Database

from judging_app.domain.journal import Entry
from judging_app.store import journal
from judging_app.store.checking.forgotten import is_body_vouched, is_head_vouched, vouched
from judging_app.store.checking.salvage import readable
from judging_app.store.keeping.copies_found import looked_at
from judging_app.store.keeping.replica import check_follows


@dataclass(frozen=True, slots=True)
class Unread:
    """An entry that is known of and can't be read; its subject is empty unless an index has it."""

    seq: int
    subject: str


@dataclass(frozen=True, slots=True)
class Salvage:
    """The entries whose own digests hold, in their order, and those that can't be read.

    `is_whole` if the journal could be read to its end, so that there are no others.
    """

    entries: tuple[Entry, ...] = ()
    unread: tuple[Unread, ...] = ()
    is_whole: bool = False

    @property
    def head(self) -> str:
        """The digest of the last entry that could be read; empty if none could."""
        return self.entries[-1].digest if self.entries else ""


def salvaged(path: Path) -> Salvage:
    """Read what can be read of a file; one that isn't there or is no event has nothing."""
    with suppress(sqlite3.Error, OSError), looked_at(path) as db:
        return _read(db)
    return Salvage()


def continuing(db: Database, pool: Sequence[Entry]) -> tuple[Entry, ...]:
    """Carry out, on the event in `db`, every entry of `pool` that follows; these are the answer."""
    done, known = [], vouched(pool)
    for entry in sorted(pool, key=lambda one: one.key):
        if _is_there(db, entry):
            continue
        with suppress(Exception), db.atomic():  # whatever one can't be carried out for
            check_follows(db, entry, known)
            journal.add(db, entry)
            done.append(entry)
    return tuple(done)


def _is_there(db: Database, entry: Entry) -> bool:
    found = db.execute("SELECT 1 FROM journal WHERE digest = ?", [entry.digest]).fetchall()
    return bool(found)


def _read(db: Database) -> Salvage:
    if not _has_journal(db):
        return Salvage()
    found = tuple(one for one in readable(db) if isinstance(one, Entry))
    known = vouched(found)
    entries = tuple(
        one for one in found if is_body_vouched(one, known) and is_head_vouched(one, known)
    )
    there = {one.key.seq for one in entries}
    missing = (seq for seq in range(1, _last_number(db) + 1) if seq not in there)
    unread = tuple(Unread(seq, _subject(db, seq)) for seq in missing)
    return Salvage(entries, unread, is_whole=bool(entries) and _is_read_to_its_end(db))


def _is_read_to_its_end(db: Database) -> bool:
    """Whether every row of the journal can be read, and its index knows of as many."""
    with suppress(sqlite3.Error, UnicodeDecodeError):
        rows = sum(1 for _ in db.execute("SELECT * FROM journal NOT INDEXED"))
        indexed = "SELECT count(*) FROM journal INDEXED BY journal_by_subject WHERE subject >= ''"
        return bool(db.execute(indexed).fetchone()[0] == rows)
    return False


def _has_journal(db: Database) -> bool:
    # A view that is named like the journal could be without end.
    kinds = db.execute("SELECT type FROM sqlite_schema WHERE name = 'journal'").fetchall()
    return bool(kinds == [("table",)])


def _last_number(db: Database) -> int:
    """The highest number of an entry, by whichever of the journal's parts can be read."""
    return max((found for found in _last_numbers(db)), default=0)


def _last_numbers(db: Database) -> Iterator[int]:
    for part in ("", "INDEXED BY journal_by_subject"):
        with suppress(sqlite3.Error, ValueError, TypeError):
            yield int(db.execute(f"SELECT max(seq) FROM journal {part}").fetchone()[0])  # noqa: S608


def _subject(db: Database, seq: int) -> str:
    """What an entry is about, by the index, which lies on other pages than the journal."""
    with suppress(Exception):
        return str(
            db.execute(
                "SELECT subject FROM journal INDEXED BY journal_by_subject WHERE seq = ?", [seq]
            ).fetchone()[0]
        )
    return ""
