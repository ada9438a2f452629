"""What is round a projector's scene: the event's band above it and the foot below."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF

from ui.wall.canvas import LEFT, RIGHT, SMALLEST, TITLE, Canvas

BAND = 0.19
FOOT = 0.075
"""Parts of the height."""

_LABEL = 1 / 30
"""Size of the page's label, of the height."""

_EDGE = 0.12
"""Free above and below a title on two lines, of the height of the band."""

_LINE = 1.5
"""From one small line to the next, of their size; closer where the band is low."""


def paint_band(
    canvas: Canvas,
    title: str,
    asides: Sequence[str] = (),
    *,
    label: str = "",
    band: QRectF | None = None,
    size: float = TITLE,
) -> None:
    """Paint the band: the title, then small lines such as the method, then a page's `label`."""
    band = band or QRectF(0, 0, canvas.width, canvas.height * BAND)
    canvas.fill(band, canvas.band)
    room = inset(canvas, band)
    if label:
        wide = canvas.text_width(label, _LABEL, is_strong=True) + 2
        place = QRectF(room.right() - wide, room.top(), wide, room.height())
        canvas.text(place, label, _LABEL, align=RIGHT, colour=canvas.on_band, is_strong=True)
        room.setRight(place.left() - canvas.margin)
    wide = max((canvas.text_width(text, SMALLEST) for text in asides), default=0.0)
    pitch = min(canvas.height * SMALLEST * _LINE, band.height() / max(len(asides), 1))
    top = room.center().y() - pitch * len(asides) / 2
    for number, text in enumerate(asides):
        line = QRectF(room.right() - wide - 2, top + number * pitch, wide + 2, pitch)
        canvas.text(line, text, SMALLEST, align=RIGHT, colour=canvas.on_band)
    if asides:
        room.setRight(room.right() - wide - canvas.margin)
    edge = band.height() * _EDGE
    canvas.lines(room.adjusted(0, edge, 0, -edge), title, size, align=LEFT, colour=canvas.on_band)


def paint_foot(canvas: Canvas, text: str, clock_text: str) -> None:
    """Paint the thin foot: the event at the left, the time of day at the right."""
    room = foot_room(canvas)
    canvas.fill(QRectF(room.left(), room.top(), room.width(), 1), "line")
    clock = canvas.text_width(clock_text, SMALLEST, is_tabular=True) + 2
    clock_room = QRectF(room.right() - clock, room.top(), clock, room.height())
    canvas.text(clock_room, clock_text, SMALLEST, align=RIGHT, colour="text-quiet", is_tabular=True)
    room.setRight(clock_room.left() - canvas.margin)
    canvas.text(room, text, SMALLEST, align=LEFT, colour="text-quiet")


def foot_room(canvas: Canvas) -> QRectF:
    """The part of the picture that belongs to the foot."""
    height = canvas.height
    return QRectF(canvas.margin, height * (1 - FOOT), canvas.inner, height * FOOT)


def inset(canvas: Canvas, band: QRectF) -> QRectF:
    """`band` without the free edges at its sides."""
    return QRectF(canvas.margin, band.top(), canvas.inner, band.height())
