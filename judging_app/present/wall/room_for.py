"""How many lines a name takes and how many rows a wall, so that nothing on it is ever cut.

A rough measure by letters: the painter, which knows the type, lays out what it is given, with room
to spare or a little closer.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from textwrap import wrap
from typing import TypeVar

Item = TypeVar("Item")

HEIGHT = 812
"""Of the room for rows, on a wall of 1,080 lines."""

COLUMN_LETTERS = 30
"""Letters of the smallest type on a line of a board in two columns."""

WIDE_LETTERS = 46
"""Letters of the next larger type on a line between a time and a state."""

_ROW_HEIGHTS = (48, 68, 96, 140)
"""Of a board's row with so many lines; each further one needs as much as the smallest type."""
_LINE = 48


@lru_cache(maxsize=8192)
def lines_of(text: str, letters: int) -> int:
    """How many lines `text` takes at so many letters a line."""
    return max(len(wrap(text, letters)), 1)


def row_height(lines: int) -> int:
    """The least height of a board's row of so many lines."""
    known = len(_ROW_HEIGHTS) - 1
    return _ROW_HEIGHTS[min(lines, known)] + max(lines - known, 0) * _LINE


def rows_deep(lines: Sequence[int], height: int = HEIGHT) -> int:
    """How many rows stand one below the other if those with the most lines came together."""
    deepest, left = 0, height
    for one in sorted(lines, reverse=True):
        left -= row_height(one)
        if left < 0:
            break
        deepest += 1
    return max(deepest, 1)


def filled(items: Sequence[Item], heights: Sequence[int], room: int) -> Iterator[Sequence[Item]]:
    """`items` in runs that fit into `room`, each as long as it can be."""
    start, used = 0, 0
    for number, height in enumerate(heights):
        if used + height > room and number > start:
            yield items[start:number]
            start, used = number, 0
        used += height
    if items:
        yield items[start:]
