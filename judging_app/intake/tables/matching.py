"""Which row of a sheet is its header, and which column of it is which of ours."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from judging_app.intake.sheets.sheet import Cells, Sheet, is_blank
from judging_app.intake.tables.form import Form
from judging_app.intake.tables.words import EXACTLY, named, plain, words

MOST_ROWS_ABOVE = 50
"""A header further down isn't looked for."""

_MOST_LOOKED_AT = 400
_MOST_OF_THEM = 0.8
_NUMBERED = re.compile(r"(.*?)(?<![0-9])([1-9][0-9]?)(?![0-9])(.*)")
_NUMBER_SIGN = "#"


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a file: its title there, and which of ours it is; empty if left out.

    Where one row holds several people, those of the second are "name#2", "email#2" and so on.
    """

    title: str
    taken_for: str


@dataclass(frozen=True, slots=True)
class Matching:
    """How a sheet is read; it can be kept, and used for the next file of the same make.

    `header` are the first and the last row of the titles, 0 where there are none. `rules` give the
    value for a spelling, by column.
    """

    form: str
    sheet: str
    header: tuple[int, int]
    columns: tuple[Column, ...]
    rules: Mapping[str, Mapping[str, str]] = field(default_factory=dict, hash=False)

    @property
    def taken(self) -> frozenset[str]:
        """Every column of ours that is there."""
        return frozenset(split(one.taken_for)[0] for one in self.columns if one.taken_for)

    @property
    def surety(self) -> int:
        """How many of our columns there are."""
        return len(self.taken)


def split(taken_for: str) -> tuple[str, int]:
    """A column of ours without its number, and that number; 0 where it has none."""
    column, _, number = taken_for.partition(_NUMBER_SIGN)
    return column, int(number or 0)


def matching(form: Form, sheet: Sheet, header: int = 0) -> Matching | None:
    """How `sheet` seems to be meant; `None` if no row of it names columns of `form`.

    With `header`, the titles are in that row.
    """
    best: Matching | None = None
    most = 0
    for first, last, titles in _headers(sheet):
        if header and (first, last) != (header, header):
            continue
        taken, surety = _taken(form, titles, sheet, last)
        if surety > most and any(taken):
            columns = tuple(Column(*pair) for pair in zip(titles, taken, strict=True))
            best, most = Matching(form.holds, sheet.name, (first, last), columns), surety
    return None if best is None else _by_content(form, sheet, best)


def unmatched(form: Form, sheet: Sheet, header: int) -> Matching:
    """The titles in row `header`, none of which is taken for anything yet."""
    cells = sheet.rows[header - 1] if header <= len(sheet.rows) else ()
    columns = tuple(Column(" ".join(cell.split()), "") for cell in cells)
    return Matching(form.holds, sheet.name, (header, header), columns)


def retaken(found: Matching, place: int, taken_for: str) -> Matching:
    """`found`, in which one column is taken for something else; what had that gives it up."""
    columns = [
        replace(one, taken_for="") if taken_for and one.taken_for == taken_for else one
        for one in found.columns
    ]
    columns[place] = replace(columns[place], taken_for=taken_for)
    return replace(found, columns=tuple(columns))


def rematched(form: Form, sheet: Sheet, kept: Matching) -> Matching | None:
    """`kept` for another sheet of the same make: its titles are found where they now are."""
    taken = {plain(column.title): column.taken_for for column in kept.columns}
    if not kept.header[1]:
        return Matching(form.holds, sheet.name, (0, 0), kept.columns, kept.rules)
    best: Matching | None = None
    most = 0
    for first, last, titles in _headers(sheet):
        known = sum(plain(title) in taken for title in titles if title)
        if known > most:
            columns = tuple(Column(title, taken.get(plain(title), "")) for title in titles)
            most, best = known, Matching(form.holds, sheet.name, (first, last), columns, kept.rules)
    return best


def _headers(sheet: Sheet) -> Iterator[tuple[int, int, Cells]]:
    """Every row that may be the header, and every two rows that may be it together."""
    above: Cells = ()
    for place, cells in enumerate(sheet.rows[:MOST_ROWS_ABOVE], start=1):
        titles = tuple(" ".join(cell.split()) for cell in cells)
        if not is_blank(titles):
            yield place, place, titles
            if sum(map(bool, above)) > 1:
                yield place - 1, place, _joined(above, titles)
        above = titles


def _joined(above: Cells, below: Cells) -> Cells:
    """Two rows of titles as one; what stands above holds for the columns to its right too."""
    group, titles = "", []
    for place in range(max(len(above), len(below))):
        over = above[place] if place < len(above) else ""
        under = below[place] if place < len(below) else ""
        group = over or group
        if not under:
            titles.append(over)
        elif not group or group == under or _is_named_alone(group, under):
            titles.append(under)
        else:
            titles.append(f"{group} {under}")
    return tuple(titles)


def _is_named_alone(group: str, under: str) -> bool:
    """Whether a title says more without what stands above it: "Contact" over "E-mail"."""
    both = named(f"{group} {under}", tuple(words().columns))[1]
    return (
        both < EXACTLY
        and named(under, tuple(words().columns))[1] == EXACTLY
        and not re.search("[0-9]", group)
    )


def _in_use(sheet: Sheet, header: int) -> frozenset[int]:
    """The columns that have anything in them below a header."""
    below = sheet.rows[header : header + _MOST_LOOKED_AT]
    return frozenset(place for row in below for place, cell in enumerate(row) if cell)


def _taken(form: Form, titles: Sequence[str], sheet: Sheet, header: int) -> tuple[list[str], int]:
    """What each title is taken for, and how sure all of it is; 0 if it is no header.

    Of two columns for one of ours, an empty one gives way, then the one that is less surely meant.
    """
    found = [named(title, form.targets) for title in titles]
    taken = [""] * len(titles)
    if not any(surety for _, surety in found):
        return taken, 0
    in_use = _in_use(sheet, header)
    places = range(len(titles))
    for place in sorted(places, key=lambda one: (one not in in_use, -found[one][1], one)):
        column = found[place][0]
        if column and column not in taken:
            taken[place] = column
    if "name" in taken and {"first_name", "last_name"} <= set(taken):
        taken[taken.index("name")] = ""
    _number(form, titles, taken)
    are_sure = [found[place][1] for place, column in enumerate(taken) if column]
    is_header = EXACTLY in are_sure or len(are_sure) > 1
    return taken, sum(are_sure) if is_header else 0


def _number(form: Form, titles: Sequence[str], taken: list[str]) -> None:
    """Take "Member 1", "Member 2 e-mail" and so on for several people in one row."""
    if "name" not in form.columns or not form.parts:
        return
    several: dict[int, str] = {}
    for place, title in enumerate(titles):
        split_title = _NUMBERED.fullmatch(plain(title))
        if split_title:
            before, number, after = split_title.groups()
            column = named(f"{before} {after}", form.targets)[0]
            if not column and plain(after):
                column = named(after, form.targets)[0]
            if column in (*_OF_ONE, "first_name", "last_name"):
                several[place] = f"{column}{_NUMBER_SIGN}{number}"
    names = {one for one in several.values() if split(one)[0] in ("name", "first_name")}
    if len(names) > 1:
        for place, column in several.items():
            taken[place] = column
        for place, column in enumerate(taken):
            if column in ("name", "members"):
                taken[place] = ""


_OF_ONE = ("name", "email", "organisation", "role", "sector")


def _by_content(form: Form, sheet: Sheet, found: Matching) -> Matching:
    """Look into the columns whose titles say nothing for what is missing."""
    taken = [column.taken_for for column in found.columns]
    below = sheet.rows[found.header[1] : found.header[1] + _MOST_LOOKED_AT]
    for column, is_one in (("email", _is_email), ("sector", _is_sector)):
        if column not in form.optional or column in found.taken:
            continue
        for place, held in enumerate(taken):
            cells = [row[place].strip() for row in below if place < len(row) and row[place].strip()]
            if (
                not held
                and len(cells) > 1
                and sum(map(is_one, cells)) >= _MOST_OF_THEM * len(cells)
            ):
                taken[place] = column
                break
    columns = tuple(Column(one.title, now) for one, now in zip(found.columns, taken, strict=True))
    return Matching(found.form, found.sheet, found.header, columns, found.rules)


def _is_email(text: str) -> bool:
    return "@" in text[1:-1]


def _is_sector(text: str) -> bool:
    return plain(text) in words().sectors
