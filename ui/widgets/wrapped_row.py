"""Buttons in a row, or in as many even rows as it takes."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from ui import theme

GAP = 8


class WrappedRow(QWidget):
    """Puts its parts side by side as far as they fit, all in columns of one width."""

    def __init__(self, parts: Sequence[QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts = tuple(parts)
        self._shown = self._parts
        self._across = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GAP)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        theme.follow(self._lay_out)

    def show_parts(self, parts: Sequence[QWidget]) -> None:
        """Show these of the parts, and no others."""
        self._shown = tuple(part for part in self._parts if part in parts)
        for part in self._parts:
            part.setVisible(part in self._shown)
        self._across = 0
        self._lay_out()

    def minimumSizeHint(self) -> QSize:
        widest = max((part.sizeHint().width() for part in self._shown), default=0)
        return QSize(widest, self._grid.minimumSize().height())

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self._lay_out()

    def _lay_out(self) -> None:
        if not self._shown:
            return
        widest = max(part.sizeHint().width() for part in self._shown)
        fitting = min(max(1, (self.width() + GAP) // (widest + GAP)), len(self._shown))
        rows = -(-len(self._shown) // fitting)
        across = -(-len(self._shown) // rows)
        if across == self._across:
            return
        self._across = across
        for part in self._parts:
            self._grid.removeWidget(part)
        for at, part in enumerate(self._shown):
            self._grid.addWidget(part, at // across, at % across)
        self.updateGeometry()
