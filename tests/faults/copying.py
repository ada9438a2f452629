"""A process that copies an event, and is killed by its own hand at one step of it."""

import os
import signal
import sys
from pathlib import Path
from typing import NoReturn

from judging_app import files
from judging_app.desk import events
from judging_app.desk.keeping import copies as desk_copies
from judging_app.store.keeping import copies


def main(step: str, path: Path, folder: Path) -> None:
    """Die where `step` says: half-written, written, checked or named."""
    module, name, end = {
        "half-written": (files, "write_synced", _write_half),
        "written": (copies, "_check", _die),
        "checked": (copies, "free_name", _die),
        "named": (copies, "sync_folder", _die),
    }[step]
    setattr(module, name, end)
    desk_copies.copy_now(events.open_event(path), folder)


def _write_half(path: Path, content: bytes, **_: object) -> NoReturn:
    path.write_bytes(content[: len(content) // 2])
    _die()


def _die(*_: object, **__: object) -> NoReturn:
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError("it is dead")


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
