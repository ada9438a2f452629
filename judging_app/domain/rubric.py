"""The rubric: what is judged, on which scale, and what each part weighs."""

from dataclasses import dataclass
from fractions import Fraction

from judging_app.domain.ids import CriterionId
from judging_app.errors import RubricError, ScoreOffScaleError, UnknownError


@dataclass(frozen=True, slots=True)
class Criterion:
    """One line of the rubric, with its scale and its share of the total.

    The scale is counted in whole steps from zero: on a scale from 1 to 10 in steps of
    0.5, `lowest` is 2, `highest` is 20 and a score of 7.5 is 15. So every score is an `int`.
    """

    id: CriterionId
    title: str
    weight: Fraction
    lowest: int = 1
    highest: int = 10
    step: Fraction = Fraction(1)

    def __post_init__(self) -> None:
        if self.weight <= 0:
            raise RubricError(
                f"“{self.title}” weighs {decimal(self.weight)}; give it a weight above zero or "
                "leave it out."
            )
        if self.step <= 0:
            raise RubricError(
                f"“{self.title}” has a step of {decimal(self.step)}; give one above zero."
            )
        if not 0 <= self.lowest < self.highest:
            raise RubricError(
                f"“{self.title}” runs from {decimal(self.in_points(self.lowest))} to "
                f"{decimal(self.in_points(self.highest))}; its maximum must lie above its minimum, "
                "and its minimum must not be below zero."
            )

    @property
    def scale(self) -> range:
        """Every score that can be given, in steps."""
        return range(self.lowest, self.highest + 1)

    def in_points(self, score: int) -> Fraction:
        """A score in the points that a judge reads, from its count of steps."""
        return score * self.step

    def check(self, score: int) -> None:
        """Refuse a score off this criterion's scale.

        Raises:
            ScoreOffScaleError: if `score`, in steps, lies outside lowest..highest.
        """
        if type(score) is not int:
            raise ScoreOffScaleError(f"“{score}” is not a score. {self._remedy()}")
        if score not in self.scale:
            raise ScoreOffScaleError(self._refusal(self.in_points(score)))

    def in_steps(self, points: Fraction) -> int:
        """The score that `points` stand for.

        Raises:
            ScoreOffScaleError: if they are off the scale or between two steps.
        """
        steps = points / self.step
        if steps.denominator != 1 or int(steps) not in self.scale:
            raise ScoreOffScaleError(self._refusal(points))
        return int(steps)

    def _refusal(self, points: Fraction) -> str:
        return f"{decimal(points)} is off the scale of “{self.title}”. {self._remedy()}"

    def _remedy(self) -> str:
        lowest, highest = self.in_points(self.lowest), self.in_points(self.highest)
        steps = "a whole number" if self.step == 1 else f"steps of {decimal(self.step)}"
        return f"Enter {steps} from {decimal(lowest)} to {decimal(highest)}."


@dataclass(frozen=True, slots=True)
class Rubric:
    """All criteria in the order in which they are judged."""

    criteria: tuple[Criterion, ...]

    def criterion(self, id: CriterionId) -> Criterion:  # noqa: A002 - the field's own name
        """The criterion with this id.

        Raises:
            UnknownError: if the rubric has none.
        """
        for criterion in self.criteria:
            if criterion.id == id:
                return criterion
        raise UnknownError(f"The rubric has no criterion “{id}”; check its spelling.")

    @property
    def full_total(self) -> Fraction:
        """The total of a ballot with every criterion at its maximum."""
        return sum((criterion.weight for criterion in self.criteria), Fraction(0))


def decimal(value: Fraction) -> str:
    """An exact decimal where there is a short one ("7.5"), else the fraction itself ("1/3")."""
    for digits in range(_MOST_DIGITS + 1):
        scaled = abs(value) * 10**digits
        if scaled.denominator == 1:
            whole, part = divmod(int(scaled), 10**digits)
            sign = "-" if value < 0 else ""
            return f"{sign}{whole}.{part:0{digits}d}" if digits else f"{sign}{whole}"
    return str(value)


_MOST_DIGITS = 6
