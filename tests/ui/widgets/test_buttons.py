"""Tests of buttons."""

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.widgets.buttons import Button

_LEFT = Qt.MouseButton.LeftButton


def test_a_second_click_presses_only_the_button_that_the_first_was_on(qtbot: QtBot) -> None:
    before, comes_there = Button("Prepare the reveal"), Button("Show “Judges deciding”")
    for button in (before, comes_there):
        qtbot.addWidget(button)

    with qtbot.assertNotEmitted(comes_there.clicked):
        QTest.mouseClick(before, _LEFT)
        _click_again(comes_there)
    with qtbot.waitSignals([before.clicked, before.clicked]):
        QTest.mouseClick(before, _LEFT)
        _click_again(before)


def _click_again(button: Button) -> None:
    """The second click of a double click, as Qt tells of it."""
    middle, none = QPointF(button.rect().center()), Qt.KeyboardModifier.NoModifier
    kind = QEvent.Type.MouseButtonDblClick
    QApplication.sendEvent(button, QMouseEvent(kind, middle, middle, _LEFT, _LEFT, none))
    QTest.mouseRelease(button, _LEFT)
