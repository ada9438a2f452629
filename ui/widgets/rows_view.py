"""Tables over frozen rows, all looking and walking alike."""

from collections.abc import Callable, Sequence
from typing import Generic

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ui import theme
from ui.widgets.rows_model import Column, Row, RowsModel


class RowsView(QTableView, Generic[Row]):
    """A table that the arrow keys walk, one row or cell at a time; Tab leaves it."""

    def __init__(
        self, rows: RowsModel[Row], parent: QWidget | None = None, *, icon_size: int = 18
    ) -> None:
        super().__init__(parent)
        self.rows = rows
        self.setModel(rows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setHighlightSections(False)
        theme.follow(self._size_icons, icon_size)

    def _size_icons(self, side: int) -> None:
        self.setIconSize(QSize(side, side))


class Grounded(QStyledItemDelegate):
    """Paints the ground that a cell's model gives it, which a style sheet would leave out."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Lay the ground, and what the cell says over it."""
        ground = index.data(Qt.ItemDataRole.BackgroundRole)
        if ground is not None:
            painter.fillRect(option.rect, ground)
        super().paint(painter, option, index)


class RowsTable(RowsView[Row]):
    """As high as its rows, so that the page scrolls; `wide` columns share the room left over."""

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        key: Callable[[Row], object],
        *,
        wide: Sequence[int],
        height: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(RowsModel(columns, key), parent)
        self._height = height
        self.verticalHeader().hide()
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.horizontalHeader()
        header.setSectionsClickable(False)
        for at in range(len(columns)):
            mode = QHeaderView.ResizeMode
            header.setSectionResizeMode(at, mode.Stretch if at in wide else mode.ResizeToContents)
        theme.follow(header.setMinimumSectionSize, 48)
        theme.follow(self._fit)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Replace the rows."""
        self.rows.show_rows(rows)
        self._fit()

    def _fit(self) -> None:
        row = theme.scaled(self._height)
        self.verticalHeader().setDefaultSectionSize(row)
        head = max(self.horizontalHeader().sizeHint().height(), row)
        self.setFixedHeight(head + row * self.rows.rowCount() + 8)
