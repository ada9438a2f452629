"""The standings at rest: where the rows are, and how each is painted."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QPointF, QRectF

from judging_app.domain.event import BoardForm
from judging_app.present.wall.board import ONE_COLUMN
from judging_app.present.wall.faces import Board, WallRow
from judging_app.present.wall.view import WallView
from ui.wall.canvas import CENTRE, EDGE, LINES, RIGHT, Canvas
from ui.wall.frame import BAND, BOTTOM, TOP, paint_band, paint_foot
from ui.wall.marks import faller, icon, riser
from ui.wall.type import ROW, SMALL, Type, fitted, lines_of, width_of

GUTTER = 40
"""At the left of a row, for the mark of one that rose or fell."""

_STRIP = 96
"""The height of what stands under the band, such as since when a board is frozen."""

_STRIP_TOP = LINES * 2 / 3
"""Where a board over the lowest third begins."""

_BETWEEN = 64
_ONE_ROW, _LEAST = 130, 68
"""The height of a row in one column, and the least of one in two."""

_MOST = 104
"""A row in two columns is no higher than this if its text isn't."""

_BAR_OFF = 32
"""From the bar beside a row that rose to the row."""

_LINE = 44
_TILE = (96, 88)
_SMALL_TILE = (64, 52)
_MARKS = 52
"""From one part told to the next, in the band."""


@dataclass(frozen=True, slots=True)
class RowForm:
    """How one row of a board is shared out; widths of columns, 0 leaves one out.

    `is_wide` where it has the whole width, with the name at full size and the rise in words.
    """

    width: int
    height: int
    is_wide: bool
    place: int
    score: int
    moved: int
    note: int
    has_line: bool


@dataclass(frozen=True, slots=True)
class BoardLayout:
    """The rows of a page in their order: the form of each, and its upper left corner."""

    forms: tuple[RowForm, ...]
    corners: tuple[QPointF, ...]


def rows_room(canvas: Canvas, face: Board) -> QRectF:
    """The part of the wall that belongs to the rows, from edge to edge."""
    top, bottom = float(TOP), float(BOTTOM)
    if face.form is BoardForm.LOWER_THIRD:
        top, bottom = _STRIP_TOP + _STRIP, LINES - 4.0
    elif face.strip:
        top = BAND + _strip_height(canvas, face)
    return QRectF(0, top, canvas.width, bottom - top)


def board_layout(canvas: Canvas, face: Board, page: int) -> BoardLayout:
    """Where the rows of a page are; every page has the columns that the longest texts need."""
    every = [row for each in face.pages for row in each.rows]
    rows, longest = face.pages[page].rows, max(len(each.rows) for each in face.pages)
    is_strip = face.form is BoardForm.LOWER_THIRD
    is_wide = longest <= ONE_COLUMN and not is_strip
    room = rows_room(canvas, face)
    columns = 1 if is_wide else 2
    deep = ceil(longest / columns)
    width = int((canvas.inner - _BETWEEN * (columns - 1)) / columns)
    widths = _widths(every, is_wide=is_wide)
    forms: list[RowForm] = []
    corners: list[QPointF] = []
    runs = [rows[start : start + deep] for start in range(0, len(rows), deep)]
    needs = [_needs(run, width, widths, is_wide=is_wide) for run in runs]
    spare = min((room.height() - sum(need)) / len(need) for need in needs)
    for column, need in enumerate(needs):
        y, left = room.top(), EDGE + column * (width + _BETWEEN)
        for number, least in enumerate(need):
            height = _height(least, spare, room.height() / sum(need), is_wide=is_wide)
            corners.append(canvas.snapped(QPointF(left, y)))
            forms.append(RowForm(width, height, is_wide, *widths, has_line=number > 0))
            y += height
    return BoardLayout(tuple(forms), tuple(corners))


def _widths(rows: Sequence[WallRow], *, is_wide: bool) -> tuple[int, int, int, int]:
    """Of places, scores, movements and notes."""
    strong = Type(ROW if is_wide else SMALL, is_strong=True).figures
    small = Type(SMALL)
    has_places = any(row.place_text for row in rows)
    tile = (_TILE if is_wide else _SMALL_TILE)[0]
    widest = max((width_of(row.place_text, strong) + 12 for row in rows), default=0)
    place = max(ceil(widest), tile) if has_places else 0
    score = ceil(max((width_of(row.score_text, strong) for row in rows), default=0))
    if not is_wide:
        return place, score, 0, 0
    moved = max((width_of(row.moved_text, small) for row in rows if row.moved), default=0)
    note = max((width_of(row.note, small) for row in rows), default=0)
    return place, score, ceil(moved) + 46 if moved else 0, ceil(note)


def _needs(
    rows: Sequence[WallRow], width: int, widths: tuple[int, int, int, int], *, is_wide: bool
) -> list[int]:
    """The least height of each row of a column."""
    if is_wide:
        return [_TILE[1] + 16] * len(rows)
    name = _name_room(width, widths)
    return [max(len(_name_lines(row, name)) * _LINE + 8, _LEAST) for row in rows]


def _height(least: int, spare: float, squeezed: float, *, is_wide: bool) -> int:
    """With its part of the room to spare, but no higher than looks like a list."""
    if spare < 0:
        return int(least * squeezed)
    return int(max(least, min(least + spare, _ONE_ROW if is_wide else _MOST)))


def _name_room(width: int, widths: tuple[int, int, int, int]) -> int:
    place, score, _, _ = widths
    return width - (place + 20 if place else 0) - (score + 24 if score else 0)


def _name_lines(row: WallRow, room: int) -> tuple[str, ...]:
    """The name, then the note on its last line if it has room there, else below it."""
    type_ = Type(SMALL)
    lines = lines_of(row.team, type_, room)
    if row.brief and width_of(lines[-1], type_) + 24 + width_of(row.brief, type_) > room:
        return (*lines, "")
    return lines


def paint_board_frame(canvas: Canvas, view: WallView, face: Board, page: int) -> None:
    """Paint everything of the standings but their rows."""
    shown = face.pages[page] if face.pages else None
    label, page_text = (shown.label, shown.page_text) if shown else ("", "")
    if face.form is BoardForm.LOWER_THIRD:
        paint_band(canvas, view, more=label, top=_STRIP_TOP, height=_STRIP)
        return
    paint_band(canvas, view, more=label, aside=_MARKS * face.of - 12 if face.of else 0)
    for number in range(face.of):
        left = canvas.right - _MARKS * (face.of - number) + 12
        box = QRectF(left, BAND / 2 - 20, 40, 40)
        if number < face.done:
            canvas.rounded(box, "band-ink", 6)
        else:
            canvas.outlined(box, "band-quiet", 2.5, 6)
    if face.strip:
        _paint_strip(canvas, face)
    paint_foot(canvas, view, page_text)


def _paint_strip(canvas: Canvas, face: Board) -> None:
    height = _strip_height(canvas, face)
    canvas.fill(QRectF(0, BAND, canvas.width, height), "hover")
    left, middle = float(EDGE), BAND + height / 2
    if face.is_frozen:
        left += icon(canvas, "lock", EDGE, middle - 26, 52, "text") + 4
    quiet = Type(SMALL)
    wide = canvas.line(canvas.right, middle - 24, face.strip_note, quiet, "text-quiet", RIGHT)
    type_, lines = _strip_lines(canvas, face, left + wide)
    canvas.block(left, middle - len(lines) * type_.line / 2, lines, type_, text=face.strip)


def _strip_lines(canvas: Canvas, face: Board, taken: float) -> tuple[Type, tuple[str, ...]]:
    return fitted(face.strip, ((ROW, 1), (SMALL, 3)), int(canvas.right - taken - 40))


def _strip_height(canvas: Canvas, face: Board) -> int:
    wide = width_of(face.strip_note, Type(SMALL))
    type_, lines = _strip_lines(canvas, face, EDGE + (82 if face.is_frozen else 0) + wide)
    return max(_STRIP, len(lines) * type_.line + 24)


def paint_board(canvas: Canvas, face: Board, page: int) -> None:
    """Paint the rows of a page where they are at rest."""
    if face.pages:
        layout = board_layout(canvas, face, page)
        for row, corner, form in zip(
            face.pages[page].rows, layout.corners, layout.forms, strict=True
        ):
            paint_row(canvas, row, corner, form, is_frozen=face.is_frozen)


def paint_row(
    canvas: Canvas, row: WallRow, corner: QPointF, form: RowForm, *, is_frozen: bool = False
) -> None:
    """Paint one row: the first three in tiles of the event's colour, unless they may change."""
    left, right, top = corner.x(), corner.x() + form.width, corner.y()
    middle = top + form.height / 2
    if form.has_line:
        canvas.hairline(top, left, right)
    size = ROW if form.is_wide else SMALL
    strong = Type(size, is_strong=True).figures
    if form.place:
        _paint_place(
            canvas, row, QPointF(left, middle), form, is_filled=row.is_top and not is_frozen
        )
        left += form.place + (42 if form.is_wide else 20)
    canvas.line(right, middle - strong.line / 2, row.score_text, strong, align=RIGHT)
    right -= form.score + (40 if form.is_wide else 24) if form.score else 0
    if form.is_wide:
        _paint_wide(canvas, row, left, right, middle, form, corner.x() - _BAR_OFF)
    else:
        _paint_name(canvas, row, left, int(right - left), middle, form.height)
        _paint_move(canvas, row, QPointF(corner.x() - GUTTER + 17, middle), 11)


def _paint_place(
    canvas: Canvas, row: WallRow, at: QPointF, form: RowForm, *, is_filled: bool
) -> None:
    wide, tall = _TILE if form.is_wide else _SMALL_TILE
    tile = QRectF(at.x(), at.y() - tall / 2, max(wide, form.place if form.is_wide else wide), tall)
    if is_filled:
        canvas.rounded(tile, "band")
    elif form.is_wide:
        canvas.outlined(tile, "line-strong", 2.5)
    strong = Type(ROW if form.is_wide else SMALL, is_strong=True).figures
    colour = "band-ink" if is_filled else "text"
    canvas.line(tile.center().x(), at.y() - strong.line / 2, row.place_text, strong, colour, CENTRE)


def _paint_wide(
    canvas: Canvas,
    row: WallRow,
    left: float,
    right: float,
    middle: float,
    form: RowForm,
    bar: float,
) -> None:
    if form.moved:
        right -= form.moved
        _paint_move(canvas, row, QPointF(right + 14, middle), 13)
        colour = "good" if row.moved > 0 else "text-quiet"
        text = row.moved_text if row.moved else ""
        canvas.line(right + 44, middle - 24, text, Type(SMALL, is_strong=True), colour)
        if row.moved > 0:
            canvas.rounded(
                QRectF(bar, middle - form.height * 0.37, 12, form.height * 0.74), "good", 6
            )
        right -= 48
    if form.note:
        canvas.line(right, middle - 24, row.note, Type(SMALL), "text-quiet", RIGHT)
        right -= form.note + 48
    type_, lines = fitted(row.team, ((ROW, 2), (SMALL, 3)), int(right - left))
    leading = min(type_.line, (form.height - 4) / len(lines))
    canvas.block(
        left, middle - len(lines) * leading / 2, lines, type_, text=row.team, leading=leading
    )


def _paint_name(
    canvas: Canvas, row: WallRow, left: float, room: int, middle: float, height: int
) -> None:
    type_ = Type(SMALL)
    lines = _name_lines(row, room)
    names = lines[:-1] if lines[-1:] == ("",) else lines
    leading = min(_LINE, height / len(lines))
    top = middle - len(lines) * leading / 2
    end = canvas.block(left, top, names, type_, text=row.team, leading=leading)
    after = 0.0 if len(lines) > len(names) else width_of(names[-1], type_) + 24
    at = end if not after else end - leading
    canvas.line(left + after, at + (leading - type_.line) / 2, row.brief, type_, "text-quiet")


def _paint_move(canvas: Canvas, row: WallRow, centre: QPointF, half: float) -> None:
    if row.moved > 0:
        riser(canvas, centre, half)
    elif row.moved:
        faller(canvas, centre, half)
