"""Whether the result can still change: the places within each team's reach, in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from judging_app.domain.setup import Setup
from judging_app.tally.reach import Reach
from judging_app.words import counted, ordinal


@dataclass(frozen=True, slots=True)
class ReachRow:
    """One team's best and worst place, before any tie is settled; empty while it can have none."""

    team: str
    best_text: str
    worst_text: str
    sentence: str
    best: int | None = None
    worst: int | None = None

    @property
    def is_decided(self) -> bool:
        """Whether no ballot that is still to come can move it."""
        return self.best == self.worst


def reach_rows(setup: Setup, reach: Sequence[Reach]) -> tuple[ReachRow, ...]:
    """A row to each team that is not out, in the teams' order."""
    names = {team.id: team.name for team in setup.teams}
    return tuple(_row(one, names[one.team]) for one in reach)


def _row(reach: Reach, team: str) -> ReachRow:
    if reach.best is None or reach.worst is None:
        sentence = f"{team} has no ballot and none is still to come, so it has no place."
        return ReachRow(team, "", "", sentence)
    best, worst = ordinal(reach.best), ordinal(reach.worst)
    ends = (reach.best, reach.worst)
    owed = f"{counted(reach.owed, 'ballot')} still to come"
    if reach.is_decided:
        return ReachRow(team, best, worst, f"{team} is certain to be {best} ({owed}).", *ends)
    said = f"{team} can still finish {best} to {worst} ({owed})."
    return ReachRow(team, best, worst, said, *ends)
