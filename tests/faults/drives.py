"""Drives that a test can fill, mark read-only and pull; they take Linux and root."""

import ctypes
import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

_SHUT_DOWN = 0x8004587D  # EXT4_IOC_SHUTDOWN
_WITHOUT_WRITING = 2

needs_mounts = pytest.mark.skipif(
    not sys.platform.startswith("linux") or os.geteuid() != 0 or not shutil.which("mkfs.ext4"),
    reason="drives are mounted by root on Linux only",
)


@contextmanager
def memory_disk(at: Path, size: str) -> Iterator[Path]:
    """A small disk in memory, mounted at `at`."""
    at.mkdir()
    _run("mount", "-t", "tmpfs", "-o", f"size={size}", "none", str(at))
    try:
        yield at
    finally:
        _run("umount", "-l", str(at))


class Stick:
    """A memory stick with ext4 on it, which can be pulled out and plugged in again."""

    def __init__(self, image: Path, at: Path) -> None:
        self.image, self.at = image, at
        at.mkdir()
        with image.open("wb") as file:
            file.truncate(8 * 1024 * 1024)
        _run("mkfs.ext4", "-q", str(image))

    def plug_in(self) -> None:
        """Mount it."""
        _run("mount", "-o", "loop", str(self.image), str(self.at))

    def pull(self) -> None:
        """End every access to it at once, as if it were out: what isn't on it never will be."""
        handle = os.open(self.at, os.O_RDONLY)
        try:
            fcntl.ioctl(handle, _SHUT_DOWN, ctypes.c_uint32(_WITHOUT_WRITING))
        finally:
            os.close(handle)

    def take_away(self) -> None:
        """Let its place in the tree go, as a desktop does once the stick is out."""
        _run("umount", "-l", str(self.at))
        again = self.image.with_suffix(".again")  # the kernel may still have the pulled one open
        shutil.copyfile(self.image, again)
        self.image = again


@contextmanager
def stick(folder: Path) -> Iterator[Stick]:
    """A stick that is plugged in."""
    made = Stick(folder / "stick.img", folder / "stick")
    made.plug_in()
    try:
        yield made
    finally:
        with suppress(subprocess.CalledProcessError):
            _run("umount", "-l", str(made.at))


def _run(*words: str) -> None:
    subprocess.run(words, check=True, capture_output=True)
