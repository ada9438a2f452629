"""The order in which each judge puts the teams, and the methods that go by it."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from fractions import Fraction
from math import ceil

from judging_app.domain.ids import JudgeId, TeamId
from judging_app.tally.exact import summed
from judging_app.tally.totals import Totals, by_judge, by_team


def mid_ranks(values: Sequence[Fraction]) -> tuple[Fraction, ...]:
    """The rank of each value, the highest being 1: 90, 80, 80, 70 have 1, 5/2, 5/2, 4.

    However many values tie, n ranks sum to n(n + 1)/2.

    Source: M. G. Kendall, The treatment of ties in ranking problems, Biometrika 33 (1945),
    239–251.
    """
    rank_of: dict[Fraction, Fraction] = {}
    ahead = 0
    for value, count in sorted(Counter(values).items(), reverse=True):
        rank_of[value] = ahead + Fraction(count + 1, 2)
        ahead += count
    return tuple(rank_of[value] for value in values)


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
    return {team: summed(given.values()) / len(given) for team, given in teams.items()}


Key = tuple[Fraction, ...]


def majority_keys(totals: Totals) -> dict[TeamId, Key]:
    """Each team's majority place, then what decides between equal ones; least first.

    Every judge's ballots are ranked. A team's majority place is the first place p at which more
    than half of its judges rank it p-th or better (rule 5; rule 8 goes on to the next place
    while there is no majority). Of teams with the same p comes first, in turn:

    - the one with the larger majority (rule 6);
    - the one whose ranks in that majority sum to less (rule 7);
    - what rules 6 and 7 say at the place p + 1, then p + 2, down to the last (rule 7, end).

    Teams that are still level tie. What the rules, made for panels without gaps or ties, leave
    open is declared here: a majority is of the judges who scored the team, so it is compared as
    a share of them, and the sum as a mean over it; with every ballot in, this is the same. Ranks
    that a judge ties share their mean, so two joint first have 1½ and count from the 2nd place.

    Source: A. Dawson, The Skating System (Official Board of Ballroom Dancing), rules 5 to 8;
    http://www.fdo.fi/skating_system.htm.
    """
    return {
        team: _majority_key(sorted(given.values()))
        for team, given in by_team(ranks(totals)).items()
    }


def _majority_key(given: Sequence[Fraction]) -> Key:
    """The key of a team with these ranks, which are sorted.

    It ends where the last rank is counted in: keys that are equal so far end there together.
    """
    judges = len(given)
    first, last = ceil(given[judges // 2]), ceil(given[-1])
    key = [Fraction(first)]
    for place in range(first, last + 1):
        counted = bisect_right(given, place)
        key += [-Fraction(counted, judges), sum(given[:counted], Fraction(0)) / counted]
    return tuple(key)
