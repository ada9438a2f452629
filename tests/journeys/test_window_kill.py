"""What was painted as saved is in the file and on the card, whenever the window's process dies."""

import os
import random
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from functools import partial
from pathlib import Path

import pytest

from judging_app.desk import events, scoring
from judging_app.domain.roles import ORGANISER
from judging_app.intake.sample import read_sample
from tests.faults.row_run import RowRun
from tests.faults.told import Score, Told, reading, told
from tests.faults.tracing import needs_strace
from tests.how_many import SLOW_SAVES, WINDOW_KILLS

_LONGEST_LIFE_S = 0.3
"""After the first key; long enough for several scores."""

_SHARES = 4
_KILLS_A_FILE = 25
"""Then a fresh copy, because verifying a record takes the longer the longer it is."""


class Windows:
    """The process that forks those whose windows are killed."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.journeys.window_scorers"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def killed(
        self, path: Path, seed: int, life_s: float, slowed: Callable[[int], None] | None = None
    ) -> list[str]:
        """Let one score until `life_s` after its first key; the answer is all that it said.

        With `slowed`, something is done to it before that key.
        """
        assert self._process.stdin
        self._process.stdin.write(f"{path}\t{seed}\n")
        self._process.stdin.flush()
        child, lines, killer = int(self._line().split()[1]), [self._line()], None
        while not lines[-1].startswith("dead "):
            if slowed and lines[-1].startswith("shown "):
                slowed(child)
                slowed = None
            if killer is None and lines[-1].startswith("asked "):
                killer = threading.Timer(life_s, _kill, (child,))
                killer.start()
            lines.append(self._line())
        if killer:
            killer.join()
        return lines

    def end(self) -> None:
        """Ask for no more."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.close()
        self._process.wait()
        self._process.stdout.close()

    def _line(self) -> str:
        assert self._process.stdout
        line = self._process.stdout.readline()
        assert line, "the process that forks has ended"
        return line.rstrip("\n")


def _kill(child: int) -> None:
    with suppress(ProcessLookupError):
        os.kill(child, signal.SIGKILL)


@pytest.fixture(scope="module")
def windows() -> Iterator[Windows]:
    process = Windows()
    yield process
    process.end()


@pytest.fixture(scope="module")
def scoring_day(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample day, open for scoring, without a ballot."""
    path, sample = tmp_path_factory.mktemp("day") / "day.pitchday", read_sample(with_ballots=False)
    events.create_event(path, sample.event, sample.intake, sample.pins)
    desk = events.open_event(path)
    scoring.open_scoring(desk, ORGANISER)
    desk.close()
    return path


@pytest.mark.row(1, 15)
@pytest.mark.parametrize(
    "share", [0, *(pytest.param(one, marks=pytest.mark.full) for one in range(1, _SHARES))]
)
def test_what_the_window_painted_as_saved_is_there_however_it_dies(
    share: int, scoring_day: Path, tmp_path: Path, windows: Windows, row_run: RowRun
) -> None:
    draw, path = random.Random(share), tmp_path / "day.pitchday"  # noqa: S311 - repeatable
    kept: dict[Score, int] = {}
    fired = lost = saved = 0
    kills = max(WINDOW_KILLS.usual, WINDOW_KILLS.now // _SHARES)
    for turn in range(kills):
        if turn % _KILLS_A_FILE == 0:
            kept = {}
            shutil.copy(scoring_day, path)
        lines = windows.killed(path, share * 10_000 + turn, draw.uniform(0, _LONGEST_LIFE_S))
        said, left = told(lines[:-1], kept), reading(path)
        saved += len(said.saved) - len(kept)
        fired += lines[-1] == f"dead {signal.SIGKILL:d}"
        is_there = not left.refusal and said.agrees(left.scores) and _is_shown(said, kept)
        if not is_there:
            print(lines, kept, left)  # noqa: T201 - shown if it fails
        lost += not is_there
        kept = dict(left.scores)
    row_run.tried("kills of a window", kills, fired=fired, lost=lost)
    assert saved or kills == WINDOW_KILLS.usual


@pytest.mark.row(35)
@needs_strace
def test_what_a_slow_disk_has_not_saved_yet_is_not_painted_as_saved(
    scoring_day: Path, tmp_path: Path, windows: Windows, row_run: RowRun
) -> None:
    draw, path, trace = random.Random(35), tmp_path / "day.pitchday", tmp_path / "trace"  # noqa: S311 - as above
    fired = lost = 0
    kills = SLOW_SAVES.now
    for turn in range(kills):
        shutil.copy(scoring_day, path)
        with ExitStack() as ends:
            slowed = partial(_slow_down, trace, ends)
            lines = windows.killed(path, turn, draw.uniform(0, 8 * _SYNC_S), slowed)
        said, left = told(lines[:-1]), reading(path)
        fired += "(DELAYED)" in trace.read_text("utf-8")
        lost += bool(left.refusal) or not said.agrees(left.scores)
    row_run.tried("kills while the disk is slow", kills, fired=fired, lost=lost)


_SYNC_S = 0.15
"""How long the disk takes for each of the five times that a save asks it to sync."""


def _slow_down(trace: Path, ends: ExitStack, process: int) -> None:
    """Let the disk take long from now on."""
    slow = f"inject=fdatasync:delay_enter={_SYNC_S * 1_000_000:.0f}"
    tracer = ends.enter_context(
        subprocess.Popen(
            ["strace", "-o", str(trace), "-e", "trace=fdatasync", "-e", slow, "-p", str(process)],
            stderr=subprocess.PIPE,
            text=True,
        )
    )
    assert tracer.stderr
    assert "attached" in tracer.stderr.readline()


def _is_shown(said: Told, kept: dict[Score, int]) -> bool:
    """Whether the first card that was opened showed what was saved before."""
    first = next((one for one in said.lines if one.startswith("shown ")), "shown - ")
    _, team, *shown = first.split()
    before = [str(steps) for (_, of, _), steps in sorted(kept.items()) if of == team]
    return sorted(one for one in shown if one != "-") == sorted(before)
