"""What lies beside an event file: the lock by which one process holds it, and SQLite's journal."""

import getpass
import platform
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from judging_app.errors import EventFileError


def locked(path: Path) -> FileLock:
    """Hold `path`, which can be written, for this process.

    Raises:
        EventFileError: if another process has it.
    """
    lock = FileLock(_lock_path(path), blocking=False)
    try:
        lock.acquire()
    except Timeout as error:
        raise EventFileError(
            f"{path.name} is already open{_holder(path)}. Close it there, then open it here."
        ) from error
    except OSError as error:
        raise EventFileError(
            f"{path.name} can’t be held in its folder ({error.strerror}). Free some space there, "
            "then open it again."
        ) from error
    with suppress(OSError):
        _lock_path(path).write_text(_me(), encoding="utf-8")
    return lock


def unlock(path: Path, lock: FileLock) -> None:
    """Let go of `path`; the lock's own file goes first, while nobody else can hold it."""
    if not lock.is_locked:
        return  # it was lost with its drive, and the lock's file may be somebody else's by now
    with suppress(OSError):
        _lock_path(path).unlink()
    lock.release()


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Hold `path` while something is done with it, be there such a file or not.

    Raises:
        EventFileError: if another process has it.
    """
    lock = locked(path)
    try:
        yield
    finally:
        unlock(path, lock)


def journal_path(path: Path) -> Path:
    """Where SQLite keeps what it needs to undo a change."""
    return path.with_name(f"{path.name}-journal")


def log_path(path: Path) -> Path:
    """Where SQLite would keep a write-ahead log, which this application never makes."""
    return path.with_name(f"{path.name}-wal")


def has_half_change(path: Path) -> bool:
    """Whether a process ended in the middle of a change, which the next opening undoes.

    A journal that was never begun has zeros at its head: SQLite takes no notice of it, and leaves
    it there until the next change.
    """
    try:
        with journal_path(path).open("rb") as file:
            return file.read(1) not in (b"", b"\0")
    except FileNotFoundError:
        return False


def free(path: Path) -> Path:
    """`path`, or the first of "day 2.pitchday", … that no event has, nor has left a journal for."""
    found, number = path, 1
    while found.exists() or journal_path(found).exists():
        number += 1
        found = path.with_name(f"{path.stem} {number}{path.suffix}")
    return found


def _lock_path(path: Path) -> Path:
    return path.with_name(f"{path.name}.lock")


def _me() -> str:
    try:
        user = getpass.getuser()
    except (OSError, KeyError, ImportError):
        user = "somebody"
    return f"by {user} on {platform.node()}"


def _holder(path: Path) -> str:
    try:
        holder = _lock_path(path).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return ""
    return f" {holder}" if holder else ""
