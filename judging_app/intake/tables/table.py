"""A sheet to rows with their numbers, by the form that it should have."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from judging_app.bundle.cells import unguarded
from judging_app.domain.names import name_key
from judging_app.intake.sheets.reading import read_sheets
from judging_app.intake.sheets.sheet import Cells, Sheet, is_blank, trimmed
from judging_app.intake.tables.form import Form
from judging_app.intake.tables.matching import Matching, is_whole, matching, there
from judging_app.intake.tables.problems import Problems, shown
from judging_app.intake.tables.row import MOST_CHARACTERS, Row
from judging_app.intake.tables.several import split
from judging_app.intake.tables.values import (
    are_turned,
    is_total,
    members,
    turned_round,
    understood,
)
from judging_app.intake.tables.words import EXACTLY, named
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


def filled(form: Form, sheet: Sheet, found: Matching, problems: Problems) -> Table:
    """The rows of `sheet`, read as `found` says; what is left out on the way is noted."""
    if not _check_header(form, found, problems):
        return Table(form, is_whole=False)
    width = len(found.columns)
    below = tuple(
        (number, trimmed(cells))
        for number, cells in enumerate(sheet.rows, start=1)
        if number > found.header[1] and not is_blank(cells)
    )
    kept = tuple(_people(form, found, below, problems))
    if form.is_required and sheet.is_whole and not kept:
        problems.add(
            form.file, f"This file has no {form.holds} below its header. Add one row for each."
        )
        return Table(form, is_whole=False)
    _note_left_out(form, found, kept, problems)
    reader = _Reader(form, found, problems, _turned(found, kept))
    rows = tuple(
        Row(form.file, number, one, problems)
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
    reader = _Reader(form, found, Problems(), _turned(found, kept))
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
    repeated = [name for name in form.columns if titles.count(name) > 1 and name in columns]
    for name in repeated:
        text = f"This column appears {titles.count(name)} times. Keep one."
        problems.add(form.file, text, found.header[1], name)
    return not repeated


def _people(
    form: Form, found: Matching, below: Sequence[tuple[int, Cells]], problems: Problems
) -> Iterator[tuple[int, Cells]]:
    """The rows that aren't totals, and no header that is printed again on a further page."""
    titles = trimmed(_keys(tuple(column.title for column in found.columns)))
    before = found.header[1]
    for number, cells in below:
        if number > before + 1 and _is_second_list(form, below, number):
            problems.note(form.file, f"another list begins in row {number}; left out")
            return
        before = number
        if _keys(cells[:1]) == titles[:1] and _keys(cells[: len(titles)]) == titles:
            problems.note(form.file, "the titles again; left out", number)
        elif is_total(cells):
            said = " ".join(cell for cell in cells if cell.strip())
            problems.note(form.file, f"{shown(said)} counts the rows above; left out", number)
        else:
            yield number, cells


def _is_second_list(form: Form, below: Sequence[tuple[int, Cells]], number: int) -> bool:
    """Whether a header of its own stands in this row, or below a title in this row."""
    for _, cells in (row for row in below if number <= row[0] <= number + 1):
        sure = {named(cell, form.targets) for cell in cells}
        if sum(surety == EXACTLY for _, surety in sure) > 1:
            return True
    return False


def _keys(cells: Cells) -> Cells:
    return tuple(name_key(cell[:MOST_CHARACTERS]) for cell in cells)


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


def _turned(found: Matching, kept: Sequence[tuple[int, Cells]]) -> frozenset[int]:
    """The columns of names in which the last name comes first."""
    return frozenset(
        place
        for place, one in enumerate(found.columns)
        if split(one.taken_for)[0] == "name"
        and are_turned(cells[place] for _, cells in kept if place < len(cells))
    )


class _Reader:
    """Makes cells by column of a row's cells by place."""

    def __init__(
        self, form: Form, found: Matching, problems: Problems, turned: frozenset[int]
    ) -> None:
        self._form, self._problems, self._turned = form, problems, turned
        self._rules, self._width = found.rules, len(found.columns)
        taken = [
            (place, *split(one.taken_for))
            for place, one in enumerate(found.columns)
            if one.taken_for
        ]
        self._common = [(place, column) for place, column, number in taken if not number]
        numbers = sorted({number for _, _, number in taken if number})
        self._several = [
            [(place, column) for place, column, number in taken if number == each]
            for each in numbers
        ]
        there = found.taken
        self._absent = dict.fromkeys(set(form.optional) - there, "")
        self._is_joined = "name" in form.columns and bool({"first_name", "last_name"} & there)

    def pairs(self, cells: Cells) -> Iterator[tuple[str, str]]:
        """Each cell as it comes in, and as it stands there; what is left out stays as it is."""
        columns = dict(self._common)
        columns |= {place: column for each in self._several for place, column in each}
        for place in range(max(self._width, len(cells))):
            cell = cells[place] if place < len(cells) else ""
            column = columns.get(place, "")
            turned = place in self._turned
            now = self._understood(column, cell, is_turned=turned).strip() if column else cell
            yield now, cell

    def cells(self, cells: Cells) -> Iterator[dict[str, str]]:
        """The cells of everyone whom a row holds."""
        common = {**self._absent, **self._read(cells, self._common)}
        if "members" in common:
            yield from self._members(common)
            return
        if not self._several:
            yield self._joined(common)
        for columns in self._several:
            own = self._read(cells, columns)
            if any(own.values()):
                yield self._joined({**common, **own})

    def _read(self, cells: Cells, columns: Sequence[tuple[int, str]]) -> dict[str, str]:
        return {
            column: self._understood(column, cells[place], is_turned=place in self._turned)
            if place < len(cells) and cells[place]
            else ""
            for place, column in columns
        }

    def _understood(self, column: str, cell: str, *, is_turned: bool) -> str:
        text = unguarded(cell)
        key = text.strip()
        now = self._rules.get(column, _NO_RULES).get(key)
        if now is None:
            now = turned_round(text) if is_turned else understood(column, key)
            if column not in _NORMALISED and not is_turned:
                return text
        if now != key:
            self._problems.rule(self._form.file, column, key, now if column != "email" else "")
        return now

    def _joined(self, cells: dict[str, str]) -> dict[str, str]:
        if self._is_joined:
            parts = (cells.pop("first_name", "").strip(), cells.pop("last_name", "").strip())
            name = " ".join(part for part in parts if part)
            cells["name"] = name or cells.get("name", "")
        return cells

    def _members(self, common: dict[str, str]) -> Iterator[dict[str, str]]:
        named = list(members(common.pop("members")))
        first = common.get("name", "").strip()
        if first and all(name_key(name) != name_key(first) for name, _ in named):
            yield self._joined({**common})
        for name, email in named:
            own = common["email"] if first and name_key(name) == name_key(first) else email
            yield {**common, "name": name, "email": own}


_NORMALISED = ("sector", "email")
_NO_RULES: Mapping[str, str] = {}


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
