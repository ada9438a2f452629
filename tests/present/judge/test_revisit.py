"""The question before the last ballot."""

from dataclasses import replace
from fractions import Fraction

import pytest

from judging_app.domain.ballots import Ballot, BallotState
from judging_app.domain.decisions import TeamExclusion
from judging_app.domain.ids import CriterionId, JudgeId, TeamId
from judging_app.domain.people import Team
from judging_app.domain.rubric import Criterion, Rubric
from judging_app.domain.standings import Exclusion
from judging_app.present.judge.revisit import revisit_text
from tests.builders import set_up

IMPACT = CriterionId("impact")
SETUP = set_up(
    teams=tuple(Team(TeamId(f"T{at}"), f"Team {at}") for at in range(1, 6)),
    rubric=Rubric((Criterion(IMPACT, "Impact", Fraction(100)),)),
)


def submitted(at: int, score: int = 7) -> Ballot:
    return Ballot(JudgeId("J1"), TeamId(f"T{at}"), BallotState.SUBMITTED, {IMPACT: score})


def test_the_first_two_teams_in_the_order_of_the_pitches_are_named_with_their_totals() -> None:
    said = revisit_text(SETUP, [submitted(4, 9), submitted(2, 5), submitted(1), submitted(3)])

    assert "Team 4 90.00 and Team 2 50.00" in said
    assert "Team 1" not in said


def test_nothing_is_asked_while_another_ballot_is_owed() -> None:
    others = [submitted(1), submitted(2), replace(submitted(3), state=BallotState.DRAFT)]

    assert revisit_text(SETUP, others) == ""


def test_a_team_that_the_judge_is_off_is_neither_owed_nor_named() -> None:
    recused = Ballot(JudgeId("J1"), TeamId("T1"), BallotState.RECUSED)

    assert "Team 2 70.00 and Team 3 70.00" in revisit_text(
        SETUP, [recused, submitted(2), submitted(3)]
    )


@pytest.mark.parametrize("exclusion", Exclusion, ids=lambda one: one.value)
def test_a_team_that_is_out_is_neither_waited_for_nor_named(exclusion: Exclusion) -> None:
    out = [TeamExclusion(TeamId(team), exclusion, "Ill.") for team in ("T1", "T2")]
    others = [submitted(1), replace(submitted(2), state=BallotState.DRAFT), submitted(3)]
    assert revisit_text(SETUP, [*others, submitted(4)]) == ""

    said = revisit_text(SETUP, [*others, submitted(4)], out)

    assert "Team 3 70.00 and Team 4 70.00" in said


def test_with_one_other_team_there_is_nothing_to_compare() -> None:
    assert revisit_text(SETUP, [submitted(1)]) == ""
    assert revisit_text(SETUP, []) == ""
