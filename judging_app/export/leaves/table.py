"""Draws a table: heads that turn where they are too wide, figures in line, rows kept whole."""

from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from fractions import Fraction

from reportlab.lib.units import mm

from judging_app.export.fonts import STRONG_FACE, TEXT_FACE, printable
from judging_app.export.leaves.ink import TINT, TINTED_INK
from judging_app.export.lines import unbroken, width, wrapped
from judging_app.export.pdf import INK, QUIET
from judging_app.export.sheet import LEFT, SMALL, TEXT, TITLE, Box, Sheet, Text
from judging_app.export.tags import Element
from judging_app.present.leaves.leaf import Cell, Column, Reach, Row, Table
from judging_app.present.numbers import shown

_GAP = 6
"""Between two columns, in points."""

_LEAD, _DENSE_LEAD = 1.2, 1.12
_TALLEST_HEADS = (24 * mm, 30 * mm, 36 * mm, 46 * mm, 60 * mm)
_MOST_TURNED = 3
_MOST_UPRIGHT = 4
_GROUP, _GROUP_GAP = 5, 0.8 * mm
_TICK = 5 * mm
_HEAD_PAD = 4
_KEPT_WHOLE = 100 * mm
_LEAST_WIDE = 8
"""Millimetres of a column that holds anything."""

TO_TICK = "Box to tick"
"""What a box is called by software that reads it out."""

_STANDS_FROM = 22
"""Millimetres of a column from which on a short head stands upright among turned ones."""


@dataclass(frozen=True, slots=True)
class _Laid:
    """Where each column begins and how wide it is, and how the heads are set."""

    table: Table
    lefts: tuple[float, ...]
    wide: tuple[float, ...]
    size: float
    shifts: tuple[float, ...]
    heads: tuple[tuple[str, ...], ...]
    turned: tuple[bool, ...]
    key: tuple[str, ...] = ()

    @property
    def lead(self) -> float:
        """From line to line, as a part of the size."""
        return _DENSE_LEAD if self.table.is_dense else _LEAD


def put_table(sheet: Sheet, table: Table) -> None:
    """Draw a table over as many pages as it takes, its heads on each."""
    laid = _laid(sheet, table)
    sheet.need(_beginning(laid))
    with sheet.within("Table"):
        _put_rows(sheet, laid)
    sheet.y -= 4 if laid.key else 0
    for line in laid.key:
        with sheet.within("P"):
            sheet.text(line, SMALL, colour=QUIET)


def _put_rows(sheet: Sheet, laid: _Laid) -> None:
    table = laid.table
    heights = [_height(laid, row) for row in table.rows]
    if _head_height(laid):
        with sheet.within("TR"):
            _put_heads(sheet, laid, "TH")
    last = len(table.rows) - 1
    for at, (row, height) in enumerate(zip(table.rows, heights, strict=True)):
        # A sum never stands alone on a page.
        follows = heights[last] if at == last - 1 and table.rows[last].is_sum else 0
        if sheet.need(height + follows):
            # Who hears it has heard it.
            with sheet.going_on(None):
                _put_heads(sheet, laid, "")
        with sheet.within("TR"):
            _put_row(sheet, laid, row, height)
        _put_rule(sheet, table, at)


def table_beginning(sheet: Sheet, table: Table) -> float:
    """How much of a table is on its first page at least."""
    return _beginning(_laid(sheet, table))


def _beginning(laid: _Laid) -> float:
    """Two rows, or all of a table that isn't a long one."""
    heights = [_height(laid, row) for row in laid.table.rows]
    is_short = sum(heights) <= _KEPT_WHOLE
    return _head_height(laid) + sum(heights if is_short else heights[:2])


def _laid(sheet: Sheet, table: Table) -> _Laid:
    fixed = [column.wide * mm for column in table.columns]
    sharing = max(1, fixed.count(0))
    share = (sheet.room - sum(fixed)) / sharing
    wide = tuple(one or share for one in fixed)
    lefts = tuple(LEFT + sum(wide[:at]) for at in range(len(wide)))
    size = SMALL if table.is_dense else TEXT
    return _Laid(table, lefts, wide, size, _shifts(table, size), *_heads(table, wide))


def _heads(
    table: Table, wide: Sequence[float]
) -> tuple[tuple[tuple[str, ...], ...], tuple[bool, ...], tuple[str, ...]]:
    """The heads in lines, which of them are turned, and what numbers in their place mean."""
    texts = [printable(column.head) for column in table.columns]
    upright = tuple(tuple(_even(text, room - _GAP)) for text, room in zip(texts, wide, strict=True))
    is_narrow = any(
        width(word, TEXT_FACE, SMALL) > room - _GAP
        for text, room in zip(texts, wide, strict=True)
        for word in text.split()
    )
    if not is_narrow and max(map(len, upright)) <= _MOST_UPRIGHT:
        return upright, (False,) * len(wide), ()
    turned = tuple(
        not _stands(column, lines) for column, lines in zip(table.columns, upright, strict=True)
    )
    for tallest in _TALLEST_HEADS:
        lines = tuple(
            tuple(_even(text, tallest)) if is_turned else one
            for text, one, is_turned in zip(texts, upright, turned, strict=True)
        )
        if all(
            len(one) <= min(_MOST_TURNED, (room + 4) // (SMALL * _LEAD)) or not is_turned
            for one, room, is_turned in zip(lines, wide, turned, strict=True)
        ):
            return lines, turned, ()
    figures = [at for at, column in enumerate(table.columns[:-1]) if column.is_figures]
    numbered = tuple(
        (f"{figures.index(at) + 1}",) if at in figures else (text,) for at, text in enumerate(texts)
    )
    key = tuple(f"{number}  {texts[at]}" for number, at in enumerate(figures, 1))
    return numbered, (False,) * len(wide), key


def _stands(column: Column, upright: Sequence[str]) -> bool:
    """Whether a head is not turned where others are."""
    is_short = len(upright) == 1 and column.wide >= _STANDS_FROM
    return not column.is_figures or is_short


def _even(text: str, room: float) -> list[str]:
    """In as few lines as it takes, each about as long."""
    lines = wrapped(text, TEXT_FACE, SMALL, max(room, 1))
    for share in range(50, 100, 5):
        tried = wrapped(text, TEXT_FACE, SMALL, max(room, 1) * share / 100)
        if len(tried) <= len(lines) and " ".join(tried) == text:
            return tried
    return lines


def _shifts(table: Table, size: float) -> tuple[float, ...]:
    """How far from the right of its column a whole figure ends, where others have decimals."""
    return tuple(
        max(
            (_fraction(row.cells[at].text, size) for row in table.rows if at < len(row.cells)),
            default=0.0,
        )
        if column.is_figures
        else 0.0
        for at, column in enumerate(table.columns)
    )


def _fraction(text: str, size: float) -> float:
    """How wide the decimals of a figure are, with their point."""
    whole, point, decimals = text.partition(".")
    if not point or not (whole.lstrip("−+") + decimals).isdigit():
        return 0.0
    return width(f".{decimals}", TEXT_FACE, size)


def _head_height(laid: _Laid) -> float:
    if not any(column.head or column.under for column in laid.table.columns):
        return 0
    under = SMALL * _LEAD if any(column.under for column in laid.table.columns) else 0
    high = max(
        max((width(line, TEXT_FACE, SMALL) for line in lines), default=0.0)
        if is_turned
        else len(lines) * SMALL * _LEAD
        for lines, is_turned in zip(laid.heads, laid.turned, strict=True)
    )
    return high + under + 2 * _HEAD_PAD


def _put_heads(sheet: Sheet, laid: _Laid, kind: str) -> None:
    """The heads with their rule; as elements of a `kind`, or only for the eye."""
    high = _head_height(laid)
    if not high:
        return
    foot = sheet.y - high
    for at in range(len(laid.heads)):
        is_told = kind and not _is_gap(laid, at)
        with sheet.within(kind, scope="Column") if is_told else nullcontext():
            _put_head(sheet, laid, at, foot)
    sheet.y = foot
    sheet.rule(weight=0.9, colour=INK)
    if laid.table.is_dense:
        sheet.y -= 1 * mm


def _put_head(sheet: Sheet, laid: _Laid, at: int, foot: float) -> None:
    column, lines = laid.table.columns[at], laid.heads[at]
    has_under = any(column.under for column in laid.table.columns)
    under = SMALL * _LEAD if has_under else 0
    base = foot + _HEAD_PAD + under
    if laid.turned[at]:
        middle = _figure_middle(laid, at)
        first = middle + SMALL * 0.35 - (len(lines) - 1) * SMALL * _LEAD / 2
        for number, line in enumerate(lines):
            x = first + number * SMALL * _LEAD
            sheet.put(Text(x, base, line, SMALL, is_turned=True))
    else:
        base += 1 if has_under and column.under else 1 - under
        colour = INK if column.is_figures or at == 0 else QUIET
        for number, line in zip(range(len(lines) - 1, -1, -1), lines, strict=True):
            x = _head_at(laid, at, line)
            sheet.put(Text(x, base + number * SMALL * _LEAD, line, SMALL, TEXT_FACE, colour))
    _put_under(sheet, laid, at, foot + _HEAD_PAD + 1)


def _put_under(sheet: Sheet, laid: _Laid, at: int, base: float) -> None:
    under = printable(laid.table.columns[at].under)
    if laid.turned[at]:
        x = _figure_right(laid, at, under) - width(under, TEXT_FACE, SMALL)
    else:
        x = _head_at(laid, at, under)
    if under:
        sheet.put(Text(x, base, under, SMALL, TEXT_FACE, QUIET))


def _head_at(laid: _Laid, at: int, line: str) -> float:
    if not laid.table.columns[at].is_figures:
        return laid.lefts[at]
    return laid.lefts[at] + laid.wide[at] - width(line, TEXT_FACE, SMALL)


def _figure_right(laid: _Laid, at: int, text: str) -> float:
    right = laid.lefts[at] + laid.wide[at]
    return right - (laid.shifts[at] - _fraction(text, laid.size) if _is_figure(text) else 0)


def _is_figure(text: str) -> bool:
    return text == "–" or text.lstrip("−+").replace(".", "", 1).isdigit()


def _figure_middle(laid: _Laid, at: int) -> float:
    """The middle of a figure of one or two digits in this column."""
    return _figure_right(laid, at, "5") - width("55", TEXT_FACE, laid.size) / 2


def _height(laid: _Laid, row: Row) -> float:
    high = max(_cell_height(laid, at, cell) for at, cell in enumerate(row.cells))
    least = (laid.table.row if not laid.table.is_dense else 5.5 if row.is_sum else 3.98) * mm
    pad = 6 if not laid.table.is_dense else 3 if any(cell.under for cell in row.cells) else 0
    below = _below(laid, row)
    return max(least, high + pad) + len(below) * laid.size * _LEAD + (3 if below else 0)


def _below(laid: _Laid, row: Row) -> list[str]:
    at = min(1, len(laid.lefts) - 1)
    room = laid.lefts[-1] + laid.wide[-1] - laid.lefts[at]
    return [
        line
        for paragraph in row.below.splitlines()
        for line in wrapped(printable(paragraph), TEXT_FACE, laid.size, room)
    ]


def _cell_height(laid: _Laid, at: int, cell: Cell) -> float:
    lines = _lines(laid, at, cell)
    size = _size(laid, at, cell)
    under = _under_lines(laid, at, cell)
    high = len(lines) * size * laid.lead + len(under) * SMALL * _LEAD
    if cell.is_to_write:
        high += 7 * mm
    return max(high, _TICK + 4 if cell.is_to_tick else 0)


def _size(laid: _Laid, at: int, cell: Cell) -> float:
    """A large name is set in the next smaller size rather than broken."""
    if not cell.is_large:
        return laid.size
    room = _cell_room(laid, at, cell)
    fitting = unbroken(printable(cell.text), STRONG_FACE, TITLE, room, SMALL)
    return next(size for size in (TITLE, TEXT, SMALL) if size <= fitting)


def _face(row: Row, at: int, cell: Cell) -> str:
    """The first and the last of a sum are strong."""
    is_end = at in (0, len(row.cells) - 1)
    return STRONG_FACE if cell.is_strong or cell.is_large or (row.is_sum and is_end) else TEXT_FACE


def _cell_room(laid: _Laid, at: int, cell: Cell) -> float:
    end = laid.lefts[-1] + laid.wide[-1] if cell.goes_on else laid.lefts[at] + laid.wide[at]
    return max(end - laid.lefts[at] - (_GAP if end < laid.lefts[-1] + laid.wide[-1] else 0), 1)


def _lines(laid: _Laid, at: int, cell: Cell) -> list[str]:
    if not cell.text:
        return []
    face = STRONG_FACE if cell.is_strong or cell.is_large else TEXT_FACE
    room = _cell_room(laid, at, cell)
    if laid.table.columns[at].is_figures and not cell.goes_on:
        return [printable(cell.text)]
    return wrapped(printable(cell.text), face, _size(laid, at, cell), room)


def _under_lines(laid: _Laid, at: int, cell: Cell) -> list[str]:
    if not cell.under:
        return []
    return wrapped(printable(cell.under), TEXT_FACE, SMALL, _cell_room(laid, at, cell))


def _put_row(sheet: Sheet, laid: _Laid, row: Row, height: float) -> None:
    top, below = sheet.y, _below(laid, row)
    body = height - len(below) * laid.size * _LEAD - (3 if below else 0)
    if row.is_tinted:
        sheet.put(Box(LEFT - 6, top - height, sheet.room + 12, height, 0, fill=TINT))
    cells = [
        _put_tagged(sheet, laid, (row, at), cell, top, body)
        for at, cell in enumerate(row.cells)
        if not _is_gap(laid, at)
    ]
    if not row.cells[-1].goes_on:
        for _ in range(len(row.cells), len(laid.lefts)):
            with sheet.within("TD"):
                pass
    hangs_at = min(1, len(laid.lefts) - 1)
    with sheet.going_on(cells[min(hangs_at, len(cells) - 1)]):
        for number, line in enumerate(below):
            y = top - body - (number * _LEAD + 0.8) * laid.size
            sheet.put(Text(laid.lefts[hangs_at], y, line, laid.size, TEXT_FACE, QUIET))
    sheet.y = top - height


def _is_gap(laid: _Laid, at: int) -> bool:
    """Whether a column is nothing but room between two others."""
    column = laid.table.columns[at]
    return not column.head and 0 < column.wide < _LEAST_WIDE


def _put_tagged(
    sheet: Sheet, laid: _Laid, place: tuple[Row, int], cell: Cell, top: float, body: float
) -> Element:
    """A cell as an element: the first of a row is its head."""
    at = place[1]
    span = len(laid.lefts) - at if cell.goes_on else 1
    kind, scope = ("TH", "Row") if at == 0 else ("TD", "")
    with sheet.within(kind, scope=scope, span=span) as made:
        _put_cell(sheet, laid, place, cell, top, body)
    return made


def _put_cell(
    sheet: Sheet, laid: _Laid, place: tuple[Row, int], cell: Cell, top: float, body: float
) -> None:
    row, at = place
    lines, under = _lines(laid, at, cell), _under_lines(laid, at, cell)
    size, face = _size(laid, at, cell), _face(row, at, cell)
    high = len(lines) * size * laid.lead + len(under) * SMALL * _LEAD
    if cell.is_to_write:
        high += 7 * mm
        end = laid.lefts[at] + laid.wide[at] - _GAP - laid.lefts[at]
        sheet.put(Box(laid.lefts[at], top - body + 3 * mm, end, 0, 0.5, QUIET, dash=1))
    above = 1 if laid.table.is_dense and not row.is_sum else (body - high) / 2
    y = top - above - size * 0.94
    if cell.goes_on:
        room = _cell_room(laid, at, cell)
        inset = 1 if laid.table.is_dense else 8
        sheet.put(
            Box(laid.lefts[at] - 4, top - body + inset, room + 4, body - 2 * inset, 0, fill=TINT)
        )
    if cell.is_to_tick:
        x = laid.lefts[at] + laid.wide[at] - _TICK
        with sheet.within("Figure", alt=TO_TICK):
            sheet.put(Box(x, top - (body + _TICK) / 2, _TICK, _TICK, 0.7, INK, radius=2.8))
    if cell.reach is not None:
        with sheet.within("Figure", alt=in_words(cell.reach)):
            _put_reach(sheet, laid, at, cell.reach, top - body / 2)
    colour = QUIET if cell.is_quiet else INK
    for line in lines:
        sheet.put(Text(_cell_at(laid, at, cell, line, face), y, line, size, face, colour))
        y -= size * laid.lead
    if cell.instead_of and lines:
        _put_struck(sheet, laid, at, cell, y + size * laid.lead)
    for line in under:
        sheet.put(Text(laid.lefts[at], y + 1, line, SMALL, TEXT_FACE, QUIET))
        y -= SMALL * _LEAD


def _cell_at(laid: _Laid, at: int, cell: Cell, line: str, face: str) -> float:
    if not laid.table.columns[at].is_figures or cell.goes_on:
        return laid.lefts[at] + (4 if cell.goes_on else 0)
    bare = line.removesuffix("*")
    return _figure_right(laid, at, bare) - width(bare, face, _size(laid, at, cell))


def _put_struck(sheet: Sheet, laid: _Laid, at: int, cell: Cell, y: float) -> None:
    """What a score was, struck out to the left of what it is."""
    text = printable(cell.instead_of)
    right = _figure_right(laid, at, "5") - width("55 ", STRONG_FACE, laid.size)
    wide = width(text, TEXT_FACE, laid.size)
    sheet.put(Text(right - wide, y, text, laid.size, TEXT_FACE, QUIET))
    sheet.put(Box(right - wide - 2, y + laid.size * 0.35, wide + 4, 0, 0.8, QUIET))


def _put_reach(sheet: Sheet, laid: _Laid, at: int, reach: Reach, middle: float) -> None:
    """A scale as a line, the range as a bar, single scores as strokes, the mean as a dot."""
    left, room = laid.lefts[at], laid.wide[at] - 3 * _GAP
    sheet.put(Box(left, middle, room))
    if reach.lowest is not None and reach.highest is not None:
        first, last = (left + room * float(one) for one in (reach.lowest, reach.highest))
        sheet.put(Box(first, middle - 2.2, max(last - first, 1), 4.4, 0, fill=TINTED_INK))
    for one in reach.at:
        x = left + room * float(one)
        sheet.put(Box(x - 0.4, middle - 5, 0.8, 10, 0, fill=QUIET))
    if reach.mean is None:
        return
    x = left + room * float(reach.mean)
    sheet.put(Box(x - 3.2, middle - 3.2, 6.4, 6.4, 0, fill=INK, radius=3.2))


def in_words(reach: Reach) -> str:
    """What the drawing shows, in parts of a hundred of its scale."""

    def part(value: Fraction) -> str:
        return shown(100 * value, 0)

    told = [] if reach.mean is None else [f"mean at {part(reach.mean)}"]
    if reach.lowest is not None and reach.highest is not None:
        told.append(f"from {part(reach.lowest)} to {part(reach.highest)}")
    return f"On a scale from 0 to 100: {', '.join(told)}."


def _put_rule(sheet: Sheet, table: Table, at: int) -> None:
    row, last = table.rows[at], at == len(table.rows) - 1
    is_before_sum = not last and table.rows[at + 1].is_sum
    if row.is_sum or is_before_sum:
        sheet.rule(weight=0.9, colour=INK)
        return
    if not table.is_dense:
        sheet.rule()
        return
    if (at + 1) % _GROUP == 0 and not last:
        sheet.y -= _GROUP_GAP / 2
        sheet.rule(weight=0.6, colour=INK)
        sheet.y -= _GROUP_GAP / 2
    elif last:
        sheet.rule()
