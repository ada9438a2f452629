"""Conflicts of interest before the day: judges by teams, and one of them to be decided."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QWidget

from judging_app.domain.panel import ConflictDecision
from judging_app.present.host.grid import BallotCell
from judging_app.present.set_up.conflicts import ConflictCase, ConflictGrid
from judging_app.present.words.ballots import DECISION_BUTTONS, DECISIONS
from ui import keys, theme
from ui.host.grid import BallotGrid, GridCorner
from ui.set_up.lines import LinesCard, StateLine
from ui.widgets.buttons import ActButton, PlainButton
from ui.widgets.card import Card
from ui.widgets.form import across, add, column, radio
from ui.widgets.labels import Heading, PlainLabel, QuietText, WrappedLabel
from ui.widgets.reason_field import ReasonField
from ui.widgets.screen import Foot, Screen
from ui.widgets.scroll import EDGE, ScrollColumn
from ui.widgets.side_by_side import SideBySide

CHOOSE: Mapping[ConflictDecision, keys.Key] = {
    ConflictDecision.NO_EFFECT: keys.NO_EFFECT,
    ConflictDecision.FLAGGED: keys.FLAGGED,
    ConflictDecision.RECUSED: keys.RECUSED,
}
"""The key of each decision, on the grid."""

FOR_ALL: Mapping[ConflictDecision, str] = {
    ConflictDecision.NO_EFFECT: "No effect for all {}",
    ConflictDecision.FLAGGED: "Flag all {} ballots",
    ConflictDecision.RECUSED: "Recuse all {}",
}
"""What the filled button says where several are decided at once."""

WIDEST = 16_777_215
"""Qt's own bound of a widget's width: none."""

BESIDE, CASE, LEAST = 900, 360, 260
"""Pixels at 100 % text: the page's width from which the case is beside the grid, its own width, and
the grid's least height."""


class ConflictsScreen(Screen):
    """Shows the grid and the case of the cell that the keyboard is on."""

    chosen = Signal(object)
    """The judge and the team whose case is to be shown."""
    decided = Signal(object, object, str)
    """The pairs, the `ConflictDecision` and the reason."""
    declared = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Conflicts of interest")
        self.name_page("Conflicts of interest")
        self.grid, self.case = BallotGrid(is_wordy=True), CaseCard()
        self.grid.setAccessibleName("Conflicts: a row for each judge, a column for each team")
        self._beside = QWidget()
        self._empty = QuietText("Add judges and teams first.")
        self._words = PlainLabel()
        self.back = PlainButton("Back to the set-up", icon="arrow-left")
        self.next = PlainButton("Next to decide", icon="arrow-right")
        self.act = ActButton("")
        self._lay_out()
        self.grid.chosen.connect(self._choose)
        self.grid.entered_ballot.connect(self.case.take_keyboard)
        self.next.clicked.connect(self.grid.go_to_next_open)
        self.case.changed.connect(self._word)
        self.case.entered.connect(self._decide)
        self.act.clicked.connect(self._decide)
        for decision, key in CHOOSE.items():
            keys.bind(key, self.grid, partial(self.case.choose, decision))
        keys.bind(keys.DECIDE, self, self._decide)
        keys.bind(keys.LEAVE_CONFLICTS, self, self._leave)

    def show_grid(self, view: ConflictGrid) -> None:
        """Replace the cells; the one that is chosen stays so, else the first to decide is."""
        has_any = bool(view.rows and view.teams)
        self._empty.setVisible(not has_any)
        for part in (self._sides, self.next, self.act):
            part.setVisible(has_any)
        self.next.setEnabled(bool(view.to_decide))
        self._words.setText(view.words)
        self.grid.show_rows(view.rows, view.teams)
        if has_any and not self.grid.currentIndex().isValid() and not self.grid.go_to_next_open():
            self.grid.setCurrentIndex(self.grid.rows.index(0, 0))
        self._place_corner()

    def show_case(self, case: ConflictCase) -> None:
        """Show one judge and one team."""
        self.case.show_case(case)
        self._word()

    def begin(self) -> None:
        """Put the keyboard on the grid."""
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_problem(self, sentence: str) -> None:
        """Say why it can't be decided so."""
        self.case.show_problem(sentence)

    def go_on(self) -> None:
        """Go to the next that is open, after one was decided."""
        self.case.reason.clear()
        self.grid.go_to_next_open()

    def _lay_out(self) -> None:
        table, scroll = Card(), ScrollColumn()
        table.body.setContentsMargins(1, 1, 1, 1)
        add(table.body, (self.grid, 1))
        self._corner = GridCorner(self.grid)
        costs = Heading("What a recusal costs", 3)
        column(self.case, costs, self.case.costs, 1, spacing=12, inside=self._beside)
        self._sides = SideBySide((table, 1), self._beside, wide_from=BESIDE, spacing=16)
        add(scroll.body, self._empty, (self._sides, 1))
        head = across((Heading("Conflicts of interest"), 1), self.next, self.back, spacing=8)
        self.lay_out(scroll, head=head, foot=Foot((self._words, 1), act=self.act))
        theme.follow(self._stand)
        theme.follow(self.grid.setMinimumHeight, LEAST)

    def _stand(self) -> None:
        is_wide = self.width() >= theme.scaled(BESIDE + 2 * EDGE)
        self._beside.setMaximumWidth(theme.scaled(CASE) if is_wide else WIDEST)
        self._beside.setMinimumWidth(theme.scaled(CASE))

    def _choose(self, cell: BallotCell | None) -> None:
        self._place_corner()
        if cell is not None:
            self.chosen.emit((cell.judge_id, cell.team_id))

    def _place_corner(self) -> None:
        head, side = self.grid.horizontalHeader(), self.grid.verticalHeader()
        self._corner.setGeometry(0, 0, side.width(), head.height())
        self._corner.raise_()

    def _word(self) -> None:
        self.act.setText(self.case.act_words)

    def _decide(self) -> None:
        case = self.case
        if case.case is None:
            return
        if not case.reason.text:
            case.show_problem("Give a reason. It stays on the record.")
            case.reason.setFocus()
        elif not case.case.is_known:
            self.declared.emit(case.case.pair, case.reason.text)
        elif case.decision is None:
            case.show_problem("Choose a decision first.")
        else:
            self.decided.emit(case.pairs, case.decision, case.reason.text)

    def _leave(self) -> None:
        """Go back from the case to the grid, and from there to the set-up."""
        focused = self.window().focusWidget()
        if focused is not None and self.case.isAncestorOf(focused):
            self.grid.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.back.click()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stand()


class CaseCard(Card):
    """The evidence, what it is decided to mean and why, and what a recusal would cost."""

    changed = Signal()
    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.case: ConflictCase | None = None
        self._who, self._evidence = WrappedLabel("", "subheading"), WrappedLabel()
        self._stands, self._problem = QuietText(), WrappedLabel("", "loss")
        self.reason, self.alike = ReasonField(), QCheckBox()
        self._group = QButtonGroup(self)
        self.buttons = {one: radio(_with_key(one)) for one in DECISIONS}
        for button in self.buttons.values():
            self._group.addButton(button)
            button.clicked.connect(self.changed)
        self.costs = LinesCard(is_narrow=True)
        add(self.body, self._who, self._evidence, self._stands)
        add(self.body, column(*self.buttons.values(), spacing=0), self.reason, self._problem)
        add(self.body, self.alike)
        self.reason.changed.connect(self._hide_problem)
        self.reason.finished.connect(self.entered)
        self.alike.clicked.connect(self._show_costs)
        self.alike.clicked.connect(self.changed)

    @property
    def decision(self) -> ConflictDecision | None:
        """What is chosen; nothing at first."""
        return next((one for one, button in self.buttons.items() if button.isChecked()), None)

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """The judges and teams that are decided about."""
        if self.case is None:
            return ()
        return self.case.alike if self.alike.isChecked() else (self.case.pair,)

    @property
    def act_words(self) -> str:
        """What the filled button does."""
        if self.case is None or not self.case.is_known:
            return "Declare it for the judge"
        if self.decision is None:
            return "Decide"
        if len(self.pairs) > 1:
            return FOR_ALL[self.decision].format(len(self.pairs))
        return self.case.acts[self.decision]

    def show_case(self, case: ConflictCase) -> None:
        """Show another, or the same as it is now; a reason that is being written stays."""
        is_other = self.case is None or self.case.pair != case.pair
        self.case = case
        self._who.setText(case.who)
        self._evidence.setText(case.evidence)
        self._stands.setText(case.stands)
        if is_other:
            self._clear()
        for button in self.buttons.values():
            button.setVisible(case.is_known)
        self.alike.setText(f"The same for all {len(case.alike)} of this kind")
        self.alike.setVisible(len(case.alike) > 1)
        self._show_costs()

    def choose(self, decision: ConflictDecision) -> None:
        """Choose what it means, and go on to why."""
        if self.case is not None and self.case.is_known:
            self.buttons[decision].click()
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_keyboard(self) -> None:
        """Begin with what it means, else with why."""
        is_known = self.case is not None and self.case.is_known
        first = next(iter(self.buttons.values()))
        (first if is_known else self.reason).setFocus(Qt.FocusReason.OtherFocusReason)

    def show_problem(self, sentence: str) -> None:
        """Say why it can't be so."""
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))

    def _show_costs(self) -> None:
        if self.case is not None:
            costs = self.case.costs_of_all if self.alike.isChecked() else self.case.costs
            self.costs.show_lines([_line(one.title, one.words, is_bad=one.is_bad) for one in costs])

    def _clear(self) -> None:
        self._group.setExclusive(False)
        for button in self.buttons.values():
            button.setChecked(False)
        self._group.setExclusive(True)
        self.alike.setChecked(False)
        self._hide_problem()

    def _hide_problem(self) -> None:
        self.show_problem("")


def _with_key(decision: ConflictDecision) -> str:
    return f"{DECISION_BUTTONS[decision]} ({CHOOSE[decision].shown})"


def _line(title: str, words: str, *, is_bad: bool) -> StateLine:
    state, spoken = ("attention", "look at it") if is_bad else ("submitted", "right")
    return StateLine(title, state, spoken, title, words)
