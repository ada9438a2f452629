"""The grid of ballots, judges down and teams across, by state and never by score."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from judging_app.present.host.desk import HostDeskView
from judging_app.present.host.grid import JudgeRow
from ui import keys, theme
from ui.widgets.rows_model import Column, RowsModel
from ui.widgets.rows_view import RowsView
from ui.widgets.state_badge import STATES

CELL_WIDTH = 104
"""Of a ballot's state, in pixels at 100 % text."""

MOST_ROWS = 12
"""Rows that are shown at once; a larger panel scrolls."""


class BallotGrid(RowsView[JudgeRow]):
    """The grid as a table that the arrow keys walk; Enter asks for the ballot's acts."""

    chosen = Signal(object)
    entered_ballot = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(RowsModel((), _ballots, _judge), parent, icon_size=14)
        self.setAccessibleName("Ballots: a row for each judge, a column for each team")
        self.setCornerButtonEnabled(False)
        self.horizontalHeader().setSectionsClickable(True)
        self.horizontalHeader().sectionClicked.connect(self._enter_team)
        self.verticalHeader().setSectionsClickable(True)
        self.verticalHeader().sectionClicked.connect(self._enter_judge)
        self.verticalHeader().setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.selectionModel().currentChanged.connect(self._emit_chosen)
        self.activated.connect(self._enter)
        theme.follow(self._fit)

    def show_view(self, view: HostDeskView) -> None:
        """Replace the states and keep the ballot that is selected."""
        self.rows.show_rows(view.rows, [_team(at, name) for at, name in enumerate(view.teams)])
        self._fit()
        self._emit_chosen()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the clock's key to the desk."""
        if keys.START_CLOCK.is_pressed(event):
            event.ignore()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._widen()

    def _fit(self) -> None:
        row = theme.scaled(34)
        self.verticalHeader().setDefaultSectionSize(row)
        self.verticalHeader().setFixedWidth(theme.scaled(176))
        self._widen()
        shown = min(max(self.rows.rowCount(), 2), MOST_ROWS)
        bar = self.horizontalScrollBar().sizeHint().height()
        head = theme.scaled(54)
        self.horizontalHeader().setFixedHeight(head)
        self.setVisible(self.rows.rowCount() > 0)
        self.setFixedHeight(head + shown * row + bar + 8)

    def _widen(self) -> None:
        """Few teams share the whole width; many keep theirs and scroll."""
        columns = max(self.rows.columnCount(), 1)
        width = max(theme.scaled(CELL_WIDTH), self.viewport().width() // columns)
        self.horizontalHeader().setDefaultSectionSize(width)

    def _emit_chosen(self) -> None:
        at, row = self.currentIndex(), self.rows.row_at(self.currentIndex())
        self.chosen.emit(row.cells[at.column()] if row else None)

    def _enter(self) -> None:
        self.entered_ballot.emit()

    def _enter_team(self, column: int) -> None:
        """Go to what can be done about a team, by its heading."""
        self.setCurrentIndex(self.rows.index(max(self.currentIndex().row(), 0), column))
        self.entered_ballot.emit()

    def _enter_judge(self, row: int) -> None:
        """Go to what can be done about a judge, by their heading."""
        self.setCurrentIndex(self.rows.index(row, max(self.currentIndex().column(), 0)))
        self.entered_ballot.emit()


_ACROSS = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop) | int(
    Qt.TextFlag.TextWordWrap
)
"""A team's name takes two lines before it is cut off, at its end."""


def _team(at: int, name: str) -> Column[JudgeRow]:
    """The ballots for one team."""
    return Column(
        name,
        lambda row: row.cells[at].word,
        look=lambda row: STATES[row.cells[at].look],
        spoken=lambda row: row.cells[at].label,
        tip=lambda row: row.cells[at].label,
        heading_side=_ACROSS,
    )


def _ballots(row: JudgeRow) -> tuple[str, tuple[str, ...]]:
    """Which ballots are in a row: a judge, with the teams in their order."""
    return row.judge_id, tuple(cell.team_id for cell in row.cells)


def _judge(row: JudgeRow) -> str:
    return f"{row.name} (locked out)" if row.is_locked_out else row.name
