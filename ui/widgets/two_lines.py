"""A name over at most so many lines, so that a long one moves nothing; the tooltip has it whole."""

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.widgets.labels import PlainLabel


class NameLabel(PlainLabel):
    """Wraps a name onto up to `lines` lines, and cuts it off only at the end of the last."""

    def __init__(
        self, text: str = "", kind: str = "", lines: int = 2, parent: QWidget | None = None
    ) -> None:
        self.lines = lines
        super().__init__(text, kind, parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def keep_lines(self, lines: int) -> None:
        """Take another number of lines at most."""
        self.lines = lines
        self.updateGeometry()
        self.update()

    @property
    def line_count(self) -> int:
        """How many lines it takes now."""
        return len(wrapped(self.text(), self._painted_font(), max(self.width(), 1), self.lines))

    def sizeHint(self) -> QSize:
        across = super().sizeHint().width()
        height = QFontMetrics(self._painted_font()).height()
        return QSize(across, height * min(max(self.line_count, 1), self.lines))

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        paint_name(painter, self.rect(), self.text(), self._painted_font(), self.lines)

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self._update_tooltip()
        self.updateGeometry()

    def _elided(self) -> str:
        found = wrapped(self.text(), self._painted_font(), max(self.width(), 1), self.lines)
        return (
            self.text() if "".join(found).replace(" ", "") == self.text().replace(" ", "") else ""
        )


def paint_name(painter: QPainter, box: QRect, name: str, font: QFont, lines: int = 2) -> None:
    """Paint a name half-way down `box`, in the painter's colour."""
    metrics = QFontMetrics(font)
    found = wrapped(name, font, box.width(), lines)
    top = box.top() + max((box.height() - metrics.height() * len(found)) // 2, 0)
    painter.setFont(font)
    for line in found:
        painter.drawText(QPointF(box.left(), top + metrics.ascent()), line)
        top += metrics.height()


def wrapped(name: str, font: QFont, width: int, lines: int) -> list[str]:
    """The lines of a name, the last cut off where there would be more."""
    metrics = QFontMetrics(font)
    if metrics.horizontalAdvance(name) <= width or lines == 1:
        return [metrics.elidedText(name, Qt.TextElideMode.ElideRight, width)]
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout = QTextLayout(name, font)
    layout.setTextOption(option)
    layout.beginLayout()
    starts: list[int] = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1))
        starts.append(line.textStart())
    layout.endLayout()
    kept = starts[:lines]
    ends = [*starts[1 : len(kept)], len(name)]
    return [
        metrics.elidedText(name[begin:end].strip(), Qt.TextElideMode.ElideRight, width)
        for begin, end in zip(kept, ends, strict=True)
    ]
