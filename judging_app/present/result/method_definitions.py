"""How each method works a team's score out, in a sentence that can be checked by hand."""

from collections.abc import Mapping
from types import MappingProxyType

from judging_app.domain.event import Event, Method

_BALLOT_TOTAL = (
    "A ballot’s total is the sum over its criteria of weight × score ÷ maximum, exactly. Only "
    "submitted ballots count. A missing ballot does not count as zero."
)

_DEFINITIONS: Mapping[Method, str] = MappingProxyType(
    {
        Method.MEAN: "A team’s score is the mean of the totals of its ballots.",
        Method.ADJUSTED: (
            "A team’s score is the mean of the totals of its ballots, adjusted for harsh and "
            "lenient judges: total = team + judge by least squares, with the judges’ effects "
            "adding up to zero."
        ),
        Method.TRIMMED: (
            "A team’s score is the mean of the totals of its ballots, without the highest and "
            "the lowest."
        ),
        Method.MEDIAN: (
            "A team’s score is the middle total of its ballots, or the mean of the middle two if "
            "their number is even."
        ),
        Method.RANK: (
            "Each judge’s ballots are ranked, and equal ones share the mean of their ranks. A "
            "team’s score is the mean of its ranks."
        ),
        Method.RANK_POINTS: (
            "Each judge’s ballots are ranked, and the ranks are worth 12, 10, 8, 7, 6, 5, 4, 3, "
            "2 and 1, and later ones 0; equal ballots share the mean of their points. A team’s "
            "score is the mean of its points."
        ),
        Method.MAJORITY: (
            "Each judge’s ballots are ranked. A team’s majority place is the first place at "
            "which more than half of its judges rank it there or better. Between equal teams, "
            "the larger majority comes first, then the better ranks in it, then the same at the "
            "next place."
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
    return f"{short_definition(event)} {_BALLOT_TOTAL}"


def short_definition(event: Event) -> str:
    """How the event's method works a score out of the ballots' totals."""
    is_by_criterion = event.method is Method.TRIMMED and event.trims_by_criterion
    return _BY_CRITERION if is_by_criterion else _DEFINITIONS[event.method]
