from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from judging_app.domain.event import Method
from judging_app.domain.ids import JudgeId, TeamId
from judging_app.domain.standings import Exclusion, Standing
from judging_app.errors import MethodError, UnknownError
from judging_app.tally.basis import Basis
from judging_app.tally.methods import METHODS
from judging_app.tally.standings import standings, standings_of, winners
from judging_app.tally.totals import totals
from tests.tally.conftest import Sample
from tests.tally.strategies import JUDGES, TEAMS, Panel, bases, panels, panels_for

every_method = pytest.mark.parametrize("method", Method)
from_one_ballot = pytest.mark.parametrize(
    "method", [m for m in Method if m not in (Method.TRIMMED, Method.Z_SCORE)]
)

J1, J2 = JUDGES[:2]


def places(panel: Panel, method: Method) -> dict[TeamId, int | None]:
    return {one.team: one.place for one in standings_of_panel(panel, method)}


def standings_of_panel(panel: Panel, method: Method = Method.MEAN) -> tuple[Standing, ...]:
    return standings(panel.teams, panel.judges, panel.totals, method)


def one_judge(*given_totals: int) -> Panel:
    teams = TEAMS[: len(given_totals)]
    by_team = zip(teams, given_totals, strict=True)
    return Panel(teams, (J1,), {(J1, team): Fraction(one) for team, one in by_team})


def test_two_joint_seconds_are_followed_by_a_fourth() -> None:
    found = standings_of_panel(one_judge(70, 90, 70, 60))

    assert [(one.team, one.place, one.is_tied) for one in found] == [
        ("T2", 1, False),
        ("T1", 2, True),
        ("T3", 2, True),
        ("T4", 4, False),
    ]


@from_one_ballot
def test_teams_that_all_tie_are_all_first_in_their_own_order(method: Method) -> None:
    found = standings_of_panel(one_judge(50, 50, 50), method)

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


@from_one_ballot
def test_a_team_without_ballots_comes_last_and_never_ranks(method: Method) -> None:
    alone = {(J1, TEAMS[2]): Fraction(0)}

    found = standings(TEAMS[:3], JUDGES, alone, method)

    score = METHODS[method](alone).scores[TEAMS[2]]
    assert found == (
        Standing(TEAMS[2], 1, is_tied=False, score=score, ballots=1, expected=4),
        Standing(TEAMS[0], None, is_tied=False, score=None, ballots=0, expected=4),
        Standing(TEAMS[1], None, is_tied=False, score=None, ballots=0, expected=4),
    )


def test_a_standing_counts_the_ballots_behind_it() -> None:
    some = {(J1, TEAMS[0]): Fraction(5), (J2, TEAMS[0]): Fraction(5), (J1, TEAMS[1]): Fraction(1)}

    found = standings(TEAMS[:2], JUDGES[:3], some, Method.MEAN)

    assert [(one.ballots, one.expected) for one in found] == [(2, 3), (1, 3)]


@pytest.mark.parametrize("key", [(JudgeId("J9"), TEAMS[0]), (J1, TeamId("T9"))])
def test_a_ballot_of_nobody_here_is_refused_and_not_left_out(key: tuple[JudgeId, TeamId]) -> None:
    with pytest.raises(UnknownError, match=r"no ballot from judge “J\d” for team “T\d”"):
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
@given(data=st.data())
def test_a_place_counts_the_teams_strictly_ahead(method: Method, data: st.DataObject) -> None:
    panel = data.draw(panels_for(method))
    try:
        order = METHODS[method](panel.totals).order
    except MethodError:
        return

    for one in standings_of_panel(panel, method):
        assert one.place == 1 + sum(key < order[one.team] for key in order.values())
        assert one.is_tied == (list(order.values()).count(order[one.team]) > 1)


@given(panels())
def test_every_team_is_listed_exactly_once_with_or_without_ballots(panel: Panel) -> None:
    found = standings_of_panel(panel)

    assert sorted(one.team for one in found) == sorted(panel.teams)
    for one in found:
        has_ballots = any(team == one.team for _, team in panel.totals)
        assert (one.place is not None, one.score is not None, one.ballots > 0) == (has_ballots,) * 3


@every_method
@given(data=st.data())
def test_the_order_of_entry_changes_no_standing(method: Method, data: st.DataObject) -> None:
    panel = data.draw(panels_for(method))
    shuffled = dict(data.draw(st.permutations(list(panel.totals.items()))))
    judges = data.draw(st.permutations(panel.judges))
    try:
        before = standings_of_panel(panel, method)
    except MethodError:
        return

    assert standings(panel.teams, judges, shuffled, method) == before


def test_nobody_wins_before_a_ballot_is_in() -> None:
    assert winners(standings(TEAMS, JUDGES, {}, Method.MEAN)) == ()


def test_joint_winners_are_all_named_in_the_teams_order() -> None:
    assert winners(standings_of_panel(one_judge(1, 5, 5))) == (TEAMS[1], TEAMS[2])


def test_a_team_that_is_out_comes_last_without_a_place_and_says_why() -> None:
    panel = one_judge(70, 90, 80)
    exclusions = {TEAMS[1]: Exclusion.DISQUALIFIED}

    found = standings(TEAMS[:4], [J1], panel.totals, Method.MEAN, exclusions=exclusions)

    assert [(one.team, one.place, one.exclusion) for one in found] == [
        ("T3", 1, None),
        ("T1", 2, None),
        ("T4", None, None),
        ("T2", None, Exclusion.DISQUALIFIED),
    ]
    assert (found[-1].score, found[-1].ballots) == (None, 1)


@every_method
@given(data=st.data())
def test_a_team_that_is_out_leaves_the_others_as_if_it_had_never_come(
    method: Method, data: st.DataObject
) -> None:
    panel = data.draw(panels_for(method))
    out = data.draw(st.sampled_from(panel.teams))
    others = tuple(team for team in panel.teams if team != out)
    without = {key: one for key, one in panel.totals.items() if key[1] != out}
    try:
        expected = standings(others, panel.judges, without, method)
    except MethodError:
        return

    found = standings(
        panel.teams, panel.judges, panel.totals, method, exclusions={out: Exclusion.WITHDRAWN}
    )

    assert found[:-1] == expected
    assert (found[-1].team, found[-1].place) == (out, None)


def test_a_penalty_is_taken_off_the_score_and_kept_beside_it() -> None:
    panel = one_judge(70, 80)

    found = standings(
        panel.teams, panel.judges, panel.totals, Method.MEAN, penalties={TEAMS[1]: Fraction(10)}
    )

    assert [(one.team, one.place, one.score, one.penalty) for one in found] == [
        (TEAMS[0], 1, Fraction(70), Fraction(0)),
        (TEAMS[1], 1, Fraction(70), Fraction(10)),
    ]


def test_a_penalty_of_a_team_that_is_out_or_has_no_ballots_does_no_harm() -> None:
    panel = one_judge(70, 80)
    found = standings(
        TEAMS[:3],
        panel.judges,
        panel.totals,
        Method.RANK,
        exclusions={TEAMS[1]: Exclusion.WITHDRAWN},
        penalties={TEAMS[1]: Fraction(1), TEAMS[2]: Fraction(1)},
    )

    assert [one.place for one in found] == [1, None, None]


@given(basis=bases(methods=(Method.MEAN, Method.MEDIAN)))
def test_a_basis_has_the_standings_of_its_totals(basis: Basis) -> None:
    assert standings_of(replace(basis, points={})) == standings(
        basis.teams, basis.judges, basis.totals, basis.method, penalties=basis.penalties
    )
