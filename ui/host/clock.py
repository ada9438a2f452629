"""The clock of the pitches as the host runs it."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QSizePolicy, QWidget

from judging_app.present.host.clock import HostClock, time_words
from judging_app.present.wall.faces import ClockState, StageClock
from ui import fonts, keys, theme
from ui.announce import announce
from ui.widgets.buttons import ActButton, PlainButton
from ui.widgets.card import Card
from ui.widgets.flow_row import FlowRow
from ui.widgets.form import across, add, column, labelled, text_field
from ui.widgets.labels import PlainLabel, QuietText, WrappedLabel
from ui.widgets.picker import Choice, Picker
from ui.widgets.side_by_side import SideBySide
from ui.widgets.state_badge import StateBadge

TIME_SIZE = 44
"""Of the time left, in pixels at 100 % text."""

SIDE_BY_SIDE = 940
"""Width in pixels at 100 % text from which time and buttons share a line."""

MINUTE_S = 60
_BELLS = frozenset({ClockState.WARNING, ClockState.DANGER, ClockState.OVERTIME})


class ClockCard(Card):
    """Shows whose turn it is and the time that is left, and says what was asked."""

    start_asked = Signal()
    pause_asked = Signal()
    go_on_asked = Signal()
    nudge_asked = Signal(int)
    """Seconds more, below zero for less."""
    put_right_asked = Signal(str)
    """The time left as it was typed."""
    call_asked = Signal(str)
    """A team's id."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setAccessibleName("Clock")
        self._is_running = False
        self._is_motion_reduced = False
        self._state: ClockState | None = None
        self.time = TimeLabel()
        self.badge = StateBadge("standing", "Ready")
        self._team, self._part = PlainLabel("", "heading"), PlainLabel("", "strong")
        self._next = PlainLabel("", "quiet-large")
        self.start, self.go_on = ActButton("Start"), PlainButton("Next team", icon="skip-forward")
        self.less, self.more = PlainButton("−1 min"), PlainButton("+1 min")
        self.other = PlainButton("Correct the clock…", kind="quiet")
        self.bell = QCheckBox("Bell at 1:00, 0:10 and 0:00")
        self.panel = PutRight()
        self.times = QuietText("")
        self.notice = WrappedLabel("", "attention")
        self.notice.hide()
        self._lay_out()
        self._connect()

    def show_panel(self, panel: HostClock) -> None:
        """Show whose turn it is, who is next, and what can be done."""
        self._is_running = panel.is_running
        self._team.setText(panel.team)
        self._next.setText(panel.next_text)
        self.start.setText(panel.start_word)
        self.go_on.setText(panel.go_on_word or "Next team")
        self.go_on.setEnabled(bool(panel.go_on_word))
        self.start.setEnabled(bool(panel.choices))
        for button in (self.less, self.more, self.panel.put):
            button.setEnabled(panel.chosen is not None)
        self.panel.show_teams(
            [Choice(choice.team_id, choice.words) for choice in panel.choices],
            str(panel.chosen or ""),
        )
        self.times.setText("\n".join(panel.times) or NO_TIMES)
        self.notice.setText(panel.notice)
        self.notice.setVisible(bool(panel.notice))

    def show_face(self, shown: StageClock | None) -> None:
        """Show the time of this second; none while it is nobody's turn."""
        self._ring(shown)
        self.time.setText(shown.time_text if shown else NO_TIME)
        self._part.setText(shown.part_text if shown else "")
        kind, word = clock_badge(shown)
        self.badge.show_state(kind, word)
        state = shown.state if shown and shown.is_running else None
        theme.restyle(self, kind=self._ground(state, shown))
        self.setAccessibleDescription(time_words(shown) if shown else "")

    def set_motion_reduced(self, is_reduced: bool) -> None:  # noqa: FBT001 - a signal's slot
        """Whether the last seconds keep from flashing."""
        self._is_motion_reduced = is_reduced

    def start_or_pause(self) -> None:
        """Start the clock or pause it."""
        if self.start.isEnabled():
            self._ask_start()

    def _ground(self, state: ClockState | None, shown: StageClock | None) -> str:
        if state is None or shown is None or state is ClockState.NORMAL:
            return "card"
        if state is ClockState.WARNING:
            return "banner-attention"
        is_off = state is ClockState.DANGER and shown.time_text[-1] in "13579"
        return "card" if is_off and not self._is_motion_reduced else "banner-loss"

    def _ring(self, shown: StageClock | None) -> None:
        """Ring, and say aloud, as the state changes while the clock runs."""
        state = shown.state if shown else None
        is_new, self._state = state is not self._state, state
        if not (is_new and shown and shown.is_running and state in _BELLS):
            return
        announce(self, shown.state_text, is_urgent=True)
        if self.bell.isChecked():
            QApplication.beep()

    def _lay_out(self) -> None:
        names = column(self._team, self._next, spacing=2)
        self.badge.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        state = column(self._part, self.badge, spacing=2)
        acts = FlowRow()
        face = SideBySide(
            across(self.time, state, names, spacing=16),
            (acts, 1),
            wide_from=SIDE_BY_SIDE,
            spacing=12,
        )
        add(self.body, face, self.notice, self.panel)
        acts.show_parts((self.start, self.go_on, self.less, self.more, self.other))
        add(self.panel.body, self.bell, PlainLabel("Time used", "label"), self.times)

    def _connect(self) -> None:
        self.start.clicked.connect(self._ask_start)
        self.go_on.clicked.connect(self.go_on_asked)
        self.less.clicked.connect(self.ask_less)
        self.more.clicked.connect(self.ask_more)
        self.other.clicked.connect(self._turn_panel)
        self.panel.put_right_asked.connect(self.put_right_asked)
        self.panel.call_asked.connect(self.call_asked)
        self.panel.close_asked.connect(self._close_panel)
        for button in (self.start, self.go_on, self.less, self.more):
            # After a press by mouse Space goes on meaning the clock, not this button again.
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def ask_less(self) -> None:
        """Ask for a minute less."""
        if self.less.isEnabled():
            self.nudge_asked.emit(-MINUTE_S)

    def ask_more(self) -> None:
        """Ask for a minute more."""
        if self.more.isEnabled():
            self.nudge_asked.emit(MINUTE_S)

    def ask_go_on(self) -> None:
        """Ask for what comes next."""
        if self.go_on.isEnabled():
            self.go_on_asked.emit()

    def _ask_start(self) -> None:
        (self.pause_asked if self._is_running else self.start_asked).emit()

    def _turn_panel(self) -> None:
        if self.panel.isVisible():
            self._close_panel()
        else:
            self.panel.show()
            self.panel.left.setFocus()

    def _close_panel(self) -> None:
        self.panel.hide()
        self.other.setFocus()


class TimeLabel(PlainLabel):
    """The time left, large, in figures of one width."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(NO_TIME, "time", parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        """Room for the longest time, so that nothing beside it moves."""
        return self.sizeHint()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._painted_font())
        widest = max((self.text(), "+00:00"), key=metrics.horizontalAdvance)
        return QSize(metrics.horizontalAdvance(widest) + 2, metrics.height())

    def _painted_font(self) -> QFont:
        font = fonts.screen_font(theme.scaled(TIME_SIZE), is_strong=True)
        return fonts.with_figures(font, "0")


class PutRight(QWidget):
    """Sets the time that is left, or calls another team; Escape closes it."""

    put_right_asked = Signal(str)
    call_asked = Signal(str)
    close_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.left = text_field("Time left, in minutes and seconds", 6, width=110, example="4:30")
        self.left.returnPressed.connect(self._ask_put)
        self.put = PlainButton("Change the time left")
        self.put.clicked.connect(self._ask_put)
        self.teams = Picker("Change the team")
        theme.follow(self.teams.setMaximumWidth, 320)
        self.call = PlainButton("Change to this team")
        self.call.clicked.connect(self._ask_call)
        self.problem = WrappedLabel("", "attention")
        self.problem.hide()
        self._lay_out()
        self.hide()

    def show_teams(self, teams: Sequence[Choice], chosen: str) -> None:
        """Replace the teams that can be called."""
        before = self.teams.key
        self.teams.show_choices(teams)
        if not before:
            self.teams.choose(chosen)
        self.call.setEnabled(bool(teams))

    def show_problem(self, sentence: str) -> None:
        """Say why the time wasn't taken, or that it was."""
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))
        if not sentence:
            self.left.clear()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if keys.NOT_YET.is_pressed(event):
            self.close_asked.emit()
            return
        super().keyPressEvent(event)

    def _lay_out(self) -> None:
        foot = Qt.AlignmentFlag.AlignBottom
        self.body = column(
            labelled("Time left", self.left, beside=[(self.put, 0, foot), 1], spacing=None),
            self.problem,
            across(self.teams, (self.call, 0, foot), 1),
            spacing=8,
            margins=(0, 4, 0, 0),
            inside=self,
        )

    def _ask_put(self) -> None:
        self.put_right_asked.emit(self.left.text())

    def _ask_call(self) -> None:
        self.call_asked.emit(self.teams.key)


NO_TIME = "–:––"
NO_TIMES = "No pitch has started yet."


def clock_badge(shown: StageClock | None) -> tuple[str, str]:
    """The badge of the clock's state, and its word."""
    if shown is None:
        return "standing", "No team"
    if shown.state in _BELLS:
        return shown.state, shown.state_text
    return ("normal", "Running") if shown.is_running else ("standing", shown.state_text)
