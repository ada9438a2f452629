"""A judge's own scores for the other teams, as marks on the scale of the criterion in hand."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from judging_app.domain.ballots import Ballot
from judging_app.domain.ids import CriterionId, TeamId
from judging_app.domain.people import Team
from judging_app.domain.rubric import Criterion, Rubric, decimal
from judging_app.words import counted, listed

MOST_NAMES = 4
"""Teams named at one score; of more, only their count is shown."""


@dataclass(frozen=True, slots=True)
class OwnMark:
    """One score that the judge gave to so many other teams; `text` says it with their names.

    `score` is in steps, and `at` its distance from the left end of the scale, from 0 to 1.
    """

    score: int
    at: Fraction
    teams: int
    text: str


def own_scores(
    rubric: Rubric, teams: Iterable[Team], others: Iterable[Ballot]
) -> Mapping[CriterionId, tuple[OwnMark, ...]]:
    """For each criterion, the marks from the least score to the greatest.

    `others` are one judge's ballots for the teams besides the one in hand. A criterion without a
    score yet has no mark, drafts count as well as ballots that are in.
    """
    names = {team.id: team.name for team in teams}
    given: dict[CriterionId, dict[int, list[TeamId]]] = {}
    for ballot in others:
        for criterion, score in ballot.scores.items():
            given.setdefault(criterion, {}).setdefault(score, []).append(ballot.team)
    return {
        criterion.id: tuple(
            _mark(criterion, score, [names[team] for team in found])
            for score, found in sorted(given.get(criterion.id, {}).items())
        )
        for criterion in rubric.judged
    }


def place_of(criterion: Criterion, score: int) -> Fraction:
    """How far a score, in steps, lies from the left end of its scale, from 0 to 1."""
    return Fraction(score - criterion.lowest, criterion.highest - criterion.lowest)


def own_scores_text(marks: Iterable[OwnMark]) -> str:
    """All of them in a sentence; empty for none."""
    said = "; ".join(mark.text for mark in marks)
    return f"Your other scores: {said}." if said else ""


def _mark(criterion: Criterion, score: int, teams: list[str]) -> OwnMark:
    points = decimal(criterion.in_points(score))
    whom = listed(teams) if len(teams) <= MOST_NAMES else counted(len(teams), "team")
    return OwnMark(score, place_of(criterion, score), len(teams), f"{points} for {whom}")
