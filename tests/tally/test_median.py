from fractions import Fraction

from judging_app.tally.median import median
from tests.tally.panels import A, B, C, given_totals


def test_the_middle_ballot_counts_and_of_an_even_number_the_mean_of_two() -> None:
    totals = given_totals(J1="10 10 7", J2="99 20 -", J3="30 25 -", J4="- 90 -")

    assert median(totals) == {A: 30, B: Fraction(45, 2), C: 7}
