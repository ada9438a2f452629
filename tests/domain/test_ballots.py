"""What a ballot may hold, and when it is complete."""

from dataclasses import replace
from fractions import Fraction

import pytest

from judging_app.domain.ballots import Ballot, BallotState
from judging_app.domain.ids import CriterionId, JudgeId, TeamId
from judging_app.domain.rubric import Criterion, CriterionKind, Rubric
from judging_app.errors import IncompleteBallotError, NotAllowedError

IMPACT, PRICE, CHOICE = CriterionId("impact"), CriterionId("price"), CriterionId("choice")
RUBRIC = Rubric(
    (
        Criterion(IMPACT, "Impact", Fraction(60), needs_comment=True),
        Criterion(PRICE, "Price", Fraction(40), kind=CriterionKind.ORGANISER),
        Criterion(CHOICE, "Judge’s choice", Fraction(5), 0, 5, kind=CriterionKind.BONUS),
    )
)
WHOLE = Ballot(
    JudgeId("J1"), TeamId("T1"), BallotState.SUBMITTED, {IMPACT: 7, CHOICE: 0}, for_team="Clear."
)


def test_a_ballot_is_complete_without_the_organisers_criteria() -> None:
    WHOLE.check(RUBRIC)

    assert WHOLE.missing(RUBRIC) == ()


def test_a_bonus_that_is_not_scored_is_missing_for_none_is_a_score_too() -> None:
    partial = replace(WHOLE, scores={IMPACT: 7})

    assert [criterion.id for criterion in partial.missing(RUBRIC)] == [CHOICE]
    with pytest.raises(IncompleteBallotError, match="Not scored yet: Judge’s choice"):
        partial.check(RUBRIC)


def test_a_score_for_the_organisers_criterion_is_refused() -> None:
    ballot = replace(WHOLE, state=BallotState.DRAFT, scores={PRICE: 5})

    with pytest.raises(NotAllowedError, match="The organiser scores “Price”"):
        ballot.check(RUBRIC)


@pytest.mark.parametrize("comment", ["", " \n"])
def test_a_ballot_is_not_submitted_without_the_comment_that_a_criterion_needs(
    comment: str,
) -> None:
    silent = replace(WHOLE, for_team=comment, for_panel="Seen it before.")

    with pytest.raises(IncompleteBallotError, match="Impact needs a comment for the team"):
        silent.check(RUBRIC)


def test_a_draft_may_still_lack_its_comment() -> None:
    replace(WHOLE, state=BallotState.DRAFT, for_team="").check(RUBRIC)
