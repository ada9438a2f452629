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
from judging_app.domain.ballots import BallotMove, BallotState
from judging_app.domain.clock import ClockPart
from judging_app.domain.event import Scene
from judging_app.domain.panel import ConflictDecision
from judging_app.domain.roles import HOST, ORGANISER, Actor
from judging_app.domain.run_order import DayEntry, DayPlan, PlaceWish, WishedPlace
from judging_app.present.host.grid import CellAct
from judging_app.present.host.run_order import entry_of
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
from ui.host.ballots import BallotsDesk
from ui.host.desk import HostDesk
from ui.host.desk_wiring import HostWiring
from ui.pages import BALLOTS, HOST_DESK, PROJECTOR
from ui.wall.projector import Projector
from ui.widgets.part_switch import PartSwitch
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


def _ballots(window: Window) -> BallotsDesk:
    window.entry_asked.emit(BALLOTS)
    return screens.ballots(window)


def _choose(screen: BallotsDesk, row: int, column: int) -> None:
    """Walk to a ballot with the arrow keys and ask for its acts."""
    screen.grid.setFocus()
    screen.grid.setCurrentIndex(screen.grid.model().index(0, 0))
    for key, times in ((Qt.Key.Key_Down, row), (Qt.Key.Key_Right, column)):
        for _ in range(times):
            QTest.keyClick(screen.grid, key)
    QTest.keyClick(screen.grid, Qt.Key.Key_Return)


def _press_with_reason(screen: BallotsDesk, act: CellAct) -> None:
    screen.ballot.choose(act)
    QTest.keyClicks(screen.ballot.reason.field, "A train to catch")
    QTest.keyClick(screen.ballot.reason.field, Qt.Key.Key_Return)


@pytest.fixture
def _by_a_quick_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let each press count, however soon it follows another."""
    monkeypatch.setattr("ui.host.clock.ONE_PRESS_MS", 0)


def test_the_desk_tells_the_times_of_each_minute_as_the_wall_does(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = _enter(window, HOST)
    stage.call(window.day.desk, HOST, PERCH)
    monkeypatch.setattr("ui.host.desk_wiring.clock_text", lambda _now: "9:59")
    window.wiring_of(HOST_DESK).refresh()
    so = screen.clock.next.text()
    screen.clock.next.setText("Next at 9:41: Heron")
    window.room._tick()
    same_minute = screen.clock.next.text()
    monkeypatch.setattr("ui.host.desk_wiring.clock_text", lambda _now: "10:00")
    window.room._tick()

    assert (same_minute, screen.clock.next.text()) == ("Next at 9:41: Heron", so)
    assert so.endswith(": Heron")


def test_a_double_click_takes_one_step(window: Window) -> None:
    screen = _enter(window, HOST)
    QTest.mouseClick(screen.clock.step, Qt.MouseButton.LeftButton)
    QTest.mouseDClick(screen.clock.step, Qt.MouseButton.LeftButton)

    assert screen.clock.step.text() == "Start pitch"
    assert not stage.clock(window.day.desk).has_begun


@pytest.mark.usefixtures("_by_a_quick_hand")
def test_a_whole_turn_is_run_with_the_keyboard_alone(window: Window) -> None:
    screen, desk = _enter(window, HOST), window.day.desk
    said = []
    space, plus, pause = Qt.Key.Key_Space, Qt.Key.Key_Plus, Qt.Key.Key_P
    for key in (space, space, plus, pause, space, space, pause, space, space, space):
        said.append(screen.clock.step.text())
        QTest.keyClick(screen, key)

    now = stage.clock(desk)
    assert (now.team, now.part, now.has_begun) == (PERCH, ClockPart.PITCH, False)
    assert [one.allotted_s for one in stage.times(desk)] == [360, 180]
    assert said == [
        "Call the first team",
        "Start pitch",
        *["Start questions"] * 2,
        "Continue pitch",
        "Start questions",
        "End questions",
        "Continue questions",
        "End questions",
        "Call the next team",
    ]
    assert screen.clock.team.text() == "Perch"
    following = screen.clock.next.text().partition(" · ")[2]
    assert (following.startswith("next at "), following.endswith(": Heron")) == (True, True)


def test_whoever_comes_from_the_rail_once_more_has_the_keyboard_on_no_button(
    window: Window,
) -> None:
    screen = _enter(window, HOST)
    next(iter(window._rail.entries.values())).setFocus()
    window.entry_asked.emit(HOST_DESK)

    assert window.focusWidget() is screen


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


@pytest.mark.usefixtures("_by_a_quick_hand")
def test_the_clock_ticks_by_itself_while_it_runs_and_rests_while_it_stands(
    qtbot: QtBot, window: Window
) -> None:
    screen, desk = _enter(window, HOST), window.day.desk
    for _ in range(2):
        screen.clock.step.click()
    first = screen.clock.time.text()
    ticker = ticker_of(window)

    qtbot.waitUntil(lambda: screen.clock.time.text() != first, timeout=60_000)
    assert ticker.isActive()
    screen.clock.pause.click()
    assert not stage.clock(desk).is_running
    assert not ticker.isActive()


@pytest.mark.usefixtures("_by_a_quick_hand")
def test_the_clock_rests_once_the_host_has_left(window: Window) -> None:
    screen = _enter(window, HOST)
    for _ in range(2):
        screen.clock.step.click()
    assert ticker_of(window).isActive()
    window.day.leave()

    assert not ticker_of(window).isActive()


def test_the_grid_follows_the_run_order(window: Window) -> None:
    _enter(window, HOST)
    screen, desk = _ballots(window), window.day.desk
    screen.parts.buttons["Run order"].click()
    screen.run_order.rows.setFocus()
    screen.run_order.rows.setCurrentRow(2)
    QTest.keyClick(screen.run_order.rows, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)

    assert [slot.team for slot in run_order.run_order(desk)] == [LANTERN, HERON, PERCH]
    model = screen.grid.model()
    headings = [model.headerData(at, Qt.Orientation.Horizontal) for at in range(3)]
    assert headings == ["Lantern", "Heron", "Perch"]


def test_a_drawn_order_says_how_and_another_lot_takes_a_reason(window: Window) -> None:
    _enter(window, HOST)
    screen, desk = _ballots(window), window.day.desk
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
    _enter(window, HOST)
    screen, desk = _ballots(window), window.day.desk
    screen.run_order.times_asked.emit(TEAMS, pitch, questions)

    times = {(slot.pitch_s, slot.questions_s) for slot in run_order.run_order(desk)}
    assert times == {kept}
    assert problem in screen.run_order.problem.text()
    assert bool(screen.run_order.problem.text()) == bool(problem)


def test_a_day_is_planned_line_by_line_and_a_break_is_moved_as_a_team_is(window: Window) -> None:
    _enter(window, HOST)
    screen, desk = _ballots(window), window.day.desk
    part, card = screen.run_order, screen.run_order.day
    screen.parts.buttons["Run order"].click()
    for field, words in ((card.doors, "13.30"), (card.begins, "14:00"), (card.change, "2")):
        field.setText(words)
    QTest.keyClick(card.change, Qt.Key.Key_Return)
    part.rows.setCurrentRow(1)
    card.title.setText("Break")
    card.lasts.setText("15")
    QTest.keyClick(card.lasts, Qt.Key.Key_Return)
    part.rows.setCurrentRow(3)
    card.wish.choose("NOT_BEFORE")
    card.wish.picked.emit("NOT_BEFORE")
    card.not_before.setText("14:20")
    card.why.setText("A train")
    card.keep.click()
    assert card.not_before.isVisible()
    part.rows.setCurrentRow(2)
    QTest.keyClick(part.rows, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)

    assert run_order.day_plan(desk) == DayPlan(
        14 * 60,
        13 * 60 + 30,
        120,
        (DayEntry("Break", 900, after=1),),
        (PlaceWish(TEAMS[2], WishedPlace.NOT_BEFORE, "A train", 14 * 60 + 20),),
    )
    assert entry_of(part.rows.chosen) == 0
    assert part.remove.isEnabled()

    part.remove.click()

    assert run_order.day_plan(desk).entries == ()


@pytest.mark.parametrize(
    ("begins", "doors", "change", "problem"),
    [
        ("2 pm", "", "", "Write it as 14:00."),
        ("14:00", "15:00", "", "Enter an earlier time"),
        ("14:00", "", "x", "such as 4:30"),
    ],
)
def test_times_of_the_day_that_cannot_be_are_refused_beside_it_and_stay_typed(
    window: Window, begins: str, doors: str, change: str, problem: str
) -> None:
    _enter(window, HOST)
    part = _ballots(window).run_order
    part.day.begins.setText(begins)
    part.day.doors.setText(doors)
    part.day.change.setText(change)
    part.day.save.click()

    assert problem in part.problem.text()
    assert part.day.begins.text() == begins
    assert run_order.day_plan(window.day.desk) == DayPlan()


def test_a_judge_leaves_early_and_one_key_takes_it_back(window: Window) -> None:
    _enter(window, HOST)
    screen, desk = _ballots(window), window.day.desk
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
    _enter(window, HOST)
    screen, desk = _ballots(window), window.day.desk
    screen.grid.horizontalHeader().sectionClicked.emit(1)
    assert screen.ballot.moves[BallotMove.RECUSE].hasFocus()
    _press_with_reason(screen, CellAct.WITHDRAW)
    assert [one.team for one in decisions.exclusions(desk)] == [PERCH]
    heading = screen.grid.model().headerData(1, Qt.Orientation.Horizontal)
    assert heading == "Perch (withdrawn)"
    cell = screen.grid.model().index(0, 1)
    assert screen.grid.model().data(cell) == "Out"
    assert "6 still to come + 3 for teams that are out" in screen.sum.accessibleName()
    _press_with_reason(screen, CellAct.RESTORE)

    assert decisions.exclusions(desk) == ()


def test_a_walk_in_judge_gets_a_pin_that_works_and_leaves_the_screen_with_the_host(
    window: Window,
) -> None:
    _enter(window, HOST)
    screen, desk = _ballots(window), window.day.desk
    screen.parts.buttons["Panel"].click()
    screen.panel.walk_in.name.setFocus()
    QTest.keyClicks(screen.panel.walk_in.name, "Dee Fox")
    QTest.keyClick(screen.panel.walk_in.name, Qt.Key.Key_Return)
    screen.panel.walk_in.copy.click()
    assert len(desk.setup().judges) == 4
    assert screen.panel.walk_in.pin.text().replace(" ", "") == QApplication.clipboard().text()
    assert "12 ballots" in screen.sum.accessibleName()
    window.day.leave()

    assert screen.panel.walk_in.pin.text() == ""


def test_a_judge_of_that_name_is_refused_beside_the_field(window: Window) -> None:
    _enter(window, HOST)
    screen, desk = _ballots(window), window.day.desk
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
    _enter(window, HOST)
    screen = _ballots(window)
    model = screen.grid.model()
    assert model.data(model.index(0, 0)) == "Conflict"
    assert not screen.panel.conflicts.buttons[ConflictDecision.RECUSED].isVisibleTo(screen.panel)
    window.day.leave()
    _enter(window, ORGANISER)
    _ballots(window)
    screen.panel.decision_asked.emit(J1, LANTERN, ConflictDecision.RECUSED, "Too near")

    assert model.data(model.index(0, 0)) == "Recused"


def test_the_sample_pitch_is_shown_before_scoring_opens_only(window: Window) -> None:
    desk = window.day.desk
    calibration.score(desk, ADA, J1, IMPACT, 4)
    _enter(window, HOST, scores=False)
    screen = _ballots(window)
    sample = screen.parts.buttons["Sample pitch"]
    sample.click()
    assert screen.sample.isVisible()
    screen.sample.discard.click()
    assert calibration.scores(desk, HOST) == {}
    screens.host_desk(window).open_scoring_asked.emit()

    assert not sample.isVisible()
    assert screen.parts.word == "Ballots"


def test_undo_with_nothing_to_undo_changes_and_records_nothing(window: Window) -> None:
    _enter(window, HOST)
    screen, desk = _ballots(window), window.day.desk
    before = len(desk.entries())
    QTest.keyClick(screen.grid, Qt.Key.Key_Z, CTRL)

    assert len(desk.entries()) == before


def test_what_is_well_stays_quiet_and_what_is_not_is_said_with_its_remedy(window: Window) -> None:
    screen = _enter(window, HOST)

    keys = {button.light.key for button in screen.lights.buttons}
    needing = {item.key for item in screen.attention.items}
    assert {"saved", "disk", "projector", "rehearsal"} <= keys
    assert "rehearsal" in needing
    assert not {"saved", "disk"} & needing


def test_every_thing_that_needs_somebody_leads_to_where_it_is_done(window: Window) -> None:
    screen = _enter(window, HOST)
    went: dict[str, tuple[str, str]] = {}
    for item in screen.attention.items:
        window.entry_asked.emit(HOST_DESK)
        screen.attention.act_asked.emit(item)
        parts = window._screens[window._key].findChild(PartSwitch)
        went[item.key] = window._key, parts.word if isinstance(parts, PartSwitch) else ""

    assert went["rehearsal"] == (PROJECTOR, "Reveal")


def test_the_wall_is_held_from_the_desk_as_from_the_projectors_own_page(window: Window) -> None:
    screen, desk = _enter(window, HOST), window.day.desk
    QTest.keyClick(screen, Qt.Key.Key_C)
    window.entry_asked.emit(PROJECTOR)
    chosen = screens.host_projector(window).take.text()
    window.entry_asked.emit(HOST_DESK)
    QTest.keyClick(screen, Qt.Key.Key_PageDown)

    assert chosen == "Show “Clock”"
    assert desk.programme().scene is Scene.CLOCK


def test_ballots_are_told_beside_each_team_in_marks_and_words(window: Window) -> None:
    desk = window.day.desk
    scoring.open_scoring(desk, ORGANISER)
    ballots.score(desk, ADA, J1, LANTERN, IMPACT, 10)
    screen = _enter(window, HOST)
    model = screen.turns.rows.model()

    assert model.data(model.index(0, 4)) == "0 of 3 in, 1 draft"
    spoken = model.data(model.index(0, 4), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Lantern: 0 of 3 in, 1 draft. Ada Reed: draft")
    assert screen.turns.sum.text == (
        "9 ballots = 0 submitted + 0 recused + 0 absent + 9 still to come"
    )


def test_enter_on_a_team_leads_to_its_ballots_by_name(window: Window) -> None:
    screen = _enter(window, HOST)
    screen.turns.rows.setFocus()
    screen.turns.rows.setCurrentIndex(screen.turns.rows.model().index(1, 2))
    QTest.keyClick(screen.turns.rows, Qt.Key.Key_Return)

    assert window._key == BALLOTS
    assert screens.ballots(window).grid.currentIndex().column() == 1


def test_g_leads_to_the_ballots_by_name(window: Window) -> None:
    QTest.keyClick(_enter(window, HOST), Qt.Key.Key_G)

    assert window._key == BALLOTS


def test_where_the_scenes_have_no_room_their_button_leads_to_them(window: Window) -> None:
    _enter(window, HOST).wall.choose.click()

    assert window._key == PROJECTOR
    assert screens.host_projector(window).parts.word == "Scenes"


def test_no_score_is_painted_on_the_hosts_desk(window: Window) -> None:
    desk = window.day.desk
    scoring.open_scoring(desk, ORGANISER)
    ballots.score(desk, ADA, J1, LANTERN, IMPACT, 10)
    _enter(window, HOST)
    screen = _ballots(window)

    model = screen.grid.model()
    assert model.data(model.index(0, 0)) == "Draft"
    assert model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole) == (
        "Ada Reed, Lantern: draft"
    )
