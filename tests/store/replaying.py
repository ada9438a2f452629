"""Replaying a journal into an empty file, and what its tables then hold."""

from collections.abc import Iterable, Mapping

from sqlite_utils import Database

from judging_app.domain.journal import Entry
from judging_app.store import journal, memory
from judging_app.store.checking.tables import Row, replayed_tables


def replayed(entries: Iterable[Entry]) -> Database:
    """An empty file in memory after these entries, in this order."""
    db = memory.empty()
    for entry in entries:
        journal.add(db, entry)
    return db


def all_rows(db: Database) -> Mapping[str, tuple[Row, ...]]:
    """Every row of every table that follows from the journal."""
    return {table: rows_of(db, table) for table in replayed_tables(db)}


def rows_of(db: Database, table: str) -> tuple[Row, ...]:
    """Every row of a table, in an order that doesn't depend on how it was filled."""
    rows = db.execute(f"SELECT * FROM {table}").fetchall()
    return tuple(sorted(rows, key=repr))
