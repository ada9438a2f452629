"""The standings scene at rest: where its rows are, and how each is painted."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QPoint, QRect, QRectF, QSize

from judging_app.domain.event import BoardForm
from judging_app.present.wall.board import ONE_COLUMN, WallRow
from judging_app.present.wall.showing import WallView
from ui.wall.canvas import LEFT, NAME, RIGHT, SMALLEST, Canvas
from ui.wall.frame import BAND, FOOT, paint_band, paint_foot

COLUMN_NAME = 1 / 27
"""Size of names where the rows are in two columns, of the height."""

STRIP_TOP = 2 / 3
STRIP_BAND = 0.1
"""Where the strip over the lowest third begins, and the height of its band."""

_STRIP_COLUMN = 4
_FEWEST = 6
"""Rows that share the height at least: a board of two teams isn't stretched over all of it."""

_BAR = 0.16
"""A bar beside the score, of the width of its row."""

_NAME_SHARE = 0.38
"""The least of a row's width that is left to the name; the ballots give way to it."""


@dataclass(frozen=True, slots=True)
class RowForm:
    """How one row of a board is shared out, in whole pixels; 0 leaves a column out.

    `bar` is the length of a full bar. It is before the score; where the rows are in two
    columns it lies along the row's foot, `foot` pixels high.
    """

    width: int
    height: int
    size: float
    gap: int
    place: int
    bar: int
    score: int
    ballots: int
    is_brief: bool
    foot: int

    @property
    def row_size(self) -> QSize:
        """The whole row."""
        return QSize(self.width, self.height)


@dataclass(frozen=True, slots=True)
class BoardLayout:
    """The form that all rows of a page share, and the upper left corner of each, in their order."""

    form: RowForm
    corners: tuple[QPoint, ...]


def rows_room(canvas: Canvas, form: BoardForm) -> QRect:
    """The part of the picture that belongs to the rows, from edge to edge."""
    is_strip = form is BoardForm.LOWER_THIRD
    top = STRIP_TOP + STRIP_BAND + 0.01 if is_strip else BAND + 0.02
    bottom = 0.99 if is_strip else 1 - FOOT - 0.015
    start = round(top * canvas.height)
    return QRect(0, start, round(canvas.width), int(bottom * canvas.height) - start)


def board_layout(canvas: Canvas, view: WallView, page: int) -> BoardLayout:
    """Where the rows of a page are; every page has the columns that the longest texts need."""
    every = [row for each in view.pages for row in each.rows]
    longest = max(len(each.rows) for each in view.pages)
    form, top, deep = _laid_out(canvas, every, longest, view.form)
    return BoardLayout(form, _corners(canvas, form, len(view.pages[page].rows), top, deep))


def paint_board_frame(canvas: Canvas, view: WallView, page: int) -> None:
    """Paint everything of the standings but their rows."""
    label = view.pages[page].label if view.pages else ""
    if view.form is BoardForm.LOWER_THIRD:
        band = QRectF(0, canvas.height * STRIP_TOP, canvas.width, canvas.height * STRIP_BAND)
        paint_band(canvas, view.title, view.lines, label=label, band=band, size=NAME)
    else:
        paint_band(canvas, view.title, view.lines, label=label)
        paint_foot(canvas, view.foot, view.clock_text)


def paint_board(canvas: Canvas, view: WallView, page: int) -> None:
    """Paint the rows of a page where they are at rest."""
    if view.pages:
        layout = board_layout(canvas, view, page)
        for row, corner in zip(view.pages[page].rows, layout.corners, strict=True):
            paint_row(canvas, row, corner, layout.form)
            paint_bar(canvas, corner, layout.form, bar_length(row, layout.form))


def paint_row(canvas: Canvas, row: WallRow, corner: QPoint, form: RowForm) -> None:
    """Paint one row, but for the filled part of its bar, which grows by itself."""
    left, right = corner.x(), corner.x() + form.width
    canvas.fill(QRectF(left, corner.y() + form.height - 1, form.width, 1), "line")
    if row.share is not None:
        _fill_bar(canvas, corner, form, form.bar, "hover")

    def room(start: int, width: int) -> QRectF:
        return QRectF(start, corner.y(), width, form.height - form.foot)

    def column(start: int, width: int, text: str, size: float, colour: str) -> None:
        box, is_strong = room(start, width), colour == "text"
        canvas.text(
            box, text, size, align=RIGHT, colour=colour, is_strong=is_strong, is_tabular=True
        )

    if form.place:
        column(left, form.place, row.place_text, form.size, "text")
        left += form.place + form.gap
    if form.ballots:
        right -= form.ballots
        ballots = row.ballots_brief if form.is_brief else row.ballots_text
        column(right, form.ballots, ballots, SMALLEST, "text-quiet")
        right -= form.gap
    if form.score:
        right -= form.score
        column(right, form.score, row.score_text, form.size, "text")
        right -= form.gap
    if form.bar and not form.foot:
        right -= form.bar + form.gap
    canvas.lines(room(left, right - left), row.team, form.size, align=LEFT, is_strong=False)


def paint_bar(canvas: Canvas, corner: QPoint, form: RowForm, length: int) -> None:
    """Paint the filled part of a bar over its track; a row without a score has neither."""
    if length:
        _fill_bar(canvas, corner, form, length, "act")


def bar_length(row: WallRow, form: RowForm) -> int:
    """How long a row's bar is, in whole pixels."""
    return 0 if row.share is None else round(form.bar * row.share)


def _laid_out(
    canvas: Canvas, rows: Sequence[WallRow], longest: int, board: BoardForm
) -> tuple[RowForm, int, int]:
    """The form of a row, where the first one begins, and how many are one below the other."""
    is_strip = board is BoardForm.LOWER_THIRD
    one_column, fewest = (_STRIP_COLUMN, _STRIP_COLUMN) if is_strip else (ONE_COLUMN, _FEWEST)
    room = rows_room(canvas, board)
    columns = 1 if longest <= one_column else 2
    deep = ceil(longest / columns)
    height = room.height() // max(deep, fewest)
    width = int((canvas.inner - canvas.margin * (columns - 1)) / columns)
    form = _row_form(canvas, rows, width, height, is_wide=columns == 1 and not is_strip)
    return form, room.top(), deep


def _corners(canvas: Canvas, form: RowForm, count: int, top: int, deep: int) -> tuple[QPoint, ...]:
    left, step = round(canvas.margin), form.width + round(canvas.margin)
    return tuple(
        QPoint(left + number // deep * step, top + number % deep * form.height)
        for number in range(count)
    )


def _row_form(
    canvas: Canvas, rows: Sequence[WallRow], width: int, height: int, *, is_wide: bool
) -> RowForm:
    size = NAME if is_wide else COLUMN_NAME
    gap = round(canvas.height * size * 0.6)
    has_bar = any(row.share is not None for row in rows)
    place = _widest(canvas, [row.place_text for row in rows], size, is_strong=True)
    score = _widest(canvas, [row.score_text for row in rows], size, is_strong=True)
    ballots = _widest(canvas, [row.ballots_text for row in rows], SMALLEST)
    brief = _widest(canvas, [row.ballots_brief for row in rows], SMALLEST)
    bar = width if not is_wide else round(width * _BAR)
    taken = sum(column + gap for column in (place, score) if column)
    taken += bar + gap if has_bar and is_wide else 0
    kept = [
        each for each in (ballots, brief, 0) if width - taken - each - gap >= width * _NAME_SHARE
    ]
    shown = kept[0] if kept else 0
    return RowForm(
        width=width,
        height=height,
        size=size,
        gap=gap,
        place=place,
        bar=bar if has_bar else 0,
        score=score,
        ballots=shown,
        is_brief=shown != ballots,
        foot=0 if is_wide else max(round(canvas.height / 180), 2),
    )


def _widest(canvas: Canvas, texts: Sequence[str], size: float, *, is_strong: bool = False) -> int:
    """The width of a column that holds all of `texts`; 0 if none says anything."""
    wide = max(
        (
            canvas.text_width(text, size, is_strong=is_strong, is_tabular=True)
            for text in texts
            if text
        ),
        default=0.0,
    )
    return ceil(wide) + 2 if wide else 0


def _fill_bar(canvas: Canvas, corner: QPoint, form: RowForm, length: int, colour: str) -> None:
    if form.foot:
        top = corner.y() + form.height - form.foot
        canvas.fill(QRect(corner.x(), top, length, form.foot), colour)
        return
    right = corner.x() + form.width
    right -= sum(column + form.gap for column in (form.ballots, form.score) if column)
    height = round(canvas.height / 45)
    top = corner.y() + (form.height - height) // 2
    canvas.bar(QRectF(right - form.bar, top, length, height), colour)
