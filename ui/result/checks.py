"""Whether the result stands: one line for each thing that could have been otherwise."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QVBoxLayout, QWidget

from judging_app.present.result.checks import CheckRow, ChecksView
from ui import icons, theme
from ui.widgets.labels import QuietText
from ui.widgets.state_badge import StateLook

Index = QModelIndex | QPersistentModelIndex

GROUP, WHAT, MARK = range(3)
_HEADINGS = ("If this were otherwise", "Which", "Who would win")

_LOOKS = {
    True: StateLook("circle-check", "good"),
    False: StateLook("triangle-alert", "attention"),
    None: StateLook("circle-dashed", "text-quiet"),
}
"""By whether the winner is the same; `None` where it can't be worked out."""


class ChecksModel(QAbstractTableModel):
    """One check a row; a group is named once, at its first row."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[CheckRow, ...] = ()

    def show_rows(self, rows: Sequence[CheckRow]) -> None:
        """Replace the checks."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def row(self, at: int) -> CheckRow | None:
        """The check in this row; `None` where there is none."""
        return self._rows[at] if 0 <= at < len(self._rows) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """One row a check."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """What is changed, in which part, and what comes of it."""
        return 0 if parent.isValid() else len(_HEADINGS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A cell's words; what comes of a check has a shape and a colour besides."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return "" if self._is_repeated(index) else _words(row, index)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{row.group}: {row.what}: {row.mark_text}. {row.detail}".strip()
            case Qt.ItemDataRole.ToolTipRole:
                has_detail = index.column() == MARK and row.detail
                return f"<p>{escape(row.detail if has_detail else _words(row, index))}</p>"
            case _:
                return _mark(row, role) if index.column() == MARK else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The columns' headings."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(_HEADINGS):
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return _HEADINGS[section]
            case Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            case _:
                return None

    def _is_repeated(self, index: Index) -> bool:
        at = index.row()
        return (
            index.column() == GROUP and at > 0 and self._rows[at - 1].group == self._rows[at].group
        )


def _words(row: CheckRow, index: Index) -> str:
    # A weight is moved twice, so what it becomes belongs to its name.
    is_told = row.is_same is not None and row.detail
    which = f"{row.what}, {row.detail}" if is_told else row.what
    return (row.group, which, row.mark_text)[index.column()]


def _mark(row: CheckRow, role: int) -> object:
    look = _LOOKS[row.is_same]
    match role:
        case Qt.ItemDataRole.DecorationRole:
            return icons.icon(look.icon, look.token)
        case Qt.ItemDataRole.ForegroundRole:
            return theme.token(look.token)
        case _:
            return None


class ChecksPart(QWidget):
    """The checks as a table; below it, more about the one that is selected."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Checks")
        self._detail = QuietText("")
        self.model = ChecksModel()
        self.table = QTableView()
        self._prepare_table()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        for part in (self._detail, self.table):
            layout.addWidget(part)
        theme.follow(self._fit)
        self.show_view(ChecksView("", ()))

    def forget(self) -> None:
        """Hold no check any more."""
        self.show_view(ChecksView("", ()))

    def show_view(self, view: ChecksView) -> None:
        """Replace the checks."""
        self.model.show_rows(view.rows)
        self.table.setVisible(bool(view.rows))
        self._detail.setText(HINT if view.rows else view.sentence)
        self._fit()

    def _prepare_table(self) -> None:
        table = self.table
        table.setModel(self.model)
        table.setAccessibleName("Who would win if one thing were otherwise")
        table.verticalHeader().hide()
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = table.horizontalHeader()
        header.setSectionsClickable(False)
        header.setHighlightSections(False)
        header.setSectionResizeMode(GROUP, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(WHAT, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(MARK, QHeaderView.ResizeMode.Stretch)
        table.selectionModel().currentRowChanged.connect(self._tell)

    def _tell(self, current: QModelIndex) -> None:
        row = self.model.row(current.row())
        if row is not None:
            said = f"{row.group}, {row.what}: {row.mark_text}"
            self._detail.setText(f"{said} ({row.detail})" if row.detail else said)

    def _fit(self) -> None:
        """As high as its rows: the page scrolls, not the table in it."""
        row, icon = theme.scaled(34), theme.scaled(18)
        self.table.setIconSize(QSize(icon, icon))
        self.table.verticalHeader().setDefaultSectionSize(row)
        head = max(self.table.horizontalHeader().sizeHint().height(), row)
        self.table.setFixedHeight(head + row * self.model.rowCount() + 8)


HINT = "Select a line for more about it."
