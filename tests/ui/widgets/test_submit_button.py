"""The button that submits, under a hand that clicks more than once."""

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.widgets.submit_button import SubmitButton

PRESS, RELEASE, DOUBLE = (
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.MouseButtonDblClick,
)
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


class Mouse:
    """Clicks on a button at moments that are given, and counts what the button makes of it."""

    def __init__(self, button: SubmitButton) -> None:
        self.button, self.count = button, 0
        button.clicked.connect(self._count)

    def click(self, kind: QEvent.Type, at_ms: int) -> None:
        """Press, by an event of this kind, and let go."""
        place = QPointF(self.button.rect().center())
        for each in (kind, RELEASE):
            event = QMouseEvent(each, place, place, LEFT, LEFT, NONE)
            event.setTimestamp(at_ms)
            QApplication.sendEvent(self.button, event)

    def _count(self) -> None:
        self.count += 1


@pytest.fixture
def mouse(qtbot: QtBot) -> Mouse:
    button = SubmitButton("Submit")
    qtbot.addWidget(button)
    button.show()
    return Mouse(button)


def test_one_click_submits(mouse: Mouse) -> None:
    mouse.click(PRESS, 1_000)

    assert mouse.count == 1


def test_the_second_press_of_a_double_click_submits_nothing(mouse: Mouse) -> None:
    mouse.click(DOUBLE, 1_000)

    assert mouse.count == 0


def test_the_clicks_right_after_a_double_click_submit_nothing(mouse: Mouse) -> None:
    mouse.click(DOUBLE, 1_000)
    for number in range(1, 4):
        mouse.click(PRESS, 1_000 + number * QApplication.doubleClickInterval())

    assert mouse.count == 0


def test_a_click_of_its_own_after_a_double_click_submits(mouse: Mouse) -> None:
    mouse.click(DOUBLE, 1_000)
    mouse.click(PRESS, 1_001 + QApplication.doubleClickInterval())

    assert mouse.count == 1
