"""The host's desk: who owes what, and the day's next act."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from judging_app.present.host.desk import HOST_ACT_WORDS, ActView, HostAct, HostDeskView, LockedRow
from judging_app.present.wall.faces import StageClock
from judging_app.present.words.states import look_of
from ui import keys
from ui.host.ballot import BallotActs
from ui.host.clock import ClockCard, clock_badge
from ui.host.grid import BallotGrid
from ui.host.lights import Lights
from ui.host.panel import CalibrationPart, PanelPart
from ui.host.run_order import RunOrderPart
from ui.widgets.buttons import ActButton, PlainButton, UndoButton
from ui.widgets.card import Card
from ui.widgets.closing_card import ClosingCard
from ui.widgets.form import across, add, column
from ui.widgets.labels import Heading, WrappedLabel
from ui.widgets.part_switch import PartSwitch
from ui.widgets.question import Question
from ui.widgets.screen import Foot, Screen
from ui.widgets.scroll import ScrollColumn
from ui.widgets.state_badge import StateBadge

NOTHING_IN_THE_WAY = "Nothing is missing."

BALLOTS, RUN_ORDER, PANEL, SAMPLE = "Ballots", "Run order", "Panel", "Sample pitch"
_ICONS = {BALLOTS: "clipboard-list", RUN_ORDER: "clock", PANEL: "users", SAMPLE: "eye"}
"""The parts of the desk, of which one is on show."""


class HostDesk(Screen):
    """Shows the day to the host and says what was asked; no score ever reaches it."""

    open_scoring_asked = Signal()
    close_scoring_asked = Signal(str)
    reopen_scoring_asked = Signal(str)
    publish_asked = Signal()
    release_lock_out_asked = Signal(str)
    """The key of who is locked out."""
    black_asked = Signal()
    undo_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Host’s desk")
        self._act: ActView | None = None
        self.grid = BallotGrid()
        self.ballot = BallotActs()
        self.question = Question()
        self.lights, self.clock, self.undo = Lights(), ClockCard(), UndoButton()
        self.closing = ClosingCard()
        self.run_order, self.panel, self.sample = RunOrderPart(), PanelPart(), CalibrationPart()
        self._ballots = QWidget()
        self.parts = PartSwitch(
            {
                BALLOTS: self._ballots,
                RUN_ORDER: self.run_order,
                PANEL: self.panel,
                SAMPLE: self.sample,
            },
            _ICONS,
        )
        self.now = StateBadge("standing", "")
        self.main_act = ActButton("")
        self.reopen = PlainButton("Reopen scoring…")
        self._phase = StateBadge("setting up")
        self._reconciliation = WrappedLabel("", "quiet")
        self._in_the_way = WrappedLabel("")
        self._release = column()
        self._locked: list[PlainButton] = []
        self._lay_out()
        self._connect()
        self._bind_keys()

    def show_view(self, view: HostDeskView) -> None:
        """Replace everything on show."""
        self._phase.show_state(look_of(view.phase), view.phase_text)
        self._reconciliation.setText(view.reconciliation)
        self.grid.show_view(view)
        self._show_act(view.main_act)
        self.reopen.setVisible(view.can_reopen)
        self._show_locked(view.locked_out)

    def show_now(self, text: str, shown: StageClock | None) -> None:
        """Say whose turn it is, the time left and who is next, wherever the page is scrolled to."""
        self.now.show_state(clock_badge(shown)[0], text)

    def begin(self) -> None:
        """Show the desk from its top, as it is for whoever comes to it."""
        self.question.close_question()
        self.parts.show_part(BALLOTS)
        self._column.verticalScrollBar().setValue(0)

    def show_parts(self, *, has_sample: bool) -> None:
        """Offer the sample pitch only to those who may see it now."""
        self.parts.offer([BALLOTS, RUN_ORDER, PANEL, *([SAMPLE] if has_sample else [])])

    def _show_act(self, act: ActView) -> None:
        if self._act is not None and self._act.act is not act.act:
            self.question.close_question()
        self._act = act
        self.main_act.setText(act.text)
        self.main_act.setVisible(act.act is not HostAct.NONE)
        self.main_act.setEnabled(act.is_offered)
        self._in_the_way.setText("\n".join((*act.blockers, *act.notes)) or NOTHING_IN_THE_WAY)

    def _show_locked(self, rows: Sequence[LockedRow]) -> None:
        for button in self._locked:
            self._release.removeWidget(button)
            button.deleteLater()
        self._locked = []
        for row in rows:
            button = PlainButton(f"Let {row.name} sign in again", icon="key-round")
            button.setProperty("holder", row.key)
            button.clicked.connect(self._ask_release)
            self._release.addWidget(button)
            self._locked.append(button)

    def _lay_out(self) -> None:
        self._column = ScrollColumn()
        self._lay_out_ballots()
        add(
            self._column.body,
            self.question,
            self.closing,
            self.clock,
            self.parts,
            self._ballots,
            self.run_order,
            self.panel,
            self.sample,
            1,
        )
        foot = Foot(
            (self._reconciliation, 1, Qt.AlignmentFlag.AlignVCenter),
            self.reopen,
            act=self.main_act,
        )
        always = across(self.now, 1, self.undo, self._phase)
        self.lay_out(self._column, head=always, foot=foot)
        self._column.body.insertWidget(0, self.lights)

    def _lay_out_ballots(self) -> None:
        way = Card()
        add(way.body, Heading("Before the next step", 3), self._in_the_way, self._release)
        column(self.grid, self.ballot, way, spacing=12, inside=self._ballots)

    def _connect(self) -> None:
        self.grid.chosen.connect(self.ballot.show_cell)
        self.grid.entered_ballot.connect(self.ballot.take_keyboard)
        self.ballot.acted.connect(self.grid.setFocus)
        self.main_act.clicked.connect(self._ask_main_act)
        self.reopen.clicked.connect(self._ask_reopen)
        self.question.answered.connect(self._answer)
        self.question.left.connect(self._take_keyboard_back)
        self.undo.clicked.connect(self.undo_asked)

    def _bind_keys(self) -> None:
        keys.bind(keys.BLACK, self, self.black_asked.emit, repeats=False)
        keys.bind(keys.UNDO, self, self.undo_asked.emit, repeats=False)
        keys.bind(keys.GO_ON, self, self.clock.ask_go_on, repeats=False)
        keys.bind(keys.MINUTE_LESS, self, self.clock.ask_less, repeats=False)
        keys.bind(keys.MINUTE_MORE, self, self.clock.ask_more, repeats=False)
        self.parts.bind_keys(self)

    def _ask_main_act(self) -> None:
        if self._act is not None:
            words = HOST_ACT_WORDS[self._act.act]
            self.question.ask(words, self._act.question, words, needs_reason=self._act.asks_reason)
            self._column.verticalScrollBar().setValue(0)

    def _ask_reopen(self) -> None:
        self.question.ask(
            _REOPEN,
            "Say why scoring opens again. The reason stays on the record.",
            _REOPEN,
            needs_reason=True,
        )
        self._column.verticalScrollBar().setValue(0)

    def _answer(self, words: str, reason: str) -> None:
        if words == _REOPEN:
            self.reopen_scoring_asked.emit(reason)
        elif self._act is not None:
            self._do(self._act.act, reason)

    def _do(self, act: HostAct, reason: str) -> None:
        match act:
            case HostAct.OPEN_SCORING:
                self.open_scoring_asked.emit()
            case HostAct.CLOSE_SCORING:
                self.close_scoring_asked.emit(reason)
            case HostAct.PUBLISH:
                self.publish_asked.emit()
            case HostAct.NONE:
                pass

    def _take_keyboard_back(self) -> None:
        """Go on at the day's next act, and not at whatever comes after the question."""
        (self.main_act if self.main_act.isEnabled() else self.clock.start).setFocus()

    def _ask_release(self) -> None:
        self.release_lock_out_asked.emit(str(self.sender().property("holder")))

    def showEvent(self, event: QShowEvent) -> None:
        """Begin with the keyboard on no button, where Space alone moves the clock."""
        super().showEvent(event)
        if not event.spontaneous():
            self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Start or pause the clock where the keyboard is on nothing that takes the key itself."""
        if keys.START_CLOCK.is_pressed(event):
            if not event.isAutoRepeat():
                self.clock.start_or_pause()
            return
        super().keyPressEvent(event)


_REOPEN = "Reopen scoring"
