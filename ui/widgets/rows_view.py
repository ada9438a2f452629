"""Tables over frozen rows, all looking and walking alike."""

from collections.abc import Callable, Sequence
from typing import Generic

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ui import fonts, theme
from ui.widgets.rows_model import Column, Index, Row, RowsModel


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
    """Paints a hairline below each row, and the ground of cells in a column that has one."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> None:
        """Lay the ground, and what the cell says over it."""
        ground = index.data(Qt.ItemDataRole.BackgroundRole)
        if ground is not None:
            painter.fillRect(option.rect, ground)
        super().paint(painter, option, index)
        painter.setPen(theme.token("line"))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())


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
        self._height, self._wide = height, tuple(wide)
        self._room: int | None = None
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
        room = whole if self._room is None else max(self._room, head + LEAST_ROWS * row)
        scrolls = room < whole
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if scrolls else policy.ScrollBarAlwaysOff
        )
        self.setFixedHeight(min(room, whole))


LEAST_ROWS = 2
"""Rows that are in sight in a table that scrolls, however little room there is."""
MARGIN = 10
"""Pixels between a cell's edge and its words, as the style sheet has them."""
BESIDE = 12
"""Pixels between the words of a cell and the quiet ones beside them."""


class Ruled(QStyledItemDelegate, Generic[Row]):
    """Paints a hairline below each row, and the ground of those that are `tinted`.

    `beside` are quiet words after a cell's own, in the column `beside_in`; they give way first.
    The columns from `apart_from` on stand behind an upright line.
    """

    def __init__(
        self,
        rows: RowsModel[Row],
        parent: QWidget,
        *,
        tinted: Callable[[Row], bool] | None = None,
        beside: Callable[[Row], str] | None = None,
        beside_in: int = -1,
    ) -> None:
        super().__init__(parent)
        self._rows, self._tinted = rows, tinted
        self._beside, self._beside_in = beside, beside_in
        self.apart_from = -1

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell, as Qt asks for it."""
        row = self._rows.row_at(index)
        box = QRect(option.rect)
        if row is not None and self._tinted is not None and self._tinted(row):
            painter.fillRect(box, theme.token("act-ground"))
        if row is not None and self._beside is not None and index.column() == self._beside_in:
            self._paint_both(painter, option, index, self._beside(row))
        else:
            super().paint(painter, option, index)
        painter.fillRect(box.left(), box.bottom(), box.width(), 1, theme.token("line"))
        if index.column() == self.apart_from:
            painter.fillRect(box.left(), box.top(), 1, box.height(), theme.token("line"))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        least = theme.scaled(self._rows.columns[index.column()].least)
        size = super().sizeHint(option, index).expandedTo(QSize(least, 0))
        row = self._rows.row_at(index)
        if row is None or self._beside is None or index.column() != self._beside_in:
            return size
        beside = self._beside(row)
        more = _across(fonts.screen_font(theme.scaled(fonts.TEXT_SIZE)), beside) + BESIDE
        return size + QSize(more if beside else 0, 0)

    def _paint_both(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, beside: str
    ) -> None:
        self.initStyleOption(option, index)
        strong = QFont(option.font)
        box = QRect(option.rect).adjusted(MARGIN, 0, -MARGIN, 0)
        words, middle = str(index.data() or ""), Qt.AlignmentFlag.AlignVCenter
        metrics = QFontMetrics(strong)
        painter.save()
        painter.setFont(strong)
        painter.setPen(theme.token("text"))
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, int(middle), shown)
        plain = fonts.screen_font(theme.scaled(fonts.TEXT_SIZE))
        box.setLeft(box.left() + metrics.horizontalAdvance(shown) + theme.scaled(BESIDE))
        if beside and box.width() > theme.scaled(_LEAST_BESIDE):
            painter.setFont(plain)
            painter.setPen(theme.token("text-quiet"))
            shown = QFontMetrics(plain).elidedText(beside, Qt.TextElideMode.ElideRight, box.width())
            painter.drawText(box, int(middle), shown)
        painter.restore()


_LEAST_BESIDE = 60
"""Pixels at 100 % text below which the words beside would say nothing."""


def _across(font: QFont, words: str) -> int:
    return QFontMetrics(font).horizontalAdvance(words)
