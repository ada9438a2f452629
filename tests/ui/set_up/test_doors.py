"""The check before the doors leads to where each thing is put right, and back."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from judging_app.desk import run_order
from judging_app.domain.event import Phase
from judging_app.domain.roles import ORGANISER
from judging_app.planning.settings_check import Subject
from judging_app.present.set_up.overview import SetUpPart
from tests.desk.small_event import make_small_event
from ui.day import Day
from ui.pages import BALLOTS, DOORS, SET_UP, offered, page_with
from ui.set_up.doors import DoorsScreen
from ui.set_up.pages_wiring import MENDED
from ui.set_up.set_up import SetUpScreen
from ui.window import Window


def test_every_subject_leads_to_a_page_that_the_organiser_has_before_scoring() -> None:
    pages = {entry.key for entry in offered(ORGANISER, Phase.SETTING_UP)}

    assert {page_with(page).key for page, _ in MENDED.values()} <= pages


def test_what_is_typed_of_the_event_is_kept_when_another_line_is_pressed(
    qtbot: QtBot, tmp_path: Path
) -> None:
    make_small_event(tmp_path / "small.pitchday")
    window = Window(Day())
    qtbot.addWidget(window)
    window.show()
    window.open_event(tmp_path / "small.pitchday")
    window.day.enter(ORGANISER)
    screen = window.screen_by(SET_UP, SetUpScreen)
    screen.part_asked.emit(SetUpPart.EVENT)
    screen.event_form.day.setText("31/12/2026")
    screen.event_form.venue.setText("The Custom House")
    screen.part_asked.emit(SetUpPart.RUN_ORDER)

    event = window.day.desk.event()
    assert (event.held_on, event.venue) == (date(2026, 12, 31), "The Custom House")
    assert window._key == BALLOTS

    window.entry_asked.emit(SET_UP)
    screen.part_asked.emit(SetUpPart.EVENT)
    screen.event_form.day.setText("12/31/2026")
    screen.part_asked.emit(SetUpPart.RUN_ORDER)
    assert window._key == SET_UP
    assert "isn’t a date" in screen.event_form._problem.text()


def test_one_press_leads_to_what_is_put_right_and_back_to_the_line_which_is_right_then(
    qtbot: QtBot, tmp_path: Path
) -> None:
    make_small_event(tmp_path / "small.pitchday")
    window = Window(Day())
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    window.open_event(tmp_path / "small.pitchday")
    window.day.enter(ORGANISER)
    window.screen_by(SET_UP, SetUpScreen).doors.lines[0].act.click()
    screen = window.screen_by(DOORS, DoorsScreen)
    assert screen.isVisible()

    rows = {row.line.key: row for row in screen.troubled.lines}
    assert rows[Subject.RUN_ORDER].line.words.startswith("The order isn’t drawn by lot.")
    rows[Subject.RUN_ORDER].act.click()
    assert window._key == BALLOTS
    window.entry_asked.emit(SET_UP)
    window.screen_by(SET_UP, SetUpScreen).doors.lines[0].act.click()
    focused = next(row for row in screen.troubled.lines if row.act is window.focusWidget())
    assert focused.line.key is Subject.RUN_ORDER

    window.day.act(run_order.draw, "seven lanterns")
    drawn = next(row for row in screen.right.lines if row.line.key is Subject.RUN_ORDER)
    assert drawn.line.words == "Drawn by lot."

    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    QTest.keyClick(screen, Qt.Key.Key_Escape)
    assert window._key == SET_UP
    window.close()
