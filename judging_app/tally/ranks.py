"""The order in which each judge puts the teams, and the scores that are made of it."""

from fractions import Fraction

from judging_app.domain.ids import JudgeId, TeamId
from judging_app.tally.mid_ranks import mid_ranks
from judging_app.tally.totals import Totals, by_judge, by_team

POINTS = (12, 10, 8, 7, 6, 5, 4, 3, 2, 1)
"""What the ranks 1 to 10 of a judge are worth; later ranks are worth nothing.

Source: the table of the Eurovision Song Contest since 1975.
"""


def ranks(totals: Totals) -> dict[tuple[JudgeId, TeamId], Fraction]:
    """The rank of every ballot among its own judge's; equal ones share the mean of theirs.

    A judge ranks the teams that this judge scored, and no other: recused from one of six, a
    judge has ranks 1 to 5.
    """
    return {
        (judge, team): rank
        for judge, given in by_judge(totals).items()
        for team, rank in zip(given, mid_ranks(tuple(given.values())), strict=True)
    }


def mean_ranks(totals: Totals) -> dict[TeamId, Fraction]:
    """The mean of each team's ranks over the judges who scored it; the lowest is the best.

    Source: M. Friedman, The use of ranks to avoid the assumption of normality, Journal of the
    American Statistical Association 32 (1937), 675–701, which compares the sums; on a complete
    panel means give the same order.
    """
    return _means(ranks(totals))


def rank_points(totals: Totals) -> dict[TeamId, Fraction]:
    """The mean of the points for each team's ranks over the judges who scored it.

    Teams that a judge puts level share the mean of the points of the ranks that they take up.
    On a complete panel the order is that of the sums; where a ballot is missing, a sum would
    take it for zero points.
    """
    return _means(points(totals))


def points(totals: Totals) -> dict[tuple[JudgeId, TeamId], Fraction]:
    """What every ballot's rank is worth by the table."""
    found: dict[tuple[JudgeId, TeamId], Fraction] = {}
    of_judge = by_judge(totals)
    for (judge, team), rank in ranks(totals).items():
        total = totals[judge, team]
        joint = sum(one == total for one in of_judge[judge].values())
        before = int(rank - Fraction(joint + 1, 2))  # the ranks ahead of the first that they share
        found[judge, team] = Fraction(sum(POINTS[before : before + joint]), joint)
    return found


def _means(values: Totals) -> dict[TeamId, Fraction]:
    teams = by_team(values)
    return {team: sum(given.values(), Fraction(0)) / len(given) for team, given in teams.items()}
