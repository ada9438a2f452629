"""Whether the result would change: one line for each thing that could have been different."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QWidget

from judging_app.present.result.checks import CheckRow, ChecksView
from ui.widgets.form import column
from ui.widgets.labels import QuietText
from ui.widgets.rows_model import Column
from ui.widgets.rows_view import RowsTable
from ui.widgets.state_badge import StateLook

GROUP, WHAT, MARK = range(3)

_LOOKS = {
    True: StateLook("circle-check", "good"),
    False: StateLook("triangle-alert", "attention"),
    None: StateLook("circle-dashed", "text-quiet"),
}
"""By whether the winner is the same; `None` where it can't be worked out."""


def _which(row: CheckRow) -> str:
    # A weight is moved twice, so what it becomes belongs to its name.
    return f"{row.what}, {row.detail}" if row.is_same is not None and row.detail else row.what


def _spoken(row: CheckRow) -> str:
    return f"{row.group}: {row.what}: {row.mark_text}. {row.detail}".strip()


COLUMNS: Sequence[Column[CheckRow]] = (
    Column("If we changed…", lambda row: row.group, spoken=_spoken, says_once=True),
    Column("What", _which, spoken=_spoken),
    Column(
        "Who would win",
        lambda row: row.mark_text,
        look=lambda row: _LOOKS[row.is_same],
        spoken=_spoken,
        tip=lambda row: row.detail or row.mark_text,
    ),
)


class ChecksPart(QWidget):
    """The checks as a table; below it, more about the one that is selected."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("What if…")
        self._detail = QuietText("")
        self.table = RowsTable(COLUMNS, lambda row: row, wide=(WHAT, MARK), height=34)
        self.table.setAccessibleName("Who would win if we changed one thing")
        self.table.selectionModel().currentRowChanged.connect(self._show_detail)
        column(self._detail, self.table, spacing=12, inside=self)
        self.show_view(ChecksView("", ()))

    def forget(self) -> None:
        """Hold no check any more."""
        self.show_view(ChecksView("", ()))

    def show_view(self, view: ChecksView) -> None:
        """Replace the checks."""
        self.table.show_rows(view.rows)
        self.table.setVisible(bool(view.rows))
        self._detail.setText(HINT if view.rows else view.sentence)
        self._show_detail(self.table.currentIndex())

    def _show_detail(self, current: QModelIndex) -> None:
        row = self.table.rows.row_at(current)
        if row is not None:
            said = f"{row.group}, {row.what}: {row.mark_text}"
            self._detail.setText(f"{said} ({row.detail})" if row.detail else said)


HINT = "Choose a line to read more."
