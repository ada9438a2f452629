"""The host's desk through the window, on a real event file."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from judging_app.desk import (
    ballots,
    calibration,
    conflicts,
    decisions,
    projector,
    run_order,
    scoring,
)
from judging_app.desk import clock as stage
from judging_app.domain.ballots import BallotState
from judging_app.domain.clock import ClockPart
from judging_app.domain.event import Scene
from judging_app.domain.panel import ConflictDecision
from judging_app.domain.roles import HOST, ORGANISER, Actor
from judging_app.present.host.grid import CellAct
from judging_app.present.wall.faces import StageClock
from tests.desk.small_event import (
    ADA,
    HERON,
    IMPACT,
    J1,
    LANTERN,
    PERCH,
    TEAMS,
    make_small_event,
)
from tests.ui import screens
from ui.day import Day
from ui.host.desk import HostDesk
from ui.host.desk_wiring import HostWiring
from ui.pages import HOST_DESK
from ui.wall.projector import Projector
from ui.window import Window

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[Window]:
    """The window with the small event open, nobody signed in, scoring not open."""
    path = tmp_path / "small.pitchday"
    make_small_event(path)
    made = Window(Day(), Projector(is_motion_reduced=True))
    qtbot.addWidget(made)
    qtbot.addWidget(made.projector)
    made.resize(1366, 768)
    with qtbot.waitExposed(made):
        made.show()
    made.open_event(path)
    yield made
    made.close()


def _enter(window: Window, actor: Actor, *, scores: bool = True) -> HostDesk:
    if scores and window.day.desk.event().phase.value == "setting up":
        scoring.open_scoring(window.day.desk, ORGANISER)
    window.day.enter(actor)
    return screens.host_desk(window)


def _choose(screen: HostDesk, row: int, column: int) -> None:
    """Walk to a ballot with the arrow keys and ask for its acts."""
    screen.grid.setFocus()
    screen.grid.setCurrentIndex(screen.grid.model().index(0, 0))
    for key, times in ((Qt.Key.Key_Down, row), (Qt.Key.Key_Right, column)):
        for _ in range(times):
            QTest.keyClick(screen.grid, key)
    QTest.keyClick(screen.grid, Qt.Key.Key_Return)


def _press_with_reason(screen: HostDesk, act: CellAct) -> None:
    QTest.keyClicks(screen.ballot.reason.field, "A train to catch")
    button = screen.ballot.others[act]
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Return)


def test_a_whole_turn_is_run_with_the_keyboard_alone(window: Window) -> None:
    screen, desk = _enter(window, HOST), window.day.desk
    screen.grid.setFocus()
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Plus, Qt.Key.Key_Space, Qt.Key.Key_N):
        QTest.keyClick(screen.grid, key)

    now = stage.clock(desk)
    assert (now.team, now.part, now.is_running) == (LANTERN, ClockPart.QUESTIONS, False)
    assert [one.allotted_s for one in stage.times(desk)] == [360]
    assert screen.now.word.startswith("Lantern · Questions 3:00 left, paused · Next: Perch")


def test_host_and_room_read_one_clock(window: Window) -> None:
    screen, desk = _enter(window, HOST), window.day.desk
    stage.call(desk, HOST, PERCH)
    window.day.do(lambda: stage.put_right(desk, HOST, 75))

    assert screen.clock.time.text() == "1:15"
    shown = projector.preview(desk, HOST, Scene.CLOCK).face
    assert isinstance(shown, StageClock)
    assert shown.time_text == "1:15"


def test_a_time_that_is_none_is_refused_beside_its_field(window: Window) -> None:
    screen, desk = _enter(window, HOST), window.day.desk
    stage.start(desk, HOST)
    screen.clock.put_right_asked.emit("soon")

    assert "such as 4:30" in screen.clock.panel.problem.text()
    assert stage.clock(desk).allotted_s == 300


def ticker_of(window: Window) -> QTimer:
    wiring = window.wiring_of(HOST_DESK)
    assert isinstance(wiring, HostWiring)
    return wiring._clock._ticker


def test_the_clock_of_the_desk_flashes_only_where_the_room_moves(window: Window) -> None:
    screen = _enter(window, HOST)
    stands_still = screen.clock._is_motion_reduced
    window.projector.reduce_motion(is_reduced=False)
    window.entry_asked.emit(HOST_DESK)

    assert stands_still
    assert not screen.clock._is_motion_reduced


def test_the_clock_ticks_by_itself_while_it_runs_and_rests_while_it_stands(
    qtbot: QtBot, window: Window
) -> None:
    screen, desk = _enter(window, HOST), window.day.desk
    screen.clock.start.click()
    first = screen.clock.time.text()
    ticker = ticker_of(window)

    qtbot.waitUntil(lambda: screen.clock.time.text() != first, timeout=60_000)
    assert ticker.isActive()
    screen.clock.start.click()
    assert not stage.clock(desk).is_running
    assert not ticker.isActive()


def test_the_clock_rests_once_the_host_has_left(window: Window) -> None:
    screen = _enter(window, HOST)
    screen.clock.start.click()
    assert ticker_of(window).isActive()
    window.day.leave()

    assert not ticker_of(window).isActive()


def test_the_grid_follows_the_run_order(window: Window) -> None:
    screen, desk = _enter(window, HOST), window.day.desk
    screen.parts.buttons["Run order"].click()
    screen.run_order.rows.setFocus()
    screen.run_order.rows.setCurrentRow(2)
    QTest.keyClick(screen.run_order.rows, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)

    assert [slot.team for slot in run_order.run_order(desk)] == [LANTERN, HERON, PERCH]
    model = screen.grid.model()
    headings = [model.headerData(at, Qt.Orientation.Horizontal) for at in range(3)]
    assert headings == ["Lantern", "Heron", "Perch"]


def test_a_drawn_order_says_how_and_another_lot_takes_a_reason(window: Window) -> None:
    screen, desk = _enter(window, HOST), window.day.desk
    screen.run_order.draw_asked.emit("Tuesday", "")
    drawn = run_order.run_order(desk)
    screen.run_order.draw_asked.emit("Wednesday", "")

    assert run_order.run_order(desk) == drawn
    assert "Tuesday" in screen.run_order._came_about.text()


@pytest.mark.parametrize(
    ("pitch", "questions", "kept", "problem"),
    [
        ("4", "2:30", (240, 150), ""),
        ("4", "x", (300, 180), "such as 4:30"),
        ("0", "1", (300, 180), "Enter 1 second to 240 minutes"),
    ],
)
def test_times_are_kept_for_every_team_or_refused_beside_the_fields(
    window: Window, pitch: str, questions: str, kept: tuple[int, int], problem: str
) -> None:
    screen, desk = _enter(window, HOST), window.day.desk
    screen.run_order.times_asked.emit(TEAMS, pitch, questions)

    times = {(slot.pitch_s, slot.questions_s) for slot in run_order.run_order(desk)}
    assert times == {kept}
    assert problem in screen.run_order.problem.text()
    assert bool(screen.run_order.problem.text()) == bool(problem)


def test_a_judge_leaves_early_and_one_key_takes_it_back(window: Window) -> None:
    screen, desk = _enter(window, HOST), window.day.desk
    _choose(screen, 0, 1)
    _press_with_reason(screen, CellAct.LEAVE_EARLY)
    found = ballots.progress(desk, HOST)
    assert {found[J1, team].state for team in TEAMS} == {BallotState.ABSENT}
    assert screen.undo.accessibleName() == "Undo: Ada Reed absent for 3 teams (Ctrl+Z)"
    assert screen.grid.hasFocus()
    QTest.keyClick(screen.grid, Qt.Key.Key_Z, CTRL)

    found = ballots.progress(desk, HOST)
    assert {found[J1, team].state for team in TEAMS} == {BallotState.NOT_STARTED}
    assert not screen.undo.isVisible()


def test_a_team_withdraws_and_is_put_back_from_its_column(window: Window) -> None:
    screen, desk = _enter(window, HOST), window.day.desk
    screen.grid.horizontalHeader().sectionClicked.emit(1)
    assert screen.ballot.reason.hasFocus()
    _press_with_reason(screen, CellAct.WITHDRAW)
    assert [one.team for one in decisions.exclusions(desk)] == [PERCH]
    heading = screen.grid.model().headerData(1, Qt.Orientation.Horizontal)
    assert heading == "Perch (withdrawn)"
    cell = screen.grid.model().index(0, 1)
    assert screen.grid.model().data(cell) == "Out"
    assert "6 still to come + 3 for teams that are out" in screen._reconciliation.text()
    _press_with_reason(screen, CellAct.RESTORE)

    assert decisions.exclusions(desk) == ()


def test_a_walk_in_judge_gets_a_pin_that_works_and_leaves_the_screen_with_the_host(
    window: Window,
) -> None:
    screen, desk = _enter(window, HOST), window.day.desk
    screen.parts.buttons["Panel"].click()
    screen.panel.walk_in.name.setFocus()
    QTest.keyClicks(screen.panel.walk_in.name, "Dee Fox")
    QTest.keyClick(screen.panel.walk_in.name, Qt.Key.Key_Return)
    screen.panel.walk_in.copy.click()
    assert len(desk.setup().judges) == 4
    assert screen.panel.walk_in.pin.text().replace(" ", "") == QApplication.clipboard().text()
    assert "12 ballots" in screen._reconciliation.text()
    window.day.leave()

    assert screen.panel.walk_in.pin.text() == ""


def test_a_judge_of_that_name_is_refused_beside_the_field(window: Window) -> None:
    screen, desk = _enter(window, HOST), window.day.desk
    screen.panel.judge_asked.emit("Ada Reed")

    assert "is already on the panel" in screen.panel.walk_in.problem.text()
    assert len(desk.setup().judges) == 3


def test_a_declared_conflict_waits_in_the_hosts_grid_and_is_decided_by_the_organiser(
    window: Window,
) -> None:
    _enter(window, HOST)
    desk = window.day.desk
    conflicts.declare(desk, ADA, J1, LANTERN, "A cousin")
    window.day.leave()
    screen = _enter(window, HOST)
    model = screen.grid.model()
    assert model.data(model.index(0, 0)) == "Conflict"
    assert not screen.panel.conflicts.buttons[ConflictDecision.RECUSED].isVisibleTo(screen.panel)
    window.day.leave()
    _enter(window, ORGANISER)
    screen.panel.decision_asked.emit(J1, LANTERN, ConflictDecision.RECUSED, "Too near")

    assert model.data(model.index(0, 0)) == "Recused"


def test_the_sample_pitch_is_shown_before_scoring_opens_only(window: Window) -> None:
    desk = window.day.desk
    calibration.score(desk, ADA, J1, IMPACT, 4)
    screen = _enter(window, HOST, scores=False)
    sample = screen.parts.buttons["Sample pitch"]
    sample.click()
    assert screen.sample.isVisible()
    screen.sample.discard.click()
    assert calibration.scores(desk, HOST) == {}
    screen.open_scoring_asked.emit()

    assert not sample.isVisible()
    assert screen._ballots.isVisible()


def test_undo_with_nothing_to_undo_changes_and_records_nothing(window: Window) -> None:
    screen, desk = _enter(window, HOST), window.day.desk
    before = len(desk.entries())
    QTest.keyClick(screen.grid, Qt.Key.Key_Z, CTRL)

    assert len(desk.entries()) == before


def test_the_lights_stand_at_the_head_of_the_desk(window: Window) -> None:
    screen = _enter(window, HOST)

    keys = [button.light.key for button in screen.lights.buttons]
    assert {"saved", "disk", "projector", "rehearsal"} <= set(keys)


def test_no_score_is_painted_on_the_hosts_desk(window: Window) -> None:
    desk = window.day.desk
    scoring.open_scoring(desk, ORGANISER)
    ballots.score(desk, ADA, J1, LANTERN, IMPACT, 10)
    screen = _enter(window, HOST)

    model = screen.grid.model()
    assert model.data(model.index(0, 0)) == "Draft"
    assert model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole) == (
        "Ada Reed, Lantern: draft"
    )
