"""How each method works a team's score out, in a sentence that can be checked by hand."""

from collections.abc import Mapping
from types import MappingProxyType

from judging_app.domain.event import Event, Method

_BALLOT_TOTAL = (
    "A ballot’s total is the sum over its criteria of weight × score ÷ maximum, kept exact. Only "
    "submitted ballots count, and a missing one is never a zero."
)

_DEFINITIONS: Mapping[Method, str] = MappingProxyType(
    {
        Method.MEAN: "A team’s score is the mean of the totals of its ballots.",
        Method.ADJUSTED: (
            "A team’s score is the mean of the totals of its ballots, each judge’s severity taken "
            "out: total = team + judge by least squares, the judges’ effects summing to zero."
        ),
        Method.TRIMMED: (
            "A team’s score is the mean of the totals of its ballots, the highest and the lowest "
            "left out."
        ),
        Method.MEDIAN: (
            "A team’s score is the middle one of the totals of its ballots; of an even number, the "
            "mean of the middle two."
        ),
        Method.RANK: (
            "Each judge’s ballots are ranked, equal ones sharing the mean of their ranks. A team’s "
            "score is the mean of its ranks."
        ),
        Method.RANK_POINTS: (
            "Each judge’s ballots are ranked, and the ranks are worth 12, 10, 8, 7, 6, 5, 4, 3, 2 "
            "and 1, later ones nothing; equal ballots share the mean of theirs. A team’s score is "
            "the mean of its points."
        ),
        Method.MAJORITY: (
            "Each judge’s ballots are ranked. A team’s majority place is the first at which more "
            "than half of its judges put it, or better; of equal ones the larger majority comes "
            "first, then the better ranks in it, then the same at the next place."
        ),
        Method.Z_SCORE: (
            "Each ballot counts as the distance of its total from its judge’s mean, in that "
            "judge’s standard deviation (n − 1). A team’s score is the mean of these."
        ),
    }
)

_BY_CRITERION = (
    "For each criterion a team’s highest and lowest score are left out and the rest averaged; the "
    "team’s score is the sum of these means, weighted like a ballot’s total."
)


def definition_text(event: Event) -> str:
    """How the event's method works a score out, and what it is worked out from."""
    is_by_criterion = event.method is Method.TRIMMED and event.trims_by_criterion
    definition = _BY_CRITERION if is_by_criterion else _DEFINITIONS[event.method]
    return f"{definition} {_BALLOT_TOTAL}"
