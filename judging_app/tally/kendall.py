"""Kendall's W: how far the judges put the teams in the same order."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from judging_app.domain.ids import TeamId
from judging_app.tally.complete_panel import CompletePanel
from judging_app.tally.mid_ranks import mid_ranks


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
