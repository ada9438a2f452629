"""What each method is called, and what its scores count."""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from fractions import Fraction
from types import MappingProxyType

from judging_app.domain.event import Method
from judging_app.domain.rubric import Rubric
from judging_app.domain.setup import Setup
from judging_app.errors import MethodError
from judging_app.present.criteria import full_text
from judging_app.present.numbers import exact, shown


@dataclass(frozen=True, slots=True)
class MethodWords:
    """A method for people: by itself, within a sentence, and the unit of its score.

    `unit` is empty where the score is in points, which are shown with what they are out of.
    """

    name: str
    in_sentence: str
    unit: str = ""


METHOD_WORDS: Mapping[Method, MethodWords] = MappingProxyType(
    {
        Method.MEAN: MethodWords("Mean", "the mean"),
        Method.ADJUSTED: MethodWords(
            "Adjusted for harsh and lenient judges",
            "the mean adjusted for harsh and lenient judges",
        ),
        Method.TRIMMED: MethodWords("Trimmed mean", "the trimmed mean"),
        Method.MEDIAN: MethodWords("Median", "the median"),
        Method.RANK: MethodWords("Mean rank", "mean rank", "mean rank, lower is better"),
        Method.RANK_POINTS: MethodWords("Rank points", "rank points", "rank points"),
        Method.MAJORITY: MethodWords(
            "Majority placings", "majority placings", "majority place, lower is better"
        ),
        Method.Z_SCORE: MethodWords("Z-score", "z-score", "z-score"),
    }
)


def method_name(method: Method) -> str:
    """What a method is called where it is by itself: "Mean rank"."""
    return METHOD_WORDS[method].name


def unit_text(method: Method, rubric: Rubric) -> str:
    """What follows a score: "of 100", "of 100 + 1 bonus", "rank points"."""
    return METHOD_WORDS[method].unit or f"of {full_text(rubric)}"


def score_text(method: Method, score: Fraction) -> str:
    """A score rounded for display; a majority place is a whole number."""
    return shown(score, 0 if method is Method.MAJORITY else 2)


def exact_score_text(method: Method, score: Fraction) -> str:
    """A score as a fraction, or where it is a sum of roots that no fraction equals, to 20 decimals.

    These lie far within what the z-score's own approximation is good for.
    """
    return shown(score, _ROOT_PLACES) if method is Method.Z_SCORE else exact(score)


_ROOT_PLACES = 20


def is_lower_better(method: Method) -> bool:
    """Whether the lowest score wins, as it does with ranks and places."""
    return method in (Method.RANK, Method.MAJORITY)


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
