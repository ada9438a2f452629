"""Several events side by side: their levels on what they share, and who differs most."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from judging_app.compare.matching import Common, Row, lined_up, shared
from judging_app.compare.summary import Summary
from judging_app.errors import DeskError

MOST = 1000


@dataclass(frozen=True, slots=True)
class Line:
    """An event in the comparison.

    `level` is the mean of its scores, from 0 to 100, over the criteria that all events share, each
    counting the same; `own_level` over all its own criteria by their weights.
    """

    summary: Summary
    level: Fraction | None
    own_level: Fraction | None
    by_criterion: Row


@dataclass(frozen=True, slots=True)
class Comparison:
    """Events in the order given; `commons` are the criteria of any, `shared` those of all."""

    lines: tuple[Line, ...]
    commons: tuple[Common, ...]
    shared: tuple[Common, ...]

    @property
    def levels(self) -> tuple[Line, ...]:
        """Those with a level on what is shared, the harshest first."""
        known = [one for one in self.lines if one.level is not None]
        return tuple(sorted(known, key=lambda one: one.level or Fraction(0)))

    @property
    def by_firmness(self) -> tuple[Line, ...]:
        """Those whose firmness is known, the firmest first."""
        known = [one for one in self.lines if one.summary.firmness is not None]
        return tuple(sorted(known, key=lambda one: -(one.summary.firmness or Fraction(0))))


def compared(summaries: Sequence[Summary], commons: Sequence[Common]) -> Comparison:
    """Two to a thousand events side by side.

    Raises:
        DeskError: if there are fewer or more, or one is there twice.
    """
    if not 2 <= len(summaries) <= MOST:  # noqa: PLR2004 - one alone is beside nothing
        raise DeskError(f"Choose 2 to {MOST:,} bundles to compare.")
    seen: dict[str, str] = {}
    for one in summaries:
        if one.digest in seen:
            raise DeskError(f"The bundle of “{one.title}” is there twice. Choose it once.")
        seen[one.digest] = one.title
    rows = lined_up(summaries, commons)
    in_all = shared(rows, commons)
    counted = [common in in_all for common in commons]
    lines = (_line(one, row, counted) for one, row in zip(summaries, rows, strict=True))
    return Comparison(tuple(lines), tuple(commons), in_all)


def _line(one: Summary, row: Row, counted: Sequence[bool]) -> Line:
    means = [
        found.mean
        for found, counts in zip(row, counted, strict=True)
        if counts and found and found.mean is not None
    ]
    level = sum(means, Fraction(0)) / len(means) if means else None
    return Line(one, level, _own_level(one), row)


def _own_level(one: Summary) -> Fraction | None:
    known = [(found.mean, found.weight) for found in one.criteria if found.mean is not None]
    weight = sum((share for _, share in known), Fraction(0))
    return sum((mean * share for mean, share in known), Fraction(0)) / weight if weight else None
