"""The panel's own order, put before what the arithmetic says of the other teams."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from judging_app.domain.decisions import PanelDecision
from judging_app.domain.standings import Standing


def decided(standings: Sequence[Standing], decision: PanelDecision) -> tuple[Standing, ...]:
    """`standings` in the panel's order; scores stay those of the arithmetic.

    The teams that the decision names come first, those of one entry joint; the other placed teams
    follow as they were, and teams without a place stay at the end. A team that the decision
    names and that has no place (it has no ballot, or is out) isn't given one.
    """
    by_team = {one.team: one for one in standings}
    named = {team for joint in decision.order for team in joint}
    levels = [
        [by_team[team] for team in joint if by_team[team].place is not None]
        for joint in decision.order
    ]
    others = [one for one in standings if one.place is not None and one.team not in named]
    levels += [list(level) for _, level in groupby(others, key=lambda one: one.place)]
    placed: list[Standing] = []
    for level in levels:
        place = len(placed) + 1
        placed.extend(replace(one, place=place, is_tied=len(level) > 1) for one in level)
    return (*placed, *(one for one in standings if one.place is None))
