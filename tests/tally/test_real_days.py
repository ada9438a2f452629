"""Mistakes that decided real competitions, each kept from happening here."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from judging_app.domain.ballots import Ballot, BallotState
from judging_app.domain.event import Method
from judging_app.domain.ids import CriterionId, JudgeId
from judging_app.domain.rubric import Criterion, Rubric
from judging_app.domain.tie_breaks import TieBreak, TieRule
from judging_app.tally.basis import Basis
from judging_app.tally.standings import standings_of
from judging_app.tally.ties import settlement
from tests.tally.panels import PITCH, A, B, C, D, small_basis
from tests.tally.strategies import JUDGES, TEAMS

WORKED_OUT = [
    TieBreak(rule)
    for rule in TieRule
    if rule not in (TieRule.NAMED_CRITERION, TieRule.PANEL, TieRule.JOINT)
]


def places(basis: Basis) -> dict[str, int | None]:
    return {str(one.team): one.place for one in settlement(basis).standings}


@given(data=st.data(), is_by_criterion=st.booleans())
def test_a_penalty_in_the_middle_of_the_run_order_does_not_change_how_others_are_trimmed(
    data: st.DataObject, *, is_by_criterion: bool
) -> None:
    # Anguilla Band-o-Rama: after one band's time penalty every later band was scored wrongly
    # by drop-high-and-low. https://news.ai/current/glitch-found-for-band-o-rama/
    cells = st.integers(1, 10).map(str)
    rows = [" ".join(f"{data.draw(cells)}/{data.draw(cells)}" for _ in "ABCD") for _ in range(5)]
    basis = replace(
        small_basis(*rows), method=Method.TRIMMED, is_trimmed_by_criterion=is_by_criterion
    )
    before = {one.team: one.score for one in standings_of(basis)}

    after = {
        one.team: one.score for one in standings_of(replace(basis, penalties={B: Fraction(5)}))
    }

    assert [after[team] for team in (A, C, D)] == [before[team] for team in (A, C, D)]
    assert after[B] == (before[B] or 0) - 5


@pytest.mark.parametrize("state", [state for state in BallotState if state.value != "submitted"])
@pytest.mark.parametrize("method", [m for m in Method if m is not Method.TRIMMED])
def test_a_half_entered_ballot_never_counts(state: BallotState, method: Method) -> None:
    # Zealous counts scores the moment they are given. https://help.zealous.co/judging-statuses/
    basis = replace(small_basis("8/8 5/5", "7/7 6/6", teams="AB"), method=method)
    half = Ballot(JudgeId("J3"), B, state, {CriterionId("impact"): 10})
    with_half = replace(basis, judges=(*basis.judges, half.judge), ballots=(*basis.ballots, half))

    found = standings_of(with_half)

    assert [replace(one, expected=2) for one in found] == list(standings_of(basis))


def test_totals_that_round_to_the_same_do_not_tie() -> None:
    # Evessio rounds to whole numbers and ranks those.
    # https://help.evessio.com/article/381-judges-scores
    sevenths = Rubric((Criterion(PITCH, "Pitch", Fraction(100), highest=1000),))
    ballots = (
        Ballot(JUDGES[0], A, BallotState.SUBMITTED, {PITCH: 740}),
        Ballot(JUDGES[1], A, BallotState.SUBMITTED, {PITCH: 741}),
        Ballot(JUDGES[2], A, BallotState.SUBMITTED, {PITCH: 741}),
        Ballot(JUDGES[0], B, BallotState.SUBMITTED, {PITCH: 741}),
    )

    found = standings_of(Basis((A, B), JUDGES, sevenths, ballots))

    assert [f"{float(one.score or 0):.1f}" for one in found] == ["74.1", "74.1"]
    assert [(one.team, one.place, one.is_tied) for one in found] == [(B, 1, False), (A, 2, False)]


@pytest.mark.parametrize("method", [m for m in Method if m is not Method.TRIMMED])
def test_a_team_without_scores_never_ranks_least_of_all_first(method: Method) -> None:
    # fll-sw, issue 1037: teams with no scores ranked top.
    basis = replace(small_basis("- 8/8 5/5", "- 7/7 6/6", teams="ABC"), method=method)

    found = standings_of(basis)

    assert [(one.team, one.place) for one in found] == [(B, 1), (C, 2), (A, None)]


DECIDED_BY = {
    TieRule.CRITERIA_IN_ORDER: small_basis("8/3 6/6", teams="AB"),
    TieRule.HEAD_TO_HEAD: small_basis("5/5 4/4", "5/5 4/4", "5/5 7/7", teams="AB"),
    TieRule.FIRST_PLACES: small_basis("5/5 4/4", "5/5 4/4", "5/5 7/7", teams="AB"),
    TieRule.HIGHEST_BALLOT: small_basis("7/7 6/6", "5/5 6/6", teams="AB"),
    TieRule.SMALLEST_SPREAD: small_basis("6/6 7/7", "6/6 5/5", teams="AB"),
}


@pytest.mark.parametrize("tie_break", WORKED_OUT, ids=lambda one: one.rule.value)
def test_every_tie_break_counts_by_itself(tie_break: TieBreak) -> None:
    # In BCOE&M one tie-break summed a variable that nothing ever filled, so it never counted.
    tied = DECIDED_BY[tie_break.rule]
    before = places(tied)

    after = places(replace(tied, tie_breaks=(tie_break,)))

    assert before == {"A": 1, "B": 1}
    assert after == {"A": 1, "B": 2}


@pytest.mark.parametrize("method", [m for m in Method if m is not Method.Z_SCORE])
def test_teams_that_tie_on_everything_are_all_first_and_nothing_breaks(method: Method) -> None:
    # BetterVoting crashed when all were tied.
    basis = replace(
        small_basis(*["5/5 5/5 5/5 5/5"] * 4), method=method, tie_breaks=tuple(WORKED_OUT)
    )

    found = settlement(basis)

    assert [(one.place, one.is_tied) for one in found.standings] == [(1, True)] * 4
    (tie,) = found.ties
    assert [step.split for step in tie.steps] == [((A, B, C, D),)] * len(WORKED_OUT)


def test_a_judge_recused_from_the_leader_does_not_cost_it_the_lead() -> None:
    # Totals punish the team whose judge is recused, so Award Force, and we, use means.
    basis = small_basis("8/8 7/7", "8/8 7/7", "- 7/7", teams="AB")

    assert places(basis) == {"A": 1, "B": 2}


def test_a_team_more_or_less_on_the_day_needs_no_change_anywhere() -> None:
    # Tech Connect was launched with six teams and ended with seven.
    ballots = tuple(
        Ballot(JUDGES[0], team, BallotState.SUBMITTED, {PITCH: number})
        for number, team in enumerate(TEAMS, start=1)
    )
    rubric = Rubric((Criterion(PITCH, "Pitch", Fraction(100)),))
    for size in range(len(TEAMS) + 1):
        found = standings_of(Basis(TEAMS[:size], JUDGES, rubric, ballots[:size]))

        assert [one.team for one in found] == list(TEAMS[:size][::-1])
