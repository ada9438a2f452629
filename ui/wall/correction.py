"""The projector's correction: what was wrong, and each place that goes to others now."""

from PySide6.QtCore import QRectF

from judging_app.present.wall.view import PlaceChange, WallView
from ui.wall.canvas import LEFT, NAME, SMALLEST, Canvas
from ui.wall.frame import BAND, FOOT, paint_band, paint_foot

_WHY = 0.3
"""The part of the room that each line of the reason has."""

_ROWS = 6
"""Changes that share the height at least."""


def paint_correction(canvas: Canvas, view: WallView, page: int) -> None:
    """The edition on the band, the reason in the organiser's words, then the changes."""
    height = canvas.height
    label = view.changes[page].label if view.changes else ""
    paint_band(canvas, view.title, (view.label,) if view.label else (), label=label)
    top, bottom = height * (BAND + 0.02), height * (1 - FOOT - 0.02)
    why = QRectF(canvas.margin, top, canvas.inner, (bottom - top) * _WHY)
    for number, line in enumerate(view.lines):
        canvas.paragraph(why.translated(0, why.height() * number), line, NAME, align=LEFT)
    if view.changes:
        room = QRectF(canvas.margin, why.bottom(), canvas.inner, bottom - why.bottom())
        pitch = room.height() / _ROWS
        every = [change for each in view.changes for change in each.changes]
        place = max(canvas.text_width(change.place, SMALLEST * 1.2) for change in every) + 2
        for number, change in enumerate(view.changes[page].changes):
            row = QRectF(room.left(), room.top() + number * pitch, room.width(), pitch)
            _paint_change(canvas, change, row, place)
    paint_foot(canvas, view.foot, view.clock_text)


def _paint_change(canvas: Canvas, change: PlaceChange, row: QRectF, place_wide: float) -> None:
    gap = canvas.height / 40
    canvas.fill(QRectF(row.left(), row.top(), row.width(), 1), "line")
    place = QRectF(row.left(), row.top(), place_wide, row.height())
    canvas.text(place, change.place, SMALLEST * 1.2, align=LEFT, colour="text-quiet")
    rest = row.width() - place_wide - 2 * gap
    now = QRectF(place.right() + gap, row.top(), rest * 0.58, row.height())
    canvas.lines(now, change.now, NAME, align=LEFT)
    before = QRectF(now.right() + gap, row.top(), rest * 0.42, row.height())
    canvas.lines(
        before, change.before, SMALLEST * 1.2, align=LEFT, colour="text-quiet", is_strong=False
    )
