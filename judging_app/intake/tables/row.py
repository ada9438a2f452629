"""One row of a CSV file, whose cells are read as text, amounts and dates."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import TypeVar

from judging_app.domain.figures import figure, says_none
from judging_app.domain.names import LONGEST, name_key, tidy
from judging_app.errors import FigureError, UnusableNameError
from judging_app.intake.tables.problems import Problems, shown, visible
from judging_app.words import listed

Choice = TypeVar("Choice")

MOST_CHARACTERS = 4 * LONGEST
"""A longer cell is refused unread: putting marks in order takes time by the square."""

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of one row by column; a cell that can't be used is noted in `problems`.

    A column that the file lacks though it needs it has no cell here; it was noted once,
    at the header, and isn't noted again for each row.
    """

    file: str
    number: int
    cells: Mapping[str, str]
    problems: Problems

    def refuse(self, text: str, column: str = "") -> None:
        """Note a problem with this row, or with one cell of it."""
        self.problems.add(self.file, text, self.number, column)

    def is_empty(self, column: str) -> bool:
        """Whether nothing is in the cell."""
        return not self.cells.get(column, "").strip()

    def text(self, column: str) -> str:
        """The cell, tidied; empty also if it can't be used, which is then noted."""
        cell = self.cells.get(column, "")
        return self.tidied(cell, column) if cell else ""

    def tidied(self, text: str, column: str) -> str:
        """`text`, a part of that cell, as `text` gives a whole one."""
        part = text.strip()
        if len(part) > MOST_CHARACTERS:
            self.refuse(
                f"{shown(part)} has {len(part)} characters. Shorten it to {LONGEST} or fewer.",
                column,
            )
            return ""
        try:
            return tidy(part)
        except UnusableNameError as error:
            self.refuse(visible(str(error)), column)
            return ""

    def filled(self, column: str) -> str:
        """`text`, noting also a cell that is empty."""
        if column in self.cells and self.is_empty(column):
            self.refuse(f"The {column} is empty. Type one.", column)
        return self.text(column)

    def amount(self, column: str, read: Callable[[str], Fraction] = figure) -> Fraction | None:
        """The cell as an exact number; `None` if it isn't one."""
        text = self.filled(column)
        return self.amount_in(text, column, read) if text else None

    def amount_in(
        self, text: str, column: str, read: Callable[[str], Fraction] = figure
    ) -> Fraction | None:
        """`text`, a part of that cell, as an exact number; `None` if it isn't one."""
        try:
            return read(text)
        except FigureError as error:
            self.refuse(visible(str(error)), column)
            return None

    def says_none(self, column: str) -> bool:
        """Whether the cell says that there is no figure: it is empty, or says N/A."""
        return column in self.cells and says_none(self.cells[column])

    def choice(self, column: str, words: Mapping[str, Choice]) -> Choice | None:
        """The value for the cell's word, in capitals or not; `None` if nothing.

        An empty cell means the same as the first of `words`.
        """
        text = self.text(column)
        if text and name_key(text) not in words:
            self.refuse(
                f"{shown(text)} can’t be used here. Write one of {listed(tuple(words))}, or "
                f"leave the cell empty for {next(iter(words))}.",
                column,
            )
            return None
        return words[name_key(text) or next(iter(words))]

    def day(self, column: str) -> date | None:
        """The cell as a date written year-month-day; `None` if it isn't one."""
        text = self.filled(column)
        if not text:
            return None
        try:
            return _date(text)
        except ValueError:
            self.refuse(
                f"{shown(text)} isn’t a date. Write it as year-month-day, such as 2019-03-04.",
                column,
            )
            return None


def _date(text: str) -> date:
    # fromisoformat also reads 20190304 and 2019-W10-1.
    if not _DATE.fullmatch(text):
        raise ValueError(text)
    return date.fromisoformat(text)
