"""What each method is called, how it works, and what its scores count."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from fractions import Fraction

from judging_app.closed_sets import complete
from judging_app.domain.event import Event, Method
from judging_app.domain.rubric import Rubric
from judging_app.domain.setup import Setup
from judging_app.errors import MethodError
from judging_app.present.criteria import full_text
from judging_app.present.numbers import exact, shown


@dataclass(frozen=True, slots=True)
class MethodWords:
    """A method for people: by itself, within a sentence, how it works, and its score's unit.

    `unit` is empty where the score is in points, which are told by what they are out of.
    """

    name: str
    in_sentence: str
    definition: str
    unit: str = ""


METHOD_WORDS = complete(
    {
        Method.MEAN: MethodWords(
            "Mean", "the mean", "A team’s score is the mean of the totals of its ballots."
        ),
        Method.ADJUSTED: MethodWords(
            "Adjusted for harsh and lenient judges",
            "the mean adjusted for harsh and lenient judges",
            "A team’s score is the mean of the totals of its ballots, adjusted for harsh and "
            "lenient judges: total = team + judge by least squares, with the judges’ effects "
            "adding up to zero.",
        ),
        Method.TRIMMED: MethodWords(
            "Trimmed mean",
            "the trimmed mean",
            "A team’s score is the mean of the totals of its ballots, without the highest and "
            "the lowest.",
        ),
        Method.MEDIAN: MethodWords(
            "Median",
            "the median",
            "A team’s score is the middle total of its ballots, or the mean of the middle two if "
            "their number is even.",
        ),
        Method.RANK: MethodWords(
            "Mean rank",
            "mean rank",
            "Each judge’s ballots are ranked, and equal ones share the mean of their ranks. A "
            "team’s score is the mean of its ranks.",
            "mean rank, lower is better",
        ),
        Method.RANK_POINTS: MethodWords(
            "Rank points",
            "rank points",
            "Each judge’s ballots are ranked, and the ranks are worth 12, 10, 8, 7, 6, 5, 4, 3, "
            "2 and 1, and later ones 0; equal ballots share the mean of their points. A team’s "
            "score is the mean of its points.",
            "rank points",
        ),
        Method.MAJORITY: MethodWords(
            "Majority placings",
            "majority placings",
            "Each judge’s ballots are ranked. A team’s majority place is the first place at "
            "which more than half of its judges rank it there or better. Between equal teams, "
            "the larger majority comes first, then the better ranks in it, then the same at the "
            "next place.",
            "majority place, lower is better",
        ),
        Method.Z_SCORE: MethodWords(
            "Z-score",
            "z-score",
            "Each ballot counts as the distance of its total from its judge’s mean, in that "
            "judge’s standard deviation (n − 1). A team’s score is the mean of these.",
            "z-score",
        ),
    }
)

_BY_CRITERION = (
    "For each criterion a team’s highest and lowest score are left out and the rest averaged; the "
    "team’s score is the sum of these means, weighted like a ballot’s total."
)
_BALLOT_TOTAL = (
    "A ballot’s total is the sum over its criteria of weight × score ÷ maximum, exactly. Only "
    "submitted ballots count. A missing ballot does not count as zero."
)


def definition_text(event: Event) -> str:
    """How the event's method works a score out, and what it is worked out from."""
    return f"{short_definition(event)} {_BALLOT_TOTAL}"


def short_definition(event: Event) -> str:
    """How the event's method works a score out of the ballots' totals."""
    is_by_criterion = event.method is Method.TRIMMED and event.trims_by_criterion
    return _BY_CRITERION if is_by_criterion else METHOD_WORDS[event.method].definition


def method_name(method: Method) -> str:
    """What a method is called where it is by itself: "Mean rank"."""
    return METHOD_WORDS[method].name


def unit_text(method: Method, rubric: Rubric) -> str:
    """What follows a score: "of 100", "of 100 + 1 bonus", "rank points"."""
    return METHOD_WORDS[method].unit or f"of {full_text(rubric)}"


def score_decimals(method: Method) -> int:
    """How many decimals of a score are shown; a majority place is a whole number."""
    return 0 if method is Method.MAJORITY else 2


def score_text(method: Method, score: Fraction) -> str:
    """A score rounded for display."""
    return shown(score, score_decimals(method))


def exact_score_text(method: Method, score: Fraction) -> str:
    """A score as a fraction, or where it is a sum of roots that no fraction equals, to 20 decimals.

    These lie far within what the z-score's own approximation is good for.
    """
    return shown(score, _ROOT_PLACES) if method is Method.Z_SCORE else exact(score)


_ROOT_PLACES = 20


def refusal_text(setup: Setup, refusal: str) -> str:
    """Why a method gives no result, with teams and judges by name, whom the tally knows by id."""
    names = {
        **{("team", str(team.id)): team.name for team in setup.teams},
        **{("judge", str(judge.id)): f"{judge.name} ({judge.id})" for judge in setup.judges},
    }

    def named(found: re.Match[str]) -> str:
        return names.get((found[1].lower(), found[2]), found[0])

    return _NAMED.sub(named, refusal)


_NAMED = re.compile(r"\b(team|judge) “([^”]*)”", re.IGNORECASE)


@contextmanager
def refusing_by_name(setup: Setup) -> Iterator[None]:
    """Let a method's refusal through in the words of `refusal_text`.

    Raises:
        MethodError: if there is one.
    """
    try:
        yield
    except MethodError as refusal:
        raise MethodError(refusal_text(setup, str(refusal))) from refusal
