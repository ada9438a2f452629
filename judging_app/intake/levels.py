"""The levels of a criterion, which one cell holds: "1 = Poor; 5 = Good"."""

from dataclasses import replace

from judging_app.domain.rubric import Criterion, Level
from judging_app.errors import ScoreOffScaleError
from judging_app.intake.csv_row import Row
from judging_app.intake.problems import shown

LEVELS = "levels"
"""The column."""

MOST_LEVELS = 50
"""More than anyone reads; each is put in order by itself."""


def with_levels(row: Row, criterion: Criterion) -> Criterion | None:
    """`criterion` with the levels that its row gives; `None` if one of them is at fault."""
    parts = [part for part in row.cells.get(LEVELS, "").split(";") if part.strip()]
    if len(parts) > MOST_LEVELS:
        row.refuse(
            f"There are {len(parts)} levels, but {MOST_LEVELS} is the most that is possible. "
            "Remove some.",
            LEVELS,
        )
        return None
    levels = [_level(row, criterion, part) for part in parts]
    found = {level.score: level for level in levels if level}
    if len(found) < len(levels):
        if all(levels):
            row.refuse("Two levels have the same score. Keep one level for each score.", LEVELS)
        return None
    return replace(criterion, levels=tuple(found[score] for score in sorted(found)))


def _level(row: Row, criterion: Criterion, part: str) -> Level | None:
    before, equals, after = part.partition("=")
    if not equals or not before.strip() or not after.strip():
        row.refuse(
            f"{shown(part.strip())} isn’t a level. Write each as its score, an equals sign and "
            "its text, with semicolons between them, such as 1 = Poor; 5 = Good.",
            LEVELS,
        )
        return None
    score, text = row.tidied(before, LEVELS), row.tidied(after, LEVELS)
    points = row.amount_in(score, LEVELS) if score and text else None
    if points is None:
        return None
    try:
        return Level(criterion.in_steps(points), text)
    except ScoreOffScaleError as error:
        row.refuse(str(error), LEVELS)
        return None
