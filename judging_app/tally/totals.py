"""A ballot's total, by the rubric's weights."""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import TypeAlias

from judging_app.domain.ballots import Ballot, ballot_key
from judging_app.domain.ids import JudgeId, TeamId
from judging_app.domain.rubric import Rubric

Totals: TypeAlias = Mapping[tuple[JudgeId, TeamId], Fraction]
"""The totals of submitted ballots only; a ballot that isn't in it is missing, not zero."""


def total(ballot: Ballot, rubric: Rubric) -> Fraction:
    """The sum of weight × score ÷ maximum over the criteria, from 0 to the rubric's full total.

    Score and maximum are both counted in steps, so the step cancels.

    Raises:
        KeyError: if a criterion is not scored; only a complete ballot has a total.
    """
    return sum(
        (
            criterion.weight * ballot.scores[criterion.id] / criterion.highest
            for criterion in rubric.criteria
        ),
        Fraction(0),
    )


def totals(ballots: Iterable[Ballot], rubric: Rubric) -> dict[tuple[JudgeId, TeamId], Fraction]:
    """The total of every ballot that counts, by judge and team; no other ballot appears."""
    return {ballot_key(ballot): total(ballot, rubric) for ballot in ballots if ballot.counts}
