"""Processes that copy or restore an event, and are killed: at one step, or at any instant.

As a program it forks one child for each line of its input: what to do (copy or restore), the
event's path, and after how many microseconds it is killed. The answer is the signal that it died
of, 0 if it was done first.
"""

import os
import signal
import sys
import time
from pathlib import Path
from typing import NoReturn

from judging_app import files
from judging_app.desk import events
from judging_app.desk.keeping import copies as desk_copies
from judging_app.desk.keeping import recovery
from judging_app.desk.keeping.trouble import Trouble
from judging_app.domain.roles import ORGANISER
from judging_app.present.start.recovery import Cause
from judging_app.store.keeping import restoring

STEPS = ("half-written", "written", "half kept", "kept", "named")


def restore(path: Path) -> None:
    """Continue from the newest copy of an event."""
    found = recovery.looked_into(Trouble(path, Cause.DAMAGED, "It is damaged."))
    recovery.restore(found, found.copies[0], ORGANISER)


def restore_until(step: str, path: Path) -> None:
    """The same, dying where `step` says."""
    module, name, end = {
        "half-written": (files, "write_synced", _write_half),
        "written": (restoring, "_keep_aside", _die),
        "half kept": (Path, "rename", _rename_and_die),
        "kept": (restoring, "_give_name", _die),
        "named": (restoring, "_give_name", _give_name_and_die),
    }[step]
    setattr(module, name, end)
    restore(path)


def _write_half(path: Path, content: bytes, **_: object) -> NoReturn:
    path.write_bytes(content[: len(content) // 2])
    _die()


def _rename_and_die(path: Path, target: Path) -> NoReturn:
    """After whatever gets its name first, which is the half change or its copy."""
    path.replace(target)
    _die()


def _give_name_and_die(part: Path, path: Path, _aside: Path) -> NoReturn:
    part.rename(path)
    _die()


def _die(*_: object) -> NoReturn:
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError("it is dead")


def _copy(path: Path) -> None:
    desk = events.open_event(path)
    desk_copies.copy_now(desk)
    desk.close()


def _serve() -> None:
    for line in sys.stdin:
        what, path, life_us = line.rstrip("\n").split("\t")
        child = os.fork()
        if not child:
            try:
                (_copy if what == "copy" else restore)(Path(path))
            finally:
                os._exit(0)
        time.sleep(int(life_us) / 1e6)
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        sys.stdout.write(f"{os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    if len(sys.argv) > 1:
        restore_until(sys.argv[1], Path(sys.argv[2]))
    else:
        _serve()
