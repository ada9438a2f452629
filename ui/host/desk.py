"""The host's desk as a cockpit: the wall, the clock, the run order, and the one next step."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QPushButton, QStackedWidget, QWidget

from judging_app.domain.event import Phase, Scene
from judging_app.present.host.attention import MOST_IN_SIGHT, AttentionItem
from judging_app.present.host.desk import HOST_ACT_WORDS, ActView, HostAct, HostDeskView
from judging_app.present.host.strip import StepAct, StripView
from judging_app.present.words.scenes import BESIDE_PITCHES
from ui import keys, theme
from ui.host.attention import AttentionCard, AttentionList
from ui.host.clock import ClockCard
from ui.host.deck import WallDeck
from ui.host.lights import Lights
from ui.host.strip import DayStrip
from ui.host.turns import TurnsCard
from ui.widgets.buttons import Button, PlainButton, UndoButton
from ui.widgets.card import Card
from ui.widgets.closing_card import ClosingCard
from ui.widgets.form import across, add, column
from ui.widgets.labels import Heading, WrappedLabel
from ui.widgets.question import Question
from ui.widgets.screen import Screen
from ui.widgets.scroll import EDGE, ScrollColumn

LEAST_WIDTH = 1_080
"""Width in pixels at 100 % text under which the desk keeps to what can't be done without."""


SHORT = 690
"""Height in pixels under which the room’s picture gives way."""

LEAST = 640, 480


class HostDesk(Screen):
    """Shows the day to the host and says what was asked; no score ever reaches it.

    All of it is in sight at once. What is asked or corrected takes the place of the run order for
    as long, so that nothing moves.
    """

    takes_keyboard = True

    open_scoring_asked = Signal()
    close_scoring_asked = Signal(str)
    reopen_scoring_asked = Signal(str)
    publish_asked = Signal()
    result_asked = Signal()
    reveal_asked = Signal()
    by_name_asked = Signal()
    team_asked = Signal(str)
    undo_asked = Signal()
    scene_chosen = Signal(Scene)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._held = keys.Held()
        self.setAccessibleName("Host’s desk")
        self._act: ActView | None = None
        self._phase = Phase.SETTING_UP
        self.strip, self.wall, self.clock = DayStrip(), WallDeck(), ClockCard()
        self.undo = UndoButton()
        self.turns = TurnsCard(self.undo)
        self.attention, self.everything = AttentionCard(), AttentionList()
        self.question, self.lights = Question(), Lights()
        self.undo.setProperty("size", "small")
        self.closing = ClosingCard()
        self.reopen = PlainButton("Reopen scoring…")
        self.status = Button("Status of this computer", kind="link")
        self.blockers = WrappedLabel("")
        self._lay_out()
        self._connect()
        self._bind_keys()
        for button in self.findChildren(QPushButton):
            # After a press by mouse Space goes on meaning the next step, not this button again.
            if button.focusPolicy() is Qt.FocusPolicy.StrongFocus:
                button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        # Its parts give way by `_stand`, which comes only after Qt has asked what they need.
        self.setMinimumSize(*LEAST)

    def show_view(self, view: HostDeskView) -> None:
        """Show the phase of the day, with its main act."""
        self._phase = view.phase
        self._show_act(view.main_act)
        self.turns.show_sum(view.sum)
        is_open = view.phase in _PITCHING
        self.clock.setVisible(is_open)
        self._after.setVisible(not is_open)
        self.reopen.setVisible(view.can_reopen)
        self._after_words.setText(_AFTER.get(view.phase, ""))
        self._fill()

    def show_strip(self, view: StripView) -> None:
        """Show how far the day has got."""
        self.strip.show_view(view)
        self._fill()

    def begin(self) -> None:
        """Show the desk as it is for whoever comes to it, with nothing asked."""
        self.question.close_question()
        self.show_turns()

    def show_turns(self) -> None:
        """Show the run order again, in place of what was asked or corrected."""
        focused = self.window().focusWidget()
        is_asked = focused is not None and self._below.isAncestorOf(focused)
        is_other = self._below.currentWidget() is not self._turns_page
        self._below.setCurrentWidget(self._turns_page)
        if is_asked and is_other:
            self.setFocus()

    def ask_main_act(self) -> None:
        """Ask before the day's main act, and name what is in its way."""
        if self._act is not None and self._act.act is not HostAct.NONE:
            words = HOST_ACT_WORDS[self._act.act]
            self.question.ask(words, self._act.question, words, needs_reason=self._act.asks_reason)
            self._show_asked("\n".join((*self._act.blockers, *self._act.notes)))

    def ask_next(self) -> None:
        """Do what the one filled button says."""
        if self._below.currentWidget() is not self._turns_page:
            return
        if self.strip.is_filled:
            self.strip.next.click()
        elif not self.clock.isHidden():
            self.clock.ask_step()

    def show_attention(self, items: Sequence[AttentionItem]) -> None:
        """Show what needs somebody, and say how many things there are besides those in sight."""
        self.attention.show_items(items)
        self.everything.show_items(items)
        more = len(items) - MOST_IN_SIGHT
        self.status.setText(f"and {more} more…" if more > 0 else "Status of this computer")

    def _show_act(self, act: ActView) -> None:
        if self._act is not None and self._act.act is not act.act:
            self.question.close_question()
        self._act = act

    def _fill(self) -> None:
        """Let one button be filled: a question's, the clock's next step, or else the day's."""
        is_clock = self._phase in _PITCHING and self.clock.has_step
        if self._phase is Phase.SETTING_UP and not self.clock.is_called:
            is_clock = False
        is_asked = not self.question.isHidden()  # it has a filled button of its own
        self.clock.fill_step(is_filled=is_clock and not is_asked)
        self.strip.fill_next(is_filled=not is_clock and not is_asked)

    def _show_asked(self, blockers: str = "") -> None:
        self.blockers.setText(blockers)
        self.blockers.setVisible(bool(blockers))
        self._below.setCurrentWidget(self._asked_page)

    def _lay_out(self) -> None:
        self._turns_page, self._asked_page = QWidget(), ScrollColumn()
        self._clock_page, self._status_page = ScrollColumn(), ScrollColumn()
        self._below = QStackedWidget()
        self._status_foot = QWidget()
        self._foot = across(self.status, 1, self.undo, spacing=8, inside=self._status_foot)
        self._under = column(
            (self.turns, 1),
            self.attention,
            self._status_foot,
            spacing=6,
            margins=_AT_RIGHT,
            inside=self._turns_page,
        )
        add(self._asked_page.body, self.question, self.blockers, 1)
        self._lay_out_sheets()
        self._below.addWidget(self._turns_page)
        for page in (self._asked_page, self._clock_page, self._status_page):
            page.keep_right_edge()
            self._below.addWidget(page)
        self._lay_out_after()
        above = column(self.clock, self._after, margins=_AT_RIGHT)
        right = column(above, (self._below, 1), spacing=12)
        self._middle = QWidget()
        self._desk = across(self.wall, (right, 1), spacing=24)
        strip = across(self.strip, margins=_AT_RIGHT)
        column(strip, (self._desk, 1), spacing=12, inside=self._middle)
        self.lay_out(self._middle)
        theme.follow(self._stand)

    def _lay_out_sheets(self) -> None:
        correct, status = Card(), Card()
        add(correct.body, self.clock.panel)
        add(self._clock_page.body, correct, 1)
        self._close_status = PlainButton("Close", kind="quiet", icon="x")
        head = across((Heading("Status of this computer", 3), 1), self._close_status)
        add(status.body, head, self.everything, self.lights)
        add(self._status_page.body, status, 1)

    def _lay_out_after(self) -> None:
        """What takes the clock's place once scoring is closed."""
        self._after = QWidget()
        self._after_words = WrappedLabel("", "subheading")
        column(
            across((self._after_words, 1), self.reopen, spacing=12),
            self.closing,
            spacing=12,
            inside=self._after,
        )
        self._after.hide()

    def _connect(self) -> None:
        self.strip.act_asked.connect(self._do_step)
        self.reopen.clicked.connect(self._ask_reopen)
        self.question.answered.connect(self._answer)
        self.question.turned.connect(self._follow_question)
        self.question.left.connect(self._take_keyboard_back)
        self.clock.correct_asked.connect(self._open_clock)
        self.clock.panel.close_asked.connect(self._close_below)
        self.turns.by_name_asked.connect(self.by_name_asked)
        self.turns.team_entered.connect(self.team_asked)
        self.attention.more_asked.connect(self.open_status)
        self.status.clicked.connect(self.open_status)
        self._close_status.clicked.connect(self._close_below)
        self.undo.clicked.connect(self.undo_asked)
        self.undo.clicked.connect(self._take_keyboard_back)  # it may go out of sight
        self.wall.scene_chosen.connect(self.scene_chosen)
        # What switches it on goes out of sight, and Space must not come upon what stands beside it.
        self.wall.program.switch_asked.connect(self._take_keyboard_back)

    def _bind_keys(self) -> None:
        self.wall.bind_keys(self)
        keys.bind(keys.UNDO, self, self.undo_asked.emit, repeats=False)
        keys.bind(keys.PAUSE, self, self.clock.ask_pause, repeats=False)
        keys.bind(keys.MINUTE_LESS, self, self.clock.ask_less, repeats=False)
        keys.bind(keys.MINUTE_MORE, self, self.clock.ask_more, repeats=False)
        keys.bind(keys.BY_NAME, self, self.by_name_asked.emit, repeats=False)
        chosen = keys.bind(keys.PREVIEW_HERE, self, self._choose, repeats=False)
        for shortcut, scene in zip(chosen, BESIDE_PITCHES, strict=True):
            shortcut.setProperty("scene", scene.name)

    def open_status(self) -> None:
        """Show everything about this computer and what needs somebody."""
        self._below.setCurrentWidget(self._status_page)
        self._close_status.setFocus()

    def _open_clock(self) -> None:
        self._below.setCurrentWidget(self._clock_page)
        self.clock.panel.left.setFocus()

    def _close_below(self) -> None:
        self.show_turns()
        self._take_keyboard_back()

    def _do_step(self, act: StepAct) -> None:
        match act:
            case StepAct.MAIN:
                self.ask_main_act()
            case StepAct.RESULT:
                self.result_asked.emit()
            case StepAct.REVEAL:
                self.reveal_asked.emit()
            case StepAct.NONE:
                pass

    def _ask_reopen(self) -> None:
        self.question.ask(
            _REOPEN,
            "Say why scoring opens again. The reason stays on the record.",
            _REOPEN,
            needs_reason=True,
        )
        self._show_asked()

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

    def _follow_question(self) -> None:
        """Show the run order again once nothing is asked any more."""
        self._fill()
        if self.question.isHidden():
            self.show_turns()

    def _take_keyboard_back(self) -> None:
        """Go on where nothing can be lost: the desk itself, where Space is the next step."""
        self.setFocus()

    def _choose(self) -> None:
        self.wall.ask_scene(Scene[str(_sender(self).property("scene"))])

    def showEvent(self, event: QShowEvent) -> None:
        """Begin with the keyboard on no button, where Space alone does the next step."""
        super().showEvent(event)
        if not event.spontaneous():
            self.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stand()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do the next step where the keyboard is on nothing that takes the key itself."""
        if keys.NEXT_STEP.is_pressed(event):
            if self._held.is_new(event):
                self.ask_next()
            return
        if keys.NOT_YET.is_pressed(event):
            self.show_turns()
            return
        super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if keys.NEXT_STEP.is_pressed(event):
            self._held.let_go(event)
        super().keyReleaseEvent(event)

    def _stand(self) -> None:
        is_compact = self.width() < theme.scaled(LEAST_WIDTH)
        self.wall.keep_short(is_short=self.height() < SHORT)
        for part in (self.strip, self.wall, self.clock, self.turns, self.attention):
            part.stand(is_compact=is_compact)
        self.undo.show_short(is_short=is_compact)
        self._status_foot.setVisible(not is_compact)
        if is_compact:
            self.wall.hold_below(self.attention)
        else:
            self._foot.addWidget(self.undo)
            self._under.insertWidget(1, self.attention)


def _sender(screen: QObject) -> QObject:
    return screen.sender()


_REOPEN = "Reopen scoring"
_AT_RIGHT = (0, 0, EDGE, 0)
"""Margins of what stands over the columns that scroll, which keep the right edge themselves."""
_PITCHING = frozenset({Phase.SETTING_UP, Phase.SCORING})
_AFTER = {
    Phase.CLOSED: "Scoring is closed.",
    Phase.PUBLISHED: "The result is published.",
}
