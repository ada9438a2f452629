"""A sheet of a spreadsheet for people, as values: its columns, and a cell for each."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction
from typing import TypeAlias

SheetCell: TypeAlias = str | int | Fraction | date | datetime | None
"""A text stays a text whatever it looks like; `None` leaves the cell empty."""


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column: its title, its width in characters, and the decimals of its numbers."""

    title: str
    width: int = 12
    decimals: int = 0


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet; the first `frozen` columns stay in view beside the title row."""

    title: str
    columns: tuple[SheetColumn, ...]
    rows: tuple[tuple[SheetCell, ...], ...]
    frozen: int = 1


def sheet(
    title: str,
    columns: Iterable[SheetColumn],
    rows: Iterable[Iterable[SheetCell]],
    frozen: int = 1,
) -> Sheet:
    """A sheet from anything that can be gone through once."""
    return Sheet(title, tuple(columns), tuple(tuple(row) for row in rows), frozen)
