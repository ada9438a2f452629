"""Putting a good copy in the place of an event's file, which is kept aside and never deleted.

Whenever the process ends, there is the old state or the new one: the new file has its name by one
rename, after it is on the disk and the old one has its other name.
"""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from judging_app.errors import OutputError
from judging_app.files import sync_folder, write_synced
from judging_app.store import opening


def aside_name(path: Path, said: str) -> Path:
    """Where a damaged file is kept: "day (damaged 3 June 14.52).pitchday", or the next free one."""
    stem = f"{path.stem} ({said})"
    target, number = path.with_name(f"{stem}{path.suffix}"), 1
    while target.exists() or opening.has_half_change(target):
        number += 1
        target = path.with_name(f"{stem} {number}{path.suffix}")
    return target


def asides(path: Path) -> tuple[Path, ...]:
    """The damaged files that are kept beside `path`, the newest first."""
    pattern = re.compile(
        rf"{re.escape(path.stem)} \((damaged|replaced) [^)]*\)( \d+)?{re.escape(path.suffix)}"
    )
    with suppress(OSError):
        found = [one for one in path.parent.iterdir() if pattern.fullmatch(one.name)]
        return tuple(sorted(found, key=lambda one: (one.stat().st_mtime_ns, one), reverse=True))
    return ()


def put_in_place(path: Path, content: bytes, aside: Path) -> None:
    """Make `content` the event's file; what is there now is kept as `aside`.

    Raises:
        EventFileError: if the event is open elsewhere.
        OutputError: if it can't be written there; then the event is as it was.
    """
    part = path.with_name(f".{path.name}.restoring")
    with _held(path), _in_words(path):
        part.unlink(missing_ok=True)  # of a process that ended in the middle
        try:
            write_synced(part, content)
            _keep_aside(path, aside)
            _give_name(part, path, aside)
        finally:
            with suppress(OSError):
                part.unlink(missing_ok=True)
        sync_folder(path.parent)


def _keep_aside(path: Path, aside: Path) -> None:
    """Give the file its other name, after its half change, which would be undone in the new one."""
    for one, other in (
        (opening.journal_path(path), opening.journal_path(aside)),
        (path, aside),
    ):
        if one.exists():
            one.rename(other)
    sync_folder(path.parent)


def _give_name(part: Path, path: Path, aside: Path) -> None:
    """Give the new file the event's name, or the old one its own again."""
    try:
        part.rename(path)
    except OSError:
        if aside.exists() and not path.exists():
            aside.rename(path)
        raise


@contextmanager
def _held(path: Path) -> Iterator[None]:
    """Hold the event for this process, be its file there or not.

    Raises:
        EventFileError: if another process has it.
    """
    lock = opening.locked(path)
    try:
        yield
    finally:
        opening.unlock(path, lock)


@contextmanager
def _in_words(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise OutputError(
            f"{path.name} can’t be restored in “{path.parent}” ({os.strerror(error.errno or 0)}). "
            "Nothing of it was deleted. Free some space there or allow changes to the folder, then "
            "try again."
        ) from error
