"""Parts side by side, each as wide as it asks, in as many rows as it takes."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import theme


class FlowRow(QWidget):
    """Puts its parts side by side, level at the foot; one that is wider than the row gives way."""

    def __init__(self, gap: int = 8, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gap = gap
        self._parts: tuple[QWidget, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.follow(self._arrange)

    def show_parts(self, parts: Sequence[QWidget]) -> None:
        """Show these parts in this order, and no others; Tab goes through them so."""
        for part in self._parts:
            if part not in parts:
                part.hide()
                part.deleteLater()
        self._parts = tuple(parts)
        for part in self._parts:
            part.setParent(self)
            part.show()
        for before, after in zip(self._parts, self._parts[1:], strict=False):
            self.setTabOrder(before, after)
        self._arrange()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max((box.bottom() + 1 for box in self._boxes(width)), default=0)

    def sizeHint(self) -> QSize:
        widths = [part.sizeHint().width() for part in self._parts]
        width = sum(widths) + self._gap * max(len(widths) - 1, 0)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        narrowest = max((part.minimumSizeHint().width() for part in self._parts), default=0)
        return QSize(narrowest, self.heightForWidth(max(self.width(), narrowest)))

    def event(self, event: QEvent) -> bool:
        """Find room again when a part asks for more or less."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
        return super().event(event)

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self._arrange()

    def _arrange(self) -> None:
        for part, box in zip(self._parts, self._boxes(self.width()), strict=True):
            part.setGeometry(box)
        self.updateGeometry()

    def _boxes(self, width: int) -> Iterator[QRect]:
        """Where each part goes; one that is hidden takes no room."""
        across, down = 0, 0
        row: list[QRect] = []
        for part in self._parts:
            size = QSize() if part.isHidden() else part.sizeHint()
            if across and across + size.width() > width:
                yield from _level(row)
                across, down, row = 0, max(box.bottom() for box in row) + 1 + self._gap, []
            row.append(QRect(across, down, min(size.width(), width), size.height()))
            across += size.width() + self._gap if size.isValid() else 0
        yield from _level(row)


def _level(row: Sequence[QRect]) -> Iterator[QRect]:
    """The parts of one row, their feet on one line."""
    foot = max((box.bottom() for box in row), default=0)
    return (box.translated(0, foot - box.bottom()) for box in row)
