"""Tables of the set-up, typed into in place: several on a page, one at a time."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QButtonGroup, QWidget

from judging_app.closed_sets import complete
from judging_app.present.set_up.tables import (
    FORMS,
    Offer,
    SetUpTable,
    TableRow,
    counts_words,
)
from ui import keys, theme
from ui.edit_table.model import EditColumn, EditRow
from ui.edit_table.table import EditTable
from ui.widgets.buttons import Button, PlainButton, UndoButton
from ui.widgets.flow_row import FlowRow
from ui.widgets.form import across, column, text_field
from ui.widgets.labels import Heading, PlainLabel, WrappedLabel
from ui.widgets.question import Question
from ui.widgets.screen import Screen

_FILTER = "Filter by any word"
LEAST = 640, 480
"""Pixels that the page makes do with: a question above the table makes no window larger."""

_UNDO = 240
"""Pixels at 100 % text: a long change is told in the tooltip, and the row of acts stays one."""

_TAB_ICONS: Mapping[SetUpTable, str] = complete(
    {
        SetUpTable.PARTICIPANTS: "users",
        SetUpTable.ORGANISATIONS: "folder-open",
        SetUpTable.MENTORS: "life-buoy",
        SetUpTable.VISITS: "door-open",
        SetUpTable.TEAMS: "flag",
        SetUpTable.CHALLENGES: "trophy",
        SetUpTable.JUDGES: "scale",
        SetUpTable.CRITERIA: "clipboard-list",
    }
)


class TablesScreen(Screen):
    """Shows one of its tables, and says what is typed, added and removed in it."""

    shown = Signal()
    """Another table is on show."""
    typed = Signal(object)
    remove_asked = Signal(object)
    move_asked = Signal(str, int)
    member_moved = Signal(str, str)
    """A person to a team, each by their code."""
    undo_asked = Signal()
    import_asked = Signal()
    answered = Signal(str)
    """The reason for what is waiting for one."""
    given_up = Signal()

    def __init__(
        self, heading: str, tables: Sequence[SetUpTable], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(heading)
        self.name_page(heading)
        self.setMinimumSize(*LEAST)
        self.table_kind = tables[0]
        self._group, self._filters = QButtonGroup(self), QButtonGroup(self)
        self.tabs = {kind: self._tab(kind) for kind in tables}
        self.table = EditTable()
        self.filter = text_field(
            "Filter by any word", 100, widest=300, example="Filter by any word"
        )
        self.every, self.to_look_at = self._filter_button(), self._filter_button()
        self.every.setChecked(True)
        self.undo = UndoButton(most=_UNDO)
        self.add = PlainButton(icon="plus")
        self.remove = PlainButton("Remove", icon="x")
        self.importing = PlainButton("Import a file…", icon="upload")
        self.question = Question()
        self._says_mark = False
        self._other_rows: tuple[QWidget, ...] = ()
        self._said, self._count = WrappedLabel("", "quiet"), PlainLabel(kind="quiet")
        self._empty = WrappedLabel("", "quiet")
        self._acts = FlowRow(8)
        self.acts: tuple[Button, ...] = (self.add, self.remove, self.importing, self.undo)
        self.above, self.beside, self.below = column(), column(spacing=12), column(spacing=8)
        self._lay_out(heading)
        self._connect()

    def show_act(self, button: Button) -> None:
        """Offer one more act beside the others."""
        self.acts = (*self.acts[:-1], button, self.undo)  # what comes and goes moves nothing
        self._acts.show_parts(self.acts)

    def show_counts(self, counts: Mapping[SetUpTable, int]) -> None:
        """Say beside each tab how many rows it has."""
        for kind, button in self.tabs.items():
            button.setText(f"{FORMS[kind].heading} {counts[kind]}")

    def show_rows(self, rows: Sequence[TableRow], offers: Mapping[Offer, tuple[str, ...]]) -> None:
        """Replace the rows of the table on show."""
        form = FORMS[self.table_kind]
        columns = [
            EditColumn(
                one.key,
                one.heading,
                one.width,
                offers[one.offer],
                one.is_fixed,
                one.is_needed,
                one.is_adding,
            )
            for one in form.columns
        ]
        is_other = [one.key for one in columns] != [one.key for one in self.table.rows.columns]
        self.table.rows.show(columns, [EditRow(row.key, row.cells, row.marks) for row in rows])
        if is_other:
            self.table.widths()
        self.table.setAccessibleName(form.heading)
        self.add.setText(form.add_words)
        self._empty.setText(form.empty)
        self._empty.setVisible(not rows)
        marked = self.table.rows.marked
        self.every.setText(f"All {len(rows)}")
        self.to_look_at.setText(f"To look at {marked}")
        self.to_look_at.setVisible(bool(marked) or self.to_look_at.isChecked())

    def hide_filters(self) -> None:
        """Leave the filter out, where there are few rows."""
        self._other_rows = self._other_rows[1:]
        self._filter_row.hide()

    @property
    def said(self) -> str:
        """What was said last."""
        return self._said.text()

    def say(self, sentence: str, kind: str = "quiet") -> None:
        """Say something of the cell that the keyboard is on, or why it can't be so."""
        self._says_mark = False
        self._said.setText(sentence)
        theme.restyle(self._said, kind=kind)

    def ask_reason(self, what: str) -> None:
        """Ask why, before something is changed that takes a reason."""
        self.question.ask(what, f"Scoring has opened. Why {what}?", "Save", needs_reason=True)

    def _tab(self, kind: SetUpTable) -> Button:
        button = Button(FORMS[kind].heading, kind="entry", icon=_TAB_ICONS[kind])
        button.setCheckable(True)
        button.setChecked(kind is self.table_kind)
        button.clicked.connect(self._choose)
        self._group.addButton(button)
        return button

    def _filter_button(self) -> Button:
        button = Button("", kind="entry")
        button.setCheckable(True)
        self._filters.addButton(button)
        button.clicked.connect(self._filter)
        return button

    def showEvent(self, event: QShowEvent) -> None:
        """Begin in the table, and never on what undoes the act before."""
        super().showEvent(event)
        self.table.setFocus()

    def _lay_out(self, heading: str) -> None:
        middle, tabs, filters = QWidget(), FlowRow(8), FlowRow(8)
        self._acts.show_parts(self.acts)
        tabs.show_parts([*self.tabs.values()])
        if len(self.tabs) == 1:
            tabs.hide()
        filters.show_parts([self.filter, self.every, self.to_look_at])
        self._filter_row = filters
        self._other_rows = (
            filters,
            *([tabs] if len(self.tabs) > 1 else []),
            self._acts,
        )
        self.question.turned.connect(self._give_room)
        left = column((self.table, 1), self.below, spacing=8)
        column(
            self.above,
            tabs,
            filters,
            self.question,
            self._empty,
            (across((left, 1), self.beside, spacing=16), 1),
            across((self._said, 1), self._count),
            spacing=8,
            inside=middle,
        )
        self.lay_out(middle, head=across((Heading(heading), 0), (self._acts, 1), spacing=24))

    def _give_room(self) -> None:
        """Leave the question the room of what can't be used meanwhile."""
        for row in self._other_rows:
            row.setVisible(self.question.isHidden())

    def _connect(self) -> None:
        rows = self.table.rows
        rows.typed.connect(self.typed)
        rows.counted.connect(self._show_count)
        self.table.remove_asked.connect(self.remove_asked)
        self.table.move_asked.connect(self.move_asked)
        self.table.marked.connect(self._show_mark)
        self.filter.textChanged.connect(self._filter)
        self.add.clicked.connect(self.table.begin_new)
        self.remove.clicked.connect(self.table.ask_remove)
        self.importing.clicked.connect(self.import_asked)
        self.undo.clicked.connect(self.undo_asked)
        self.question.answered.connect(self._answer)
        self.question.no.clicked.connect(self.given_up)
        self.question.left.connect(self.table.setFocus)
        keys.bind(keys.UNDO_EDIT, self, self.undo_asked.emit)
        keys.bind(keys.FIND_ROWS, self, self.filter.setFocus)
        if len(self.tabs) > 1:
            keys.bind(keys.NEXT_PART, self, self._next_table)
            keys.bind(keys.PART_BEFORE, self, self._table_before)

    def _choose(self) -> None:
        chosen = next(kind for kind, button in self.tabs.items() if button.isChecked())
        if chosen is not self.table_kind:
            self.table_kind = chosen
            self.table.rows.forget_new()
            self.say("")
            self.shown.emit()

    def _next_table(self) -> None:
        self._step(+1)

    def _table_before(self) -> None:
        self._step(-1)

    def _step(self, by: int) -> None:
        kinds = list(self.tabs)
        self.tabs[kinds[(kinds.index(self.table_kind) + by) % len(kinds)]].click()

    def _filter(self) -> None:
        self.table.rows.filter(self.filter.text(), marked_only=self.to_look_at.isChecked())

    def _show_count(self, shown: int, count: int) -> None:
        self._count.setText(counts_words(FORMS[self.table_kind], shown, count))

    def _show_mark(self, mark: str) -> None:
        form = FORMS[self.table_kind]
        if mark:
            self.say(f"This {form.one} {mark}.", "attention")
            self._says_mark = True
        elif self._says_mark:
            self.say("")

    def _answer(self, _act: str, reason: str) -> None:
        self.answered.emit(reason)
