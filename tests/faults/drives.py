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
from tempfile import TemporaryDirectory

import pytest

_SHUT_DOWN = 0x8004587D  # EXT4_IOC_SHUTDOWN
_WITHOUT_WRITING = 2


def _why_not() -> str:
    """Why nothing can be mounted here; nothing if it can."""
    if not sys.platform.startswith("linux") or os.geteuid() != 0:
        return "drives are mounted by root on Linux only"
    if not shutil.which("mkfs.ext4"):
        return "mkfs.ext4 is not installed"
    with TemporaryDirectory() as folder:
        try:
            with mounted(ext4_image(Path(folder, "image")), Path(folder, "at")):
                return ""
        except subprocess.CalledProcessError:
            return "this computer lets nothing be mounted"


@contextmanager
def memory_disk(at: Path, size: str) -> Iterator[Path]:
    """A small disk in memory, mounted at `at`."""
    at.mkdir()
    _run("mount", "-t", "tmpfs", "-o", f"size={size}", "none", str(at))
    try:
        yield at
    finally:
        _run("umount", "-l", str(at))


def remounted_read_only(at: Path) -> None:
    """Let nothing more be written to a disk, as the switch on a card does."""
    _run("mount", "-o", "remount,ro", str(at))


def ext4_image(path: Path) -> Path:
    """An empty ext4 disk, in a file."""
    with path.open("wb") as file:
        file.truncate(8 * 1024 * 1024)
    _run("mkfs.ext4", "-q", str(path))
    return path


@contextmanager
def mounted(image: Path, at: Path) -> Iterator[Path]:
    """That disk; what its journal holds is played back if it was not taken off in order."""
    at.mkdir(exist_ok=True)
    _run("mount", "-o", "loop", str(image), str(at))
    try:
        yield at
    finally:
        _run("umount", "-l", str(at))


def pull(at: Path) -> None:
    """End every access to a disk at once, as if it were out: what isn't on it never will be."""
    handle = os.open(at, os.O_RDONLY)
    try:
        fcntl.ioctl(handle, _SHUT_DOWN, ctypes.c_uint32(_WITHOUT_WRITING))
    finally:
        os.close(handle)


class Stick:
    """A memory stick with ext4 on it, which can be pulled out and plugged in again."""

    def __init__(self, image: Path, at: Path) -> None:
        self.image, self.at = ext4_image(image), at
        at.mkdir()

    def plug_in(self) -> None:
        """Mount it."""
        _run("mount", "-o", "loop", str(self.image), str(self.at))

    def pull(self) -> None:
        """Pull it out; it is still in the tree."""
        pull(self.at)

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


_REASON = _why_not()

needs_mounts = pytest.mark.skipif(bool(_REASON), reason=_REASON)
