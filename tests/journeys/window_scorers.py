"""A process whose children each open a window, and score in it by keys until they are killed.

A line of its input asks for one child: an event file and a seed, with a tab between. The answer is
in the words of `tests.faults.worker`: the child's number, which scores a card shows when it is
opened, each score that is typed and each that is then painted as saved, and how the child died.
Qt is loaded once, before the first child; what belongs to one application is each child's own.
"""

import os
import random
import signal
import sys
from pathlib import Path

from argon2 import PasswordHasher
from PySide6.QtWidgets import QApplication

from judging_app import pins
from judging_app.domain.ids import JudgeId
from judging_app.domain.roles import Actor, Role
from judging_app.intake.sample import read_sample
from tests.journeys.window_day import Key, Keys, bring_up, wait_until
from tests.journeys.window_victim import PaintWatch, say
from tests.ui import screens
from ui import pages, theme
from ui.day import Day
from ui.judge.scale_keys import ScaleKeys
from ui.wall.projector import Projector
from ui.widgets.state_badge import StateBadge
from ui.window import Window

JUDGE = JudgeId("J1")
DIGITS = "23456789"
"""Each of them is a whole score; a 1 could become 10."""

SAMPLE = read_sample(with_ballots=False)
TEAMS = [team.id for team in SAMPLE.intake.setup.teams]
CRITERIA = [criterion.id for criterion in SAMPLE.intake.setup.rubric.criteria]
PIN = SAMPLE.pins[Actor(Role.JUDGE, JUDGE)]


def main() -> None:
    """Fork one child for each line of input, and wait until it is dead."""
    pins._HASHER = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    assert pages.PAGES
    for line in sys.stdin:
        path, seed = line.rstrip("\n").split("\t")
        child = os.fork()
        if not child:
            try:
                _score(Path(path), random.Random(int(seed)))  # noqa: S311 - drawn again
            finally:
                os._exit(1)
        say(f"child {child}")
        _, status = os.waitpid(child, 0)
        say(f"dead {os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0}")


def _score(path: Path, draw: random.Random) -> None:
    signal.alarm(60)
    app = QApplication([])
    theme.apply(app, "light")
    keys = Keys(Window(Day(), Projector(is_motion_reduced=True)))
    bring_up(keys.window)
    keys.window.open_event(path)
    keys.sign_in(f"judge:{JUDGE}", PIN)
    while True:
        row = draw.randrange(len(TEAMS))
        keys.open_team(row)
        _score_team(keys, row, draw)
        keys.key(Key.Key_Escape)


def _score_team(keys: Keys, row: int, draw: random.Random) -> None:
    card = screens.scorecard(keys.window)
    scales = card.findChildren(ScaleKeys)
    shown = [scale.accessible_value() for scale in scales]
    say(f"shown {TEAMS[row]} {' '.join(one.replace('not scored', '-') for one in shown)}")
    watch = PaintWatch(keys.window.top.findChildren(StateBadge))
    for criterion, before in zip(CRITERIA, shown, strict=True):
        digit = draw.choice(DIGITS.replace(before, ""))
        words = f"{JUDGE} {TEAMS[row]} {criterion} {digit}"
        say(f"asked {words}")
        watch.painted.clear()
        keys.type(digit)
        wait_until(watch.has_saved)
        say(f"saved {words}")
        keys.key(Key.Key_Tab)


if __name__ == "__main__":
    main()
