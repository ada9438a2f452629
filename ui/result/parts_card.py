"""The parts of a gap as bars from one axis, on each side of it what speaks for one team."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from judging_app.present.result.why import WhyColumn, WhyRow
from ui import fonts, theme
from ui.widgets.card import Card, Hairline
from ui.widgets.form import NO_MARGINS, Item, add, column, middle, swap
from ui.widgets.labels import Heading, PlainLabel, QuietText, WrappedLabel

BAR, ROW, HEAD = 20, 41, 48
"""Height of a bar, of a row at least and of the head, in pixels at 100 % text."""
WORDS, BARS = 4, 5
"""How the words and the bars share a card's width."""
_GAP, _EDGE = 8, 4


class PartsCard(Card):
    """One kind of parts: a row each, and what they come to for each of the two."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._title = title
        self.setAccessibleName(title)
        self._rows = QWidget()
        self.body.setContentsMargins(20, 4, 0, 8)
        add(self.body, self._rows)
        self.hide()

    def show_column(
        self, parts: WhyColumn, upper: str, lower: str, *, is_exact: bool = False
    ) -> None:
        """Replace the parts, which speak for one of two teams; without any the card is away."""
        lines: list[tuple[Item, QWidget]] = []
        if parts.rows:
            lines.append((middle(Heading(self._title, 3)), Ends(lower, upper)))
        lines += [
            (_words(row, is_exact=is_exact), SignedBar(row, upper, lower)) for row in parts.rows
        ]
        if parts.rows:
            lines.append((middle(PlainLabel("Together", "strong")), Sums(parts, upper, lower)))
        self._rows = swap(self.body, self._rows, _ruled(lines))
        self.setVisible(bool(parts.rows))


def _ruled(lines: list[tuple[Item, QWidget]]) -> QWidget:
    """Two cells a line, a hairline between two lines."""
    made = QWidget()
    layout = QGridLayout(made)
    layout.setContentsMargins(*NO_MARGINS)
    layout.setHorizontalSpacing(12)
    layout.setVerticalSpacing(0)
    layout.setColumnStretch(0, WORDS)
    layout.setColumnStretch(1, BARS)
    for at, (words, bar) in enumerate(lines):
        if at:
            layout.addWidget(Hairline(), 2 * at - 1, 0, 1, 2)
        if isinstance(words, QWidget):
            layout.addWidget(words, 2 * at, 0)
        else:
            layout.addLayout(words, 2 * at, 0)
        layout.addWidget(bar, 2 * at, 1)
    return made


def _words(row: WhyRow, *, is_exact: bool) -> Item:
    """What a part is, and below it what there is to know about it."""
    note = row.scores or row.note
    if is_exact:
        note = f"{note} · exactly {row.exact_text}" if note else f"exactly {row.exact_text}"
    return middle(
        column(WrappedLabel(row.label, "strong"), *([QuietText(note)] if note else []), spacing=0)
    )


class _Painted(QWidget):
    """A cell about an axis half-way across; its words are its name."""

    accessible_role = QAccessible.Role.StaticText

    def __init__(self, name: str, height: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least = height
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def accessible_value(self) -> str:
        """Nothing: all of it is in the name."""
        return ""

    def sizeHint(self) -> QSize:
        return QSize(theme.scaled(240), theme.scaled(self._least))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.scaled(120), theme.scaled(self._least))

    def _write(
        self, painter: QPainter, text: str, *, is_left: bool, gap: float, strong: bool
    ) -> None:
        """Words that end before the axis, or begin behind it, so far from it."""
        font = _font(text, is_strong=strong)
        half = self.width() / 2 - gap - _EDGE
        left = _EDGE if is_left else self.width() / 2 + gap
        side = Qt.AlignmentFlag.AlignRight if is_left else Qt.AlignmentFlag.AlignLeft
        painter.setFont(font)
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, round(half))
        box = QRectF(left, 0, half, self.height())
        painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter, shown)


class Ends(_Painted):
    """Which team each side of the axis speaks for; long names are whole in the question above."""

    def __init__(self, lower: str, upper: str, parent: QWidget | None = None) -> None:
        super().__init__(f"To the left for {lower}, to the right for {upper}", HEAD, parent)
        self.setToolTip(f"<p>{self.accessibleName()}</p>")
        self._lower, self._upper = lower, upper

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(theme.token("text"))
        self._write(painter, f"← {self._lower}", is_left=True, gap=_GAP, strong=True)
        painter.setPen(theme.token("act"))
        self._write(painter, f"{self._upper} →", is_left=False, gap=_GAP, strong=True)


class SignedBar(_Painted):
    """A bar from the axis, filled for the upper team and outlined for the lower one."""

    def __init__(self, row: WhyRow, upper: str, lower: str, parent: QWidget | None = None) -> None:
        team = upper if row.share > 0 else lower
        said = f"{row.label}: {row.size_text} for {team}" if row.share else f"{row.label}: equal"
        super().__init__(said, ROW, parent)
        self._share, self._figure = float(row.share), row.size_text

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        axis, height = self.width() / 2, theme.scaled(BAR)
        figure = QFontMetrics(_font("0", is_strong=True)).horizontalAdvance("00.00")
        reach = max(axis - figure - _GAP - _EDGE, 1)
        length, top = abs(self._share) * reach, (self.height() - height) / 2
        is_left = self._share < 0
        box = QRectF(axis - length if is_left else axis, top, length, height)
        if is_left:
            painter.fillRect(box, theme.token("text"))
            painter.fillRect(box.adjusted(2, 2, -2, -2), theme.token("surface"))
        else:
            painter.fillRect(box, theme.token("act"))
        painter.setPen(QPen(theme.token("line-strong"), 1))
        painter.drawLine(round(axis), 0, round(axis), self.height())
        painter.setPen(theme.token("text"))
        self._write(painter, self._figure, is_left=is_left, gap=length + _GAP, strong=True)


class Sums(_Painted):
    """What speaks for each of the two, and what is left of it: the lead."""

    def __init__(
        self, parts: WhyColumn, upper: str, lower: str, parent: QWidget | None = None
    ) -> None:
        said = f"{parts.for_lower} for {lower}, {parts.for_upper} for {upper}: {parts.ahead}"
        super().__init__(said, HEAD, parent)
        self._lower, self._upper = parts.for_lower, f"{parts.for_upper} · {parts.ahead}"

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(theme.token("text"))
        self._write(painter, self._lower, is_left=True, gap=_GAP, strong=False)
        self._write(painter, self._upper, is_left=False, gap=_GAP, strong=True)


def _font(text: str, *, is_strong: bool) -> QFont:
    font = fonts.screen_font(theme.scaled(fonts.TEXT_SIZE), is_strong=is_strong)
    return fonts.with_figures(font, text)
