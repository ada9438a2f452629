"""Notices when anybody opens a file, Qt's own readers included."""

import ctypes
import os
import struct
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

_IN_OPEN = 0x20
"""Source: inotify(7)."""

on_linux = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="openings are watched on Linux only"
)


class Openings:
    """How often a file was opened."""

    def __init__(self, watch: int) -> None:
        self._watch = watch

    def count(self) -> int:
        """How often since it was last asked."""
        try:
            events = os.read(self._watch, 64 * 1024)
        except BlockingIOError:
            return 0
        return len(events) // struct.calcsize("iIII")


@contextmanager
def openings(path: Path) -> Iterator[Openings]:
    """Watch one file."""
    libc = ctypes.CDLL(None, use_errno=True)
    watch = libc.inotify_init1(os.O_NONBLOCK)
    assert watch >= 0
    assert libc.inotify_add_watch(watch, os.fsencode(path), _IN_OPEN) >= 0
    try:
        yield Openings(watch)
    finally:
        os.close(watch)
