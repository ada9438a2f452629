"""The rubric: what is judged, on which scale, and how much each part counts."""

import hashlib
from collections.abc import Collection
from dataclasses import asdict, dataclass
from enum import Enum
from fractions import Fraction
from itertools import groupby, pairwise
from math import floor

from judging_app.domain.ids import CriterionId
from judging_app.domain.journal import canonical, fingerprint
from judging_app.errors import RubricError, ScoreOffScaleError, UnknownError


class CriterionKind(Enum):
    """Who scores a criterion, and whether the full total counts it."""

    JUDGED = "judged"
    ORGANISER = "organiser"
    BONUS = "bonus"


@dataclass(frozen=True, slots=True)
class Level:
    """What a score means, in words; `score` is in steps."""

    score: int
    text: str


@dataclass(frozen=True, slots=True)
class Criterion:
    """One line of the rubric, with its scale and its share of the total.

    The scale is counted in whole steps from zero: on a scale from 1 to 10 in steps of
    0.5, `lowest` is 2, `highest` is 20 and a score of 7.5 is 15. So every score is an `int`.

    A scale may begin below zero, where a score takes points off; it ends above zero, because the
    highest score is what the weight is measured by.

    On an inverted scale the lowest score is the best. A bonus comes on top of the full total.
    `needs_comment` asks the judge for a comment for the team. `levels` rise with their scores,
    and need not name every score.
    """

    id: CriterionId
    title: str
    weight: Fraction
    lowest: int = 1
    highest: int = 10
    step: Fraction = Fraction(1)
    kind: CriterionKind = CriterionKind.JUDGED
    is_inverted: bool = False
    section: str = ""
    needs_comment: bool = False
    levels: tuple[Level, ...] = ()

    def __post_init__(self) -> None:
        if self.weight <= 0:
            raise RubricError(
                f"“{self.title}” has a weight of {decimal(self.weight)}. Give it a weight above "
                "0, or remove it."
            )
        if self.step <= 0:
            raise RubricError(
                f"“{self.title}” has a step of {decimal(self.step)}. Give it a step above 0."
            )
        if not self.lowest < self.highest > 0:
            raise RubricError(
                f"“{self.title}” runs from {decimal(self.in_points(self.lowest))} to "
                f"{decimal(self.in_points(self.highest))}. Its maximum must be above its "
                "minimum and above 0. To take points off only, use a penalty."
            )
        self._check_kind()
        self._check_levels()

    @property
    def is_judged(self) -> bool:
        """Whether it is on a judge's card."""
        return self.kind is not CriterionKind.ORGANISER

    @property
    def best(self) -> int:
        """The score that is worth most, in steps."""
        return self.lowest if self.is_inverted else self.highest

    @property
    def worst(self) -> int:
        """The score that is worth least, in steps."""
        return self.highest if self.is_inverted else self.lowest

    @property
    def scale(self) -> range:
        """Every score that can be given, in steps."""
        return range(self.lowest, self.highest + 1)

    def in_points(self, score: int) -> Fraction:
        """A score in the points that a judge reads, from its count of steps."""
        return score * self.step

    def merit(self, score: int) -> int:
        """A score turned so that more is always better, in steps.

        On an inverted scale the mirrored score takes its place: of 1 (best) to 5, a 1 counts
        as 5 and a 5 as 1. So the same opinion is worth the same whichever way its scale runs.
        """
        return self.lowest + self.highest - score if self.is_inverted else score

    def worth(self, score: int) -> Fraction:
        """What a score adds to the total: weight × merit ÷ maximum, in the rubric's points.

        The best score is worth the whole weight; the worst is worth nothing only where the
        scale starts at 0, and takes points off where it starts below. Merit and maximum are both
        counted in steps, so the step cancels.
        """
        return self.weight * self.merit(score) / self.highest

    def check(self, score: int) -> None:
        """Refuse a score off this criterion's scale.

        Raises:
            ScoreOffScaleError: if `score`, in steps, lies outside lowest..highest.
        """
        if type(score) is not int:
            raise ScoreOffScaleError(f"“{score}” is not a score. {self._remedy()}")
        if score not in self.scale:
            raise ScoreOffScaleError(self._off_scale(self.in_points(score)))

    def in_steps(self, points: Fraction) -> int:
        """The score, in steps, for `points`.

        Raises:
            ScoreOffScaleError: if they are off the scale or between two steps.
        """
        steps = points / self.step
        if not self.lowest <= steps <= self.highest:
            raise ScoreOffScaleError(self._off_scale(points))
        if steps.denominator != 1:
            below = floor(steps)
            around = (decimal(self.in_points(one)) for one in (below, below + 1))
            raise ScoreOffScaleError(
                f"{decimal(points)} lies between two scores of “{self.title}”. "
                f"Enter {' or '.join(around)}."
            )
        return int(steps)

    def _check_kind(self) -> None:
        if self.kind is CriterionKind.BONUS and (self.lowest or self.is_inverted):
            raise RubricError(
                f"“{self.title}” is a bonus, so its scale must start at 0 and not be inverted. "
                "Change its scale or its kind."
            )
        if self.needs_comment and not self.is_judged:
            raise RubricError(
                f"The organiser scores “{self.title}” and writes no comment. Make its comment "
                "optional, or change its kind."
            )

    def _check_levels(self) -> None:
        for level in self.levels:
            if level.score not in self.scale or not level.text:
                raise RubricError(
                    f"“{self.title}” has a level at {decimal(self.in_points(level.score))} that "
                    f"is outside its scale or has no text. {self._remedy()}"
                )
        if any(one.score >= other.score for one, other in pairwise(self.levels)):
            raise RubricError(
                f"The levels of “{self.title}” are out of order. List the lowest score first, "
                "with one level for each score."
            )

    def _off_scale(self, points: Fraction) -> str:
        refusal = f"{decimal(points)} is outside the scale of “{self.title}”. {self._remedy()}"
        if points < 0 <= self.lowest:
            starts = decimal(self.in_points(self.lowest))
            return (
                f"{refusal} This scale starts at {starts}. Let it start below 0 in the rubric, or "
                "take points off with a penalty."
            )
        return refusal

    def _remedy(self) -> str:
        lowest, highest = self.in_points(self.lowest), self.in_points(self.highest)
        steps = "a whole number" if self.step == 1 else f"steps of {decimal(self.step)}"
        return f"Enter {steps} from {decimal(lowest)} to {decimal(highest)}."


@dataclass(frozen=True, slots=True)
class Section:
    """Criteria that are together under a title, which is empty where there is none."""

    title: str
    criteria: tuple[Criterion, ...]

    @property
    def judged(self) -> tuple[Criterion, ...]:
        """Those on a judge's card."""
        return tuple(criterion for criterion in self.criteria if criterion.is_judged)


@dataclass(frozen=True, slots=True)
class Rubric:
    """All criteria in the order in which they are judged."""

    criteria: tuple[Criterion, ...]

    @property
    def judged(self) -> tuple[Criterion, ...]:
        """The criteria on a judge's card, bonus included; a ballot is complete with these."""
        return tuple(criterion for criterion in self.criteria if criterion.is_judged)

    @property
    def by_organiser(self) -> tuple[Criterion, ...]:
        """The criteria that the organiser scores once for each team, such as a price."""
        return tuple(criterion for criterion in self.criteria if not criterion.is_judged)

    def sections(self) -> tuple[Section, ...]:
        """The criteria by their sections, in the rubric's order.

        A section that is broken off and taken up again is two.
        """
        runs = groupby(self.criteria, key=lambda criterion: criterion.section)
        return tuple(Section(title, tuple(run)) for title, run in runs)

    def criterion(self, id: CriterionId) -> Criterion:  # noqa: A002 - the field's own name
        """The criterion with this id.

        Raises:
            UnknownError: if the rubric has none.
        """
        for criterion in self.criteria:
            if criterion.id == id:
                return criterion
        raise UnknownError(f"There is no criterion “{id}” in this rubric. Check its spelling.")

    @property
    def full_total(self) -> Fraction:
        """What a team has with every criterion at its best, the organiser's included.

        Bonus is left out, so a total may exceed it: "104.00 of 100 + 5 bonus".
        """
        return self.ballot_total + _weight(self.by_organiser)

    @property
    def ballot_total(self) -> Fraction:
        """What a ballot comes to with every criterion at its best, bonus left out."""
        return _weight([one for one in self.criteria if one.kind is CriterionKind.JUDGED])

    @property
    def bonus(self) -> Fraction:
        """What comes on top of either total with every bonus at its best."""
        return _weight([one for one in self.criteria if one.kind is CriterionKind.BONUS])


def rubric_code(rubric: Rubric) -> str:
    """The short code of everything that a rubric says, so that two can be compared on paper."""
    content = canonical(
        [[f"{key}={value}" for key, value in asdict(c).items()] for c in rubric.criteria]
    )
    return fingerprint(hashlib.sha256(f"pitchday/rubric/1\0{content}".encode()).hexdigest())


def _weight(criteria: Collection[Criterion]) -> Fraction:
    return sum((criterion.weight for criterion in criteria), Fraction(0))


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
