from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from judging_app.domain.event import Method
from judging_app.domain.ids import JudgeId, TeamId
from judging_app.domain.standings import Standing
from judging_app.errors import MethodError, UnknownError
from judging_app.tally.standings import standings
from judging_app.tally.totals import totals
from tests.tally.conftest import Sample
from tests.tally.strategies import JUDGES, TEAMS, Panel, panels

every_method = pytest.mark.parametrize("method", Method)

J1, J2 = JUDGES[:2]


def places(panel: Panel, method: Method) -> dict[TeamId, int | None]:
    return {one.team: one.place for one in standings_of(panel, method)}


def standings_of(panel: Panel, method: Method = Method.MEAN) -> tuple[Standing, ...]:
    return standings(panel.teams, panel.judges, panel.totals, method)


def one_judge(*given_totals: int) -> Panel:
    teams = TEAMS[: len(given_totals)]
    by_team = zip(teams, given_totals, strict=True)
    return Panel(teams, (J1,), {(J1, team): Fraction(one) for team, one in by_team})


def test_two_joint_seconds_are_followed_by_a_fourth() -> None:
    found = standings_of(one_judge(70, 90, 70, 60))

    assert [(one.team, one.place, one.is_tied) for one in found] == [
        ("T2", 1, False),
        ("T1", 2, True),
        ("T3", 2, True),
        ("T4", 4, False),
    ]


@every_method
def test_teams_that_all_tie_are_all_first_in_their_own_order(method: Method) -> None:
    found = standings_of(one_judge(50, 50, 50), method)

    assert [(one.team, one.place, one.is_tied) for one in found] == [
        ("T1", 1, True),
        ("T2", 1, True),
        ("T3", 1, True),
    ]


def test_joint_teams_keep_the_order_that_they_were_given_in() -> None:
    panel = one_judge(50, 50)

    found = standings(panel.teams[::-1], panel.judges, panel.totals, Method.MEAN)

    assert [one.team for one in found] == ["T2", "T1"]


def test_scores_that_only_look_equal_are_not_tied() -> None:
    close = {(J1, TEAMS[0]): Fraction(1, 3), (J1, TEAMS[1]): Fraction(33333333333333333, 10**17)}

    found = standings(TEAMS[:2], [J1], close, Method.MEAN)

    assert [(one.place, one.is_tied) for one in found] == [(1, False), (2, False)]


@every_method
def test_a_team_without_ballots_comes_last_and_never_ranks(method: Method) -> None:
    alone = {(J1, TEAMS[2]): Fraction(0)}

    found = standings(TEAMS[:3], JUDGES, alone, method)

    assert found == (
        Standing(TEAMS[2], 1, is_tied=False, score=Fraction(0), ballots=1, expected=4),
        Standing(TEAMS[0], None, is_tied=False, score=None, ballots=0, expected=4),
        Standing(TEAMS[1], None, is_tied=False, score=None, ballots=0, expected=4),
    )


def test_a_standing_counts_the_ballots_behind_it() -> None:
    some = {(J1, TEAMS[0]): Fraction(5), (J2, TEAMS[0]): Fraction(5), (J1, TEAMS[1]): Fraction(1)}

    found = standings(TEAMS[:2], JUDGES[:3], some, Method.MEAN)

    assert [(one.ballots, one.expected) for one in found] == [(2, 3), (1, 3)]


@pytest.mark.parametrize("key", [(JudgeId("J9"), TEAMS[0]), (J1, TeamId("T9"))])
def test_a_ballot_of_nobody_here_is_refused_and_not_left_out(key: tuple[JudgeId, TeamId]) -> None:
    with pytest.raises(UnknownError, match=r"no ballot of judge “J\d” for team “T\d”"):
        standings(TEAMS, JUDGES, {key: Fraction(1)}, Method.MEAN)


def test_adjusted_standings_are_refused_while_no_judge_links_the_teams() -> None:
    apart = {(J1, TEAMS[0]): Fraction(1), (J2, TEAMS[1]): Fraction(1)}

    with pytest.raises(MethodError):
        standings(TEAMS, JUDGES, apart, Method.ADJUSTED)


BY_MEAN = """\
1 Groundwork 7/8
2 Lantern 8/8
3 Kingfisher 8/8
4 Perch 6/8
5 Halfway 8/8
6 Millrace 7/8"""
ADJUSTED = """\
1 Lantern 8/8
2 Groundwork 7/8
3 Perch 6/8
4 Kingfisher 8/8
5 Halfway 8/8
6 Millrace 7/8"""


@pytest.mark.parametrize(
    ("method", "expected"), [(Method.MEAN, BY_MEAN), (Method.ADJUSTED, ADJUSTED)]
)
def test_the_recusals_at_tech_connect_change_who_wins(
    tech_connect: Sample, method: Method, expected: str
) -> None:
    names = {team: name.removeprefix("Team ") for name, team in tech_connect.names.items()}
    counted = totals(tech_connect.ballots, tech_connect.rubric)

    found = standings(tech_connect.teams, tech_connect.judges, counted, method)

    assert expected == "\n".join(
        f"{one.place} {names[one.team]} {one.ballots}/{one.expected}" for one in found
    )


@every_method
@given(panel=panels(is_linked=True))
def test_a_place_counts_the_teams_strictly_ahead(method: Method, panel: Panel) -> None:
    found = standings_of(panel, method)
    scores = [one.score for one in found if one.score is not None]

    for one in found:
        assert one.score is not None
        assert one.place == 1 + sum(score > one.score for score in scores)
        assert one.is_tied == (scores.count(one.score) > 1)


@given(panels())
def test_every_team_is_listed_exactly_once_with_or_without_ballots(panel: Panel) -> None:
    found = standings_of(panel)

    assert sorted(one.team for one in found) == sorted(panel.teams)
    for one in found:
        has_ballots = any(team == one.team for _, team in panel.totals)
        assert (one.place is not None, one.score is not None, one.ballots > 0) == (has_ballots,) * 3


@every_method
@given(panel=panels(is_linked=True), data=st.data())
def test_the_order_of_entry_changes_no_standing(
    method: Method, panel: Panel, data: st.DataObject
) -> None:
    shuffled = dict(data.draw(st.permutations(list(panel.totals.items()))))
    judges = data.draw(st.permutations(panel.judges))

    assert standings(panel.teams, judges, shuffled, method) == standings_of(panel, method)


@every_method
@given(panel=panels(is_linked=True), data=st.data())
def test_who_the_teams_are_changes_no_place(
    method: Method, panel: Panel, data: st.DataObject
) -> None:
    names = dict(zip(panel.teams, data.draw(st.permutations(panel.teams)), strict=True))
    renamed = {(judge, names[team]): one for (judge, team), one in panel.totals.items()}

    found = places(Panel(panel.teams, panel.judges, renamed), method)

    assert found == {names[team]: place for team, place in places(panel, method).items()}


@every_method
@given(panel=panels(is_linked=True), factor=st.fractions(Fraction(1, 9), 9))
def test_scaling_every_weight_keeps_every_place(
    method: Method, panel: Panel, factor: Fraction
) -> None:
    scaled = {key: one * factor for key, one in panel.totals.items()}

    assert places(Panel(panel.teams, panel.judges, scaled), method) == places(panel, method)


@every_method
@given(panel=panels(is_complete=True), more=st.fractions(-5, 5), data=st.data())
def test_a_judge_who_gives_every_team_more_changes_no_place(
    method: Method, panel: Panel, more: Fraction, data: st.DataObject
) -> None:
    kind = data.draw(st.sampled_from(panel.judges))
    raised = {key: one + more * (key[0] == kind) for key, one in panel.totals.items()}

    assert places(Panel(panel.teams, panel.judges, raised), method) == places(panel, method)
