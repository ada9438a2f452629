"""The disk beneath the files: how much room it has, and what has truly reached it."""

import os
import shutil
from pathlib import Path


def free_bytes(place: Path) -> int | None:
    """Bytes that may still be written where `place` is; `None` where nobody can say."""
    try:
        return shutil.disk_usage(place).free
    except OSError:
        return None


def is_on_one_disk(one: Path, other: Path) -> bool:
    """Whether both are lost if one disk is; `False` if either isn't there to be asked."""
    try:
        return one.stat().st_dev == other.stat().st_dev
    except OSError:
        return False


def write_synced(path: Path, content: bytes) -> None:
    """Write a new file, and return when it is on the disk.

    Raises:
        OSError: if it can't be written, or there is one.
    """
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Return when the names of the files in `folder` are on the disk.

    Raises:
        OSError: if they can't be put there.
    """
    if os.name == "nt":  # pragma: no cover - Windows has no handle on a folder to sync
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
