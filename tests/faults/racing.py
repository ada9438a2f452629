"""Processes that all want one event at the same instant.

A line of the input names an event file. Four children are forked, wait for one another, and open
it. The answer is what each was told, a line each; whoever has it is killed once all have spoken.
"""

import os
import signal
import sys
from pathlib import Path

from judging_app.desk import events
from judging_app.errors import DeskError

RUNNERS = 4


def main() -> None:
    """Hold one race for each line."""
    for line in sys.stdin:
        path = Path(line.rstrip("\n"))
        gate, opens = os.pipe()
        told, tells = os.pipe()
        runners = [_runner(path, gate, opens, tells) for _ in range(RUNNERS)]
        os.close(gate)
        os.close(opens)  # which lets all of them go
        answers = _lines(told, RUNNERS)
        for runner in runners:
            os.kill(runner, signal.SIGKILL)
            os.waitpid(runner, 0)
        os.close(told)
        os.close(tells)
        os.writev(1, [f"{answer}\n".encode() for answer in answers])


def _runner(path: Path, gate: int, opens: int, tells: int) -> int:
    child = os.fork()
    if child:
        return child
    try:
        os.close(opens)
        os.read(gate, 1)
        os.writev(tells, [f"{_opened(path)}\n".encode()])
        signal.pause()
    finally:
        os._exit(1)


_HELD: list[object] = []


def _opened(path: Path) -> str:
    try:
        _HELD.append(events.open_event(path))
    except DeskError as refusal:
        return f"refused\t{refusal}"
    except Exception as error:  # noqa: BLE001 - what nobody foresaw is told too
        return f"bug\t{type(error).__name__}"
    return "opened"


def _lines(place: int, count: int) -> list[str]:
    text = b""
    while text.count(b"\n") < count:
        text += os.read(place, 4096)
    return text.decode().splitlines()


if __name__ == "__main__":
    main()
