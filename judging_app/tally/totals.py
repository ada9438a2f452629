"""A ballot's total, by the rubric's weights."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction
from math import lcm
from typing import TypeAlias

from judging_app.domain.ballots import Ballot, ballot_key
from judging_app.domain.ids import CriterionId, JudgeId, TeamId
from judging_app.domain.rubric import Rubric

Totals: TypeAlias = Mapping[tuple[JudgeId, TeamId], Fraction]
"""The totals of submitted ballots only; a ballot that isn't in it is missing, not zero."""


def total(ballot: Ballot, rubric: Rubric) -> Fraction:
    """The sum of what the judged criteria are worth, from 0 to the rubric's ballot total.

    A bonus may lift it above that.

    Raises:
        KeyError: if a criterion is not scored; only a complete ballot has a total.
    """
    return _adding(rubric)(ballot)


def organiser_points(rubric: Rubric, scores: Mapping[CriterionId, int]) -> Fraction:
    """What the organiser's criteria add to a team's result, from scores in steps.

    Scores of other criteria are passed over; a rubric without such criteria adds nothing.

    Raises:
        KeyError: if one of them is not scored, which is never zero.
    """
    return sum(
        (criterion.worth(scores[criterion.id]) for criterion in rubric.by_organiser),
        Fraction(0),
    )


def totals(ballots: Iterable[Ballot], rubric: Rubric) -> dict[tuple[JudgeId, TeamId], Fraction]:
    """The total of every ballot that counts, by judge and team; no other ballot appears."""
    added = _adding(rubric)
    return {ballot_key(ballot): added(ballot) for ballot in ballots if ballot.counts}


def _adding(rubric: Rubric) -> Callable[[Ballot], Fraction]:
    """What makes the total of a ballot: whole numbers are added, for fractions take far longer."""
    steps = [(one, one.weight / one.highest) for one in rubric.judged]
    unit = lcm(*(worth.denominator for _, worth in steps))
    units = [(one, int(worth * unit)) for one, worth in steps]

    def added(ballot: Ballot) -> Fraction:
        scores = ballot.scores
        return Fraction(sum(worth * one.merit(scores[one.id]) for one, worth in units), unit)

    return added


def by_team(totals: Totals) -> dict[TeamId, dict[JudgeId, Fraction]]:
    """The same totals under their team, then their judge."""
    teams: defaultdict[TeamId, dict[JudgeId, Fraction]] = defaultdict(dict)
    for (judge, team), one in totals.items():
        teams[team][judge] = one
    return dict(teams)


def by_judge(totals: Totals) -> dict[JudgeId, dict[TeamId, Fraction]]:
    """The same totals under their judge, then their team."""
    judges: defaultdict[JudgeId, dict[TeamId, Fraction]] = defaultdict(dict)
    for (judge, team), one in totals.items():
        judges[judge][team] = one
    return dict(judges)
