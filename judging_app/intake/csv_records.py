"""The text of a CSV file to its records, numbered as a spreadsheet shows them."""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from judging_app.intake.csv_text import MOST_CHARACTERS_A_LINE, LongLineError, lines
from judging_app.intake.problems import Problems

MOST_ROWS = 20_000
"""Rows below the header, blank ones too."""

MOST_CELLS = 100
"""Of a record with more cells, no more than these are kept."""


@dataclass(frozen=True, slots=True)
class Record:
    """One row as it is now in the file; `width` counts its cells, kept or not."""

    number: int
    cells: Sequence[str]
    width: int

    @property
    def is_blank(self) -> bool:
        """Whether nothing is in any cell."""
        return not any(cell.strip() for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Records:
    """The records of a file; `is_whole` unless reading had to stop before its end."""

    records: tuple[Record, ...]
    is_whole: bool = True


def read_records(file: str, text: str, problems: Problems) -> Records:
    """The records in `text`, the header and blank ones included.

    Line breaks may be of any kind, and may be inside quoted cells.
    """
    found: list[Record] = []
    try:
        for record in _numbered(text):
            if record.number > MOST_ROWS + 1:
                problems.add(
                    file,
                    f"The file has more than {MOST_ROWS:,} rows. Delete the rows that you "
                    "don’t need.",
                )
                return Records((), is_whole=False)
            found.append(record)
    except csv.Error as error:
        problems.add(file, _refusal(error), len(found) + 1)
        return Records(tuple(found), is_whole=False)
    return Records(tuple(found))


def _numbered(text: str) -> Iterator[Record]:
    # Strict, because otherwise a quotation mark too many swallows the rows below it.
    reader = csv.reader(lines(text), strict=True)
    for number, cells in enumerate(reader, start=1):
        yield Record(number, cells[:MOST_CELLS], len(cells))


def _refusal(error: csv.Error) -> str:
    # The module has one kind of error for everything, so its text must tell.
    if isinstance(error, LongLineError) or "field larger" in str(error):
        return (
            f"This row has more than {MOST_CHARACTERS_A_LINE:,} characters. Shorten it, or close "
            "the quotation mark that a cell opens with."
        )
    return (
        "A quoted cell isn’t closed. Put a quotation mark at its start and end, and two for each "
        "quotation mark inside it."
    )
