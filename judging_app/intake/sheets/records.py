"""Text that was saved as CSV, or pasted, to a sheet, by whichever sign parts its columns."""

import csv
from collections import Counter
from itertools import islice

from judging_app.intake.sheets.sheet import MOST_CELLS, MOST_ROWS, Cells, Sheet
from judging_app.intake.sheets.text import MOST_CHARACTERS_A_LINE, LongLineError, lines
from judging_app.intake.tables.problems import Problems

_SEPARATORS = (",", ";", "\t", "|")
_LOOKED_AT = 60
_NAMED = "sep="
"""What Excel writes in a first line of its own, before the separator that it used."""


def read_records(file: str, text: str, problems: Problems) -> Sheet:
    """The records in `text`, the header and blank ones included.

    Line breaks may be of any kind, and may be inside quoted cells.
    """
    named = text[: len(_NAMED) + 1].casefold()
    is_named = named.startswith(_NAMED) and text[len(named) :][:1] in ("", "\r", "\n")
    separator = named[-1] if is_named and named[-1] in _SEPARATORS else _separator(text)
    found: list[Cells] = []
    try:
        # Strict, because otherwise a quotation mark too many swallows the rows below it.
        for cells in csv.reader(lines(text), delimiter=separator, strict=True):
            if len(found) > MOST_ROWS:
                problems.add(file, too_many_rows())
                return Sheet((), is_whole=False)
            found.append(tuple(cells[: MOST_CELLS + 1]))
    except csv.Error as error:
        problems.add(file, _refusal(error), len(found) + 1)
        return Sheet(tuple(found), is_whole=False)
    if is_named:
        found[0] = ()
    return Sheet(tuple(found))


def too_many_rows() -> str:
    """What is said of a sheet that is longer than is read."""
    return f"The file has more than {MOST_ROWS:,} rows. Delete the rows that you don’t need."


def _separator(text: str) -> str:
    """The sign by which most of the first lines fall into equally many cells."""
    return max(_SEPARATORS, key=lambda one: (_fit(text, one), -_SEPARATORS.index(one)))


def _fit(text: str, separator: str) -> tuple[int, int]:
    widths: Counter[int] = Counter()
    try:
        for cells in islice(csv.reader(lines(text), delimiter=separator, strict=True), _LOOKED_AT):
            widths[len(cells)] += 1
    except csv.Error:
        pass  # told where the whole is read
    several = {width: times for width, times in widths.items() if width > 1}
    if not several:
        return 0, 0
    width = max(several, key=lambda one: (several[one], one))
    return several[width], width


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
