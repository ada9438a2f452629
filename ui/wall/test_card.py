"""The projector's test card: edges, greys, colours and sizes of type."""

from PySide6.QtCore import QRectF

from judging_app.present.wall.faces import TestCard
from judging_app.present.wall.scenes import BARS
from ui.wall.canvas import CENTRE, EDGE, LINES, Canvas
from ui.wall.type import LARGE, ROW, SMALL, Type

SAFE = 0.05
"""The free edge of the safe area, of each side's length: what lies outside may be cut off."""

_BAR_COLOURS = ("#ffffff", "#ffff00", "#00ffff", "#00ff00", "#ff00ff", "#ff0000", "#0000ff")
_GREYS = 11
_CORNER, _THICK = 65, 6
"""A corner's mark."""


def paint_test_card(canvas: Canvas, face: TestCard) -> None:
    """Everything within the safe area, but for the marks at the very corners."""
    wide = canvas.width
    safe = QRectF(wide * SAFE, LINES * SAFE, wide * (1 - 2 * SAFE), LINES * (1 - 2 * SAFE))
    _paint_corners(canvas)
    canvas.outlined(safe, "text", 3)
    left, right = max(EDGE + 32, safe.left() + 32), safe.right() - 32
    top = 80.0
    for size, text in zip((LARGE, ROW, SMALL), face.sizes, strict=True):
        type_ = Type(size, is_strong=size == LARGE)
        canvas.line(left, top, text, type_)
        top += type_.line * 1.15
    _paint_greys(canvas, QRectF(left, 480, right - left, 150))
    _paint_bars(canvas, QRectF(left, 660, right - left, 190))
    size_text = f"{round(canvas.wide)} × {round(canvas.tall)}"
    said = ", ".join(part for part in (canvas.screen, size_text) if part)
    canvas.line(wide / 2, 920, said, Type(ROW, is_strong=True), align=CENTRE)


def _paint_corners(canvas: Canvas) -> None:
    """A mark at each corner, which is whole only if nothing of the picture is cut off."""
    for left in (0.0, canvas.width):
        for top in (0.0, float(LINES)):
            across = QRectF(min(left, canvas.width - _CORNER), 0, _CORNER, _THICK)
            across.moveTop(min(top, LINES - _THICK))
            along = QRectF(0, min(top, LINES - _CORNER), _THICK, _CORNER)
            along.moveLeft(min(left, canvas.width - _THICK))
            canvas.fill(across, "text")
            canvas.fill(along, "text")


def _paint_greys(canvas: Canvas, room: QRectF) -> None:
    """From black to white in even steps, each with its share of white in per cent."""
    wide = room.width() / _GREYS
    for number in range(_GREYS):
        level = round(255 * number / (_GREYS - 1))
        left = room.left() + wide * number
        canvas.fill(QRectF(left, room.top(), wide, 92), f"#{level:02x}{level:02x}{level:02x}")
        label = f"{100 * number // (_GREYS - 1)}"
        canvas.line(left + wide / 2, room.top() + 98, label, Type(SMALL).figures, align=CENTRE)


def _paint_bars(canvas: Canvas, room: QRectF) -> None:
    wide = room.width() / len(BARS)
    for number, (name, colour) in enumerate(zip(BARS, (*_BAR_COLOURS, "#000000"), strict=True)):
        left = room.left() + wide * number
        canvas.fill(QRectF(left, room.top(), wide, 130), colour)
        canvas.line(left + wide / 2, room.top() + 138, name, Type(SMALL), align=CENTRE)
