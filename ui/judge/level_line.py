"""The one line under a criterion's title: its scale in words, or what one score on it means."""

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ui import fonts, theme
from ui.widgets.labels import AsideLabel

CHIP_WIDTH, CHIP_HEIGHT, CHIP_GAP = 22, 20, 8
_TIGHT = 1.28
"""Height of its lines: two of them stand beside a key without making a row higher."""


class LevelLine(AsideLabel):
    """Shows the scale, or behind a small figure what a score means.

    `kept_height` is the room that the longest of what it may say needs. The figure is filled where
    the score is the ballot's, and outlined where it is only read.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        self._figure, self._is_filled = "", False
        self._texts: tuple[str, ...] = ()
        super().__init__(kind="quiet", parent=parent)

    def reserve(self, texts: Sequence[str]) -> None:
        """Say what it may have to show behind a figure."""
        self._texts = tuple(dict.fromkeys(texts))

    def kept_height(self, width: int) -> int:
        """Pixels that any of what it may show takes, so that nothing else moves while one reads."""
        return self._high(self._kept_lines(width))

    def show_scale(self, words: str, *, kind: str = "quiet") -> None:
        """Say the scale, or what can be entered on it."""
        self._show("", words, "", kind)

    def show_level(self, figure: str, words: str, hint: str = "", *, is_filled: bool) -> None:
        """Say what a score means; the hint is left out where it would take another line."""
        self._figure = figure
        fits = self._lines(f"{words}  {hint}") <= self._kept_lines(self.width())
        self._is_filled = is_filled
        self._show(figure, words, hint if fits else "", "" if words else "quiet")

    def heightForWidth(self, width: int) -> int:
        return self._high(self._line_count(self.text(), width - self._indent()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._figure:
            self._paint_figure(painter)
        painter.setPen(self.palette().color(self.foregroundRole()))
        lead = (self._line_height() - self.fontMetrics().height()) / 2
        lead += max(theme.scaled(CHIP_HEIGHT) - self._line_height(), 0) / 2
        place = QPointF(self._indent(), lead)
        self._laid_out(self.text(), self.width() - self._indent()).draw(painter, place)

    def _show(self, figure: str, words: str, aside: str, kind: str) -> None:
        self._figure = figure
        if self.property("kind") != kind:
            theme.restyle(self, kind=kind)
        self.show_words(words, aside)
        self.update()

    def _paint_figure(self, painter: QPainter) -> None:
        box = QRectF(0, 0, self._indent() - theme.scaled(CHIP_GAP), theme.scaled(CHIP_HEIGHT))
        painter.setPen(QPen(theme.token("act"), theme.scaled(2)))
        painter.setBrush(theme.token("act") if self._is_filled else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 4, 4)
        painter.setFont(self._figure_font())
        painter.setPen(theme.token("act-text" if self._is_filled else "act"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._figure)

    def _high(self, lines: int) -> int:
        return max(ceil(lines * self._line_height()), theme.scaled(CHIP_HEIGHT))

    def _indent(self) -> int:
        return self._indent_of(self._figure) if self._figure else 0

    def _indent_of(self, figure: str) -> int:
        needed = QFontMetrics(self._figure_font()).horizontalAdvance(figure) + theme.scaled(10)
        return max(theme.scaled(CHIP_WIDTH), needed) + theme.scaled(CHIP_GAP)

    def _lines(self, text: str) -> int:
        return self._line_count(text, self.width() - self._indent())

    def _kept_lines(self, width: int) -> int:
        across = width - self._indent_of("10")
        return max((self._line_count(text, across) for text in self._texts), default=1)

    def _line_height(self) -> float:
        return self.font().pixelSize() * _TIGHT

    def _figure_font(self) -> QFont:
        return fonts.screen_font(theme.scaled(12), is_strong=True)
