from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from judging_app.present.numbers import exact, for_programs, places_needed, readable, shown

fractions = st.fractions(max_denominator=10_000)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (Fraction(7471, 100), "74.71"),
        (Fraction(1, 200), "0.01"),
        (Fraction(-1, 200), "−0.01"),
        (Fraction(2675, 1000), "2.68"),
        (Fraction(-1, 1000), "0.00"),
        (Fraction(2, 3), "0.67"),
        (Fraction(99_999, 1000), "100.00"),
    ],
)
def test_a_half_is_rounded_away_from_zero(value: Fraction, expected: str) -> None:
    assert shown(value) == expected


def test_no_places_show_a_whole_number() -> None:
    assert shown(Fraction(5, 2), 0) == "3"


@given(fractions, st.integers(0, 6))
def test_what_is_shown_is_never_further_off_than_half_a_last_digit(
    value: Fraction, places: int
) -> None:
    text = for_programs(shown(value, places))

    assert abs(Fraction(text) - value) <= Fraction(1, 2 * 10**places)
    assert len(text.partition(".")[2]) == places


@given(fractions)
def test_a_number_and_its_negative_are_shown_alike_but_for_the_sign(value: Fraction) -> None:
    assert shown(value).lstrip("−") == shown(-value).lstrip("−")


@given(fractions)
def test_the_exact_form_has_a_slash_and_reads_back_as_the_same_value(value: Fraction) -> None:
    assert exact(value).count("/") == 1
    assert Fraction(for_programs(exact(value))) == value


def test_a_column_has_the_decimals_of_its_finest_value() -> None:
    assert places_needed([Fraction(1), Fraction(1, 2)]) == 1
    assert places_needed([Fraction(1, 3)]) == 2
    assert places_needed([]) == 0


def test_a_whole_weight_is_read_without_decimals() -> None:
    assert readable(Fraction(30)) == "30"
    assert readable(Fraction(25, 2)) == "12.5"
    assert readable(Fraction(25, 3)) == "8.33"
