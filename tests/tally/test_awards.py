"""Awards go where they were declared to go, and the panel's choice stands before the figures."""

from dataclasses import replace
from fractions import Fraction

from judging_app.domain.ballots import Ballot, BallotState
from judging_app.domain.decisions import Award, AwardDecision, AwardKind
from judging_app.domain.ids import AwardId, CriterionId, JudgeId, TeamId
from judging_app.domain.rubric import Criterion, Rubric
from judging_app.domain.tie_breaks import TieBreak, TieRule
from judging_app.tally.awards import award_results
from judging_app.tally.basis import Basis
from judging_app.tally.ties import settlement

IDEA, PITCH = CriterionId("idea"), CriterionId("pitch")
A, B, C = TeamId("A"), TeamId("B"), TeamId("C")
RUBRIC = Rubric((Criterion(IDEA, "Idea", Fraction(70)), Criterion(PITCH, "Pitch", Fraction(30))))


def basis(**scores: tuple[int, int]) -> Basis:
    """One judge's ballots, as idea and pitch of each team."""
    judge = JudgeId("J1")
    ballots = tuple(
        Ballot(judge, TeamId(team), BallotState.SUBMITTED, {IDEA: idea, PITCH: pitch})
        for team, (idea, pitch) in scores.items()
    )
    return Basis((A, B, C), (judge,), RUBRIC, ballots)


def results(
    of: Basis, *awards: Award, **decided: tuple[TeamId, ...]
) -> list[tuple[tuple[TeamId, ...], tuple[TeamId, ...]]]:
    decisions = {
        AwardId(award): AwardDecision(AwardId(award), teams, "Because")
        for award, teams in decided.items()
    }
    found = award_results(of, settlement(of).standings, awards, decisions)
    return [(one.teams, one.passed_over) for one in found]


def place(number: int) -> Award:
    return Award(AwardId(f"place{number}"), f"Place {number}", AwardKind.PLACE, place=number)


BEST_PITCH = Award(AwardId("pitch"), "Best pitch", AwardKind.CRITERIA, criteria=(PITCH,))
BEST_OTHER_PITCH = Award(
    AwardId("other"),
    "Best pitch of the others",
    AwardKind.CRITERIA,
    criteria=(PITCH,),
    passes_over_winners=True,
)


def test_joint_winners_leave_the_second_award_to_nobody() -> None:
    tied = basis(A=(9, 5), B=(9, 5), C=(1, 1))

    assert results(tied, place(1), place(2), place(3)) == [((A, B), ()), ((), ()), ((C,), ())]


def test_an_award_on_one_criterion_looks_at_nothing_else() -> None:
    assert results(basis(A=(9, 2), B=(5, 9), C=(1, 3)), place(1), BEST_PITCH) == [
        ((A,), ()),
        ((B,), ()),
    ]


def test_an_award_that_passes_over_winners_names_whom_it_passed_over() -> None:
    ahead_twice = basis(A=(9, 9), B=(5, 7), C=(1, 3))

    assert results(ahead_twice, place(1), BEST_OTHER_PITCH) == [((A,), ()), ((B,), (A,))]


def test_the_panels_choice_stands_before_the_arithmetic() -> None:
    choice = Award(AwardId("choice"), "Panel's choice", AwardKind.PANEL)
    clear = basis(A=(9, 9), B=(5, 7), C=(1, 3))

    assert results(clear, choice) == [((), ())]
    assert results(clear, choice, BEST_PITCH, choice=(C,), pitch=(B,)) == [((C,), ()), ((B,), ())]


def test_tie_breaks_that_need_no_criterion_settle_an_award_on_criteria() -> None:
    judges = (JudgeId("J1"), JudgeId("J2"))
    pitches = {A: (9, 1), B: (5, 5)}  # level on the mean, A with the highest ballot
    ballots = tuple(
        Ballot(judge, team, BallotState.SUBMITTED, {IDEA: 5, PITCH: pitch})
        for team, both in pitches.items()
        for judge, pitch in zip(judges, both, strict=True)
    )
    level = Basis((A, B), judges, RUBRIC, ballots)

    assert results(level, BEST_PITCH) == [((A, B), ())]
    settled = replace(level, tie_breaks=(TieBreak(TieRule.HIGHEST_BALLOT),))
    assert results(settled, BEST_PITCH) == [((A,), ())]


def test_an_award_for_which_every_team_is_passed_over_goes_to_nobody() -> None:
    level = basis(A=(9, 9), B=(9, 9), C=(9, 9))

    assert results(level, place(1), BEST_OTHER_PITCH) == [((A, B, C), ()), ((), (A, B, C))]
