"""The first screen."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from judging_app.present.start.start import PinRow, RecentRow
from ui.start.start import RecentCard, Start
from ui.widgets.labels import PlainLabel


@pytest.fixture
def screen(qtbot: QtBot) -> Start:
    made = Start()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize(
    ("words", "signal"),
    [
        ("Open the sample day", "sample_asked"),
        ("Practise scoring", "practice_asked"),
        ("New event…", "new_asked"),
        ("Open an event…", "open_asked"),
    ],
)
def test_every_button_asks_for_what_it_says(
    screen: Start, qtbot: QtBot, words: str, signal: str
) -> None:
    button = next(one for one in screen.findChildren(QPushButton) if one.text() == words)

    with qtbot.waitSignal(getattr(screen, signal)):
        QTest.keyClick(button, Qt.Key.Key_Return)


def test_a_recent_event_is_opened_by_keyboard(screen: Start) -> None:
    heard: list[str] = []
    screen.recent_asked.connect(heard.append)
    screen.show_recent([RecentRow("day", "Tech Connect", "closed")])
    card = screen.findChildren(RecentCard)[0]
    QTest.keyClick(card, Qt.Key.Key_Return)

    assert heard == ["day"]
    assert card.accessibleName() == "Tech Connect, closed"


def test_the_samples_pins_are_on_show(screen: Start, qapp: QApplication) -> None:
    screen.show_pins([PinRow("Host", "123456")])
    screen.show_pins([PinRow("Host", "654321")])
    qapp.processEvents()
    words = [label.text() for label in screen.findChildren(PlainLabel) if label.isVisible()]

    assert "654321" in words
    assert "123456" not in words


def test_no_card_of_pins_is_shown_without_pins(screen: Start) -> None:
    words = [label.text() for label in screen.findChildren(PlainLabel) if label.isVisible()]

    assert "The sample’s PINs" not in words
