"""The keys of the screen on show, laid over it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.key_overlay import NONE_HERE, KeyOverlay
from ui.keys import Where
from ui.shell import Shell
from ui.wall.projector import Projector

CARD, START = Where.CARD.value, "record"


@pytest.fixture
def shell(qtbot: QtBot) -> Shell:
    """A window at a screen with keys of its own; the keyboard is in a field of it."""
    made = Shell()
    qtbot.addWidget(made)
    for name in (CARD, START):
        page = QWidget()
        QVBoxLayout(page).addWidget(QLineEdit())
        made.add_screen(name, page)
    made.show_screen(CARD)
    made.resize(1366, 768)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made


def overlay(shell: Shell) -> KeyOverlay:
    found = shell.findChild(KeyOverlay)
    assert isinstance(found, KeyOverlay)
    return found


def words(shell: Shell) -> list[str]:
    return [one.text() for one in overlay(shell).findChildren(QLabel) if one.isVisible()]


def button(shell: Shell, name: str) -> QPushButton:
    return next(one for one in shell.findChildren(QPushButton) if one.accessibleName() == name)


def test_f1_lists_the_keys_of_the_screen_and_those_that_work_everywhere(shell: Shell) -> None:
    QTest.keyClick(shell, Qt.Key.Key_F1)

    said = words(shell)
    assert said.index("On this screen") < said.index("Ctrl+Enter") < said.index("On every screen")
    read_back = "Check the ballot, or go to what is missing; on the check, submit (Enter does too)"
    assert read_back in said
    assert "Tab, Shift+Tab" in said
    assert "Turn the projector black" not in said


def test_a_screen_without_keys_of_its_own_says_so(shell: Shell) -> None:
    shell.show_screen(START)
    QTest.keyClick(shell, Qt.Key.Key_F1)

    assert NONE_HERE in words(shell)


@pytest.mark.parametrize("key", [Qt.Key.Key_F1, Qt.Key.Key_Escape])
def test_it_closes_and_the_keyboard_is_where_it_was(shell: Shell, key: Qt.Key) -> None:
    before = QApplication.focusWidget()
    QTest.keyClick(shell, Qt.Key.Key_F1)
    while_open = QApplication.focusWidget()
    assert while_open is not None
    QTest.keyClick(while_open, key)

    assert isinstance(before, QLineEdit)
    assert overlay(shell).isAncestorOf(while_open)
    assert not overlay(shell).isVisible()
    assert QApplication.focusWidget() is before


def test_the_mouse_opens_and_closes_it_too(shell: Shell) -> None:
    button(shell, "Keyboard shortcuts of this screen").click()
    was_open = overlay(shell).isVisible()
    button(shell, "Close").click()

    assert was_open
    assert not overlay(shell).isVisible()


def test_no_key_reaches_the_screen_below(shell: Shell) -> None:
    field = QApplication.focusWidget()
    QTest.keyClick(shell, Qt.Key.Key_F1)
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_7, Qt.Key.Key_Down, Qt.Key.Key_Up):
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key)

    assert isinstance(field, QLineEdit)
    assert field.text() == ""
    close = QApplication.focusWidget()
    assert close is not None
    assert overlay(shell).isAncestorOf(close)


def test_the_arrow_keys_scroll_a_list_that_is_longer_than_the_window(shell: Shell) -> None:
    shell.resize(700, 430)
    QTest.keyClick(shell, Qt.Key.Key_F1)
    QApplication.processEvents()
    bar = overlay(shell)._scroll.verticalScrollBar()
    close = QApplication.focusWidget()
    assert close is not None
    assert bar.maximum() > 0
    QTest.keyClick(close, Qt.Key.Key_PageDown)
    down = bar.value()
    QTest.keyClick(close, Qt.Key.Key_Up)

    assert down > 0
    assert bar.value() < down


def test_it_covers_the_window_however_large_that_becomes(shell: Shell) -> None:
    QTest.keyClick(shell, Qt.Key.Key_F1)
    shell.resize(1000, 700)
    QApplication.processEvents()

    page = overlay(shell).parentWidget()
    assert page is not None
    assert overlay(shell).size() == page.size()
    assert page.width() == 1000


def test_another_screen_closes_it(shell: Shell) -> None:
    QTest.keyClick(shell, Qt.Key.Key_F1)
    shell.show_screen(START)

    assert not overlay(shell).isVisible()


def test_a_field_that_went_meanwhile_gets_no_keyboard(shell: Shell, qtbot: QtBot) -> None:
    field = QApplication.focusWidget()
    assert field is not None
    QTest.keyClick(shell, Qt.Key.Key_F1)
    with qtbot.waitSignal(field.destroyed):
        field.deleteLater()
    close = QApplication.focusWidget()
    assert close is not None
    QTest.keyClick(close, Qt.Key.Key_Escape)

    assert not overlay(shell).isVisible()


def test_a_screen_reader_hears_every_key_when_it_opens(shell: Shell) -> None:
    QTest.keyClick(shell, Qt.Key.Key_F1)
    close = QApplication.focusWidget()

    assert close is not None
    assert "Ctrl+Enter: Check the ballot" in close.accessibleDescription()


def test_the_room_never_sees_it(qtbot: QtBot) -> None:
    room = Projector(is_motion_reduced=True)
    qtbot.addWidget(room)
    with qtbot.waitExposed(room):
        room.show()
    QTest.keyClick(room, Qt.Key.Key_F1)

    assert room.findChildren(KeyOverlay) == []
    assert room.window() is room
