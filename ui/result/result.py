"""The result: who wins and how firm that is, then one part of it at a time."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import TypeAlias

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from judging_app.closed_sets import complete
from judging_app.present.result.overview import Overview
from ui import keys, theme
from ui.result.checks import ChecksPart
from ui.result.decisions import DecisionsPart, Kind
from ui.result.spread import SpreadPart
from ui.result.standings import StandingsPart
from ui.result.ties import TiesPart
from ui.result.why import WhyPart
from ui.result.winner import WinnerBlock, WinnerLine
from ui.widgets.buttons import ActButton, PlainButton, UndoButton
from ui.widgets.card import Hairline
from ui.widgets.form import across, add, column
from ui.widgets.labels import WrappedLabel
from ui.widgets.part_switch import PartSwitch
from ui.widgets.print_row import Printing
from ui.widgets.screen import ABOVE, BELOW, Foot, Screen
from ui.widgets.scroll import EDGE, ScrollColumn


class ResultPart(StrEnum):
    """The parts of the screen, by the words of their tabs."""

    STANDINGS = "Standings"
    WHY = "Why"
    TIES = "Ties"
    SPREAD = "Spread"
    CHECKS = "What if…"
    DECISIONS = "Decisions"


_ICONS = complete(
    {
        ResultPart.STANDINGS: "trophy",
        ResultPart.WHY: "info",
        ResultPart.TIES: "equal",
        ResultPart.SPREAD: "users",
        ResultPart.CHECKS: "shield-check",
        ResultPart.DECISIONS: "gavel",
    }
)

_SAID: Mapping[ResultPart, str] = complete(
    {
        ResultPart.STANDINGS: "Scores are rounded to two places. Places come from exact values.",
        ResultPart.WHY: "",
        ResultPart.TIES: "A tie is settled by the event’s own rules, or stays joint.",
        ResultPart.SPREAD: "Ask about a ballot far from the others. Nothing changes by itself.",
        ResultPart.CHECKS: "Each check changes one thing and works the result out again.",
        ResultPart.DECISIONS: "Each decision stays on the record with its reason.",
    }
)
"""What the foot says while a part is on show; *Why* says it of its own two teams."""

_OF_A_RESULT = (ResultPart.WHY, ResultPart.TIES, ResultPart.SPREAD, ResultPart.CHECKS)
"""The parts that say nothing before there is a winner."""

AnyPart: TypeAlias = StandingsPart | WhyPart | TiesPart | SpreadPart | ChecksPart | DecisionsPart

BELOW_WINNER = 460
"""Pixels at 100 % text that tabs, table and foot have at least; else the winner scrolls away."""

FOLDED = 560
"""Pixels at 100 % text that the page needs for all that is said of the winner above the table."""

LEAST = 640, 480
"""Pixels that the page makes do with: a name that wraps for a moment makes no window larger."""

DECIDE, REVEAL = "Record the panel’s decision…", "Prepare the reveal"


class ResultScreen(Screen):
    """Shows the result to the panel and says what was asked; it decides nothing about it."""

    part_asked = Signal(object)
    """A `ResultPart` that is about to be shown."""
    undo_asked = Signal()
    """Whoever is signed in wants their last act here undone."""
    reveal_asked = Signal()
    """The result is as it is to be: its reveal is next."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Result")
        self.setMinimumSize(*LEAST)
        self.winner, self.line = WinnerBlock(), WinnerLine()
        self.standings, self.why, self.ties = StandingsPart(), WhyPart(), TiesPart()
        self.spread, self.checks, self.decisions = SpreadPart(), ChecksPart(), DecisionsPart()
        self.parts: Mapping[ResultPart, AnyPart] = complete(
            {
                ResultPart.STANDINGS: self.standings,
                ResultPart.WHY: self.why,
                ResultPart.TIES: self.ties,
                ResultPart.SPREAD: self.spread,
                ResultPart.CHECKS: self.checks,
                ResultPart.DECISIONS: self.decisions,
            }
        )
        self.tabs = PartSwitch(dict(self.parts.items()), dict(_ICONS.items()))
        self.buttons = {part: self.tabs.buttons[part] for part in ResultPart}
        self._withheld = WrappedLabel("", "attention")
        self._column = ScrollColumn()
        self.undo = UndoButton()
        self.exact = PlainButton("Show exact", kind="quiet")
        self.report = PlainButton("Save the report…", icon="printer")
        self._said, self.printed = WrappedLabel("", "quiet"), WrappedLabel("")
        self.printing = Printing("report", self.report, self.printed)
        self.act = ActButton("")
        self._acts = {
            ResultPart.WHY: self.why.next_pair,
            ResultPart.SPREAD: self.spread.agree,
            ResultPart.DECISIONS: self.decisions.act,
        }
        self._is_exact, self._is_short = False, False
        self._next = ""
        self._lay_out()
        self._bind()
        self.show_overview(Overview(None, None))
        self.show_part(ResultPart.STANDINGS)
        theme.follow(self._place_winner)

    @property
    def part(self) -> ResultPart:
        """The part on show."""
        return ResultPart(self.tabs.word)

    def forget(self) -> None:
        """Hold nothing of the result any more: whoever saw it has left."""
        for part in self.parts.values():
            part.forget()
        self.show_overview(Overview(None, None))
        self.show_next("")
        self.undo.show_undo("")
        self.printing.clear()
        self._withheld.hide()
        self.show_part(ResultPart.STANDINGS)

    def show_overview(self, shown: Overview) -> None:
        """Say who wins and how firm that is; all that only a result has is away without one."""
        self._withheld.hide()
        self.winner.show_overview(shown)
        self.line.show_overview(shown)
        self._overview = shown
        for part in _OF_A_RESULT:
            theme.restyle(self.buttons[part], ready="no" if shown.winner is None else "yes")
        self._place_winner()

    def show_counts(self, counts: Mapping[ResultPart, str]) -> None:
        """Say beside each tab how many things it holds."""
        for part, button in self.buttons.items():
            button.show_count(counts.get(part, ""))

    def show_withheld(self, sentence: str) -> None:
        """Say why there is no result to be shown, in the place of all of it."""
        self.forget()
        self._withheld.setText(sentence)
        self._withheld.show()
        self.winner.hide()
        self.line.hide()
        self.tabs.offer(())
        self._show_foot()

    def show_parts(self, parts: Sequence[ResultPart]) -> None:
        """Offer these parts only, for not everyone may see all of them."""
        before = self.part
        self.tabs.offer(parts)
        if self.part is not before:
            self.show_part(self.part)

    def show_next(self, act: str) -> None:
        """Offer what comes after looking at the result: `DECIDE`, `REVEAL` or nothing."""
        self._next = act
        self._show_foot()

    def show_part(self, part: ResultPart) -> None:
        """Show one part in place of the others, from its top."""
        self.tabs.show_part(part)
        self._place_winner()
        self._column.verticalScrollBar().setValue(0)
        self._show_foot()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_winner()

    def showEvent(self, event: QShowEvent) -> None:
        """What the winner needs is known once the parts have their fonts."""
        super().showEvent(event)
        self._place_winner()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit the long tables into the room that the page has."""
        if event.type() == QEvent.Type.Resize:
            self._fit_tables()
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        tabs, middle, acts = QWidget(), QWidget(), QWidget()
        column(across((self.tabs, 1), self.line, spacing=_GAP), Hairline(), inside=tabs)
        edges = (EDGE, ABOVE - 6, EDGE, 0)
        head = column(self._withheld, self.winner, tabs, spacing=12, margins=edges)
        self._head = head
        add(self._column.body, *self.parts.values(), 1)
        self._column.body.setSpacing(16)
        column(head, (self._column, 1), spacing=0, inside=middle)
        across(self.act, *self._acts.values(), spacing=0, inside=acts)
        said = column(1, self._said, self.printed, 1, spacing=0)
        foot = Foot((said, 1), act=acts, beside=(self.undo, self.exact, self.report))
        self.lay_out(middle, foot=foot)
        middle.setContentsMargins(0, 0, 0, 0)  # what scrolls fills the page from side to side
        self._column.keep_edges(above=12, below=BELOW)

    def _bind(self) -> None:
        self.tabs.shown.connect(self._ask)
        self.tabs.bind_keys(self)
        self.undo.clicked.connect(self._ask_undo)
        keys.bind(keys.UNDO, self, self.undo_asked.emit, repeats=False)
        # The keyboard begins at the tabs, whatever lies above them.
        self.setTabOrder([*self.buttons.values()][-1], self.winner.why)
        self.setTabOrder(self.winner.why, self.winner.firmness.more)
        self._column.viewport().installEventFilter(self)
        self.exact.clicked.connect(self._turn_exact)
        self.winner.why_asked.connect(self._ask_why)
        self.act.clicked.connect(self._ask_next)
        self.decisions.question.turned.connect(self._show_foot)
        self.spread.agree_asked.connect(self._agree)

    def _ask(self) -> None:
        self.show_part(self.part)
        self.part_asked.emit(self.part)
        self._show_foot()

    def _ask_undo(self) -> None:
        self.undo_asked.emit()
        if self.undo.isHidden():
            self.buttons[self.part].setFocus()

    def _go_to(self, part: ResultPart) -> None:
        self.buttons[part].click()

    def _ask_why(self) -> None:
        if self._overview.winner is not None:
            self._go_to(ResultPart.WHY)
            self.why.choose(*self._overview.winner.pair)
            self.why.why_asked.emit(*self.why.pair)
            self._show_foot()
            self.why.one.box.setFocus()

    def _ask_next(self) -> None:
        if self._next == REVEAL:
            self.reveal_asked.emit()
            return
        self._go_to(ResultPart.DECISIONS)
        self.decisions.begin(Kind.ORDER)

    def _agree(self, judge: str, team: str, criterion: str) -> None:
        self._go_to(ResultPart.DECISIONS)
        self.decisions.begin(Kind.AGREED)
        self.decisions.agreed.choose(team, judge, criterion)

    def _turn_exact(self) -> None:
        self._is_exact = not self._is_exact
        self.exact.setText("Hide exact" if self._is_exact else "Show exact")
        self.standings.show_exact(is_exact=self._is_exact)
        self.why.show_exact(is_exact=self._is_exact)

    def _place_winner(self) -> None:
        """The winner whole above the standings, in one line beside the tabs of any other part.

        Where the room is short it lies with the standings below the tabs, and scrolls away.
        """
        block = self.winner.layout()
        needed = block.totalHeightForWidth(self.width()) if block is not None else 0
        is_folded = self.height() < theme.scaled(FOLDED)
        self.winner.fold(is_folded=is_folded)
        is_short = is_folded or self.height() - needed < theme.scaled(BELOW_WINNER)
        if is_short is not self._is_short:
            self._is_short = is_short
            layout, at = (self._column.body, 0) if is_short else (self._head, 1)
            layout.insertWidget(at, self.winner)
            self.winner.lower()  # first among what is read aloud, too
        is_whole = self.part is ResultPart.STANDINGS
        self.winner.setVisible(is_whole)
        beside = self.tabs.least_width + self.line.sizeHint().width() + _GAP
        has_height = self.height() >= theme.scaled(BELOW_WINNER)
        has_room = has_height and self.width() - 2 * EDGE >= beside
        self.line.setVisible(not is_whole and has_room)
        self._said.setVisible(has_height)

    def _fit_tables(self) -> None:
        """Let a long table fill the room and no more, so that its heads stay."""
        room = max(self._column.viewport().height(), theme.scaled(_LEAST_TABLE))
        self.standings.table.fit_within(room)
        self.checks.fit_within(room)

    def _show_foot(self) -> None:
        """One filled button: the part's own, else what comes after looking at the result."""
        is_given = self._withheld.isHidden()
        has_rows = self._overview.winner is not None
        said = self.why.said if self.part is ResultPart.WHY else _SAID[self.part]
        self._said.setText(said if is_given else "")
        has_exact = self.part in (ResultPart.STANDINGS, ResultPart.WHY)
        self.exact.setVisible(is_given and has_exact and has_rows)
        self.report.setVisible(is_given and has_rows)
        is_given = is_given and self.decisions.question.isHidden()  # it has a filled one itself
        own = self._acts.get(self.part)
        for act in self._acts.values():
            act.setVisible(is_given and act is own and bool(act.text()))
        is_shown = own is None or not own.text()
        self.act.setText(self._next)
        self.act.setVisible(is_given and is_shown and bool(self._next))


_GAP = 16
_LEAST_TABLE = 240
"""Pixels at 100 % text that a table of the standings has at least."""
