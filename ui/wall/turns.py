"""The projector's lists of teams by number: the run order, and whom to choose from."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

from judging_app.present.wall.view import TurnRow, TurnState, WallView
from ui.wall.canvas import LEFT, NAME, RIGHT, SMALLEST, Canvas
from ui.wall.frame import BAND, FOOT, paint_band, paint_foot

_ONE_COLUMN = 10
"""Teams that are one below the other."""

_FEWEST = 6
"""Teams that share the height at least."""

_SAID = 0.14
"""The part of the height that what the host wrote is in."""

_COLUMN_NAME = 1 / 27
"""Size of names in two columns, of the height."""


def paint_turns(canvas: Canvas, view: WallView, page: int) -> None:
    """The teams in order: the one whose turn it is marked, those that are done quiet."""
    height = canvas.height
    label = view.turns[page].label if view.turns else ""
    paint_band(canvas, view.title, label=label)
    top = height * (BAND + 0.02)
    if view.lines:
        said = QRectF(canvas.margin, top, canvas.inner, height * _SAID)
        canvas.paragraph(said, view.lines[0], NAME, colour="act")
        top = said.bottom() + height * 0.01
    if view.turns:
        bottom = height * (1 - FOOT - 0.015)
        _paint_page(canvas, view, page, QRectF(canvas.margin, top, canvas.inner, bottom - top))
    paint_foot(canvas, view.foot, view.clock_text)


def _paint_page(canvas: Canvas, view: WallView, page: int, room: QRectF) -> None:
    """Every page has the columns that the longest texts of all pages need."""
    longest = max(len(each.rows) for each in view.turns)
    columns = 1 if longest <= _ONE_COLUMN else 2
    deep = -(-longest // columns)
    gap = canvas.margin
    pitch = room.height() / max(deep, _FEWEST if columns == 1 else deep)
    width = (room.width() - gap * (columns - 1)) / columns
    size = min(NAME if columns == 1 else _COLUMN_NAME, pitch / canvas.height / 1.2)
    every = [row for each in view.turns for row in each.rows]
    number_wide = max(canvas.text_width(row.number_text, size, is_tabular=True) for row in every)
    for number, row in enumerate(view.turns[page].rows):
        left = room.left() + number // deep * (width + gap)
        cell = QRectF(left, room.top() + number % deep * pitch, width, pitch)
        _paint_row(canvas, row, cell, size, number_wide + 2)


def _paint_row(canvas: Canvas, row: TurnRow, cell: QRectF, size: float, number_wide: float) -> None:
    gap = canvas.height * size * 0.55
    colour = "text-quiet" if row.state is TurnState.DONE else "text"
    is_now = row.state is TurnState.NOW
    canvas.fill(QRectF(cell.left(), cell.bottom() - 1, cell.width(), 1), "line")
    if is_now:
        canvas.bar(cell.adjusted(0, cell.height() * 0.06, 0, -cell.height() * 0.06), canvas.band)
        colour = canvas.on_band
        _paint_arrow(canvas, cell, gap, colour)
    left = cell.left() + gap * 1.6
    place = QRectF(left, cell.top(), number_wide, cell.height())
    canvas.text(
        place, row.number_text, size, align=RIGHT, colour=colour, is_strong=is_now, is_tabular=True
    )
    right = cell.right() - gap
    if row.state_text:
        wide = canvas.text_width(row.state_text, SMALLEST, is_strong=True) + 2
        state = QRectF(right - wide, cell.top(), wide, cell.height())
        canvas.text(
            state,
            row.state_text,
            SMALLEST,
            align=RIGHT,
            colour=colour if row.state is not TurnState.NEXT else "act",
            is_strong=True,
        )
        right = state.left() - gap
    name = QRectF(place.right() + gap, cell.top(), right - place.right() - gap, cell.height())
    canvas.lines(name, row.team, size, align=LEFT, colour=colour, is_strong=is_now)


def _paint_arrow(canvas: Canvas, cell: QRectF, gap: float, colour: str) -> None:
    """A triangle before the team whose turn it is, so that the mark isn't colour alone."""
    half = min(cell.height() * 0.22, gap * 0.8)
    tip = QPointF(cell.left() + gap * 0.5 + half * 1.3, cell.center().y())
    outline = QPainterPath(tip)
    outline.lineTo(tip.x() - half * 1.3, tip.y() - half)
    outline.lineTo(tip.x() - half * 1.3, tip.y() + half)
    outline.closeSubpath()
    canvas.shape(outline, colour)
