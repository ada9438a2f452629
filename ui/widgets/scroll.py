"""A column that scrolls up and down, never sideways."""

from PySide6.QtCore import QEvent, QPoint, QSize, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

EDGE = 24
"""Pixels from the frame, or the window, to the one left and the one right edge of every page."""


class ScrollColumn(QScrollArea):
    """Lays out `body` from top to bottom and scrolls when there is more than fits.

    What takes the keyboard by Tab is brought into view by the window; for the rest there is
    `give_keyboard`.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._edges, self._above, self._below = (0, 0), 0, 0
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalScrollBar().valueChanged.connect(self._stay)
        self.verticalScrollBar().rangeChanged.connect(self._fit)  # the bar comes or goes
        column = QWidget()
        column.setProperty("kind", "column")
        self.body = QVBoxLayout(column)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(12)
        self.setWidget(column)
        self.viewport().setAutoFillBackground(False)

    def keep_edges(self, *, above: int = 0, below: int = 0) -> None:
        """Fill a page from side to side, with the bar in the margin beside what scrolls.

        `above` and `below` are the pixels before the first and after the last thing.
        """
        self._edges, self._above, self._below = (EDGE, EDGE), above, below
        self._fit()

    def keep_right_edge(self) -> None:
        """Reach to the page's right side, beside something else, with the bar in the margin there.

        The page then leaves that margin to what is in it.
        """
        self._edges = (0, EDGE)
        self._fit()

    @property
    def is_at_right(self) -> bool:
        """Whether it keeps the page's right edge by itself, and only that."""
        return self._edges == (0, EDGE)

    def give_keyboard(self, part: QWidget) -> None:
        """Put the keyboard on `part`, which lies inside, and bring it into view."""
        part.setFocus(Qt.FocusReason.OtherFocusReason)
        bring_into_view(part)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Out of sight, a bar comes and goes without a word."""
        super().showEvent(event)
        self._fit()

    def _stay(self, _across: int) -> None:
        """What the keyboard goes to may be wider than the column."""
        self.horizontalScrollBar().setValue(0)

    def _fit(self, *_range: int) -> None:
        """Keep the right edge where it is, whether there is a bar or not."""
        left, right = self._edges
        if right:
            bar = self.width() - self.viewport().width()
            self.body.setContentsMargins(left, self._above, max(right - bar, 0), self._below)


class StaysInView(QWidget):
    """Holds `content`, and keeps it in view while what is beside it scrolls past."""

    def __init__(self, content: QWidget, column: ScrollColumn) -> None:
        super().__init__()
        self._content, self._column = content, column
        content.setParent(self)
        self.setSizePolicy(content.sizePolicy())
        column.verticalScrollBar().valueChanged.connect(self._place)
        column.verticalScrollBar().rangeChanged.connect(self._place)

    def sizeHint(self) -> QSize:
        return self._content.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self._content.minimumSizeHint()

    def hasHeightForWidth(self) -> bool:
        return self._content.hasHeightForWidth()

    def heightForWidth(self, width: int) -> int:
        return self._content.heightForWidth(width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def event(self, event: QEvent) -> bool:
        """Pass on what its content needs, which no layout holds."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self._place()
        return super().event(event)

    def _place(self, *_bar: int) -> None:
        wide = self.width()
        high = self.heightForWidth(wide) if self.hasHeightForWidth() else self.sizeHint().height()
        passed = self.mapFrom(self._column.viewport(), QPoint(0, 0)).y()
        passed += min(0, self._column.viewport().height() - high)  # its foot where not all fits
        self._content.setGeometry(0, max(0, min(passed, self.height() - high)), wide, high)


def bring_into_view(part: QWidget) -> None:
    """Scroll every column that `part` lies in; Qt does so only within the one that Tab was in."""
    above = part.parentWidget()
    while above is not None:
        if isinstance(above, ScrollColumn):
            above.ensureWidgetVisible(part, 0, 24)
        above = above.parentWidget()
