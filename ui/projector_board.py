"""The rows of the projector's board: where they stand, and how each is painted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from judging_app.domain.ids import TeamId
from judging_app.present.projector import ONE_COLUMN, ProjectorRow
from ui.projector_canvas import LEFT, NAME, RIGHT, SMALLEST, Canvas

COLUMN_NAME = 1 / 27
"""Size of names where the rows stand in two columns, of the height."""

_FEWEST = 6
"""A board of two teams isn't stretched over the whole height."""


@dataclass(frozen=True, slots=True)
class _Columns:
    """How the width of a row is shared out, in pixels; 0 leaves a column out."""

    size: float
    gap: float
    place: float
    bar: float
    score: float
    ballots: float


def row_boxes(
    canvas: Canvas, rows: Sequence[ProjectorRow], top: float, bottom: float
) -> dict[TeamId, QRectF]:
    """Where the rows stand between `top` and `bottom`, down one column or two."""
    columns = 1 if len(rows) <= ONE_COLUMN else 2
    deep = -(-len(rows) // columns)
    pitch = (bottom - top) / max(deep, _FEWEST)
    gap = canvas.margin
    width = (canvas.inner - gap * (columns - 1)) / columns
    return {
        row.team_id: QRectF(
            canvas.margin + (number // deep) * (width + gap),
            top + (number % deep) * pitch,
            width,
            pitch,
        )
        for number, row in enumerate(rows)
    }


def paint_rows(
    canvas: Canvas, rows: Sequence[ProjectorRow], boxes: Mapping[TeamId, QRectF]
) -> None:
    """Paint every row in its box, their columns in line."""
    if rows:
        columns = _columns(canvas, rows, boxes[rows[0].team_id].width())
        for row in rows:
            _paint_row(canvas, row, boxes[row.team_id], columns)


def _columns(canvas: Canvas, rows: Sequence[ProjectorRow], width: float) -> _Columns:
    is_wide = len(rows) <= ONE_COLUMN
    size = NAME if is_wide else COLUMN_NAME
    gap = canvas.height * size * 0.6
    place = max(canvas.text_width(row.place_text, size, is_strong=True) for row in rows)
    score = max(canvas.text_width(row.score_text, size, is_strong=True) for row in rows)
    ballots = max(canvas.text_width(row.ballots_text, SMALLEST) for row in rows) + 2
    bar = width * 0.2 if is_wide and any(row.share is not None for row in rows) else 0.0
    name = width - place - score - ballots - bar - 4 * gap
    if not is_wide and name < width * 0.4:
        ballots = 0.0
    return _Columns(
        size, gap, place + 2 if place else 0.0, bar, score + 2 if score else 0.0, ballots
    )


def _paint_row(canvas: Canvas, row: ProjectorRow, box: QRectF, columns: _Columns) -> None:
    left, right = box.left(), box.right()
    canvas.fill(QRectF(left, box.bottom() - 1, box.width(), 1), "line")
    if columns.place:
        place = QRectF(left, box.top(), columns.place, box.height())
        canvas.text(place, row.place_text, columns.size, align=RIGHT, is_strong=True)
        left = place.right() + columns.gap
    if columns.ballots:
        ballots = QRectF(right - columns.ballots, box.top(), columns.ballots, box.height())
        canvas.text(ballots, row.ballots_text, SMALLEST, align=RIGHT, colour="text-quiet")
        right = ballots.left() - columns.gap
    if columns.score:
        score = QRectF(right - columns.score, box.top(), columns.score, box.height())
        canvas.text(score, row.score_text, columns.size, align=RIGHT, is_strong=True)
        right = score.left() - columns.gap
    if columns.bar:
        _paint_bar(canvas, row, QRectF(right - columns.bar, box.top(), columns.bar, box.height()))
        right -= columns.bar + columns.gap
    name = QRectF(left, box.top(), right - left, box.height())
    canvas.text(name, row.team, columns.size, align=LEFT)


def _paint_bar(canvas: Canvas, row: ProjectorRow, room: QRectF) -> None:
    if row.share is None:
        return
    height = canvas.height / 45
    top = room.center().y() - height / 2
    canvas.bar(QRectF(room.left(), top, room.width(), height), "hover")
    length = max(room.width() * row.share.numerator / row.share.denominator, height / 2)
    canvas.bar(QRectF(room.left(), top, length, height), "act")
