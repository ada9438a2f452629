"""A process in which Ben writes a card, and that is killed before he leaves it."""

import os
import signal
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from tests.journeys.secret_day import BEN
from tests.journeys.secret_windows import sign_in, write_a_card
from tests.journeys.window_day import Hands, bring_up
from ui import theme
from ui.day import Day
from ui.wall.projector import Projector
from ui.window import Window


def main() -> None:
    """Open the event that is named, write, and die."""
    app = QApplication([])
    theme.apply(app, "light")
    hands = Hands(Window(Day(), Projector(is_motion_reduced=True)))
    bring_up(hands.window)
    hands.window.open_event(Path(sys.argv[1]))
    sign_in(hands, BEN)
    write_a_card(hands, BEN, 1, ends="a draft")
    os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    main()
