from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from judging_app.domain.ballots import Ballot, BallotState
from judging_app.domain.ids import CriterionId, JudgeId, TeamId
from judging_app.domain.rubric import Criterion, CriterionKind, Rubric
from judging_app.tally.totals import organiser_points, total, totals
from tests.tally.conftest import Sample
from tests.tally.strategies import rubrics

IMPACT, PITCH = CriterionId("impact"), CriterionId("pitch")
RUBRIC = Rubric(
    (
        Criterion(IMPACT, "Impact", Fraction(60)),
        # From 1 to 5 in half points: 2 to 10 steps.
        Criterion(PITCH, "Pitch", Fraction(40), lowest=2, highest=10, step=Fraction(1, 2)),
    )
)


def ballot(state: BallotState, **scores: int) -> Ballot:
    given_scores = {CriterionId(criterion): score for criterion, score in scores.items()}
    return Ballot(JudgeId("J1"), TeamId("T1"), state, given_scores)


def test_a_total_is_weight_times_score_over_maximum_summed() -> None:
    # 60 × 7/10 + 40 × 3.5/5
    assert total(ballot(BallotState.SUBMITTED, impact=7, pitch=7), RUBRIC) == 42 + 28


def test_a_total_that_no_decimal_can_write_is_exact() -> None:
    thirds = Rubric((Criterion(IMPACT, "Impact", Fraction(1), highest=3),))

    assert total(ballot(BallotState.SUBMITTED, impact=1), thirds) == Fraction(1, 3)


def test_a_criterion_not_scored_is_never_taken_for_zero() -> None:
    with pytest.raises(KeyError):
        total(ballot(BallotState.DRAFT, impact=7), RUBRIC)


def test_what_the_organiser_gives_is_weight_times_score_over_maximum_too() -> None:
    price = Criterion(CriterionId("price"), "Price", Fraction(20), kind=CriterionKind.ORGANISER)
    with_price = Rubric((*RUBRIC.criteria, price))

    assert organiser_points(with_price, {IMPACT: 10, price.id: 7}) == 14
    with pytest.raises(KeyError):
        organiser_points(with_price, {IMPACT: 10})


@given(rubrics())
def test_a_ballot_at_every_maximum_has_the_full_total(rubric: Rubric) -> None:
    best = {criterion.id: criterion.highest for criterion in rubric.criteria}

    assert total(Ballot(JudgeId("J1"), TeamId("T1"), scores=best), rubric) == rubric.full_total


@given(rubrics(), st.data())
def test_one_step_more_adds_that_criterions_weight_over_its_maximum(
    rubric: Rubric, data: st.DataObject
) -> None:
    scores = {c.id: data.draw(st.integers(c.lowest, c.highest - 1)) for c in rubric.criteria}
    raised = data.draw(st.sampled_from(rubric.criteria))
    before = Ballot(JudgeId("J1"), TeamId("T1"), scores=scores)
    after = Ballot(JudgeId("J1"), TeamId("T1"), scores=scores | {raised.id: scores[raised.id] + 1})

    assert total(after, rubric) - total(before, rubric) == raised.weight / raised.highest


@pytest.mark.parametrize("state", [state for state in BallotState if state.value != "submitted"])
def test_only_a_submitted_ballot_counts_however_full_it_is(state: BallotState) -> None:
    assert totals([ballot(state, impact=7, pitch=7)], RUBRIC) == {}


def test_a_half_entered_draft_never_counts() -> None:
    half = ballot(BallotState.DRAFT, impact=7)
    whole = Ballot(JudgeId("J2"), TeamId("T1"), BallotState.SUBMITTED, {IMPACT: 10, PITCH: 10})

    assert totals([half, whole], RUBRIC) == {(JudgeId("J2"), TeamId("T1")): Fraction(100)}


def test_tech_connect_counts_forty_four_ballots(tech_connect: Sample) -> None:
    counted = totals(tech_connect.ballots, tech_connect.rubric)

    assert len(counted) == 44
    # 30 × 0.7 + 25 × 0.7 + 20 × 0.4 + 15 × 0.6 + 10 × 0.6
    assert counted[JudgeId("J1"), tech_connect.names["Team Lantern"]] == Fraction("61.5")
