from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from judging_app.domain.ballots import Ballot, BallotState
from judging_app.domain.ids import CriterionId, JudgeId, TeamId
from judging_app.domain.rubric import Criterion, CriterionKind, Rubric
from judging_app.tally.totals import organiser_points, total, totals
from tests.tally.conftest import Sample
from tests.tally.strategies import mixed_rubrics, rubrics

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


VALUE, RISK, PRICE, CHOICE = map(CriterionId, ("impact", "risk", "price", "choice"))
MIXED = Rubric(
    (
        Criterion(VALUE, "Impact", Fraction(40)),
        Criterion(RISK, "Risk", Fraction(20), 1, 5, is_inverted=True),
        Criterion(PRICE, "Price", Fraction(40), 0, 4000, Fraction(1, 100), CriterionKind.ORGANISER),
        Criterion(CHOICE, "Choice", Fraction(5), 0, 5, kind=CriterionKind.BONUS),
    )
)


def _ballot(scores: dict[CriterionId, int]) -> Ballot:
    return Ballot(JudgeId("J1"), TeamId("T1"), scores=scores)


def test_a_total_takes_the_mirrored_score_of_an_inverted_scale() -> None:
    # 40 × 7/10 + 20 × (1 + 5 − 2)/5 + 5 × 3/5
    assert total(_ballot({VALUE: 7, RISK: 2, CHOICE: 3}), MIXED) == 28 + 16 + 3


def test_a_bonus_can_lift_a_ballot_above_what_it_is_out_of() -> None:
    assert total(_ballot({VALUE: 10, RISK: 1, CHOICE: 4}), MIXED) == 64
    assert MIXED.ballot_total == Fraction(60)


def test_the_organisers_points_come_from_their_own_scores() -> None:
    # 40 × lowest price ÷ price, to a hundredth: prices of 100, 105 and 108.
    found = [organiser_points(MIXED, {PRICE: steps}) for steps in (4000, 3810, 3704)]

    assert found == [40, Fraction("38.1"), Fraction("37.04")]


@given(mixed_rubrics())
def test_the_best_ballot_and_the_best_points_reach_the_full_total_and_all_bonus(
    rubric: Rubric,
) -> None:
    best = {criterion.id: criterion.best for criterion in rubric.criteria}
    bonus = sum(one.weight for one in rubric.criteria if one.kind is CriterionKind.BONUS)

    assert total(_ballot(best), rubric) == rubric.ballot_total + bonus
    assert organiser_points(rubric, best) == rubric.full_total - rubric.ballot_total


@given(mixed_rubrics(), st.fractions(Fraction(1, 9), 9, max_denominator=9), st.data())
def test_weights_times_anything_give_totals_times_the_same(
    rubric: Rubric, factor: Fraction, data: st.DataObject
) -> None:
    scores = {one.id: data.draw(st.sampled_from(one.scale)) for one in rubric.criteria}
    scaled = Rubric(tuple(replace(one, weight=factor * one.weight) for one in rubric.criteria))

    assert total(_ballot(scores), scaled) == factor * total(_ballot(scores), rubric)
    assert organiser_points(scaled, scores) == factor * organiser_points(rubric, scores)
    assert scaled.full_total == factor * rubric.full_total
