"""Whether the result would change: by what was changed, one line for each single thing."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from judging_app.present.result.checks import CheckRow, ChecksView, same_text
from ui.widgets.form import column
from ui.widgets.labels import QuietText, WrappedLabel
from ui.widgets.rows_model import Column
from ui.widgets.rows_view import RowsTable, Ruled
from ui.widgets.state_badge import StateLook

GROUP, COUNT, WHAT, MARK = range(4)

_LOOKS = {
    True: StateLook("circle-check", "text-quiet"),
    False: StateLook("triangle-alert", "attention"),
    None: StateLook("circle-dashed", "text-quiet"),
}
"""By whether the winner is the same; `None` where it can't be worked out."""


@dataclass(frozen=True, slots=True)
class Line:
    """A check; the first of its group carries how many of these are the same."""

    row: CheckRow
    count: str = ""


def lines_of(view: ChecksView) -> tuple[Line, ...]:
    """The checks by their groups, in each those first that change the winner."""
    return tuple(
        Line(row, same_text(rows) if not at else "")
        for _, rows in view.groups
        for at, row in enumerate(rows)
    )


def _which(line: Line) -> str:
    # A weight is moved twice, so what it becomes belongs to its name.
    row = line.row
    return f"{row.what}, {row.detail}" if row.is_same is not None and row.detail else row.what


def _spoken(line: Line) -> str:
    row = line.row
    return f"{row.group}: {row.what}: {row.mark_text}. {row.detail}".strip()


COLUMNS: Sequence[Column[Line]] = (
    Column(
        "If we changed…",
        lambda line: line.row.group,
        spoken=_spoken,
        says_once=True,
        is_strong=True,
    ),
    Column("", lambda line: line.count, spoken=_spoken),
    Column("What", _which, spoken=_spoken),
    Column(
        "Who would win",
        lambda line: line.row.mark_text,
        look=lambda line: _LOOKS[line.row.is_same],
        spoken=_spoken,
        tip=lambda line: line.row.detail or line.row.mark_text,
    ),
)


class ChecksPart(QWidget):
    """The checks as a table; above it, more about the one that is selected."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = 0
        self.setAccessibleName("What if…")
        self._sentence, self._detail = WrappedLabel("", "large"), QuietText("")
        self.table = RowsTable(COLUMNS, lambda line: line, wide=(WHAT, MARK), height=34)
        self.table.setItemDelegate(Ruled(self.table.rows, self.table))
        self.table.setAccessibleName("Who would win if we changed one thing")
        self.table.selectionModel().currentRowChanged.connect(self._show_detail)
        column(self._sentence, self.table, self._detail, spacing=_GAP, inside=self)
        self.show_view(ChecksView("", ()))

    def forget(self) -> None:
        """Hold no check any more."""
        self.show_view(ChecksView("", ()))

    def fit_within(self, height: int) -> None:
        """Let the table scroll rather than the page, where all of it doesn't fit."""
        self._room = height
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        across = self.width()
        words = (self._sentence, self._detail)
        beside = sum(one.heightForWidth(across) + _GAP for one in words if not one.isHidden())
        self.table.fit_within(self._room - beside)

    def show_view(self, view: ChecksView) -> None:
        """Replace the checks."""
        self.table.show_rows(lines_of(view))
        self.table.setVisible(bool(view.rows))
        self._sentence.setText(" ".join(one for one in (view.decision, view.sentence) if one))
        self._detail.setText(HINT if view.rows else "")
        self._detail.setVisible(bool(view.rows))
        self._show_detail(self.table.currentIndex())

    def _show_detail(self, current: QModelIndex) -> None:
        line = self.table.rows.row_at(current)
        if line is not None:
            row = line.row
            said = f"{row.group}, {row.what}: {row.mark_text}"
            self._detail.setText(f"{said} ({row.detail})" if row.detail else said)


_GAP = 12
HINT = "Choose a line to read more."
