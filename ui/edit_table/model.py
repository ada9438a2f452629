"""Rows whose cells are typed in place: filtered, sorted, with a blank row below for a new one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt, Signal

from ui import icons, theme
from ui.widgets.rows_model import Index

NEW = "+"
"""How the key of a row begins that isn't there yet; those of a pasted block are numbered."""


@dataclass(frozen=True, slots=True)
class EditColumn:
    """A column by its key: its heading and width, what it offers, and whether it can be typed.

    What is typed into one that `is_adding` is added to what it says.
    """

    key: str
    heading: str
    width: int
    choices: tuple[str, ...] = ()
    is_fixed: bool = False
    is_needed: bool = False
    is_adding: bool = False


@dataclass(frozen=True, slots=True)
class EditRow:
    """A row by its key: its cells by column, and by column what is to be looked at."""

    key: str
    cells: Mapping[str, str]
    marks: Mapping[str, str]


Typed = tuple[str, str, str]
"""A row's key, a column's key, and the text."""


class EditModel(QAbstractTableModel):
    """Shows rows and says what is typed; they change only when they are shown anew."""

    typed = Signal(object)
    """A list of `Typed`, all of one act."""
    counted = Signal(int, int)
    """How many rows are on show, of how many."""

    def __init__(self) -> None:
        super().__init__()
        self.columns: tuple[EditColumn, ...] = ()
        self._every: tuple[EditRow, ...] = ()
        self._shown: list[EditRow] = []
        self._new: dict[str, str] = {}
        self._word, self._marked_only = "", False
        self._by, self._is_down = "", False
        self.can_add = True
        self.added: tuple[str, ...] = ()
        """The keys of the rows that came with what was shown last."""

    @property
    def marked(self) -> int:
        """How many rows are to be looked at."""
        return sum(bool(row.marks) for row in self._every)

    def show(self, columns: Sequence[EditColumn], rows: Sequence[EditRow]) -> None:
        """Replace the rows, filtered and sorted as before; other columns begin unsorted."""
        was = [row.key for row in self._every]
        if tuple(columns) != self.columns or [row.key for row in rows] != was:
            self.beginResetModel()
            self.added = tuple(row.key for row in rows if row.key not in was)
            if [one.key for one in columns] != [one.key for one in self.columns]:
                self._by, self._is_down = "", False  # another table
            self.columns, self._every = tuple(columns), tuple(rows)
            self._arrange()
            self.endResetModel()
        else:
            self._every = tuple(rows)
            self._refill()
        self.counted.emit(len(self._shown), len(self._every))

    def filter(self, word: str, *, marked_only: bool = False) -> None:
        """Show only rows in which every word is found, or those to be looked at."""
        self.beginResetModel()
        self._word, self._marked_only = word.casefold(), marked_only
        self._arrange()
        self.endResetModel()
        self.counted.emit(len(self._shown), len(self._every))

    @property
    def is_sorted(self) -> bool:
        """Whether the rows are in the order of a column."""
        return bool(self._by)

    def sort_by(self, column: int) -> None:
        """Show the rows in the order of a column; each new press turns it round."""
        self.beginResetModel()
        key = self.columns[column].key
        self._by, self._is_down = key, key == self._by and not self._is_down
        self._arrange()
        self.endResetModel()

    def forget_new(self) -> None:
        """Empty the new row."""
        self._new = {}
        self._repaint()

    @property
    def is_begun(self) -> bool:
        """Whether something is typed in the new row, and not yet all that it needs."""
        return bool(self._new)

    def key_at(self, row: int) -> str:
        """A row's key; that of a new one for the blank row."""
        return self._shown[row].key if row < len(self._shown) else NEW

    def row_of(self, key: str) -> int:
        """Where the row of this key is; the blank one if nowhere."""
        return next((at for at, row in enumerate(self._shown) if row.key == key), len(self._shown))

    def mark_at(self, index: Index) -> str:
        """What is to be looked at in a cell."""
        if index.row() >= len(self._shown):
            return ""
        return self._shown[index.row()].marks.get(self.columns[index.column()].key, "")

    def text_at(self, row: int, column: int) -> str:
        """A cell's text."""
        key = self.columns[column].key
        cells = self._shown[row].cells if row < len(self._shown) else self._new
        return cells.get(key, "")

    def type_in(self, cells: Sequence[tuple[int, int, str]]) -> None:
        """Take texts for cells by row and column; rows below the last are new ones."""
        found: list[Typed] = []
        for row, column, text in cells:
            if column >= len(self.columns) or self.columns[column].is_fixed:
                continue
            if self.columns[column].is_adding and not text:
                continue
            is_new = row >= len(self._shown)
            if not is_new and text == self.text_at(row, column):
                continue
            key = f"{NEW}{row - len(self._shown)}" if is_new else self._shown[row].key
            found.append((key, self.columns[column].key, text))
        if found:
            self.typed.emit(found)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._shown) + self.can_add

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Whether a cell can be typed into."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        if not self.columns[index.column()].is_fixed:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A cell's words, what is to be looked at in it, and both read aloud."""
        if not index.isValid():
            return None
        text, mark = self.text_at(index.row(), index.column()), self.mark_at(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(index, text, mark)
        if role == Qt.ItemDataRole.EditRole:
            is_begun = index.row() >= len(self._shown)
            return "" if self.columns[index.column()].is_adding and not is_begun else text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = f"{self.columns[index.column()].heading}: {text or 'empty'}"
            return f"{said}, {mark}" if mark else said
        return _look(role, mark or text, is_marked=bool(mark), is_hint=self._is_hint(index))

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        column, text = self.columns[index.column()], str(value).strip()
        if index.row() < len(self._shown):
            self.type_in([(index.row(), index.column(), text)])
            return True
        self._new = {**self._new, column.key: text} if text else self._new
        if all(self._new.get(one.key) for one in self.columns if one.is_needed):
            self.typed.emit([(NEW, key, one) for key, one in self._new.items()])
        self._repaint()
        return True

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal or section >= len(self.columns):
            return None
        column = self.columns[section]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                arrow = (" ↓" if self._is_down else " ↑") if column.key == self._by else ""
                return f"{column.heading}{arrow}"
            case Qt.ItemDataRole.TextAlignmentRole:
                return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
            case _:
                return None

    def _words(self, index: Index, text: str, mark: str) -> str:
        if text:
            return text
        if mark:
            return "Choose…" if self.columns[index.column()].choices else "Missing"
        return self._hint if self._is_hint(index) else ""

    _hint = "Add…"

    def _is_hint(self, index: Index) -> bool:
        return index.row() >= len(self._shown) and index.column() == 0 and not self._new

    def _arrange(self) -> None:
        rows = [row for row in self._every if self._is_wanted(row)]
        if self._by:
            rows.sort(key=self._order, reverse=self._is_down)
        self._shown = rows

    def _refill(self) -> None:
        """Put what is so now into the rows where they stand: nothing jumps while one types."""
        by_key = {row.key: row for row in self._every}
        if any(row.key not in by_key for row in self._shown):
            self.beginResetModel()
            self._arrange()
            self.endResetModel()
            return
        self._shown = [by_key[row.key] for row in self._shown]
        self._repaint()

    def _repaint(self) -> None:
        if self.rowCount() and self.columns:
            last = self.index(self.rowCount() - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def _is_wanted(self, row: EditRow) -> bool:
        if self._marked_only and not row.marks:
            return False
        text = " ".join(row.cells.values()).casefold()
        return all(word in text for word in self._word.split())

    def _order(self, row: EditRow) -> tuple[str, str]:
        return row.cells.get(self._by, "").casefold(), row.key


def _look(role: int, tip: str, *, is_marked: bool, is_hint: bool) -> object:
    match role:
        case Qt.ItemDataRole.ToolTipRole if tip:
            return f"<p>{escape(tip)}</p>"
        case Qt.ItemDataRole.DecorationRole if is_marked:
            return icons.icon("triangle-alert", "attention")
        case Qt.ItemDataRole.ForegroundRole if is_marked or is_hint:
            return theme.token("attention" if is_marked else "text-quiet")
        case _:
            return None
