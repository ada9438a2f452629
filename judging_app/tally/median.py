"""The middle ballot of each team."""

from fractions import Fraction

from judging_app.domain.ids import TeamId
from judging_app.tally.totals import Totals, by_team


def median(totals: Totals) -> dict[TeamId, Fraction]:
    """The middle of each team's ballots; of an even number, the mean of the middle two.

    Source: F. Galton, One vote, one value, Nature 75 (1907), 414.
    """
    return {team: _middle(sorted(one.values())) for team, one in by_team(totals).items()}


def _middle(values: list[Fraction]) -> Fraction:
    half = len(values) // 2
    return (values[half] + values[-half - 1]) / 2
