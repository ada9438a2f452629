"""The projector's test card: edges, greys, colours and sizes of type."""

from PySide6.QtCore import QRectF

from judging_app.present.wall.scenes import BARS
from judging_app.present.wall.view import WallView
from ui.wall.canvas import CENTRE, LEFT, NAME, SMALLEST, TITLE, Canvas

SAFE = 0.05
"""The free edge of the safe area, of each side's length: what lies outside may be cut off."""

_BAR_COLOURS = ("#ffffff", "#ffff00", "#00ffff", "#00ff00", "#ff00ff", "#ff0000", "#0000ff")
_GREYS = 11
_CORNER = 0.06
"""The length of a corner's mark, of the height."""


def paint_test_card(canvas: Canvas, view: WallView, _page: int) -> None:
    """Everything within the safe area, but for the marks at the very corners."""
    width, height = canvas.width, canvas.height
    safe = QRectF(width * SAFE, height * SAFE, width * (1 - 2 * SAFE), height * (1 - 2 * SAFE))
    _paint_corners(canvas)
    canvas.frame(safe, "text", max(height / 360, 1))
    inside = safe.adjusted(canvas.margin / 2, canvas.margin / 2, -canvas.margin / 2, 0)
    _paint_sizes(canvas, view, QRectF(inside.left(), inside.top(), inside.width(), height * 0.34))
    _paint_greys(canvas, QRectF(inside.left(), height * 0.46, inside.width(), height * 0.14))
    _paint_bars(canvas, QRectF(inside.left(), height * 0.63, inside.width(), height * 0.18))
    name = QRectF(inside.left(), height * 0.83, inside.width(), height * 0.1)
    size = f"{round(width)} × {round(height)}"
    said = ", ".join(part for part in (canvas.screen, size) if part)
    canvas.text(name, said, NAME, align=CENTRE, is_strong=True)


def _paint_corners(canvas: Canvas) -> None:
    """A mark at each corner, which is whole only if nothing of the picture is cut off."""
    long, thick = canvas.height * _CORNER, max(canvas.height / 180, 2)
    for left in (0.0, canvas.width):
        for top in (0.0, canvas.height):
            across = QRectF(min(left, canvas.width - long), 0, long, thick)
            across.moveTop(min(top, canvas.height - thick))
            along = QRectF(0, min(top, canvas.height - long), thick, long)
            along.moveLeft(min(left, canvas.width - thick))
            canvas.fill(across, "text")
            canvas.fill(along, "text")


def _paint_sizes(canvas: Canvas, view: WallView, room: QRectF) -> None:
    top = room.top()
    for size, line in zip((TITLE, NAME, SMALLEST), view.lines, strict=True):
        pitch = canvas.height * size * 1.4
        box = QRectF(room.left(), top, room.width(), pitch)
        canvas.text(box, line, size, align=LEFT, is_strong=size == TITLE)
        top += pitch * 1.1


def _paint_greys(canvas: Canvas, room: QRectF) -> None:
    """From black to white in even steps, each with its share of white in per cent."""
    wide = room.width() / _GREYS
    for number in range(_GREYS):
        level = round(255 * number / (_GREYS - 1))
        box = QRectF(room.left() + wide * number, room.top(), wide, room.height() * 0.62)
        canvas.fill(box, f"#{level:02x}{level:02x}{level:02x}")
        below = QRectF(box.left(), box.bottom(), wide, room.height() * 0.38)
        label = f"{100 * number // (_GREYS - 1)}"
        canvas.text(below, label, SMALLEST, align=CENTRE, is_tabular=True)


def _paint_bars(canvas: Canvas, room: QRectF) -> None:
    wide = room.width() / len(BARS)
    for number, (name, colour) in enumerate(zip(BARS, (*_BAR_COLOURS, "#000000"), strict=True)):
        box = QRectF(room.left() + wide * number, room.top(), wide, room.height() * 0.7)
        canvas.fill(box, colour)
        below = QRectF(box.left(), box.bottom(), wide, room.height() * 0.3)
        canvas.text(below, name, SMALLEST, align=CENTRE)
