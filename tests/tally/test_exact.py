from fractions import Fraction
from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from judging_app.present.numbers import shown
from judging_app.tally.exact import DIGITS, SignedRoot, approximations, solved


def test_no_equations_have_no_solution_to_list() -> None:
    assert solved([], []) == ()


def test_two_equations_are_solved_exactly() -> None:
    assert solved([[2, 1], [1, 3]], [Fraction(1), Fraction(1, 2)]) == (Fraction(1, 2), Fraction(0))


@given(
    st.integers(1, 4).flatmap(
        lambda size: st.tuples(
            st.lists(
                st.lists(st.integers(-9, 9), min_size=size, max_size=size),
                min_size=size,
                max_size=size,
            ),
            st.lists(st.fractions(-9, 9, max_denominator=6), min_size=size, max_size=size),
        )
    )
)
def test_what_is_found_satisfies_every_equation(
    drawn: tuple[list[list[int]], list[Fraction]],
) -> None:
    seed, right = drawn
    # seed · seedᵀ + 1 is positive definite whatever the seed.
    matrix = [
        [sum(a * b for a, b in zip(one, other, strict=True)) + (one is other) for other in seed]
        for one in seed
    ]

    found = solved(matrix, right)

    for row, value in zip(matrix, right, strict=True):
        assert sum(a * x for a, x in zip(row, found, strict=True)) == value


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


squares = st.fractions(min_value=0, max_value=10**6)


def test_a_root_is_cut_off_and_not_rounded() -> None:
    assert SignedRoot(Fraction(2)).cut_off(4) == Fraction(14142, 10**4)
    assert SignedRoot(Fraction(3), is_negative=True).cut_off(2) == Fraction(-173, 100)


@given(squares, st.integers(0, 12))
def test_what_is_cut_off_is_less_than_one_of_the_last_decimal(
    square: Fraction, places: int
) -> None:
    found = SignedRoot(square).cut_off(places)

    assert found**2 <= square < (found + Fraction(1, 10**places)) ** 2


@given(squares)
def test_two_decimals_are_the_same_however_many_were_cut_off(square: Fraction) -> None:
    root = SignedRoot(square)

    assert shown(root.cut_off(3)) == shown(root.cut_off(40))


@pytest.mark.parametrize(("square", "is_negative"), [(Fraction(-1), False), (Fraction(0), True)])
def test_a_root_of_a_negative_number_or_a_negative_nothing_is_refused(
    square: Fraction, *, is_negative: bool
) -> None:
    with pytest.raises(ValueError, match="root"):
        SignedRoot(square, is_negative=is_negative)
