"""A table that is typed into as into a spreadsheet, over an `EditModel`."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QItemSelectionModel, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QApplication,
    QCompleter,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ui import keys, theme
from ui.edit_table.model import NEW, EditColumn, EditModel
from ui.edit_table.pasted import block_of
from ui.widgets.rows_model import Index

ROW_HEIGHT = 36
_BESIDE_HEADING = 25
_MOST_CHARACTERS = 400
_MOST_PASTED = 5_000
"""Rows of a block; a longer one is a list, to be imported."""


class _Offered(QCompleter):
    """What a cell may say: the keys that take it end the typing, as without a list."""

    def __init__(self, choices: Sequence[str], line: QLineEdit) -> None:
        super().__init__(list(choices), line)
        self._line = line
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setFilterMode(Qt.MatchFlag.MatchContains)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        popup = self.popup()
        if (
            watched is popup
            and popup.isVisible()
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and (keys.EDIT_CELL.is_pressed(event) or event.text() == "\t")
        ):
            popup.hide()
            return QCoreApplication.sendEvent(self._line, event)
        return super().eventFilter(watched, event)


class _CellLine(QLineEdit):
    """A line that shows the whole of what it offers as soon as the keyboard comes to it."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() is Qt.FocusReason.OtherFocusReason and (offered := self.completer()):
            offered.setCompletionPrefix("")
            offered.complete()


class _Editor(QStyledItemDelegate):
    """A line to type in, which offers what its column does."""

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        line = _CellLine(parent)
        line.setProperty("kind", "cell")
        line.setMaxLength(_MOST_CHARACTERS)
        model = index.model()
        if isinstance(model, EditModel):
            column = model.columns[index.column()]
            line.setAccessibleName(column.heading)
            if column.choices:
                line.setCompleter(_Offered(column.choices, line))
        return line


class EditTable(QTableView):
    """The keyboard walks its cells; Tab leaves it, and goes from cell to cell while one types."""

    remove_asked = Signal(object)
    """The keys of the rows that are chosen."""
    move_asked = Signal(str, int)
    """The key of the row that the keyboard is on, and how many places down it is to go."""
    went_to = Signal(str)
    """The key of the row that the keyboard has come to."""
    marked = Signal(str)
    """What is to be looked at in the cell that the keyboard is on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = EditModel()
        self._current, self._added = ("", 0), ""
        self.setModel(self.rows)
        self.setItemDelegate(_Editor(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(
            triggers.DoubleClicked | triggers.AnyKeyPressed | triggers.EditKeyPressed
        )
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.sectionResized.connect(self._stretch)
        header.sectionClicked.connect(self.rows.sort_by)
        self.rows.modelReset.connect(self._keep_current)
        theme.follow(self._fit)

    def begin_new(self) -> None:
        """Type a new row."""
        if self.state() is not QAbstractItemView.State.EditingState:
            last = self.rows.rowCount() - 1
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            self._go_to(last, 0)
            self.edit(self.rows.index(last, 0))

    def go_to_first(self) -> None:
        """Go to the first row: what was there before is another."""
        self._go_to(0, 0)

    def go_by(self, rows: int) -> None:
        """Go so many rows further down, and not to the blank one."""
        at = self.currentIndex()
        last = self.rows.rowCount() - self.rows.can_add - 1
        self._go_to(min(max(at.row() + rows, 0), last), max(at.column(), 0))

    def go_to(self, key: str) -> None:
        """Go to the row of this key."""
        self._go_to(self.rows.row_of(key), max(self.currentIndex().column(), 0))

    @property
    def current_key(self) -> str:
        """The key of the row that the keyboard is on; of a new one for the blank row."""
        at = self.currentIndex()
        return self.rows.key_at(at.row()) if at.isValid() else ""

    def chosen_keys(self) -> list[str]:
        """The rows in which a cell is chosen, but not the blank one."""
        places = sorted({index.row() for index in self.selectedIndexes()})
        last = self.rows.rowCount() - self.rows.can_add
        return [self.rows.key_at(row) for row in places if row < last]

    def widths(self) -> None:
        """Give each column its width, or less where all of them would be wider than the table."""
        if not self.rows.columns:
            return
        fitted = _fitted(
            [max(theme.scaled(one.width), self._least_width(one)) for one in self.rows.columns],
            [self._least_width(one) for one in self.rows.columns],
            self.viewport().width(),
        )
        for at, width in enumerate(fitted):
            self.setColumnWidth(at, width)
        self._stretch()

    def _least_width(self, column: EditColumn) -> int:
        """What a column’s heading needs."""
        header = self.horizontalHeader()
        words = header.fontMetrics().horizontalAdvance(column.heading)
        return max(words + theme.scaled(_BESIDE_HEADING), header.minimumSectionSize())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.widths()

    def _stretch(self) -> None:
        """Give the last column the room that is left; Qt's own way keeps what it once had."""
        header, last = self.horizontalHeader(), len(self.rows.columns) - 1
        if last >= 0:
            left = self.viewport().width() - sum(map(header.sectionSize, range(last)))
            self.setColumnWidth(last, max(self._least_width(self.rows.columns[last]), left))

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self._current = (self.rows.key_at(current.row()), current.column())
            self.marked.emit(self.rows.mark_at(current))
            if current.row() != previous.row():
                self._added = self._added if self._current[0] == self._added else ""
                self.went_to.emit(self._current[0])

    def reset(self) -> None:
        """Keep the keyboard where what was typed replaces the rows, and the line with them."""
        focused, current = self.window().focusWidget(), self._current
        is_here = focused is not None and self.isAncestorOf(focused)
        super().reset()
        if is_here:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._current = current  # a table that comes by the keyboard goes to its first cell

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """After Enter, go on to the cell below, as a spreadsheet does; or to the next new row."""
        super().closeEditor(editor, hint)
        if self.window().focusWidget() in (None, editor):
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        if hint is QAbstractItemDelegate.EndEditHint.SubmitModelCache:
            at, last = self.currentIndex(), self.rows.rowCount() - 1
            is_new = self._current[0] in (NEW, self._added)
            below = last if is_new else min(at.row() + 1, last)
            begins = self.rows.can_add and below == last and not self.rows.is_begun
            self._go_to(below, 0 if begins else at.column())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.state() is QAbstractItemView.State.EditingState:
            event.ignore()  # the line that is typed into passes on what it has no use for
            return
        for key, act in (
            (keys.EDIT_CELL, self._edit_current),
            (keys.SAME_AS_ABOVE, self._fill_down),
            (keys.COPY_BLOCK, self._copy),
            (keys.PASTE_BLOCK, self._paste),
            (keys.EMPTY_CELLS, self._empty),
            (keys.REMOVE_ROWS, self.ask_remove),
            (keys.NEW_ROW, self.begin_new),
            (keys.ROW_UP, self._move_up),
            (keys.ROW_DOWN, self._move_down),
        ):
            if key.is_pressed(event):
                act()
                return
        super().keyPressEvent(event)

    def ask_remove(self) -> None:
        """Ask to remove the rows that are chosen."""
        if chosen := self.chosen_keys():
            self.remove_asked.emit(chosen)

    def ask_move(self, by: int) -> None:
        """Ask to move the row that the keyboard is on; of sorted ones the order is another's."""
        at = self.currentIndex().row()
        if 0 <= at < self.rows.rowCount() - self.rows.can_add and not self.rows.is_sorted:
            self.move_asked.emit(self.rows.key_at(at), by)

    def _move_up(self) -> None:
        self.ask_move(-1)

    def _move_down(self) -> None:
        self.ask_move(+1)

    def _edit_current(self) -> None:
        at = self.currentIndex()
        if at.isValid() and self.rows.flags(at) & Qt.ItemFlag.ItemIsEditable:
            self.edit(at)

    def _fill_down(self) -> None:
        """Let each chosen cell say what the highest one of its column says, or the one above."""
        chosen = [(index.row(), index.column()) for index in self.selectedIndexes()]
        tops: dict[int, int] = {}
        for row, column in chosen:
            tops[column] = min(row, tops.get(column, row))
        rows = {row for row, _ in chosen}
        above = 1 if len(rows) == 1 else 0
        self.rows.type_in(
            [
                (row, column, self.rows.text_at(tops[column] - above, column))
                for row, column in sorted(chosen)
                if tops[column] - above >= 0 and not self.rows.columns[column].is_adding
            ]
        )

    def _copy(self) -> None:
        places = [(index.row(), index.column()) for index in self.selectedIndexes()]
        rows = sorted({row for row, _ in places})
        lines = [
            "\t".join(self.rows.text_at(row, column) for at, column in sorted(places) if at == row)
            for row in rows
        ]
        QApplication.clipboard().setText("\n".join(lines))

    def _paste(self) -> None:
        """Put a block where the keyboard is; one text alone goes into every chosen cell."""
        block = block_of(QApplication.clipboard().text())[:_MOST_PASTED]
        start = self.currentIndex()
        if not block or not start.isValid():
            return
        if len(block) == 1 and len(block[0]) == 1:
            chosen = self.selectedIndexes() or [start]
            self.rows.type_in([(one.row(), one.column(), block[0][0]) for one in chosen])
            return
        self.rows.type_in(
            [
                (start.row() + down, start.column() + across, text.strip())
                for down, line in enumerate(block)
                for across, text in enumerate(line)
            ]
        )

    def _empty(self) -> None:
        last = self.rows.rowCount() - self.rows.can_add
        chosen = [one for one in self.selectedIndexes() if one.row() < last]
        self.rows.type_in([(one.row(), one.column(), "") for one in chosen])

    def _keep_current(self) -> None:
        """Stay on the row, wherever it is now; on one that was typed anew, too."""
        key, column = self._current
        if key == NEW and len(self.rows.added) == 1:
            key = self._added = self.rows.added[0]
        if self.rows.columns:
            row = self.rows.row_of(key) if key else 0
            self._go_to(row, min(column, len(self.rows.columns) - 1))

    def _go_to(self, row: int, column: int) -> None:
        index = self.rows.index(row, column)
        if index.isValid():
            select = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().setCurrentIndex(index, select)
            self.scrollTo(index)

    def _fit(self) -> None:
        self.verticalHeader().setDefaultSectionSize(theme.scaled(ROW_HEIGHT))
        self.widths()


def _fitted(wanted: Sequence[int], least: Sequence[int], room: int) -> list[int]:
    """Widths that fill the room: wider alike, or as far as none is less than its least narrower.

    The first column, which says what a row is, is the last to give.
    """
    more = max(0, room - sum(wanted))
    if more:
        return [one + more * one // sum(wanted) for one in wanted]
    first, *rest = (max(0, one - lowest) for one, lowest in zip(wanted, least, strict=True))
    over = sum(wanted) - room
    of_rest = min(over, sum(rest))
    shares = (-(-of_rest * one // sum(rest)) if of_rest else 0 for one in rest)
    taken = (min(over - of_rest, first), *shares)
    return [one - less for one, less in zip(wanted, taken, strict=True)]
