"""Whether the winner hangs on the method, as it can where ballots are missing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from judging_app.domain.event import Method
from judging_app.domain.ids import JudgeId, TeamId
from judging_app.domain.standings import Standing
from judging_app.tally.methods import METHODS
from judging_app.tally.standings import standings
from judging_app.tally.totals import Totals


@dataclass(frozen=True, slots=True)
class MethodComparison:
    """The standings of the same ballots under every method."""

    by_method: Mapping[Method, tuple[Standing, ...]]

    @property
    def is_same_winner(self) -> bool:
        """Whether every method puts the same team first, or the same teams joint first."""
        return len({frozenset(winners(one)) for one in self.by_method.values()}) <= 1


def method_comparison(
    teams: Sequence[TeamId], judges: Sequence[JudgeId], totals: Totals
) -> MethodComparison:
    """The standings under every method there is.

    On a complete panel all methods agree; where a ballot is missing they may not, and the
    panel has to know that before the reveal.

    Raises:
        MethodError: if a method gives no result on these ballots.
        UnknownError: if a total is of a judge or a team that isn't listed.
    """
    return MethodComparison(
        {method: standings(teams, judges, totals, method) for method in METHODS}
    )


def winners(standings: Sequence[Standing]) -> tuple[TeamId, ...]:
    """The team in first place, or all that share it; empty while no team has a place."""
    return tuple(standing.team for standing in standings if standing.place == 1)
