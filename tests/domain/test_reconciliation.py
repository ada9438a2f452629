"""Judges × teams always add up, and only what is waited for is waited for."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from judging_app.domain.ballots import Ballot, BallotState
from judging_app.domain.decisions import TeamExclusion
from judging_app.domain.ids import JudgeId, TeamId
from judging_app.domain.panel import Judge
from judging_app.domain.people import Team
from judging_app.domain.reconciliation import (
    BallotKey,
    BallotPart,
    Reconciliation,
    reconciliation,
)
from judging_app.domain.standings import Exclusion

JUDGES = tuple(Judge(JudgeId(f"J{n}"), f"Judge {n}") for n in range(5))
TEAMS = tuple(Team(TeamId(f"T{n}"), f"Team {n}") for n in range(5))
SETTLED = (BallotState.SUBMITTED, BallotState.RECUSED, BallotState.ABSENT)
OPEN = (BallotState.NOT_STARTED, BallotState.DRAFT)
ADA, LANTERN, PERCH = JUDGES[0].id, TEAMS[0].id, TEAMS[1].id

ballots = st.lists(
    st.builds(
        Ballot,
        st.sampled_from([one.id for one in JUDGES]),
        st.sampled_from([one.id for one in TEAMS]),
        st.sampled_from(BallotState),
    ),
    unique_by=lambda one: (one.judge, one.team),
)
exclusions = st.lists(
    st.builds(
        TeamExclusion,
        st.sampled_from([one.id for one in TEAMS]),
        st.sampled_from(Exclusion),
        st.just("Ill."),
    ),
    unique_by=lambda one: one.team,
)
being_keyed = st.frozensets(
    st.tuples(
        st.sampled_from([one.id for one in JUDGES]), st.sampled_from([one.id for one in TEAMS])
    )
)
judges = st.lists(st.sampled_from(JUDGES), unique=True)
teams = st.lists(st.sampled_from(TEAMS), unique=True)


def of(
    *states: Ballot,
    out: Sequence[TeamId] = (),
    keyed: Sequence[BallotKey] = (),
) -> Reconciliation:
    """Two judges and two teams."""
    gone = [TeamExclusion(team, Exclusion.WITHDRAWN, "Ill.") for team in out]
    return reconciliation(JUDGES[:2], TEAMS[:2], states, gone, keyed)


@given(judges, teams, ballots, exclusions, being_keyed)
def test_judges_times_teams_always_add_up(
    panel: list[Judge],
    columns: list[Team],
    known: list[Ballot],
    out: list[TeamExclusion],
    keyed: frozenset[BallotKey],
) -> None:
    found = reconciliation(panel, columns, known, out, keyed)

    assert found.total == len(panel) * len(columns) == sum(found.counts.values())
    assert list(found.parts) == [(judge.id, team.id) for judge in panel for team in columns]


@given(ballots, exclusions, being_keyed)
def test_what_is_waited_for_is_what_is_open_for_teams_that_are_in(
    known: list[Ballot], out: list[TeamExclusion], keyed: frozenset[BallotKey]
) -> None:
    found = reconciliation(JUDGES, TEAMS, known, out, keyed)

    settled = {(one.judge, one.team) for one in known if one.state in SETTLED}
    gone = {one.team for one in out}
    waited_for = [key for key in found.parts if key not in settled and key[1] not in gone]
    assert list(found.to_come) == waited_for
    assert set(found.of(BallotPart.BEING_KEYED)) == keyed & set(waited_for)


@given(ballots, exclusions, being_keyed)
def test_a_team_that_goes_out_changes_nothing_that_is_settled_and_no_other_team(
    known: list[Ballot], out: list[TeamExclusion], keyed: frozenset[BallotKey]
) -> None:
    before = reconciliation(JUDGES, TEAMS, known, (), keyed)

    after = reconciliation(JUDGES, TEAMS, known, out, keyed)

    changed = {key for key, part in after.parts.items() if part is not before.parts[key]}
    assert changed == {key for key in before.to_come if key[1] in {one.team for one in out}}
    assert {after.parts[key] for key in changed} <= {BallotPart.TEAM_OUT}


@pytest.mark.parametrize(
    ("state", "part"),
    [
        (BallotState.SUBMITTED, BallotPart.IN),
        (BallotState.RECUSED, BallotPart.RECUSED),
        (BallotState.ABSENT, BallotPart.ABSENT),
    ],
)
def test_what_is_settled_stays_so_whatever_becomes_of_its_team_or_its_sheet(
    state: BallotState, part: BallotPart
) -> None:
    settled = Ballot(ADA, LANTERN, state)

    found = of(settled, out=[LANTERN], keyed=[(ADA, LANTERN)])

    assert found.parts[ADA, LANTERN] is part


@pytest.mark.parametrize("state", OPEN)
def test_a_draft_is_owed_as_one_that_is_not_started_is(state: BallotState) -> None:
    assert of(Ballot(ADA, LANTERN, state)).parts[ADA, LANTERN] is BallotPart.OWED


@pytest.mark.parametrize("state", OPEN)
def test_a_draft_and_a_sheet_half_keyed_wait_for_nobody_while_their_team_is_out(
    state: BallotState,
) -> None:
    draft = Ballot(ADA, LANTERN, state)

    found = of(draft, out=[LANTERN], keyed=[(ADA, LANTERN)])

    assert found.parts[ADA, LANTERN] is BallotPart.TEAM_OUT
    assert LANTERN not in {team for _, team in found.to_come}


def test_a_sheet_that_is_being_keyed_was_brought_and_is_still_waited_for() -> None:
    found = of(keyed=[(ADA, PERCH)])

    assert (ADA, PERCH) not in found.of(BallotPart.OWED)
    assert (ADA, PERCH) in found.to_come


def test_it_does_not_matter_how_a_team_went_out() -> None:
    one = TeamExclusion(LANTERN, Exclusion.WITHDRAWN, "Ill.")
    other = replace(one, exclusion=Exclusion.DISQUALIFIED)

    assert reconciliation(JUDGES, TEAMS, (), [one]) == reconciliation(JUDGES, TEAMS, (), [other])


def test_a_ballot_of_nobody_on_the_panel_is_passed_over() -> None:
    stranger = Ballot(JudgeId("J9"), LANTERN, BallotState.SUBMITTED)

    assert of(stranger) == of()
