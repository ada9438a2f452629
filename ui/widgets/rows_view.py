"""Tables over frozen rows, all looking and walking alike."""

from collections.abc import Callable, Sequence
from typing import Generic

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

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
        self._height, self._wide, self._room = height, tuple(wide), 0
        self.verticalHeader().hide()
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.horizontalHeader()
        header.setSectionsClickable(False)
        self._share_room()
        theme.follow(header.setMinimumSectionSize, 48)
        theme.follow(self._fit)

    def show_rows(self, rows: Sequence[Row], columns: Sequence[Column[Row]] | None = None) -> None:
        """Replace the rows, and the columns where others are given."""
        before = self.rows.columnCount()
        self.rows.show_rows(rows, columns)
        if self.rows.columnCount() != before:
            self._share_room()
        self._fit()

    def set_height(self, height: int) -> None:
        """Make every row so high, in pixels at 100 % text."""
        self._height = height
        self._fit()

    def fit_within(self, height: int) -> None:
        """Be no higher than so many pixels: with more rows it scrolls, and its heads stay."""
        self._room = height
        self._fit()

    def _share_room(self) -> None:
        header, mode = self.horizontalHeader(), QHeaderView.ResizeMode
        for at in range(self.rows.columnCount()):
            is_wide = at in self._wide
            header.setSectionResizeMode(at, mode.Stretch if is_wide else mode.ResizeToContents)

    def _fit(self) -> None:
        row = theme.scaled(self._height)
        self.verticalHeader().setDefaultSectionSize(row)
        header = self.horizontalHeader()
        head = max(header.sizeHint().height(), header.minimumHeight(), row)
        whole = head + row * self.rows.rowCount() + 8
        scrolls = 0 < self._room < whole
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if scrolls else policy.ScrollBarAlwaysOff
        )
        self.setFixedHeight(self._room if scrolls else whole)
