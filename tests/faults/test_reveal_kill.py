"""A reveal goes on at the same step, with the same picture, after the process was killed.

Run as a module, it is the process that is killed: it tells one step, says that the step is told,
and waits for its end.
"""

import os
import shutil
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from judging_app.desk import decisions, events, projector, reveal, scoring
from judging_app.desk.desk import Desk
from judging_app.desk.projector import host_projector
from judging_app.domain.decisions import Award, AwardKind
from judging_app.domain.event import Phase, Scene
from judging_app.domain.ids import AwardId
from judging_app.domain.reveal import RevealKind
from judging_app.domain.roles import HOST, ORGANISER
from tests.desk.small_event import Clock, bring_to, confirm_reveal, submit_all

STEPS = 5
"""Of this reveal: one criterion of two, two places, the name of the cup, the first place."""


@dataclass(frozen=True, slots=True)
class Death:
    """What a killed process had said last, and the signal that it died of."""

    said: str
    signal: int


def main() -> None:
    """Do one thing to the reveal, say so, and wait to be killed."""
    path, what = Path(sys.argv[1]), sys.argv[2]
    desk = events.open_event(path)
    if what == "black":
        projector.show_scene(desk, HOST, Scene.BLACK)
    else:
        reveal.reveal_to(desk, HOST, int(what))
    os.write(1, f"{_seen(desk)}\n".encode())
    sys.stdin.read()


def killed(path: Path, what: str) -> Death:
    """Let a process do `what` to the event, and kill it the moment that it is on the disk."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.faults.test_reveal_kill", str(path), what],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout
        said = process.stdout.readline()
        process.send_signal(signal.SIGKILL)
        return Death(said.rstrip("\n"), -process.wait())


def reopened(path: Path) -> tuple[int, str, str]:
    """How many steps are told, what the room sees, and what the host's key does next."""
    desk = events.open_event(path)
    try:
        assert desk.verification().findings == ()
        view = host_projector(desk, HOST)
        return desk.programme().revealed, _seen(desk), view.next.key_text
    finally:
        desk.close()


def _seen(desk: Desk) -> str:
    """The room's view; two that read the same are one picture."""
    return repr(projector.shown(desk))


@pytest.fixture
def ready_path(small_path: Path) -> Path:
    """A reveal by criterion with an award, confirmed by two, none of it told."""
    desk = events.open_event(small_path, Clock())
    bring_to(desk, Phase.SCORING)
    submit_all(desk)
    scoring.close_scoring(desk, HOST)
    decisions.declare_award(desk, ORGANISER, Award(AwardId("A1"), "The cup", AwardKind.PLACE, 1))
    reveal.plan_reveal(desk, HOST, RevealKind.BY_CRITERION, tells_awards=True)
    confirm_reveal(desk)
    desk.close()
    return small_path


def test_a_reveal_killed_after_any_step_goes_on_from_that_step(ready_path: Path) -> None:
    desk = events.open_event(ready_path)
    count = reveal.steps_left(desk)
    desk.close()
    pictures = set()
    for step in range(1, count + 1):
        death = killed(ready_path, str(step))
        assert death.signal == signal.SIGKILL

        told, seen, next_key = reopened(ready_path)

        assert told == step
        assert seen == death.said
        assert next_key.startswith("Page Down announces the next step") is (step < count)
        pictures.add(seen)
    assert len(pictures) == count == STEPS


def test_a_reveal_killed_while_it_went_back_is_where_it_went_back_to(ready_path: Path) -> None:
    for step in (3, 2):
        death = killed(ready_path, str(step))
        assert death.signal == signal.SIGKILL

    assert reopened(ready_path)[:2] == (2, death.said)


def test_a_reveal_killed_on_black_stays_black_and_comes_back_to_its_step(
    ready_path: Path,
) -> None:
    killed(ready_path, "2")
    before = Path(shutil.copy(ready_path, ready_path.with_name("before.pitchday")))
    death = killed(ready_path, "black")
    assert death.signal == signal.SIGKILL

    told, seen, next_key = reopened(ready_path)

    assert (told, seen) == (2, death.said)
    assert next_key == "Page Down shows “Reveal”."
    assert reopened(before)[1] != seen


if __name__ == "__main__":
    main()
