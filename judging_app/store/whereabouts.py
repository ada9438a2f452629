"""What is the matter with the open event's file just now, found by looking at the disk.

SQLite's own names for it mislead: a stick that was pulled reads as a corrupt file, and too many
open files as a read-only one. They are asked only where nothing is to be seen. The file itself is
never opened for it, because closing any handle on it would drop SQLite's locks.
"""

import errno
import os
import sqlite3
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from judging_app import files
from judging_app.closed_sets import complete
from judging_app.unfinished import unfinished_name

LEAST_FREE = 256 * 1024
"""Bytes without which a disk counts as full: what one act may need, its journal included."""

_PROBE_BYTES = 32 * 1024


class Matter(Enum):
    """What can be the matter with the file of an open event."""

    NOTHING = auto()
    FULL = auto()
    UNPLUGGED = auto()
    MOVED = auto()
    REPLACED = auto()
    READ_ONLY = auto()
    IN_USE = auto()
    TOO_MANY_FILES = auto()
    TOO_LARGE = auto()
    OUT_OF_MEMORY = auto()
    DAMAGED = auto()
    UNKNOWN = auto()


LASTING = frozenset(
    {Matter.FULL, Matter.UNPLUGGED, Matter.MOVED, Matter.REPLACED, Matter.READ_ONLY}
)
"""What stays until somebody does something about it, so that a copy elsewhere is worth making."""


Written = tuple[int, int]
"""By which one sees, without opening it, that somebody else wrote to a file."""


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Which file was opened, and on which drive; a drive has a number, and a place in the tree."""

    path: Path
    file: tuple[int, int]
    mount: Path
    drive: int


def whereabouts(path: Path) -> Whereabouts:
    """Those of a file as it is now.

    Raises:
        OSError: if it can't be looked at.
    """
    found = path.stat()
    mount = next((one for one in path.parents if os.path.ismount(one)), path.parent)
    return Whereabouts(path, (found.st_dev, found.st_ino), mount, mount.stat().st_dev)


def written(path: Path) -> Written | None:
    """How large the file is and when it was written to last; `None` if it can't be looked at."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns


def matter(known: Whereabouts | None, error: BaseException | None = None) -> Matter:
    """What is the matter with a file that was opened; what can't be seen is asked of `error`."""
    seen = _seen(known) if known else Matter.NOTHING
    return _told(error) if seen is Matter.NOTHING and error is not None else seen


def not_saved(what: Matter, path: Path) -> str:
    """What to say of something that didn't reach the disk."""
    told, remedy = _WORDS[what]
    return f"{told.format(path.name)}, so this was NOT saved. {remedy.format(path.name)}"


def in_doubt(path: Path) -> str:
    """What to say of a save in the middle of which the drive went: its last write may be there."""
    return (
        f"The drive with {path.name} was unplugged in the middle of saving this, so take it as "
        "NOT saved. Plug it back in, then look at what is there."
    )


def not_read(what: Matter, path: Path) -> str:
    """What to say of something that can't be shown."""
    told, remedy = _WORDS[what]
    return f"{told.format(path.name)}, so this can’t be shown. {remedy.format(path.name)}"


def lasting(what: Matter, path: Path) -> str:
    """What to say while it lasts."""
    return f"{_WORDS[what][0].format(path.name)}, so nothing can be saved."


_WORDS: Mapping[Matter, tuple[str, str]] = complete(
    {
        Matter.NOTHING: ("{} can’t be reached just now", "Try again."),
        Matter.FULL: ("The disk is full", "Free some space, then try again."),
        Matter.UNPLUGGED: (
            "The drive with {} was unplugged",
            "Plug it back in, then try again.",
        ),
        Matter.MOVED: (
            "{} was moved, renamed or deleted",
            "Put it back where it was, then try again.",
        ),
        Matter.REPLACED: (
            "Another file was put in the place of {}",
            "Save a copy elsewhere, or close the event, open it again and choose a copy.",
        ),
        Matter.READ_ONLY: ("{} is now read-only", "Allow changes to the file, then try again."),
        Matter.IN_USE: ("{} is in use by another program", "Try again."),
        Matter.TOO_MANY_FILES: (
            "This computer has too many files open",
            "Close other programs, then try again.",
        ),
        Matter.TOO_LARGE: (
            "{} has reached the size that this computer allows",
            "Close the event and open it from another account.",
        ),
        Matter.OUT_OF_MEMORY: (
            "This computer has no memory left",
            "Close other programs, then try again.",
        ),
        Matter.DAMAGED: ("{} is damaged", "Open an earlier copy."),
        Matter.UNKNOWN: ("{} can’t be reached just now", "Try again."),
    }
)
"""What each is in words, and what to do about it; the file's name goes where the braces are."""


def _seen(known: Whereabouts) -> Matter:
    gone = glance(known)
    return gone if gone is not Matter.NOTHING else _seen_beside(known.path)


def glance(known: Whereabouts) -> Matter:
    """Whether the drive or the file is away, which is seen without writing anything."""
    try:
        if known.mount.stat().st_dev != known.drive or not _has_device(known.drive):
            return Matter.UNPLUGGED
        found = known.path.stat()
    except OSError as error:
        return _ERRORS.get(error.errno or 0, Matter.UNPLUGGED)
    return Matter.NOTHING if (found.st_dev, found.st_ino) == known.file else Matter.REPLACED


def _seen_beside(path: Path) -> Matter:
    """Whether the file, and beside it what undoes a half change, could be written."""
    if refused := _refused(path.parent):
        return _ERRORS.get(refused, Matter.READ_ONLY)
    try:
        if not path.stat().st_mode & 0o222:
            return Matter.READ_ONLY
    except OSError as error:  # it has gone since it was looked at
        return _ERRORS.get(error.errno or 0, Matter.UNPLUGGED)
    free = files.free_bytes(path.parent)
    return Matter.FULL if free is not None and free < LEAST_FREE else Matter.NOTHING


def _refused(folder: Path) -> int:
    """With which error the system refuses a new file in `folder`; 0 if it doesn't."""
    probe = folder / unfinished_name()
    try:
        with probe.open("xb") as file:
            file.write(bytes(_PROBE_BYTES))
            file.flush()  # to the last byte: the system may take a part without a word
            os.fsync(file.fileno())
    except OSError as error:
        return error.errno or errno.EIO
    finally:
        with suppress(OSError):
            probe.unlink(missing_ok=True)
    return 0


def _has_device(drive: int) -> bool:
    """Whether the drive is still there, where Linux says so; a memory disk has no device."""
    blocks = Path("/sys/dev/block")
    if not blocks.is_dir() or not os.major(drive):
        return True
    return (blocks / f"{os.major(drive)}:{os.minor(drive)}").exists()


_ERRORS: Mapping[int, Matter] = {
    errno.ENOSPC: Matter.FULL,
    errno.EDQUOT: Matter.FULL,
    errno.EFBIG: Matter.TOO_LARGE,
    errno.EMFILE: Matter.TOO_MANY_FILES,
    errno.ENFILE: Matter.TOO_MANY_FILES,
    errno.ENOENT: Matter.MOVED,
    errno.ENOTDIR: Matter.MOVED,
    errno.EACCES: Matter.READ_ONLY,
    errno.EIO: Matter.UNPLUGGED,
    errno.ENXIO: Matter.UNPLUGGED,
    errno.ENODEV: Matter.UNPLUGGED,
    errno.ESHUTDOWN: Matter.UNPLUGGED,
}
"""What the system's errors say of a file that can't be looked at, or a folder that takes none."""


def _told(error: BaseException) -> Matter:
    if isinstance(error, MemoryError):
        return Matter.OUT_OF_MEMORY
    name = getattr(error, "sqlite_errorname", "")
    if not name and isinstance(error, sqlite3.OperationalError):
        return Matter.DAMAGED  # such as bytes that are no text, which only Python refuses
    return next((found for start, found in _NAMES if name.startswith(start)), Matter.UNKNOWN)


_NAMES = (
    ("SQLITE_FULL", Matter.FULL),
    ("SQLITE_BUSY", Matter.IN_USE),
    ("SQLITE_LOCKED", Matter.IN_USE),
    ("SQLITE_NOMEM", Matter.OUT_OF_MEMORY),
    ("SQLITE_READONLY_DBMOVED", Matter.MOVED),
    ("SQLITE_READONLY", Matter.READ_ONLY),
    ("SQLITE_CORRUPT", Matter.DAMAGED),
    ("SQLITE_NOTADB", Matter.DAMAGED),
)
"""SQLite's names, by their beginnings."""
