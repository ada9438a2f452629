from fractions import Fraction

import pytest
from hypothesis import given

from judging_app.domain.ids import JudgeId, TeamId
from judging_app.tally.ranks import POINTS, mean_ranks, points, rank_points, ranks
from tests.tally.panels import A, B, C, D, given_totals
from tests.tally.strategies import Panel, panels


def of_one_judge(*totals: int) -> dict[tuple[JudgeId, TeamId], Fraction]:
    return {
        (JudgeId("J1"), TeamId(f"T{number:02}")): Fraction(total)
        for number, total in enumerate(totals)
    }


def test_the_mean_rank_of_five_judges_is_shown_as_it_is() -> None:
    totals = given_totals(J1="9 5 1", J2="9 5 1", J3="5 9 1", J4="1 5 9")

    assert mean_ranks(totals) == {A: Fraction(7, 4), B: Fraction(7, 4), C: Fraction(5, 2)}


def test_a_judge_who_missed_a_team_ranks_the_others_and_leaves_it_out() -> None:
    totals = given_totals(J1="9 - 1", J2="1 9 5")

    assert list(ranks(totals).values()) == [1, 2, 3, 1, 2]
    assert mean_ranks(totals) == {A: 2, B: 1, C: 2}


def test_the_first_ten_ranks_are_worth_twelve_ten_eight_and_down_to_one() -> None:
    found = points(of_one_judge(*range(12, 0, -1)))

    assert list(found.values()) == [12, 10, 8, 7, 6, 5, 4, 3, 2, 1, 0, 0]


def test_ballots_that_tie_share_the_mean_of_the_points_that_they_take_up() -> None:
    totals = given_totals(J1="9 9 9 1")

    assert points(totals) == {
        (JudgeId("J1"), A): 10,
        (JudgeId("J1"), B): 10,
        (JudgeId("J1"), C): 10,
        (JudgeId("J1"), D): 7,
    }


def test_a_tie_across_the_tenth_rank_shares_its_one_point() -> None:
    found = list(points(of_one_judge(*range(20, 11, -1), 5, 5)).values())

    assert found[-2:] == [Fraction(1, 2), Fraction(1, 2)]


def test_a_missing_ballot_is_not_taken_for_no_points() -> None:
    assert rank_points(given_totals(J1="9 5", J2="- 9")) == {A: 12, B: 11}


@given(panels(is_complete=True))
def test_however_many_tie_a_judge_gives_away_the_same_points(panel: Panel) -> None:
    found = points(panel.totals)

    for judge in panel.judges:
        given_away = sum(one for (giver, _), one in found.items() if giver == judge)
        assert given_away == sum(POINTS[: len(panel.teams)])


@pytest.mark.parametrize("better", [71, 99])
def test_by_how_much_a_judge_prefers_a_team_makes_no_difference(better: int) -> None:
    assert mean_ranks(given_totals(J1=f"{better} 70", J2="1 2")) == {
        A: Fraction(3, 2),
        B: Fraction(3, 2),
    }
