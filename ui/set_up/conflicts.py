"""Conflicts of interest before the day: judges by teams, and one of them to be decided."""

from PySide6.QtCore import Qt, Signal
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
from ui.widgets.scroll import ScrollColumn
from ui.widgets.side_by_side import SideBySide

BESIDE, CASE = 900, 340
"""Pixels at 100 % text: the page's width from which the case is beside the grid, and its own."""


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
        self.grid, self.case = BallotGrid(), CaseCard()
        self.grid.setAccessibleName("Conflicts: a row for each judge, a column for each team")
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
        keys.bind(keys.DECIDE, self, self._decide)
        keys.bind(keys.LEAVE_CONFLICTS, self, self._leave)

    def show_grid(self, view: ConflictGrid) -> None:
        """Replace the cells; the one that is chosen stays so, else the first to decide is."""
        has_any = bool(view.rows and view.teams)
        self._empty.setVisible(not has_any)
        self.case.setVisible(has_any)
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
        add(scroll.body, self.case, 1)
        sides = SideBySide((table, 5), (scroll, 3), wide_from=BESIDE, spacing=16)
        middle = QWidget()
        column(self._empty, (sides, 1), spacing=8, inside=middle)
        head = across((Heading("Conflicts of interest"), 1), self.next, self.back, spacing=8)
        self.lay_out(middle, head=head, foot=Foot((self._words, 1), act=self.act))
        theme.follow(scroll.setMinimumWidth, CASE)

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
            case.show_problem("Choose what it means first.")
        else:
            self.decided.emit(case.pairs, case.decision, case.reason.text)

    def _leave(self) -> None:
        """Go back from the case to the grid, and from there to the set-up."""
        focused = self.window().focusWidget()
        if focused is not None and self.case.isAncestorOf(focused):
            self.grid.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.back.click()


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
        self.buttons = {decision: radio(DECISION_BUTTONS[decision]) for decision in DECISIONS}
        for button in self.buttons.values():
            self._group.addButton(button)
            button.clicked.connect(self.changed)
        self._costs_head, self.costs = Heading("What a recusal costs", 3), LinesCard(is_narrow=True)
        add(self.body, self._who, self._evidence, self._stands, *self.buttons.values())
        add(self.body, self.reason, self._problem, self.alike, self._costs_head, self.costs, 1)
        self.reason.changed.connect(self._hide_problem)
        self.reason.finished.connect(self.entered)
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
        many = f" for {len(self.pairs)}" if len(self.pairs) > 1 else ""
        return f"{DECISION_BUTTONS[self.decision]}{many}"

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
        self.costs.show_lines(
            [_line(one.title, one.words, is_bad=one.is_bad) for one in case.costs]
        )

    def take_keyboard(self) -> None:
        """Begin with what it means, else with why."""
        is_known = self.case is not None and self.case.is_known
        first = next(iter(self.buttons.values()))
        (first if is_known else self.reason).setFocus(Qt.FocusReason.OtherFocusReason)

    def show_problem(self, sentence: str) -> None:
        """Say why it can't be so."""
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))

    def _clear(self) -> None:
        self._group.setExclusive(False)
        for button in self.buttons.values():
            button.setChecked(False)
        self._group.setExclusive(True)
        self.alike.setChecked(False)
        self._hide_problem()

    def _hide_problem(self) -> None:
        self.show_problem("")


def _line(title: str, words: str, *, is_bad: bool) -> StateLine:
    state, spoken = ("attention", "look at it") if is_bad else ("submitted", "right")
    return StateLine(title, state, spoken, title, words)
