"""Majority placings: the place at which most judges put a team, or better."""

from bisect import bisect_right
from collections.abc import Sequence
from fractions import Fraction
from math import ceil

from judging_app.domain.ids import TeamId
from judging_app.tally.ranks import ranks
from judging_app.tally.totals import Totals, by_team

Key = tuple[Fraction, ...]


def majority_keys(totals: Totals) -> dict[TeamId, Key]:
    """Each team's majority place, then all that tells it from teams with the same; least first.

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
    return {team: _key(sorted(given.values())) for team, given in by_team(ranks(totals)).items()}


def _key(given: Sequence[Fraction]) -> Key:
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
