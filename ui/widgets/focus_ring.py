"""The ring about the control that the keyboard is in."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from ui import theme

WIDTH = 3
GAP = 2


def paint_ring(painter: QPainter, box: QRect, radius: int = 8) -> None:
    """Paint the ring outside `box`, which needs `WIDTH` + `GAP` pixels about it."""
    outside = GAP + WIDTH / 2
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.token("focus"), WIDTH))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(
        QRectF(box).adjusted(-outside, -outside, outside, outside), radius + GAP, radius + GAP
    )
