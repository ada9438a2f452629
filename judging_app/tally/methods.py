"""The methods that make one score a team out of the totals of its ballots."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from fractions import Fraction
from types import MappingProxyType

from judging_app.domain.event import Method
from judging_app.domain.ids import JudgeId, TeamId
from judging_app.tally.severity import severities
from judging_app.tally.totals import Totals


def mean(totals: Totals) -> dict[TeamId, Fraction]:
    """The mean of each team's submitted ballots; a team without any doesn't appear."""
    return {team: _mean_of(by_judge) for team, by_judge in by_team(totals).items()}


def adjusted(totals: Totals) -> dict[TeamId, Fraction]:
    """Each team's mean with the severity of the judges who scored it taken out.

    The team's effect in the two-way additive model total = team + judge, by ordinary least
    squares, the judges' effects summing to zero over those who submitted a ballot:
    team = mean over its judges of (total − judge). On a complete panel this is the mean.

    Raises:
        MethodError: if some teams can't be compared, because no chain of judges links them.

    Source: H. Scheffé, The Analysis of Variance (Wiley, 1959); S. R. Searle, Linear Models
    (Wiley, 1971), chapter 7, the two-way classification without interaction; p. 324 for which
    teams can be compared.
    """
    teams = by_team(totals)
    severity = severities(teams)
    return {
        team: _mean_of({judge: one - severity[judge] for judge, one in by_judge.items()})
        for team, by_judge in teams.items()
    }


METHODS: Mapping[Method, Callable[[Totals], dict[TeamId, Fraction]]] = MappingProxyType(
    {Method.MEAN: mean, Method.ADJUSTED: adjusted}
)
"""How each method that an event can declare is worked out."""


def by_team(totals: Totals) -> dict[TeamId, dict[JudgeId, Fraction]]:
    """The same totals under their team, then their judge."""
    teams: defaultdict[TeamId, dict[JudgeId, Fraction]] = defaultdict(dict)
    for (judge, team), one in totals.items():
        teams[team][judge] = one
    return dict(teams)


def _mean_of(by_judge: Mapping[JudgeId, Fraction]) -> Fraction:
    return sum(by_judge.values(), Fraction(0)) / len(by_judge)
