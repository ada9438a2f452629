"""A judge's own scores for the other teams, as small marks on a scale that has no keys."""

from collections.abc import Sequence
from fractions import Fraction

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from judging_app.present.judge.own_scores import OwnMark
from ui import theme

PIP = 5
"""Across a mark, in pixels at 100 % text."""

MOST_PIPS = 4
"""Marks side by side at one score; more of them run together into a bar."""

_GAP = 3


class OwnStrip(QWidget):
    """Paints a line from the lowest score to the highest; this team's score is the tall mark."""

    accessible_role = QAccessible.Role.Chart

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks: tuple[OwnMark, ...] = ()
        self._at: Fraction | None = None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_marks(self, marks: Sequence[OwnMark], at: Fraction | None, said: str) -> None:
        """Replace the marks, and the place of the score in hand; `said` is all of them in words."""
        self._marks, self._at = tuple(marks), at
        self.setAccessibleName(said)
        self.setToolTip(f"<p>{said}</p>" if said else "")
        self.update()

    def accessible_value(self) -> str:
        """Nothing: the words are its name."""
        return ""

    def sizeHint(self) -> QSize:
        return QSize(theme.scaled(220), theme.scaled(3 * PIP))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        base = self.height() - 1.5
        painter.setPen(QPen(theme.token("line-strong"), 1))
        painter.drawLine(QPointF(self._across(0), base), QPointF(self._across(1), base))
        for mark in self._marks:
            middle = QPointF(self._across(float(mark.at)), base - theme.scaled(PIP))
            paint_pips(painter, middle, 1)
        if self._at is not None:
            wide, across = theme.scaled(4), self._across(float(self._at))
            painter.setBrush(theme.token("act"))
            painter.drawRect(QRectF(across - wide / 2, 0, wide, self.height()))

    def _across(self, share: float) -> float:
        edge = theme.scaled(PIP)
        return edge + share * (self.width() - 2 * edge)


def paint_pips(painter: QPainter, middle: QPointF, count: int, token: str = "text-quiet") -> None:  # noqa: S107 - a colour's purpose, no secret
    """Paint a row of pips about `middle`, or a bar where there are too many to count."""
    pip, gap = theme.scaled(PIP), theme.scaled(_GAP)
    shown = min(count, MOST_PIPS)
    width = shown * pip + (shown - 1) * gap
    painter.setPen(QPen(theme.token(token), 0))
    painter.setBrush(theme.token(token))
    left, top = middle.x() - width / 2, middle.y() - pip / 2
    if count > MOST_PIPS:
        painter.drawRoundedRect(QRectF(left, top, width, pip), pip / 2, pip / 2)
        return
    for at in range(shown):
        painter.drawEllipse(QRectF(left + at * (pip + gap), top, pip, pip))
