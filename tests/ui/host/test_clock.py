from dataclasses import replace
from fractions import Fraction

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from judging_app.domain.clock import Clock
from judging_app.domain.run_order import Slot
from judging_app.present.host.clock import host_clock
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
    made.resize(1200, 760)
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
        (Qt.Key.Key_Space, "start_asked", []),
        (Qt.Key.Key_N, "go_on_asked", []),
        (Qt.Key.Key_Minus, "nudge_asked", [-60]),
        (Qt.Key.Key_Plus, "nudge_asked", [60]),
    ],
)
def test_each_key_of_the_clock_does_what_the_table_says(
    qtbot: QtBot, desk: HostDesk, key: Qt.Key, signal: str, args: list[int]
) -> None:
    desk.grid.setVisible(True)
    desk.grid.setFocus()

    with qtbot.waitSignal(getattr(desk.clock, signal)) as asked:
        QTest.keyClick(desk.grid, key)

    assert asked.args == args


def test_a_notice_about_the_computers_clock_is_there_as_long_as_it_holds(desk: HostDesk) -> None:
    panel = host_clock(small_setup(), STANDING, SLOTS, PERCH)
    assert not desk.clock.notice.isVisible()

    desk.clock.show_panel(replace(panel, notice="Check the computer’s clock."))
    assert desk.clock.notice.isVisible()
    assert desk.clock.notice.text() == "Check the computer’s clock."

    desk.clock.show_panel(panel)
    assert not desk.clock.notice.isVisible()


def test_space_pauses_a_clock_that_runs(qtbot: QtBot, desk: HostDesk) -> None:
    running = replace(host_clock(small_setup(), STANDING, SLOTS, PERCH), is_running=True)
    desk.clock.show_panel(running)
    desk.grid.setVisible(True)
    desk.grid.setFocus()

    with qtbot.waitSignal(desk.clock.pause_asked):
        QTest.keyClick(desk.grid, Qt.Key.Key_Space)


def test_in_a_field_the_clocks_keys_are_letters(qtbot: QtBot, desk: HostDesk) -> None:
    desk.parts.buttons["Panel"].click()
    desk.panel.walk_in.name.setFocus()

    with (
        qtbot.assertNotEmitted(desk.clock.start_asked),
        qtbot.assertNotEmitted(desk.clock.go_on_asked),
        qtbot.assertNotEmitted(desk.clock.nudge_asked),
    ):
        QTest.keyClicks(desk.panel.walk_in.name, "n -+")

    assert desk.panel.walk_in.name.text() == "n -+"


def test_space_on_another_button_presses_that_button_only(qtbot: QtBot, desk: HostDesk) -> None:
    desk.clock.other.setFocus()

    with qtbot.assertNotEmitted(desk.clock.start_asked):
        QTest.keyClick(desk.clock.other, Qt.Key.Key_Space)

    assert desk.clock.panel.isVisible()


def test_a_click_on_a_nudge_leaves_the_keyboard_where_it_is(qtbot: QtBot, desk: HostDesk) -> None:
    desk.clock.start.setFocus()

    with qtbot.waitSignal(desk.clock.nudge_asked):
        QTest.mouseClick(desk.clock.more, Qt.MouseButton.LeftButton)

    assert desk.clock.start.hasFocus()


def test_a_wrong_time_is_put_right_by_the_keyboard(qtbot: QtBot, desk: HostDesk) -> None:
    desk.clock.other.setFocus()
    QTest.keyClick(desk.clock.other, Qt.Key.Key_Return)
    assert desk.clock.panel.left.hasFocus()
    QTest.keyClicks(desk.clock.panel.left, "4:30")

    with qtbot.waitSignal(desk.clock.put_right_asked) as asked:
        QTest.keyClick(desk.clock.panel.left, Qt.Key.Key_Return)

    assert asked.args == ["4:30"]


def test_escape_closes_what_puts_the_clock_right(desk: HostDesk) -> None:
    desk.clock.other.click()
    QTest.keyClick(desk.clock.panel.left, Qt.Key.Key_Escape)

    assert not desk.clock.panel.isVisible()
    assert desk.clock.other.hasFocus()


def test_another_team_is_called_from_the_list(qtbot: QtBot, desk: HostDesk) -> None:
    desk.clock.other.click()
    desk.clock.panel.teams.choose(HERON)

    with qtbot.waitSignal(desk.clock.call_asked) as asked:
        desk.clock.panel.call.click()

    assert asked.args == [HERON]


def test_while_it_is_nobodys_turn_there_is_no_time_to_change(desk: HostDesk) -> None:
    desk.clock.show_panel(host_clock(small_setup(), Clock(), SLOTS, LANTERN))
    desk.clock.show_face(None)

    assert desk.clock.start.isEnabled()
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
    assert desk.clock.badge.word == (word or "Running")


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
    desk.clock.bell.setChecked(True)
    desk.clock.show_face(FACE)
    desk.clock.show_face(warning)
    desk.clock.show_face(replace(warning, time_text="0:59"))

    assert rung == ["bell"]


def test_what_is_always_in_view_says_now_and_next(desk: HostDesk) -> None:
    desk.show_now("Lantern · Pitch 3:42 left · Next: Perch", FACE)

    assert desk.now.word == "Lantern · Pitch 3:42 left · Next: Perch"
    assert desk.now.kind == "normal"
    assert not desk._column.isAncestorOf(desk.now)
