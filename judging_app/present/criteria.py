"""A criterion in words: its weight, its scale, its levels, and a score on it."""

from fractions import Fraction

from judging_app.domain.rubric import Criterion, CriterionKind, Level, Rubric, decimal
from judging_app.present.numbers import readable, shown
from judging_app.words import listed

NO_SECTION = "Other criteria"

MOST_CHARACTERS = 150
"""Of several levels in a line, which is two on a laptop's card.

Where they are longer, their scores must do.
"""

MOST_BETWEEN = 190
"""Of the two levels that a score is between, which is two lines beside the keys of a scale."""


def headed_criteria(rubric: Rubric) -> tuple[tuple[str, tuple[Criterion, ...]], ...]:
    """The judged criteria under the heading of their section, if it has one.

    Those that follow a section without being of any have a heading too, or they would seem to
    be of it.
    """
    shown = [section for section in rubric.sections() if section.judged]
    return tuple(
        (section.title or (NO_SECTION if place else ""), section.judged)
        for place, section in enumerate(shown)
    )


def weight_in_sentence(criterion: Criterion, rubric: Rubric) -> str:
    """How much it counts, or what a bonus can add: "counts 30 of 100", "bonus, up to 5"."""
    weight = readable(criterion.weight)
    if not weight.strip("0."):
        weight = "under 0.01"
    is_bonus = criterion.kind is CriterionKind.BONUS
    full = readable(rubric.full_total)
    return f"bonus, up to {weight}" if is_bonus else f"counts {weight} of {full}"


def total_text(total: Fraction, rubric: Rubric) -> str:
    """A ballot's total beside what it is out of: "74.71 of 100", "101.00 of 100 + 5 bonus"."""
    return f"{shown(total)} of {ballot_full_text(rubric)}"


def full_text(rubric: Rubric) -> str:
    """What a result is out of: "100", or with a bonus "100 + 1 bonus"."""
    return _with_bonus(rubric.full_total, rubric)


def ballot_full_text(rubric: Rubric) -> str:
    """What one ballot's total is out of, as `full_text`."""
    return _with_bonus(rubric.ballot_total, rubric)


def _with_bonus(full: Fraction, rubric: Rubric) -> str:
    bonus = f" + {readable(rubric.bonus)} bonus" if rubric.bonus else ""
    return f"{readable(full)}{bonus}"


def scale_text(criterion: Criterion) -> str:
    """The scale in points: "1 to 10", "0 to 5 in steps of 0.5", "1 to 5, 1 is best"."""
    lowest, highest = (_points(criterion, one) for one in (criterion.lowest, criterion.highest))
    steps = "" if criterion.step == 1 else f" in steps of {decimal(criterion.step)}"
    best = f", {lowest} is best" if criterion.is_inverted else ""
    return f"{lowest} to {highest}{steps}{best}"


def sectioned_title(criterion: Criterion) -> str:
    """The title behind its section's, on one line: "Viability: Market opportunity"."""
    return f"{criterion.section}: {criterion.title}" if criterion.section else criterion.title


def score_text(criterion: Criterion, score: int | None) -> str:
    """A score, given in steps, against its scale: "7 of 10", or inverted "2 (1 is best)".

    `None` is "Not scored", which is never zero.
    """
    points = "Not scored" if score is None else _points(criterion, score)
    if criterion.is_inverted:
        return f"{points} ({_points(criterion, criterion.best)} is best)"
    return points if score is None else f"{points} of {_points(criterion, criterion.highest)}"


def ends_text(criterion: Criterion) -> str:
    """The scale before anything is scored: its lowest and highest level in words.

    Where they are too long for a line, how many levels there are; without levels, the scale.
    """
    levels = criterion.levels
    if not levels:
        return scale_text(criterion)
    line = " · ".join(dict.fromkeys(_said(criterion, one) for one in (levels[0], levels[-1])))
    if len(line) <= MOST_BETWEEN:
        return line
    scores = listed([_points(criterion, one.score) for one in levels])
    return f"{scale_text(criterion)}. Levels at {scores}: press R to read them."


def meaning_text(criterion: Criterion, score: int) -> str:
    """What a score means by the levels: its own level, or the two that it is between.

    Empty if the criterion has none.
    """
    levels = criterion.levels
    if not levels:
        return ""
    if score < levels[0].score:
        return f"Below {_said(criterion, levels[0])}"
    reached = [level for level in levels if level.score <= score][-1]
    if reached.score == score:
        return reached.text
    above = next((level for level in levels if level.score > score), None)
    return _between(criterion, reached, above) if above else f"Above {_said(criterion, reached)}"


def levels_of(criterion: Criterion) -> tuple[tuple[str, str], ...]:
    """Every level: its score in points, and its text."""
    return tuple((_points(criterion, one.score), one.text) for one in criterion.levels)


def all_levels(criterion: Criterion) -> str:
    """All levels in a line: "1: Poor · 5: Good · 10: Outstanding", or where they are."""
    line = " · ".join(_said(criterion, level) for level in criterion.levels)
    if len(line) <= MOST_CHARACTERS:
        return line
    scores = ", ".join(_points(criterion, level.score) for level in criterion.levels)
    return f"Levels at {scores}. Choose a score to see what it means."


def _between(criterion: Criterion, below: Level, above: Level) -> str:
    line = " and ".join(
        f"{_points(criterion, level.score)} “{level.text}”" for level in (below, above)
    )
    line = f"Between {line}"
    if len(line) <= MOST_BETWEEN:
        return line
    scores = (_points(criterion, level.score) for level in (below, above))
    return f"Between the levels {' and '.join(scores)}"


def _said(criterion: Criterion, level: Level) -> str:
    return f"{_points(criterion, level.score)}: {level.text}"


def _points(criterion: Criterion, score: int) -> str:
    return decimal(criterion.in_points(score))
