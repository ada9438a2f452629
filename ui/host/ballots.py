"""The ballots by name, with what can be done about each beside it, the run order and the panel."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QWidget

from judging_app.domain.ids import TeamId
from judging_app.present.host.desk import HostDeskView
from ui import keys, theme
from ui.host.ballot import BallotActs
from ui.host.grid import BallotGrid, GridCorner, GridFoot
from ui.host.panel import CalibrationPart, PanelPart
from ui.host.run_order import RunOrderPart
from ui.host.turns import SumLine
from ui.room.key_button import KeyButton
from ui.widgets.buttons import PlainButton, UndoButton
from ui.widgets.card import Card
from ui.widgets.form import across, add, column
from ui.widgets.labels import QuietText
from ui.widgets.part_switch import PartSwitch
from ui.widgets.screen import Screen
from ui.widgets.scroll import EDGE, ScrollColumn

BALLOTS, RUN_ORDER, PANEL, SAMPLE = "Ballots", "Run order", "Panel", "Sample pitch"
_ICONS = {BALLOTS: "layout-grid", RUN_ORDER: "clock", PANEL: "users", SAMPLE: "eye"}

BESIDE = 1_000
"""Width in pixels at 100 % text from which the acts stand beside the grid all the time."""

LARGE_PANEL = 12
"""Judges from which those who have nothing left can be hidden."""


class BallotsDesk(Screen):
    """Shows who has scored whom and says what was asked; no score ever reaches it."""

    black_asked = Signal()
    undo_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Ballots")
        self._view: HostDeskView | None = None
        self._on_stage: TeamId | None = None
        self._may_add = True
        self.grid, self.ballot = BallotGrid(), BallotActs()
        self.foot_counts, self.sum = GridFoot(self.grid), SumLine()
        self.none = QuietText("There are no ballots yet. Add teams and judges.")
        self.only_open = QCheckBox("Only what is still to come")
        self.run_order, self.panel, self.sample = RunOrderPart(), PanelPart(), CalibrationPart()
        self.add_judge = PlainButton("Add a late judge…", icon="user-plus")
        self.next = KeyButton("Next still to come", keys.NEXT_TO_COME.shown)
        self.undo = UndoButton()
        self._ballots = QWidget()
        self._parts_of = {
            BALLOTS: self._ballots,
            RUN_ORDER: _scrolled(self.run_order),
            PANEL: _scrolled(self.panel),
            SAMPLE: _scrolled(self.sample),
        }
        self.parts = PartSwitch(self._parts_of, _ICONS)
        self._lay_out()
        self._connect()

    def show_view(self, view: HostDeskView, on_stage: TeamId | None = None) -> None:
        """Replace everything that is on show of the ballots."""
        self._view, self._on_stage = view, on_stage
        self.only_open.setVisible(len(view.rows) > LARGE_PANEL)
        self._show_grid()
        self.foot_counts.show_rows(view)
        self.sum.show_sum(view.sum)
        has_any = bool(view.rows and view.teams)
        self._table.setVisible(has_any)
        self.none.setVisible(not has_any)
        self.next.setEnabled(bool(view.to_come))

    def offer_judge(self, *, is_offered: bool) -> None:
        """Whether a late judge can be added now."""
        self._may_add = is_offered
        self._stand()

    def begin(self) -> None:
        """Show the ballots, as whoever comes to the page expects."""
        self.parts.show_part(BALLOTS)
        self.panel.conflicts.begin()
        self.only_open.setChecked(False)

    def show_parts(self, *, has_sample: bool) -> None:
        """Offer the sample pitch only to those who may see it now."""
        self.parts.offer([BALLOTS, RUN_ORDER, PANEL, *([SAMPLE] if has_sample else [])])

    def go_to(self, part: str, team: str = "") -> None:
        """Show a part; among the ballots, those of a team."""
        self.parts.show_part(part)
        if team and self._view is not None and self._view.rows:
            teams = [str(cell.team_id) for cell in self._view.rows[0].cells]
            if team in teams:
                row = max(self.grid.currentIndex().row(), 0)
                self.grid.setCurrentIndex(self.grid.rows.index(row, teams.index(team)))
                self.grid.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the heading of the judges over their names."""
        if watched is self.grid and event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._place_corner()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on to what is still to come."""
        if keys.NEXT_TO_COME.is_pressed(event):
            self._go_to_next()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stand()

    def _show_grid(self) -> None:
        if self._view is not None:
            only = self.only_open.isChecked() and not self.only_open.isHidden()
            self.grid.show_view(self._view, on_stage=self._on_stage, only_open=only)
            self._place_corner()

    def _lay_out(self) -> None:
        self._corner = GridCorner(self.grid)
        self.grid.installEventFilter(self)
        self._table = Card()
        self._table.body.setContentsMargins(1, 1, 1, 1)
        self._table.body.setSpacing(0)
        add(self._table.body, (self.grid, 1), self.foot_counts)
        beside = across((self._table, 1), self.ballot, spacing=24)
        legend = across((self.sum, 1), self.only_open, spacing=16)
        at_right = (0, 0, EDGE, 0)
        column((beside, 1), self.none, legend, spacing=8, margins=at_right, inside=self._ballots)
        head = across((self.parts, 1), self.undo, self.add_judge, self.next, spacing=8)
        middle = QWidget()
        column(*self._parts_of.values(), spacing=0, inside=middle)
        self.lay_out(middle, head=head)
        theme.follow(self._stand)

    def _connect(self) -> None:
        self.grid.chosen.connect(self.ballot.show_cell)
        self.grid.entered_ballot.connect(self._enter_ballot)
        self.ballot.acted.connect(self._leave_ballot)
        self.ballot.left.connect(self._leave_ballot)
        self.only_open.clicked.connect(self._show_grid)
        self.next.clicked.connect(self._go_to_next)
        self.add_judge.clicked.connect(self._go_to_panel)
        self.undo.clicked.connect(self.undo_asked)
        keys.bind(keys.BLACK, self, self.black_asked.emit, repeats=False)
        keys.bind(keys.UNDO, self, self.undo_asked.emit, repeats=False)
        self.parts.bind_keys(self)

    def _enter_ballot(self) -> None:
        self.ballot.show()
        self.ballot.take_keyboard()

    def _leave_ballot(self) -> None:
        self.grid.setFocus()
        self._stand()

    def _go_to_next(self) -> None:
        self.parts.show_part(BALLOTS)
        self.grid.go_to_next_open()

    def _go_to_panel(self) -> None:
        self.parts.show_part(PANEL)
        self.panel.walk_in.name.setFocus()

    def _stand(self) -> None:
        is_wide = self.width() >= theme.scaled(BESIDE)
        focused = self.window().focusWidget()
        is_used = focused is not None and self.ballot.isAncestorOf(focused)
        self.ballot.setVisible(is_wide or is_used)
        self.add_judge.setVisible(is_wide and self._may_add)
        self.undo.show_short(is_short=not is_wide)

    def _place_corner(self) -> None:
        head, side = self.grid.horizontalHeader(), self.grid.verticalHeader()
        self._corner.setGeometry(0, 0, side.width(), head.height())
        self._corner.raise_()


def _scrolled(part: QWidget) -> ScrollColumn:
    made = ScrollColumn()
    made.keep_right_edge()
    add(made.body, part, 1)
    return made
