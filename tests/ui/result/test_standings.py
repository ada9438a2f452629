from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from judging_app.present.result.compared import ComparedRow
from judging_app.present.result.reach import ReachRow
from ui import theme
from ui.result.standings import StandingsPart
from ui.widgets.picker import Choice
from ui.widgets.rows_model import RIGHT


def _row(number: int, **changed: object) -> ComparedRow:
    row = ComparedRow(
        f"T{number}",
        f"{number}th",
        f"Team {number}",
        "What it took on",
        "74.71",
        "523/7",
        "7 of 8",
        is_whole=False,
        is_first=number == 1,
        other_place=f"{number + 1}th",
        other_score="72.95",
        other_exact="1459/20",
        move=-1,
    )
    return replace(row, **changed)  # type: ignore[arg-type] # whatever a test needs


def _rows(count: int = 6) -> list[ComparedRow]:
    return [_row(number + 1) for number in range(count)]


def _headings(part: StandingsPart) -> list[str]:
    return [column.heading for column in part.table.rows.columns]


def _cells(part: StandingsPart, row: int = 0) -> list[str]:
    model = part.table.rows
    return [str(model.data(model.index(row, at))) for at in range(model.columnCount())]


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


def test_one_table_holds_the_events_method_and_the_other_one(part: StandingsPart) -> None:
    part.show_standings("By the mean", _rows(), "", has_other=True)

    assert _headings(part) == [
        "Place",
        "Team and challenge",
        "By the mean",
        "Ballots",
        "",
        "",
        "",
    ]
    assert _cells(part) == ["1th", "Team 1", "74.71", "7 of 8", "2th", "72.95", "down 1"]
    assert part.table.accessibleName() == "Standings by the mean and another method beside it"


@pytest.mark.parametrize(("move", "said"), [(2, "up 2"), (-1, "down 1"), (0, "same"), (None, "")])
def test_who_moves_is_said_by_an_arrow_and_in_words(
    part: StandingsPart, move: int | None, said: str
) -> None:
    part.show_standings("By the mean", [_row(1, move=move)], "", has_other=True)
    model = part.table.rows
    cell = model.index(0, 6)

    assert model.data(cell) == said
    icon = model.data(cell, Qt.ItemDataRole.DecorationRole)
    assert isinstance(icon, QIcon) is (move is not None)


def test_fractions_stand_beside_the_rounded_figures_only_when_asked_for(
    part: StandingsPart,
) -> None:
    part.show_standings("By the mean", _rows(), "", has_other=True)
    before = _cells(part)
    part.show_exact(is_exact=True)

    assert "523/7" not in before
    assert _cells(part)[2:4] == ["74.71", "523/7"]
    assert _cells(part)[6:8] == ["72.95", "1459/20"]


def test_what_the_scores_alone_give_is_one_more_column_where_the_panel_decided(
    part: StandingsPart,
) -> None:
    part.show_standings("By the mean", [_row(1, scored_place="2nd")], "", has_scored=True)

    assert _headings(part)[-1] == "By the scores"
    assert _cells(part)[-1] == "2nd"


def test_figures_stand_on_the_right(part: StandingsPart) -> None:
    part.show_standings("By the mean", _rows(), "")
    right = [column.heading for column in part.table.rows.columns if column.side == RIGHT]

    assert right == ["By the mean", "Ballots"]


def test_a_row_is_read_aloud_as_a_sentence(part: StandingsPart) -> None:
    part.show_standings("By the mean", _rows(), "", has_other=True)
    model = part.table.rows

    assert model.data(model.index(0, 1), Qt.ItemDataRole.AccessibleTextRole) == (
        "1th Team 1, 74.71, 7 of 8 ballots. By the other method 2th, 72.95, down 1."
    )


def test_another_method_is_chosen_with_the_keyboard(qtbot: QtBot, part: StandingsPart) -> None:
    part.show_methods([Choice("adjusted", "Adjusted"), Choice("median", "Median")], "adjusted")

    with qtbot.waitSignal(part.method_asked) as asked:
        QTest.keyClick(part.method.box, Qt.Key.Key_Down)

    assert asked.args == ["median"]


def test_without_a_ballot_there_is_no_table(part: StandingsPart) -> None:
    part.show_standings("By the mean", (), "")

    assert not part.table.isVisible()


def test_a_method_without_a_result_says_why_beside_the_one_that_has_one(
    part: StandingsPart,
) -> None:
    part.show_standings("By the mean", _rows(), "No chain of judges links the teams.")

    assert "No chain of judges links the teams." in _texts(part)
    assert part.table.isVisible()
    assert not part.method.isVisible()


def test_what_else_makes_the_places_what_they_are_is_said_below_them(part: StandingsPart) -> None:
    part.show_standings("By the mean", _rows(), "")
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
def test_no_score_is_cut_off_and_the_page_scrolls_through_all_of_them(
    qapp: QApplication, part: StandingsPart, text_scale: float
) -> None:
    theme.apply(qapp, "light", text_scale)
    part.show_standings("By the mean", _rows(60), "", has_other=True)
    qapp.processEvents()

    table = part.table
    for at in (2, 5):
        assert table.columnWidth(at) >= table.sizeHintForColumn(at)
    assert table.rowViewportPosition(59) + table.rowHeight(59) <= table.viewport().height()


def test_in_less_room_than_all_rows_take_the_table_scrolls_and_its_heads_stay(
    qapp: QApplication, part: StandingsPart
) -> None:
    part.show_standings("By the mean", _rows(60), "", has_other=True)
    part.table.fit_within(400)
    qapp.processEvents()
    part.table.scrollToBottom()

    assert part.table.height() == 400
    assert part.table.verticalScrollBar().value() > 0
    assert part.table.horizontalHeader().isVisible()


def test_the_other_method_is_chosen_over_its_own_columns(
    qapp: QApplication, part: StandingsPart
) -> None:
    part.show_methods([Choice("adjusted", "Adjusted for harsh and lenient judges")], "adjusted")
    part.show_standings("By the mean", _rows(), "", has_other=True)
    qapp.processEvents()

    table, picker = part.table, part.method
    first = table.horizontalHeader().sectionViewportPosition(4) + table.horizontalHeader().x()
    assert first <= picker.x()
    assert picker.geometry().right() <= table.width()
    assert picker.width() > 200
