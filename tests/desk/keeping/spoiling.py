"""Ways in which an event's file comes to harm, each of them real bytes on the disk."""

import sqlite3
from contextlib import closing
from pathlib import Path

PAGE = 4096


def zero_pages(path: Path, first: int, count: int = 5) -> None:
    """Fill pages with zeros, as a bad sector reads; the first page has the number 0."""
    content = bytearray(path.read_bytes())
    assert len(content) >= (first + count) * PAGE
    content[first * PAGE : (first + count) * PAGE] = bytes(count * PAGE)
    path.write_bytes(content)


def cut(path: Path, pages: int = 3) -> None:
    """Take the last pages away."""
    path.write_bytes(path.read_bytes()[: -pages * PAGE])


def make_rubbish(path: Path) -> None:
    """Leave nothing of it."""
    path.write_bytes(b"\xde\xad\xbe\xef" * 4096)


def zero_table(path: Path, name: str) -> None:
    """Damage the first page of a table or an index."""
    (root,) = _asked(path, "SELECT rootpage FROM sqlite_schema WHERE name = ?", name)
    zero_pages(path, root - 1, 1)


def zero_last_entries(path: Path) -> None:
    """Damage the page of the journal on which its last entries are."""
    leaves = _asked(
        path,
        "SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf' ORDER BY path",
        "journal",
    )
    zero_pages(path, leaves[-1] - 1, 1)


def _asked(path: Path, query: str, name: str) -> list[int]:
    with closing(sqlite3.connect(path)) as connection:
        return [number for (number,) in connection.execute(query, [name]).fetchall()]
