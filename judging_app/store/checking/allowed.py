"""Which tables a file may have: those of its version, to the letter, and nothing else.

It is asked before any table is read, because a view, a generated column, a check or an index of
somebody else's is carried out by merely reading.
"""

import hashlib
import json
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from functools import cache

from judging_app.store.schema import VERSION, create

_EARLIER: Mapping[int, str] = {
    1: "6d376421c0221300067fbb72fff2bfa74a0f604cc163356cfec77ae02e3801d7",
}
"""The fingerprint of each earlier version's tables, that a file of it is held to."""

_MOST_PARTS = 1_000

Part = tuple[str, str, str, str | None]


def has_its_own_tables(connection: sqlite3.Connection, version: int) -> bool:
    """Whether the tables are those that `version` of this application makes."""
    found = parts(connection)
    if version == VERSION:
        return found == ours()
    return _fingerprint(found) == _EARLIER.get(version)


def parts(connection: sqlite3.Connection) -> frozenset[Part]:
    """Every table, index, trigger and view with the table that it is on and its text."""
    return frozenset(
        connection.execute(
            "SELECT type, name, tbl_name, sql FROM sqlite_schema LIMIT ?", [_MOST_PARTS]
        ).fetchall()
    )


@cache
def ours() -> frozenset[Part]:
    """Those of this version."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        create(connection)
        return parts(connection)


def _fingerprint(found: frozenset[Part]) -> str:
    texts = sorted([str(cell) for cell in part] for part in found)
    return hashlib.sha256(json.dumps(texts).encode()).hexdigest()
