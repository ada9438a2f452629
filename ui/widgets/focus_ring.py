"""The ring about the control that the keyboard is in, painted beyond it."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QRegion
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

from ui import theme

WIDTH = 3
GAP = 2
OUTSIDE = WIDTH + GAP
"""Pixels about a control that its ring takes; no control keeps them free."""

_RINGED = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
)
"""What has a ring, with whatever says so by its property `ringed`; what is painted as a row of
keys or of dots paints its own, within its own edges."""

_MOVES = frozenset(
    {
        QEvent.Type.Move,
        QEvent.Type.Resize,
        QEvent.Type.Show,
        QEvent.Type.Hide,
        QEvent.Type.ParentChange,
    }
)


def paint_ring(painter: QPainter, box: QRect, radius: int = 8) -> None:
    """Paint the ring outside `box`, which needs `OUTSIDE` pixels about it."""
    outside = GAP + WIDTH / 2
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.token("focus"), WIDTH))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(
        QRectF(box).adjusted(-outside, -outside, outside, outside), radius + GAP, radius + GAP
    )


class FocusRing(QWidget):
    """Lies over a whole window, about whatever control in it has the keyboard.

    Controls need no room for it, so they share their edges with everything else. Where one is
    scrolled half out of sight, so is its ring.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._about: QWidget | None = None
        self._watched: list[QWidget] = []
        self._box = QRect()
        self.hide()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVES:
            if event.type() == QEvent.Type.ParentChange:
                self._watch()
            self._place()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_ring(QPainter(self), self._box)

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        is_here = now is not None and now.window() is self.window()
        self._about = now if is_here and _has_ring(now) else None
        self._watch()
        self._place()

    def _watch(self) -> None:
        """Watch the control and all that it lies in: whichever moves, the ring moves."""
        for widget in self._watched:
            if isValid(widget):
                widget.removeEventFilter(self)
        self._watched = []
        above = self._about
        while above is not None and above is not self.window():
            above.installEventFilter(self)
            self._watched.append(above)
            above = above.parentWidget()

    def _place(self) -> None:
        about = self._about
        if about is None or not isValid(about) or not about.isVisible():
            self.hide()
            return
        box = _in_window(about)
        seen = box.adjusted(-OUTSIDE, -OUTSIDE, OUTSIDE, OUTSIDE) & _sight(about)
        if seen.isEmpty():
            self.hide()
            return
        self._box = box.translated(-seen.topLeft())
        self.setGeometry(seen)
        # Nothing inside the ring is painted again because of it.
        self.setMask(QRegion(self.rect()) - QRegion(self._box.adjusted(2, 2, -2, -2)))
        self.show()
        self.raise_()
        self.update()


def _has_ring(widget: QWidget | None) -> bool:
    return widget is not None and (isinstance(widget, _RINGED) or bool(widget.property("ringed")))


def _in_window(widget: QWidget) -> QRect:
    return QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size())


def _sight(widget: QWidget) -> QRect:
    """The part of the window in which a ring about `widget` may be seen."""
    sight, above = widget.window().rect(), widget.parentWidget()
    while above is not None and not above.isWindow():
        holder = above.parentWidget()
        if isinstance(holder, QAbstractScrollArea) and holder.viewport() is above:
            sight &= _in_window(above).adjusted(-OUTSIDE, -OUTSIDE, OUTSIDE, OUTSIDE)
        above = holder
    return sight
