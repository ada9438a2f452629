"""The judge's desk in words."""

from fractions import Fraction

from judging_app.domain.ballots import Ballot, BallotState
from judging_app.domain.event import Event, Phase
from judging_app.domain.ids import CriterionId, JudgeId, TeamId
from judging_app.domain.panel import Judge
from judging_app.domain.people import Team
from judging_app.domain.rubric import Criterion, Rubric
from judging_app.domain.setup import Setup
from judging_app.present.judge_desk import judge_desk

IMPACT, COST = CriterionId("impact"), CriterionId("cost")
SETUP = Setup(
    organisations=(),
    teams=tuple(Team(TeamId(f"T{at}"), f"Team {at}") for at in (1, 2, 3, 4)),
    participants=(),
    challenges=(),
    visits=(),
    rubric=Rubric(
        (Criterion(IMPACT, "Impact", Fraction(60)), Criterion(COST, "Cost", Fraction(40)))
    ),
    judges=(Judge(JudgeId("J1"), "Dame Olwen Prosser"), Judge(JudgeId("J2"), "Peter Quayle")),
)
SCORING = Event("Tech Connect", phase=Phase.SCORING)
ME, OTHER = JudgeId("J1"), JudgeId("J2")
BALLOTS = (
    Ballot(ME, TeamId("T1"), BallotState.SUBMITTED, {IMPACT: 7, COST: 8}),
    Ballot(ME, TeamId("T2"), BallotState.DRAFT, {IMPACT: 7}),
    Ballot(ME, TeamId("T3"), BallotState.RECUSED, reason="employs a member"),
    Ballot(OTHER, TeamId("T4"), BallotState.SUBMITTED, {IMPACT: 1, COST: 1}),
)


def test_a_judge_sees_every_team_in_the_order_of_the_set_up() -> None:
    desk = judge_desk(SCORING, SETUP, ME, BALLOTS)

    assert [row.team for row in desk.rows] == ["Team 1", "Team 2", "Team 3", "Team 4"]
    assert [row.state for row in desk.rows] == ["submitted", "draft", "recused", "not started"]


def test_another_judges_ballot_never_shows() -> None:
    desk = judge_desk(SCORING, SETUP, ME, BALLOTS)

    assert desk.rows[3].total_text == ""
    assert desk.rows[3].state == "not started"


def test_a_total_shows_only_once_the_ballot_is_submitted() -> None:
    desk = judge_desk(SCORING, SETUP, ME, BALLOTS)

    assert [row.total_text for row in desk.rows] == ["74.00 of 100", "", "", ""]
    assert desk.rows[1].detail == "1 of 2 scores"


def test_a_recused_ballot_is_not_owed() -> None:
    desk = judge_desk(SCORING, SETUP, ME, BALLOTS)

    assert desk.progress_text == "1 of 3 submitted"
    assert desk.hint.startswith("2 teams left.")


def test_a_judge_with_nothing_left_is_told_so() -> None:
    desk = judge_desk(
        SCORING,
        SETUP,
        ME,
        [Ballot(ME, team.id, BallotState.RECUSED, reason="left") for team in SETUP.teams],
    )

    assert "nothing left to do" in desk.hint


def test_a_closed_event_says_that_scoring_is_closed() -> None:
    desk = judge_desk(Event("Tech Connect", phase=Phase.CLOSED), SETUP, ME, BALLOTS)

    assert desk.hint.startswith("Scoring is closed.")
