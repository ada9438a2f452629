"""A row of words of which one is chosen, by the keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.part_switch import PartSwitch

WORDS = ("Ballots", "Run order", "Panel")


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    """A field, then the row and its parts."""
    made = QWidget()
    parts = {word: QWidget() for word in WORDS}
    switch = PartSwitch(parts, dict.fromkeys(WORDS, "users"))
    column = QVBoxLayout(made)
    for part in (QLineEdit(), switch, *parts.values()):
        column.addWidget(part)
    switch.bind_keys(made)
    qtbot.addWidget(made)
    made.resize(900, 300)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.findChildren(QLineEdit)[0].setFocus()
    return made


def switch_on(page: QWidget) -> PartSwitch:
    return page.findChildren(PartSwitch)[0]


def test_tab_comes_to_the_word_of_the_part_on_show_and_to_no_other(page: QWidget) -> None:
    switch, field = switch_on(page), page.findChildren(QLineEdit)[0]
    QTest.keyClick(field, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(field, Qt.Key.Key_Tab)

    assert switch.word == "Run order"
    assert page.focusWidget() is switch.buttons["Run order"]
    QTest.keyClick(switch.buttons["Run order"], Qt.Key.Key_Tab)
    assert page.focusWidget() is field


def test_the_arrows_lead_from_word_to_word(page: QWidget) -> None:
    switch = switch_on(page)
    switch.buttons["Ballots"].setFocus()
    QTest.keyClick(switch.buttons["Ballots"], Qt.Key.Key_Right)

    assert switch.word == "Run order"
    assert page.focusWidget() is switch.buttons["Run order"]
