"""The result in parts: each step is the mean over the ballots so far, and together they are it."""

from collections.abc import Collection
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from judging_app.domain.ballots import Ballot, BallotState
from judging_app.domain.event import Method
from judging_app.domain.ids import CriterionId, JudgeId, TeamId
from judging_app.domain.reveal import RunningPlace
from judging_app.domain.rubric import Criterion, CriterionKind, Rubric
from judging_app.domain.standings import Exclusion
from judging_app.tally.basis import Basis
from judging_app.tally.parts import (
    NO_SECTOR,
    ORGANISERS_POINTS,
    Parts,
    by_criterion,
    by_judge,
    by_sector,
)
from judging_app.tally.standings import standings_of
from judging_app.tally.totals import total
from tests.tally.conftest import Sample
from tests.tally.strategies import JUDGES, bases

NAMES = {judge: f"Name of {judge}" for judge in JUDGES}
SECTORS = {JUDGES[0]: "Government", JUDGES[1]: "", JUDGES[2]: "Industry"}

IDEA, PITCH, PRICE = CriterionId("idea"), CriterionId("pitch"), CriterionId("price")
A, B, C = TeamId("A"), TeamId("B"), TeamId("C")
J1, J2, J3 = JudgeId("J1"), JudgeId("J2"), JudgeId("J3")
RUBRIC = Rubric((Criterion(IDEA, "Idea", Fraction(70)), Criterion(PITCH, "Pitch", Fraction(30))))


def ballot(judge: JudgeId, team: TeamId, idea: int, pitch: int) -> Ballot:
    return Ballot(judge, team, BallotState.SUBMITTED, {IDEA: idea, PITCH: pitch})


def basis(*ballots: Ballot) -> Basis:
    return Basis((A, B, C), (J1, J2, J3), RUBRIC, ballots)


def rows(*found: tuple[TeamId, int | None, int | None]) -> tuple[RunningPlace, ...]:
    return tuple(
        RunningPlace(team, place, None if score is None else Fraction(score))
        for team, place, score in found
    )


def everything(parts: Parts) -> range:
    return range(len(parts.titles))


def recounted_by_judges(of: Basis, team: TeamId, judges: Collection[JudgeId]) -> Fraction | None:
    """The mean over these judges' ballots, counted anew from the scores."""
    own = [total(one, of.rubric) for one in of.counted if one.team == team and one.judge in judges]
    return of.points.get(team, Fraction(0)) + sum(own, Fraction(0)) / len(own) if own else None


def check_order(running: tuple[RunningPlace, ...], teams: tuple[TeamId, ...]) -> None:
    """Places count the teams strictly ahead; the rows are best first, then in the teams' order."""
    scored = [one.score for one in running if one.score is not None]
    for one in running:
        score = one.score
        assert one.place == (None if score is None else 1 + sum(other > score for other in scored))
    keys = [(one.place or len(teams) + 1, teams.index(one.team)) for one in running]
    assert keys == sorted(keys)


@given(bases(), st.data())
def test_running_standings_by_judge_are_a_recount_of_the_judges_so_far(
    of: Basis, data: st.DataObject
) -> None:
    parts = by_judge(of, NAMES)
    told = data.draw(st.sets(st.sampled_from(everything(parts)))) if parts.titles else set()
    judges = [judge for judge in JUDGES if NAMES[judge] in {parts.titles[one] for one in told}]

    running = parts.running(told)

    assert {one.team: one.score for one in running} == {
        team: recounted_by_judges(of, team, judges) for team in of.teams
    }
    check_order(running, of.teams)


@given(bases(), st.data())
def test_running_standings_by_sector_are_a_recount_of_the_sectors_so_far(
    of: Basis, data: st.DataObject
) -> None:
    parts = by_sector(of, SECTORS)
    told = data.draw(st.sets(st.sampled_from(everything(parts)))) if parts.titles else set()
    titles = {parts.titles[one] for one in told}
    judges = [judge for judge in JUDGES if (SECTORS.get(judge) or NO_SECTOR) in titles]

    running = parts.running(told)

    assert {one.team: one.score for one in running} == {
        team: recounted_by_judges(of, team, judges) for team in of.teams
    }
    check_order(running, of.teams)


@given(bases(), st.data())
def test_running_standings_by_criterion_are_a_recount_of_the_criteria_so_far(
    of: Basis, data: st.DataObject
) -> None:
    parts = by_criterion(of)
    told = data.draw(st.sets(st.sampled_from(everything(parts)), min_size=1))
    narrowed = Rubric(tuple(c for at, c in enumerate(of.rubric.criteria) if at in told))
    points = of.points if len(of.rubric.criteria) in told else {}

    running = parts.running(told)

    counted = replace(of, rubric=narrowed, points=points)
    assert {one.team: one.score for one in running} == {
        team: recounted_by_judges(counted, team, JUDGES) for team in of.teams
    }
    check_order(running, of.teams)


@given(bases())
def test_all_parts_together_are_the_mean_before_penalties_and_tie_breaks(of: Basis) -> None:
    result = standings_of(replace(of, method=Method.MEAN, penalties={}))
    expected = {one.team: (one.place, one.score) for one in result}

    for parts in (by_criterion(of), by_judge(of, NAMES), by_sector(of, SECTORS)):
        found = parts.running(everything(parts))

        assert {one.team: (one.place, one.score) for one in found} == expected


@given(bases())
def test_before_the_first_part_no_team_has_a_place(of: Basis) -> None:
    assert by_criterion(of).running(()) == tuple(
        RunningPlace(team, None, None) for team in of.teams
    )


def test_a_judges_part_moves_only_the_teams_that_the_judge_scored() -> None:
    parts = by_judge(
        basis(ballot(J1, A, 10, 10), ballot(J2, A, 5, 5), ballot(J2, B, 8, 8)),
        {J1: "Olwen", J2: "Peter"},
    )

    assert parts.titles == ("Olwen", "Peter")
    assert parts.running([0]) == rows((A, 1, 100), (B, None, None), (C, None, None))
    assert parts.running([1]) == rows((B, 1, 80), (A, 2, 50), (C, None, None))
    assert parts.running([0, 1]) == rows((B, 1, 80), (A, 2, 75), (C, None, None))


def test_level_teams_share_a_running_place_in_the_teams_own_order() -> None:
    parts = by_criterion(basis(ballot(J1, C, 9, 1), ballot(J1, A, 7, 10), ballot(J1, B, 7, 1)))

    assert parts.titles == ("Idea", "Pitch")
    assert parts.running([0]) == rows((C, 1, 63), (A, 2, 49), (B, 2, 49))
    assert parts.running([1]) == rows((A, 1, 30), (B, 2, 3), (C, 2, 3))


def test_sectors_come_in_the_order_of_the_panel_and_judges_of_none_together() -> None:
    of = basis(ballot(J1, A, 10, 10), ballot(J2, A, 5, 5), ballot(J3, A, 3, 3))

    assert by_sector(of, {J1: "Industry", J2: "Government", J3: "Industry"}).titles == (
        "Industry",
        "Government",
    )
    assert by_sector(of, {J2: "Government"}).titles == (NO_SECTOR, "Government")


def test_a_judge_without_a_ballot_that_counts_is_no_part() -> None:
    of = basis(ballot(J1, A, 10, 10), Ballot(J2, A, BallotState.RECUSED), Ballot(J3, A))

    assert by_judge(of, {J1: "Olwen"}).titles == ("Olwen",)
    assert by_sector(of, {J1: "Industry", J2: "Government"}).titles == ("Industry",)


@pytest.mark.parametrize("exclusion", Exclusion)
def test_a_team_that_is_out_is_in_no_part(exclusion: Exclusion) -> None:
    of = replace(basis(ballot(J1, A, 10, 10), ballot(J1, B, 5, 5)), exclusions={A: exclusion})

    for parts in (by_criterion(of), by_judge(of, {J1: "Olwen"}), by_sector(of, {})):
        assert parts.running(everything(parts)) == rows((B, 1, 50), (C, None, None))


def test_the_organisers_points_are_a_part_of_their_own_beside_the_criteria() -> None:
    price = Criterion(PRICE, "Price", Fraction(40), kind=CriterionKind.ORGANISER)
    of = replace(
        basis(ballot(J1, A, 10, 10), ballot(J2, A, 10, 10), ballot(J1, B, 10, 10)),
        rubric=Rubric((price, *RUBRIC.criteria)),
        points={A: Fraction(8), B: Fraction(40)},
    )

    parts = by_criterion(of)

    assert parts.titles == ("Idea", "Pitch", "Price")
    assert parts.running([2]) == rows((B, 1, 40), (A, 2, 8), (C, None, None))


def test_points_that_belong_to_no_criterion_are_called_the_organisers() -> None:
    of = replace(basis(ballot(J1, A, 10, 10)), points={A: Fraction(8)})

    assert by_criterion(of).titles == ("Idea", "Pitch", ORGANISERS_POINTS)


def test_by_judge_the_organisers_points_are_on_from_the_first_ballot() -> None:
    of = replace(basis(ballot(J1, A, 5, 5)), points={A: Fraction(8), B: Fraction(40)})

    assert by_judge(of, {J1: "Olwen"}).running([0]) == rows(
        (A, 1, 58), (B, None, None), (C, None, None)
    )


def test_the_sample_day_by_criterion_adds_up_to_its_result(tech_connect: Sample) -> None:
    parts = by_criterion(tech_connect.basis)

    running = parts.running(everything(parts))

    assert [(one.team, one.score) for one in running] == [
        (one.team, one.score) for one in standings_of(tech_connect.basis)
    ]
