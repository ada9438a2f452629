"""The measures of how far judges agree: Kendall's W, intraclass correlations, Krippendorff's α."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from itertools import combinations

from judging_app.closed_sets import complete
from judging_app.domain.ids import TeamId
from judging_app.errors import MethodError
from judging_app.tally.complete_panel import CompletePanel
from judging_app.tally.exact import summed
from judging_app.tally.ranks import mid_ranks
from judging_app.tally.totals import Totals, by_team


@dataclass(frozen=True, slots=True)
class Concordance:
    """W from 0 to 1 with each judge's ties allowed for and not; None if no judge has an order.

    `rank_sums` are the sums of each team's ranks over the judges, best rank 1, so the best
    team has the lowest.
    """

    w: Fraction | None
    uncorrected: Fraction
    rank_sums: Mapping[TeamId, Fraction]


def concordance(panel: CompletePanel) -> Concordance:
    """W = 12·S / (m²(n³ − n) − m·ΣT) for m judges, n teams and S the spread of the rank sums.

    S is the sum of (rank sum − m(n + 1)/2)², T of one judge the sum of t³ − t over the groups
    of t teams that the judge scored alike. Without the correction ΣT counts as zero, and W
    can't reach 1 where there are ties.

    Source: M. G. Kendall and B. Babington Smith, The problem of m rankings, Annals of
    Mathematical Statistics 10 (1939), 275–287; M. G. Kendall, Rank Correlation Methods
    (Griffin, 1948), chapter 6, for ties.
    """
    ranks = [mid_ranks(row) for row in panel.rows]
    sums = [sum(column, Fraction(0)) for column in zip(*ranks, strict=True)]
    judges, teams = len(panel.judges), len(panel.teams)
    middle = Fraction(judges * (teams + 1), 2)
    spread = 12 * sum(((one - middle) ** 2 for one in sums), Fraction(0))
    most = judges**2 * (teams**3 - teams)
    for_ties = judges * sum(_ties(row) for row in panel.rows)
    return Concordance(
        w=spread / (most - for_ties) if most > for_ties else None,
        uncorrected=spread / most,
        rank_sums=dict(zip(panel.teams, sums, strict=True)),
    )


def _ties(row: Sequence[Fraction]) -> int:
    return sum(count**3 - count for count in Counter(row).values())


class Form(Enum):
    """Which correlation: whose judges, then whether of one judge or of the panel's mean.

    1: each team had judges of its own. 2: these judges are a sample of all who might have sat.
    3: these judges and no others, so that their severity doesn't count.
    """

    OWN_JUDGES_SINGLE = "1,1"
    ANY_JUDGES_SINGLE = "2,1"
    THESE_JUDGES_SINGLE = "3,1"
    OWN_JUDGES_MEAN = "1,k"
    ANY_JUDGES_MEAN = "2,k"
    THESE_JUDGES_MEAN = "3,k"


@dataclass(frozen=True, slots=True)
class MeanSquares:
    """The two-way analysis of variance of a complete panel with one total in each cell.

    `within` is that of the judges and the error together: what is left in a team.
    """

    team_count: int
    judge_count: int
    teams: Fraction
    judges: Fraction
    error: Fraction
    within: Fraction


def mean_squares(panel: CompletePanel) -> MeanSquares:
    """The mean squares of teams, judges, error, and within teams, in squared points.

    Source: P. E. Shrout and J. L. Fleiss, Intraclass correlations: uses in assessing rater
    reliability, Psychological Bulletin 86 (1979), 420–428, tables 1 to 3.
    """
    teams, judges = len(panel.teams), len(panel.judges)
    every = [one for row in panel.rows for one in row]
    nothing = _square(every) / len(every)
    of_all = summed([one * one for one in every]) - nothing
    of_judges = sum((_square(row) for row in panel.rows), Fraction(0)) / teams - nothing
    of_teams = sum((_square(one) for one in panel.columns), Fraction(0)) / judges - nothing
    return MeanSquares(
        team_count=teams,
        judge_count=judges,
        teams=of_teams / (teams - 1),
        judges=of_judges / (judges - 1),
        error=(of_all - of_teams - of_judges) / ((teams - 1) * (judges - 1)),
        within=(of_all - of_teams) / (teams * (judges - 1)),
    )


def intraclass(squares: MeanSquares) -> Mapping[Form, Fraction | None]:
    """The six correlations; None where the spread that one divides by isn't above zero.

    None is above 1. One is below zero where the teams differ less than the judges' own
    scatter would make them differ.

    Source: P. E. Shrout and J. L. Fleiss, as for `mean_squares`, pages 422 to 426.
    """
    teams, error, within = squares.teams, squares.error, squares.within
    others = squares.judge_count - 1
    leaning = (squares.judges - error) / squares.team_count
    by_own, by_same = teams - within, teams - error
    return complete(
        {
            Form.OWN_JUDGES_SINGLE: _share(by_own, teams + others * within),
            Form.ANY_JUDGES_SINGLE: _share(
                by_same, teams + others * error + squares.judge_count * leaning
            ),
            Form.THESE_JUDGES_SINGLE: _share(by_same, teams + others * error),
            Form.OWN_JUDGES_MEAN: _share(by_own, teams),
            Form.ANY_JUDGES_MEAN: _share(by_same, teams + leaning),
            Form.THESE_JUDGES_MEAN: _share(by_same, teams),
        }
    )


def _square(values: Sequence[Fraction]) -> Fraction:
    """The square of their sum."""
    whole = summed(values)
    return whole * whole


def _share(part: Fraction, whole: Fraction) -> Fraction | None:
    return part / whole if whole > 0 else None


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
    squares = summed([one**2 for one in values])
    return len(values) * squares - summed(values) ** 2


def _squared_ratios(values: Sequence[Fraction]) -> Fraction:
    """Σ over pairs of ((a − b) / (a + b))²; two zeros don't differ."""
    pairs = combinations(sorted(Counter(values).items()), 2)
    return sum(
        (many * more * ((a - b) / (a + b)) ** 2 for (a, many), (b, more) in pairs), Fraction(0)
    )


_SCALES: Mapping[Metric, Callable[[Sequence[Fraction]], Mapping[Fraction, Fraction]]] = complete(
    {
        Metric.NOMINAL: _as_given,
        Metric.ORDINAL: _as_ranks,
        Metric.INTERVAL: _as_given,
        Metric.RATIO: _not_below_zero,
    }
)

_DIFFERENCES: Mapping[Metric, Callable[[Sequence[Fraction]], Fraction]] = complete(
    {
        Metric.NOMINAL: _pairs_unequal,
        Metric.ORDINAL: _squared_distances,
        Metric.INTERVAL: _squared_distances,
        Metric.RATIO: _squared_ratios,
    }
)
