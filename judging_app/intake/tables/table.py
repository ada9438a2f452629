"""A sheet to rows with their numbers, by the form that it should have."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from judging_app.domain.names import name_key
from judging_app.intake.sheets.reading import read_sheets
from judging_app.intake.sheets.sheet import Cells, Sheet, is_blank
from judging_app.intake.tables.below import Below
from judging_app.intake.tables.form import Form
from judging_app.intake.tables.matching import Matching, is_whole, matching, there
from judging_app.intake.tables.problems import Problems, shown
from judging_app.intake.tables.reader import Reader
from judging_app.intake.tables.row import MOST_CHARACTERS, Row
from judging_app.intake.tables.several import split
from judging_app.words import counted, listed


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of one list that could be read.

    `is_whole` says that the file was read to its end and lacks nothing. `doubtful` holds
    the keys of the cells of rows with too many cells: what they name may well be
    declared there, so nobody should say that it isn't.
    """

    form: Form
    rows: tuple[Row, ...] = ()
    is_whole: bool = True
    doubtful: frozenset[str] = frozenset()

    def may_hold(self, name: str) -> bool:
        """Whether `name` may be in a part that could not be read."""
        return not self.is_whole or name_key(name) in self.doubtful


def read_table(form: Form, data: bytes | None, problems: Problems) -> Table:
    """The table in `data`, noting what is wrong with its form; `None` is no file."""
    if data is None:
        return _missing(form, problems)
    sheets = read_sheets(form.file, data, problems)
    if not sheets:
        return Table(form, is_whole=False)
    sheet = sheets[0]
    if sheet.is_whole and all(map(is_blank, sheet.rows)):
        problems.add(
            form.file, f"The file is empty. Give it a header with the columns {form.told}."
        )
        return Table(form, is_whole=False)
    found = matching(form, sheet)
    if found is None and not sheet.is_whole:
        return Table(form, is_whole=False)
    if found is None:
        first = next((row for row, cells in enumerate(sheet.rows, 1) if not is_blank(cells)), 1)
        problems.add(
            form.file,
            f"This row has no recognised column names. Put {form.told} there.",
            first,
        )
        return Table(form, is_whole=False)
    return filled(form, sheet, found, problems)


def filled(
    form: Form,
    sheet: Sheet,
    found: Matching,
    problems: Problems,
    said: Mapping[str, str] | None = None,
) -> Table:
    """The rows of `sheet`, read as `found` says; what is left out on the way is noted.

    `said` holds what something else says of every row, by columns that the sheet lacks.
    """
    if not _check_header(form, found, problems):
        return Table(form, is_whole=False)
    width = len(found.columns)
    below = Below(form, found, sheet, problems, said or {})
    kept = tuple(below.kept())
    if form.is_required and sheet.is_whole and not kept:
        problems.add(
            form.file, f"This file has no {form.holds} below its header. Add one row for each."
        )
        return Table(form, is_whole=False)
    _note_left_out(form, found, kept, problems)
    reader = Reader(form, found, problems, kept)
    rows = tuple(
        Row(form.file, number, below.with_said(number, one), problems)
        for number, cells in kept
        if len(cells) <= width
        for one in reader.cells(cells)
    )
    doubtful = _doubtful(form, width, kept, problems)
    return Table(form, rows, sheet.is_whole and is_whole(form, found), doubtful)


def sampled(
    form: Form, sheet: Sheet, found: Matching, numbers: Sequence[int]
) -> tuple[tuple[tuple[str, str], ...], ...]:
    """For each of these rows, what every cell comes in as, and what stands there."""
    kept = [(number, sheet.rows[number - 1]) for number in numbers]
    reader = Reader(form, found, Problems(), kept)
    return tuple(tuple(reader.pairs(cells)) for _, cells in kept)


def _missing(form: Form, problems: Problems) -> Table:
    if form.is_required:
        problems.add(
            form.file,
            f"The file is missing. Put it in the folder, with the columns {form.told}.",
        )
    return Table(form, is_whole=not form.is_required)


def _check_header(form: Form, found: Matching, problems: Problems) -> bool:
    """Note the columns that are missing; with one that is there twice nothing can be read."""
    columns = there(form, found)
    for name in form.required:
        if name not in columns:
            problems.add(form.file, "This column is missing. Add it.", found.header[1], name)
    titles = [name_key(one.title) for one in found.columns]
    taken = [one.taken_for for one in found.columns]
    repeated = [name for name in form.columns if titles.count(name) > 1 and name in taken]
    for name in repeated:
        text = f"This column appears {titles.count(name)} times. Keep one."
        problems.add(form.file, text, found.header[1], name)
    return not repeated


def _note_left_out(
    form: Form, found: Matching, kept: Sequence[tuple[int, Cells]], problems: Problems
) -> None:
    if found.header[0] > 1:
        problems.note(
            form.file, f"the titles are in row {found.header[1]}; the rows above are left out"
        )
    renamed = [
        f"{shown(one.title)} as {_plainly(one.taken_for)}"
        for one in found.columns
        if one.taken_for and name_key(one.title).replace(" ", "_") != one.taken_for
    ]
    if renamed:
        problems.note(form.file, f"{listed(renamed)}")
    left = [
        shown(one.title) if one.title else f"{place + 1} (without a title)"
        for place, one in enumerate(found.columns)
        if not one.taken_for
        and any(place < len(cells) and cells[place].strip() for _, cells in kept)
    ]
    if left:
        problems.note(
            form.file, f"{'column' if len(left) == 1 else 'columns'} {listed(left)} left out"
        )


def _plainly(column: str) -> str:
    name, number = split(column)
    return name.replace("_", " ") + (f" of person {number}" if number else "")


def _doubtful(
    form: Form, width: int, kept: Sequence[tuple[int, Cells]], problems: Problems
) -> frozenset[str]:
    """Note the rows with too many cells, and give the keys of what they hold."""
    names: set[str] = set()
    for number, cells in kept:
        if len(cells) > width:
            problems.add(
                form.file,
                f"The row has {counted(len(cells), 'cell')}, but the header has {width}. Remove "
                "the extra cells, or put quotation marks around a cell that contains a comma.",
                number,
            )
            names.update(name_key(cell.strip()[:MOST_CHARACTERS]) for cell in cells)
    return frozenset(names)
