"""An event file as a power cut leaves it in the middle of a save."""

import shutil
import sqlite3
from pathlib import Path

from judging_app.store import beside


def torn_copy(path: Path) -> tuple[Path, bytes]:
    """A copy as a power cut leaves it in the middle of a save, and the bytes before the save.

    The first page, which counts the pages, has reached the disk; the pages added have not.
    """
    before = path.read_bytes()
    torn = path.with_name("torn.pitchday")
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA cache_size = 5")
    connection.execute("BEGIN")
    connection.execute("CREATE TABLE filler (text TEXT)")
    connection.executemany("INSERT INTO filler VALUES (?)", [("x" * 3000,)] * 60)
    shutil.copy(beside.journal_path(path), beside.journal_path(torn))
    connection.execute("COMMIT")
    connection.close()
    torn.write_bytes(path.read_bytes()[:4096] + before[4096:])
    path.write_bytes(before)
    return torn, before
