"""Names are proofed team by team, and what is said of them is saved at once."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from judging_app.desk.set_up import names
from tests.desk.small_event import LANTERN
from tests.ui.small_window import small_window
from ui.pages import NAMES, PEOPLE
from ui.set_up.names import NameProofScreen


def test_a_name_is_ticked_and_said_and_the_rest_of_a_team_at_once(
    qtbot: QtBot, tmp_path: Path
) -> None:
    window = small_window(qtbot, tmp_path)
    window.go_to(NAMES)
    screen, desk = window.screen_by(NAMES, NameProofScreen), window.day.desk
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)

    assert [row.name.name for row in screen.rows] == ["Lantern", "Zoë Ó Sé"]
    screen.rows[1].right.setFocus()
    QTest.keyClick(screen.rows[1].right, Qt.Key.Key_Space)
    assert screen.rows[1].right.hasFocus()
    screen.rows[1].said.setText("ZO-ey o shay")
    screen.rows[1].said.editingFinished.emit()
    said = {one.name: one for one in names.proven(desk)}
    assert said["Zoë Ó Sé"].is_right
    assert said["Zoë Ó Sé"].said == "ZO-ey o shay"
    assert screen.tick.text() == "Tick the last one for Lantern"

    QTest.keyClick(screen, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert {one.id for one in names.proven(desk) if one.is_right} == {LANTERN, "P1"}
    assert screen.tick.text() == "All are right"
    QTest.keyClick(screen, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert [row.name.name for row in screen.rows] == ["Perch", "Łucja Żak"]
    screen.correct.click()
    assert window._key == PEOPLE
    window.close()
