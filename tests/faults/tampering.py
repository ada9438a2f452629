"""A score changed behind the record's back, with a byte put in that stops a careless check."""

import sqlite3
from contextlib import closing
from pathlib import Path


def tampered(path: Path) -> None:
    """Give one team ten on everything in the tables, and make the bytes of an entry no text.

    The triggers are put back, so that the file's own structure is as it was.
    """
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        triggers = connection.execute(
            "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY name"
        ).fetchall()
        for name, _ in triggers:
            connection.execute(f"DROP TRIGGER {name}")
        changed = connection.execute("UPDATE score SET steps = 10 WHERE team = 'T3'").rowcount
        broken = connection.execute(
            "UPDATE journal SET body = CAST(CAST('{' AS BLOB) || x'ff' AS TEXT)"
            " WHERE seq = (SELECT min(seq) FROM journal WHERE act = 'set pin')"
        ).rowcount
        for _, sql in triggers:
            connection.execute(sql)
        assert changed > 0
        assert broken == 1
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
