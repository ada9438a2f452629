"""The rows below a header: which of them are people or things, and what others say of those."""

from collections.abc import Iterator, Mapping, Sequence

from judging_app.domain.names import name_key
from judging_app.intake.sheets.sheet import Cells, Sheet, is_blank, trimmed
from judging_app.intake.tables.form import Form
from judging_app.intake.tables.matching import Matching
from judging_app.intake.tables.problems import Problems, shown
from judging_app.intake.tables.row import MOST_CHARACTERS
from judging_app.intake.tables.several import split
from judging_app.intake.tables.values import is_total
from judging_app.intake.tables.words import EXACTLY, named, plain, words

_FEWEST = 2
_RULED = frozenset("-=_:|+—–")
_Numbered = tuple[int, Cells]


class Below:
    """What is below the titles of a sheet."""

    def __init__(
        self,
        form: Form,
        found: Matching,
        sheet: Sheet,
        problems: Problems,
        said: Mapping[str, str],
    ) -> None:
        self._of_all = {column: text for column, text in said.items() if column not in found.taken}
        self._form, self._found, self._sheet, self._problems = form, found, sheet, problems
        self._said: dict[int, Mapping[str, str]] = {}
        self._titles = trimmed(_keys(tuple(column.title for column in found.columns)))

    def kept(self) -> Iterator[_Numbered]:
        """The rows that hold somebody: no totals, no titles again, no headings."""
        below = [
            (number, trimmed(cells))
            for number, cells in enumerate(self._sheet.rows, start=1)
            if number > self._found.header[1] and not is_blank(cells)
        ]
        heading = self._heading_above() if self._may_have_headings(below) else None
        rows = list(self._without_titles(below))
        if heading is None:
            yield from self._filled_down(rows)
            return
        for number, cells in rows:
            if _is_heading(cells):
                heading = cells[0].strip() or "".join(cells).strip()
                self._note(f"{shown(heading)} is the team of the rows below it", number)
            else:
                self._said[number] = {"team": heading}
                yield number, cells

    def with_said(self, number: int, cells: dict[str, str]) -> dict[str, str]:
        """The cells of a row with what other rows say of it."""
        said = self._said.get(number, self._of_all)
        return {**cells, **said} if said else cells

    def _note(self, text: str, row: int = 0) -> None:
        self._problems.note(self._form.file, text, row)

    def _without_titles(self, below: Sequence[_Numbered]) -> Iterator[_Numbered]:
        before = header = self._found.header[1]
        for at, (number, cells) in enumerate(below):
            if number > before + 1 and self._is_other_list(below[at : at + 2], number):
                self._note(f"another list begins in row {number}; left out")
                return
            before = number
            if self._are_titles(cells) or (number == header + 1 and self._say_the_same(cells)):
                self._note("the titles are repeated; left out", number)
            elif all(set(cell.strip()) <= _RULED for cell in cells):
                continue  # a line between the rows
            elif is_total(cells):
                said = " ".join(cell for cell in cells if cell.strip())
                self._note(f"{shown(said)} counts the rows above; left out", number)
            else:
                yield number, cells

    def _are_titles(self, cells: Cells) -> bool:
        titles = self._titles
        return bool(titles) and (
            _keys(cells[:1]) == titles[:1] and _keys(cells[: len(titles)]) == titles
        )

    def _say_the_same(self, cells: Cells) -> bool:
        """Whether a second row of titles says in other words what the first one does."""
        again = 0
        for column, cell in zip(self._found.columns, cells, strict=False):
            said, surety = named(cell, self._form.targets)
            if cell.startswith("{"):  # what a form calls its own columns
                again += 1
            elif surety == EXACTLY and said != split(column.taken_for)[0]:
                return False
            again += surety == EXACTLY
        return again >= _FEWEST

    def _is_other_list(self, rows: Sequence[_Numbered], number: int) -> bool:
        """Whether a header of its own stands in this row, or below a title in this row."""
        for row, cells in rows:
            if row > number + 1 or self._are_titles(cells):
                return False
            sure = {named(cell, self._form.targets) for cell in cells}
            if sum(surety == EXACTLY for _, surety in sure) > 1:
                return True
        return False

    def _may_have_headings(self, below: Sequence[_Numbered]) -> bool:
        if {"name", "team"} <= set(self._form.columns) and "team" not in self._found.taken:
            wide = sum(sum(map(bool, cells)) > 1 for _, cells in below)
            return wide > 1 and (
                bool(self._heading_above()) or any(_is_heading(cells) for _, cells in below)
            )
        return False

    def _heading_above(self) -> str:
        above = [
            cells for cells in self._sheet.rows[: self._found.header[0] - 1] if not is_blank(cells)
        ]
        return "".join(above[-1]).strip() if above and _is_heading(above[-1]) else ""

    def _filled_down(self, rows: Sequence[_Numbered]) -> Iterator[_Numbered]:
        """Each row with its team, which stands in the first row of those who are in it."""
        places = [at for at, one in enumerate(self._found.columns) if one.taken_for == "team"]
        if "name" not in self._form.columns or not places or not rows:
            yield from rows
            return
        place = places[0]
        teams = [cells[place].strip() if place < len(cells) else "" for _, cells in rows]
        named_once = [team for team in teams if team]
        is_once = teams[0] and len(set(named_once)) == len(named_once) >= _FEWEST
        if not is_once or len(teams) < _FEWEST * len(named_once):
            yield from rows
            return
        team = ""
        for (number, cells), own in zip(rows, teams, strict=True):
            team = own or team
            if not own:
                self._said[number] = {"team": team}
                self._note("in the same team as the row above", number)
            yield number, cells


def _is_heading(cells: Cells) -> bool:
    """Whether a row holds nothing but a team's name, which says that it is one."""
    filled = [cell for cell in cells if cell.strip()]
    first, _, rest = plain(filled[0]).partition(" ") if len(filled) == 1 else ("", "", "")
    return bool(rest) and first in words().columns["team"]


def _keys(cells: Cells) -> Cells:
    return tuple(name_key(cell[:MOST_CHARACTERS]) for cell in cells)
