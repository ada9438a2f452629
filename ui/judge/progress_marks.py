"""How far several things are: a bar for each, or one bar where there are many."""

from collections.abc import Sequence
from fractions import Fraction

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import theme

MOST_BARS = 12
BAR_WIDTH, BAR_HEIGHT, GAP = 40, 8, 4
WHOLE_WIDTH = 216


class ProgressMarks(QWidget):
    """Paints what is done of each part; the words beside it say the same."""

    accessible_role = QAccessible.Role.ProgressBar

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._done: tuple[Fraction, ...] = ()
        self._said = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_done(self, done: Sequence[Fraction], said: str) -> None:
        """Replace the parts; `said` is the same in words."""
        self._done, self._said = tuple(done), said
        self.setAccessibleName(said)
        self.setVisible(bool(done))
        self.updateGeometry()
        self.update()

    def accessible_value(self) -> str:
        """Nothing: the words are its name."""
        return ""

    def sizeHint(self) -> QSize:
        count = len(self._done)
        width = WHOLE_WIDTH if count > MOST_BARS else count * (BAR_WIDTH + GAP) - GAP
        return QSize(theme.scaled(max(width, 0)), theme.scaled(BAR_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._done:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if len(self._done) > MOST_BARS:
            mean = sum(self._done, Fraction(0)) / len(self._done)
            _paint_bar(painter, QRectF(self.rect()), float(mean))
            return
        width, step = theme.scaled(BAR_WIDTH), theme.scaled(BAR_WIDTH + GAP)
        for at, done in enumerate(self._done):
            _paint_bar(painter, QRectF(at * step, 0, width, self.height()), float(done))


def _paint_bar(painter: QPainter, box: QRectF, done: float) -> None:
    half = box.height() / 2
    painter.setBrush(theme.token("line"))
    painter.drawRoundedRect(box, half, half)
    if done:
        painter.setBrush(theme.token("act"))
        painter.setClipRect(QRectF(box.left(), box.top(), box.width() * done, box.height()))
        painter.drawRoundedRect(box, half, half)
        painter.setClipping(False)
