"""The steps that announce the places, from the last to the first."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from judging_app.ceremony.awards import AwardWinners
from judging_app.domain.ids import TeamId
from judging_app.domain.reveal import RevealStep, StepKind
from judging_app.domain.standings import Standing


def teams_by_place(standings: Sequence[Standing]) -> dict[int, tuple[TeamId, ...]]:
    """The teams of each place, best first and joint ones together; who has no place isn't in."""
    placed = [(one.place, one.team) for one in standings if one.place is not None]
    return {
        place: tuple(team for _, team in group)
        for place, group in groupby(placed, key=lambda one: one[0])
    }


def place_steps(
    teams: dict[int, tuple[TeamId, ...]], awards: Sequence[AwardWinners], *, top: int | None
) -> Iterator[RevealStep]:
    """Every place from last to first, or the first `top` of them; joint teams in one step.

    An award that goes by a place is named just before the place is announced, which says who gets
    it.
    """
    for place in sorted(teams, reverse=True):
        if top is not None and place > top:
            continue
        own = [one.award.id for one in awards if one.award.place == place]
        for award in own:
            yield RevealStep(StepKind.AWARD, award=award)
        first = own[0] if own else None
        yield RevealStep(StepKind.PLACE, place, teams[place], first)
