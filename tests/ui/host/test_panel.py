import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from judging_app.domain.panel import Conflict, ConflictDecision
from judging_app.present.host.calibration import calibration_view
from judging_app.present.host.panel import panel_view
from tests.desk.small_event import DELIVERY, IMPACT, J1, J2, LANTERN, PERCH, small_setup
from ui.host.panel import CalibrationPart, PanelPart

WAITS, FOUND = Conflict(J1, LANTERN, "A cousin"), Conflict(J2, PERCH, "Employs a member")
SETUP = small_setup()


@pytest.fixture
def part(qtbot: QtBot) -> PanelPart:
    made = PanelPart()
    qtbot.addWidget(made)
    made.resize(1000, 700)
    with qtbot.waitExposed(made):
        made.show()
    made.show_view(panel_view(SETUP, [WAITS], [FOUND], acts=["decide", "declare", "add"]))
    return made


def test_a_judge_walks_in_by_name_and_enter(qtbot: QtBot, part: PanelPart) -> None:
    part.walk_in.name.setFocus()
    QTest.keyClicks(part.walk_in.name, "Dee Fox")

    with qtbot.waitSignal(part.judge_asked) as asked:
        QTest.keyClick(part.walk_in.name, Qt.Key.Key_Return)

    assert asked.args == ["Dee Fox"]


def test_without_a_name_nobody_walks_in(qtbot: QtBot, part: PanelPart) -> None:
    with qtbot.assertNotEmitted(part.judge_asked):
        QTest.keyClick(part.walk_in.name, Qt.Key.Key_Return)


def test_the_pin_is_shown_until_it_is_noted_and_then_gone(part: PanelPart) -> None:
    part.walk_in.show_pin("Dee Fox", "640173")
    assert part.walk_in.pin.text() == "640 173"
    assert part.walk_in.done.hasFocus()
    QTest.keyClick(part.walk_in.done, Qt.Key.Key_Return)

    assert part.walk_in.pin.text() == ""
    assert not part.walk_in.pin.isVisible()
    assert part.walk_in.name.hasFocus()


def test_news_in_between_leaves_the_pin_on_show(part: PanelPart) -> None:
    part.walk_in.show_pin("Dee Fox", "640173")
    part.show_view(panel_view(SETUP, [], []))

    assert part.walk_in.pin.isVisible()


def test_the_pin_can_be_copied(part: PanelPart) -> None:
    part.walk_in.show_pin("Dee Fox", "640173")
    part.walk_in.copy.click()

    assert QApplication.clipboard().text() == "640173"


def test_the_organiser_decides_with_a_reason(qtbot: QtBot, part: PanelPart) -> None:
    flagged = part.conflicts.buttons[ConflictDecision.FLAGGED]
    assert not flagged.isEnabled()
    QTest.keyClicks(part.conflicts.reason.field, "Distant")

    with qtbot.waitSignal(part.decision_asked) as asked:
        flagged.click()

    assert asked.args == [J1, LANTERN, ConflictDecision.FLAGGED, "Distant"]


def test_a_conflict_that_was_found_is_put_on_the_record_first(
    qtbot: QtBot, part: PanelPart
) -> None:
    table = part.conflicts.table
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert not part.conflicts.reason.isVisible()

    with qtbot.waitSignal(part.declare_asked) as asked:
        part.conflicts.declare.click()

    assert asked.args == [J2, PERCH]


def test_the_host_reads_that_it_waits_and_decides_nothing(part: PanelPart) -> None:
    part.show_view(panel_view(SETUP, [WAITS], []))

    model = part.conflicts.table.model()
    assert model.data(model.index(0, 3)) == "Not decided yet"
    assert model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole) == (
        "Ada Reed and Lantern: A cousin. Not decided yet."
    )
    assert not any(button.isVisible() for button in part.conflicts.buttons.values())


def test_the_sample_pitch_is_shown_by_criterion_and_discarded(qtbot: QtBot) -> None:
    sample = CalibrationPart()
    qtbot.addWidget(sample)
    sample.show_view(calibration_view(SETUP, {J1: {IMPACT: 4, DELIVERY: 5}, J2: {IMPACT: 9}}))
    assert len(sample.rows) == 2

    with qtbot.waitSignal(sample.discard_asked):
        sample.discard.click()


def test_an_empty_round_has_nothing_to_discard(qtbot: QtBot) -> None:
    sample = CalibrationPart()
    qtbot.addWidget(sample)
    sample.show_view(calibration_view(SETUP, {}))

    assert not sample.discard.isEnabled()


def test_a_hundred_and_ninety_conflicts_are_rows_that_scroll_beside_what_is_done(
    part: PanelPart,
) -> None:
    many = [Conflict(J2, PERCH, f"Reason {at}") for at in range(190)]
    part.show_view(panel_view(SETUP, [WAITS], many, acts=["decide", "declare", "add"]))

    assert part.conflicts.table.rows.rowCount() == 191
    assert part.conflicts.table.height() < 700
    assert part.conflicts.buttons[ConflictDecision.FLAGGED].isVisible()


def test_the_conflict_that_is_chosen_stays_so_while_others_come(part: PanelPart) -> None:
    part.conflicts.table.setCurrentIndex(part.conflicts.table.rows.index(1, 0))
    later = Conflict(J1, PERCH, "Shared an office")
    part.show_view(panel_view(SETUP, [WAITS, later], [FOUND], acts=["declare"]))

    assert part.conflicts.chosen is not None
    assert part.conflicts.chosen.key == f"{J2}/{PERCH}"
