"""The grid of ballots, judges down and teams across, by state and never by score."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from judging_app.present.host.desk import HostDeskView
from judging_app.present.host.grid import BallotCell, JudgeRow
from ui import icons, keys, theme
from ui.widgets.state_badge import STATES

Index = QModelIndex | QPersistentModelIndex

CELL_WIDTH = 104
"""Of a ballot's state, in pixels at 100 % text."""

MOST_ROWS = 12
"""Rows that are shown at once; a larger panel scrolls."""


class BallotGridModel(QAbstractTableModel):
    """One ballot a cell."""

    def __init__(self) -> None:
        super().__init__()
        self._teams: tuple[str, ...] = ()
        self._rows: tuple[JudgeRow, ...] = ()

    def show_rows(self, teams: tuple[str, ...], rows: tuple[JudgeRow, ...]) -> None:
        """Replace the states; the same judges and teams keep what is selected."""
        if rows and teams and _ballots(rows) == _ballots(self._rows):
            self._teams, self._rows = teams, rows
            last = self.index(len(rows) - 1, len(teams) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(rows) - 1)
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(teams) - 1)
            return
        self.beginResetModel()
        self._teams, self._rows = teams, rows
        self.endResetModel()

    def cell(self, index: Index) -> BallotCell | None:
        """The ballot at `index`; `None` where there is none."""
        if not index.isValid():
            return None
        return self._rows[index.row()].cells[index.column()]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """One row a judge."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """One column a team."""
        return 0 if parent.isValid() else len(self._teams)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A state as word, shape and colour."""
        cell = self.cell(index)
        return None if cell is None else _state(cell, role)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Teams across, judges down; the tooltip has what a narrow heading cuts off."""
        is_across = orientation is Qt.Orientation.Horizontal
        names = self._teams if is_across else [_judge(row) for row in self._rows]
        if not 0 <= section < len(names):
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return names[section]
            case Qt.ItemDataRole.ToolTipRole:
                return f"<p>{escape(names[section])}</p>"
            case Qt.ItemDataRole.TextAlignmentRole:
                return _ACROSS if is_across else _DOWN
            case _:
                return None


class BallotGrid(QTableView):
    """The grid as a table that the arrow keys walk; Enter asks for the ballot's acts."""

    chosen = Signal(object)
    entered_ballot = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = BallotGridModel()
        self.setModel(self._model)
        self.setAccessibleName("Ballots: judges down, teams across")
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setHighlightSections(False)
        self.horizontalHeader().setSectionsClickable(True)
        self.horizontalHeader().sectionClicked.connect(self._enter_team)
        self.verticalHeader().setSectionsClickable(True)
        self.verticalHeader().sectionClicked.connect(self._enter_judge)
        self.verticalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
        self.selectionModel().currentChanged.connect(self._tell)
        self.activated.connect(self._enter)
        theme.follow(self._fit)

    @property
    def grid_model(self) -> BallotGridModel:
        """The states on show."""
        return self._model

    def show_view(self, view: HostDeskView) -> None:
        """Replace the states and keep the ballot that is selected."""
        self._model.show_rows(view.teams, view.rows)
        self._fit()
        self._tell()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the clock's key to the desk."""
        if keys.START_CLOCK.is_pressed(event):
            event.ignore()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share out the width anew."""
        super().resizeEvent(event)
        self._widen()

    def _fit(self) -> None:
        row = theme.scaled(34)
        self.verticalHeader().setDefaultSectionSize(row)
        self.setIconSize(QSize(theme.scaled(14), theme.scaled(14)))
        self.verticalHeader().setFixedWidth(theme.scaled(176))
        self._widen()
        shown = min(max(self._model.rowCount(), 2), MOST_ROWS)
        bar = self.horizontalScrollBar().sizeHint().height()
        head = theme.scaled(54)
        self.horizontalHeader().setFixedHeight(head)
        self.setVisible(self._model.rowCount() > 0)
        self.setFixedHeight(head + shown * row + bar + 8)

    def _widen(self) -> None:
        """Few teams share the whole width; many keep theirs and scroll."""
        columns = max(self._model.columnCount(), 1)
        width = max(theme.scaled(CELL_WIDTH), self.viewport().width() // columns)
        self.horizontalHeader().setDefaultSectionSize(width)

    def _tell(self) -> None:
        self.chosen.emit(self._model.cell(self.currentIndex()))

    def _enter(self) -> None:
        self.entered_ballot.emit()

    def _enter_team(self, column: int) -> None:
        """Go to what can be done about a team, by its heading."""
        self.setCurrentIndex(self._model.index(max(self.currentIndex().row(), 0), column))
        self.entered_ballot.emit()

    def _enter_judge(self, row: int) -> None:
        """Go to what can be done about a judge, by their heading."""
        self.setCurrentIndex(self._model.index(row, max(self.currentIndex().column(), 0)))
        self.entered_ballot.emit()


_DOWN = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_ACROSS = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop) | int(
    Qt.TextFlag.TextWordWrap
)
"""A team's name takes two lines before it is cut off, at its end."""


def _ballots(rows: Sequence[JudgeRow]) -> list[tuple[str, tuple[str, ...]]]:
    """Which ballots stand where: each judge with the teams in their order."""
    return [(row.judge_id, tuple(cell.team_id for cell in row.cells)) for row in rows]


def _judge(row: JudgeRow) -> str:
    return f"{row.name} (locked out)" if row.is_locked_out else row.name


def _state(cell: BallotCell, role: int) -> object:
    look = STATES[cell.look]
    match role:
        case Qt.ItemDataRole.DisplayRole:
            return cell.word
        case Qt.ItemDataRole.DecorationRole:
            return icons.icon(look.icon, look.token)
        case Qt.ItemDataRole.ForegroundRole:
            return theme.token(look.token)
        case Qt.ItemDataRole.AccessibleTextRole:
            return cell.label
        case Qt.ItemDataRole.ToolTipRole:
            return f"<p>{escape(cell.label)}</p>"
        case _:
            return None
