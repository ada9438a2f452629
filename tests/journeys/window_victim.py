"""A process with a window of its own, worked by the keyboard until it is killed.

It is asked for by what it is to do, an event file, somebody's key and PIN, and what to type: for a
card the first scores, for a reveal a Page Down for each step. It says in a line whatever has been
painted: whoever reads that knows what a person at the screen saw.
"""

import os
import sys
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

from tests.journeys.window_day import (
    Key,
    Keys,
    bring_up,
    has_told,
    is_ready,
    told_in,
    wait_until,
)
from tests.ui import screens
from ui import theme
from ui.day import Day
from ui.wall.projector import Projector
from ui.widgets.state_badge import StateBadge
from ui.window import Window


def main() -> None:
    """Do what is asked, and wait to be killed."""
    act, path, key, pin, work = sys.argv[1:]
    app = QApplication([])
    theme.apply(app, "light")
    keys = Keys(Window(Day(), Projector(is_motion_reduced=True)))
    bring_up(keys.window)
    keys.window.open_event(Path(path))
    keys.sign_in(key, pin)
    if act == "card":
        score(keys, work)
    else:
        tell(keys, int(work))
    app.exec()


def score(keys: Keys, scores: str) -> None:
    """Score the first criteria of the first team, and say each time what then is painted."""
    keys.open_team(0)
    watch = PaintWatch(keys.window.top.findChildren(StateBadge))
    for digit in scores:
        watch.painted.clear()
        keys.type(digit)
        wait_until(watch.has_saved)
        say(" ".join(sorted(watch.painted)))
        keys.key(Key.Key_Tab)


def tell(keys: Keys, steps: int) -> None:
    """Tell the room the first steps of the reveal, and say each time whom it then reads."""
    hold, room = screens.host_projector(keys.window), keys.window.projector
    keys.go_to("Projector")
    keys.show_part(hold.switch)
    keys.press_on(hold.switch, Key.Key_Space)
    keys.tab_to(hold.take)
    keys.key(Key.Key_PageDown)  # the deliberation comes before the reveal
    for step in range(steps + 1):
        wait_until(partial(is_ready, hold))
        keys.key(Key.Key_PageDown)
        wait_until(partial(has_told, room, step))
        say(", ".join(sorted(told_in(room))))


class PaintWatch(QObject):
    """Collects the words of the badges that are painted."""

    def __init__(self, badges: list[StateBadge]) -> None:
        super().__init__()
        self.painted: set[str] = set()
        for badge in badges:
            badge.installEventFilter(self)

    def has_saved(self) -> bool:
        """Whether a moment of saving was painted; asked between events, so it was to its end."""
        return any(word.startswith("Saved ") and word[-1].isdigit() for word in self.painted)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's own name
        """Note what is about to be painted, and let it be."""
        if event.type() == QEvent.Type.Paint and isinstance(watched, StateBadge):
            self.painted.add(watched.word)
        return False


def say(line: str) -> None:
    """By one system call: a line is out or it is not, even if the next instant is the last."""
    os.write(1, f"{line}\n".encode())


if __name__ == "__main__":
    main()
