from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from judging_app.domain.event import Method
from judging_app.domain.ids import TeamId
from judging_app.errors import MethodError
from judging_app.tally.outcome import (
    IN_POINTS,
    highest_first,
    lowest_first,
    penalised,
    places,
    with_points,
)
from tests.tally.panels import A, B, C

SCORES = {A: Fraction(70), B: Fraction(80), C: Fraction(80)}
orders = st.dictionaries(
    st.sampled_from([TeamId(letter) for letter in "ABCDEF"]),
    st.tuples(st.integers(0, 2).map(Fraction), st.integers(0, 1).map(Fraction)),
)


def test_two_joint_firsts_are_followed_by_a_third_and_lowest_may_be_best() -> None:
    assert places(highest_first(Method.MEAN, SCORES).order) == {A: 3, B: 1, C: 1}
    assert places(lowest_first(Method.RANK, SCORES).order) == {A: 1, B: 2, C: 2}


@given(orders)
def test_a_place_counts_the_keys_strictly_ahead(
    order: dict[TeamId, tuple[Fraction, ...]],
) -> None:
    for team, place in places(order).items():
        assert place == 1 + sum(key < order[team] for key in order.values())


@pytest.mark.parametrize("method", [m for m in Method if m in IN_POINTS])
def test_a_penalty_moves_its_own_team_and_no_other_score(method: Method) -> None:
    found = penalised(highest_first(method, SCORES), {B: Fraction(31, 3)})

    assert found.scores == {A: 70, B: Fraction(209, 3), C: 80}
    assert places(found.order) == {A: 2, B: 3, C: 1}


def test_a_penalty_may_take_a_score_below_zero() -> None:
    assert penalised(highest_first(Method.MEAN, SCORES), {A: Fraction(75)}).scores[A] == -5


@pytest.mark.parametrize("method", [m for m in Method if m not in IN_POINTS])
def test_points_can_not_be_taken_off_what_is_no_points(method: Method) -> None:
    with pytest.raises(MethodError) as refusal:
        penalised(lowest_first(method, SCORES), {B: Fraction(1)})

    assert str(refusal.value) == (
        "Team “B” has a penalty in points, but this method’s result isn’t in points. Use the mean, "
        "adjusted, trimmed or median, or remove the penalty."
    )


@pytest.mark.parametrize("penalties", [{}, {A: Fraction(0)}, {TeamId("Z"): Fraction(5)}])
def test_without_a_penalty_nothing_changes_by_any_method(penalties: dict[TeamId, Fraction]) -> None:
    outcome = lowest_first(Method.RANK, SCORES)

    assert penalised(outcome, penalties) is outcome


@pytest.mark.parametrize("method", [m for m in Method if m in IN_POINTS])
def test_points_that_no_judge_gave_are_put_on_their_own_team(method: Method) -> None:
    found = with_points(highest_first(method, SCORES), {A: Fraction(21, 2), B: Fraction(0)})

    assert found.scores == {A: Fraction(161, 2), B: 80, C: 80}
    assert places(found.order) == {A: 1, B: 2, C: 2}


@pytest.mark.parametrize("method", [m for m in Method if m not in IN_POINTS])
def test_points_can_not_be_put_on_what_is_no_points(method: Method) -> None:
    with pytest.raises(
        MethodError,
        match=r"^Team “B” has points from the organiser, .* Use the",
    ):
        with_points(lowest_first(method, SCORES), {B: Fraction(1), TeamId("Z"): Fraction(1)})


def test_a_penalty_that_would_add_points_is_refused() -> None:
    with pytest.raises(MethodError) as refusal:
        penalised(highest_first(Method.MEAN, SCORES), {A: Fraction(-2)})

    assert str(refusal.value) == (
        "The penalty of team “A” is -2, which would add points. Enter the points to take off."
    )
