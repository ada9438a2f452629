"""Which files of a folder are copies of an event: by their names, and by what they hold."""

import re
import sqlite3
import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from pathlib import Path

from sqlite_utils import Database

from judging_app.store import journal
from judging_app.store.checking import allowed, bounds
from judging_app.store.schema import APPLICATION_ID, version_of

COPIES = " copies"
"""At the end of the name of the folder beside an event in which its copies are."""

_TIME = "%Y-%m-%d %H.%M.%S %z"
_TIME_PATTERN = r"(\d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d [+-]\d{4})(?: \(\d+\))?"
_FAULTY = " (faulty)"
"""At the end of the name of a copy of a file that isn't as it was recorded."""


def free_name(folder: Path, event: Path, at: datetime, *, is_good: bool) -> Path:
    """A name for a copy of `event`: it sorts by time, with its zone, and nothing has it yet."""
    suffix = event.suffix if is_good else f"{_FAULTY}{event.suffix}"
    stem = f"{event.stem} copy {at.astimezone():{_TIME}}"
    target, number = folder / f"{stem}{suffix}", 1
    while target.exists():
        number += 1
        target = folder / f"{stem} ({number}){suffix}"
    return target


def copied_event(path: Path) -> Path | None:
    """The event that `path` is a copy of, beside whose folder of copies it stands; else `None`."""
    folder = path.parent
    if not folder.name.endswith(COPIES):
        return None
    event = folder.with_name(f"{folder.name.removesuffix(COPIES)}{path.suffix}")
    is_copy = (
        any(path.name == one.name for _, one in named(folder, event)) if path.is_file() else False
    )
    return event if is_copy else None


def copies_in(
    folder: Path, event: Path, digests: Sequence[str]
) -> list[tuple[int, datetime, Path]]:
    """The copies of `event` in `folder`, the one with the fewest entries first.

    `digests` are those of the event's entries, in their order; each copy comes with the place
    of its last entry among them, and with the time in its name.

    A file that ends with an entry which the event doesn't have is none of them: it is another
    event's, or somebody has worked in it. The order is the record's, for a clock may be put back.
    """
    order = {digest: number for number, digest in enumerate(digests)}
    heads = [(head_of(path), at, path) for at, path in named(folder, event)]
    return sorted((order[head], at, path) for head, at, path in heads if head in order)


def is_whole(path: Path, head: str | None) -> bool:
    """Whether a file that nobody writes is a whole event up to the entry `head`."""
    with suppress(sqlite3.Error, UnicodeDecodeError), looked_at(path) as db:
        if not _is_event(db):  # first, for the check carries out whatever its tables say
            return False
        # Not quick_check, for the reason that opening.check_whole gives.
        is_sound = db.execute("PRAGMA integrity_check(1)").fetchall() == [("ok",)]
        return is_sound and _digest_of_last(db) == head
    return False


def named(folder: Path, event: Path, *, is_good: bool = True) -> Iterator[tuple[datetime, Path]]:
    """The files in `folder` that are named as copies of the event file `event`.

    Those of a file that wasn't as it was recorded are named apart, and asked for apart.
    """
    ends = event.suffix if is_good else f"{_FAULTY}{event.suffix}"
    stem, suffix = (re.escape(_composed(part)) for part in (event.stem, ends))
    pattern = re.compile(f"{stem} copy {_TIME_PATTERN}{suffix}")
    for path in folder.iterdir():
        if (match := pattern.fullmatch(_composed(path.name))) and path.is_file():
            with suppress(ValueError):  # such as the 99th of a month
                yield datetime.strptime(match[1], _TIME), path  # noqa: DTZ007 - it ends with %z


def _composed(name: str) -> str:
    """Some drives take a name's accents apart."""
    return unicodedata.normalize("NFC", name)


def head_of(path: Path) -> str | None:
    """The digest of the last entry of a file that nobody writes; `None` if it is no event."""
    with suppress(sqlite3.Error, UnicodeDecodeError), looked_at(path) as db:
        return _digest_of_last(db) if _is_event(db) else None
    return None


@contextmanager
def looked_at(path: Path) -> Iterator[Database]:
    """A file that nobody writes, to read; nothing is held, written or undone."""
    # Immutable: no lock is asked of the stick, and no journal that lies there is played back.
    uri = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
    with closing(sqlite3.connect(uri, uri=True, isolation_level=None)) as connection:
        bounds.limit(connection)
        connection.execute("PRAGMA trusted_schema = OFF")
        with bounds.few_steps(connection):
            yield Database(connection, execute_plugins=False)


def _is_event(db: Database) -> bool:
    # The tables too: a view that is named like the journal could be without end.
    is_ours = db.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
    return is_ours and allowed.has_its_own_tables(db.conn, version_of(db))


def _digest_of_last(db: Database) -> str | None:
    last = journal.last_entry(db)
    return last.digest if last else None
