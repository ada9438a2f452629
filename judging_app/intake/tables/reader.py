"""The cells of a row to those of everybody whom it holds, by column."""

from collections.abc import Iterator, Mapping, Sequence

from judging_app.bundle.cells import unguarded
from judging_app.domain.names import name_key
from judging_app.intake.sheets.sheet import Cells
from judging_app.intake.tables.form import Form
from judging_app.intake.tables.matching import Matching
from judging_app.intake.tables.problems import Problems
from judging_app.intake.tables.several import named_by_title, split
from judging_app.intake.tables.values import (
    addressed,
    are_turned,
    joined_name,
    members,
    turned_round,
    understood,
)


class Reader:
    """Makes cells by column of a row's cells by place."""

    def __init__(
        self,
        form: Form,
        found: Matching,
        problems: Problems,
        rows: Sequence[tuple[int, Cells]],
    ) -> None:
        self._form, self._problems, self._turned = form, problems, _turned(found, rows)
        self._rules, self._width = found.rules, len(found.columns)
        taken = [
            (place, *split(one.taken_for))
            for place, one in enumerate(found.columns)
            if one.taken_for
        ]
        self._known: dict[int, dict[str, str]] = {place: {} for place, *_ in taken}
        self._common = [(place, column) for place, column, number in taken if not number]
        numbers = sorted({number for _, _, number in taken if number})
        self._several = [
            [(place, column) for place, column, number in taken if number == each]
            for each in numbers
        ]
        self._titles = [
            _said_above(form, found, [place for place, _ in each]) for each in self._several
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
        for columns, above in zip(self._several, self._titles, strict=True):
            own = self._read(cells, columns)
            if any(own.values()):
                yield self._joined({**common, **above, **own})

    def _read(self, cells: Cells, columns: Sequence[tuple[int, str]]) -> dict[str, str]:
        return {
            column: self._now(column, place, cells[place])
            if place < len(cells) and cells[place]
            else ""
            for place, column in columns
        }

    def _now(self, column: str, place: int, cell: str) -> str:
        """What a cell comes in as; a spelling that differs from it is told each time."""
        known = self._known[place]
        now = known.get(cell)
        if now is None:
            now = known[cell] = self._understood(column, cell, is_turned=place in self._turned)
        if now is not cell and (was := unguarded(cell).strip()) != now.strip():
            self._problems.rule(self._form.file, column, was, now if column != "email" else "")
        return now

    def _understood(self, column: str, cell: str, *, is_turned: bool) -> str:
        text = unguarded(cell)
        key = text.strip()
        now = self._rules.get(column, _NO_RULES).get(key)
        if now is None:
            now = turned_round(text) if is_turned else understood(column, key)
        return text if now == key else now

    def _joined(self, cells: dict[str, str]) -> dict[str, str]:
        if self._is_joined:
            parts = (cells.pop("first_name", "").strip(), cells.pop("last_name", "").strip())
            cells["name"] = joined_name(*parts) or cells.get("name", "")
        if "@" in cells.get("name", "") and not cells.get("email"):
            cells["name"], cells["email"] = addressed(cells["name"])
        return cells

    def _members(self, common: dict[str, str]) -> Iterator[dict[str, str]]:
        named = list(members(common.pop("members")))
        first = common.get("name", "").strip()
        if first and all(name_key(name) != name_key(first) for name, _ in named):
            yield self._joined({**common})
        for name, email in named:
            own = common["email"] if first and name_key(name) == name_key(first) else email
            yield {**common, "name": name, "email": own}


_NO_RULES: Mapping[str, str] = {}


def _turned(found: Matching, rows: Sequence[tuple[int, Cells]]) -> frozenset[int]:
    """The columns of names in which the last name comes first."""
    return frozenset(
        place
        for place, one in enumerate(found.columns)
        if split(one.taken_for)[0] == "name"
        and are_turned(cells[place] for _, cells in rows if place < len(cells))
    )


def _said_above(form: Form, found: Matching, places: Sequence[int]) -> dict[str, str]:
    """What the titles of one person's columns say of them, where no column says it."""
    said: dict[str, str] = {}
    for place in places:
        said |= named_by_title(found.columns[place].title)
    return {
        column: text
        for column, text in said.items()
        if column in form.columns and column not in found.taken
    }
