from fractions import Fraction

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from judging_app.domain.ids import JudgeId, TeamId
from judging_app.present.result.spread import Dot, SpreadQuestion, SpreadRow, SpreadView
from ui.result.dot_plot import DotPlot
from ui.result.spread import SpreadPart, TeamSpread
from ui.widgets.picker import Choice

_DOTS = (
    Dot(
        "Ada Reed (J1)",
        "41.00",
        Fraction(1, 10),
        is_far_out=True,
        label="Ada Reed (J1): 41.00, far out",
    ),
    Dot("Bo Lund (J2)", "70.00", Fraction(7, 10), is_far_out=False, label="Bo Lund (J2): 70.00"),
    Dot("Cy Orr (J3)", "70.00", Fraction(7, 10), is_far_out=False, label="Cy Orr (J3): 70.00"),
)


def _row(team: str = "Team Heron", dots: tuple[Dot, ...] = _DOTS) -> SpreadRow:
    mean = Fraction(1, 2) if dots else None
    said = "41.00 to 70.00" if dots else "No ballot submitted yet"
    return SpreadRow(TeamId(team), team, dots, mean, "Mean 60.33", said, f"{team}: mean 60.33.")


def _view(*rows: SpreadRow) -> SpreadView:
    asked = (
        SpreadQuestion(
            JudgeId("J1"),
            TeamId("T1"),
            "Ada Reed (J1)",
            "Team Heron",
            "41.00",
            "70.00",
            "29.00 below",
            "Ask Ada Reed (J1) about Team Heron.",
        ),
    )
    return SpreadView("Totals", "Far out is more than 15 points.", "40", "80", rows, asked)


@pytest.fixture
def part(qtbot: QtBot) -> SpreadPart:
    made = SpreadPart()
    qtbot.addWidget(made)
    made.resize(1000, 700)
    with qtbot.waitExposed(made):
        made.show()
    made.show_view(_view(_row(), _row("Team Perch", ())))
    return made


@pytest.fixture
def plot(part: SpreadPart) -> DotPlot:
    return part.rows[0].plot


def test_every_ballot_is_a_dot_and_equal_ones_stand_on_each_other(plot: DotPlot) -> None:
    first, second, third = plot.places()

    assert first.x() < second.x() == third.x()
    assert third.y() < second.y() == first.y()


def test_the_keyboard_goes_from_ballot_to_ballot_and_tells_of_each(
    part: SpreadPart, plot: DotPlot
) -> None:
    plot.setFocus()
    told = []
    for _ in range(4):
        QTest.keyClick(plot, Qt.Key.Key_Right)
        told.append(part.rows[0].said)

    assert told == [dot.label for dot in (*_DOTS, _DOTS[-1])]


def test_leaving_a_plot_shows_its_range_again(part: SpreadPart, plot: DotPlot) -> None:
    plot.setFocus()
    QTest.keyClick(plot, Qt.Key.Key_Left)
    part.what.box.setFocus()

    assert part.rows[0].said == "Mean 60.33 · 41.00 to 70.00"


def test_a_press_tells_of_the_ballot_under_it(part: SpreadPart, plot: DotPlot) -> None:
    at: QPoint = plot.places()[0].toPoint()
    QTest.mouseClick(plot, Qt.MouseButton.LeftButton, pos=at)

    assert part.rows[0].said == "Ada Reed (J1): 41.00, far out"


def test_a_screen_reader_hears_the_whole_team_from_its_plot(plot: DotPlot) -> None:
    assert plot.accessibleName() == "Team Heron: mean 60.33."


def test_a_plot_without_a_ballot_is_passed_over_by_the_keyboard(part: SpreadPart) -> None:
    empty: TeamSpread = part.rows[1]

    assert not empty.plot.isEnabled()
    assert empty.said == "Mean 60.33 · No ballot submitted yet"


def test_fewer_teams_leave_no_plot_of_the_former_ones(part: SpreadPart) -> None:
    part.show_view(_view(_row()))

    assert len(part.rows) == 1


def test_the_spread_of_one_criterion_is_asked_for(qtbot: QtBot, part: SpreadPart) -> None:
    part.show_choices([Choice("", "Totals"), Choice("impact", "Impact")])

    with qtbot.waitSignal(part.criterion_asked) as asked:
        QTest.keyClick(part.what.box, Qt.Key.Key_Down)

    assert asked.args == ["impact"]


def test_whom_to_ask_about_what_stands_in_a_table(part: SpreadPart) -> None:
    model = part.questions.rows

    assert [model.data(model.index(0, at)) for at in range(model.columnCount())] == [
        "Ada Reed (J1)",
        "Team Heron",
        "41.00",
        "70.00",
        "29.00 below",
    ]


def test_the_ballot_that_is_asked_about_leads_to_agreeing_a_score(
    qtbot: QtBot, part: SpreadPart
) -> None:
    with qtbot.waitSignal(part.agree_asked) as asked:
        part.agree.click()

    assert part.agree.text() == "Agree a score for Team Heron…"
    assert asked.args == ["J1", "T1", ""]


def test_with_nobody_to_ask_there_is_no_table_and_nothing_to_agree(part: SpreadPart) -> None:
    part.show_view(SpreadView("Totals", "", "40", "80", (), ()))

    assert not part.questions.isVisible()
    assert part.agree.text() == ""
