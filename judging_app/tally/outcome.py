"""What a method finds: a score for each team, and the key that puts the teams in order."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from judging_app.domain.event import Method
from judging_app.domain.ids import JudgeId, TeamId
from judging_app.domain.rubric import decimal
from judging_app.errors import MethodError

Order = Mapping[TeamId, tuple[Fraction, ...]]
"""The exact key of each team; the least comes first and equal keys tie."""

IN_POINTS = frozenset({Method.MEAN, Method.ADJUSTED, Method.TRIMMED, Method.MEDIAN})
"""The methods whose scores are the rubric's points, so that others can be put on or taken off."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """The teams that a method gives a score, which are those with a ballot.

    A score is in the method's own unit: points, a mean rank, rank points, a place, a z-score.
    Places follow from `order` alone, for two teams may show one score and not be tied.
    `silent` are the judges whose ballots this method can draw nothing from.
    """

    method: Method
    scores: Mapping[TeamId, Fraction]
    order: Order
    is_lower_better: bool = False
    silent: tuple[JudgeId, ...] = ()


def highest_first(method: Method, scores: Mapping[TeamId, Fraction]) -> Outcome:
    """The outcome of a method by which the highest score wins."""
    return Outcome(method, scores, {team: (-score,) for team, score in scores.items()})


def lowest_first(method: Method, scores: Mapping[TeamId, Fraction]) -> Outcome:
    """The outcome of a method by which the lowest score wins."""
    order = {team: (score,) for team, score in scores.items()}
    return Outcome(method, scores, order, is_lower_better=True)


def penalised(outcome: Outcome, penalties: Mapping[TeamId, Fraction]) -> Outcome:
    """`outcome` with points taken off after the panel's arithmetic is done.

    So a penalty moves its own team and can't change what any other team has: which of its
    ballots were trimmed, how its judges ranked it. A score may fall below zero.

    Raises:
        MethodError: if the method's scores are not in points, or a penalty would add some.
    """
    taken = {team: off for team, off in penalties.items() if off and team in outcome.scores}
    if not taken:
        return outcome
    if outcome.method not in IN_POINTS:
        raise MethodError(
            f"Team “{min(taken)}” has a penalty in points, but this method’s result isn’t in "
            "points. Use the mean, adjusted, trimmed or median, or remove the penalty."
        )
    for team, off in sorted(taken.items()):
        if off < 0:
            raise MethodError(
                f"The penalty of team “{team}” is {decimal(off)}, which would add points. Enter "
                "the points to take off."
            )
    return _moved(outcome, {team: -off for team, off in taken.items()})


def with_points(outcome: Outcome, points: Mapping[TeamId, Fraction]) -> Outcome:
    """`outcome` with points put on after the panel's arithmetic is done, as penalties come off.

    Raises:
        MethodError: if the method's scores are not in points.
    """
    given = {team: one for team, one in points.items() if one and team in outcome.scores}
    if not given:
        return outcome
    if outcome.method not in IN_POINTS:
        raise MethodError(
            f"Team “{min(given)}” has points from the organiser, but this method’s result isn’t in "
            "points. Use the mean, adjusted, trimmed or median."
        )
    return _moved(outcome, given)


def places(order: Order) -> dict[TeamId, int]:
    """The place of each team: one more than the teams strictly ahead, so 1, 2, 2, 4."""
    keys = sorted(order.values())
    first_at: dict[tuple[Fraction, ...], int] = {}
    for at, key in enumerate(keys, start=1):
        first_at.setdefault(key, at)
    return {team: first_at[key] for team, key in order.items()}


def _moved(outcome: Outcome, by: Mapping[TeamId, Fraction]) -> Outcome:
    scores = {team: one + by.get(team, 0) for team, one in outcome.scores.items()}
    return replace(highest_first(outcome.method, scores), silent=outcome.silent)
