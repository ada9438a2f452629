"""One team's ballots as dots on a scale, with a line at their mean."""

from html import escape

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from judging_app.present.result.spread import SpreadRow
from ui import keys, theme
from ui.widgets.focus_ring import GAP, WIDTH, paint_ring

RADIUS = 5
"""Of a dot, in pixels at 100 % text."""

_EDGE = GAP + WIDTH + 1
_ROWS = 3
_STEPS = ((keys.BALLOT_BEFORE, -1), (keys.NEXT_BALLOT, +1))


class DotPlot(QWidget):
    """Paints what it is given; Left and Right go from ballot to ballot and describe each.

    A ballot that is far out is a diamond, the others are dots; equal ones are on each other.
    """

    accessible_role = QAccessible.Role.Chart

    told = Signal(str)
    """What there is to say of the ballot that the keyboard is at; empty when it is at none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row: SpreadRow | None = None
        self._chosen: int | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_row(self, row: SpreadRow) -> None:
        """Replace the ballots."""
        self._row, self._chosen = row, None
        self.setAccessibleName(row.label)
        self.setEnabled(bool(row.dots))
        self.update()

    def sizeHint(self) -> QSize:
        height = 2 * _EDGE + (2 * _ROWS + 1) * theme.scaled(RADIUS)
        return QSize(theme.scaled(320), height)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.scaled(120), self.sizeHint().height())

    def accessible_value(self) -> str:
        """The ballot that the keyboard is at."""
        return self._label(self._chosen)

    def places(self) -> list[QPointF]:
        """The centre of each dot, in the order of the row."""
        if self._row is None:
            return []
        reach = theme.scaled(RADIUS)
        found: list[QPointF] = []
        for dot in self._row.dots:
            across = self._across(float(dot.at))
            below = [one for one in found if abs(one.x() - across) < 2 * reach]
            level = min(len(below), _ROWS - 1)
            found.append(QPointF(across, self._base() - reach - 2 * reach * level))
        return found

    def keyPressEvent(self, event: QKeyEvent) -> None:
        count = len(self._row.dots) if self._row else 0
        step = next((step for key, step in _STEPS if key.is_pressed(event)), 0)
        if not step or not count:
            super().keyPressEvent(event)
            return
        at = (0 if step > 0 else count - 1) if self._chosen is None else self._chosen + step
        self._choose(min(max(at, 0), count - 1))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._choose(self._at(event.position()))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._choose(None)

    def event(self, event: QEvent) -> bool:
        """Describe the ballot under the pointer as a tooltip."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            at = self._at(QPointF(event.pos()))
            label = self._label(at)
            QToolTip.showText(event.globalPos(), f"<p>{escape(label)}</p>" if label else "", self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_scale(painter)
        if self._row is not None:
            for at, place in enumerate(self.places()):
                self._paint_dot(painter, place, is_far_out=self._row.dots[at].is_far_out)
        if self.hasFocus():
            paint_ring(painter, self._ring())

    def _paint_scale(self, painter: QPainter) -> None:
        painter.setPen(QPen(theme.token("line-strong"), 1))
        base, left, right = self._base(), self._across(0), self._across(1)
        painter.drawLine(QPointF(left, base), QPointF(right, base))
        for end in (left, right):
            painter.drawLine(QPointF(end, base - 4), QPointF(end, base + 3))
        if self._row is not None and self._row.mean_at is not None:
            mean = self._across(float(self._row.mean_at))
            painter.setPen(QPen(theme.token("act"), theme.scaled(2)))
            painter.drawLine(QPointF(mean, _EDGE), QPointF(mean, base + 3))

    def _paint_dot(self, painter: QPainter, place: QPointF, *, is_far_out: bool) -> None:
        radius = theme.scaled(RADIUS)
        painter.setPen(QPen(theme.token("surface"), 1))
        if not is_far_out:
            painter.setBrush(theme.token("text-quiet"))
            painter.drawEllipse(place, radius, radius)
            return
        reach = radius * 1.4
        corners = [QPointF(0, -reach), QPointF(reach, 0), QPointF(0, reach), QPointF(-reach, 0)]
        painter.setBrush(theme.token("attention"))
        painter.drawPolygon(QPolygonF([place + corner for corner in corners]))

    def _ring(self) -> QRect:
        """About the ballot that the keyboard is at, else about the whole scale."""
        if self._chosen is None:
            return self.rect().adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        reach, place = theme.scaled(RADIUS), self.places()[self._chosen].toPoint()
        return QRect(place.x() - reach, place.y() - reach, 2 * reach, 2 * reach)

    def _choose(self, at: int | None) -> None:
        if at == self._chosen:
            return
        self._chosen = at
        self.setAccessibleDescription(self._label(at))
        self.told.emit(self._label(at))
        self.update()

    def _label(self, at: int | None) -> str:
        return "" if self._row is None or at is None else self._row.dots[at].label

    def _at(self, point: QPointF) -> int | None:
        """The nearest ballot within a finger's reach."""
        reach = 2 * theme.scaled(RADIUS)
        near = [
            ((place - point).manhattanLength(), at)
            for at, place in enumerate(self.places())
            if (place - point).manhattanLength() <= reach
        ]
        return min(near)[1] if near else None

    def _across(self, share: float) -> float:
        edge = _EDGE + 2 * theme.scaled(RADIUS)
        return edge + share * max(self.width() - 2 * edge, 1)

    def _base(self) -> float:
        return self.height() - _EDGE - theme.scaled(RADIUS)
