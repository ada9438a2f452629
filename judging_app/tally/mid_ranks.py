"""Ranks in which tied values share the middle of the ranks that they take up."""

from collections import Counter
from collections.abc import Sequence
from fractions import Fraction


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
