"""rubric.csv: the criteria with their weights, scales, sections and levels."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import groupby

from judging_app.domain.figures import share
from judging_app.domain.ids import CriterionId
from judging_app.domain.rubric import Criterion, CriterionKind, Level, decimal
from judging_app.errors import RubricError, ScoreOffScaleError
from judging_app.intake.tables.form import Form
from judging_app.intake.tables.known import Known, declared
from judging_app.intake.tables.problems import shown
from judging_app.intake.tables.row import Row
from judging_app.intake.tables.table import Table

LEVELS = "levels"
RUBRIC = Form(
    "rubric.csv",
    "criteria",
    required=("criterion", "title", "min", "max"),
    optional=(
        *("weight", "step", "section", "section_weight", "kind", "inverted", "comment"),
        LEVELS,
    ),
)

_KINDS: Mapping[str, CriterionKind] = {kind.value: kind for kind in CriterionKind}
_IS_INVERTED: Mapping[str, bool] = {"no": False, "yes": True}
_NEEDS_COMMENT: Mapping[str, bool] = {"optional": False, "required": True}


@dataclass(frozen=True, slots=True)
class _Line:
    """A row that may be a criterion; `criterion` is `None` if it is at fault.

    Its weight is still the one within its section; `section_weight` is the weight of the whole
    section, or `None` where the weights are used as they are.
    """

    row: Row
    section: str
    section_weight: Fraction | None
    criterion: Criterion | None


def read_criteria(table: Table) -> Known[Criterion]:
    """Every criterion by its code; `None` for one whose row is at fault.

    In a section with a weight, a criterion's weight is section weight × its own weight ÷ the sum of
    the weights in the section.
    """
    lines = declared(table, "criterion", _line)
    _check_sections(lines.values)
    criteria = {
        code: _weighed(line, lines.values) if line else None for code, line in lines.by_key.items()
    }
    _check_judged(table, tuple(criteria.values()))
    return Known(table, lines.column, lines.key, criteria)


def _line(row: Row, code: str, _place: int) -> _Line:
    section = row.text("section")
    section_weight = None if row.is_empty("section_weight") else row.amount("section_weight", share)
    if section_weight is not None and not section:
        row.refuse(
            "This weight has no section. Name the section, or leave the weight empty.",
            "section_weight",
        )
    if section_weight is not None and section_weight <= 0:
        row.refuse(
            f"A section can’t have a weight of {decimal(section_weight)}. "
            "Give it a weight above 0.",
            "section_weight",
        )
        section_weight = None
    return _Line(row, section, section_weight, _criterion(row, code, section))


def _criterion(row: Row, code: str, section: str) -> Criterion | None:
    title = row.filled("title")
    step = Fraction(1) if row.is_empty("step") else row.amount("step")
    if step is not None and step <= 0:
        row.refuse(
            f"A step can’t be {decimal(step)}. Give a step above 0, or leave it empty.", "step"
        )
        step = None
    minimum, maximum = row.amount("min"), row.amount("max")
    weight = _weight(row, maximum)
    lowest, highest = _in_steps(row, "min", minimum, step), _in_steps(row, "max", maximum, step)
    kind, is_inverted = row.choice("kind", _KINDS), row.choice("inverted", _IS_INVERTED)
    needs_comment = row.choice("comment", _NEEDS_COMMENT)
    if not title or not step or weight is None or lowest is None or highest is None:
        return None
    if kind is None or is_inverted is None or needs_comment is None:
        return None
    column = "max" if weight else "weight"
    try:
        plain = Criterion(CriterionId(code), title, weight, lowest, highest, step, section=section)
        column = "kind"
        kinded = replace(plain, kind=kind, is_inverted=is_inverted)
        column = "comment"
        return with_levels(row, replace(kinded, needs_comment=needs_comment))
    except RubricError as error:
        row.refuse(str(error), column)
        return None


def _weight(row: Row, maximum: Fraction | None) -> Fraction | None:
    """The weight, or the maximum in points where none is given."""
    if row.is_empty("weight"):
        # A maximum of 0 or less is refused for the scale that it makes, not for its weight.
        return maximum if maximum and maximum > 0 else Fraction(1)
    return row.amount("weight", share)


def _in_steps(row: Row, column: str, points: Fraction | None, step: Fraction | None) -> int | None:
    if points is None or not step:
        return None
    steps = points / step
    if steps.denominator == 1:
        return int(steps)
    row.refuse(
        f"{decimal(points)} isn’t a whole number of steps of {decimal(step)}. Change it, or "
        "change the step.",
        column,
    )
    return None


def _check_sections(lines: Iterable[_Line]) -> None:
    """Note a section that is broken off, or whose rows differ in its weight."""
    first: dict[str, _Line] = {}
    for section, run in groupby(lines, key=lambda line: line.section):
        for place, line in enumerate(run):
            if not section:
                continue
            start = first.setdefault(section, line)
            if not place and start is not line:
                line.row.refuse(
                    f"{shown(section)} starts in row {start.row.number}, but its criteria are "
                    "not together. Put them one below the other.",
                    "section",
                )
            _check_section_weight(line, start)


def _check_section_weight(line: _Line, start: _Line) -> None:
    if line.section_weight != start.section_weight:
        line.row.refuse(
            f"{shown(line.section)} has a different weight in row {start.row.number}. Use the "
            "same weight in every row of a section.",
            "section_weight",
        )
    criterion = line.criterion
    if line.section_weight and criterion and criterion.kind is CriterionKind.BONUS:
        line.row.refuse(
            "A bonus is added on top, so it can’t be part of a section. Remove it from the "
            "section, or change its kind.",
            "kind",
        )


def _weighed(line: _Line, lines: Iterable[_Line]) -> Criterion | None:
    """The criterion with the weight that it has in the whole rubric."""
    if not line.criterion or not line.section_weight:
        return line.criterion
    shares = (
        one.criterion.weight for one in lines if one.criterion and one.section == line.section
    )
    share = line.criterion.weight / sum(shares, Fraction(0))
    return replace(line.criterion, weight=line.section_weight * share)


def _check_judged(table: Table, criteria: tuple[Criterion | None, ...]) -> None:
    """Note, once every row is without fault, that the judges would have nothing to score."""
    if not table.is_whole or not table.rows or len(criteria) < len(table.rows):
        return
    if all(one is not None and one.kind is not CriterionKind.JUDGED for one in criteria):
        table.rows[0].refuse(
            "The judges score no criterion in this rubric. Give at least one criterion the kind "
            "judged.",
            "kind",
        )


MOST_LEVELS = 50
"""More than anyone reads; each is put in order by itself."""


def with_levels(row: Row, criterion: Criterion) -> Criterion | None:
    """`criterion` with the levels that its row gives; `None` if one of them is at fault.

    They are apart by semicolons, or by line breaks, where semicolons are of their texts.
    """
    cell = row.cells.get(LEVELS, "")
    parts = [
        part for part in (cell.splitlines() if "\n" in cell else cell.split(";")) if part.strip()
    ]
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
