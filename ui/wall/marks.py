"""The projector's marks: shapes and line icons that say a state beside its word."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QPointF, QRectF
from PySide6.QtGui import QPainterPath
from PySide6.QtSvg import QSvgRenderer

from ui.icons import drawing
from ui.wall.canvas import Canvas

_AFTER = 26
"""Free after an icon, on the wall."""


def icon(canvas: Canvas, name: str, left: float, top: float, size: float, colour: str) -> float:
    """A line icon as a square of `size`; how far what follows stands from its left."""
    drawn = _drawn(name, canvas.colours.get(colour, colour))
    drawn.render(canvas.painter, QRectF(left, top, size, size))
    return size + _AFTER


def play(canvas: Canvas, centre: QPointF, half: float, colour: str, *, is_filled: bool) -> None:
    """A triangle to the right: filled for what is on, hollow for what is next."""
    corners = ((-0.9, -1.0), (0.9, 0.0), (-0.9, 1.0))
    canvas.shape(_triangle(corners, half).translated(centre), colour, is_filled=is_filled)


def riser(canvas: Canvas, centre: QPointF, half: float) -> None:
    """A filled triangle upwards."""
    corners = ((0.0, -0.8), (1.0, 0.8), (-1.0, 0.8))
    canvas.shape(_triangle(corners, half).translated(centre), "good")


def faller(canvas: Canvas, centre: QPointF, half: float) -> None:
    """A hollow triangle downwards; quiet, for nothing is lost."""
    corners = ((-1.0, -0.7), (1.0, -0.7), (0.0, 0.8))
    canvas.shape(_triangle(corners, half).translated(centre), "text-quiet", is_filled=False)


@lru_cache(maxsize=16)
def _triangle(corners: tuple[tuple[float, float], ...], half: float) -> QPainterPath:
    (x, y), *others = corners
    outline = QPainterPath(QPointF(x * half, y * half))
    for x, y in others:
        outline.lineTo(x * half, y * half)
    outline.closeSubpath()
    return outline


@lru_cache(maxsize=32)
def _drawn(name: str, colour: str) -> QSvgRenderer:
    drawn = drawing(name).replace("currentColor", colour)
    return QSvgRenderer(QByteArray(drawn.encode()))
