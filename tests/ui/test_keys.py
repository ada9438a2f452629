"""The table of keys, and the screens that take their keys from it."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui import screens
from ui import keys
from ui.day import Day
from ui.keys import TABLE, Key, Where
from ui.wall.projector import Projector
from ui.window import Window

UI = Path(keys.__file__).parent
NO_MODIFIER = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[Window]:
    """The window with all its screens, and no event open."""
    made = Window(Day(), Projector(is_motion_reduced=True))
    qtbot.addWidget(made)
    qtbot.addWidget(made.projector)
    screens.every_screen(made)
    yield made
    made.close()


def rows() -> dict[str, Key]:
    """The rows by the names that the screens use."""
    return {name: row for name, row in vars(keys).items() if isinstance(row, Key)}


def uses() -> set[str]:
    """The names of rows that appear as `keys.NAME`, besides in the table itself."""
    found = set()
    for path in UI.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Attribute) and ast.unparse(node.value) == "keys":
                found.add(node.attr)
    return found & rows().keys()


def shortcuts_of(screen: QWidget) -> set[str]:
    return {one.key().toString() for one in screen.findChildren(QShortcut)}


def press(key: Qt.Key, text: str = "", held: Qt.KeyboardModifier = NO_MODIFIER) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, held, text)


def test_every_shortcut_of_a_screen_is_in_the_table_under_that_screen(window: Window) -> None:
    for name, screen in window._screens.items():
        listed = {
            QKeySequence(one).toString() for row in keys.keys_of(name) for one in row.sequences
        }

        assert shortcuts_of(screen) <= listed, name


def test_every_shortcut_of_the_window_itself_is_listed_everywhere(window: Window) -> None:
    of_screens = set().union(*(shortcuts_of(one) for one in window._screens.values()))
    own = shortcuts_of(window) - of_screens
    everywhere = keys.keys_of(Where.EVERYWHERE.value)

    assert own == {"F1", "Ctrl++", "Ctrl+=", "Ctrl+-", "Ctrl+0"}
    assert own <= {one for row in everywhere for one in row.sequences}


def test_every_key_in_the_table_is_taken_by_a_screen_or_by_qt() -> None:
    by_qt = {name for name, row in rows().items() if row.is_qts}

    assert uses() == rows().keys() - by_qt


def test_no_screen_knows_a_key_by_itself() -> None:
    told = [
        f"{path.name}: {line.strip()}"
        for path in UI.rglob("*.py")
        if path.name != "keys.py"
        for line in path.read_text(encoding="utf-8").splitlines()
        if "Qt.Key." in line or "QKeySequence(" in line or "QShortcut(" in line
    ]

    assert told == []


def test_every_screen_in_the_table_is_a_screen_of_the_window(window: Window) -> None:
    assert {one.value for one in Where} - {Where.EVERYWHERE.value} <= window._screens.keys()


def test_every_place_where_keys_work_has_a_key_of_its_own() -> None:
    assert {where for key in TABLE for where in key.where} == {*Where}


@pytest.mark.parametrize("where", Where)
def test_no_key_means_two_things_at_once_as_a_shortcut(where: Where) -> None:
    shown = [row.shown for row in keys.keys_of(where.value) if "+" in row.shown]

    assert len(shown) == len(set(shown))


def test_every_row_says_what_its_key_does_and_which_one_it_is() -> None:
    assert [row for row in TABLE if not (row.shown and row.does and row.where)] == []
    assert [row for row in TABLE if not (row.sequences or row.typed or row.is_qts)] == []


def test_every_sequence_is_one_that_qt_understands() -> None:
    written = [one for row in TABLE for one in row.sequences]

    assert [one for one in written if not QKeySequence(one).toString()] == []


def test_a_digit_counts_wherever_the_keyboard_has_it() -> None:
    with_shift = press(Qt.Key.Key_Ampersand, "1", Qt.KeyboardModifier.ShiftModifier)
    on_the_pad = press(Qt.Key.Key_1, "1", Qt.KeyboardModifier.KeypadModifier)
    with_ctrl = press(Qt.Key.Key_1, "1", Qt.KeyboardModifier.ControlModifier)

    assert keys.SCORE.is_pressed(with_shift)
    assert keys.SCORE.is_pressed(on_the_pad)
    assert not keys.SCORE.is_pressed(with_ctrl)


def test_enter_on_the_number_pad_is_enter() -> None:
    assert keys.PRESS.is_pressed(press(Qt.Key.Key_Enter, "", Qt.KeyboardModifier.KeypadModifier))
    assert keys.PRESS.is_pressed(press(Qt.Key.Key_Return))


def test_a_key_with_another_one_held_is_not_that_key() -> None:
    held = press(Qt.Key.Key_Left, "", Qt.KeyboardModifier.ControlModifier)

    assert not keys.LOWER.is_pressed(held)
    assert keys.LOWER.is_pressed(press(Qt.Key.Key_Left))
