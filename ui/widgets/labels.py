"""Words on a screen: always plain text, never wider than there is room for."""

from html import escape
from math import ceil

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui import fonts, theme

LINE_HEIGHT = 1.4
"""Of a line of running text, as a multiple of its size."""


class PlainLabel(QLabel):
    """One line of plain text; what doesn't fit is elided, and shown in full by the tooltip."""

    def __init__(self, text: str = "", kind: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("kind", kind)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show `text`; line breaks become blanks."""
        super().setText(" ".join(text.split("\n")))
        self._update_tooltip()

    def minimumSizeHint(self) -> QSize:
        """Room for a few letters: a long name never widens the window."""
        full = self.sizeHint()
        return QSize(min(full.width(), self.fontMetrics().averageCharWidth() * 4), full.height())

    def sizeHint(self) -> QSize:
        metrics, margins = QFontMetrics(self._painted_font()), self.contentsMargins()
        across = metrics.horizontalAdvance(self.text()) + margins.left() + margins.right()
        return QSize(across + 2, metrics.height() + margins.top() + margins.bottom())

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self._update_tooltip()

    def showEvent(self, event: QShowEvent) -> None:
        """Look at last whether the text fits."""
        super().showEvent(event)
        self._update_tooltip()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.setFont(self._painted_font())
        painter.drawText(self.contentsRect(), self.alignment(), self._elided())

    def _elided(self) -> str:
        return QFontMetrics(self._painted_font()).elidedText(
            self.text(), Qt.TextElideMode.ElideRight, self.contentsRect().width()
        )

    def _painted_font(self) -> QFont:
        return fonts.with_figures(self.font(), self.text())

    def _is_whole(self) -> bool:
        return self.width() >= self.sizeHint().width()

    def _update_tooltip(self) -> None:
        is_told = self._is_whole() or not self.isVisible()
        self.setToolTip("" if is_told else f"<p>{escape(self.text())}</p>")


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

    def _is_whole(self) -> bool:
        found = wrapped(self.text(), self._painted_font(), max(self.width(), 1), self.lines)
        return "".join(found).replace(" ", "") == self.text().replace(" ", "")


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


class WrappedLabel(QLabel):
    """Plain text over as many lines as it takes; a word longer than a line is broken."""

    def __init__(self, text: str = "", kind: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        # A layout asks for the same few widths hundreds of times.
        self._counted: dict[tuple[str, str, int], int] = {}
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setProperty("kind", kind)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def setText(self, text: str) -> None:
        self._counted.clear()
        super().setText(text)
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return ceil(self._line_height() * self._line_count(self.text(), width))

    def sizeHint(self) -> QSize:
        """As wide as the text, up to about 70 letters."""
        metrics = self.fontMetrics()
        longest = max(metrics.horizontalAdvance(line) for line in self.text().split("\n"))
        width = min(longest + 2, metrics.averageCharWidth() * 70)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 8, ceil(self._line_height()))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._counted.clear()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        # On whole pixels: between two, letters are less sharp, and not the same each time.
        top = round((self._line_height() - self.fontMetrics().height()) / 2)
        if self.alignment() & Qt.AlignmentFlag.AlignVCenter:
            top += max(0, self.height() - self.heightForWidth(self.width())) // 2
        self._laid_out(self.text(), self.width()).draw(painter, QPointF(0, top))

    def _line_height(self) -> float:
        return self.font().pixelSize() * LINE_HEIGHT

    def _line_count(self, text: str, width: int) -> int:
        key = (text, self.font().key(), width)
        if key not in self._counted:
            self._counted[key] = self._laid_out(text, width).lineCount()
        return self._counted[key]

    def _formats(self, text: str) -> list[QTextLayout.FormatRange]:
        """Which of the letters look otherwise than the label's own."""
        del text
        return []

    def _laid_out(self, text: str, width: int) -> QTextLayout:
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        if self.alignment() & Qt.AlignmentFlag.AlignHCenter:
            option.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        layout = QTextLayout(text.replace("\n", "\N{LINE SEPARATOR}"), self.font())
        layout.setTextOption(option)
        layout.setFormats(self._formats(text))
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width, 1))
            line.setPosition(QPointF(0, round(self._line_height() * (layout.lineCount() - 1))))
        layout.endLayout()
        return layout


class AsideLabel(WrappedLabel):
    """Words, and quieter ones behind them that break with them: "Impact  counts 30 of 100"."""

    def __init__(
        self, text: str = "", aside: str = "", kind: str = "", parent: QWidget | None = None
    ) -> None:
        self._aside = ""
        super().__init__("", kind, parent)
        self.show_words(text, aside)

    def show_words(self, text: str, aside: str = "") -> None:
        """Replace both."""
        self._aside = aside
        self.setText(f"{text}  {aside}" if text and aside else text or aside)

    def _formats(self, text: str) -> list[QTextLayout.FormatRange]:
        if not (self._aside and text.endswith(self._aside)):
            return []
        quiet = QTextCharFormat()
        quiet.setFont(fonts.screen_font(theme.scaled(fonts.TEXT_SIZE)))
        quiet.setForeground(theme.token("text-quiet"))
        found = QTextLayout.FormatRange()
        found.start, found.length = len(text) - len(self._aside), len(self._aside)
        found.format = quiet
        return [found]


class Heading(PlainLabel):
    """A heading of level 1 (the screen's question), 2 or 3."""

    def __init__(self, text: str = "", level: int = 1, parent: QWidget | None = None) -> None:
        super().__init__(text, _HEADINGS[level], parent)


_HEADINGS = {1: "title", 2: "heading", 3: "subheading"}


class QuietText(WrappedLabel):
    """A hint or an explanation, in the quiet colour, over as many lines as it takes."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, "quiet", parent)
