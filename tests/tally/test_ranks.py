from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from judging_app.domain.ids import JudgeId, TeamId
from judging_app.tally.methods import majority
from judging_app.tally.outcome import places
from judging_app.tally.ranks import (
    POINTS,
    majority_keys,
    mean_ranks,
    mid_ranks,
    points,
    rank_points,
    ranks,
)
from judging_app.tally.totals import Totals
from tests.tally import strategies
from tests.tally.panels import A, B, C, D, given_places, given_totals
from tests.tally.strategies import Panel, panels


def test_the_highest_is_first_and_tied_values_share_the_middle_of_their_ranks() -> None:
    found = mid_ranks([Fraction(one) for one in (80, 90, 70, 80)])

    assert [str(one) for one in found] == ["5/2", "1", "4", "5/2"]


def test_nothing_has_no_ranks() -> None:
    assert mid_ranks([]) == ()


@given(st.lists(strategies.points))
def test_a_rank_counts_those_ahead_and_half_of_those_level(values: list[Fraction]) -> None:
    for value, rank in zip(values, mid_ranks(values), strict=True):
        ahead = sum(other > value for other in values)
        assert rank == ahead + Fraction(values.count(value) + 1, 2)


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


def placed(totals: Totals) -> dict[str, int]:
    return {str(team): place for team, place in places(majority_keys(totals)).items()}


def in_words(totals: Totals, team: TeamId) -> list[str]:
    return [str(part) for part in majority_keys(totals)[team]]


def test_first_is_whom_most_judges_put_first_whatever_the_others_say() -> None:
    # A: three firsts of five, and twice last. The mean rank of B is better.
    totals = given_places("1 2 3 4", "1 2 3 4", "1 2 3 4", "4 1 2 3", "4 1 2 3")

    assert placed(totals) == {"A": 1, "B": 2, "C": 3, "D": 4}
    assert min(mean_ranks(totals), key=mean_ranks(totals).__getitem__) == B


def test_of_two_majorities_for_one_place_the_larger_is_ahead() -> None:
    # Nobody has three firsts. Second or better: A 3 of 5, B 4, C 2, D 1.
    totals = given_places("1 2 3 4", "1 2 3 4", "3 2 1 4", "2 3 1 4", "4 2 3 1")

    assert placed(totals) == {"A": 2, "B": 1, "C": 3, "D": 4}


def test_of_equal_majorities_the_smaller_sum_of_its_ranks_is_ahead() -> None:
    # Second or better: A four times, 1 + 1 + 1 + 2; B four times, 1 + 2 + 2 + 2.
    totals = given_places(
        "1 2 3 4", "1 2 4 3", "1 2 3 4", "2 1 3 4", "3 4 1 2", "4 3 2 1", "4 3 1 2"
    )

    assert placed(totals) == {"A": 1, "B": 2, "C": 3, "D": 4}


def test_equal_majorities_of_equal_sums_go_on_to_the_next_place() -> None:
    # Second or better: A and B three times each, 1 + 1 + 2. Third or better: A 4, B 3.
    totals = given_places("1 4 2 3", "1 4 2 3", "2 1 3 4", "4 2 3 1", "3 1 4 2")

    assert placed(totals) == {"A": 1, "B": 2, "C": 4, "D": 3}
    assert majority_keys(totals)[A][:3] == majority_keys(totals)[B][:3]


def test_teams_that_no_place_tells_apart_tie() -> None:
    assert placed(given_places("1 2 3", "2 1 3")) == {"A": 1, "B": 1, "C": 3}


def test_half_of_the_judges_are_no_majority() -> None:
    # A has two firsts of four, and a majority only from the second place on.
    totals = given_places("1 2 3", "1 2 3", "2 1 3", "3 2 1")

    assert majority_keys(totals)[A][0] == 2


def test_teams_that_a_judge_puts_joint_first_count_from_the_second_place() -> None:
    totals = given_totals(J1="9 9 1", J2="9 9 1", J3="9 5 1")

    assert in_words(totals, A)[:3] == ["2", "-1", "4/3"]


def test_a_majority_is_of_the_judges_who_scored_the_team() -> None:
    # A was scored by two judges, both first; B by three, two of them first.
    totals = given_places("1 2 3", "1 2 3", "- 1 2", "- 1 2", "- 1 2")

    assert in_words(totals, A) == ["1", "-1", "1"]
    assert in_words(totals, B)[:2] == ["1", "-3/5"]
    assert placed(totals) == {"A": 1, "B": 2, "C": 3}


def test_the_score_is_the_majority_place_and_the_lowest_is_the_best() -> None:
    found = majority(given_places("1 2 3 4", "1 2 3 4", "3 2 1 4", "2 3 1 4", "4 2 3 1"))

    assert found.is_lower_better
    assert found.scores == {A: 2, B: 2, C: 3, D: 4}


@given(panels())
def test_the_majority_place_is_the_first_at_which_more_than_half_of_its_judges_put_a_team(
    panel: Panel,
) -> None:
    rank_of = ranks(panel.totals)

    for team, key in majority_keys(panel.totals).items():
        own = [rank for (_, other), rank in rank_of.items() if other == team]
        shares = [sum(rank <= place for rank in own) * 2 > len(own) for place in range(1, 6)]
        assert key[0] == 1 + shares.index(True)


@given(
    st.integers(1, 5).flatmap(
        lambda size: st.lists(st.permutations(range(1, size + 1)), min_size=1, max_size=7)
    )
)
def test_without_gaps_and_ties_places_are_those_of_the_rules_followed_word_by_word(
    rows: list[list[int]],
) -> None:
    totals = {
        (JudgeId(f"J{number}"), TeamId(f"T{team}")): Fraction(-place)
        for number, row in enumerate(rows)
        for team, place in enumerate(row)
    }
    marks = {f"T{team}": list(column) for team, column in enumerate(zip(*rows, strict=True))}

    assert placed(totals) == by_the_rules(marks)


def by_the_rules(marks: dict[str, list[int]]) -> dict[str, int]:
    """Rules 5 to 8 as a scrutineer follows them: column by column, place by place."""
    majority_of = len(next(iter(marks.values()))) // 2 + 1
    found: dict[str, int] = {}
    for column in range(1, len(marks) + 1):
        with_majority = [
            team
            for team, own in marks.items()
            if team not in found and sum(mark <= column for mark in own) >= majority_of
        ]
        for group in in_turn(with_majority, column, marks):
            found.update(dict.fromkeys(group, len(found) + 1))
    return found


def in_turn(teams: list[str], column: int, marks: dict[str, list[int]]) -> list[list[str]]:
    """`teams` by the size of their majority, then by its sum, then at the next column."""
    if len(teams) < 2 or column > len(marks):
        return [teams] if teams else []
    counted = {team: [mark for mark in marks[team] if mark <= column] for team in teams}
    keys = sorted({(-len(counted[team]), sum(counted[team])) for team in teams})
    return [
        group
        for key in keys
        for group in in_turn(
            [team for team in teams if (-len(counted[team]), sum(counted[team])) == key],
            column + 1,
            marks,
        )
    ]


@given(panels(is_complete=True))
def test_a_team_first_with_most_judges_is_first(panel: Panel) -> None:
    found = places(majority_keys(panel.totals))

    for team in panel.teams:
        firsts = sum(
            all(
                panel.totals[judge, team] > panel.totals[judge, other]
                for other in panel.teams
                if other != team
            )
            for judge in panel.judges
        )
        if 2 * firsts > len(panel.judges):
            assert found[team] == 1
            assert list(found.values()).count(1) == 1
