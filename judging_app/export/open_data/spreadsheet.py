"""Sheets to the bytes of an XLSX file in which nothing runs and every text stays a text."""

import io
from collections.abc import Iterable
from datetime import UTC, date, datetime, time
from fractions import Fraction
from math import ceil
from typing import assert_never

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from judging_app.present.open_data.sheet import Sheet, SheetCell, SheetColumn

LONGEST_CELL = 32_767
"""Characters that Excel takes in a cell; a longer text says that it was cut."""

_CUT = "… The whole text is in the open data."
_LINE, _HIGHEST = 15, 409
"""Points that a line takes, and that Excel gives a row at most."""

_MADE = datetime(2000, 1, 1, tzinfo=UTC)
"""The file's own date, so that the same event gives the same bytes."""


def spreadsheet(title: str, code: str, sheets: Iterable[Sheet]) -> bytes:
    """The workbook; the code of the result stands on every printed page."""
    target = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_numbers": False,
        "strings_to_urls": False,
    }
    with Workbook(target, options) as book:
        book.set_properties({"title": title, "created": _MADE.replace(tzinfo=None)})
        formats = _Formats(book)
        for one in sheets:
            _write(book.add_worksheet(one.title), one, formats, title, code)
    return target.getvalue()


class _Formats:
    """The looks of cells, each made once."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        wrapped = {"text_wrap": True, "valign": "top"}
        self.head: Format = book.add_format(
            {"bold": True, "bg_color": "#F3EEE5", "bottom": 1, **wrapped}
        )
        self.text: Format = book.add_format({"num_format": "@", "indent": 1, **wrapped})
        self.day: Format = book.add_format({"num_format": "yyyy-mm-dd", "valign": "top"})
        self.time: Format = book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss", "valign": "top"})
        self._numbers: dict[int, Format] = {}

    def number(self, decimals: int) -> Format:
        """A number with so many decimals."""
        if decimals not in self._numbers:
            shown = f"0.{'0' * decimals}" if decimals else "0"
            self._numbers[decimals] = self._book.add_format({"num_format": shown, "valign": "top"})
        return self._numbers[decimals]


def _write(page: Worksheet, one: Sheet, formats: _Formats, title: str, code: str) -> None:
    last_row, last_column = len(one.rows), len(one.columns) - 1
    for at, column in enumerate(one.columns):
        page.set_column(at, at, column.width)
        page.write_string(0, at, column.title, formats.head)
        for number, row in enumerate(one.rows, start=1):
            _cell(page, number, at, row[at], column, formats)
    widths = [column.width for column in one.columns]
    titles = tuple(column.title for column in one.columns)
    for number, cells in enumerate((titles, *one.rows)):
        lines = max(map(_lines, cells, widths), default=1)
        if lines > 1:  # not every program makes a row as high as its text
            page.set_row(number, min(lines * _LINE, _HIGHEST))
    page.freeze_panes(1, one.frozen)
    page.autofilter(0, 0, last_row, last_column)
    page.print_area(0, 0, last_row, last_column)
    page.repeat_rows(0)
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    page.set_header(f"&L{_escaped(title)}&R{_escaped(one.title)}")
    page.set_footer(f"&L{_escaped(code)}&R&P / &N")


def _cell(
    page: Worksheet, row: int, at: int, value: SheetCell, column: SheetColumn, formats: _Formats
) -> None:
    match value:
        case None:
            pass
        case str():
            page.write_string(row, at, _fitting(value), formats.text)
        case datetime():
            page.write_datetime(row, at, _local(value), formats.time)
        case date():
            page.write_datetime(row, at, datetime.combine(value, time()), formats.day)
        case int():
            page.write_number(row, at, value, formats.number(0))
        case Fraction():
            page.write_number(row, at, float(value), formats.number(column.decimals))
        case _:
            assert_never(value)


def _lines(value: SheetCell, width: int) -> int:
    """How many lines a text takes in a column so wide, counted in characters."""
    if not isinstance(value, str):
        return 1
    room = max(width - 2, 1)
    return sum(max(ceil(len(line) / room), 1) for line in value.splitlines()) or 1


def _fitting(text: str) -> str:
    return text if len(text) <= LONGEST_CELL else text[: LONGEST_CELL - len(_CUT)] + _CUT


def _local(at: datetime) -> datetime:
    """A time as the clock on the wall showed it, which is what a spreadsheet has."""
    return at.astimezone().replace(tzinfo=None, microsecond=0)


def _escaped(text: str) -> str:
    """A text in a page's head or foot, where & begins a command; both hold 255 characters."""
    return text[:80].replace("&", "&&")
