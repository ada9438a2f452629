from fractions import Fraction
from math import sqrt

from hypothesis import given
from hypothesis import strategies as st

from judging_app.tally.roots import DIGITS, approximations

sums = st.dictionaries(st.integers(1, 30), st.fractions(-3, 3, max_denominator=4), max_size=3)


def test_one_sum_written_in_two_ways_is_one_value() -> None:
    found = approximations(
        {
            "√8": {8: Fraction(1)},
            "2√2": {2: Fraction(2)},
            "√2 + √18 − 2√2": {2: Fraction(-1), 18: Fraction(1)},
        }
    )

    assert len(set(found.values())) == 1


def test_what_cancels_out_is_nothing() -> None:
    assert approximations({"√12 − 2√3": {12: Fraction(1), 3: Fraction(-2)}}) == {"√12 − 2√3": 0}


def test_without_sums_there_is_nothing_to_approximate() -> None:
    assert approximations({}) == {}


def test_sums_that_fifty_digits_can_not_tell_apart_are_told_apart() -> None:
    big = 10**120
    found = approximations({"√(n² + 1)": {big**2 + 1: Fraction(1)}, "n": {1: Fraction(big)}})

    assert 0 < found["√(n² + 1)"] - found["n"] < Fraction(1, 10**DIGITS)


@given(st.dictionaries(st.integers(0, 4), sums, max_size=5))
def test_the_fractions_are_near_and_in_the_order_of_the_sums(
    given_sums: dict[int, dict[int, Fraction]],
) -> None:
    found = approximations(given_sums)

    for name, one in given_sums.items():
        true = sum(float(part) * sqrt(radicand) for radicand, part in one.items())
        assert abs(float(found[name]) - true) < 1e-9
