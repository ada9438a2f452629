"""Disks that a test makes for itself; whoever may not mount any skips it, with the reason."""

import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

_SHUT_DOWN = 0x8004587D
"""FS_IOC_SHUTDOWN, with which a file system stops as if its device were gone."""

_WITHOUT_LOG = 2


def needs_root() -> None:
    """Skip a test that mounts a disk where that isn't possible."""
    if not sys.platform.startswith("linux") or os.geteuid():
        pytest.skip("disks are mounted by root on Linux only")
    for tool in ("mount", "mkfs.ext4"):
        if not shutil.which(tool):
            pytest.skip(f"{tool} is not installed")


@contextmanager
def memory_disk(folder: Path, size: str) -> Iterator[Path]:
    """A disk of that size, such as 2m."""
    needs_root()
    folder.mkdir()
    with _mounted("-t", "tmpfs", "-o", f"size={size}", "tmpfs", folder):
        yield folder


def ext4_image(path: Path, size_mb: int = 16) -> Path:
    """An empty ext4 disk in a file."""
    needs_root()
    with path.open("wb") as image:
        image.truncate(size_mb * 2**20)
    _run("mkfs.ext4", "-q", "-O", "has_journal", "-E", "lazy_itable_init=0", path)
    return path


@contextmanager
def ext4(image: Path, folder: Path, *options: str) -> Iterator[Path]:
    """That disk, mounted; its journal is played back if it was not taken off in order."""
    folder.mkdir(exist_ok=True)
    with _mounted("-t", "ext4", "-o", ",".join(["loop", *options]), image, folder):
        yield folder


def pull(folder: Path) -> None:
    """Let a mounted disk vanish under whoever uses it, as a stick that is pulled out."""
    place = os.open(folder, os.O_RDONLY)
    try:
        fcntl.ioctl(place, _SHUT_DOWN, _WITHOUT_LOG.to_bytes(4, "little"))
    finally:
        os.close(place)


@contextmanager
def _mounted(*words: str | Path) -> Iterator[None]:
    done = subprocess.run(["mount", *map(str, words)], check=False, capture_output=True, text=True)
    if done.returncode:
        pytest.skip(f"nothing can be mounted here: {done.stderr.strip().rpartition(': ')[2]}")
    try:
        yield
    finally:
        _run("umount", "--lazy", words[-1])


def _run(*words: str | Path) -> None:
    subprocess.run([*map(str, words)], check=True, capture_output=True)
