"""rubric.csv: the criteria with their weights and scales."""

from fractions import Fraction

from judging_app.domain.ids import CriterionId
from judging_app.domain.rubric import Criterion, decimal
from judging_app.errors import RubricError
from judging_app.intake.csv_form import CsvForm
from judging_app.intake.csv_row import Row
from judging_app.intake.csv_table import Table
from judging_app.intake.known import Known, declared

RUBRIC = CsvForm(
    "rubric.csv",
    "criteria",
    required=("criterion", "title", "min", "max"),
    optional=("weight", "step"),
)


def read_criteria(table: Table) -> Known[Criterion]:
    """Every criterion by its code; `None` stands for one whose row is at fault."""
    return declared(table, "criterion", _criterion)


def _criterion(row: Row, code: str, _place: int) -> Criterion | None:
    title = row.filled("title")
    step = Fraction(1) if row.is_empty("step") else row.amount("step")
    if step == 0:
        row.refuse("A step of 0 leads nowhere. Give one above zero, or leave it empty.", "step")
    minimum, maximum = row.amount("min"), row.amount("max")
    weight = _weight(row, maximum)
    lowest, highest = _in_steps(row, "min", minimum, step), _in_steps(row, "max", maximum, step)
    if not title or not step or weight is None or lowest is None or highest is None:
        return None
    try:
        return Criterion(CriterionId(code), title, weight, lowest, highest, step)
    except RubricError as error:
        row.refuse(str(error), "max" if weight else "weight")
        return None


def _weight(row: Row, maximum: Fraction | None) -> Fraction | None:
    """The weight, or the maximum in points where none is given."""
    if row.is_empty("weight"):
        # A maximum of 0 is refused for the scale that it makes, not for its weight.
        return maximum or Fraction(1)
    return row.amount("weight")


def _in_steps(row: Row, column: str, points: Fraction | None, step: Fraction | None) -> int | None:
    if points is None or not step:
        return None
    steps = points / step
    if steps.denominator == 1:
        return int(steps)
    row.refuse(
        f"{decimal(points)} isn't a whole number of steps of {decimal(step)}. "
        "Change it, or change the step.",
        column,
    )
    return None
