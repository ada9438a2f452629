"""Somebody changes the text's size and the theme in the middle of what they are typing."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from tests.journeys.window_day import bring_up, words_on
from tests.ui.every_screen import sample_day, states
from ui.pins.pin_pad import PinDots
from ui.window import Window
from ui.windows import Application

Find = Callable[[Window], QWidget]


@pytest.fixture
def window(qapp: QApplication) -> Iterator[Window]:
    """The application's window, whose look its own buttons change."""
    made = Application(qapp)
    bring_up(made.window)
    yield made.window
    made.window.close()
    made.deleteLater()


def pin(window: Window) -> QWidget:
    return on_show(window, PinDots)


def comment(window: Window) -> QWidget:
    return on_show(window, QPlainTextEdit)


def field(window: Window) -> QWidget:
    return on_show(window, QLineEdit)


def on_show(window: Window, kind: type[QWidget]) -> QWidget:
    """The first of a kind that can be typed in now."""
    return next(one for one in window.findChildren(kind) if one.isVisible() and one.isEnabled())


def typed(part: QWidget) -> tuple[str, int, bool]:
    """What is typed so far, where the next letter goes, and whether it can be undone."""
    if isinstance(part, QLineEdit):
        return part.text(), part.cursorPosition(), part.isUndoAvailable()
    if isinstance(part, QPlainTextEdit):
        document = part.document()
        return part.toPlainText(), part.textCursor().position(), document.isUndoAvailable()
    assert isinstance(part, PinDots)
    return part._digits, part.count, False


def take_back(part: QWidget) -> None:
    """Undo what was typed; of a PIN only the last digit can be."""
    if isinstance(part, PinDots):
        QTest.keyClick(part, Qt.Key.Key_Backspace)
    else:
        QTest.keyClick(part, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


def change_everything(window: Window) -> None:
    """All the way to the largest text, into the other theme, and one step back."""
    for asked in (
        *[window.larger_text_asked] * 4,
        window.other_theme_asked,
        window.smaller_text_asked,
    ):
        asked.emit()
        QTest.qWait(0)


@pytest.mark.parametrize(
    ("state", "find", "keys"),
    [
        ("sign-in, a PIN", pin, "123"),
        ("scorecard", comment, "Half a thou"),
        ("sheets, keyed", field, "1"),
        ("result, Penalty", field, "2,"),
    ],
)
def test_what_is_half_typed_stays_with_its_keyboard_and_its_steps_back(
    window: Window, tmp_path: Path, state: str, find: Find, keys: str
) -> None:
    next(found for found in states(window, sample_day(tmp_path)) if found == state)
    part, page = find(window), window._key
    part.setFocus()
    QTest.keyClicks(part, keys)
    before = typed(part)
    change_everything(window)

    assert before[0] == keys
    assert QApplication.focusWidget() is part
    assert (window._key, typed(part)) == (page, before)
    assert not part.visibleRegion().isEmpty()
    take_back(part)
    assert typed(part)[0] != keys
    assert keys.startswith(typed(part)[0])


def test_the_pins_of_a_new_event_stay_in_sight(window: Window, tmp_path: Path) -> None:
    found = states(window, sample_day(tmp_path))
    next(state for state in found if state == "new event, its PINs")
    change_everything(window)

    assert "135790" in words_on(window)
