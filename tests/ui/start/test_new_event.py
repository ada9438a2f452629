import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from judging_app.present.start.start import PinRow
from ui.start.new_event import NewEventScreen


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


def test_settings_in_order_are_not_spoken_of(screen: NewEventScreen) -> None:
    screen.show_pins([PinRow("Host", "135790")], ["Wrong: It is wrong."])
    screen.show_pins([PinRow("Host", "135790")])

    assert not any("Wrong" in words for words in _words(screen))
