"""The steps that announce the awards: the name first, and then who gets it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

from judging_app.domain.decisions import Award
from judging_app.domain.ids import TeamId
from judging_app.domain.reveal import RevealStep, StepKind


class AwardWinners(Protocol):
    """A declared award and the teams that get it; none while it goes to nobody."""

    @property
    def award(self) -> Award:
        """What is given."""

    @property
    def teams(self) -> tuple[TeamId, ...]:
        """Who gets it; more than one share it."""


def is_by_place(one: AwardWinners, teams: Mapping[int, tuple[TeamId, ...]]) -> bool:
    """Whether exactly those who have its place get it, so that one step announces both.

    The panel may have given the award for a place to others.
    """
    place = one.award.place
    return place is not None and frozenset(one.teams) == frozenset(teams.get(place, ()))


def award_steps(
    awards: Sequence[AwardWinners], teams: Mapping[int, tuple[TeamId, ...]]
) -> Iterator[RevealStep]:
    """Two steps an award: its name, then its winners; the special awards as they were declared.

    Awards for a place come after them, from the last place to the first. The name is announced
    alone first, as in FIRST's awards, so that nobody is on the screen before the presenter has said
    it. A winner's step has a place only where it announces the team's place too.
    """
    special = [one for one in awards if one.award.place is None]
    for_places = [one for one in awards if one.award.place is not None]
    for_places.sort(key=lambda one: -(one.award.place or 0))
    for one in (*special, *for_places):
        yield RevealStep(StepKind.AWARD, award=one.award.id)
        place = one.award.place if is_by_place(one, teams) else None
        yield RevealStep(StepKind.WINNER, place, one.teams, one.award.id)
