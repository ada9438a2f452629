"""One sheet of a file: its rows as a person sees them."""

from dataclasses import dataclass

MOST_ROWS = 60_000
"""Rows of a sheet, blank ones too."""

MOST_CELLS = 200
"""Of a row with more cells, no more than these are kept."""

Cells = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The texts of one sheet; a row's number is its place, counted from 1.

    `is_whole` unless reading had to stop before the end. `name` is empty where a file has no
    sheets of its own.
    """

    rows: tuple[Cells, ...]
    name: str = ""
    is_whole: bool = True


def is_blank(cells: Cells) -> bool:
    """Whether nothing is in any cell."""
    return not any(cell.strip() for cell in cells)


def trimmed(cells: Cells) -> Cells:
    """`cells` without the blank ones at the end."""
    end = len(cells)
    while end and not cells[end - 1].strip():
        end -= 1
    return cells[:end]
