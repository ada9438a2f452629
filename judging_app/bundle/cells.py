"""Rows as the texts of CSV files, and back: RFC 4180, with nothing that a spreadsheet would run.

A text that a spreadsheet would take for a formula gets one apostrophe before it, and so does one
that already has apostrophes before such a start: taking one away gives every text back.

Source: Y. Shafranovich, RFC 4180; OWASP, CSV Injection,
https://owasp.org/www-community/attacks/CSV_Injection. The wide signs were found to be taken so too.
"""

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import MAXYEAR, date, datetime
from fractions import Fraction
from operator import index
from typing import TypeAlias

from judging_app.bundle.tables import CellKind, Column, Form
from judging_app.closed_sets import complete
from judging_app.errors import BundleError

Cell: TypeAlias = str | int | bool | date | datetime | Fraction | None
PlainCell: TypeAlias = str | int | bool | None
"""What JSON has for a cell."""

_STARTS = r"\s*[=+\-@|%＝＋－＠\t\r\n]"
_TAKEN_FOR_FORMULA = re.compile(f"'*{_STARTS}")
_GUARDED = re.compile(f"'+{_STARTS}")


def guarded(text: str) -> str:
    """`text` with an apostrophe before it if a spreadsheet would take it for a formula."""
    return f"'{text}" if _TAKEN_FOR_FORMULA.match(text) else text


def unguarded(text: str) -> str:
    """The text that `guarded` was given."""
    return text[1:] if _GUARDED.match(text) else text


def csv_text(rows: Iterable[Iterable[object]]) -> str:
    """RFC 4180."""
    target = io.StringIO(newline="")
    csv.writer(target, lineterminator="\r\n").writerows(rows)
    return target.getvalue()


def table_text(form: Form, rows: Iterable[object]) -> str:
    """A table as CSV, its header first."""
    return csv_text([form.text_columns, *(row_texts(form, row) for row in rows)])


def row_texts(form: Form, row: object) -> list[str]:
    """The cells of a row as texts."""
    return [_text(one) for one in row_values(form, row)]


def row_values(form: Form, row: object) -> list[PlainCell]:
    """The cells of a row as JSON has them, an exact number as two."""
    return [value for one in form.columns for value in _values(one, getattr(row, one.name))]


def _values(column: Column, value: object) -> tuple[PlainCell, ...]:
    if value is None:
        return (None,) * len(column.text_columns)
    return _WRITTEN[column.kind](value)


def _text(value: PlainCell) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case int():
            return str(value)
        case str():
            return guarded(value)


def table_rows(form: Form, text: str) -> tuple[object, ...]:
    """The rows that `table_text` wrote; columns that this version doesn't know are passed over.

    Raises:
        BundleError: naming table, row and column.
    """
    lines = _records(form, text)
    header = next(lines, [])
    at = {name: number for number, name in enumerate(header)}
    if missing := [name for name in form.text_columns if name not in at]:
        raise BundleError(f"{form.name}.csv has no column “{missing[0]}”. {REMEDY}")
    found = []
    for number, cells in enumerate(lines, start=2):
        if len(cells) != len(header):
            raise BundleError(
                f"{form.name}.csv, row {number}, has a cell too many or too few. {REMEDY}"
            )
        found.append(_row(form, number, {name: cells[place] for name, place in at.items()}))
    return tuple(found)


REMEDY = "Ask whoever made the bundle for it again."


def _records(form: Form, text: str) -> Iterator[list[str]]:
    try:
        yield from csv.reader(io.StringIO(text, newline=""), strict=True)
    except csv.Error as error:
        raise BundleError(f"{form.name}.csv isn’t a CSV file ({error}). {REMEDY}") from error


def _row(form: Form, number: int, cells: Mapping[str, str]) -> object:
    values: dict[str, Cell] = {}
    for column in form.columns:
        texts = [cells[name] for name in column.text_columns]
        try:
            values[column.name] = value_of(column, texts)
        except ValueError:
            where = f"{form.name}.csv, row {number}, column {column.text_columns[0]}"
            raise BundleError(f"{where}: this can’t be understood. {REMEDY}") from None
    return form.row(**values)


def value_of(column: Column, texts: Sequence[str]) -> Cell:
    """What the cells of a column mean.

    Raises:
        ValueError: if they can't be that.
    """
    if column.may_be_empty and not any(texts):
        return None
    return _READ[column.kind](*texts)


def _fraction(above: str, below: str) -> Fraction:
    if _whole(below) <= 0:
        raise ValueError("a denominator is not above 0")
    return Fraction(_whole(above), _whole(below))


def _truth(text: str) -> bool:
    if text not in _TRUTHS:
        raise ValueError("this is no truth")
    return _TRUTHS[text]


def _whole(text: str) -> int:
    if not _WHOLE.fullmatch(text):
        raise ValueError("this is no whole number")
    return int(text)


def plain(text: str) -> str:
    """`text`, which nothing on the record has signs in that steer a terminal.

    Raises:
        ValueError: if it has one.
    """
    if _STEERING.search(text):
        raise ValueError("a sign that can’t be shown")
    return text


def moment(text: str) -> datetime:
    """A time of the record, which says of what zone it is.

    Raises:
        ValueError: if it isn't one.
    """
    at = datetime.fromisoformat(text)
    if at.tzinfo is None or not _FIRST_YEAR <= at.year < MAXYEAR:
        raise ValueError("this is no time of a record")
    return at


_STEERING = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_FIRST_YEAR = 1970
_TRUTHS = {"true": True, "false": False}
_WHOLE = re.compile(r"-?(?:0|[1-9][0-9]{0,3999})", re.ASCII)

_READ: Mapping[CellKind, Callable[..., Cell]] = complete(
    {
        CellKind.TEXT: lambda text: plain(unguarded(text)),
        CellKind.WHOLE: _whole,
        CellKind.TRUTH: _truth,
        CellKind.DAY: date.fromisoformat,
        CellKind.TIME: moment,
        CellKind.FRACTION: _fraction,
    }
)

_WRITTEN: Mapping[CellKind, Callable[..., tuple[PlainCell, ...]]] = complete(
    {
        CellKind.TEXT: lambda value: (str(value),),
        CellKind.WHOLE: lambda value: (index(value),),
        CellKind.TRUTH: lambda value: (bool(value),),
        CellKind.DAY: lambda value: (value.isoformat(),),
        CellKind.TIME: lambda value: (value.isoformat(),),
        CellKind.FRACTION: lambda value: (value.numerator, value.denominator),
    }
)
