"""Frozen rows as a table model, whose columns are written as a list."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from ui import icons, theme
from ui.widgets.state_badge import StateLook

Index = QModelIndex | QPersistentModelIndex
Row = TypeVar("Row")

LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """A column's heading, and what each of its cells says, shows and reads aloud.

    `spoken` is for a screen reader and `tip` for the pointer; both say the cell's words otherwise.
    A column that `says_once` leaves out what the row above says already, one that `is_strong`
    is set in the heavier weight, and one with a `ground` lies on that colour's purpose. `least` is
    its width at least, in pixels at 100 % text.
    """

    heading: str
    text: Callable[[Row], str]
    look: Callable[[Row], StateLook] | None = None
    spoken: Callable[[Row], str] | None = None
    tip: Callable[[Row], str] | None = None
    side: int = LEFT
    heading_side: int | None = None
    says_once: bool = False
    ground: str = ""
    is_strong: bool = False
    least: int = 0


class RowsModel(QAbstractTableModel, Generic[Row]):
    """Gives each row's words as they are now; it neither sorts nor counts.

    `key` is a row's identity: the same ones in the same order keep what is selected. `name` is
    what is beside a row, where anything does.
    """

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        key: Callable[[Row], object],
        name: Callable[[Row], str] | None = None,
    ) -> None:
        super().__init__()
        self._columns, self._key, self._name = tuple(columns), key, name
        self._rows: tuple[Row, ...] = ()

    def show_rows(self, rows: Sequence[Row], columns: Sequence[Column[Row]] | None = None) -> None:
        """Replace the rows, and the columns where others are given."""
        before, across = [self._key(row) for row in self._rows], len(self._columns)
        new = self._columns if columns is None else tuple(columns)
        if rows and new and len(new) == across and [self._key(row) for row in rows] == before:
            self._rows, self._columns = tuple(rows), new
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, across - 1))
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(rows) - 1)
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, across - 1)
            return
        self.beginResetModel()
        self._rows, self._columns = tuple(rows), new
        self.endResetModel()

    @property
    def all_rows(self) -> Sequence[Row]:
        """The rows on show."""
        return self._rows

    @property
    def columns(self) -> Sequence[Column[Row]]:
        """The columns on show."""
        return self._columns

    def row_at(self, index: Index) -> Row | None:
        """The row of a cell; `None` where there is none."""
        return self._rows[index.row()] if index.isValid() else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A cell's words, its side, its shape and colour, and in full what may be cut off."""
        return self._cell(index, role) if index.isValid() else None

    def _cell(self, index: Index, role: int) -> object:  # noqa: PLR0911 - one for each role
        row, column = self._rows[index.row()], self._columns[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return "" if self._is_said(index) else column.text(row)
            case Qt.ItemDataRole.TextAlignmentRole:
                return column.side
            case Qt.ItemDataRole.AccessibleTextRole:
                said = f"{column.heading}: {column.text(row)}"
                return column.spoken(row) if column.spoken else said
            case Qt.ItemDataRole.ToolTipRole:
                return f"<p>{escape((column.tip or column.text)(row))}</p>"
            case Qt.ItemDataRole.BackgroundRole:
                return theme.token(column.ground) if column.ground else None
            case Qt.ItemDataRole.FontRole:
                return _STRONG if column.is_strong else None
            case _:
                return _shown(column.look(row), role) if column.look else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Horizontal:
            if 0 <= section < len(self._columns):
                column = self._columns[section]
                side = column.side if column.heading_side is None else column.heading_side
                return _heading(column.heading, side, role)
        elif self._name and 0 <= section < len(self._rows):
            return _heading(self._name(self._rows[section]), LEFT, role)
        return None

    def _is_said(self, index: Index) -> bool:
        column, at = self._columns[index.column()], index.row()
        above, text = self._rows[at - 1], column.text
        return column.says_once and at > 0 and text(above) == text(self._rows[at])


_STRONG = QFont()
_STRONG.setWeight(QFont.Weight.DemiBold)
"""The weight alone; family and size are the table's."""


def _shown(look: StateLook, role: int) -> object:
    match role:
        case Qt.ItemDataRole.DecorationRole:
            return icons.icon(look.icon, look.token) if look.icon else None
        case Qt.ItemDataRole.ForegroundRole:
            return theme.token(look.token)
        case _:
            return None


def _heading(words: str, side: int, role: int) -> object:
    match role:
        case Qt.ItemDataRole.DisplayRole:
            return words
        case Qt.ItemDataRole.ToolTipRole:
            return f"<p>{escape(words)}</p>"
        case Qt.ItemDataRole.TextAlignmentRole:
            return side
        case _:
            return None
