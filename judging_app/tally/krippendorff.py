"""Krippendorff's α: how far the judges agree beyond chance, with ballots missing or not."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from enum import Enum
from fractions import Fraction
from itertools import combinations
from types import MappingProxyType

from judging_app.errors import MethodError
from judging_app.tally.mid_ranks import mid_ranks
from judging_app.tally.totals import Totals, by_team


class Metric(Enum):
    """What makes two totals differ: being unequal, in order, by how much, or in what ratio."""

    NOMINAL = "nominal"
    ORDINAL = "ordinal"
    INTERVAL = "interval"
    RATIO = "ratio"


def alpha(totals: Totals, metric: Metric) -> Fraction | None:
    """α = 1 − observed ÷ expected disagreement; None if no two totals differ.

    A team counts if two judges scored it at least. With n such totals in all and D the sum of
    squared differences over all pairs of some totals,

        α = 1 − (n − 1) · Σ over teams of D(team's m totals) / (m − 1)  ÷  D(all n totals)

    1 is full agreement, 0 what chance gives, and below zero the judges contradict each other.

    Raises:
        MethodError: if a ratio is asked for and a total is below zero.

    Source: K. Krippendorff, Computing Krippendorff's Alpha-Reliability (University of
    Pennsylvania, 2011), repository.upenn.edu/asc_papers/43.
    """
    units = [tuple(judges.values()) for judges in by_team(totals).values() if len(judges) > 1]
    pooled = [one for unit in units for one in unit]
    scale = _SCALES[metric](pooled)
    difference = _DIFFERENCES[metric]
    expected = difference([scale[one] for one in pooled])
    if not expected:
        return None
    observed = sum(
        (difference([scale[one] for one in unit]) / (len(unit) - 1) for unit in units),
        Fraction(0),
    )
    return 1 - (len(pooled) - 1) * observed / expected


def _as_given(pooled: Sequence[Fraction]) -> Mapping[Fraction, Fraction]:
    return {one: one for one in pooled}


def _as_ranks(pooled: Sequence[Fraction]) -> Mapping[Fraction, Fraction]:
    """Mid-ranks: the ordinal difference, a count of the totals between, is theirs by interval."""
    return dict(zip(pooled, mid_ranks(pooled), strict=True))


def _not_below_zero(pooled: Sequence[Fraction]) -> Mapping[Fraction, Fraction]:
    if below := [one for one in pooled if one < 0]:
        raise MethodError(
            f"A total of {min(below)} is below 0, and ratios need totals of 0 or more. Measure "
            "agreement by interval."
        )
    return _as_given(pooled)


def _pairs_unequal(values: Sequence[Fraction]) -> Fraction:
    same = sum(count**2 for count in Counter(values).values())
    return Fraction(len(values) ** 2 - same, 2)


def _squared_distances(values: Sequence[Fraction]) -> Fraction:
    """Σ over pairs of (a − b)², without going through the pairs."""
    squares = sum((one**2 for one in values), Fraction(0))
    return len(values) * squares - sum(values, Fraction(0)) ** 2


def _squared_ratios(values: Sequence[Fraction]) -> Fraction:
    """Σ over pairs of ((a − b) / (a + b))²; two zeros don't differ."""
    pairs = combinations(sorted(Counter(values).items()), 2)
    return sum(
        (many * more * ((a - b) / (a + b)) ** 2 for (a, many), (b, more) in pairs), Fraction(0)
    )


_SCALES: Mapping[Metric, Callable[[Sequence[Fraction]], Mapping[Fraction, Fraction]]] = (
    MappingProxyType(
        {
            Metric.NOMINAL: _as_given,
            Metric.ORDINAL: _as_ranks,
            Metric.INTERVAL: _as_given,
            Metric.RATIO: _not_below_zero,
        }
    )
)

_DIFFERENCES: Mapping[Metric, Callable[[Sequence[Fraction]], Fraction]] = MappingProxyType(
    {
        Metric.NOMINAL: _pairs_unequal,
        Metric.ORDINAL: _squared_distances,
        Metric.INTERVAL: _squared_distances,
        Metric.RATIO: _squared_ratios,
    }
)
