"""The blocks of words that are stacked in the middle of a certificate."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from judging_app.export.certificates.fitting import rows_of
from judging_app.export.certificates.page import INK, POINT, Align, Page, width_mm

_CAPITALS = 0.345
"""Half the height of capitals, in parts of the size: they stand in the middle of their line."""

_SEPARATOR = "   ·   "
_LEAST_MEMBER = 7.0


class Block(Protocol):
    """Something with a height, and a space before it, in millimetres."""

    @property
    def before(self) -> float:
        """The space before it."""

    @property
    def height(self) -> float:
        """How high it is."""

    def draw(self, page: Page, x: float, y: float, align: Align) -> None:
        """Draw it with its upper edge at `y`."""


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines of one style; `leading` is in parts of the size."""

    lines: tuple[str, ...]
    face: str
    size: float
    colour: str = INK
    leading: float = 1.35
    track: float = 0
    before: float = 0
    is_quoted: bool = False

    @property
    def height(self) -> float:
        """How high it is."""
        return len(self.lines) * self.size * self.leading * POINT

    def draw(self, page: Page, x: float, y: float, align: Align) -> None:
        """Draw it with its upper edge at `y`."""
        with page.within("H1" if self.is_quoted else "P"):
            for number, line in enumerate(self.lines):
                foot = y + ((number + 0.5) * self.leading + _CAPITALS) * self.size * POINT
                page.text(
                    x,
                    foot,
                    line,
                    self.face,
                    self.size,
                    self.colour,
                    align,
                    track=self.track,
                    is_quoted=self.is_quoted,
                )


@dataclass(frozen=True, slots=True)
class Stroke:
    """A short rule."""

    wide: float
    colour: str
    weight: float
    before: float = 0
    height: float = 0

    def draw(self, page: Page, x: float, y: float, align: Align) -> None:
        """Draw it at `y`."""
        left = x - {"l": 0, "c": self.wide / 2, "r": self.wide}[align]
        page.rule(left, y, left + self.wide, self.colour, self.weight)


@dataclass(frozen=True, slots=True)
class Columns:
    """Whole names in columns, each as wide as its widest name."""

    columns: tuple[tuple[str, ...], ...]
    face: str
    size: float
    colour: str = INK
    before: float = 0
    gap: float = 8

    @property
    def height(self) -> float:
        """How high it is."""
        return max(map(len, self.columns)) * self._leading

    @property
    def _leading(self) -> float:
        return self.size * 1.45 * POINT

    def draw(self, page: Page, x: float, y: float, align: Align) -> None:  # noqa: ARG002 - a Block has it
        """Draw it with its upper edge at `y`; always from the left."""
        for names in self.columns:
            for row, name in enumerate(names):
                foot = y + (row + 0.5) * self._leading + _CAPITALS * self.size * POINT
                page.text(x, foot, name, self.face, self.size, self.colour)
            x += max(width_mm(name, self.face, self.size) for name in names) + self.gap


def members(
    names: Sequence[str],
    face: str,
    room: float,
    align: Align,
    size: float,
    *,
    columns: int = 2,
    colour: str = INK,
    before: float = 0,
) -> Block:
    """The members of a team; no name is ever broken, only set smaller where one is too wide."""
    largest = max(width_mm(name, face, 1) for name in names)
    if align == "c":
        size = max(_LEAST_MEMBER, min(size, int(2 * room / largest) / 2))
        rows = rows_of(tuple(names), face, size, room, _SEPARATOR)
        return Lines(rows, face, size, colour, 1.42, before=before)
    while columns > 1 and largest * _SMALL_IN_COLUMNS * columns > room - 8 * (columns - 1):
        columns -= 1
    wide = (room - 8 * (columns - 1)) / columns
    size = max(_LEAST_MEMBER, min(size, int(2 * wide / largest) / 2))
    deep = -(-len(names) // columns)
    parts = tuple(tuple(names[at : at + deep]) for at in range(0, len(names), deep))
    return Columns(parts, face, size, colour, before)


_SMALL_IN_COLUMNS = 11
"""Points below which names rather stand in fewer columns."""


def total(blocks: Sequence[Block]) -> float:
    """How high they are together."""
    return sum(block.height + (block.before if place else 0) for place, block in enumerate(blocks))


def stack(page: Page, blocks: Sequence[Block], x: float, y: float, align: Align) -> None:
    """Draw blocks below each other."""
    for place, block in enumerate(blocks):
        y += block.before if place else 0
        block.draw(page, x, y, align)
        y += block.height
