"""Every file that holds an event besides its own: copies, what was kept aside, half changes."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from judging_app.errors import EventFileError
from judging_app.files import sync_folder
from judging_app.store import beside, journal, opening
from judging_app.store.keeping.copies_found import COPIES, looked_at, named


@dataclass(frozen=True, slots=True)
class Trace:
    """A file that holds an event, or did when it was made."""

    path: Path
    size: int


def traces(event: Path, first: str, folders: Sequence[Path]) -> tuple[Trace, ...]:
    """The files in these folders that hold the event whose first entry has the digest `first`.

    Those that can't be read go by their names alone.
    """
    found: dict[Path, Trace] = {}
    for folder in folders:
        with suppress(OSError):
            by_name = {
                path for good in (True, False) for _, path in named(folder, event, is_good=good)
            }
            for path in sorted(folder.iterdir()):
                if _is_trace(path, event, first, by_name):
                    found[path.resolve()] = Trace(path, path.stat().st_size)
    return tuple(found.values())


def delete(found: Sequence[Trace]) -> tuple[Trace, ...]:
    """Delete files, and a folder of copies that is empty then; what couldn't be is the answer."""
    left = tuple(one for one in found if not _is_deleted(one.path))
    for folder in {one.path.parent for one in found}:
        with suppress(OSError):
            sync_folder(folder)
            if folder.name.endswith(COPIES):
                folder.rmdir()  # unless something else is in it
    return left


def _is_trace(path: Path, event: Path, first: str, by_name: set[Path]) -> bool:
    if not path.is_file() or path.resolve() == event.resolve():
        return False
    if path in by_name:
        return True
    base = path.with_name(path.name.removesuffix("-journal"))
    if base != path:
        return base.resolve() != event.resolve() and _is_of(base, event, first)
    return _is_of(path, event, first)


def _is_of(path: Path, event: Path, first: str) -> bool:
    """Whether a file is this event: by its first entry, or by a name that only we give."""
    if not path.exists() or not opening.is_ours(path):
        return False
    with suppress(sqlite3.Error, UnicodeDecodeError), looked_at(path) as db:
        return journal.first_digest(db) == first
    return path.name.startswith(f"{event.stem} ")


def _is_deleted(path: Path) -> bool:
    with suppress(EventFileError, OSError):  # it is open somewhere, or can't be written
        if path.suffix == ".pitchday":
            with beside.held(path):
                path.unlink()
        else:
            path.unlink(missing_ok=True)
        return True
    return False


def folders(event: Path, others: Iterator[Path] | Sequence[Path]) -> tuple[Path, ...]:
    """Where files of an event may be: its own folder, that of its copies, and `others`."""
    own = (event.parent, event.with_name(f"{event.stem}{COPIES}"))
    return tuple(dict.fromkeys((*own, *others)))


def has_act(path: Path, act: str) -> bool:
    """Whether an act of this name is on the record of a file; `False` if it can't be read."""
    with suppress(sqlite3.Error, UnicodeDecodeError), looked_at(path) as db:
        asked = "SELECT EXISTS (SELECT 1 FROM journal WHERE act = ?)"
        return bool(db.execute(asked, [act]).fetchone()[0])
    return False
