from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from judging_app.present.numbers import shown
from judging_app.tally.signed_root import SignedRoot

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
