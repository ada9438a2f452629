from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from judging_app.domain.clock import Clock
from judging_app.domain.run_order import Slot
from judging_app.present.host.run_order import run_order_view
from tests.desk.small_event import HERON, LANTERN, PERCH, TEAMS, small_setup
from ui.host.run_order import RunOrderPart

ALT = Qt.KeyboardModifier.AltModifier
VIEW = run_order_view(
    small_setup(), [Slot(team) for team in TEAMS], seed="", clock=Clock(), next_team=LANTERN
)
DRAWN = replace(VIEW, needs_reason=True)


@pytest.fixture
def part(qtbot: QtBot) -> RunOrderPart:
    made = RunOrderPart()
    qtbot.addWidget(made)
    made.resize(1000, 700)
    with qtbot.waitExposed(made):
        made.show()
    made.show_view(VIEW)
    made.rows.setFocus()
    return made


def test_a_team_is_moved_with_the_keyboard_alone(qtbot: QtBot, part: RunOrderPart) -> None:
    QTest.keyClick(part.rows, Qt.Key.Key_Down)

    with qtbot.waitSignal(part.order_asked) as asked:
        QTest.keyClick(part.rows, Qt.Key.Key_Up, ALT)

    assert asked.args == [(PERCH, LANTERN, HERON), ""]


def test_the_team_that_was_moved_stays_chosen(part: RunOrderPart) -> None:
    QTest.keyClick(part.rows, Qt.Key.Key_Down, ALT)

    assert part.rows.chosen == LANTERN
    assert part.rows.currentRow() == 1


def test_the_first_goes_no_higher_and_the_last_no_lower(qtbot: QtBot, part: RunOrderPart) -> None:
    with qtbot.assertNotEmitted(part.order_asked):
        QTest.keyClick(part.rows, Qt.Key.Key_Up, ALT)
        part.rows.setCurrentRow(2)
        QTest.keyClick(part.rows, Qt.Key.Key_Down, ALT)


def test_a_team_can_be_dragged(qtbot: QtBot, part: RunOrderPart) -> None:
    root = QModelIndex()

    with qtbot.waitSignal(part.order_asked) as asked:
        assert part.rows.model().moveRows(root, 2, 1, root, 0)

    assert asked.args == [(HERON, LANTERN, PERCH), ""]


def test_a_drawn_order_waits_for_a_reason_before_it_changes(
    qtbot: QtBot, part: RunOrderPart
) -> None:
    part.show_view(DRAWN)

    with qtbot.assertNotEmitted(part.order_asked):
        QTest.keyClick(part.rows, Qt.Key.Key_Down, ALT)
    assert not part.keep.isEnabled()
    QTest.keyClicks(part.reason.field, "Lantern is late")

    with qtbot.waitSignal(part.order_asked) as asked:
        part.keep.click()
    assert asked.args == [(PERCH, LANTERN, HERON), "Lantern is late"]


def test_a_move_that_was_not_kept_is_taken_back(part: RunOrderPart) -> None:
    part.show_view(DRAWN)
    part.rows.move_chosen(+1)
    part.drop.click()

    assert part.rows.order == TEAMS
    assert not part.keep.isVisible()


def test_the_lot_is_drawn_by_the_words_typed(qtbot: QtBot, part: RunOrderPart) -> None:
    assert not part.draw.isEnabled()
    QTest.keyClicks(part.seed, "Tuesday rain")

    with qtbot.waitSignal(part.draw_asked) as asked:
        QTest.keyClick(part.seed, Qt.Key.Key_Return)

    assert asked.args == ["Tuesday rain", ""]


def test_another_lot_asks_for_a_reason_first(qtbot: QtBot, part: RunOrderPart) -> None:
    part.show_view(DRAWN)
    part.seed.setText("Wednesday")

    with qtbot.assertNotEmitted(part.draw_asked):
        part.draw.click()
    assert part.reason.hasFocus()
    part.reason.field.setText("The room changed")

    with qtbot.waitSignal(part.draw_asked) as asked:
        part.keep.click()
    assert asked.args == ["Wednesday", "The room changed"]


def test_times_are_set_for_one_team_or_for_all(qtbot: QtBot, part: RunOrderPart) -> None:
    part.rows.setCurrentRow(1)
    assert (part.pitch.text(), part.questions.text()) == ("5:00", "3:00")
    part.pitch.setText("4")

    with qtbot.waitSignal(part.times_asked) as asked:
        part.one.click()
    assert asked.args == [(PERCH,), "4", "3:00"]

    with qtbot.waitSignal(part.times_asked) as asked:
        part.all.click()
    assert asked.args == [TEAMS, "4", "3:00"]


def test_who_may_not_change_the_order_is_offered_nothing(part: RunOrderPart) -> None:
    part.show_view(replace(VIEW, may_change=False))

    assert not part.up.isVisible()
    assert not part.draw.isVisible()
    part.rows.move_chosen(+1)
    assert part.rows.order == TEAMS
