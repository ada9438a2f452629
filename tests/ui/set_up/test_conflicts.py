"""Conflicts of interest are decided on one grid, by the keyboard alone."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from judging_app.desk import ballots, conflicts, events
from judging_app.domain.panel import ConflictDecision
from judging_app.domain.roles import ORGANISER
from judging_app.domain.setup import Intake
from judging_app.present.set_up.overview import SetUpPart
from tests.desk.small_event import EVENT, HERON, J1, J2, J3, LANTERN, PERCH
from tests.present.set_up.test_conflicts import SETUP
from ui.day import Day
from ui.pages import CONFLICTS, SET_UP
from ui.set_up.conflicts import ConflictsScreen
from ui.set_up.set_up import SetUpScreen
from ui.window import Window


def test_r_and_a_reason_recuse_a_judge_and_lead_to_the_next(qtbot: QtBot, tmp_path: Path) -> None:
    events.create_event(tmp_path / "small.pitchday", EVENT, Intake(SETUP))
    window = Window(Day())
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    window.open_event(tmp_path / "small.pitchday")
    window.day.enter(ORGANISER)
    window.screen_by(SET_UP, SetUpScreen).part_asked.emit(SetUpPart.CONFLICTS)
    screen, desk = window.screen_by(CONFLICTS, ConflictsScreen), window.day.desk
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)

    assert screen.grid.hasFocus()
    assert screen.case.case is not None
    assert screen.case.case.pair == (J1, LANTERN)
    QTest.keyClick(screen.grid, Qt.Key.Key_R)
    assert screen.act.text() == "Recuse Ada from Lantern"
    QTest.keyClick(screen.case.reason.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert conflicts.declared(desk) == ()
    QTest.keyClicks(screen.case.reason.field, "Her own staff.")
    QTest.keyClick(screen.case.reason.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    (decided,) = conflicts.declared(desk)
    assert (decided.decision, decided.reason) == (ConflictDecision.RECUSED, "Her own staff.")
    assert ballots.is_recused(desk, J1, LANTERN)
    assert screen.case.case.pair == (J2, PERCH)
    assert screen.grid.hasFocus()

    screen.grid.setCurrentIndex(screen.grid.rows.index(2, 2))
    assert screen.act.text() == "Declare it for the judge"
    screen.case.reason.field.setFocus()
    screen.case.reason.field.setText("He was their tutor.")
    screen.act.click()
    one = next(one for one in conflicts.declared(desk) if one.judge == J3)
    assert (one.team, one.decision) == (HERON, ConflictDecision.UNDECIDED)
    QTest.keyClick(screen.case.reason.field, Qt.Key.Key_Escape)
    assert screen.grid.hasFocus()
    QTest.keyClick(screen.grid, Qt.Key.Key_Escape)
    assert window._key == SET_UP
    window.close()
