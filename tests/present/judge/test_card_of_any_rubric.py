"""The scorecard of rubrics with sections, levels, bonus, typed scales and required comments."""

from dataclasses import replace
from fractions import Fraction

import pytest

from judging_app.domain.ballots import Ballot, BallotState
from judging_app.domain.event import Event, Phase
from judging_app.domain.ids import CriterionId, JudgeId, TeamId
from judging_app.domain.panel import Judge
from judging_app.domain.people import Team
from judging_app.domain.rubric import Criterion, CriterionKind, Level, Rubric
from judging_app.present.judge.card import TypedScale, scorecard
from judging_app.present.judge.desk import judge_desk
from tests.builders import set_up

IMPACT, RISK, PRICE, CHOICE = map(CriterionId, ("impact", "risk", "price", "choice"))
RUBRIC = Rubric(
    (
        Criterion(
            IMPACT,
            "Impact",
            Fraction(40),
            section="Viability",
            needs_comment=True,
            levels=(Level(1, "Poor"), Level(10, "Outstanding")),
        ),
        Criterion(RISK, "Risk", Fraction(20), 1, 5, is_inverted=True, section="Viability"),
        Criterion(PRICE, "Price", Fraction(40), kind=CriterionKind.ORGANISER),
        Criterion(CHOICE, "Choice", Fraction(5), 0, 5, kind=CriterionKind.BONUS),
    )
)
SETUP = set_up(
    teams=(Team(TeamId("T1"), "Team Lantern"),),
    rubric=RUBRIC,
    judges=(Judge(JudgeId("J1"), "Dame Olwen Prosser"),),
)
SCORING = Event("Tech Connect", phase=Phase.SCORING)
EMPTY = Ballot(JudgeId("J1"), TeamId("T1"))
SCORED = replace(EMPTY, state=BallotState.DRAFT, scores={IMPACT: 10, RISK: 1, CHOICE: 4})


def test_the_organisers_criteria_are_not_on_a_judges_card() -> None:
    card = scorecard(SCORING, SETUP, replace(SCORED, for_team="Clear."))

    assert [row.criterion_id for row in card.criteria] == [IMPACT, RISK, CHOICE]
    assert card.read_back.title == "You are about to submit for Team Lantern"
    assert card.can_submit


def test_a_total_is_out_of_what_a_ballot_can_reach_and_a_bonus_goes_beyond() -> None:
    card = scorecard(SCORING, SETUP, SCORED)
    desk = judge_desk(SCORING, SETUP, EMPTY.judge, [replace(SCORED, state=BallotState.SUBMITTED)])

    assert card.total_text == desk.rows[0].total_text == "64.00 of 60 + 5 bonus"


def test_a_draft_is_counted_without_the_organisers_criteria() -> None:
    desk = judge_desk(SCORING, SETUP, EMPTY.judge, [replace(SCORED, scores={IMPACT: 7})])

    assert desk.rows[0].detail == "1 of 3 scored · no total yet"


def test_a_required_comment_that_is_missing_is_named_and_holds_the_ballot_back() -> None:
    card = scorecard(SCORING, SETUP, SCORED)

    assert card.left == ("a comment for the team",)
    assert card.act.whole == "Write the comment for the team"
    assert card.needs_comment
    assert not card.can_submit


def test_scores_and_comment_that_are_missing_are_told_together() -> None:
    card = scorecard(SCORING, SETUP, replace(SCORED, scores={IMPACT: 7, RISK: 2}))

    assert card.left == ("Choice", "a comment for the team")
    assert card.act.whole == "Go to the score left"


def test_a_section_heads_its_first_criterion() -> None:
    card = scorecard(SCORING, SETUP, EMPTY)

    assert [row.section for row in card.criteria] == ["Viability", "", "Other criteria"]


def test_the_chosen_scores_level_is_told_and_before_that_the_ends_of_the_scale() -> None:
    unscored, scored = (scorecard(SCORING, SETUP, one).criteria[0] for one in (EMPTY, SCORED))

    assert (unscored.ends_text, unscored.meaning) == ("1: Poor · 10: Outstanding", "")
    assert scored.meaning == "Outstanding"
    assert unscored.keys[0].level == "Poor"


def test_the_read_back_says_which_end_of_an_inverted_scale_is_best() -> None:
    card = scorecard(SCORING, SETUP, SCORED)

    assert [row.score_text for row in card.read_back.rows] == [
        "10 of 10",
        "1 (1 is best)",
        "4 of 5",
    ]


def test_a_scale_of_a_billion_scores_has_no_keys() -> None:
    cost = Criterion(CriterionId("cost"), "Cost", Fraction(1), 0, 10**9)
    card = scorecard(SCORING, replace(SETUP, rubric=Rubric((cost,))), EMPTY)

    assert card.criteria[0].keys == ()
    assert card.criteria[0].typed == TypedScale(0, 10**9, Fraction(1))


@pytest.mark.parametrize(
    ("text", "score"),
    [
        ("7", 14),
        (" 7.5 ", 15),
        ("7,50", 15),
        ("1.0", 2),
        ("30", 60),
        ("30.5", None),
        ("0.5", None),
        ("7.25", None),
        ("", None),
        ("-7", None),
        ("7.", 14),
        (",5", None),
        ("−7", None),
        ("1e1", None),
        ("٧", None),
        ("7" * 5000, None),
        ("7/0", None),
    ],
)
def test_only_a_score_on_the_scale_is_taken_from_what_is_typed(
    text: str, score: int | None
) -> None:
    assert TypedScale(2, 60, Fraction(1, 2)).score(text) == score
