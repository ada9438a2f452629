"""The marks of ballots: a shape for each state, in grey, for most are as they should be."""

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from ui import theme

WAITING = "waiting"
"""Of a ballot whose team hasn't pitched yet."""


def paint_mark(painter: QPainter, box: QRectF, look: str) -> None:
    """Paint the mark of a state into a square."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.token("text-quiet"), 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inner = box.adjusted(0.75, 0.75, -0.75, -0.75)
    match look:
        case "submitted":
            _filled(painter, box, theme.token("text-quiet"))
        case "draft":
            painter.drawRoundedRect(inner, 2, 2)
            half = QRectF(inner.left(), inner.center().y(), inner.width(), inner.height() / 2)
            painter.fillRect(half, theme.token("text-quiet"))
        case "recused":
            _barred(painter, inner)
        case "absent":
            painter.setPen(QPen(theme.token("text"), 2))
            middle = box.center().y()
            painter.drawLine(QLineF(box.left() + 1, middle, box.right() - 1, middle))
        case "being keyed":
            painter.drawRoundedRect(inner, 2, 2)
            _filled(painter, _middle(box, 0.4), theme.token("text-quiet"))
        case "conflict":
            _diamond(painter, box)
        case "withdrawn" | "disqualified" | "out":
            _crossed(painter, _middle(box, 0.6))
        case "waiting":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.token("text-quiet"))
            painter.drawEllipse(_middle(box, 0.22))
        case _:
            painter.drawRoundedRect(inner, 2, 2)
    painter.restore()


def paint_share(painter: QPainter, box: QRectF, share: float) -> None:
    """Paint how many of many ballots are in, as a bar."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.token("text-quiet"), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, 3, 3)
    if share > 0:
        _filled(
            painter,
            QRectF(box.left(), box.top(), max(box.width() * share, 4), box.height()),
            theme.token("text-quiet"),
        )
    painter.restore()


def _filled(painter: QPainter, box: QRectF, colour: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(box, 2, 2)


def _barred(painter: QPainter, inner: QRectF) -> None:
    painter.setPen(QPen(theme.token("text"), 1.5))
    painter.drawEllipse(inner)
    reach = inner.width() * 0.34
    middle = inner.center()
    painter.drawLine(
        QLineF(middle.x() - reach, middle.y() + reach, middle.x() + reach, middle.y() - reach)
    )


def _diamond(painter: QPainter, box: QRectF) -> None:
    painter.setPen(QPen(theme.token("attention"), 2))
    painter.translate(box.center())
    painter.rotate(45)
    side = box.width() * 0.62
    painter.drawRect(QRectF(-side / 2, -side / 2, side, side))


def _crossed(painter: QPainter, box: QRectF) -> None:
    painter.drawLine(QLineF(box.topLeft(), box.bottomRight()))
    painter.drawLine(QLineF(box.topRight(), box.bottomLeft()))


def _middle(box: QRectF, share: float) -> QRectF:
    side = box.width() * share
    return QRectF(box.center().x() - side / 2, box.center().y() - side / 2, side, side)
