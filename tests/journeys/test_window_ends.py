"""A window that is ended, put to sleep or kept waiting by its disk keeps what was typed in it."""

import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from judging_app.desk import ballots, events, scoring
from judging_app.domain.acts import SignOut, act_name
from judging_app.domain.ids import TeamId
from judging_app.domain.roles import ORGANISER, Actor, Role
from judging_app.intake.sample import read_sample
from tests.faults.row_run import RowRun
from tests.how_many import SLEEPS
from tests.journeys.window_scorers import JUDGE
from tests.journeys.window_typist import COMMENT

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals are sent on Unix only")

ENDS_S = 60
"""Longer than ending takes on a busy machine."""


class Typist:
    """The process in which a judge types."""

    def __init__(self, path: Path, turns: int) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.journeys.window_typist", str(path), str(turns)],
            stdout=subprocess.PIPE,
            text=True,
        )

    def said(self) -> str:
        """Its next line."""
        assert self._process.stdout
        return self._process.stdout.readline().rstrip("\n")

    def send(self, *signals: signal.Signals) -> None:
        """Send it signals, one after another."""
        for one in signals:
            self._process.send_signal(one)

    def ended(self) -> int:
        """Wait for its end; the answer is its status."""
        return self._process.wait(ENDS_S)

    def close(self) -> None:
        """End it if it lives, and leave nothing open."""
        self._process.kill()
        self._process.wait()
        assert self._process.stdout
        self._process.stdout.close()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The sample day, open for scoring, without a ballot."""
    made, sample = tmp_path / "day.pitchday", read_sample(with_ballots=False)
    events.create_event(made, sample.event, sample.intake, sample.pins)
    desk = events.open_event(made)
    scoring.open_scoring(desk, ORGANISER)
    desk.close()
    return made


@pytest.fixture
def typist(path: Path, request: pytest.FixtureRequest) -> Iterator[Typist]:
    made = Typist(path, getattr(request, "param", 1))
    yield made
    made.close()


def comment(path: Path) -> str:
    """What the first team's comment says in the file."""
    desk = events.open_event(path)
    try:
        assert desk.verification().findings == ()
        own = Actor(Role.JUDGE, JUDGE)
        return ballots.ballot(desk, own, JUDGE, TeamId("T1")).for_team
    finally:
        desk.close()


@pytest.mark.row(23)
@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT], ids=lambda one: one.name)
def test_what_was_typed_the_moment_before_the_computer_shuts_down_is_saved(
    how: signal.Signals, typist: Typist, path: Path, row_run: RowRun
) -> None:
    typed = typist.said()
    typist.send(how)

    assert typist.ended() == 0
    assert typed == f"typed {comment(path)}"
    row_run.tried("shutdowns", 1, lost=int(comment(path) != f"{COMMENT} 0"))


@pytest.mark.row(16)
@pytest.mark.parametrize("typist", [SLEEPS.now + 1], indirect=True)
def test_a_laptop_that_slept_wakes_with_the_desk_locked_and_every_draft_saved(
    typist: Typist, path: Path, row_run: RowRun
) -> None:
    for _ in range(SLEEPS.now):
        assert typist.said().startswith("typed ")
        typist.send(signal.SIGSTOP, signal.SIGUSR1, signal.SIGCONT)
        assert typist.said() == "locked"
    typed = typist.said()
    typist.send(signal.SIGTERM)
    assert typist.ended() == 0

    assert typed == f"typed {comment(path)}"
    desk = events.open_event(path)
    left = [entry.reason for entry in desk.entries() if entry.act == act_name(SignOut)]
    desk.close()
    row_run.tried("sleeps", SLEEPS.now, silent=abs(left.count("idle") - SLEEPS.now))
