"""A judge's own conflicts of interest, and the card that each of them closes."""

import pytest

from judging_app.desk import ballots, conflicts
from judging_app.desk.desk import Desk
from judging_app.domain.ballots import BallotState
from judging_app.domain.panel import ConflictDecision
from judging_app.domain.roles import HOST, ORGANISER
from judging_app.errors import BallotStateError, NotAllowedError
from tests.desk.small_event import ADA, IMPACT, J1, J2, LANTERN, PERCH, score_wholly

_WHY = "I employ a member."


def test_a_judge_sees_their_own_conflicts_and_nobody_elses(desk: Desk) -> None:
    conflicts.declare(desk, ADA, J1, LANTERN, _WHY)
    conflicts.declare(desk, ORGANISER, J2, PERCH, "Mentors the team.")

    assert [one.team for one in conflicts.of_judge(desk, ADA, J1)] == [LANTERN]
    with pytest.raises(NotAllowedError):
        conflicts.of_judge(desk, ADA, J2)
    with pytest.raises(NotAllowedError):
        conflicts.of_judge(desk, HOST, J1)


def test_a_declared_conflict_closes_the_card_and_keeps_what_was_scored(desk: Desk) -> None:
    score_wholly(desk, J1, LANTERN, impact=7)
    conflicts.declare(desk, ADA, J1, LANTERN, _WHY)

    with pytest.raises(NotAllowedError, match="Ask the organiser to decide"):
        ballots.score(desk, ADA, J1, LANTERN, IMPACT, 2)
    assert ballots.ballot(desk, ADA, J1, LANTERN).scores[IMPACT] == 7


@pytest.mark.parametrize("decision", [ConflictDecision.NO_EFFECT, ConflictDecision.FLAGGED])
def test_a_decision_in_the_judges_favour_opens_it_again(
    desk: Desk, decision: ConflictDecision
) -> None:
    conflicts.declare(desk, ADA, J1, LANTERN, _WHY)
    conflicts.decide(desk, ORGANISER, J1, LANTERN, decision, "A distant link.")
    ballots.score(desk, ADA, J1, LANTERN, IMPACT, 2)

    assert ballots.ballot(desk, ADA, J1, LANTERN).scores[IMPACT] == 2


def test_a_recusal_keeps_it_closed(desk: Desk) -> None:
    conflicts.declare(desk, ADA, J1, LANTERN, _WHY)
    conflicts.decide(desk, ORGANISER, J1, LANTERN, ConflictDecision.RECUSED, "Too close.")

    assert ballots.ballot(desk, ADA, J1, LANTERN).state is BallotState.RECUSED
    with pytest.raises(BallotStateError):
        ballots.score(desk, ADA, J1, LANTERN, IMPACT, 2)


def test_another_teams_card_stays_open(desk: Desk) -> None:
    conflicts.declare(desk, ADA, J1, LANTERN, _WHY)
    ballots.score(desk, ADA, J1, PERCH, IMPACT, 2)

    assert ballots.ballot(desk, ADA, J1, PERCH).state is BallotState.DRAFT
