"""The middle of each team's ballots: the mean without the extremes, and the median."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from fractions import Fraction

from judging_app.domain.ballots import Ballot
from judging_app.domain.ids import TeamId
from judging_app.domain.rubric import Criterion, Rubric
from judging_app.errors import MethodError
from judging_app.tally.exact import summed
from judging_app.tally.totals import Totals, by_team

FEWEST_BALLOTS = 4
"""With three, one ballot would decide alone."""


def trimmed(totals: Totals) -> dict[TeamId, Fraction]:
    """The mean of each team's ballots but one highest and one lowest.

    Whole ballots are dropped. Of several equal ones it doesn't matter which goes. Every team
    loses two, whatever the number of its ballots, so teams are compared on what is left.

    Raises:
        MethodError: if a team has ballots, but fewer than four.

    Source: J. W. Tukey, The future of data analysis, Annals of Mathematical Statistics 33
    (1962), 1–67.
    """
    _check_enough({team: len(ballots) for team, ballots in by_team(totals).items()})
    return {team: _without_extremes(one.values()) for team, one in by_team(totals).items()}


def trimmed_by_criterion(ballots: Iterable[Ballot], rubric: Rubric) -> dict[TeamId, Fraction]:
    """The sum over the judged criteria of what its scores but the extremes are worth on average.

    The scores dropped may come from other judges for each criterion. Only ballots that count
    are looked at.
    """
    ballots_of: defaultdict[TeamId, list[Ballot]] = defaultdict(list)
    for ballot in ballots:
        if ballot.counts:
            ballots_of[ballot.team].append(ballot)
    _check_enough({team: len(own) for team, own in ballots_of.items()})
    return {
        team: sum((_part(one, own) for one in rubric.judged), Fraction(0))
        for team, own in ballots_of.items()
    }


def _part(criterion: Criterion, ballots: Iterable[Ballot]) -> Fraction:
    return _without_extremes(criterion.worth(ballot.scores[criterion.id]) for ballot in ballots)


def _check_enough(counts: Mapping[TeamId, int]) -> None:
    for team, count in sorted(counts.items()):
        if count < FEWEST_BALLOTS:
            raise MethodError(
                f"Team “{team}” has {count} of the {FEWEST_BALLOTS} ballots that trimming needs. "
                "Wait for more, or use the mean."
            )


def _without_extremes(values: Iterable[Fraction]) -> Fraction:
    kept = sorted(values)[1:-1]
    return summed(kept) / len(kept)


def median(totals: Totals) -> dict[TeamId, Fraction]:
    """The middle of each team's ballots; of an even number, the mean of the middle two.

    Source: F. Galton, One vote, one value, Nature 75 (1907), 414.
    """
    return {team: _middle(sorted(one.values())) for team, one in by_team(totals).items()}


def _middle(values: list[Fraction]) -> Fraction:
    half = len(values) // 2
    return (values[half] + values[-half - 1]) / 2
