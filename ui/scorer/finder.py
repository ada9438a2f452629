"""Finding a paper sheet: by the id that is printed on it, or by its judge and its team."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from judging_app.present.scorer.sheets import FinderRow
from ui import theme
from ui.announce import announce
from ui.widgets.buttons import ActButton, PlainButton
from ui.widgets.form import Part, across, add, column, labelled, text_field
from ui.widgets.labels import Heading, PlainLabel, WrappedLabel
from ui.widgets.rows_model import Column, RowsModel
from ui.widgets.rows_view import RowsView
from ui.widgets.scroll import ScrollColumn
from ui.widgets.state_badge import STATES


def _whole(row: FinderRow) -> str:
    return f"{row.name}, {row.state_text}"


COLUMNS: Sequence[Column[FinderRow]] = (
    Column("Name", lambda row: row.name, spoken=_whole, tip=_whole),
    Column(
        "State",
        lambda row: row.state_text,
        look=lambda row: STATES[row.kind],
        spoken=_whole,
        tip=_whole,
    ),
)


class FinderList(RowsView[FinderRow]):
    """A list that the arrow keys walk; Enter takes what is chosen."""

    chosen = Signal(str)
    """The key of the row that the keyboard or the pointer is on."""
    taken = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(RowsModel(COLUMNS, lambda row: row.key), parent, icon_size=16)
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme.follow(self.setMinimumHeight, 120)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.hide()
        theme.follow(self.verticalHeader().setDefaultSectionSize, 36)
        theme.follow(self._share)
        self.selectionModel().currentRowChanged.connect(self._emit_chosen)
        self.activated.connect(self._take)

    @property
    def key(self) -> str:
        """The key of the row that is chosen; empty for none."""
        row = self.rows.row_at(self.currentIndex())
        return row.key if row else ""

    def show_rows(self, rows: Sequence[FinderRow]) -> None:
        """Replace the rows; where the names are others, nothing is chosen."""
        self.rows.show_rows(rows)
        self._share()

    def begin(self) -> None:
        """Put the keyboard here, on the first row where none is chosen."""
        if not self.currentIndex().isValid() and self.rows.rowCount():
            self.setCurrentIndex(self.rows.index(0, 0))
        self.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        width = self.viewport().width()
        state = min(width // 2, theme.scaled(230))
        self.setColumnWidth(0, width - state)
        self.setColumnWidth(1, state)

    def _emit_chosen(self) -> None:
        self.chosen.emit(self.key)

    def _take(self) -> None:
        if self.key:
            self.taken.emit(self.key)


class SheetFinder(QWidget):
    """Shows what is owed and says which sheet is to be keyed."""

    id_asked = Signal(str)
    """What was typed or scanned."""
    judge_chosen = Signal(str)
    sheet_asked = Signal(str, str)
    """A judge's id and a team's."""
    other_clerk_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.id = text_field("Code of the sheet, typed or scanned", 40, width=220, height=44)
        self.judges, self.teams = FinderList("Judges"), FinderList("Teams of the chosen judge")
        self._said = WrappedLabel()
        self._clerk = PlainLabel(kind="quiet")
        self.other_clerk = PlainButton("Change who is typing in", kind="quiet", icon="users")
        self.open = ActButton("Type in the chosen sheet", icon="chevron-right")
        scroll = ScrollColumn()
        scroll.body.setSpacing(8)
        add(scroll.body, *self._asked())
        column((scroll, 1), across(1, self.open), spacing=8, inside=self)
        self.id.returnPressed.connect(self._ask_id)
        self.judges.chosen.connect(self._choose_judge)
        self.judges.taken.connect(self._go_to_teams)
        self.teams.chosen.connect(self._enable_button)
        self.teams.taken.connect(self._ask_sheet)
        self.open.clicked.connect(self._ask_sheet)
        self.other_clerk.clicked.connect(self.other_clerk_asked)
        self._enable_button()

    def show_judges(self, rows: Sequence[FinderRow]) -> None:
        """Replace the judges."""
        self.judges.show_rows(rows)

    def show_teams(self, rows: Sequence[FinderRow]) -> None:
        """Replace the teams of the chosen judge."""
        self.teams.show_rows(rows)
        self._enable_button()

    def show_clerk(self, name: str) -> None:
        """Say who is keying."""
        self._clerk.setText(f"Typed in by {name}")

    def show_said(self, sentence: str, kind: str = "loss") -> None:
        """Say what came of the last sheet, or why one can't be keyed; `kind` is good or loss."""
        theme.restyle(self._said, kind=kind)
        self._said.setText(sentence)
        announce(self, sentence, is_urgent=kind == "loss")

    def begin(self) -> None:
        """Put the keyboard where the next id is typed or scanned."""
        self.id.setFocus()
        self.id.selectAll()

    def clear(self) -> None:
        """Empty the field of the id and choose nothing."""
        self.id.clear()

    def _asked(self) -> tuple[Part, ...]:
        """Who is typing, then the two ways to a sheet."""
        said = (self._said, 1, Qt.AlignmentFlag.AlignVCenter)
        by_id = labelled(
            "Type or scan the code printed on the sheet, then press Enter",
            self.id,
            beside=[said],
            gap=16,
        )
        judge = labelled("Or choose the judge", self.judges, share=1)
        team = labelled("and the team", self.teams, share=1)
        head = across((Heading("Which sheet is it?", level=2), 1), self._clerk, self.other_clerk)
        return head, by_id, (across((judge, 1), (team, 1), spacing=16), 1)

    def _choose_judge(self, key: str) -> None:
        self.judge_chosen.emit(key)

    def _go_to_teams(self) -> None:
        self.teams.begin()

    def _enable_button(self) -> None:
        self.open.setEnabled(bool(self.judges.key and self.teams.key))

    def _ask_id(self) -> None:
        self.id_asked.emit(self.id.text())

    def _ask_sheet(self) -> None:
        if self.judges.key and self.teams.key:
            self.sheet_asked.emit(self.judges.key, self.teams.key)
