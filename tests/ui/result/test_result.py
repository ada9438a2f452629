from dataclasses import replace
from fractions import Fraction
from itertools import combinations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from judging_app.present.result.checks import CheckRow, ChecksView
from judging_app.present.result.overview import Firmness, Overview, Winner
from judging_app.present.result.ties import TieView
from judging_app.present.result.why import WhyColumn, WhyRow, WhyView
from ui import theme
from ui.result.checks import COLUMNS, COUNT, GROUP, MARK, lines_of
from ui.result.parts_card import Ends, SignedBar, Sums
from ui.result.result import DECIDE, REVEAL, ResultPart, ResultScreen
from ui.result.ties import NO_TIE
from ui.widgets.buttons import ActButton
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
    WhyColumn(
        (
            WhyRow(
                "Ada Reed (J1)", "+1.25", "5/4", Fraction(1), "", "1.25", scores="70.00 and 72.50"
            ),
        ),
        "0.00",
        "1.25",
        "ahead by 1.25",
    ),
    WhyColumn(
        (
            WhyRow("Impact", "+2.00", "2/1", Fraction(1), "counts 60 of 100", "2.00"),
            WhyRow("Pitch", "−0.75", "−3/4", Fraction(-3, 8), "counts 40 of 100", "0.75"),
        ),
        "0.75",
        "2.00",
        "ahead by 1.25",
    ),
    (),
    upper="Team Heron",
    lower="Team Perch",
)
_OVERVIEW = Overview(
    Winner(
        "1st by the mean, the event’s method",
        "Team Heron",
        "74.71 of 100",
        "7 of 8 ballots · 0.65 ahead of Team Perch",
        "Why is it above Team Perch?",
        ("T1", "T2"),
    ),
    Firmness(
        is_firm=False,
        sentence="This result is not firm: it stays the same in 1 of 2 checks.",
        same=1,
        told=2,
        otherwise="in 1, Team Perch wins",
        detail="A recusal changes the winner.",
        urge="Tell the panel before the reveal.",
    ),
)
_THREE = [Choice("T1", "Heron"), Choice("T2", "Perch"), Choice("T3", "Lantern")]


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


def _filled(screen: ResultScreen) -> list[str]:
    return [one.text() for one in screen.findChildren(ActButton) if one.isVisible()]


def test_the_winner_is_said_first_with_how_firm_that_is(screen: ResultScreen) -> None:
    screen.show_overview(_OVERVIEW)

    assert _texts(screen)[:4] == [
        "1st by the mean, the event’s method",
        "Team Heron",
        "74.71",
        "of 100 · 7 of 8 ballots · 0.65 ahead of Team Perch",
    ]
    assert _texts(screen.winner.firmness) == [
        "This result is not firm: it stays the same in 1 of 2 checks.",
        "in 1, Team Perch wins",
        "A recusal changes the winner.",
        "Tell the panel before the reveal.",
    ]
    assert screen.winner.firmness.marks.accessibleName() == "1 of 2 the same"


def test_the_winner_is_the_largest_text_of_the_screen(screen: ResultScreen) -> None:
    screen.show_overview(_OVERVIEW)
    sizes = {
        label.text(): label.font().pixelSize()
        for label in screen.findChildren(QLabel)
        if label.isVisible()
    }

    assert max(sizes, key=sizes.__getitem__) == "Team Heron"
    assert sizes["Team Heron"] == 44


def test_away_from_the_standings_the_winner_is_one_line_beside_the_tabs(
    screen: ResultScreen,
) -> None:
    screen.show_overview(_OVERVIEW)
    screen.show_part(ResultPart.WHY)

    assert not screen.winner.isVisible()
    assert _texts(screen.line) == ["1st Team Heron 74.71", "· not firm"]


def test_without_a_winner_it_is_said_what_is_still_to_come(screen: ResultScreen) -> None:
    screen.show_overview(Overview(None, None, "No result yet: 48 ballots still to come."))

    assert _texts(screen)[0] == "No result yet: 48 ballots still to come."
    assert not screen.report.isVisible()
    assert not screen.exact.isVisible()


def test_each_tab_says_how_many_things_it_holds(screen: ResultScreen) -> None:
    screen.show_counts({ResultPart.TIES: "none", ResultPart.CHECKS: "21 of 32 the same"})

    assert screen.buttons[ResultPart.CHECKS].count == "21 of 32 the same"
    assert screen.buttons[ResultPart.TIES].accessibleName() == "Ties, none"
    assert screen.buttons[ResultPart.WHY].accessibleName() == "Why"


@pytest.mark.parametrize("part", list(ResultPart))
def test_there_is_one_filled_button_at_most_whatever_part_is_on_show(
    screen: ResultScreen, part: ResultPart
) -> None:
    screen.show_overview(_OVERVIEW)
    screen.why.show_teams(_THREE)
    screen.show_next(DECIDE)
    screen.buttons[part].click()

    assert len(_filled(screen)) == 1


def test_a_result_that_is_not_firm_leads_to_the_panels_decision(screen: ResultScreen) -> None:
    screen.show_overview(_OVERVIEW)
    screen.show_next(DECIDE)
    screen.act.click()

    assert screen.part is ResultPart.DECISIONS


def test_a_result_that_is_as_it_is_to_be_leads_to_the_reveal(
    qtbot: QtBot, screen: ResultScreen
) -> None:
    screen.show_overview(_OVERVIEW)
    screen.show_next(REVEAL)

    with qtbot.waitSignal(screen.reveal_asked):
        screen.act.click()


def test_why_the_winner_is_ahead_is_one_press_away(qtbot: QtBot, screen: ResultScreen) -> None:
    screen.show_overview(_OVERVIEW)
    screen.why.show_teams([_THREE[2], *_THREE[:2]])

    with qtbot.waitSignal(screen.why.why_asked) as asked:
        screen.winner.why.click()

    assert asked.args == ["T1", "T2"]
    assert screen.part is ResultPart.WHY


@pytest.mark.parametrize("text_scale", [1.0, 2.0])
@pytest.mark.parametrize("part", list(ResultPart))
def test_choosing_a_part_shows_its_beginning_whatever_the_size_of_the_text(
    qapp: QApplication, screen: ResultScreen, part: ResultPart, text_scale: float
) -> None:
    theme.apply(qapp, "light", text_scale)
    screen.show_overview(_OVERVIEW)
    screen.show_part(ResultPart.DECISIONS)
    screen._column.verticalScrollBar().setValue(10_000)
    screen.buttons[part].click()
    qapp.processEvents()

    shown = screen.parts[part].visibleRegion().boundingRect()
    assert screen._column.verticalScrollBar().value() == 0
    assert shown.top() == 0
    assert shown.height() > 0


def test_with_large_text_the_winner_leaves_the_room_to_the_standings(
    qapp: QApplication, screen: ResultScreen
) -> None:
    theme.apply(qapp, "light", 2.0)
    screen.show_overview(_OVERVIEW)
    qapp.processEvents()
    said = _texts(screen.winner.firmness)
    screen.winner.firmness.more.click()

    assert said == ["This result is not firm: it stays the same in 1 of 2 checks."]
    assert "Tell the panel before the reveal." in _texts(screen.winner.firmness)


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
    screen.why.show_teams(_THREE)

    assert screen.why.pair == ("T1", "T2")


def test_any_two_teams_are_compared_with_the_keyboard(qtbot: QtBot, screen: ResultScreen) -> None:
    screen.show_part(ResultPart.WHY)
    screen.why.show_teams(_THREE)

    with qtbot.waitSignal(screen.why.why_asked) as asked:
        QTest.keyClick(screen.why.other.box, Qt.Key.Key_Down)

    assert asked.args == ["T1", "T3"]


def test_neighbours_in_the_standings_are_walked_pair_by_pair(
    qtbot: QtBot, screen: ResultScreen
) -> None:
    screen.why.show_teams(_THREE)
    pairs = []
    for _ in range(2):
        with qtbot.waitSignal(screen.why.why_asked) as asked:
            screen.why.next_pair.click()
        pairs.append(asked.args)

    assert pairs == [["T2", "T3"], ["T1", "T2"]]


def test_the_next_pair_is_named_on_its_button(screen: ResultScreen) -> None:
    screen.why.show_teams(_THREE)

    assert screen.why.next_pair.text() == "Compare 2nd with 3rd"


def test_each_part_of_the_gap_has_its_bar_which_says_for_whom_it_speaks(
    screen: ResultScreen,
) -> None:
    screen.show_part(ResultPart.WHY)
    screen.why.show_view(_WHY)

    bars = [bar.accessibleName() for bar in screen.why.criteria.findChildren(SignedBar)]
    assert bars == ["Impact: 2.00 for Team Heron", "Pitch: 0.75 for Team Perch"]
    assert _texts(screen.why.judges)[1:3] == ["Ada Reed (J1)", "70.00 and 72.50"]


def test_the_axis_says_which_team_each_side_is_for_and_what_the_bars_come_to(
    screen: ResultScreen,
) -> None:
    screen.show_part(ResultPart.WHY)
    screen.why.show_view(_WHY)
    (ends,), (sums,) = (screen.why.criteria.findChildren(kind) for kind in (Ends, Sums))

    assert ends.accessibleName() == "To the left for Team Perch, to the right for Team Heron"
    assert sums.accessibleName() == ("0.75 for Team Perch, 2.00 for Team Heron: ahead by 1.25")


def test_fractions_wait_until_they_are_asked_for(screen: ResultScreen) -> None:
    screen.show_overview(_OVERVIEW)
    screen.show_part(ResultPart.WHY)
    screen.why.show_view(_WHY)
    before = _texts(screen.why.criteria)
    screen.exact.click()

    assert "counts 40 of 100" in before
    assert "counts 40 of 100 · exactly −3/4" in _texts(screen.why.criteria)
    assert screen.exact.text() == "Hide exact"


def test_a_method_without_parts_shows_the_sentence_alone(screen: ResultScreen) -> None:
    screen.show_part(ResultPart.WHY)
    nothing = WhyColumn()
    screen.why.show_view(WhyView("Why?", "By mean rank a gap has no parts.", nothing, nothing, ()))

    assert not screen.why.judges.isVisible()
    assert not screen.why.criteria.isVisible()


def test_joint_teams_are_asked_about_as_joint(screen: ResultScreen) -> None:
    screen.show_part(ResultPart.WHY)
    screen.why.show_view(WhyView("", "", WhyColumn(), WhyColumn(), (), is_joint=True))

    assert [text for text in _texts(screen.why) if text][:3] == ["Why are", "and", "joint?"]


def test_without_a_tie_the_part_says_so_and_which_rules_would_be_used(
    screen: ResultScreen,
) -> None:
    screen.show_part(ResultPart.TIES)
    screen.ties.show_ties(())
    screen.ties.show_rules(["Head to head", "The highest ballot"])

    texts = _texts(screen.ties)
    assert texts[0] == NO_TIE
    assert texts[-4:] == ["1.", "Head to head", "2.", "The highest ballot"]


def test_a_tie_is_told_rule_by_rule_and_then_what_came_of_it(screen: ResultScreen) -> None:
    tie = TieView(
        "Heron and Perch are tied for 1st place.",
        (("Head to head", "By head to head, Heron is ahead."),),
        "So Heron is 1st and Perch is 2nd.",
    )
    screen.show_part(ResultPart.TIES)
    screen.ties.show_ties([tie])

    assert _texts(screen.ties._cards)[:5] == [
        "Heron and Perch are tied for 1st place.",
        "1.",
        "Head to head",
        "By head to head, Heron is ahead.",
        "So Heron is 1st and Perch is 2nd.",
    ]


def test_a_check_says_what_comes_of_it_by_word_and_by_shape() -> None:
    model = RowsModel(COLUMNS, id)
    model.show_rows(lines_of(_CHECKS))
    marks = [model.index(row, MARK) for row in range(3)]

    icons = [model.data(mark, Qt.ItemDataRole.DecorationRole) for mark in marks]
    shapes = [one.pixmap(20).toImage().createAlphaMask() for one in icons if isinstance(one, QIcon)]
    words = [model.data(mark) for mark in marks]
    assert words == ["Team Perch instead", "the same", "can’t be worked out"]
    assert len(shapes) == 3
    assert all(one != other for one, other in combinations(shapes, 2))


def test_a_group_of_checks_is_named_once_with_its_count_but_heard_on_every_line() -> None:
    model = RowsModel(COLUMNS, id)
    model.show_rows(lines_of(_CHECKS))
    second = model.index(1, GROUP)

    assert model.data(model.index(0, COUNT)) == "1 of 2 the same"
    assert (model.data(second), model.data(model.index(1, COUNT))) == ("", "")
    assert model.data(second, Qt.ItemDataRole.AccessibleTextRole) == (
        "Without a judge: Bo Lund (J2): the same."
    )


def test_in_a_group_the_checks_that_change_the_winner_come_first() -> None:
    turned = replace(_CHECKS, rows=(_CHECKS.rows[1], _CHECKS.rows[0], _CHECKS.rows[2]))

    assert [line.row.what for line in lines_of(turned)][:2] == ["Ada Reed (J1)", "Bo Lund (J2)"]


def test_why_a_check_cannot_be_worked_out_is_told_when_its_line_is_reached(
    screen: ResultScreen,
) -> None:
    screen.show_part(ResultPart.CHECKS)
    screen.checks.show_view(_CHECKS)
    screen.checks.table.setFocus()
    for _ in range(3):
        QTest.keyClick(screen.checks.table, Qt.Key.Key_Down)

    assert "A different method, Z-score: can’t be worked out (All alike.)" in _texts(screen.checks)
