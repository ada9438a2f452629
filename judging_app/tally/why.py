"""Why one team is above another: what each judge and each criterion makes of the gap."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from fractions import Fraction

from judging_app.domain.event import Method
from judging_app.domain.ids import CriterionId, JudgeId, TeamId
from judging_app.domain.standings import Standing
from judging_app.errors import UnknownError
from judging_app.tally.basis import Basis
from judging_app.tally.severity import severities
from judging_app.tally.ties import Settlement, TieStep, settlement
from judging_app.tally.totals import by_team

PARTED = frozenset({Method.MEAN, Method.ADJUSTED})
"""The methods whose gaps are sums of what each judge and each criterion adds."""

Vector = tuple[Fraction, ...]
"""A ballot in parts: the points of each criterion in the rubric's order, then the severity."""


class Scored(Enum):
    """Which of the two teams a judge has a counting ballot for."""

    BOTH = "both"
    UPPER = "the upper team only"
    LOWER = "the lower team only"


@dataclass(frozen=True, slots=True)
class JudgePart:
    """What one judge makes of the gap, above zero for the upper team, in points.

    `by_criterion` is the same in parts; `severity` is the part that adjusting for the judge's
    severity adds, which belongs to no criterion. `upper` and `lower` are the totals of its ballots
    as they count, adjusted where the method adjusts; `None` for a team without a ballot.
    """

    judge: JudgeId
    scored: Scored
    by_criterion: Mapping[CriterionId, Fraction]
    severity: Fraction = Fraction(0)
    upper: Fraction | None = None
    lower: Fraction | None = None

    @property
    def part(self) -> Fraction:
        """All of it."""
        return sum(self.by_criterion.values(), self.severity)


@dataclass(frozen=True, slots=True)
class Why:
    """Two teams' standings, upper first, and what lies between them.

    `gap` is the upper score less the lower one. By the mean and adjusted, `judges` add up to it
    exactly together with `penalties` and `points`, what penalties and points that no judge gave
    make of it; so do `criteria`, `severity`, `penalties` and `points`. By any other method a gap
    has no such parts, and `judges` and `criteria` are empty. `tie_steps` are the rules that were
    put to both teams while they were level.
    """

    upper: Standing
    lower: Standing
    gap: Fraction
    judges: tuple[JudgePart, ...]
    criteria: Mapping[CriterionId, Fraction]
    severity: Fraction
    penalties: Fraction
    points: Fraction
    tie_steps: tuple[TieStep, ...]


def why(basis: Basis, one: TeamId, other: TeamId) -> Why:
    """What puts one of two placed teams above the other; for joint teams, what left them so.

    With c judges who scored both, n who scored the upper team and a total x of each ballot:

    - a judge of both adds (x upper − x lower) ÷ c;
    - a judge of the upper team only adds (x − the mean that the c gave that team) ÷ n;
    - a judge of the lower team only takes away the same, worked out for the lower team.

    Mean = mean of the c + Σ over the others (x − that mean) ÷ n, for both teams, so the parts
    add up to the difference of the means whatever the panels. It says of a judge who missed one
    team how far that judge pulled the other from where the common judges had it. Where no judge
    scored both, each adds x ÷ n. Adjusted, every total has its judge's severity taken off first.

    Raises:
        UnknownError: if a team is not among those with a place.
        MethodError: if the method gives no result on these ballots.
    """
    settled = settlement(basis)
    upper, lower = _in_order(settled, one, other)
    judges = _judge_parts(basis, upper.team, lower.team) if basis.method in PARTED else ()
    return Why(
        upper,
        lower,
        gap=_score(upper) - _score(lower),
        judges=judges,
        criteria={
            criterion.id: sum((part.by_criterion[criterion.id] for part in judges), Fraction(0))
            for criterion in basis.rubric.judged
            if judges
        },
        severity=sum((part.severity for part in judges), Fraction(0)),
        penalties=lower.penalty - upper.penalty,
        points=_points(basis, upper.team) - _points(basis, lower.team),
        tie_steps=tuple(
            step
            for tie in settled.ties
            for step in tie.steps
            if {one, other} <= frozenset(step.teams)
        ),
    )


def _in_order(settled: Settlement, one: TeamId, other: TeamId) -> tuple[Standing, Standing]:
    placed = [standing for standing in settled.standings if standing.place is not None]
    found = [standing for standing in placed if standing.team in (one, other)]
    if len(found) != 2:  # noqa: PLR2004 - a pair
        raise UnknownError(
            f"Teams “{one}” and “{other}” don’t both have a place. Choose two teams that do."
        )
    return found[0], found[1]


def _judge_parts(basis: Basis, upper: TeamId, lower: TeamId) -> tuple[JudgePart, ...]:
    """What every judge of either team makes of the gap, in the panel's order."""
    ups, downs = _vectors(basis, upper), _vectors(basis, lower)
    common = ups.keys() & downs.keys()
    found: dict[JudgeId, JudgePart] = {}
    for judge in common:
        apart = _minus(ups[judge], downs[judge])
        found[judge] = _part(basis, judge, Scored.BOTH, apart, Fraction(1, len(common)))
    for own, scored, sign in ((ups, Scored.UPPER, 1), (downs, Scored.LOWER, -1)):
        centre = _mean([own[judge] for judge in common], like=basis)
        for judge in own.keys() - common:
            pull = _minus(own[judge], centre)
            found[judge] = _part(basis, judge, scored, pull, Fraction(sign, len(own)))
    up, down = (
        {judge: sum(vector, Fraction(0)) for judge, vector in own.items()} for own in (ups, downs)
    )
    return tuple(
        replace(found[judge], upper=up.get(judge), lower=down.get(judge))
        for judge in basis.judges
        if judge in found
    )


def _vectors(basis: Basis, team: TeamId) -> dict[JudgeId, Vector]:
    severity = severities(by_team(basis.totals)) if basis.method is Method.ADJUSTED else {}
    return {
        ballot.judge: (
            *(one.worth(ballot.scores[one.id]) for one in basis.rubric.judged),
            -severity.get(ballot.judge, Fraction(0)),
        )
        for ballot in basis.counted
        if ballot.team == team
    }


def _part(
    basis: Basis, judge: JudgeId, scored: Scored, vector: Vector, share: Fraction
) -> JudgePart:
    *points, severity = (value * share for value in vector)
    criteria = (criterion.id for criterion in basis.rubric.judged)
    return JudgePart(judge, scored, dict(zip(criteria, points, strict=True)), severity)


def _minus(one: Vector, other: Vector) -> Vector:
    return tuple(a - b for a, b in zip(one, other, strict=True))


def _mean(vectors: Sequence[Vector], *, like: Basis) -> Vector:
    """The mean part by part; nothing at all, where there is no vector."""
    if not vectors:
        return (Fraction(0),) * (len(like.rubric.judged) + 1)
    return tuple(sum(parts, Fraction(0)) / len(vectors) for parts in zip(*vectors, strict=True))


def _points(basis: Basis, team: TeamId) -> Fraction:
    return basis.points.get(team, Fraction(0))


def _score(standing: Standing) -> Fraction:
    return standing.score or Fraction(0)
