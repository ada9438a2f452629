"""Tables over frozen rows, all looking and walking alike."""

from collections.abc import Callable, Sequence
from typing import Generic

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ui import theme
from ui.widgets.rows_model import Column, Row, RowsModel


class RowsView(QTableView, Generic[Row]):
    """A table that the arrow keys walk, one row or cell at a time; Tab leaves it."""

    def __init__(self, rows: RowsModel[Row], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = rows
        self.setModel(rows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setHighlightSections(False)


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
        self.setIconSize(QSize(theme.scaled(18), theme.scaled(18)))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.horizontalHeader()
        header.setSectionsClickable(False)
        for at in range(len(columns)):
            mode = QHeaderView.ResizeMode
            header.setSectionResizeMode(at, mode.Stretch if at in wide else mode.ResizeToContents)
        header.setMinimumSectionSize(theme.scaled(48))

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Replace the rows."""
        self.rows.show_rows(rows)
        row = theme.scaled(self._height)
        self.verticalHeader().setDefaultSectionSize(row)
        head = max(self.horizontalHeader().sizeHint().height(), row)
        self.setFixedHeight(head + row * len(rows) + 8)
