"""The panel's standings: what is firm about them, and both methods side by side."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QBoxLayout,
    QHeaderView,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from judging_app.present.standings import StandingsView
from ui import theme
from ui.standings_model import BALLOTS, EXACT, PLACE, SCORE, TEAM, StandingsModel
from ui.widgets.card import Card
from ui.widgets.labels import Heading, PlainLabel, QuietText, WrappedLabel
from ui.widgets.scroll import ScrollColumn

SIDE_BY_SIDE = 1040
"""Width in pixels at 100 % text from which two tables stand side by side."""


class StandingsScreen(QWidget):
    """Shows the standings by every method; it decides nothing about them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "page")
        self.setAccessibleName("Standings")
        self._title = Heading("Standings")
        self._firmness = WrappedLabel("", "large")
        self._firmness_card = Card("banner-info")
        self._firmness_card.body.addWidget(self._firmness)
        self.tables: list[MethodTable] = []
        self._pair = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._pair.setSpacing(16)
        self._column = ScrollColumn()
        self._lay_out()
        self.show_firmness("")
        self.show_standings(())

    def show_firmness(self, sentence: str, *, needs_attention: bool = False) -> None:
        """Say first whether the winner depends on the method."""
        self._firmness.setText(sentence)
        self._firmness_card.setVisible(bool(sentence))
        kind = "banner-attention" if needs_attention else "banner-info"
        theme.restyle(self._firmness_card, kind=kind)

    def show_standings(
        self, views: Sequence[StandingsView], declared: StandingsView | None = None
    ) -> None:
        """Show one table a method, in this order; `declared` is one of them."""
        while len(self.tables) < len(views):
            table = MethodTable()
            self.tables.append(table)
            self._pair.addWidget(table, 1)
        for table, view in zip(self.tables, views, strict=False):
            table.show_view(view, is_declared=view is declared)
        for number, table in enumerate(self.tables):
            table.setVisible(number < len(views))
        self._empty.setVisible(not any(view.rows for view in views))

    def changeEvent(self, event: QEvent) -> None:
        """Find room again when the text's size changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._turn()

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Stand the tables side by side, or one below the other where it is narrow."""
        self._turn()

    def _lay_out(self) -> None:
        self._empty = QuietText("No ballot is in yet. The standings appear as ballots arrive.")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(16)
        outer.addWidget(self._title)
        self._column.body.setSpacing(16)
        self._column.body.addWidget(self._firmness_card)
        self._column.body.addWidget(self._empty)
        self._column.body.addLayout(self._pair)
        self._column.body.addStretch(1)
        outer.addWidget(self._column, 1)

    def _turn(self) -> None:
        is_wide = self.width() >= theme.scaled(SIDE_BY_SIDE)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._pair.setDirection(across if is_wide else down)


class MethodTable(QWidget):
    """The standings by one method, with what the figures mean above them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = Heading("", 2)
        self._declared = PlainLabel("", "act")
        self._note = QuietText("")
        self._model = StandingsModel()
        self.table = QTableView()
        self._prepare_table()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for part in (self._heading, self._declared, self.table, self._note):
            layout.addWidget(part)
        layout.addStretch(1)

    def show_view(self, view: StandingsView, *, is_declared: bool) -> None:
        """Replace what is on show."""
        name = f"By {view.method.value}, {view.full_total_text}"
        self._heading.setText(name)
        self._declared.setText(
            "The declared method: this one is published"
            if is_declared
            else "For comparison; not published"
        )
        theme.restyle(self._declared, kind="act" if is_declared else "quiet")
        self._model.show_rows(view.rows)
        self._note.setText(view.note)
        self._note.setVisible(bool(view.note))
        self.table.setAccessibleName(f"Standings {name[0].lower()}{name[1:]}")
        self._fit()

    def _prepare_table(self) -> None:
        self.table.setModel(self._model)
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.setTabKeyNavigation(False)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.table.horizontalHeader()
        header.setSectionsClickable(False)
        header.setHighlightSections(False)
        for column in (PLACE, SCORE, EXACT, BALLOTS):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(TEAM, QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(theme.scaled(48))

    def _fit(self) -> None:
        """As high as its rows: the page scrolls, not the table in it."""
        row = theme.scaled(36)
        self.table.verticalHeader().setDefaultSectionSize(row)
        head = max(self.table.horizontalHeader().sizeHint().height(), row)
        self.table.setFixedHeight(head + row * self._model.rowCount() + 8)
