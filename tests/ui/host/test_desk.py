"""The host's desk: everything in sight at once, and one filled button."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from judging_app.domain.ballots import Ballot, BallotState
from judging_app.domain.clock import Clock, ClockPart
from judging_app.domain.event import Event, Phase, Scene
from judging_app.domain.ids import CriterionId, JudgeId, TeamId
from judging_app.domain.panel import Judge
from judging_app.domain.people import Team
from judging_app.domain.roles import Actor, Role
from judging_app.domain.rubric import Criterion, Rubric
from judging_app.domain.run_order import Slot
from judging_app.planning.settings_check import Finding, Severity
from judging_app.present.host.attention import AttentionItem, attention_items
from judging_app.present.host.clock import host_clock
from judging_app.present.host.desk import Allowed, HostDeskView, host_desk_view
from judging_app.present.host.lights import projector_light, saved_light
from judging_app.present.host.strip import DayStand, DayStep, strip_view
from judging_app.present.host.turns import Timing, host_turns
from tests.builders import set_up
from tests.ui.control.test_control import view as wall_view
from ui import theme
from ui.displays.words import ProjectorState, Standing, Trouble
from ui.host.desk import HostDesk

Key = Qt.Key
_TEAMS = tuple(Team(TeamId(f"T{n}"), f"Team {n}") for n in range(4))
_JUDGES = tuple(Judge(JudgeId(f"J{n}"), f"Judge {n}") for n in range(3))
_CRITERION = Criterion(CriterionId("all"), "All", weight=Rubric(()).full_total + 100)
_SETUP = set_up(teams=_TEAMS, rubric=Rubric((_CRITERION,)), judges=_JUDGES)
_ALL_IN = tuple(
    Ballot(judge.id, team.id, BallotState.SUBMITTED) for judge in _JUDGES for team in _TEAMS
)
_ONE_OWED = (replace(_ALL_IN[0], state=BallotState.DRAFT), *_ALL_IN[1:])
_SLOTS = tuple(Slot(team.id) for team in _TEAMS)
_WAITING = Clock(_TEAMS[0].id, allotted_s=300)
_LAST_OVER = Clock(_TEAMS[-1].id, ClockPart.QUESTIONS, 180, gone_ms=9_000)


def _view(phase: Phase = Phase.SCORING, ballots: tuple[Ballot, ...] = _ALL_IN) -> HostDeskView:
    return host_desk_view(
        Event("Tech Connect", phase=phase),
        _SETUP,
        ballots,
        locked_out=[Actor(Role.JUDGE, JudgeId("J1"))],
        allowed=Allowed(publish=True),
    )


def _show(desk: HostDesk, view: HostDeskView, clock: Clock = _WAITING) -> None:
    following = next((team.id for team in _TEAMS if clock.team is None), None)
    if clock.team in {team.id for team in _TEAMS[:-1]}:
        following = _TEAMS[1].id
    desk.clock.show_panel(host_clock(_SETUP, clock, _SLOTS, following))
    desk.show_view(view)
    desk.turns.show_turns(
        host_turns(view.rows, view.teams, Timing(_SLOTS, clock, following)), len(view.rows)
    )
    steps = 2 if view.phase in {Phase.CLOSED, Phase.PUBLISHED} else 0
    stand = DayStand(
        view.phase,
        view.main_act,
        turns=4,
        to_come=view.to_come,
        steps=steps,
        steps_told=steps,
        is_confirmed=bool(steps),
    )
    desk.show_strip(strip_view(stand))


@pytest.fixture
def desk(qtbot: QtBot) -> HostDesk:
    made = HostDesk()
    qtbot.addWidget(made)
    made.resize(1302, 720)
    with qtbot.waitExposed(made):
        made.show()
    made.wall.show_view(wall_view())
    _show(made, _view())
    return made


def filled(desk: HostDesk) -> list[str]:
    return [
        one.text()
        for one in desk.findChildren(QAbstractButton)
        if one.isVisible() and one.property("kind") == "act" and one.isEnabled()
    ]


def test_closing_with_a_gap_names_what_is_missing_and_asks_for_a_reason_first(
    qtbot: QtBot, desk: HostDesk
) -> None:
    _show(desk, _view(ballots=_ONE_OWED))
    desk.strip.next.click()
    assert not desk.question.yes.isEnabled()
    assert desk.blockers.text() == "Still to come from Judge 0: Team 0."
    desk.question.reason.field.setText("Judge 0 was called away")

    with qtbot.waitSignal(desk.close_scoring_asked) as asked:
        desk.question.yes.click()

    assert asked.args == ["Judge 0 was called away"]


def test_closing_without_a_gap_needs_no_reason(qtbot: QtBot, desk: HostDesk) -> None:
    desk.strip.next.click()

    with qtbot.waitSignal(desk.close_scoring_asked) as asked:
        desk.question.yes.click()

    assert asked.args == [""]


def test_closing_is_reached_by_its_step_as_well_as_by_the_sentence(desk: HostDesk) -> None:
    desk.strip.steps[DayStep.CLOSE].click()

    assert desk.question.isVisible()
    assert not desk.strip.steps[DayStep.PUBLISH].isEnabled()


def test_escape_leaves_scoring_as_it_is(qtbot: QtBot, desk: HostDesk) -> None:
    desk.strip.next.click()

    with qtbot.assertNotEmitted(desk.close_scoring_asked):
        QTest.keyClick(desk.question, Key.Key_Escape)

    assert not desk.question.isVisible()
    assert desk.turns.isVisible()


@pytest.mark.parametrize(
    ("phase", "signal"),
    [(Phase.SETTING_UP, "open_scoring_asked"), (Phase.CLOSED, "publish_asked")],
)
def test_opening_and_publishing_are_asked_twice(
    qtbot: QtBot, desk: HostDesk, phase: Phase, signal: str
) -> None:
    _show(desk, _view(phase), Clock())
    with qtbot.assertNotEmitted(getattr(desk, signal)):
        desk.strip.next.click()

    with qtbot.waitSignal(getattr(desk, signal)):
        desk.question.yes.click()


def test_reopening_scoring_needs_a_reason(qtbot: QtBot, desk: HostDesk) -> None:
    _show(desk, _view(Phase.CLOSED))
    desk.reopen.click()
    desk.question.reason.field.setText("A sheet was found")

    with qtbot.waitSignal(desk.reopen_scoring_asked) as asked:
        desk.question.yes.click()

    assert asked.args == ["A sheet was found"]


@pytest.mark.parametrize(
    ("phase", "clock", "words"),
    [
        (Phase.SETTING_UP, Clock(), "Open scoring…"),
        (Phase.SETTING_UP, Clock(_TEAMS[0].id, allotted_s=300), "Start pitch"),
        (Phase.SCORING, Clock(), "Call the first team"),
        (Phase.SCORING, Clock(_TEAMS[0].id, allotted_s=300), "Start pitch"),
        (Phase.SCORING, _LAST_OVER, "Close scoring…"),
        (Phase.CLOSED, _LAST_OVER, "Publish the result…"),
    ],
)
def test_one_button_is_filled_and_it_is_the_next_step(
    desk: HostDesk, phase: Phase, clock: Clock, words: str
) -> None:
    _show(desk, _view(phase), clock)
    by_space = [one.text() for one in (desk.clock.step, desk.strip.next) if one.keycap == "Space"]

    assert filled(desk) == [words]
    assert by_space == [words]


def test_space_does_what_the_filled_button_says(desk: HostDesk) -> None:
    _show(desk, _view(), _LAST_OVER)
    QTest.keyClick(desk, Key.Key_Space)

    assert desk.question.isVisible()
    assert desk.question.no.hasFocus()


def test_space_that_is_held_does_one_step_even_where_no_press_says_that_it_is_a_repeat(
    desk: HostDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = list[str]()
    monkeypatch.setattr(desk, "ask_next", lambda: done.append("a step"))
    for at_ms in (10_000, 10_030, 10_060, 10_090, 12_000):
        event = QKeyEvent(QEvent.Type.KeyPress, Key.Key_Space, Qt.KeyboardModifier.NoModifier, " ")
        event.setTimestamp(at_ms)
        QApplication.sendEvent(desk, event)

    assert done == ["a step", "a step"]


def test_a_second_space_after_a_question_is_a_no(qtbot: QtBot, desk: HostDesk) -> None:
    _show(desk, _view(), _LAST_OVER)
    QTest.keyClick(desk, Key.Key_Space)

    with qtbot.assertNotEmitted(desk.close_scoring_asked):
        QTest.keyClick(desk.question.no, Key.Key_Space)

    assert not desk.question.isVisible()


@pytest.mark.parametrize(
    ("key", "signal"),
    [(Key.Key_PageDown, "take_asked"), (Key.Key_L, "at_once_asked"), (Key.Key_B, "at_once_asked")],
)
def test_the_keys_of_the_wall_work_from_the_run_order_too(
    qtbot: QtBot, desk: HostDesk, key: Qt.Key, signal: str
) -> None:
    desk.turns.rows.setFocus()

    with qtbot.waitSignal(getattr(desk.wall.hold, signal)):
        QTest.keyClick(desk.turns.rows, key)


@pytest.mark.parametrize(
    ("key", "scene"),
    [(Key.Key_N, Scene.NOW_PITCHING), (Key.Key_C, Scene.CLOCK), (Key.Key_V, Scene.REVEAL)],
)
def test_a_letter_chooses_the_scene_to_come_next(
    qtbot: QtBot, desk: HostDesk, key: Qt.Key, scene: Scene
) -> None:
    with qtbot.waitSignal(desk.scene_chosen) as chosen:
        QTest.keyClick(desk, key)

    assert chosen.args == [scene]


def test_a_message_that_is_not_written_yet_is_written_first(qtbot: QtBot, desk: HostDesk) -> None:
    desk.wall.show_view(wall_view(ready=frozenset()))

    with (
        qtbot.assertNotEmitted(desk.scene_chosen),
        qtbot.waitSignal(desk.wall.message_asked),
    ):
        QTest.keyClick(desk, Key.Key_M)


def test_nothing_is_said_to_be_on_while_nobody_sees_it(desk: HostDesk) -> None:
    wall = desk.wall
    wall.show_view(wall_view(Scene.CLOCK))
    seen = {}
    for standing, trouble in (
        (Standing.OFF, Trouble.NO_SECOND),
        (Standing.HELD, Trouble.DISCONNECTED),
        (Standing.FULL, None),
        (Standing.WINDOW, Trouble.NO_SECOND),
    ):
        wall.show_state(ProjectorState(standing, None, trouble))
        seen[standing] = (
            wall.on.text(),
            wall.tally.word,
            wall.program.picture.isVisible(),
            "on air" in wall.scenes.buttons[Scene.CLOCK].accessibleName(),
        )

    assert seen == {
        Standing.OFF: ("Nothing is on the wall", "Projector off", False, False),
        Standing.HELD: ("Nothing is on the wall", "Projector hidden", False, False),
        Standing.FULL: ("On the wall: Clock", "On air", True, True),
        Standing.WINDOW: ("On the wall: Clock", "In a window", True, True),
    }


def test_while_the_projector_is_off_its_place_offers_to_switch_it_on(
    qtbot: QtBot, desk: HostDesk
) -> None:
    desk.wall.show_state(ProjectorState(trouble=Trouble.NO_SECOND))
    assert "No second screen is connected." in desk.wall.program.line.text()

    with qtbot.waitSignal(desk.wall.program.switch_asked) as asked:
        QTest.keyClick(desk.wall.program.on, Key.Key_Return)
    desk.wall.show_state(ProjectorState(Standing.FULL))

    assert asked.args == [True]
    assert desk.window().focusWidget() is desk


def test_after_a_press_by_mouse_space_goes_on_meaning_the_next_step(desk: HostDesk) -> None:
    buttons = desk.findChildren(QPushButton)
    assert [one.text() for one in buttons if one.focusPolicy() & Qt.FocusPolicy.ClickFocus] == []

    desk.status.setFocus()
    desk.status.click()
    QTest.keyClick(desk.window().focusWidget(), Key.Key_Space)
    assert desk.hasFocus()


def test_scenes_that_can_not_be_shown_are_dim_and_say_why(desk: HostDesk) -> None:
    desk.wall.show_view(wall_view(Scene.HOLDING, Phase.CLOSED, confirmed_by="", ready=frozenset()))
    button = desk.wall.scenes.buttons[Scene.REVEAL]

    assert button.isVisible()
    assert button.property("ready") == "no"
    assert button.toolTip() != ""
    assert button.accessibleDescription() == f"{button.toolTip()} Key: V"


def _items(count: int) -> tuple[AttentionItem, ...]:
    light = projector_light("Projector off", "The projector is off.", is_well=False)
    view = host_desk_view(Event("Tech Connect", phase=Phase.SCORING), _SETUP, _ALL_IN)
    one = attention_items(view, [light])[0]
    return tuple(replace(one, key=str(at), text=f"Thing {at}.") for at in range(count))


@pytest.mark.parametrize(
    ("count", "said"),
    [(0, "Status of this computer"), (2, "Status of this computer"), (5, "and 3 more…")],
)
def test_at_most_two_things_need_somebody_in_sight_and_the_others_are_counted(
    desk: HostDesk, count: int, said: str
) -> None:
    desk.show_attention(_items(count))

    shown = [row.text.text() for row in desk.attention.rows if row.text.isVisible()]
    assert len(shown) == max(min(count, 2), 1)
    assert desk.status.text() == said
    desk.status.click()
    assert [row.text.isVisible() for row in desk.everything.rows] == [True] * count


def test_a_locked_out_judge_can_be_let_in_again(qtbot: QtBot, desk: HostDesk) -> None:
    desk.attention.show_items(attention_items(_view(), [saved_light(None)]))

    with qtbot.waitSignal(desk.attention.act_asked) as asked:
        desk.attention.rows[0].act.click()

    item = asked.args[0]
    assert isinstance(item, AttentionItem)
    assert (item.key, item.act_text) == ("judge:J1", "Let them sign in again")


def test_everything_that_takes_the_keyboard_has_a_name(desk: HostDesk) -> None:
    parts = [
        part
        for part in desk.findChildren(QWidget)
        if isinstance(part, QAbstractButton | QLineEdit)
        if part.isVisible() and part.focusPolicy() != Qt.FocusPolicy.NoFocus
    ]

    assert parts
    assert [p for p in parts if not (p.accessibleName() or p.text())] == []
    assert desk.turns.rows.accessibleName()


@pytest.mark.parametrize("key", [Key.Key_Escape, Key.Key_Return])
def test_after_a_question_the_keyboard_is_where_space_is_the_next_step(
    desk: HostDesk, key: Qt.Key
) -> None:
    QTest.keyClick(desk.strip.next, Key.Key_Return)
    assert desk.question.isVisible()
    QTest.keyClick(desk.question.yes if key == Key.Key_Return else desk.question.no, key)

    assert not desk.question.isVisible()
    assert desk.hasFocus()


def test_whoever_comes_to_the_desk_finds_the_run_order_and_no_question(desk: HostDesk) -> None:
    QTest.keyClick(desk.strip.next, Key.Key_Return)
    assert not desk.turns.isVisible()
    desk.begin()

    assert desk.turns.isVisible()
    assert not desk.question.isVisible()


def test_each_time_that_one_goes_to_the_desk_the_keyboard_begins_on_no_button(
    qtbot: QtBot,
) -> None:
    screens, desk = QStackedWidget(), HostDesk()
    desk.show_view(_view())
    qtbot.addWidget(screens)
    for screen in (desk, QLineEdit()):
        screens.addWidget(screen)
    with qtbot.waitExposed(screens):
        screens.show()
    desk.turns.rows.setFocus()
    for at in (1, 0):
        screens.setCurrentIndex(at)

    assert screens.focusWidget() is desk


def test_what_to_look_at_in_the_settings_is_said_before_scoring_opens(desk: HostDesk) -> None:
    found = (Finding(Severity.WRONG, "It can’t be worked out.", "Choose another method."),)
    view = host_desk_view(
        Event("Tech Connect", phase=Phase.SETTING_UP), _SETUP, _ALL_IN, findings=found
    )
    _show(desk, view, Clock())
    desk.attention.show_items(attention_items(view, []))
    desk.ask_main_act()

    assert desk.attention.items[0].text == "Wrong: It can’t be worked out."
    assert "Wrong: It can’t be worked out. Choose another method." in desk.blockers.text()


def _outside(desk: HostDesk) -> list[str]:
    """What can be pressed and lies outside the page, or is cut off by it."""
    room = QRect(QPoint(0, 0), desk.size())
    return [
        one.accessibleName()
        for one in desk.findChildren(QAbstractButton)
        if one.isVisible() and not room.contains(QRect(one.mapTo(desk, QPoint(0, 0)), one.size()))
    ]


def test_no_row_of_the_run_order_is_cut(qapp: QApplication, desk: HostDesk) -> None:
    rows = desk.turns.rows
    for height in range(560, 1000, 7):
        desk.resize(1302, height)
        qapp.processEvents()
        room, row = rows.viewport().height(), rows.rowHeight(0)
        last = rows.indexAt(QPoint(1, room - 1)).row()
        in_sight = room - rows.rowViewportPosition(last) if last >= 0 else row
        assert in_sight == row or in_sight < room // row, height


@pytest.mark.parametrize(
    ("scale", "width", "height"),
    [(1.0, 1302, 720), (1.0, 1216, 672), (1.5, 1270, 708), (2.0, 1254, 704)],
)
@pytest.mark.parametrize("name", ["Team", "The Interoperability Pathfinders of the North " * 3])
def test_every_act_is_in_sight_without_scrolling_at_any_size_of_text(
    qapp: QApplication, desk: HostDesk, scale: float, width: int, height: int, name: str
) -> None:
    theme.apply(qapp, "light", scale)
    panel = host_clock(_SETUP, Clock(_TEAMS[0].id, allotted_s=300), _SLOTS, _TEAMS[1].id)
    desk.clock.show_panel(replace(panel, team=name, next_text=f"Next: {name}"))
    desk.attention.show_items(_items(5))
    desk.resize(width, height)
    for _ in range(4):
        qapp.processEvents()

    try:
        assert (desk.width(), desk.height()) == (width, height)
        assert _outside(desk) == []
        assert not desk.wall.choose.isVisible() or desk.wall.choose.isEnabled()
        assert filled(desk) == ["Start pitch"]
    finally:
        theme.apply(qapp, "light", 1.0)
