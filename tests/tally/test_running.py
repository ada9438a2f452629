from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from judging_app.domain.ballots import Ballot, BallotState
from judging_app.domain.event import Method
from judging_app.domain.ids import CriterionId, JudgeId, TeamId
from judging_app.domain.rubric import Criterion, Rubric
from judging_app.errors import UnknownError
from judging_app.tally.running import RunningStandings
from judging_app.tally.standings import standings
from judging_app.tally.totals import total, totals
from tests.tally.conftest import Sample
from tests.tally.mixed_rubrics import mixed_rubrics
from tests.tally.strategies import JUDGES, TEAMS

J1, T1, T2 = JUDGES[0], TEAMS[0], TEAMS[1]
IMPACT = CriterionId("impact")
RUBRIC = Rubric((Criterion(IMPACT, "Impact", Fraction(100)),))


class AnyDay(RuleBasedStateMachine):
    """Ballots come, change and go in any order; the running tally must never drift."""

    @initialize(rubric=mixed_rubrics())
    def open_scoring(self, rubric: Rubric) -> None:
        self.rubric = rubric
        self.ballots: dict[tuple[JudgeId, TeamId], Ballot] = {}
        self.running = RunningStandings(TEAMS, JUDGES, rubric)

    @rule(judge=st.sampled_from(JUDGES), team=st.sampled_from(TEAMS), data=st.data())
    def submit(self, judge: JudgeId, team: TeamId, data: st.DataObject) -> None:
        scores = {c.id: data.draw(st.sampled_from(c.scale)) for c in self.rubric.judged}
        ballot = Ballot(judge, team, BallotState.SUBMITTED, scores)
        self.ballots[judge, team] = ballot
        self.running.put(judge, team, total(ballot, self.rubric))

    @rule(judge=st.sampled_from(JUDGES), team=st.sampled_from(TEAMS))
    def take_back(self, judge: JudgeId, team: TeamId) -> None:
        self.ballots.pop((judge, team), None)
        self.running.put(judge, team, None)

    @precondition(lambda self: self.ballots)
    @rule(data=st.data())
    def rescore(self, data: st.DataObject) -> None:
        judge, team = key = data.draw(st.sampled_from(sorted(self.ballots)))
        criterion = data.draw(st.sampled_from(self.rubric.judged))
        before = self.ballots[key].scores
        score = data.draw(st.sampled_from(criterion.scale))
        self.ballots[key] = Ballot(
            judge, team, BallotState.SUBMITTED, {**before, criterion.id: score}
        )

        place = self.running.rescore(judge, team, criterion.id, score - before[criterion.id])

        assert place == self.running.place(team)

    @invariant()
    def is_the_full_pass(self) -> None:
        counted = totals(self.ballots.values(), self.rubric)
        full = standings(TEAMS, JUDGES, counted, Method.MEAN)

        assert self.running.standings() == full
        for one in full:
            assert self.running.place(one.team) == one.place
            assert self.running.score(one.team) == one.score


AnyDay.TestCase.settings = settings(max_examples=40, stateful_step_count=25)
TestTheRunningTallyIsTheFullPass = AnyDay.TestCase


@given(st.permutations([(judge, team) for judge in JUDGES for team in TEAMS]))
def test_the_order_in_which_ballots_arrive_changes_nothing(
    order: list[tuple[JudgeId, TeamId]],
) -> None:
    given_totals = {key: Fraction(10 * (at % 7)) for at, key in enumerate(sorted(order))}
    running = RunningStandings(TEAMS, JUDGES, RUBRIC)

    for judge, team in order:
        running.put(judge, team, given_totals[judge, team])

    assert running.standings() == standings(TEAMS, JUDGES, given_totals, Method.MEAN)


def test_tech_connect_ballot_by_ballot_ends_at_the_full_pass(tech_connect: Sample) -> None:
    counted = totals(tech_connect.ballots, tech_connect.rubric)
    running = RunningStandings(tech_connect.teams, tech_connect.judges, tech_connect.rubric)

    for (judge, team), one in counted.items():
        running.put(judge, team, one)

    assert running.standings() == standings(
        tech_connect.teams, tech_connect.judges, counted, Method.MEAN
    )
    assert running.score(tech_connect.names["Team Groundwork"]) == Fraction(523, 7)


def test_a_team_whose_last_ballot_is_taken_back_has_no_place_again() -> None:
    running = RunningStandings(TEAMS, JUDGES, RUBRIC)
    running.put(J1, T1, Fraction(50))
    running.put(J1, T1, None)

    assert (running.place(T1), running.score(T1)) == (None, None)


def test_those_behind_a_team_that_leaves_the_order_move_up() -> None:
    running = RunningStandings(TEAMS, JUDGES, RUBRIC)
    running.put(J1, T1, Fraction(60))
    running.put(J1, T2, Fraction(50))
    running.put(J1, T1, None)
    running.put(J1, T2, Fraction(40))

    assert (running.place(T2), running.place(T1)) == (1, None)


def test_a_total_of_zero_counts_and_a_missing_one_does_not() -> None:
    running = RunningStandings(TEAMS, JUDGES, RUBRIC)
    running.put(J1, T1, Fraction(0))

    assert (running.place(T1), running.score(T1)) == (1, Fraction(0))
    assert (running.place(T2), running.score(T2)) == (None, None)


@pytest.mark.parametrize(("judge", "team"), [(J1, TeamId("T9")), (JudgeId("J9"), T1)])
def test_a_ballot_of_nobody_here_is_refused(judge: JudgeId, team: TeamId) -> None:
    running = RunningStandings(TEAMS, JUDGES, RUBRIC)

    with pytest.raises(UnknownError):
        running.put(judge, team, Fraction(50))


def test_a_total_that_the_rubric_can_not_give_changes_nothing() -> None:
    running = RunningStandings(TEAMS, JUDGES, RUBRIC)
    running.put(J1, T1, Fraction(50))
    before = running.standings()

    with pytest.raises(ValueError, match="1/3 is not a total of this rubric"):
        running.put(J1, T1, Fraction(1, 3))

    assert running.standings() == before


@pytest.mark.parametrize(("judge", "criterion"), [(JUDGES[1], IMPACT), (J1, CriterionId("charm"))])
def test_rescoring_what_does_not_count_changes_nothing(
    judge: JudgeId, criterion: CriterionId
) -> None:
    running = RunningStandings(TEAMS, JUDGES, RUBRIC)
    running.put(J1, T1, Fraction(50))
    before = running.standings()

    with pytest.raises(KeyError):
        running.rescore(judge, T1, criterion, 1)

    assert running.standings() == before
