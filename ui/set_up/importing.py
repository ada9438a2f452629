"""Importing lists: which column is which, then what will change, then one act."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QProgressBar, QWidget

from judging_app.closed_sets import complete
from judging_app.present.set_up.importing import (
    IMPORT_WORDS,
    STATUS_WORDS,
    ImportView,
    Line,
    Status,
    column_words,
    row_words,
)
from judging_app.words import capitalised, counted
from ui import keys, theme
from ui.set_up.columns import ColumnsPart
from ui.set_up.doubts import Doubts
from ui.widgets.buttons import ActButton, Button, PlainButton
from ui.widgets.form import across, add, column
from ui.widgets.labels import Heading, PlainLabel, QuietText, WrappedLabel
from ui.widgets.reason_field import ReasonField
from ui.widgets.rows_model import Column, RowsModel
from ui.widgets.rows_view import RowsView
from ui.widgets.screen import Foot, Screen
from ui.widgets.scroll import ScrollColumn
from ui.widgets.state_badge import STATES, StateLook

_ROW_HEIGHT, _ROWS_SHOWN = 30, 8
_LOOKS = complete(
    {
        Status.NEW: StateLook("plus", "act"),
        Status.CHANGED: STATES["draft"],
        Status.SAME: StateLook("equal", "text-quiet"),
        Status.LEFT: STATES["not started"],
    }
)


class LineTable(RowsView[Line]):
    """What becomes of each row, as many as there are."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(RowsModel((), _line_key), parent)
        self.setAccessibleName("Row by row")
        self.verticalHeader().hide()
        self.horizontalHeader().setStretchLastSection(True)
        self.setSelectionBehavior(RowsView.SelectionBehavior.SelectRows)
        theme.follow(self._fit)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Replace the rows; the columns are those that the rows have."""
        columns = tuple(dict.fromkeys(name for line in lines for name in line.columns))
        self.rows.show_rows(lines, (*_HEAD, *map(_of_column, columns), _WHY))
        self._fit()

    def _fit(self) -> None:
        row = theme.scaled(_ROW_HEIGHT)
        self.verticalHeader().setDefaultSectionSize(row)
        self.setFixedHeight(row * (_ROWS_SHOWN + 1) + 8)
        self.resizeColumnsToContents()
        for at in range(self.rows.columnCount()):
            self.setColumnWidth(at, min(self.columnWidth(at) + 8, theme.scaled(300)))


class PreviewPart(QWidget):
    """What will change: counts that filter, the doubts, and every row."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.doubts, self.table = Doubts(), LineTable()
        self.reason = ReasonField()
        self._absent = QuietText()
        self._lines: tuple[Line, ...] = ()
        self._group = QButtonGroup(self)
        self.filters: dict[Status | None, Button] = {}
        for status in (None, *Status):
            button = Button("All", kind="entry")
            button.setCheckable(True)
            button.clicked.connect(self._filter)
            self._group.addButton(button)
            self.filters[status] = button
        self.filters[None].setChecked(True)
        column(
            self.doubts,
            self.reason,
            across(Heading("Row by row", 3), *self.filters.values(), 1),
            self.table,
            self._absent,
            1,
            spacing=10,
            inside=self,
        )

    def show_preview(self, found: ImportView) -> None:
        """Replace all of it."""
        self._lines = found.lines
        self.doubts.show_lines(found.doubts)
        self.reason.setVisible(found.needs_reason)
        self.filters[None].setText(f"All {len(found.lines)}")
        for status, count in found.counts.items():
            self.filters[status].setText(IMPORT_WORDS[status](count))
            self.filters[status].setEnabled(bool(count))
        absent = counted(found.absent, "person is", "people are")
        self._absent.setText(f"{absent} not in this file. They stay." if found.absent else "")
        self._absent.setVisible(bool(found.absent))
        self._filter()

    def _filter(self) -> None:
        wanted = next(status for status, one in self.filters.items() if one.isChecked())
        self.table.show_lines([one for one in self._lines if wanted in (None, one.status)])


class ImportScreen(Screen):
    """Leads through an import; it reads and writes nothing."""

    preview_asked = Signal()
    import_asked = Signal(str)
    """Do it; with the reason, where one is needed."""
    left = Signal()
    cancel_asked = Signal()
    other_rows_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Import")
        self.name_page("Import")
        self.columns, self.preview = ColumnsPart(), PreviewPart()
        self._title, self._problem = Heading(), WrappedLabel("", "loss")
        self.said = PlainLabel()
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName("How far reading is")
        self.cancel = PlainButton("Cancel")
        self.back = PlainButton("Back")
        self.go = ActButton("Preview", icon="arrow-right")
        self._act = ""
        self._scroll = ScrollColumn()
        add(self._scroll.body, self._problem, self.columns, self.preview, 1)
        foot = Foot((self.said, 1), self.progress, act=self.go, beside=(self.cancel, self.back))
        self.lay_out(self._scroll, head=self._title, foot=foot)
        self._connect()
        self.show_columns_step()
        self.show_busy(is_busy=False)

    @property
    def is_previewing(self) -> bool:
        """Whether the second step is on show."""
        return self.preview.isVisibleTo(self)

    def show_columns_step(self) -> None:
        """Show which column is which."""
        self._title.setText("Which column is which?")
        self.columns.show()
        self.preview.hide()
        self._act = ""
        self.go.setText("Preview")

    def show_preview_step(self, found: ImportView) -> None:
        """Show what will change."""
        self._title.setText("What will change")
        self.columns.hide()
        self.preview.show()
        self.preview.show_preview(found)
        open_doubts = len(self.preview.doubts.open)
        self._act = found.act
        if open_doubts:
            self.go.setText("Go to the next doubt")
            left = counted(open_doubts, "doubt")
            self.said.setText(f"{left} left. Nothing is changed yet.")
        else:
            self.go.setText(self._act or "Done")
            undone = "It is one act, and can be undone." if self._act else "Nothing will change."
            self.said.setText(undone)
        self._take_keyboard()

    def show_understood(self, words: str) -> None:
        """Say in the foot what was understood."""
        self.said.setText(words)

    def show_problem(self, sentence: str) -> None:
        """Say what is in the way; the columns can still be changed."""
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
        self.go.setEnabled(not sentence)

    def show_busy(self, *, is_busy: bool) -> None:
        """Offer to cancel while something is being read."""
        self.progress.setVisible(is_busy)
        self.go.setEnabled(not is_busy and not self._problem.text())
        if not is_busy and (self.window().focusWidget() is self.cancel or not self._has_keyboard()):
            self._take_keyboard()
        self.cancel.setVisible(is_busy)

    def begin(self) -> None:
        """Show the first step of another import, with the keyboard where it can be cancelled."""
        self.show_columns_step()
        self.show_problem("")
        self.show_busy(is_busy=True)
        self.cancel.setFocus()

    def show_progress(self, done: int, total: int) -> None:
        """Say how far it is."""
        self.progress.setRange(0, total)
        self.progress.setValue(done)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if keys.LEAVE_IMPORT.is_pressed(event):
            self._step_back()
            return
        super().keyPressEvent(event)

    def _has_keyboard(self) -> bool:
        focused = self.window().focusWidget()
        return focused is not None and self.isAncestorOf(focused) and focused.isVisible()

    def _take_keyboard(self) -> None:
        """Put the keyboard on the next doubt, or else where one goes on."""
        if self.is_previewing and self.preview.doubts.open:
            self.preview.doubts.go_on()
        elif self.isVisible():
            (self.go if self.go.isEnabled() else self.back).setFocus()

    def _connect(self) -> None:
        self.go.clicked.connect(self._go_on)
        self.back.clicked.connect(self._step_back)
        self.cancel.clicked.connect(self.cancel_asked)
        keys.bind(keys.GO_ON_IMPORTING, self, self.go.click)
        keys.bind(keys.OTHER_ROWS, self, self.other_rows_asked.emit)
        keys.bind(keys.NEXT_DOUBT, self, self.preview.doubts.go_on)
        keys.bind(keys.DOUBT_BEFORE, self, self._doubt_before)

    def _doubt_before(self) -> None:
        self.preview.doubts.go_on(-1)

    def _go_on(self) -> None:
        if not self.is_previewing:
            self.preview_asked.emit()
        elif self.preview.doubts.open:
            self.preview.doubts.go_on()
        else:
            self.import_asked.emit(self.preview.reason.text)

    def _step_back(self) -> None:
        if self.is_previewing:
            self.show_columns_step()
        else:
            self.left.emit()


def _line_key(line: Line) -> object:
    return line.file, line.row, line.name


def _of_column(name: str) -> Column[Line]:
    def text(line: Line) -> str:
        return row_words(line, name)

    return Column(column_words(name), text)


def _row_text(line: Line) -> str:
    return str(line.row)


def _status_text(line: Line) -> str:
    return capitalised(STATUS_WORDS[line.status])


def _status_look(line: Line) -> StateLook:
    return _LOOKS[line.status]


def _why_text(line: Line) -> str:
    return line.why or ("" if line.columns else line.name)


_HEAD = (Column("Row", _row_text), Column("", _status_text, look=_status_look))
_WHY = Column("", _why_text)
