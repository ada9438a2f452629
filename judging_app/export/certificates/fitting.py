"""Fits words into lines: as large as they go, as even as they go, and never cut."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from judging_app.export.certificates.page import width_mm

Steps = tuple[tuple[float, float], ...]
"""The largest and the smallest size in one line, in two, and so on."""

LEAST = 2.0
"""Points below which nothing falls; 200 letters without a blank, which no name has, need 3."""

_HALVINGS = 14
_MOST_LINES = 5


@dataclass(frozen=True, slots=True)
class Fitted:
    """Lines with the size in points at which they fit."""

    size: float
    lines: tuple[str, ...]


@lru_cache(maxsize=4096)
def fitted(text: str, face: str, room: float, steps: Steps, track: float = 0) -> Fitted:
    """A name in one line down to a size, then in two, then in three, then in what it takes.

    `room` is in millimetres; sizes are half points. It is broken at blanks only.
    """
    for count, (largest, smallest) in enumerate(steps, 1):
        lines = even(text.split(" "), face, 10, count, track)
        size = _size(lines, face, room, largest, track)
        if size >= smallest and len(lines) == count:
            return Fitted(size, lines)
    best = Fitted(0, (text,))
    for count in range(1, _MOST_LINES + 1):
        lines = even(text.split(" "), face, 10, count, track)
        largest = steps[min(count, len(steps)) - 1][1]
        size = _size(lines, face, room, largest, track)
        if size > best.size and len(lines) == count:
            best = Fitted(size, lines)
    return best


def _size(lines: Sequence[str], face: str, room: float, largest: float, track: float) -> float:
    widest = max(width_mm(line, face, 1, track) for line in lines)
    return max(LEAST, min(largest, int(2 * room / widest) / 2)) if widest else largest


def even(
    words: Sequence[str], face: str, size: float, count: int, track: float = 0, gap: str = " "
) -> tuple[str, ...]:
    """Words in at most so many lines, the widest as narrow as it can be."""
    if count == 1:
        return (gap.join(words),)
    widths = [width_mm(word, face, size, track) for word in words]
    blank = width_mm(gap, face, size, track)
    low, high = max(widths), sum(widths) + blank * (len(words) - 1)
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        if len(_breaks(widths, blank, middle)) <= count:
            high = middle
        else:
            low = middle
    ends = _breaks(widths, blank, high)
    return tuple(gap.join(words[start:end]) for start, end in pairwise((0, *ends)))


def _breaks(widths: Sequence[float], blank: float, room: float) -> list[int]:
    """Where each line ends if every one is filled."""
    ends, used = [], 0.0
    for place, wide in enumerate(widths):
        if place and used + blank + wide > room + 1e-6:
            ends.append(place)
            used = wide
        else:
            used += wide + (blank if used else 0)
    return [*ends, len(widths)]


@lru_cache(maxsize=4096)
def balanced(text: str, face: str, size: float, room: float) -> tuple[str, ...]:
    """A sentence in as few lines as it takes, as even as they go."""
    words = text.split(" ")
    widths = [width_mm(word, face, size) for word in words]
    count = len(_breaks(widths, width_mm(" ", face, size), room))
    return even(words, face, size, count)


@lru_cache(maxsize=4096)
def rows_of(
    names: tuple[str, ...], face: str, size: float, room: float, gap: str
) -> tuple[str, ...]:
    """Whole names in as few rows as they take, as even as they go."""
    widths = [width_mm(name, face, size) for name in names]
    count = len(_breaks(widths, width_mm(gap, face, size), room))
    return even(names, face, size, count, gap=gap)
