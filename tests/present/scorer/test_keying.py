"""What the scorer reads while a paper sheet is keyed, compared and read back."""

from dataclasses import replace
from fractions import Fraction

import pytest

from judging_app.domain.ids import CriterionId, JudgeId, TeamId
from judging_app.domain.keying import Keying
from judging_app.domain.panel import Judge
from judging_app.domain.people import Team
from judging_app.domain.rubric import Criterion, CriterionKind, Rubric
from judging_app.domain.setup import Setup
from judging_app.present.judge.card import TypedScale
from judging_app.present.judge.read_back import ReadBackRow
from judging_app.present.scorer.keying import (
    CommentDifference,
    KeyingRow,
    comparison,
    dropped_text,
    keying_view,
    laid_down,
    paper_read_back,
    submitted_text,
)
from tests.builders import set_up

J1, T1 = JudgeId("J1"), TeamId("T1")
A, B, C = CriterionId("a"), CriterionId("b"), CriterionId("c")
IMPACT = Criterion(A, "Impact", Fraction(50), 0, 10, section="What")
COST = Criterion(B, "Cost", Fraction(30), 2, 10, Fraction(1, 2), section="What")
RISK = Criterion(C, "Risk", Fraction(20), 1, 5, is_inverted=True)
PRICE = Criterion(CriterionId("d"), "Price", Fraction(5), kind=CriterionKind.ORGANISER)
SETUP = set_up(
    teams=(Team(T1, "Lantern"),),
    rubric=Rubric((IMPACT, COST, RISK, PRICE)),
    judges=(Judge(J1, "Ada Reed"),),
)
FIRST = Keying(J1, T1, 1, "EM", {A: 7, B: 9, C: 2}, is_done=True)
SECOND = replace(FIRST, turn=2, keyed_by="JT")


def row(criterion: CriterionId, setup: Setup = SETUP) -> KeyingRow:
    view = keying_view(setup, J1, T1, 1, None)
    return next(one for one in view.rows if one.criterion_id == criterion)


def test_a_turn_has_a_row_for_each_judged_criterion_with_its_scale_in_words() -> None:
    view = keying_view(SETUP, J1, T1, 1, None)

    assert [(one.section, one.title, one.scale_text) for one in view.rows] == [
        ("What", "Impact", "0 to 10"),
        ("", "Cost", "1 to 5 in steps of 0.5"),
        ("Other criteria", "Risk", "1 to 5, 1 is best"),
    ]


def test_each_turn_says_which_it_is() -> None:
    first, second = (keying_view(SETUP, J1, T1, turn, None) for turn in (1, 2))

    assert first.heading == "first entry"
    assert second.heading == "second entry, the first is hidden"


def test_the_act_leads_to_what_is_left_and_ends_a_turn_that_is_whole() -> None:
    nothing, one_left = keying_view(SETUP, J1, T1, 1, None), replace(FIRST, scores={A: 7, B: 9})

    assert nothing.act_text == "Go to the 3 scores left"
    assert keying_view(SETUP, J1, T1, 1, one_left).act_text == "Go to the score left"
    assert keying_view(SETUP, J1, T1, 1, FIRST).act_text == "Finish first entry"
    assert keying_view(SETUP, J1, T1, 2, SECOND).act_text == "Finish second entry"


def test_a_row_has_its_place_on_the_paper_and_the_marks_that_are_printed_there() -> None:
    assert [one.number for one in keying_view(SETUP, J1, T1, 1, None).rows] == [1, 2, 3]
    assert row(C).marks == ("1", "2", "3", "4", "5")
    assert row(B).marks[:3] == ("1", "1.5", "2")
    wide = replace(SETUP, rubric=Rubric((replace(IMPACT, highest=100),)))
    assert row(A, wide).marks == ()


def test_a_scale_that_all_criteria_share_is_said_once() -> None:
    alike = replace(SETUP, rubric=Rubric((IMPACT, replace(IMPACT, id=B))))

    assert keying_view(alike, J1, T1, 1, None).scale_text == "0 to 10"
    assert keying_view(SETUP, J1, T1, 1, None).scale_text == ""


def test_what_is_kept_stands_in_points_as_it_is_typed() -> None:
    view = keying_view(SETUP, J1, T1, 1, replace(FIRST, scores={A: 0, B: 9}))

    assert [(one.steps, one.points_text) for one in view.rows] == [(0, "0"), (9, "4.5"), (None, "")]


def test_what_is_missing_is_named_and_a_nought_is_not_missing() -> None:
    begun = keying_view(SETUP, J1, T1, 1, replace(FIRST, scores={A: 0}))

    assert (begun.left, begun.typed_text) == (("Cost", "Risk"), "1 of 3 typed in")
    assert keying_view(SETUP, J1, T1, 1, FIRST).left == ()


def test_a_comment_that_a_criterion_needs_is_missing_until_it_is_keyed() -> None:
    rubric = Rubric((replace(IMPACT, needs_comment=True), COST, RISK))
    asking = replace(SETUP, rubric=rubric)

    without = keying_view(asking, J1, T1, 1, FIRST)
    whole = keying_view(asking, J1, T1, 1, replace(FIRST, for_team="Well told"))
    assert (without.left, without.act_text) == (("a comment for the team",), "Type in the comment")
    assert (without.needs_comment, whole.needs_comment) == (True, False)


@pytest.mark.parametrize(
    ("typed", "steps"),
    [("10", 10), ("0", 0), (" 7 ", 7), ("07", 7), ("7.0", 7)],
)
def test_a_figure_on_the_scale_is_a_score(typed: str, steps: int) -> None:
    assert row(A).typed.score(typed) == steps
    assert row(A).refusal(typed) == ""


def test_0_means_10_where_few_scores_are_without_a_0() -> None:
    from_one = replace(row(A), typed=TypedScale(1, 10, Fraction(1)), marks=("1", "10"))

    assert (from_one.score("0"), from_one.refusal("0")) == (10, "")
    assert from_one.scale_words.endswith(", 0 means 10")
    assert replace(from_one, marks=()).score("0") is None
    assert row(A).score("0") == 0


@pytest.mark.parametrize(("typed", "steps"), [("4.5", 9), ("4,5", 9), ("1", 2), ("5", 10)])
def test_decimals_are_typed_where_the_step_asks_for_them(typed: str, steps: int) -> None:
    assert row(B).typed.score(typed) == steps
    assert row(B).refusal(typed) == ""


@pytest.mark.parametrize("typed", ["11", "-1", "7.5", "x", "1 0", "1e1", "٧", "7/"])
def test_what_is_no_score_is_refused_in_words_with_the_scale(typed: str) -> None:
    assert row(A).typed.score(typed) is None
    assert row(A).refusal(typed) == f"“{typed}” is outside the scale. Type 0 to 10."


@pytest.mark.parametrize("typed", [" ", "N/A", "–"])
def test_where_the_paper_has_no_figure_the_judge_is_to_be_asked(typed: str) -> None:
    assert row(B).refusal(typed) == (
        "Type 1 to 5 in steps of 0.5. If the paper has no score, ask the judge."
    )


def test_between_the_turns_the_sheet_is_laid_down() -> None:
    view = laid_down(SETUP, J1, T1)

    assert view.heading == "Put the sheet down, then type it in again"
    assert "The first entry of J1-T1 is saved and hidden." in view.text
    assert "7" not in view.text


def test_only_what_differs_is_compared_with_both_values() -> None:
    second = replace(SECOND, scores={A: 7, B: 8, C: 2})

    view = comparison(SETUP, FIRST, second, [B])

    assert [(one.row.title, one.first_text, one.second_text) for one in view.differences] == [
        ("Cost", "4.5", "4")
    ]
    assert (view.for_team, view.for_panel, view.is_alike) == (None, None, False)
    assert view.heading == "The two entries differ in 1 place"


def test_a_difference_is_open_until_something_is_chosen() -> None:
    view = comparison(SETUP, FIRST, replace(SECOND, scores={A: 6, B: 9, C: 2}), [A])

    assert (view.differences[0].row.steps, view.differences[0].row.points_text) == (None, "")


def test_comments_that_differ_stand_side_by_side() -> None:
    view = comparison(
        SETUP,
        replace(FIRST, for_team="Well told"),
        replace(SECOND, for_panel="Long"),
        (),
        for_team_differs=True,
        for_panel_differs=True,
    )

    assert view.for_team == CommentDifference("Comment for the team", "Well told", "")
    assert view.for_panel == CommentDifference("Comment for the panel", "", "Long")
    assert view.heading == "The two entries differ in 2 places"


def test_two_keyings_that_say_the_same_are_alike() -> None:
    assert comparison(SETUP, FIRST, SECOND, ()).is_alike


def test_the_read_back_says_every_score_in_words_with_what_was_chosen() -> None:
    second = replace(SECOND, scores={A: 7, B: 8, C: 2})

    view = paper_read_back(SETUP, FIRST, second, {B: 9}, None, None, replaces_screen=False)

    assert view.rows == (
        ReadBackRow("Impact", "7 of 10"),
        ReadBackRow("Cost", "4.5 of 5"),
        ReadBackRow("Risk", "2 (1 is best)"),
    )
    assert view.submit_text == "Submit 3 scores from paper"
    assert view.spoken.endswith("Impact 7 of 10, Cost 4.5 of 5, Risk 2 (1 is best).")


def test_the_read_back_has_the_comments_that_will_be_submitted() -> None:
    second = replace(SECOND, for_team="Told", for_panel="Long")

    kept = paper_read_back(SETUP, FIRST, second, {}, None, None, replaces_screen=False)
    chosen = paper_read_back(SETUP, FIRST, second, {}, "Well told", "", replaces_screen=False)

    assert (kept.for_team, kept.for_panel) == ("Told", "Long")
    assert (chosen.for_team, chosen.for_panel) == ("Well told", "")


def test_the_read_back_names_whoever_keyed_once() -> None:
    two = paper_read_back(SETUP, FIRST, SECOND, {}, None, None, replaces_screen=False)
    one = paper_read_back(
        SETUP, FIRST, replace(SECOND, keyed_by="EM"), {}, None, None, replaces_screen=False
    )

    assert two.keyed_text == "Typed in by EM and JT."
    assert one.keyed_text == "Typed in by EM."


def test_a_reason_is_asked_for_only_where_the_paper_replaces_a_draft() -> None:
    over, plain = (
        paper_read_back(SETUP, FIRST, SECOND, {}, None, None, replaces_screen=replaces)
        for replaces in (True, False)
    )

    assert "Say why the paper replaces it" in over.reason_hint
    assert plain.reason_hint == ""


def test_what_came_of_a_sheet_is_said_by_its_id() -> None:
    sheet = laid_down(SETUP, J1, T1).sheet

    assert submitted_text(sheet, 3).startswith(
        "J1-T1 is submitted: 3 scores from Ada Reed for Lantern."
    )
    assert (
        dropped_text(sheet) == "What was typed in from J1-T1 is deleted. The sheet is still to "
        "come."
    )
