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
from judging_app.files import new_file, sync_folder
from judging_app.store import beside


def aside_name(path: Path, said: str) -> Path:
    """Where a damaged file is kept: "day (damaged 3 June 14.52).pitchday", or the next free one."""
    return beside.free(path.with_name(f"{path.stem} ({said}){path.suffix}"))


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
    with beside.held(path), _in_words(path), new_file(path.parent, content) as part:
        _keep_aside(path, aside)
        _give_name(part, path, aside)
        sync_folder(path.parent)


def _keep_aside(path: Path, aside: Path) -> None:
    """Give the file its other name, with its half change, which would be undone in the new one.

    The half change is beside the file under either name: without it, the file can't be mended.
    """
    half, kept = beside.journal_path(path), beside.journal_path(aside)
    if half.exists():
        with new_file(path.parent, half.read_bytes()) as part:
            part.rename(kept)
    if path.exists():
        path.rename(aside)
    if half.exists():
        half.replace(kept)
    sync_folder(path.parent)


def _give_name(part: Path, path: Path, aside: Path) -> None:
    """Give the new file the event's name, or the old one its own again, with its half change."""
    try:
        part.rename(path)
    except OSError:
        if aside.exists() and not path.exists():
            if (half := beside.journal_path(aside)).exists():
                half.rename(beside.journal_path(path))
            aside.rename(path)
        raise


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
