from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from judging_app.desk.events import create_event
from judging_app.domain.event import Event
from judging_app.domain.setup import Intake
from judging_app.present.start.start import PinRow
from tests.builders import set_up
from ui.day import Day
from ui.pages import NEW
from ui.start.new_event import NewEventScreen
from ui.start.start_wiring import StartWiring
from ui.window import Window


@pytest.fixture
def screen(qtbot: QtBot) -> NewEventScreen:
    made = NewEventScreen()
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def _words(screen: NewEventScreen) -> list[str]:
    return [label.text() for label in screen.findChildren(QLabel) if label.isVisible()]


def test_what_to_look_at_in_the_settings_stands_with_the_pins(screen: NewEventScreen) -> None:
    screen.show_pins([PinRow("Host", "135790")], ["Wrong: It is wrong.", "Look: It may be."])

    assert "Wrong: It is wrong.\nLook: It may be." in _words(screen)
    assert "135790" in _words(screen)


def test_pins_of_an_event_that_was_made_from_files_are_not_lost_by_one_press(
    qtbot: QtBot, tmp_path: Path
) -> None:
    window = Window(Day())
    qtbot.addWidget(window)
    window.show()
    made = create_event(tmp_path / "made.pitchday", Event("Made"), Intake(set_up()))
    wiring = window.wiring_of(NEW)
    assert isinstance(wiring, StartWiring)
    wiring._is_new, wiring._setup = True, set_up()
    wiring._show_made(made)
    window.close()
    still_there = window.isVisible()
    window.close()

    assert still_there
    assert not window.isVisible()


def test_settings_in_order_are_not_spoken_of(screen: NewEventScreen) -> None:
    screen.show_pins([PinRow("Host", "135790")], ["Wrong: It is wrong."])
    screen.show_pins([PinRow("Host", "135790")])

    assert not any("Wrong" in words for words in _words(screen))
