"""Finding a paper sheet: its code, or a judge's or a team's name, with what is meant below."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QWidget

from judging_app.present.scorer.sheets import PileRow, SheetRow, matching
from judging_app.words import counted
from ui import keys, theme
from ui.announce import announce
from ui.scorer.paper import Pile
from ui.widgets.buttons import ActButton, PlainButton
from ui.widgets.form import across, add, column, labelled, text_field
from ui.widgets.labels import Heading, PlainLabel, WrappedLabel
from ui.widgets.rows_model import Column, RowsModel
from ui.widgets.rows_view import RowsView
from ui.widgets.screen import Foot, Screen
from ui.widgets.scroll import ScrollColumn
from ui.widgets.side_by_side import SideBySide
from ui.widgets.state_badge import STATES, StateLook

WIDE_FROM = 900
MOST_SHOWN = 200
"""Sheets that are listed; of more, the first, and how many there are."""

PAUSE_MS = 150
"""After the last letter, until how many are meant is said to whoever listens."""


def _whole(row: SheetRow) -> str:
    return f"{row.code}, {row.judge_name} for {row.team_name}, {row.state_text}"


_TO_COME = StateLook("clock", "text-quiet")
"""Most sheets are still to come: colour is for those that are not as usual."""

COLUMNS: Sequence[Column[SheetRow]] = (
    Column("Sheet", lambda row: row.code, spoken=_whole, tip=_whole),
    Column("Judge", lambda row: row.judge_name, spoken=_whole, tip=_whole),
    Column("Team", lambda row: row.team_name, spoken=_whole, tip=_whole),
    Column(
        "State",
        lambda row: row.state_text,
        look=lambda row: _TO_COME if row.kind == "owed" else STATES[row.kind],
        spoken=_whole,
        tip=_whole,
    ),
)


class SheetList(RowsView[SheetRow]):
    """The sheets that are meant; Enter takes the one that the arrow keys or the pointer chose."""

    taken = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(RowsModel(COLUMNS, _key), parent, icon_size=16)
        self.setAccessibleName("Sheets that match")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.verticalHeader().hide()
        self.horizontalHeader().setSectionsClickable(False)
        theme.follow(self.setMinimumHeight, 120)
        theme.follow(self.verticalHeader().setDefaultSectionSize, 40)
        theme.follow(self._share)
        self.activated.connect(self.taken)
        self.doubleClicked.connect(self.taken)

    @property
    def row(self) -> SheetRow | None:
        """The sheet that is chosen."""
        return self.rows.row_at(self.currentIndex())

    def show_rows(self, rows: Sequence[SheetRow]) -> None:
        """Replace the sheets; one alone is chosen, and what was chosen before stays so."""
        self.rows.show_rows(rows)
        if len(rows) == 1:
            self.choose(0)
        self._share()

    def choose(self, at: int) -> None:
        """Choose a row, as far as there is one."""
        last = self.rows.rowCount() - 1
        if last >= 0:
            self.setCurrentIndex(self.rows.index(min(max(at, 0), last), 0))

    def step(self, by: int) -> None:
        """Choose the row beside the one that is chosen."""
        at = self.currentIndex()
        self.choose(at.row() + by if at.isValid() else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        width, code = self.viewport().width(), theme.scaled(90)
        state = min(width // 3, theme.scaled(250))
        for at, room in enumerate((code, *[(width - code - state) // 2] * 2, state)):
            self.setColumnWidth(at, room)


class SheetFinder(Screen):
    """One field for a code or a name, and below it the sheets that are meant."""

    id_asked = Signal(str)
    """What was typed or scanned, where no sheet of the list is chosen."""
    sheet_asked = Signal(str, str)
    """A judge's id and a team's."""
    other_clerk_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._all: Sequence[SheetRow] = ()
        self.id = text_field(_LABEL, 60, height=44, example="J8-T4, or a judge, or a team")
        self.list, self.pile = SheetList(), Pile()
        self._said, self._more = WrappedLabel(), PlainLabel(kind="quiet")
        self._clerk = PlainLabel(kind="quiet-large")
        self.other_clerk = PlainButton("Change who is typing in", icon="users")
        self.open = ActButton("Type in the chosen sheet")
        self.line = PlainLabel(kind="quiet")
        self._lay_out()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._tell_count)
        self.id.installEventFilter(self)
        self.id.textEdited.connect(self._narrow)
        self.id.returnPressed.connect(self._take)
        self.list.taken.connect(self._take)
        self.list.selectionModel().currentRowChanged.connect(self._word)
        self.open.clicked.connect(self._take)
        self.other_clerk.clicked.connect(self.other_clerk_asked)
        self._word()

    def show_sheets(self, rows: Sequence[SheetRow]) -> None:
        """Replace all the sheets there are."""
        self._all = rows
        self._show_matching()

    def show_pile(self, rows: Sequence[PileRow], line: str) -> None:
        """Say what the pile is like, and what became of every ballot."""
        self.pile.show_rows(rows)
        self.line.setText(line)

    def show_clerk(self, name: str) -> None:
        """Say who is keying."""
        self._clerk.setText(f"Typed in by {name}" if name else "")

    def show_said(self, sentence: str, kind: str = "loss") -> None:
        """Say what came of the last sheet, or why one can't be keyed; `kind` is good or loss."""
        theme.restyle(self._said, kind=kind)
        self._said.setText(sentence)
        announce(self, sentence, is_urgent=kind == "loss")

    def begin(self) -> None:
        """Put the keyboard where the next code is typed or scanned."""
        self.id.setFocus()
        self.id.selectAll()

    def clear(self) -> None:
        """Empty the field and choose nothing."""
        self.id.clear()
        self._show_matching()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow keys choose below while one types."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            for key, by in ((keys.NEXT_SHEET, +1), (keys.SHEET_BEFORE, -1)):
                if key.is_pressed(event):
                    self.list.step(by)
                    return True
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        head = across(
            (column(Heading("Which sheet is it?"), self._clerk, spacing=2), 1),
            self.other_clerk,
            spacing=16,
        )
        field = labelled(_LABEL, self.id, spacing=8)
        theme.follow(self._said.setMinimumHeight, 22)
        left = column(field, self._said, (self.list, 1), self._more, spacing=8)
        right = column(self.pile, 1)
        sides = SideBySide((left, 5), (right, 2), wide_from=WIDE_FROM, spacing=24)
        middle = ScrollColumn()
        add(middle.body, (sides, 1))
        foot = Foot((self.line, 1), act=self.open)
        self.name_page("Which sheet is it?")
        self.lay_out(middle, head=head, foot=foot)

    def _narrow(self) -> None:
        self._said.setText("")
        self.list.clearSelection()
        self.list.setCurrentIndex(self.list.rows.index(-1, -1))
        self._show_matching()
        self._pause.start()

    def _show_matching(self) -> None:
        found = matching(self._all, self.id.text())
        self.list.show_rows(found[:MOST_SHOWN])
        more = len(found) - MOST_SHOWN
        self._more.setText(f"and {more} more. Type to find one." if more > 0 else "")
        self._found = len(found)
        self._word()

    def _tell_count(self) -> None:
        announce(self.list, f"{counted(self._found, 'sheet')} found")

    def _word(self) -> None:
        """The act says which sheet it opens, or that one is to be chosen."""
        row = self.list.row
        self.open.setText(f"Type in {row.code}" if row else "Find the sheet")

    def _take(self) -> None:
        """Open what is chosen below; else what the code says, else go to the list."""
        row = self.list.row
        if row is not None:
            self.sheet_asked.emit(row.judge, row.team)
        elif self._found and self.id.text().strip() and not _has_figure(self.id):
            self.list.choose(0)
            self.show_said(f"{counted(self._found, 'sheet')} found. Choose one.", "quiet")
            self.list.setFocus()
        else:
            self.id_asked.emit(self.id.text())


_LABEL = "Scan or type the code on the sheet, or type a name; then Enter"


def _has_figure(field: QLineEdit) -> bool:
    """Whether it may be a code rather than a name."""
    return any(one.isdigit() for one in field.text())


def _key(row: SheetRow) -> tuple[str, str]:
    return row.judge, row.team
