"""What was saved is there after the process was killed, at whichever instant."""

import os
import random
import shutil
import signal
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

from judging_app.desk import events
from judging_app.domain.event import Phase
from judging_app.domain.setup import Setup
from judging_app.store import ballot_rows, beside
from judging_app.store.verify import Finding
from tests.desk.small_event import Clock, bring_to, make_small_event, small_setup
from tests.how_many import KILLS

_LONGEST_LIFE_S = 0.03
"""After the first score was saved; long enough for several more."""

_LONGEST_CREATION_S = 0.3
_KILLS_A_FILE = 25
"""Then a fresh copy, because verifying a record takes the longer the longer it is."""

Score = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Death:
    """What a killed process had said, and the signal that it died of."""

    lines: tuple[str, ...]
    signal: int

    @property
    def saved(self) -> dict[Score, int]:
        """The last of each score that the process was told is saved."""
        return dict(_score(line) for line in self.lines if line.startswith("saved "))

    @property
    def in_flight(self) -> tuple[Score, int] | None:
        """The score that was asked for and never acknowledged."""
        last = self.lines[-1]
        return _score(last) if last.startswith("asked ") else None


def _score(line: str) -> tuple[Score, int]:
    _, judge, team, criterion, steps = line.split()
    return (judge, team, criterion), int(steps)


class Victims:
    """The process that forks those who are killed, so that Python starts only once."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.victims"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def killed(self, what: str, path: Path, seed: int, life_s: float) -> Death:
        """Let one live until its first word of work and `life_s` more, then kill it."""
        assert self._process.stdin
        self._process.stdin.write(f"{what}\t{path}\t{seed}\n")
        self._process.stdin.flush()
        begun = "saved " if what == "save" else "creating"
        lines: list[str] = []
        child, killer = 0, None
        while not (line := self._line()).startswith("dead "):
            if line.startswith("child "):
                child = int(line.split()[1])
            else:
                lines.append(line)
            if child and killer is None and any(said.startswith(begun) for said in lines):
                killer = threading.Timer(life_s, _kill, (child,))
                killer.start()
        if killer:
            killer.cancel()
            killer.join()
        return Death(tuple(lines), int(line.split()[1]))

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


@pytest.fixture(scope="module")
def kills() -> int:
    """How many processes die while they save."""
    return KILLS.now


@pytest.fixture(scope="module")
def victims() -> Iterator[Victims]:
    process = Victims()
    yield process
    process.end()


@pytest.mark.row(1, 25)
def test_no_saved_score_is_lost_however_often_the_process_is_killed(
    small_path: Path, victims: Victims, kills: int
) -> None:
    _open_scoring(small_path)
    draw = random.Random(20190315)  # noqa: S311 - a repeatable walk, not a secret
    fell: Counter[str] = Counter()
    for life in range(0, kills, _KILLS_A_FILE):
        path = Path(shutil.copy(small_path, small_path.with_name(f"life {life}.pitchday")))
        kept: dict[Score, int] = {}
        for seed in range(life, min(life + _KILLS_A_FILE, kills)):
            death = victims.killed("save", path, seed, draw.uniform(0, _LONGEST_LIFE_S))
            assert death.signal == signal.SIGKILL, death.lines
            is_half = beside.has_half_change(path)

            found, findings = _reopened(path)

            assert findings == ()
            fell[_where_it_fell(death, kept | death.saved, found, is_half=is_half)] += 1
            kept = found
    print(f"{kills} kills: {dict(sorted(fell.items()))}")  # noqa: T201 - shown by pytest -s
    assert sum(fell.values()) == kills
    assert kills - fell["between two saves"] >= kills // 4


def test_a_new_event_killed_at_any_instant_is_whole_or_not_there(
    tmp_path: Path, victims: Victims, kills: int
) -> None:
    draw = random.Random(20190316)  # noqa: S311 - a repeatable walk, not a secret
    fell: Counter[str] = Counter()
    for seed in range(kills // 4):
        folder = tmp_path / str(seed)
        folder.mkdir()
        path = folder / "new.pitchday"
        death = victims.killed("create", path, seed, draw.uniform(0, _LONGEST_CREATION_S))
        fell["killed" if death.signal == signal.SIGKILL else "done first"] += 1

        if not path.exists():
            make_small_event(path)  # what the killed process left is in nobody's way

        assert _reopened(path) == ({}, ())
        assert _setup_of(path) == small_setup()
        assert [kept.name for kept in folder.iterdir() if "journal" in kept.name] == []
    print(f"{kills // 4} creations: {dict(sorted(fell.items()))}")  # noqa: T201 - as above
    assert fell["killed"] > 0


@pytest.mark.row(22)
def test_an_older_file_killed_anywhere_while_it_is_made_anew_loses_nothing(
    tmp_path: Path, victims: Victims, kills: int
) -> None:
    count = max(kills // 4, KILLS.usual)
    saved = Path(__file__).parents[1] / "event_files" / "version 1.pitchday"
    last = _statements_to_make_anew(tmp_path / "whole.pitchday", saved, victims)
    reference = _reopened(tmp_path / "whole.pitchday")
    fell: Counter[str] = Counter()
    for kill in range(count):
        path = Path(shutil.copyfile(saved, tmp_path / f"{kill}.pitchday"))
        death = victims.killed("migrate", path, 1 + kill * (last - 1) // (count - 1), 0)
        assert death.signal == signal.SIGKILL, death.lines
        fell["half written" if beside.has_half_change(path) else "not written yet"] += 1

        assert _reopened(path) == reference
    print(f"{count} kills: {dict(sorted(fell.items()))}")  # noqa: T201 - as above
    assert reference[0]
    assert fell["half written"] >= count // 2


def _statements_to_make_anew(path: Path, saved: Path, victims: Victims) -> int:
    """How many statements it takes one that isn't killed."""
    shutil.copyfile(saved, path)
    (line,) = victims.killed("migrate", path, 0, 0).lines
    return int(line.split()[1]) - 1


def _where_it_fell(
    death: Death, kept: dict[Score, int], found: dict[Score, int], *, is_half: bool
) -> str:
    """Say in which part of a save it died, having checked that nothing else has changed."""
    if death.in_flight is None:
        assert found == kept
        return "between two saves"
    if is_half:
        assert found == kept
        return "inside a save, with a half change to undo"
    key, steps = death.in_flight
    assert found in (kept, {**kept, key: steps})
    return "inside a save"


def _open_scoring(path: Path) -> None:
    desk = events.open_event(path, Clock())
    bring_to(desk, Phase.SCORING)
    desk.close()


def _reopened(path: Path) -> tuple[dict[Score, int], tuple[Finding, ...]]:
    """Every score in the file, and what verifying it finds."""
    desk = events.open_event(path)
    try:
        scores = {
            (str(judge), str(team), str(criterion)): steps
            for (judge, team), ballot in ballot_rows.ballots(desk.file.db).items()
            for criterion, steps in ballot.scores.items()
        }
        return scores, desk.verification().findings
    finally:
        desk.close()


def _setup_of(path: Path) -> Setup:
    desk = events.open_event(path)
    try:
        return desk.setup()
    finally:
        desk.close()


def _kill(child: int) -> None:
    with suppress(ProcessLookupError):  # it was done first
        os.kill(child, signal.SIGKILL)
