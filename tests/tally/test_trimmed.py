from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given

from judging_app.domain.ballots import Ballot, BallotState
from judging_app.domain.ids import JudgeId
from judging_app.domain.rubric import Rubric
from judging_app.errors import MethodError
from judging_app.tally.trimmed import median, trimmed, trimmed_by_criterion
from tests.tally.panels import IMPACT, PITCH, A, B, C, given_totals, small_basis
from tests.tally.strategies import Panel, panels


def test_the_highest_and_the_lowest_ballot_of_each_team_are_dropped() -> None:
    totals = given_totals(J1="10 50", J2="60 40", J3="70 60", J4="95 90", J5="62 -")

    assert trimmed(totals) == {A: 64, B: 55}


def test_of_equal_extremes_only_one_is_dropped() -> None:
    assert trimmed(given_totals(J1="50", J2="50", J3="80", J4="80")) == {A: 65}


def test_three_ballots_are_too_few_to_trim_and_the_remedy_is_named() -> None:
    with pytest.raises(MethodError) as refusal:
        trimmed(given_totals(J1="5 5", J2="5 5", J3="5 5", J4="- 5"))

    assert str(refusal.value) == (
        "Team “A” has 3 of the 4 ballots that trimming needs. Wait for more, or use the mean."
    )


def test_a_team_without_any_ballot_does_not_stop_the_trimming() -> None:
    assert trimmed(given_totals(J1="- 5", J2="- 5", J3="- 5", J4="- 5")) == {B: 5}


def test_by_criterion_each_one_drops_its_own_extremes() -> None:
    basis = small_basis("10/1", "6/5", "5/6", "1/10", teams="A")

    # 60 × 5.5/10 + 40 × 5.5/10, whoever gave the extremes
    assert trimmed_by_criterion(basis.ballots, basis.rubric) == {A: 55}


def test_by_criterion_an_inverted_scale_is_trimmed_by_what_its_scores_are_worth() -> None:
    basis = small_basis("10/1", "6/5", "5/6", "1/10", "1/10", teams="A")
    impact, pitch = basis.rubric.criteria
    inverted = Rubric((impact, replace(pitch, is_inverted=True)))

    # Impact 1, 5 and 6 are left; of the pitch 5, 6 and 10, worth 6, 5 and 1.
    assert trimmed_by_criterion(basis.ballots, inverted) == {A: 24 + 16}


def test_by_criterion_three_ballots_are_too_few_as_well() -> None:
    basis = small_basis("1/1", "2/2", "3/3", teams="A")
    draft = Ballot(JudgeId("J4"), A, BallotState.DRAFT, {IMPACT: 4, PITCH: 4})

    with pytest.raises(MethodError, match=r"^Team “A” has 3 of the 4 ballots"):
        trimmed_by_criterion((*basis.ballots, draft), basis.rubric)


@given(panels(is_complete=True, fewest_judges=4))
def test_what_is_left_lies_between_the_ballots(panel: Panel) -> None:
    for team, score in trimmed(panel.totals).items():
        ballots = sorted(one for (_, other), one in panel.totals.items() if other == team)

        assert ballots[1] <= score <= ballots[-2]


# P. E. Shrout and J. L. Fleiss, Intraclass correlations, Psychological Bulletin 86 (1979), table 2.
SHROUT_FLEISS = given_totals(J1="9 6 8 7", J2="2 1 4 1", J3="5 3 6 2", J4="8 2 8 6")


def test_the_first_four_of_a_published_panel_are_trimmed_alike_by_hand() -> None:
    assert list(trimmed(SHROUT_FLEISS).values()) == [
        Fraction(13, 2),
        Fraction(5, 2),
        Fraction(7),
        Fraction(4),
    ]


def test_the_middle_ballot_counts_and_of_an_even_number_the_mean_of_two() -> None:
    totals = given_totals(J1="10 10 7", J2="99 20 -", J3="30 25 -", J4="- 90 -")

    assert median(totals) == {A: 30, B: Fraction(45, 2), C: 7}
