"""What a file should look like, and its header read against that."""

from collections.abc import Sequence
from dataclasses import dataclass

from judging_app.domain.names import name_key
from judging_app.intake.csv_row import MOST_CHARACTERS
from judging_app.intake.problems import Problems, clipped
from judging_app.words import listed

_OTHER_SEPARATORS = {";": "semicolons", "\t": "tabs"}


@dataclass(frozen=True, slots=True)
class CsvForm:
    """The name of a file, what its rows are, and its columns, which may come in any order.

    A file that `is_required` must be there and have at least one row below its header.
    """

    file: str
    holds: str
    required: tuple[str, ...]
    optional: tuple[str, ...] = ()
    is_required: bool = True

    @property
    def columns(self) -> tuple[str, ...]:
        """Every column that is known."""
        return self.required + self.optional


@dataclass(frozen=True, slots=True)
class Header:
    """Which column is at which position; `None` where no usable one does.

    `is_whole` says that every required column is there once.
    """

    columns: tuple[str | None, ...]
    is_whole: bool

    def cells(self, form: CsvForm, record: Sequence[str]) -> dict[str, str]:
        """A row's cells by column; an optional column that isn't there is empty."""
        there = {column for column in self.columns if column}
        cells = dict.fromkeys(set(form.optional) - there, "")
        cells.update(
            {column: cell for column, cell in zip(self.columns, record, strict=True) if column}
        )
        return cells


def header(form: CsvForm, cells: Sequence[str], problems: Problems) -> Header | None:
    """The header in `cells`, noting unknown, repeated and missing columns.

    `None` if rows can't be read by it: it is no header at all, or a column is repeated.
    """
    found = [name_key(cell.strip()[:MOST_CHARACTERS]) for cell in cells]
    if not any(name in form.columns for name in found):
        problems.add(form.file, _no_header(form, cells), 1)
        return None
    _refuse_unknown(form, found, cells, problems)
    _refuse_missing(form, found, problems)
    if _refuse_repeated(form, found, problems):
        return None
    columns = tuple(name if name in form.columns else None for name in found)
    return Header(columns, is_whole=set(form.required) <= set(columns))


def column_names(form: CsvForm) -> str:
    """Every known column, for a sentence."""
    return listed(form.columns)


def _refuse_unknown(
    form: CsvForm, found: Sequence[str], cells: Sequence[str], problems: Problems
) -> None:
    remedy = f"Remove it or rename it to one of {column_names(form)}."
    for position, (name, cell) in enumerate(zip(found, cells, strict=True), start=1):
        if not name:
            text = f"Column {position} has no name. Name it or remove the column."
            problems.add(form.file, text, 1)
        elif name not in form.columns:
            problems.add(
                form.file, f"This column isn’t recognised. {remedy}", 1, clipped(cell.strip())
            )


def _refuse_missing(form: CsvForm, found: Sequence[str], problems: Problems) -> None:
    for name in form.required:
        if name not in found:
            problems.add(form.file, "This column is missing. Add it.", 1, name)


def _refuse_repeated(form: CsvForm, found: Sequence[str], problems: Problems) -> bool:
    repeated = [name for name in form.columns if found.count(name) > 1]
    for name in repeated:
        text = f"This column appears {found.count(name)} times. Keep one."
        problems.add(form.file, text, 1, name)
    return bool(repeated)


def _no_header(form: CsvForm, cells: Sequence[str]) -> str:
    for separator, name in _OTHER_SEPARATORS.items():
        if len(cells) == 1 and separator in cells[0]:
            return f"The columns are separated by {name}. Save the file with commas instead."
    return f"This row has no recognised column names. Put {column_names(form)} there."
