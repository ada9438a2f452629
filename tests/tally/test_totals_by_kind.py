"""Totals of rubrics with inverted scales, bonus and the organiser's points."""

from dataclasses import replace
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from judging_app.domain.ballots import Ballot
from judging_app.domain.ids import CriterionId, JudgeId, TeamId
from judging_app.domain.rubric import Criterion, CriterionKind, Rubric
from judging_app.tally.totals import organiser_points, total
from tests.tally.mixed_rubrics import mixed_rubrics

IMPACT, RISK, PRICE, CHOICE = map(CriterionId, ("impact", "risk", "price", "choice"))
RUBRIC = Rubric(
    (
        Criterion(IMPACT, "Impact", Fraction(40)),
        Criterion(RISK, "Risk", Fraction(20), 1, 5, is_inverted=True),
        Criterion(PRICE, "Price", Fraction(40), 0, 4000, Fraction(1, 100), CriterionKind.ORGANISER),
        Criterion(CHOICE, "Choice", Fraction(5), 0, 5, kind=CriterionKind.BONUS),
    )
)


def _ballot(scores: dict[CriterionId, int]) -> Ballot:
    return Ballot(JudgeId("J1"), TeamId("T1"), scores=scores)


def test_a_total_takes_the_mirrored_score_of_an_inverted_scale() -> None:
    # 40 × 7/10 + 20 × (1 + 5 − 2)/5 + 5 × 3/5
    assert total(_ballot({IMPACT: 7, RISK: 2, CHOICE: 3}), RUBRIC) == 28 + 16 + 3


def test_a_bonus_can_lift_a_ballot_above_what_it_is_out_of() -> None:
    assert total(_ballot({IMPACT: 10, RISK: 1, CHOICE: 4}), RUBRIC) == 64
    assert RUBRIC.ballot_total == Fraction(60)


def test_the_organisers_points_come_from_their_own_scores() -> None:
    # 40 × lowest price ÷ price, to a hundredth: prices of 100, 105 and 108.
    found = [organiser_points(RUBRIC, {PRICE: steps}) for steps in (4000, 3810, 3704)]

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
