from dataclasses import replace
from datetime import UTC, datetime
from fractions import Fraction

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from judging_app.domain.clock import Clock
from judging_app.domain.run_order import Slot
from judging_app.present.host.clock import ClockStep, host_clock
from judging_app.present.wall.faces import ClockState, StageClock
from tests.desk.small_event import HERON, LANTERN, PERCH, TEAMS, small_setup
from ui.host.clock import ClockCard
from ui.host.desk import HostDesk

SLOTS = tuple(Slot(team) for team in TEAMS)
STANDING = Clock(LANTERN, allotted_s=300)
FACE = StageClock("Pitch", "3:42", ClockState.NORMAL, "", Fraction(1, 2), is_running=True)


@pytest.fixture
def desk(qtbot: QtBot) -> HostDesk:
    """The host's desk with Lantern called and the clock standing."""
    made = HostDesk()
    qtbot.addWidget(made)
    made.resize(1302, 720)
    with qtbot.waitExposed(made):
        made.show()
    made.clock.show_panel(host_clock(small_setup(), STANDING, SLOTS, PERCH))
    made.clock.show_face(FACE)
    return made


def test_the_desk_begins_with_the_keyboard_on_no_button(desk: HostDesk) -> None:
    assert desk.hasFocus()


@pytest.mark.parametrize(
    ("key", "signal", "args"),
    [
        (Qt.Key.Key_Space, "step_asked", [ClockStep.START]),
        (Qt.Key.Key_Minus, "nudge_asked", [-60]),
        (Qt.Key.Key_Plus, "nudge_asked", [60]),
    ],
)
def test_each_key_of_the_clock_does_what_the_table_says(
    qtbot: QtBot, desk: HostDesk, key: Qt.Key, signal: str, args: list[int]
) -> None:
    desk.turns.rows.setFocus()

    with qtbot.waitSignal(getattr(desk.clock, signal)) as asked:
        QTest.keyClick(desk.turns.rows, key)

    assert asked.args == args


def test_a_notice_about_the_computers_clock_is_there_as_long_as_it_holds(desk: HostDesk) -> None:
    panel = host_clock(small_setup(), STANDING, SLOTS, PERCH)
    assert not desk.clock.notice.isVisible()

    desk.clock.show_panel(replace(panel, notice="Check the computer’s clock."))
    assert desk.clock.notice.isVisible()
    assert desk.clock.notice.text() == "Check the computer’s clock."

    desk.clock.show_panel(panel)
    assert not desk.clock.notice.isVisible()


RUNNING = Clock(LANTERN, allotted_s=300, running_since=datetime(2019, 3, 15, 12, tzinfo=UTC))


def test_p_pauses_a_clock_that_runs_and_continues_one_that_is_paused(
    qtbot: QtBot, desk: HostDesk
) -> None:
    desk.clock.show_panel(host_clock(small_setup(), RUNNING, SLOTS, PERCH))
    with qtbot.waitSignal(desk.clock.pause_asked):
        QTest.keyClick(desk, Qt.Key.Key_P)
    paused = replace(STANDING, gone_ms=9_000)
    desk.clock.show_panel(host_clock(small_setup(), paused, SLOTS, PERCH))

    assert desk.clock.pause.text() == "Questions"
    with qtbot.waitSignal(desk.clock.start_asked):
        QTest.keyClick(desk, Qt.Key.Key_P)
    with qtbot.waitSignal(desk.clock.step_asked) as asked:
        QTest.keyClick(desk, Qt.Key.Key_Space)
    assert asked.args == [ClockStep.CONTINUE]


def test_p_does_nothing_to_a_clock_that_has_not_begun(qtbot: QtBot, desk: HostDesk) -> None:
    with (
        qtbot.assertNotEmitted(desk.clock.pause_asked),
        qtbot.assertNotEmitted(desk.clock.start_asked),
    ):
        QTest.keyClick(desk, Qt.Key.Key_P)


def test_space_never_pauses_and_always_leads_forward(qtbot: QtBot, desk: HostDesk) -> None:
    desk.clock.show_panel(host_clock(small_setup(), RUNNING, SLOTS, PERCH))

    with (
        qtbot.assertNotEmitted(desk.clock.pause_asked),
        qtbot.waitSignal(desk.clock.step_asked) as asked,
    ):
        QTest.keyClick(desk, Qt.Key.Key_Space)

    assert asked.args == [ClockStep.QUESTIONS]


def test_a_held_space_is_one_step_even_where_its_repeats_come_as_presses(
    desk: HostDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.host.clock.ONE_PRESS_MS", 0)
    said: list[ClockStep] = []
    desk.clock.step_asked.connect(said.append)
    press, release = QEvent.Type.KeyPress, QEvent.Type.KeyRelease

    for kind, at in ((press, 1000), (release, 1660), (press, 1660), (release, 1700), (press, 2500)):
        event = QKeyEvent(kind, Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier, " ")
        event.setTimestamp(at)
        QApplication.sendEvent(desk, event)

    assert len(said) == 2


def test_in_a_field_the_clocks_keys_are_letters(qtbot: QtBot, desk: HostDesk) -> None:
    desk.clock.time.click()
    field = desk.clock.panel.left
    assert field.hasFocus()

    with (
        qtbot.assertNotEmitted(desk.clock.step_asked),
        qtbot.assertNotEmitted(desk.clock.pause_asked),
        qtbot.assertNotEmitted(desk.clock.nudge_asked),
        qtbot.assertNotEmitted(desk.scene_chosen),
    ):
        QTest.keyClicks(field, "pn -+")

    assert field.text() == "pn -+"


def test_space_on_another_button_presses_that_button_only(qtbot: QtBot, desk: HostDesk) -> None:
    desk.clock.time.setFocus()

    with qtbot.assertNotEmitted(desk.clock.step_asked):
        QTest.keyClick(desk.clock.time, Qt.Key.Key_Space)

    assert desk.clock.panel.isVisible()


def test_a_click_on_a_nudge_leaves_the_keyboard_where_it_is(qtbot: QtBot, desk: HostDesk) -> None:
    desk.clock.time.setFocus()

    with qtbot.waitSignal(desk.clock.nudge_asked):
        QTest.mouseClick(desk.clock.more, Qt.MouseButton.LeftButton)

    assert desk.clock.time.hasFocus()


def test_a_wrong_time_is_put_right_by_the_keyboard(qtbot: QtBot, desk: HostDesk) -> None:
    desk.clock.time.setFocus()
    QTest.keyClick(desk.clock.time, Qt.Key.Key_Return)
    assert desk.clock.panel.left.hasFocus()
    QTest.keyClicks(desk.clock.panel.left, "4:30")

    with qtbot.waitSignal(desk.clock.put_right_asked) as asked:
        QTest.keyClick(desk.clock.panel.left, Qt.Key.Key_Return)

    assert asked.args == ["4:30"]


def test_escape_closes_what_puts_the_clock_right(desk: HostDesk) -> None:
    desk.clock.time.click()
    QTest.keyClick(desk.clock.panel.left, Qt.Key.Key_Escape)

    assert not desk.clock.panel.isVisible()
    assert desk.hasFocus()


def test_another_team_is_called_from_the_list(qtbot: QtBot, desk: HostDesk) -> None:
    desk.clock.time.click()
    desk.clock.panel.teams.choose(HERON)

    with qtbot.waitSignal(desk.clock.call_asked) as asked:
        desk.clock.panel.call.click()

    assert asked.args == [HERON]


def test_while_it_is_nobodys_turn_there_is_no_time_to_change(desk: HostDesk) -> None:
    desk.clock.show_panel(host_clock(small_setup(), Clock(), SLOTS, LANTERN))
    desk.clock.show_face(None)

    assert desk.clock.step.text() == "Call the first team"
    assert desk.clock.step.isEnabled()
    assert desk.clock.time.text() == "5:00"
    assert not desk.clock.more.isEnabled()
    assert not desk.clock.less.isEnabled()


@pytest.mark.parametrize(
    ("state", "word", "kind", "badge"),
    [
        (ClockState.NORMAL, "", "card", "normal"),
        (ClockState.WARNING, "Last minute", "banner-attention", "warning"),
        (ClockState.DANGER, "Last seconds", "banner-loss", "danger"),
        (ClockState.OVERTIME, "Over time", "banner-loss", "overtime"),
    ],
)
def test_each_state_has_a_shape_a_word_and_a_ground(
    desk: HostDesk, state: ClockState, word: str, kind: str, badge: str
) -> None:
    desk.clock.show_face(replace(FACE, state=state, state_text=word, time_text="0:08"))

    assert desk.clock.property("kind") == kind
    assert desk.clock.badge.kind == badge
    assert desk.clock.badge.word == (word or "Pitch, running")


def _grounds(card: ClockCard) -> list[object]:
    danger = replace(FACE, state=ClockState.DANGER, state_text="Last seconds")
    grounds = []
    for time_text in ("0:09", "0:08", "0:07"):
        card.show_face(replace(danger, time_text=time_text))
        grounds.append(card.property("kind"))
    return grounds


def test_the_last_seconds_flash_with_motion_on_only(desk: HostDesk) -> None:
    flashing = _grounds(desk.clock)
    desk.clock.set_motion_reduced(is_reduced=True)

    assert flashing == ["card", "banner-loss", "card"]
    assert _grounds(desk.clock) == ["banner-loss"] * 3


def test_the_bell_rings_once_a_state_and_only_if_it_is_wanted(
    desk: HostDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    rung: list[str] = []
    monkeypatch.setattr(QApplication, "beep", lambda: rung.append("bell"))
    warning = replace(FACE, state=ClockState.WARNING, state_text="Last minute")
    desk.clock.show_face(warning)
    assert rung == []
    desk.clock.panel.bell.setChecked(True)
    desk.clock.show_face(FACE)
    desk.clock.show_face(warning)
    desk.clock.show_face(replace(warning, time_text="0:59"))

    assert rung == ["bell"]


@pytest.mark.parametrize("length", [1, 30, 300])
def test_a_long_name_moves_nothing_on_the_clock(desk: HostDesk, length: int) -> None:
    panel = host_clock(small_setup(), STANDING, SLOTS, PERCH)
    QApplication.processEvents()
    before = (desk.clock.height(), desk.clock.step.geometry(), desk.clock.time.geometry())
    desk.clock.show_panel(replace(panel, team="Team " * length, next_text="Next: " * length))
    QApplication.processEvents()

    after = (desk.clock.height(), desk.clock.step.geometry(), desk.clock.time.geometry())
    assert after == before
    assert desk.clock.team.line_count <= 2


def test_a_time_of_hours_is_smaller_and_moves_nothing(desk: HostDesk) -> None:
    before = desk.clock.time.geometry()
    for time_text in ("120:00", "+0:12", "0:01"):
        desk.clock.show_face(replace(FACE, time_text=time_text))
        QApplication.processEvents()

        assert desk.clock.time.geometry() == before
