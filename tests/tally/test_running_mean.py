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
from judging_app.tally.running_mean import RunningMean
from judging_app.tally.standings import standings
from judging_app.tally.totals import totals
from tests.how_many import examples
from tests.tally.conftest import Sample
from tests.tally.strategies import JUDGES, TEAMS, mixed_rubrics

J1, T1, T2 = JUDGES[0], TEAMS[0], TEAMS[1]
IMPACT = CriterionId("impact")
RUBRIC = Rubric((Criterion(IMPACT, "Impact", Fraction(100), 0, 100),))


def scored(judge: JudgeId, team: TeamId, score: int) -> Ballot:
    """A submitted ballot whose total is its one score."""
    return Ballot(judge, team, BallotState.SUBMITTED, {IMPACT: score})


class AnyDay(RuleBasedStateMachine):
    """Ballots come, change and go in any order; the running tally must never drift."""

    @initialize(rubric=mixed_rubrics())
    def open_scoring(self, rubric: Rubric) -> None:
        self.rubric = rubric
        self.ballots: dict[tuple[JudgeId, TeamId], Ballot] = {}
        self.running = RunningMean(TEAMS, JUDGES, rubric)

    @rule(judge=st.sampled_from(JUDGES), team=st.sampled_from(TEAMS), data=st.data())
    def submit(self, judge: JudgeId, team: TeamId, data: st.DataObject) -> None:
        scores = {c.id: data.draw(st.sampled_from(c.scale)) for c in self.rubric.judged}
        self.ballots[judge, team] = Ballot(judge, team, BallotState.SUBMITTED, scores)
        self.running.take(self.ballots[judge, team])

    @rule(judge=st.sampled_from(JUDGES), team=st.sampled_from(TEAMS))
    def take_back(self, judge: JudgeId, team: TeamId) -> None:
        self.ballots.pop((judge, team), None)
        self.running.take(Ballot(judge, team))

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
        self.running.take(self.ballots[key])

    @invariant()
    def is_the_full_pass(self) -> None:
        counted = totals(self.ballots.values(), self.rubric)
        full = standings(TEAMS, JUDGES, counted, Method.MEAN)

        assert self.running.standings() == full
        for one in full:
            assert self.running.place(one.team) == one.place
            assert self.running.score(one.team) == one.score


AnyDay.TestCase.settings = settings(examples(40), stateful_step_count=25)
TestTheRunningTallyIsTheFullPass = AnyDay.TestCase


@given(st.permutations([(judge, team) for judge in JUDGES for team in TEAMS]))
def test_the_order_in_which_ballots_arrive_changes_nothing(
    order: list[tuple[JudgeId, TeamId]],
) -> None:
    scores = {key: 10 * (at % 7) for at, key in enumerate(sorted(order))}
    running = RunningMean(TEAMS, JUDGES, RUBRIC)

    for judge, team in order:
        running.take(scored(judge, team, scores[judge, team]))

    given_totals = {key: Fraction(score) for key, score in scores.items()}
    assert running.standings() == standings(TEAMS, JUDGES, given_totals, Method.MEAN)


def test_tech_connect_ballot_by_ballot_ends_at_the_full_pass(tech_connect: Sample) -> None:
    counted = totals(tech_connect.ballots, tech_connect.rubric)
    running = RunningMean(tech_connect.teams, tech_connect.judges, tech_connect.rubric)

    for ballot in tech_connect.ballots:
        running.take(ballot)

    assert running.standings() == standings(
        tech_connect.teams, tech_connect.judges, counted, Method.MEAN
    )
    assert running.score(tech_connect.names["Team Groundwork"]) == Fraction(523, 7)


def test_a_team_whose_last_ballot_is_taken_back_has_no_place_again() -> None:
    running = RunningMean(TEAMS, JUDGES, RUBRIC)
    running.take(scored(J1, T1, 50))
    running.take(Ballot(J1, T1))

    assert (running.place(T1), running.score(T1)) == (None, None)


def test_those_behind_a_team_that_leaves_the_order_move_up() -> None:
    running = RunningMean(TEAMS, JUDGES, RUBRIC)
    running.take(scored(J1, T1, 60))
    running.take(scored(J1, T2, 50))
    running.take(Ballot(J1, T1))
    running.take(scored(J1, T2, 40))

    assert (running.place(T2), running.place(T1)) == (1, None)


def test_a_total_of_zero_counts_and_a_missing_one_does_not() -> None:
    running = RunningMean(TEAMS, JUDGES, RUBRIC)
    running.take(scored(J1, T1, 0))

    assert (running.place(T1), running.score(T1)) == (1, Fraction(0))
    assert (running.place(T2), running.score(T2)) == (None, None)


@pytest.mark.parametrize(("judge", "team"), [(J1, TeamId("T9")), (JudgeId("J9"), T1)])
def test_a_ballot_of_nobody_here_is_refused(judge: JudgeId, team: TeamId) -> None:
    running = RunningMean(TEAMS, JUDGES, RUBRIC)

    with pytest.raises(UnknownError):
        running.take(scored(judge, team, 50))


def test_a_ballot_that_lacks_a_score_is_refused_and_changes_nothing() -> None:
    running = RunningMean(TEAMS, JUDGES, RUBRIC)
    running.take(scored(J1, T1, 50))
    before = running.standings()

    with pytest.raises(KeyError):
        running.take(Ballot(J1, T1, BallotState.SUBMITTED))

    assert running.standings() == before
