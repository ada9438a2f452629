"""Each judge beside the panel: severity, spread, and how the judge's totals go with the rest's."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from judging_app.domain.ids import JudgeId, TeamId
from judging_app.errors import MethodError
from judging_app.tally.exact import SignedRoot, summed
from judging_app.tally.severity import severities
from judging_app.tally.totals import Totals, by_judge, by_team


@dataclass(frozen=True, slots=True)
class JudgeProfile:
    """One judge's submitted ballots, in points; None for what can't be worked out from them.

    `severity` is above zero for a generous judge. `spread` is the sample standard deviation of
    the judge's totals. `correlation` is Pearson's, with the mean of the other judges over the
    `shared` teams that another judge scored too.
    """

    judge: JudgeId
    ballots: int
    shared: int
    mean: Fraction
    severity: Fraction | None
    spread: SignedRoot | None
    correlation: SignedRoot | None


def judge_profiles(totals: Totals) -> tuple[JudgeProfile, ...]:
    """Every judge who submitted a ballot, in order of their ids."""
    teams = by_team(totals)
    severity = _severity(teams)
    sums = {team: summed(judges.values()) for team, judges in teams.items()}
    found: list[JudgeProfile] = []
    for judge, own in sorted(by_judge(totals).items()):
        shared = [team for team in own if len(teams[team]) > 1]
        rest = [(sums[team] - own[team]) / (len(teams[team]) - 1) for team in shared]
        found.append(
            JudgeProfile(
                judge=judge,
                ballots=len(own),
                shared=len(shared),
                mean=summed(own.values()) / len(own),
                severity=severity.get(judge),
                spread=spread(tuple(own.values())),
                correlation=correlation([own[team] for team in shared], rest),
            )
        )
    return tuple(found)


def spread(values: Sequence[Fraction]) -> SignedRoot | None:
    """The sample standard deviation (n − 1); None of a single value or none."""
    if len(values) < _FEWEST:
        return None
    return SignedRoot(_product(values, values) / (len(values) - 1))


def correlation(one: Sequence[Fraction], other: Sequence[Fraction]) -> SignedRoot | None:
    """Pearson's correlation of two lists of one length; None if either has no spread.

    Of mid-ranks it is Spearman's.

    Source: K. Pearson, Notes on regression and inheritance in the case of two parents,
    Proceedings of the Royal Society of London 58 (1895), 240–242.
    """
    if not one:
        return None
    spreads = _product(one, one) * _product(other, other)
    if not spreads:
        return None
    together = _product(one, other)
    return SignedRoot(together**2 / spreads, is_negative=together < 0)


_FEWEST = 2


def _product(one: Sequence[Fraction], other: Sequence[Fraction]) -> Fraction:
    """Σ (a − mean a)(b − mean b)."""
    both = summed([a * b for a, b in zip(one, other, strict=True)])
    return both - summed(one) * summed(other) / len(one)


def _severity(teams: Mapping[TeamId, Mapping[JudgeId, Fraction]]) -> Mapping[JudgeId, Fraction]:
    """None at all where the judges fall into groups that share no team."""
    try:
        return severities(teams)
    except MethodError:
        return {}
