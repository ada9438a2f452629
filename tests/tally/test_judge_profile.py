from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from judging_app.tally.exact import SignedRoot
from judging_app.tally.judge_profile import correlation, judge_profiles, spread
from judging_app.tally.totals import totals
from tests.tally.conftest import Sample
from tests.tally.strategies import JUDGES, TEAMS, Panel, panels, points

J1, J2, J3 = JUDGES[:3]
T1, T2, T3 = TEAMS[:3]

ONE = SignedRoot(Fraction(1))


def whole(*values: int) -> list[Fraction]:
    return [Fraction(value) for value in values]


def test_a_kind_and_a_harsh_judge_in_the_same_order_go_fully_together() -> None:
    rows = {J1: (60, 70, 80), J2: (50, 60, 70)}
    given_totals = {
        (judge, team): Fraction(one)
        for judge, row in rows.items()
        for team, one in zip((T1, T2, T3), row, strict=True)
    }

    kind, harsh = judge_profiles(given_totals)

    assert [one.judge for one in (kind, harsh)] == [J1, J2]
    assert [one.mean for one in (kind, harsh)] == [70, 60]
    assert [one.severity for one in (kind, harsh)] == [5, -5]
    assert kind.spread == harsh.spread == SignedRoot(Fraction(100))
    assert kind.correlation == harsh.correlation == ONE


def test_a_judge_alone_on_a_team_is_not_compared_with_anyone_there() -> None:
    given_totals = {(J1, T1): Fraction(5), (J1, T2): Fraction(7), (J2, T1): Fraction(5)}

    first, second = judge_profiles(given_totals)

    assert (first.ballots, first.shared) == (2, 1)
    assert (second.ballots, second.shared) == (1, 1)
    assert second.spread is None
    assert first.correlation is second.correlation is None


def test_judges_who_share_no_team_have_no_severity_to_compare() -> None:
    given_totals = {(J1, T1): Fraction(5), (J2, T2): Fraction(7)}

    assert [one.severity for one in judge_profiles(given_totals)] == [None, None]


def test_opposite_judges_go_fully_against_each_other() -> None:
    assert correlation(whole(1, 2, 3), whole(30, 20, 10)) == SignedRoot(
        Fraction(1), is_negative=True
    )


def test_judges_who_have_nothing_in_common_correlate_at_nothing_without_a_sign() -> None:
    assert correlation(whole(1, 2, 3), whole(1, 5, 1)) == SignedRoot(Fraction(0))


def test_a_list_without_spread_correlates_with_nothing() -> None:
    assert correlation(whole(4, 4), whole(1, 2)) is None
    assert correlation([], []) is None


def test_the_spread_is_the_samples_and_one_total_has_none() -> None:
    assert spread(whole(2, 4, 4, 4, 5, 5, 7, 9)) == SignedRoot(Fraction(32, 7))
    assert spread(whole(5)) is None


@given(panels())
def test_every_judge_with_a_ballot_is_there_once_in_order(panel: Panel) -> None:
    found = judge_profiles(panel.totals)

    assert [one.judge for one in found] == sorted({judge for judge, _ in panel.totals})
    assert sum(one.ballots for one in found) == len(panel.totals)


@given(st.lists(st.tuples(points, points), min_size=1, max_size=6))
def test_a_correlation_lies_between_minus_one_and_one(
    pairs: list[tuple[Fraction, Fraction]],
) -> None:
    one, other = [a for a, _ in pairs], [b for _, b in pairs]

    found = correlation(one, other)

    assert found is None or found.square <= 1
    assert found == correlation(other, one)


def test_the_harsh_and_the_lenient_judge_of_the_sample_stand_out(tech_connect: Sample) -> None:
    found = judge_profiles(totals(tech_connect.ballots, tech_connect.rubric))

    by_severity = sorted(found, key=lambda one: (one.severity or 0, one.judge))
    assert by_severity[0].judge == "J1"
    assert by_severity[-1].judge == "J5"
    assert [(one.ballots, one.shared) for one in found if one.judge == "J8"] == [(4, 4)]
    assert all(one.correlation and not one.correlation.is_negative for one in found)


@pytest.mark.parametrize("more", [Fraction(3), Fraction(-3, 2)])
def test_giving_everyone_more_changes_severity_and_neither_spread_nor_correlation(
    more: Fraction,
) -> None:
    scores = {
        (judge, team): Fraction(at * at % 7)
        for at, (judge, team) in enumerate((j, t) for j in (J1, J2, J3) for t in (T1, T2, T3))
    }
    kinder = {key: one + more * (key[0] == J1) for key, one in scores.items()}

    before, after = judge_profiles(scores)[0], judge_profiles(kinder)[0]

    assert before.severity is not None
    assert after.severity == before.severity + more * Fraction(2, 3)
    assert (after.spread, after.correlation) == (before.spread, before.correlation)
