"""Which tables a file may have: those of its version, to the letter, and nothing else.

It is asked before any table is read, because a view, a generated column, a check or an index of
somebody else's is carried out by merely reading.
"""

import hashlib
import json
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from functools import cache

from judging_app.store.checking.bounds import any_text
from judging_app.store.schema import VERSION, create

_EARLIER: Mapping[int, str] = {
    1: "6d376421c0221300067fbb72fff2bfa74a0f604cc163356cfec77ae02e3801d7",
}
"""The fingerprint of each earlier version's tables, that a file of it is held to."""

_MOST_PARTS = 1_000
_MOST_TOLD = 5
_LONGEST_SHOWN = 40

Part = tuple[str, str, str, str | None]


def has_its_own_tables(connection: sqlite3.Connection, version: int) -> bool:
    """Whether the tables are those that `version` of this application makes."""
    found = parts(connection)
    if version == VERSION:
        return found == ours()
    return _fingerprint(found) == _EARLIER.get(version)


def may_be_read(connection: sqlite3.Connection) -> frozenset[str]:
    """The tables of which reading carries out nothing of somebody else's.

    All of ours where nothing is there but what this version makes; else the journal alone, if it
    is ours with all that hangs on it.
    """
    found = parts(connection)
    if found <= ours():
        return frozenset(name for kind, name, _, _ in found if kind == "table")
    of_journal = frozenset(part for part in found if "journal" in part[1:3])
    return frozenset({"journal"} if of_journal and of_journal <= ours() else ())


def our_tables() -> frozenset[str]:
    """The names of this version's tables."""
    return frozenset(name for kind, name, _, _ in ours() if kind == "table")


def difference(connection: sqlite3.Connection) -> str:
    """What is missing of this version's tables, changed, or there besides; empty if nothing."""
    told = list(_differences(connection))
    more = len(told) - _MOST_TOLD
    also = f" and {more} more" if more > 0 else ""
    return f"the file’s tables were changed: {', '.join(told[:_MOST_TOLD])}{also}" if told else ""


def _differences(connection: sqlite3.Connection) -> Iterator[str]:
    found = {(kind, name): (of, text) for kind, name, of, text in parts(connection)}
    wanted = {(kind, name): (of, text) for kind, name, of, text in ours()}
    for kind, name in sorted(found.keys() | wanted.keys()):
        one, other = found.get((kind, name)), wanted.get((kind, name))
        if one != other:
            what = "is missing" if one is None else "was changed" if other else "isn’t ours"
            yield f"the {kind} {name[:_LONGEST_SHOWN]} {what}"


def parts(connection: sqlite3.Connection) -> frozenset[Part]:
    """Every table, index, trigger and view with the table that it is on and its text."""
    query = "SELECT type, name, tbl_name, sql FROM sqlite_schema LIMIT ?"
    with any_text(connection):
        rows = connection.execute(query, [_MOST_PARTS]).fetchall()
    return frozenset((_text(a), _text(b), _text(c), _text(d) if d else None) for a, b, c, d in rows)


def _text(cell: object) -> str:
    return cell.decode(errors="replace") if isinstance(cell, bytes) else str(cell)


@cache
def ours() -> frozenset[Part]:
    """Those of this version."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        create(connection)
        return parts(connection)


def _fingerprint(found: frozenset[Part]) -> str:
    texts = sorted([str(cell) for cell in part] for part in found)
    return hashlib.sha256(json.dumps(texts).encode()).hexdigest()
