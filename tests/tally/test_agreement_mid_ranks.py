from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from judging_app.tally.mid_ranks import mid_ranks
from tests.tally.strategies import points


def test_the_highest_is_first_and_tied_values_share_the_middle_of_their_ranks() -> None:
    found = mid_ranks([Fraction(one) for one in (80, 90, 70, 80)])

    assert [str(one) for one in found] == ["5/2", "1", "4", "5/2"]


def test_nothing_has_no_ranks() -> None:
    assert mid_ranks([]) == ()


@given(st.lists(points))
def test_a_rank_counts_those_ahead_and_half_of_those_level(values: list[Fraction]) -> None:
    for value, rank in zip(values, mid_ranks(values), strict=True):
        ahead = sum(other > value for other in values)
        assert rank == ahead + Fraction(values.count(value) + 1, 2)
