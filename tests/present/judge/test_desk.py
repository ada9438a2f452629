"""The judge's desk in words."""

from dataclasses import replace
from datetime import datetime
from fractions import Fraction

import pytest

from judging_app.domain.ballots import Ballot, BallotState
from judging_app.domain.clock import Clock, ClockPart
from judging_app.domain.decisions import TeamExclusion
from judging_app.domain.event import Event, Phase
from judging_app.domain.ids import CriterionId, JudgeId, TeamId
from judging_app.domain.panel import Judge
from judging_app.domain.people import Team
from judging_app.domain.rubric import Criterion, Rubric
from judging_app.domain.standings import Exclusion
from judging_app.present.judge.desk import NEXT, TURNS, Around, DeskAct, Reading, judge_desk
from judging_app.present.words.states import State, ballot_state, out_state
from tests.builders import set_up

IMPACT, COST = CriterionId("impact"), CriterionId("cost")
SETUP = set_up(
    teams=tuple(Team(TeamId(f"T{at}"), f"Team {at}") for at in (1, 2, 3, 4)),
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
    assert [row.state.look for row in desk.rows] == ["submitted", "draft", "recused", "not started"]


def test_another_judges_ballot_never_shows() -> None:
    desk = judge_desk(SCORING, SETUP, ME, BALLOTS)

    assert desk.rows[3].total_text == ""
    assert desk.rows[3].state.look == "not started"


def test_a_total_shows_only_once_the_ballot_is_submitted() -> None:
    desk = judge_desk(SCORING, SETUP, ME, BALLOTS)

    assert [row.total_text for row in desk.rows] == ["74.00 of 100", "", "", ""]
    assert desk.rows[1].detail == "1 of 2 scored · no total yet"


def test_a_recused_ballot_is_not_owed() -> None:
    desk = judge_desk(SCORING, SETUP, ME, BALLOTS)

    assert desk.progress_text == "1 of 3 submitted · 1 recused"
    assert (desk.left_text, desk.left_detail) == ("2 left", "1 in draft, 1 not started")
    assert desk.done == (Fraction(1), Fraction(1, 2), Fraction(0))


def test_nothing_is_said_to_be_saved_while_nothing_can_be() -> None:
    desk = judge_desk(SCORING, SETUP, ME, BALLOTS, Around(saves=False))

    assert desk.hint == "You can look at your ballots. Nothing can be saved just now."


def test_a_judge_with_nothing_left_is_told_so() -> None:
    desk = judge_desk(
        SCORING,
        SETUP,
        ME,
        [Ballot(ME, team.id, BallotState.RECUSED, reason="left") for team in SETUP.teams],
    )

    assert "done" in desk.hint


def test_a_closed_event_says_that_scoring_is_closed() -> None:
    desk = judge_desk(Event("Tech Connect", phase=Phase.CLOSED), SETUP, ME, BALLOTS)

    assert desk.hint.startswith("Scoring is closed.")


def test_once_the_result_is_out_the_next_thing_is_to_see_ones_scores_beside_the_panels() -> None:
    out = Event("Tech Connect", phase=Phase.PUBLISHED)
    desk = judge_desk(out, SETUP, ME, BALLOTS)
    left = judge_desk(
        out, SETUP, ME, [Ballot(ME, team.id, BallotState.RECUSED) for team in SETUP.teams]
    )

    assert desk.act == DeskAct("See your scores beside the panel’s", reading=Reading.OWN_SCORES)
    assert desk.hint == "The result is published. Thank you."
    assert left.act == DeskAct()


ORDER = [TeamId(f"T{at}") for at in (3, 1, 4, 2)]


def test_teams_stand_in_the_order_of_the_pitches() -> None:
    desk = judge_desk(SCORING, SETUP, ME, BALLOTS, Around(order=ORDER))

    assert [row.team_id for row in desk.rows] == ORDER


def test_a_team_that_the_order_leaves_out_stands_last() -> None:
    desk = judge_desk(SCORING, SETUP, ME, BALLOTS, Around(order=ORDER[1:]))

    assert [row.team_id for row in desk.rows] == [*ORDER[1:], ORDER[0]]


@pytest.mark.parametrize(
    ("part", "look", "words"),
    [
        (ClockPart.PITCH, "pitching now", "on stage now"),
        (ClockPart.QUESTIONS, "questions now", "questions now"),
    ],
)
def test_whose_turn_it_is_and_who_is_next_is_said(part: ClockPart, look: str, words: str) -> None:
    turn = State(look, words)
    around = Around(clock=Clock(TeamId("T2"), part, 300), next_team=TeamId("T4"))
    desk = judge_desk(SCORING, SETUP, ME, BALLOTS, around)

    assert [row.turn for row in desk.rows] == [None, turn, None, NEXT]
    assert desk.begin_at == 1


def test_once_scoring_is_closed_it_is_nobodys_turn() -> None:
    around = Around(clock=Clock(TeamId("T2"), ClockPart.PITCH, 300), next_team=TeamId("T4"))
    desk = judge_desk(replace(SCORING, phase=Phase.CLOSED), SETUP, ME, BALLOTS, around)

    assert {row.turn for row in desk.rows} == {None}


def test_with_nobodys_turn_the_keyboard_begins_at_the_first_team_that_is_owed() -> None:
    assert judge_desk(SCORING, SETUP, ME, BALLOTS).begin_at == 1


def test_a_submitted_ballot_shows_its_receipt() -> None:
    desk = judge_desk(SCORING, SETUP, ME, BALLOTS, Around(receipts={TeamId("T1"): "QXFM"}))

    assert [row.detail for row in desk.rows] == [
        "receipt QXFM",
        "1 of 2 scored · no total yet",
        "employs a member. You don’t score this team.",
        "",
    ]


def test_a_submitted_ballot_says_at_what_time_it_was_submitted() -> None:
    at = datetime(2019, 6, 3, 13, 58).astimezone()
    around = Around(receipts={TeamId("T1"): "QXFM"}, submitted={TeamId("T1"): at})

    assert judge_desk(SCORING, SETUP, ME, BALLOTS, around).rows[0].detail == "13:58 · receipt QXFM"


def test_the_team_that_is_up_next_says_when_and_so_do_those_after_it() -> None:
    times = {TeamId(f"T{at}"): datetime(2019, 6, 3, 14, 8 * at).astimezone() for at in (1, 2, 3, 4)}
    around = Around(clock=Clock(TeamId("T1")), next_team=TeamId("T2"), times=times)
    nothing = [Ballot(ME, team.id) for team in SETUP.teams]
    desk = judge_desk(SCORING, SETUP, ME, nothing, around)

    assert [row.turn and row.turn.words for row in desk.rows] == [
        "on stage now",
        "up next, 14:16",
        None,
        None,
    ]
    assert [row.detail for row in desk.rows] == ["", "", "about 14:24", "about 14:32"]


def test_the_act_is_the_draft_then_the_team_on_stage_then_the_first_that_is_left() -> None:
    on_stage = Around(clock=Clock(TeamId("T4")))
    without = tuple(one for one in BALLOTS if one.team != "T2")

    assert judge_desk(SCORING, SETUP, ME, BALLOTS, on_stage).act == DeskAct(
        "Continue Team 2, 1 score left", "T2"
    )
    assert judge_desk(SCORING, SETUP, ME, without, on_stage).act == DeskAct("Score Team 4", "T4")
    assert judge_desk(SCORING, SETUP, ME, without).act == DeskAct("Score Team 2", "T2")


def test_with_nothing_left_the_first_and_the_last_scores_can_be_compared() -> None:
    whole = [
        Ballot(ME, team.id, BallotState.SUBMITTED, {IMPACT: 7, COST: 8}) for team in SETUP.teams
    ]
    desk = judge_desk(SCORING, SETUP, ME, whole)

    assert (desk.begin_at, desk.act) == (None, DeskAct())
    assert desk.compare_text == "Compare your first and last scores"
    assert judge_desk(SCORING, SETUP, ME, BALLOTS).compare_text == ""


def test_a_team_with_a_conflict_undecided_waits_for_the_organiser() -> None:
    desk = judge_desk(SCORING, SETUP, ME, BALLOTS, Around(waiting=frozenset({TeamId("T2")})))

    assert desk.rows[1].detail == "Conflict declared, waiting for the organiser"


def _out(**teams: Exclusion) -> Around:
    gone = [TeamExclusion(TeamId(team), why, "Two are ill.") for team, why in teams.items()]
    return Around(exclusions=gone)


@pytest.mark.parametrize("exclusion", Exclusion, ids=lambda one: one.value)
def test_a_team_that_is_out_is_shown_so_and_not_owed(exclusion: Exclusion) -> None:
    desk = judge_desk(SCORING, SETUP, ME, BALLOTS, _out(T2=exclusion, T4=exclusion))
    out = State(exclusion.value, exclusion.value)

    assert [row.out for row in desk.rows] == [None, out, None, out]
    assert [row.state for row in desk.rows[1::2]] == [out] * 2
    assert [row.detail for row in desk.rows[1::2]] == [
        "1 of 2 scored · no total yet",
        "Not needed",
    ]
    assert desk.progress_text == "1 of 1 submitted · 1 recused"
    assert "done" in desk.hint


def test_a_ballot_that_is_in_stays_submitted_when_its_team_goes_out() -> None:
    desk = judge_desk(SCORING, SETUP, ME, BALLOTS, _out(T1=Exclusion.WITHDRAWN))

    row = desk.rows[0]
    assert (row.out, row.state) == (
        out_state(Exclusion.WITHDRAWN),
        ballot_state(BallotState.SUBMITTED),
    )
    assert row.total_text == "74.00 of 100"
    assert desk.progress_text == "1 of 3 submitted · 1 recused"


def test_a_judge_is_not_told_why_a_team_is_out() -> None:
    desk = judge_desk(SCORING, SETUP, ME, BALLOTS, _out(T1=Exclusion.DISQUALIFIED))

    assert desk.rows[0].out == out_state(Exclusion.DISQUALIFIED)
    assert "ill" not in repr(desk.rows[0])


def test_it_is_nobodys_turn_once_the_team_has_withdrawn() -> None:
    pitching = Clock(TeamId("T2"), ClockPart.PITCH, 300)
    turns = {
        exclusion: judge_desk(
            SCORING, SETUP, ME, BALLOTS, replace(_out(T2=exclusion), clock=pitching)
        )
        .rows[1]
        .turn
        for exclusion in Exclusion
    }

    assert turns == {Exclusion.WITHDRAWN: None, Exclusion.DISQUALIFIED: TURNS[ClockPart.PITCH]}


def test_the_keyboard_begins_at_no_team_that_is_out() -> None:
    desk = judge_desk(SCORING, SETUP, ME, BALLOTS, _out(T2=Exclusion.DISQUALIFIED))

    assert desk.begin_at == 3


def test_before_scoring_there_are_the_sample_pitch_the_teams_in_order_and_the_rubric() -> None:
    practice = Ballot(ME, TeamId("sample"), BallotState.DRAFT, {IMPACT: 4})
    early = replace(SCORING, phase=Phase.SETTING_UP)
    slots = {team.id: "5 min, questions 3 min" for team in SETUP.teams}
    around = Around(practice=practice, slots=slots)
    desk = judge_desk(early, SETUP, ME, [Ballot(ME, team.id) for team in SETUP.teams], around)

    sample, first, second, *_ = desk.rows
    assert (sample.team, sample.challenge) == ("Sample pitch", "Practice: none of this counts")
    assert (sample.team_id, sample.detail) == ("sample", "1 of 2 scored · no total yet")
    assert (first.team, first.detail) == ("Team 1", "First pitch · 5 min, questions 3 min")
    assert second.detail == "2nd pitch · 5 min, questions 3 min"
    assert (desk.left_text, desk.progress_text) == ("First pitch: Team 1", "4 pitches")
    read = DeskAct("Read the rubric", reading=Reading.RUBRIC)
    assert (desk.act, desk.done, desk.begin_at) == (read, (), None)
    assert [row.can_declare for row in desk.rows] == [False, True, True, True, True]


def test_a_conflict_can_be_declared_once_and_not_for_a_team_that_one_does_not_score() -> None:
    declared = Around(declared=frozenset({TeamId("T1")}))
    desk = judge_desk(SCORING, SETUP, ME, BALLOTS, declared)

    assert [row.can_declare for row in desk.rows] == [False, True, False, True]
