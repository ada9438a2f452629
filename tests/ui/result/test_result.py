from fractions import Fraction
from itertools import combinations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from judging_app.present.result.checks import CheckRow, ChecksView
from judging_app.present.result.why import WhyRow, WhyView
from ui import theme
from ui.result.checks import COLUMNS, MARK
from ui.result.result import ResultPart, ResultScreen
from ui.result.why import NO_TIE
from ui.widgets.picker import Choice
from ui.widgets.rows_model import RowsModel

_CHECKS = ChecksView(
    "The same winner in 1 of 2 checks; without Ada Reed (J1), it would be Team Perch.",
    (
        CheckRow(
            "Without a judge",
            "Ada Reed (J1)",
            is_same=False,
            mark_text="Team Perch instead",
            detail="",
        ),
        CheckRow(
            "Without a judge",
            "Bo Lund (J2)",
            is_same=True,
            mark_text="the same",
            detail="",
        ),
        CheckRow("A different method", "Z-score", None, "can’t be worked out", "All alike."),
    ),
)
_WHY = WhyView(
    "Why is Team Heron above Team Perch?",
    "By the mean, Team Heron is 1st with 74.71 and Team Perch is 2nd with 74.06 (of 100).",
    (WhyRow("Ada Reed (J1)", "+1.25", "5/4", Fraction(1), ""),),
    (
        WhyRow("Impact", "+2.00", "2/1", Fraction(1), "counts 60 of 100"),
        WhyRow("Pitch", "-0.75", "-3/4", Fraction(-3, 8), "counts 40 of 100"),
    ),
    (),
)


@pytest.fixture
def screen(qtbot: QtBot) -> ResultScreen:
    made = ResultScreen()
    qtbot.addWidget(made)
    made.resize(1100, 700)
    with qtbot.waitExposed(made):
        made.show()
    return made


def _texts(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def test_what_is_firm_is_said_before_any_figure(screen: ResultScreen) -> None:
    screen.show_firmness("The same team wins by both methods.", _CHECKS.sentence)

    assert _texts(screen)[:3] == [
        "Result",
        "The same team wins by both methods.",
        _CHECKS.sentence,
    ]


@pytest.mark.parametrize("part", list(ResultPart))
def test_one_part_is_on_show_at_a_time_and_asked_for_when_it_is(
    qtbot: QtBot, screen: ResultScreen, part: ResultPart
) -> None:
    with qtbot.waitSignal(screen.part_asked) as asked:
        screen.buttons[part].click()

    assert asked.args == [part]
    assert [one for one, widget in screen.parts.items() if widget.isVisible()] == [part]


def test_the_parts_are_walked_with_the_keyboard_and_the_last_leads_to_the_first(
    screen: ResultScreen,
) -> None:
    walked = []
    for _ in ResultPart:
        QTest.keyClick(screen, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
        walked.append(screen.part)

    assert walked == [*list(ResultPart)[1:], ResultPart.STANDINGS]


def test_a_part_that_may_not_be_seen_is_neither_offered_nor_left_on_show(
    screen: ResultScreen,
) -> None:
    screen.show_part(ResultPart.SPREAD)
    screen.show_parts([part for part in ResultPart if part is not ResultPart.SPREAD])

    assert not screen.buttons[ResultPart.SPREAD].isVisible()
    assert screen.part is ResultPart.STANDINGS


@pytest.mark.parametrize("text_scale", [1.0, 2.0])
def test_no_word_of_a_parts_button_is_cut_off(
    qapp: QApplication, screen: ResultScreen, text_scale: float
) -> None:
    theme.apply(qapp, "light", text_scale)
    qapp.processEvents()

    for button in screen.buttons.values():
        assert button.width() >= button.sizeHint().width()


def test_the_first_two_teams_are_chosen_to_begin_with(screen: ResultScreen) -> None:
    screen.why.show_teams([Choice("T1", "Heron"), Choice("T2", "Perch"), Choice("T3", "Lantern")])

    assert screen.why.pair == ("T1", "T2")


def test_any_two_teams_are_compared_with_the_keyboard(qtbot: QtBot, screen: ResultScreen) -> None:
    screen.show_part(ResultPart.WHY)
    screen.why.show_teams([Choice("T1", "Heron"), Choice("T2", "Perch"), Choice("T3", "Lantern")])

    with qtbot.waitSignal(screen.why.why_asked) as asked:
        QTest.keyClick(screen.why.other.box, Qt.Key.Key_Down)

    assert asked.args == ["T1", "T3"]


def test_neighbours_in_the_standings_are_walked_pair_by_pair(
    qtbot: QtBot, screen: ResultScreen
) -> None:
    screen.why.show_teams([Choice("T1", "Heron"), Choice("T2", "Perch"), Choice("T3", "Lantern")])
    pairs = []
    for _ in range(2):
        with qtbot.waitSignal(screen.why.why_asked) as asked:
            screen.why.next_pair.click()
        pairs.append(asked.args)

    assert pairs == [["T2", "T3"], ["T1", "T2"]]


def test_each_part_of_the_gap_has_its_label_and_its_figure(screen: ResultScreen) -> None:
    screen.show_part(ResultPart.WHY)
    screen.why.show_view(_WHY)

    texts = _texts(screen.why.criteria)
    assert texts[texts.index("Pitch") :] == ["Pitch", "counts 40 of 100", "-0.75", "-3/4"]


def test_a_method_without_parts_shows_the_sentence_alone(screen: ResultScreen) -> None:
    screen.show_part(ResultPart.WHY)
    screen.why.show_view(WhyView("Why?", "By mean rank a gap has no parts.", (), (), ()))

    assert not screen.why.judges.isVisible()
    assert not screen.why.criteria.isVisible()


def test_without_a_tie_the_part_says_that_none_had_to_be_settled(screen: ResultScreen) -> None:
    screen.show_part(ResultPart.TIES)
    screen.ties.show_ties(())

    assert _texts(screen.ties) == [NO_TIE]


def test_a_check_says_what_comes_of_it_by_word_and_by_shape() -> None:
    model = RowsModel(COLUMNS, id)
    model.show_rows(_CHECKS.rows)
    marks = [model.index(row, MARK) for row in range(3)]

    icons = [model.data(mark, Qt.ItemDataRole.DecorationRole) for mark in marks]
    shapes = [one.pixmap(20).toImage().createAlphaMask() for one in icons if isinstance(one, QIcon)]
    words = [model.data(mark) for mark in marks]
    assert words == ["Team Perch instead", "the same", "can’t be worked out"]
    assert len(shapes) == 3
    assert all(one != other for one, other in combinations(shapes, 2))


def test_a_group_of_checks_is_named_once_but_heard_on_every_line() -> None:
    model = RowsModel(COLUMNS, id)
    model.show_rows(_CHECKS.rows)
    second = model.index(1, 0)

    assert model.data(second) == ""
    assert model.data(second, Qt.ItemDataRole.AccessibleTextRole) == (
        "Without a judge: Bo Lund (J2): the same."
    )


def test_why_a_check_cannot_be_worked_out_is_told_when_its_line_is_reached(
    screen: ResultScreen,
) -> None:
    screen.show_part(ResultPart.CHECKS)
    screen.checks.show_view(_CHECKS)
    screen.checks.table.setFocus()
    for _ in range(3):
        QTest.keyClick(screen.checks.table, Qt.Key.Key_Down)

    assert "A different method, Z-score: can’t be worked out (All alike.)" in _texts(screen.checks)
