"""The clock of the pitches as the host runs it."""

from collections.abc import Sequence
from fractions import Fraction
from time import monotonic

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QCheckBox, QSizePolicy, QWidget

from judging_app.domain.clock import ClockPart
from judging_app.present.host.clock import ClockStep, HostClock, shown_time, time_words
from judging_app.present.host.run_order import minutes
from judging_app.present.wall.clock import PART_WORDS, WARNING_S
from judging_app.present.wall.faces import ClockState, StageClock
from ui import fonts, keys, theme
from ui.announce import announce
from ui.room.hold import ONE_PRESS_MS
from ui.room.key_button import KeyButton
from ui.widgets.buttons import Button, PlainButton
from ui.widgets.card import Card
from ui.widgets.form import across, add, column, labelled, text_field
from ui.widgets.labels import Heading, NameLabel, PlainLabel, QuietText, WrappedLabel
from ui.widgets.picker import Choice, Picker
from ui.widgets.side_by_side import stand
from ui.widgets.state_badge import StateBadge

TIME_SIZE, LARGEST_TIME, TIME_WIDTH = 96, 120, 216
"""Of the time left, in pixels; the second at any size of text."""

HEIGHT, NAMES, TWO = 176, 106, 2
"""Of the whole card and of the words beside the time, at 100 % text: a long name moves nothing."""

MINUTE_S = 60
_BELLS = frozenset({ClockState.WARNING, ClockState.DANGER, ClockState.OVERTIME})


class ClockCard(Card):
    """Shows whose turn it is and the time that is left, and says what was asked."""

    step_asked = Signal(ClockStep)
    start_asked = Signal()
    pause_asked = Signal()
    nudge_asked = Signal(int)
    """Seconds more, below zero for less."""
    put_right_asked = Signal(str)
    """The time left as it was typed."""
    call_asked = Signal(str)
    """A team's id."""
    correct_asked = Signal()
    """Whether the panel that corrects the clock is to be opened."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setAccessibleName("Clock")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._view: HostClock | None = None
        self._is_motion_reduced = self._is_compact = False
        self._state: ClockState | None = None
        self.time = TimeButton()
        self.badge = StateBadge("not started", "Ready")
        self.team, self.challenge = NameLabel("", "heading"), PlainLabel("", "quiet")
        self.next, self.bar = PlainLabel("", "quiet"), PhaseBar()
        self.step = KeyButton("", keys.NEXT_STEP.shown, kind="act", is_centred=True)
        self.step.setProperty("size", "large")
        self._stepped_s = 0.0
        self.pause = KeyButton("Pause", keys.PAUSE.shown, kind="small", mark="pause")
        self.less, self.more = Button("−1 min", kind="small"), Button("+1 min", kind="small")
        self.panel = PutRight()
        self.notice = WrappedLabel("", "attention")
        self.notice.hide()
        self._lay_out()
        self._connect()

    @property
    def has_step(self) -> bool:
        """Whether there is a next step on the clock."""
        return self._view is not None and self._view.step is not ClockStep.NONE

    @property
    def is_called(self) -> bool:
        """Whether it is anybody's turn."""
        return self._view is not None and self._view.chosen is not None

    def show_panel(self, panel: HostClock) -> None:
        """Show whose turn it is, who is next, and what can be done."""
        self._view = panel
        self.team.setText(panel.team)
        self.challenge.setText(panel.challenge)
        self._fit_names()
        self.next.setText(panel.next_text)
        self.step.setText(panel.step_text)
        self.step.setEnabled(panel.step is not ClockStep.NONE)
        self._show_pause(panel)
        for button in (self.less, self.more, self.panel.put):
            button.setEnabled(panel.chosen is not None)
        self.panel.show_teams(
            [Choice(choice.team_id, choice.words) for choice in panel.choices],
            str(panel.chosen or ""),
        )
        self.panel.times.setText("\n".join(panel.times) or NO_TIMES)
        self.notice.setText(panel.notice)
        self.notice.setVisible(bool(panel.notice))
        self.bar.show_panel(panel)

    def show_face(self, shown: StageClock | None) -> None:
        """Show the time of this second; the first team's whole time while it is nobody's turn."""
        self._ring(shown)
        view = self._view
        first = shown_time(view.pitch_s) if view and view.pitch_s else NO_TIME
        kind, word = clock_badge(shown)
        token = _TOKENS.get(kind, "text") if shown else "text-quiet"
        self.time.show_time(shown.time_text if shown else first, token)
        self.badge.show_state(kind, word)
        self.bar.show_share(shown)
        state = shown.state if shown and shown.is_running else None
        theme.restyle(self, kind=self._ground(state, shown))
        said = time_words(shown) if shown else word
        self.setAccessibleDescription(said)
        self.time.setAccessibleName(f"{said}. Correct the clock…")

    def set_motion_reduced(self, is_reduced: bool) -> None:  # noqa: FBT001 - a signal's slot
        """Whether the last seconds keep from flashing."""
        self._is_motion_reduced = is_reduced

    def stand(self, *, is_compact: bool) -> None:
        """Put the buttons beside the time, or below the bar."""
        if is_compact != self._is_compact:
            self._is_compact = is_compact
            self._place_acts()
        self._fit()

    def fill_step(self, *, is_filled: bool) -> None:
        """Whether the next step is the screen's one filled button, which Space presses."""
        kind = "act" if is_filled else "plain"
        if self.step.property("kind") != kind:
            theme.restyle(self.step, kind=kind)
            self.step.press_by(keys.NEXT_STEP.shown if is_filled else "")
            self._fit_step()

    def ask_step(self) -> None:
        """Ask for what usually comes next, once for a double click or a bouncing key."""
        if self._view is not None:
            self._ask(self._view.step)

    def _ask(self, step: ClockStep) -> None:
        is_again = monotonic() - self._stepped_s < ONE_PRESS_MS / 1000
        if step is not ClockStep.NONE and not is_again:
            self.step_asked.emit(step)
            self._stepped_s = monotonic()  # from when it is done: presses may have queued up

    def _press_pause(self) -> None:
        """What the button beside the next step says: the step without what is paused, or a pause.

        The key pauses and continues in any case.
        """
        if self._view is not None and self._view.aside is not ClockStep.NONE:
            self._ask(self._view.aside)
        else:
            self.ask_pause()

    def _show_pause(self, panel: HostClock) -> None:
        has_aside = panel.aside is not ClockStep.NONE
        mark = "pause" if panel.pause_text == "Pause" else "play"
        self.pause.show_mark("" if has_aside else mark)
        self.pause.press_by("" if has_aside else keys.PAUSE.shown)
        self.pause.setText(panel.pause_text)
        self.pause.setEnabled(panel.can_pause)

    def ask_pause(self) -> None:
        """Ask for a pause, or to continue after one."""
        if self._view is not None and self._view.can_pause:
            (self.pause_asked if self._view.is_running else self.start_asked).emit()

    def ask_less(self) -> None:
        """Ask for a minute less."""
        if self.less.isEnabled():
            self.nudge_asked.emit(-MINUTE_S)

    def ask_more(self) -> None:
        """Ask for a minute more."""
        if self.more.isEnabled():
            self.nudge_asked.emit(MINUTE_S)

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
        if self.panel.bell.isChecked():
            QApplication.beep()

    def _lay_out(self) -> None:
        self.body.setContentsMargins(20, 16, 20, 16)
        self.body.setSpacing(8)
        self._names = QWidget()
        column(
            1, self.badge, self.team, self.challenge, self.next, 1, spacing=2, inside=self._names
        )
        small = QWidget()
        across((self.pause, 1), self.less, self.more, spacing=6, inside=small)
        self._acts = QWidget()
        self._stack = QBoxLayout(QBoxLayout.Direction.TopToBottom, self._acts)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.setSpacing(8)
        add(self._stack, (self.step, 1), small)
        self._face = across(self.time, (self._names, 1), spacing=20)
        add(self.body, self._face, 1, self.bar, self.notice)
        self._place_acts()
        theme.follow(self._fit)

    def _place_acts(self) -> None:
        self._face.removeWidget(self._acts)
        self.body.removeWidget(self._acts)
        if self._is_compact:
            self.body.insertWidget(self.body.indexOf(self.notice), self._acts)
        else:
            self._face.addWidget(self._acts)
        stand(self._stack, is_wide=self._is_compact)

    def _fit(self) -> None:
        is_large = theme.scaled(100) > _LARGE
        self.team.keep_lines(1 if is_large else 2)
        for part in (self.next, self.less, self.more):  # a minute can be corrected too
            part.setVisible(not is_large)
        self._fit_names()
        if self._is_compact:
            self.setMinimumHeight(0)
            self._names.setMinimumHeight(0)
            self._names.setMaximumHeight(_WIDEST)
        else:
            self._names.setFixedHeight(theme.scaled(NAMES))
            self.setMinimumHeight(theme.scaled(HEIGHT))
        self.bar.stand(is_compact=self._is_compact)
        self._fit_step()
        if self._is_compact:
            self._acts.setMaximumWidth(_WIDEST)
        else:
            self._acts.setFixedWidth(theme.scaled(250))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_names()

    def _fit_step(self) -> None:
        """Its height is the card’s to say, filled or not."""
        self.step.setMinimumHeight(min(theme.scaled(48), 76))

    def _fit_names(self) -> None:
        """A name on two lines takes the challenge's room, so that nothing grows."""
        has_room = not self._is_compact and self.team.line_count < TWO
        self.challenge.setVisible(has_room and bool(self.challenge.text()))

    def _connect(self) -> None:
        self.step.clicked.connect(self.ask_step)
        self.pause.clicked.connect(self._press_pause)
        self.less.clicked.connect(self.ask_less)
        self.more.clicked.connect(self.ask_more)
        self.time.clicked.connect(self.correct_asked)
        self.panel.put_right_asked.connect(self.put_right_asked)
        self.panel.call_asked.connect(self.call_asked)


_LARGE = 160
"""Per cent of text from which the card keeps to what can't be done without."""
_WIDEST = (1 << 24) - 1
_TOKENS = {"warning": "attention", "danger": "loss", "overtime": "loss"}


class TimeButton(Button):
    """The time left, large, in figures of one width; a press corrects it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._colour = "text"
        super().__init__("", kind="time", parent=parent)
        self.setToolTip("Correct the clock…")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.show_time(NO_TIME, "text")

    def show_time(self, text: str, token: str) -> None:
        """Show another time, in the colour for `token`."""
        self._colour = token
        self.setText(text)
        self.update()

    def sizeHint(self) -> QSize:
        size = self._size()
        return QSize(round(TIME_WIDTH * size / TIME_SIZE), round(size * 0.92))

    def minimumSizeHint(self) -> QSize:
        """The same room for every time, so that nothing beside it moves."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Figures that fill the room there is: hours get smaller ones."""
        painter = QPainter(self)
        painter.setPen(theme.token(self._colour))
        painter.setFont(self._fitting())
        side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(self.rect(), side, self.text())

    def _size(self) -> int:
        return min(theme.scaled(TIME_SIZE), LARGEST_TIME)

    def _fitting(self) -> QFont:
        font = fonts.with_figures(fonts.screen_font(self._size(), is_strong=True), "0")
        wide = QFontMetrics(font).horizontalAdvance(self.text())
        if wide > self.width():
            font.setPixelSize(max(self._size() * self.width() // wide, 12))
        return font


class PhaseBar(QWidget):
    """How much of the pitch and of its questions has gone, each as long as its time."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: HostClock | None = None
        self._shown: StageClock | None = None
        self._is_compact = False
        theme.follow(self._fit)

    def show_panel(self, panel: HostClock) -> None:
        """Take the times of a turn."""
        self._view = panel
        self.update()

    def show_share(self, shown: StageClock | None) -> None:
        """Fill as much as has gone."""
        self._shown = shown
        self.update()

    def stand(self, *, is_compact: bool) -> None:
        """Leave out the words where there is little room."""
        self._is_compact = is_compact
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        view = self._view
        if view is None or not view.pitch_s:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        gap, whole = 3, self.width()
        pitch = whole
        if view.questions_s:
            pitch = (whole - gap) * view.pitch_s // (view.pitch_s + view.questions_s)
            pitch = min(max(pitch, whole // 4), whole * 3 // 4)
        self._paint_part(painter, QRect(0, 0, pitch, 0), ClockPart.PITCH, minutes(view.pitch_s))
        if view.questions_s:
            box = QRect(pitch + gap, 0, whole - pitch - gap, 0)
            self._paint_part(painter, box, ClockPart.QUESTIONS, minutes(view.questions_s))

    def _paint_part(self, painter: QPainter, box: QRect, part: ClockPart, took: str) -> None:
        view, height = self._view, theme.scaled(8)
        if view is None:
            return
        bar = QRect(box.left(), 0, box.width(), height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.token("line"))
        painter.drawRoundedRect(bar, 4, 4)
        if gone := self._gone(part):
            kind = clock_badge(self._shown)[0]
            painter.setBrush(theme.token(_TOKENS.get(kind, "act")))
            painter.drawRoundedRect(bar.adjusted(0, 0, -round(bar.width() * (1 - gone)), 0), 4, 4)
        if not self._is_compact:
            self._paint_words(painter, box, part, took)

    def _gone(self, part: ClockPart) -> float:
        view, shown = self._view, self._shown
        if view is None or view.chosen is None:
            return 0.0
        if part is not view.part:
            return 1.0 if part is ClockPart.PITCH else 0.0
        return float(1 - (shown.share if shown else Fraction(1)))

    def _paint_words(self, painter: QPainter, box: QRect, part: ClockPart, took: str) -> None:
        word = PART_WORDS[part]
        line = QRect(box.left(), theme.scaled(13), box.width(), theme.scaled(18))
        strong = fonts.screen_font(theme.scaled(12), is_strong=True)
        painter.setPen(theme.token("text-quiet"))
        painter.setFont(strong)
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft, word)
        along = QFontMetrics(strong).horizontalAdvance(f"{word} ")
        plain = fonts.screen_font(theme.scaled(12))
        painter.setFont(plain)
        painter.drawText(line.adjusted(along, 0, 0, 0), Qt.AlignmentFlag.AlignLeft, took)
        warning = f"warning at {shown_time(WARNING_S)}"
        room = line.width() - along - QFontMetrics(plain).horizontalAdvance(took) - 12
        if part is ClockPart.PITCH and QFontMetrics(plain).horizontalAdvance(warning) < room:
            painter.drawText(line.adjusted(0, 0, -6, 0), Qt.AlignmentFlag.AlignRight, warning)

    def _fit(self) -> None:
        self.setFixedHeight(theme.scaled(8 if self._is_compact else 31))


class PutRight(QWidget):
    """Sets the time that is left, or calls another team; Escape closes it."""

    put_right_asked = Signal(str)
    call_asked = Signal(str)
    close_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Correct the clock")
        self.left = text_field("Time left, in minutes and seconds", 6, width=110, example="4:30")
        self.left.returnPressed.connect(self._ask_put)
        self.put = PlainButton("Change the time left")
        self.put.clicked.connect(self._ask_put)
        self.teams = Picker("Change the team")
        theme.follow(self.teams.setMaximumWidth, 320)
        self.call = PlainButton("Change to this team")
        self.call.clicked.connect(self._ask_call)
        self.bell = QCheckBox("Bell at 1:00, 0:10 and 0:00")
        self.times = QuietText("")
        self.close_button = PlainButton("Close", kind="quiet", icon="x")
        self.close_button.clicked.connect(self.close_asked)
        self.problem = WrappedLabel("", "attention")
        self.problem.hide()
        self._lay_out()

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
            across((Heading("Correct the clock", 3), 1), self.close_button),
            labelled("Time left", self.left, beside=[(self.put, 0, foot), 1], spacing=None),
            self.problem,
            across(self.teams, (self.call, 0, foot), 1),
            self.bell,
            PlainLabel("Time used", "label"),
            self.times,
            1,
            spacing=8,
            inside=self,
        )

    def _ask_put(self) -> None:
        self.put_right_asked.emit(self.left.text())

    def _ask_call(self) -> None:
        self.call_asked.emit(self.teams.key)


NO_TIME = "–:––"
NO_TIMES = "No pitch has started yet."


def clock_badge(shown: StageClock | None) -> tuple[str, str]:
    """The badge of the clock's state, and its words: "Pitch, running", "Last minute"."""
    if shown is None:
        return "not started", "Nobody called yet"
    if shown.state in _BELLS:
        return shown.state, shown.state_text
    if shown.is_running:
        return "normal", f"{shown.part_text}, running"
    is_ready = shown.state_text == "Ready"
    kind = "not started" if is_ready else "standing"
    return kind, f"{shown.part_text}, {'ready' if is_ready else shown.state_text.lower()}"
