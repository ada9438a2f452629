"""The whole rubric as a judge reads it: every criterion with its weight, scale and levels."""

from collections.abc import Iterator
from dataclasses import dataclass

from judging_app.domain.rubric import Rubric
from judging_app.present.criteria import headed_criteria, levels_of, scale_text, weight_in_sentence


@dataclass(frozen=True, slots=True)
class RubricRow:
    """One criterion; `levels` are pairs of points and words, from the lowest.

    `section` is a heading to show above it, empty where none begins here.
    """

    criterion_id: str
    section: str
    title: str
    weight_text: str
    scale_text: str
    levels: tuple[tuple[str, str], ...]
    asks_text: str


ASKS = "Asks for a comment for the team."


def rubric_rows(rubric: Rubric) -> tuple[RubricRow, ...]:
    """What a judge scores by, in the order of the scorecard."""
    return tuple(_rows(rubric))


def _rows(rubric: Rubric) -> Iterator[RubricRow]:
    for heading, criteria in headed_criteria(rubric):
        for place, criterion in enumerate(criteria):
            yield RubricRow(
                criterion_id=criterion.id,
                section=heading if not place else "",
                title=criterion.title,
                weight_text=weight_in_sentence(criterion, rubric),
                scale_text=scale_text(criterion),
                levels=levels_of(criterion),
                asks_text=ASKS if criterion.needs_comment else "",
            )
