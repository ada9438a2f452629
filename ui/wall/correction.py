"""The projector's correction: what was wrong, and each place that goes to others now."""

from PySide6.QtCore import QRectF

from judging_app.present.wall.faces import Corrected, PlaceChange
from judging_app.present.wall.view import WallView
from ui.wall.canvas import EDGE, RIGHT, Canvas
from ui.wall.frame import BOTTOM, paint_band, paint_foot
from ui.wall.type import ROW, ROW_LARGE, SMALL, Type, fitted, lines_of, width_of

_REST = 60
"""Kept free below the changes, for what is said of all other places."""


def paint_correction(canvas: Canvas, view: WallView, face: Corrected, page: int) -> None:
    """The reason in the organiser's words, then each place with who has it and who had it."""
    changes = face.pages[page].changes if face.pages else ()
    label = face.pages[page].label if face.pages else ""
    paint_band(canvas, view, more=label)
    most = 3 if changes else 8
    type_, lines = fitted(face.why, ((ROW, most), (SMALL, 9)), canvas.inner, is_strong=False)
    y = canvas.block(EDGE, 190, lines, type_, text=face.why) + 40
    if changes:
        height = min((BOTTOM - _REST - y) / len(changes), 148.0)
        strong = Type(ROW, is_strong=True)
        place = max(width_of(one.place, strong) for one in changes) + 60
        room = int((canvas.inner - place) * _NAMES)
        rungs = ((ROW_LARGE, 1), (ROW, 2), (SMALL, 3))
        size = min(fitted(one.now, rungs, room)[0].size for one in changes)
        for change in changes:
            _paint_change(canvas, change, QRectF(EDGE, y, canvas.inner, height), place, size)
            y += height
        canvas.hairline(y)
    wide = canvas.line(EDGE, y + 34, face.rest, Type(SMALL))
    agreed = lines_of(face.agreed, Type(SMALL), int(canvas.inner - wide - 20))
    canvas.block(EDGE + wide + 20, y + 34, agreed, Type(SMALL), "text-quiet", text=face.agreed)
    paint_foot(canvas, view)


def _paint_change(
    canvas: Canvas, change: PlaceChange, row: QRectF, place_wide: float, size: int
) -> None:
    canvas.hairline(row.top())
    middle, rest = row.center().y(), row.width() - place_wide
    canvas.line(EDGE, middle - 31, change.place, Type(ROW, is_strong=True))
    before = lines_of(change.before, Type(SMALL), int(rest * (0.98 - _NAMES)))
    canvas.block(
        canvas.right,
        middle - len(before) * 22,
        before,
        Type(SMALL),
        "text-quiet",
        text=change.before,
        align=RIGHT,
        leading=44,
    )
    strong = Type(size, is_strong=True)
    lines = lines_of(change.now, strong, int(rest * _NAMES))
    leading = min(strong.line, (row.height() - 8) / len(lines))
    top = middle - len(lines) * leading / 2
    canvas.block(EDGE + place_wide, top, lines, strong, text=change.now, leading=leading)


_NAMES = 0.72
"""Of a row's width beside its place, for who has it now."""
