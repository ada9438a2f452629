"""A process with the whole application in it, in which a judge types until something happens.

It is asked for by an event file and a number of turns. In each a judge signs in, opens the first
team's scorecard and types a comment; "typed" says that the last key was pressed. Then it waits for
the desk to be locked, says "locked", and begins the next turn; after the last, it goes on until it
is ended. SIGUSR1 lets the clocks jump two minutes on, as they do while a laptop sleeps.
"""

import signal
import sys
from functools import partial
from pathlib import Path
from types import FrameType

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from judging_app.timepiece import Clocks
from tests.journeys.window_day import Keys, wait_until
from tests.journeys.window_scorers import JUDGE, PIN
from tests.journeys.window_victim import say
from ui.appearance import Look
from ui.splash import Opening
from ui.window import Window
from ui.windows import Application

COMMENT = "Well told, and clear"
SLEEP_S = 120.0


class Sleepy(Clocks):
    """This computer's clocks, after all the sleep that it had."""

    slept_s = 0.0

    def steady_s(self) -> float:
        """As this computer says, and what it slept."""
        return super().steady_s() + Sleepy.slept_s


def main() -> None:
    """Type, turn by turn, and go on until the end."""
    signal.signal(signal.SIGUSR1, _sleep)
    path, turns = Path(sys.argv[1]), int(sys.argv[2])
    app = QApplication([])
    application = Application(app)
    window = application.window
    window._idle.idle._now_s = Sleepy().steady_s
    application.begin(Opening(Look("light")), path)
    QTimer.singleShot(0, partial(_take_turns, window, turns))
    sys.exit(app.exec())


def _take_turns(window: Window, turns: int) -> None:
    wait_until(partial(_is_ready, window))
    window.activateWindow()
    keys = Keys(window)
    for turn in range(turns):
        _type(keys, turn)
        if turn + 1 < turns:
            wait_until(lambda: not window.day.is_signed_in)
            say("locked")


def _type(keys: Keys, turn: int) -> None:
    keys.sign_in(f"judge:{JUDGE}", PIN)
    keys.open_team(0)
    field = keys.go_to_comment("For the team")
    field.selectAll()
    keys.type(f"{COMMENT} {turn}")
    say(f"typed {field.toPlainText()}")


def _sleep(_number: int, _frame: FrameType | None) -> None:
    Sleepy.slept_s += SLEEP_S


def _is_ready(window: Window) -> bool:
    return window.isVisible() and window.day.is_open


if __name__ == "__main__":
    main()
