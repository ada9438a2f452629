"""The window over the small event, the organiser in."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from judging_app.domain.roles import ORGANISER
from tests.desk.small_event import make_small_event
from ui.day import Day
from ui.file_choice import FileChoice
from ui.window import Window


def small_window(qtbot: QtBot, folder: Path, choice: FileChoice | None = None) -> Window:
    """Made in `folder`, shown as on a laptop; whoever asks for it closes it."""
    path = folder / "small.pitchday"
    make_small_event(path)
    window = Window(Day(), choice=choice)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    with qtbot.waitExposed(window):
        window.show()
    window.open_event(path)
    window.day.enter(ORGANISER)
    return window
