from fractions import Fraction

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from judging_app.domain.event import Audience, Method
from judging_app.domain.ids import TeamId
from judging_app.present.result.reach import ReachRow
from judging_app.present.result.standings import StandingRow, StandingsView
from ui import theme
from ui.result.standings import COLUMNS, StandingsPart
from ui.widgets.picker import Choice
from ui.widgets.rows_model import RIGHT


def _row(number: int) -> StandingRow:
    return StandingRow(
        TeamId(f"T{number}"),
        number,
        is_tied=False,
        place_text=str(number),
        team=f"Team {number}",
        score=Fraction(523, 7),
        score_text="74.71",
        exact_text="523/7",
        ballots=7,
        expected=8,
        ballots_text="7 of 8 ballots",
    )


def _view(method: Method, count: int = 6) -> StandingsView:
    rows = tuple(_row(number + 1) for number in range(count))
    return StandingsView("Tech Connect", method, Audience.PANEL, Fraction(100), "of 100", rows, "")


@pytest.fixture
def part(qtbot: QtBot) -> StandingsPart:
    made = StandingsPart()
    qtbot.addWidget(made)
    made.resize(1200, 760)
    with qtbot.waitExposed(made):
        made.show()
    return made


def _texts(part: StandingsPart) -> list[str]:
    return [label.text() for label in part.findChildren(QLabel) if label.isVisible()]


def test_the_exact_value_stands_beside_the_rounded_one() -> None:
    row = _view(Method.MEAN).rows[0]

    said = {column.heading: column.text(row) for column in COLUMNS}
    assert (said["Score"], said["Exact"]) == ("74.71", "523/7")


def test_figures_stand_on_the_right() -> None:
    right = [column.heading for column in COLUMNS if column.side == RIGHT]

    assert right == ["Place", "Score", "Exact"]


def test_the_declared_method_is_marked_in_words(part: StandingsPart) -> None:
    part.show_standings(_view(Method.MEAN), _view(Method.ADJUSTED), "")

    first, second = part.tables
    assert first.said == "The event’s method · of 100"
    assert first.table.accessibleName() == "Standings by the mean, of 100"
    assert second.said == "For comparison only · of 100"


def test_another_method_is_chosen_with_the_keyboard(qtbot: QtBot, part: StandingsPart) -> None:
    part.show_methods([Choice("adjusted", "Adjusted"), Choice("median", "Median")], "adjusted")

    with qtbot.waitSignal(part.method_asked) as asked:
        QTest.keyClick(part.method.box, Qt.Key.Key_Down)

    assert asked.args == ["median"]


def test_without_a_ballot_the_part_says_so(part: StandingsPart) -> None:
    part.show_standings(None, None, "")

    assert (
        "No ballot has been submitted yet. The standings appear with the first ballot."
        in _texts(part)
    )


def test_a_method_without_a_result_says_why_beside_the_one_that_has_one(
    part: StandingsPart,
) -> None:
    part.show_standings(_view(Method.MEAN), None, "No chain of judges links the teams.")

    assert "No chain of judges links the teams." in _texts(part)
    assert [table.isVisible() for table in part.tables] == [True, False]


def test_what_else_makes_the_places_what_they_are_is_said_below_them(part: StandingsPart) -> None:
    part.show_standings(_view(Method.MEAN), None, "")
    part.show_notes(["Team 3 is withdrawn."])

    assert "Team 3 is withdrawn." in _texts(part)


def test_a_code_that_is_typed_is_asked_about_and_the_answer_stands_below_it(
    part: StandingsPart, qtbot: QtBot
) -> None:
    part.code.show_code("Result code 7K2M-QX3F-9B4T-HW6C")
    part.code.field.setText("7k2m qx3f")

    with qtbot.waitSignal(part.code_asked) as asked:
        part.code.check.click()
    part.code.show_answer("This is the code of edition 1, which is published.")

    assert asked.args == ["7k2m qx3f"]
    assert "This is the code of edition 1, which is published." in _texts(part)


def test_what_can_still_change_is_shown_only_while_it_can(part: StandingsPart) -> None:
    row = ReachRow(
        "Team 1", "1st", "3rd", "Team 1 can still finish 1st to 3rd (2 ballots still to come)."
    )
    part.show_reach([row])
    while_owed = _texts(part)
    part.show_reach(())

    assert row.sentence in while_owed
    assert "Can it still change?" not in _texts(part)


@pytest.mark.parametrize("text_scale", [1.0, 2.0])
def test_no_score_is_cut_off_in_either_table(
    qapp: QApplication, part: StandingsPart, text_scale: float
) -> None:
    theme.apply(qapp, "light", text_scale)
    part.show_standings(_view(Method.MEAN, 60), _view(Method.ADJUSTED, 60), "")
    qapp.processEvents()

    for table in (one.table for one in part.tables):
        assert table.columnWidth(2) >= table.sizeHintForColumn(2)
        assert table.rowViewportPosition(59) + table.rowHeight(59) <= table.viewport().height()
