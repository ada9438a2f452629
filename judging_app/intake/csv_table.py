"""The bytes of one CSV file to rows with their numbers, by the form that it should have."""

from dataclasses import dataclass

from judging_app.domain.names import name_key
from judging_app.intake.csv_form import CsvForm, column_names, header
from judging_app.intake.csv_records import Record, Records, read_records
from judging_app.intake.csv_row import MOST_CHARACTERS, Row
from judging_app.intake.csv_text import decoded
from judging_app.intake.problems import Problems
from judging_app.words import counted


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of one file that could be read.

    `is_whole` says that the file was read to its end and lacks nothing. `doubtful` holds
    the keys of the cells of rows with a wrong number of cells: what they name may well be
    declared there, so nobody should say that it isn't.
    """

    form: CsvForm
    rows: tuple[Row, ...] = ()
    is_whole: bool = True
    doubtful: frozenset[str] = frozenset()

    def may_hold(self, name: str) -> bool:
        """Whether `name` may be in a part that could not be read."""
        return not self.is_whole or name_key(name) in self.doubtful


def read_table(form: CsvForm, data: bytes | None, problems: Problems) -> Table:
    """The table in `data`, noting what is wrong with its form; `None` is no file."""
    if data is None:
        return _missing(form, problems)
    text = decoded(form.file, data, problems)
    if text is None:
        return Table(form, is_whole=False)
    if not text.strip():
        problems.add(
            form.file, f"The file is empty. Give it a header with the columns {column_names(form)}."
        )
        return Table(form, is_whole=False)
    return _filled(form, read_records(form.file, text, problems), problems)


def _missing(form: CsvForm, problems: Problems) -> Table:
    if form.is_required:
        problems.add(
            form.file,
            f"The file is missing. Put it in the folder, with the columns {column_names(form)}.",
        )
    return Table(form, is_whole=not form.is_required)


def _filled(form: CsvForm, records: Records, problems: Problems) -> Table:
    if not records.records:
        return Table(form, is_whole=False)
    first, *below = records.records
    head = header(form, first.cells, problems)
    if head is None:
        return Table(form, is_whole=False)
    filled = [record for record in below if not record.is_blank]
    if form.is_required and records.is_whole and not filled:
        problems.add(
            form.file, f"This file has no {form.holds} below its header. Add one row for each."
        )
        return Table(form, is_whole=False)
    rows = tuple(
        Row(form.file, record.number, head.cells(form, record.cells), problems)
        for record in filled
        if record.width == first.width
    )
    doubtful = _doubtful(form, first.width, filled, problems)
    return Table(form, rows, records.is_whole and head.is_whole, doubtful)


def _doubtful(
    form: CsvForm, width: int, records: list[Record], problems: Problems
) -> frozenset[str]:
    """Note the rows with a wrong number of cells, and give the keys of what they hold."""
    names: set[str] = set()
    for record in records:
        if record.width != width:
            problems.add(form.file, _wrong_width(record.width, width), record.number)
            names.update(name_key(cell.strip()[:MOST_CHARACTERS]) for cell in record.cells)
    return frozenset(names)


def _wrong_width(width: int, expected: int) -> str:
    remedy = (
        "Add what is missing."
        if width < expected
        else "Remove the extra cells, or put quotation marks around a cell that contains a comma."
    )
    return f"The row has {counted(width, 'cell')}, but the header has {expected}. {remedy}"
