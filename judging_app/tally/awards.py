"""Who gets each award: by place, by the best on some criteria, or as the panel decided."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from judging_app.domain.decisions import Award, AwardDecision, AwardKind
from judging_app.domain.ids import AwardId, TeamId
from judging_app.domain.rubric import Rubric
from judging_app.domain.standings import Standing
from judging_app.tally.basis import Basis
from judging_app.tally.ties import settlement


@dataclass(frozen=True, slots=True)
class AwardResult:
    """The teams that get an award, in their own order; more than one share it.

    `passed_over` are the teams that were ahead of them and already had an award. `is_decided`
    says that the panel chose, whatever the arithmetic says. `score` is what an award on some
    criteria was won with, on these alone.
    """

    award: Award
    teams: tuple[TeamId, ...]
    passed_over: tuple[TeamId, ...] = ()
    is_decided: bool = False
    score: Fraction | None = None


def award_results(
    basis: Basis,
    announced: Sequence[Standing],
    awards: Sequence[Award],
    decisions: Mapping[AwardId, AwardDecision],
) -> tuple[AwardResult, ...]:
    """Every award in its own order.

    An award for a place goes to all who share the place in `announced`; where a shared place
    leaves none at the next (1, 1, 3), the award for that one goes to nobody. An award on some
    criteria goes to the best by the declared method on these criteria alone, with their own
    weights, the tie-breaks that still make sense, and no penalties. The panel's own choice stands
    before both.

    Raises:
        MethodError: if the method gives no result on the ballots of some award.
    """
    winners: list[TeamId] = []
    results: list[AwardResult] = []
    for award in awards:
        if (decision := decisions.get(award.id)) is not None:
            result = AwardResult(award, decision.teams, is_decided=True)
        elif award.kind in _CHOSEN:
            result = AwardResult(award, ())
        else:
            result = _worked_out(basis, announced, award, winners)
        winners.extend(result.teams)
        results.append(result)
    return tuple(results)


_CHOSEN = frozenset({AwardKind.PANEL, AwardKind.PEOPLE})
"""The awards that go by nobody's arithmetic."""


def on_criteria(basis: Basis, award: Award) -> tuple[Standing, ...]:
    """The standings on the award's criteria alone."""
    wanted = frozenset(award.criteria)
    criteria = tuple(one for one in basis.rubric.criteria if one.id in wanted)
    ballots = tuple(
        replace(ballot, scores={key: one for key, one in ballot.scores.items() if key in wanted})
        for ballot in basis.ballots
    )
    tie_breaks = tuple(
        one for one in basis.tie_breaks if not one.criterion or one.criterion in wanted
    )
    narrowed = replace(
        basis,
        rubric=Rubric(criteria),
        ballots=ballots,
        tie_breaks=tie_breaks,
        penalties={},
        points={},
    )
    return settlement(narrowed).standings


def _worked_out(
    basis: Basis, announced: Sequence[Standing], award: Award, winners: Sequence[TeamId]
) -> AwardResult:
    if award.kind is AwardKind.PLACE:
        return AwardResult(award, tuple(one.team for one in announced if one.place == award.place))
    taken = frozenset(winners) if award.passes_over_winners else frozenset()
    standings = on_criteria(basis, award)
    place_of = {one.team: one.place for one in standings if one.place is not None}
    best = min((place for team, place in place_of.items() if team not in taken), default=None)
    return AwardResult(
        award,
        tuple(team for team, place in place_of.items() if place == best and team not in taken),
        tuple(
            team
            for team, place in place_of.items()
            if team in taken and (best is None or place <= best)
        ),
        score=next((one.score for one in standings if best and one.place == best), None),
    )
