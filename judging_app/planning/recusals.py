"""What recusals cost a panel: ballots for each team, judges with nothing left, and its links."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from itertools import combinations

from judging_app.domain.ids import JudgeId, TeamId
from judging_app.domain.setup import Setup


@dataclass(frozen=True, slots=True)
class PanelLeft:
    """What is left of a panel: ballots by team, teams by judge, and how it is linked.

    `scored` counts each judge's teams. `parts` counts the groups of judges and teams that share no
    ballot; one is a whole panel. `shared` is the fewest teams that two judges both score.
    """

    ballots: tuple[tuple[TeamId, int], ...]
    scored: tuple[tuple[JudgeId, int], ...]
    parts: int
    shared: int


def panel_left(setup: Setup, recused: Collection[tuple[JudgeId, TeamId]]) -> PanelLeft:
    """The panel without these ballots."""
    scored = {
        judge.id: {team.id for team in setup.teams if (judge.id, team.id) not in recused}
        for judge in setup.judges
    }
    ballots = tuple(
        (team.id, sum(team.id in teams for teams in scored.values())) for team in setup.teams
    )
    pairs = combinations(scored.values(), 2)
    return PanelLeft(
        ballots,
        tuple((judge, len(teams)) for judge, teams in scored.items()),
        _groups(scored.values()),
        min((len(one & other) for one, other in pairs), default=len(setup.teams)),
    )


def _groups(sets: Iterable[set[TeamId]]) -> int:
    """How many groups there are of sets that have no team in common."""
    groups: list[set[TeamId]] = []
    for teams in sets:
        if teams:
            touched = [group for group in groups if group & teams]
            groups = [group for group in groups if not group & teams]
            groups.append(teams.union(*touched))
    return len(groups)
