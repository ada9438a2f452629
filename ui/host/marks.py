"""The marks of ballots: a shape for each state, in grey, for most are as they should be."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from judging_app.domain.ballots import BallotState
from judging_app.domain.reconciliation import BallotPart
from judging_app.domain.standings import Exclusion
from judging_app.present.host.grid import CONFLICT
from judging_app.present.words.states import look_of
from ui import theme


def paint_mark(painter: QPainter, box: QRectF, look: str) -> None:
    """Paint the mark of a state into a square."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.token("text-quiet"), 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inner = box.adjusted(0.75, 0.75, -0.75, -0.75)
    _MARKS.get(look, _open)(painter, inner)
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


def _open(painter: QPainter, inner: QRectF) -> None:
    painter.drawRoundedRect(inner, 2, 2)


def _full(painter: QPainter, inner: QRectF) -> None:
    _filled(painter, inner.adjusted(-0.75, -0.75, 0.75, 0.75), theme.token("text-quiet"))


def _half(painter: QPainter, inner: QRectF) -> None:
    painter.drawRoundedRect(inner, 2, 2)
    half = QRectF(inner.left(), inner.center().y(), inner.width(), inner.height() / 2)
    painter.fillRect(half, theme.token("text-quiet"))


def _dashed(painter: QPainter, inner: QRectF) -> None:
    painter.setPen(QPen(theme.token("text"), 2))
    middle = inner.center().y()
    painter.drawLine(QLineF(inner.left(), middle, inner.right(), middle))


def _dotted(painter: QPainter, inner: QRectF) -> None:
    painter.drawRoundedRect(inner, 2, 2)
    _filled(painter, _middle(inner, 0.4), theme.token("text-quiet"))


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


def _crossed(painter: QPainter, inner: QRectF) -> None:
    box = _middle(inner, 0.6)
    painter.drawLine(QLineF(box.topLeft(), box.bottomRight()))
    painter.drawLine(QLineF(box.topRight(), box.bottomLeft()))


_MARKS: Mapping[str, Callable[[QPainter, QRectF], None]] = {
    look_of(BallotState.SUBMITTED): _full,
    look_of(BallotState.DRAFT): _half,
    look_of(BallotState.RECUSED): _barred,
    look_of(BallotState.ABSENT): _dashed,
    look_of(BallotPart.BEING_KEYED): _dotted,
    CONFLICT: _diamond,
    look_of(Exclusion.WITHDRAWN): _crossed,
    look_of(Exclusion.DISQUALIFIED): _crossed,
    look_of(BallotPart.TEAM_OUT): _crossed,
}
"""The mark of each look; what is still to come is an open square."""


def _middle(box: QRectF, share: float) -> QRectF:
    side = box.width() * share
    return QRectF(box.center().x() - side / 2, box.center().y() - side / 2, side, side)
