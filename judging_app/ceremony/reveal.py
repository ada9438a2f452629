"""The reveal as a list of steps, made from a result before anyone is on stage."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from judging_app.domain.ids import TeamId
from judging_app.domain.standings import Standing


@dataclass(frozen=True, slots=True)
class RevealStep:
    """One place told; joint teams are told together, in the order of the standings."""

    place: int
    teams: tuple[TeamId, ...]


def reveal_steps(standings: Sequence[Standing]) -> tuple[RevealStep, ...]:
    """Every place from last to first; a team without a place is never told."""
    placed = [standing for standing in standings if standing.place is not None]
    steps = [
        RevealStep(place, tuple(standing.team for standing in group))
        for place, group in groupby(placed, key=lambda standing: standing.place)
        if place is not None
    ]
    return tuple(reversed(steps))
