"""The standings as a table model over frozen rows."""

from collections.abc import Callable, Mapping, Sequence
from html import escape

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from judging_app.present.result.standings import StandingRow

Index = QModelIndex | QPersistentModelIndex
Column = tuple[str, Callable[[StandingRow], str]]

COLUMNS: Sequence[Column] = (
    ("Place", lambda row: row.place_text),
    ("Team", lambda row: row.team),
    ("Score", lambda row: row.score_text),
    ("Exact", lambda row: row.exact_text),
    ("Ballots", lambda row: row.ballots_text),
)
"""Each column's heading with the words of its cells."""

PLACE, TEAM, SCORE, EXACT, BALLOTS = range(len(COLUMNS))

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_ALIGNED: Mapping[int, Qt.AlignmentFlag] = {PLACE: _RIGHT, SCORE: _RIGHT, EXACT: _RIGHT}


class StandingsModel(QAbstractTableModel):
    """Gives each row's words as they stand; it neither sorts nor counts."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[StandingRow, ...] = ()

    def show_rows(self, rows: Sequence[StandingRow]) -> None:
        """Replace the rows; the same teams in the same order keep the selection."""
        same = [row.team_id for row in rows] == [row.team_id for row in self._rows]
        if same and rows:
            self._rows = tuple(rows)
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(COLUMNS) - 1))
            return
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """One row a team."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """The same columns for every audience."""
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A cell's words, its side, and in full what a narrow column cuts off."""
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return COLUMNS[column][1](row)
            case Qt.ItemDataRole.TextAlignmentRole:
                return _ALIGNED.get(column, _LEFT)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{COLUMNS[column][0]}: {COLUMNS[column][1](row)}"
            case Qt.ItemDataRole.ToolTipRole:
                return f"<p>{escape(COLUMNS[column][1](row))}</p>"
            case _:
                return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """The columns' headings, on the side of their figures."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(COLUMNS):
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return COLUMNS[section][0]
            case Qt.ItemDataRole.TextAlignmentRole:
                return _ALIGNED.get(section, _LEFT)
            case _:
                return None
