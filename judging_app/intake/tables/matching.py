"""Which row of a sheet is its header, and which column of it is which of ours."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from judging_app.intake.sheets.sheet import Cells, Sheet, is_blank
from judging_app.intake.tables.content import (
    Contents,
    are_names,
    is_email,
    is_sector,
    is_wide,
    most,
)
from judging_app.intake.tables.form import Form
from judging_app.intake.tables.several import several, split
from judging_app.intake.tables.words import EXACTLY, Meant, meant, named, plain, words

MOST_ROWS_ABOVE = 50
"""A header further down isn't looked for."""


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


def matching(form: Form, sheet: Sheet, header: int = 0) -> Matching | None:
    """How `sheet` seems to be meant; `None` if no row of it names columns of `form`.

    With `header`, the titles are in that row.
    """
    best: Matching | None = None
    surest = 0
    for first, last, titles in _headers(sheet):
        if header and (first, last) != (header, header):
            continue
        taken, surety = _taken(form, titles, sheet, last)
        if surety > surest and any(taken):
            columns = tuple(Column(*pair) for pair in zip(titles, taken, strict=True))
            best, surest = Matching(form.holds, sheet.name, (first, last), columns), surety
    return None if best is None else _by_content(form, sheet, best)


def is_whole(form: Form, found: Matching) -> bool:
    """Whether all columns are there that such a list needs, or parts of them."""
    return set(form.required) <= there(form, found)


def there(form: Form, found: Matching) -> frozenset[str]:
    """The columns that are there, or whose parts are."""
    return found.taken | {c for c, parts in form.parts.items() if found.taken & set(parts)}


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
        is_like = max(map(len, sheet.rows), default=0) == len(kept.columns)
        if not is_like or matching(form, sheet) is not None:
            return None
        return Matching(form.holds, sheet.name, (0, 0), kept.columns, kept.rules)
    best: Matching | None = None
    closest = 0
    for first, last, titles in _headers(sheet):
        known = sum(plain(title) in taken for title in titles if title)
        if known > closest:
            columns = tuple(Column(title, taken.get(plain(title), "")) for title in titles)
            best = Matching(form.holds, sheet.name, (first, last), columns, kept.rules)
            closest = known
    return best


def _headers(sheet: Sheet) -> Iterator[tuple[int, int, Cells]]:
    """Every row that may be the header, and every two rows that may be it together."""
    above: Cells = ()
    for place, cells in enumerate(sheet.rows[:MOST_ROWS_ABOVE], start=1):
        titles = tuple(" ".join(cell.split()) for cell in cells)
        if not is_blank(titles) and not any(map(is_email, titles)):
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


def _taken(form: Form, titles: Sequence[str], sheet: Sheet, header: int) -> tuple[list[str], int]:
    """What each title is taken for, and how sure all of it is; 0 if it is no header.

    Of two columns for one of ours, the one gives way whose cells suit it less, then the one that
    is less surely meant, then the one of the less usual name.
    """
    found = [
        Meant(form.also[plain(title)], EXACTLY)
        if plain(title) in form.also
        else meant(title, form.targets)
        for title in titles
    ]
    taken = [""] * len(titles)
    if not any(one.surety for one in found):
        return taken, 0
    contents = Contents(sheet, header)
    suits = [
        contents.suits(one.column, place) if one.column else 0 for place, one in enumerate(found)
    ]
    for place in sorted(
        range(len(titles)), key=lambda at: (-suits[at], -found[at].surety, found[at].rank, at)
    ):
        column = found[place].column
        if column and suits[place] and column not in taken:
            taken[place] = column
    _one_name(taken, contents)
    people = several(form, titles, contents)
    if people:
        taken = [
            people.get(place, "" if column in ("name", "members") else column)
            for place, column in enumerate(taken)
        ]
    are_sure = [
        EXACTLY if place in people else found[place].surety
        for place, column in enumerate(taken)
        if column
    ]
    is_header = EXACTLY in are_sure or len(are_sure) > 1
    return taken, sum(are_sure) if is_header else 0


def _one_name(taken: list[str], contents: Contents) -> None:
    """Let a name be whole or in two parts; beside a first name alone, one word is the last name."""
    if "name" not in taken or not {"first_name", "last_name"} & set(taken):
        return
    place = taken.index("name")
    parts = {"first_name", "last_name"} & set(taken)
    if parts == {"first_name"} and most(_is_one_word, contents.at(place)):
        taken[place] = "last_name"
    elif len(parts) == 1 or not contents.at(place):
        for part in parts if contents.at(place) else ("name",):
            taken[taken.index(part)] = ""
    else:
        taken[place] = ""


def _is_one_word(text: str) -> bool:
    return not is_wide(text) and len(text.split()) == 1


def _by_content(form: Form, sheet: Sheet, found: Matching) -> Matching:
    """Look into the columns whose titles say nothing for what is missing."""
    taken = [column.taken_for for column in found.columns]
    contents = Contents(sheet, found.header[1])
    for column, is_one in (("email", is_email), ("sector", is_sector)):
        if column not in form.optional or column in found.taken:
            continue
        for place, held in enumerate(taken):
            cells = contents.at(place)
            if not held and len(cells) > 1 and most(is_one, cells):
                taken[place] = column
                break
    return _with(found, taken)


def guessed(form: Form, sheet: Sheet) -> Matching | None:
    """How `sheet` may be meant by what is in it, where no title says which column has the names."""
    if "email" not in form.columns:
        return None
    emails, first = _emails(sheet)
    at = MOST_ROWS_ABOVE + 1 if first is None else first
    above = sheet.rows[at - 2] if 1 < at <= MOST_ROWS_ABOVE else ()
    header = at - 1 if not is_blank(above) else 0
    contents = Contents(sheet, header)
    width = max(contents.width, len(above))
    titles = tuple(
        " ".join(above[place].split()) if place < len(above) else "" for place in range(width)
    )
    taken, _ = _taken(form, titles, sheet, header)
    if emails is None and sum(bool(contents.at(place)) for place in range(width)) > 1:
        return None
    said = None if emails is None else contents.at(emails)
    for place in range(width):
        if not taken[place] and place != emails and are_names(contents.at(place), said):
            taken[place] = "name"
            columns = tuple(Column(*pair) for pair in zip(titles, taken, strict=True))
            found = Matching(form.holds, sheet.name, (header, header), columns)
            return _by_content(form, sheet, found)
    return None


def _emails(sheet: Sheet) -> tuple[int | None, int | None]:
    """The column of addresses and the row of the first of them, where there is one."""
    for number, cells in enumerate(sheet.rows[:MOST_ROWS_ABOVE], start=1):
        for place, cell in enumerate(cells):
            below = Contents(sheet, number - 1).at(place) if is_email(cell.strip()) else ()
            if len(below) > 1 and most(is_email, below):
                return place, number
    return None, None


def _with(found: Matching, taken: Sequence[str]) -> Matching:
    columns = tuple(
        replace(one, taken_for=now) for one, now in zip(found.columns, taken, strict=True)
    )
    return replace(found, columns=columns)
