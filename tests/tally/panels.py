"""Panels written as small tables."""

from fractions import Fraction

from judging_app.domain.ballots import Ballot, BallotState
from judging_app.domain.ids import CriterionId, JudgeId, TeamId
from judging_app.domain.rubric import Criterion, Rubric
from judging_app.tally.basis import Basis

A, B, C, D = (TeamId(letter) for letter in "ABCD")
IMPACT, PITCH = CriterionId("impact"), CriterionId("pitch")


def given_totals(**rows: str) -> dict[tuple[JudgeId, TeamId], Fraction]:
    """`J1="5 - 7"`: judge J1 gave team A 5, B nothing and C 7."""
    return {
        (JudgeId(judge), TeamId(letter)): Fraction(cell)
        for judge, row in rows.items()
        for letter, cell in zip("ABCD", row.split(), strict=False)
        if cell != "-"
    }


def given_places(*rows: str) -> dict[tuple[JudgeId, TeamId], Fraction]:
    """`"1 2 3"`: a judge put A first, B second and C third."""
    return {
        (JudgeId(f"J{number}"), TeamId(letter)): -Fraction(cell)
        for number, row in enumerate(rows, start=1)
        for letter, cell in zip("ABCD", row.split(), strict=False)
        if cell != "-"
    }


def small_basis(*rows: str, teams: str = "ABCD") -> Basis:
    """`"7/3 - 5/5"`: a judge gave A 7 for impact and 3 for the pitch, and didn't score B.

    Impact weighs 60 and the pitch 40, both from 1 to 10. What is not "-" is submitted.
    """
    ballots = tuple(
        Ballot(JudgeId(f"J{number}"), TeamId(letter), BallotState.SUBMITTED, _scores(cell))
        for number, row in enumerate(rows, start=1)
        for letter, cell in zip(teams, row.split(), strict=True)
        if cell != "-"
    )
    return Basis(
        tuple(TeamId(letter) for letter in teams),
        tuple(JudgeId(f"J{number}") for number in range(1, len(rows) + 1)),
        Rubric(
            (Criterion(IMPACT, "Impact", Fraction(60)), Criterion(PITCH, "Pitch", Fraction(40)))
        ),
        ballots,
    )


def _scores(cell: str) -> dict[CriterionId, int]:
    impact, pitch = cell.split("/")
    return {IMPACT: int(impact), PITCH: int(pitch)}
