"""Event files that somebody made to hang, to fill the memory, or to do something by being read."""

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path

ENDLESS = "WITH RECURSIVE n(x) AS (VALUES (1) UNION ALL SELECT x + 1 FROM n) SELECT x FROM n"
_MEGABYTE = 1024 * 1024
_SQL: Mapping[str, tuple[str, ...]] = {
    "an endless view for the journal": (
        "DROP TABLE journal",
        f"CREATE VIEW journal (device) AS {ENDLESS}",
    ),
    "an endless view for the scores": ("DROP TABLE score", f"CREATE VIEW score AS {ENDLESS}"),
    "an endless view for the event": ("DROP TABLE event", f"CREATE VIEW event AS {ENDLESS}"),
    "an endless view of what an older version had": (
        f"CREATE VIEW _sqlite_migrations AS {ENDLESS}",
    ),
    "an endless view in a file that says it is older": (
        f"CREATE VIEW _sqlite_migrations AS {ENDLESS}",
        "PRAGMA user_version = 1",
    ),
    "a view more": ("CREATE VIEW more AS SELECT zeroblob(999999999)",),
    "a trigger more": (
        "CREATE TRIGGER more AFTER INSERT ON journal BEGIN DELETE FROM sign_in; END",
    ),
    "a virtual table": ("CREATE VIRTUAL TABLE more USING fts5(text)",),
    "a generated column": (
        "CREATE TABLE more (a, b AS (hex(zeroblob(400000000))))",
        "INSERT INTO more VALUES (1)",
    ),
    "a check that fills the memory": (
        "CREATE TABLE more (a CHECK (length(hex(zeroblob(100000000))) > 0))",
        "INSERT INTO more VALUES (1)",
    ),
    "an index that fills the memory": (
        "CREATE TABLE more (a)",
        "INSERT INTO more VALUES (1)",
        "CREATE INDEX most ON more (hex(zeroblob(a * 100000000)))",
    ),
    "a table more": ("CREATE TABLE more (a)",),
    "a table less": ("DROP TABLE keying",),
    "a column more": ("ALTER TABLE team ADD COLUMN more TEXT",),
    "a statistics table": ("ANALYZE",),
    "another program’s number": ("PRAGMA application_id = 7",),
    "a newer version": ("PRAGMA user_version = 99",),
}
_WITHIN: Mapping[str, tuple[str, str]] = {
    "a text of 100 MB": ("UPDATE event SET venue = ?", "x" * (100 * _MEGABYTE)),
    "an entry of 100 MB": ("UPDATE journal SET body = ? WHERE seq = 3", "x" * (100 * _MEGABYTE)),
    "a weight of six million digits": ("UPDATE criterion SET weight = ?", "7" * 6_000_000),
    "a weight that would be worked out": ("UPDATE criterion SET weight = ?", "1e999999999"),
    "a step divided by nought": ("UPDATE criterion SET step = ?", "1/0"),
    "levels in levels in levels": (
        "UPDATE criterion SET levels = ?",
        "[" * 200_000 + "]" * 200_000,
    ),
    "a logo of 7 MB": ("INSERT INTO look VALUES (1, '', '', ?, '[]')", "A" * (7 * _MEGABYTE)),
}


@contextmanager
def _opened(path: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("PRAGMA legacy_alter_table = ON")
        yield connection


def _by_sql(path: Path, statements: tuple[str, ...]) -> None:
    with _opened(path) as connection:
        for statement in statements:
            connection.execute(statement)


def _within(path: Path, statement: str, value: str) -> None:
    """Keep the triggers, so that nothing but the value is the matter."""
    with _opened(path) as connection:
        triggers = connection.execute(
            "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY name"
        ).fetchall()
        for name, _ in triggers:
            connection.execute(f"DROP TRIGGER {name}")
        assert connection.execute(statement, [value]).rowcount > 0
        for _, sql in triggers:
            connection.execute(sql)


def _sparse(path: Path) -> None:
    with path.open("r+b") as file:
        file.truncate(10 * 1024 * _MEGABYTE)


def _log_beside(path: Path) -> None:
    path.with_name(f"{path.name}-wal").write_bytes(b"7\x7f\x06\x82" + bytes(28))


def _run(statements: tuple[str, ...]) -> Callable[[Path], None]:
    return lambda path: _by_sql(path, statements)


def _put(statement: str, value: str) -> Callable[[Path], None]:
    return lambda path: _within(path, statement, value)


CRAFTED: Mapping[str, Callable[[Path], None]] = {
    **{name: _run(statements) for name, statements in _SQL.items()},
    **{name: _put(*one) for name, one in _WITHIN.items()},
    "10 GB of nothing": _sparse,
    "the log of a write ahead": _log_beside,
}
"""What is done to a whole event file."""
