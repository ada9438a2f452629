"""What screen readers are told of the widgets that paint themselves."""

import gc

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from judging_app.present.judge.card import ScaleKey
from ui import accessibility
from ui.judge.scale_keys import ScaleKeys
from ui.pins.pin_pad import PinDots
from ui.result.dot_plot import DotPlot
from ui.widgets.state_badge import StateBadge

ROLE, VALUE = QAccessible.Role, QAccessible.Text.Value


@pytest.fixture(autouse=True)
def _answering() -> None:
    accessibility.install()


def told(widget: QWidget) -> QAccessibleInterface:
    found = QAccessible.queryAccessibleInterface(widget)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("made", "role"),
    [
        (ScaleKeys, ROLE.SpinBox),
        (PinDots, ROLE.EditableText),
        (DotPlot, ROLE.Chart),
        (StateBadge, ROLE.StaticText),
    ],
)
def test_a_widget_that_paints_itself_says_what_it_is(
    qtbot: QtBot, made: type[QWidget], role: QAccessible.Role
) -> None:
    widget = made()
    qtbot.addWidget(widget)

    assert told(widget).role() == role


def test_a_scale_says_its_score_and_that_there_is_none(qtbot: QtBot) -> None:
    scale = ScaleKeys()
    qtbot.addWidget(scale)
    keys = [ScaleKey(steps, str(steps)) for steps in range(1, 11)]
    scale.show_keys(keys, None)
    before = told(scale).text(VALUE)
    scale.show_keys(keys, 7)

    assert (before, told(scale).text(VALUE)) == ("not scored", "7")


def test_a_pin_says_how_many_digits_there_are_and_never_which(qtbot: QtBot) -> None:
    dots = PinDots()
    qtbot.addWidget(dots)
    QTest.keyClick(dots, Qt.Key.Key_4)

    assert told(dots).text(VALUE) == "1 of 6 digits"
    assert "4" not in told(dots).text(QAccessible.Text.Name)


def test_a_plain_button_stays_what_qt_says_it_is(qtbot: QtBot) -> None:
    button = QPushButton("Take")
    qtbot.addWidget(button)

    assert told(button).role() == ROLE.Button
    assert told(button).text(QAccessible.Text.Name) == "Take"


def test_answering_twice_is_answering_once(qtbot: QtBot) -> None:
    accessibility.install()
    badge = StateBadge("saved", "Saved 14:32:07")
    qtbot.addWidget(badge)

    assert told(badge).text(QAccessible.Text.Name) == "Saved 14:32:07"


def test_two_thousand_widgets_come_and_go_under_a_screen_reader(qapp: QApplication) -> None:
    said = set()
    for _ in range(2_000):
        badge = StateBadge("saved")
        said.add(told(badge).role())
        badge.deleteLater()
        del badge
        qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()

    assert said == {ROLE.StaticText}
