"""The strip of the day's steps at the head of the host's desk, with the next one in a sentence."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QIcon, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from judging_app.closed_sets import complete
from judging_app.present.host.strip import DayStep, StepAct, StepState, StripStep, StripView
from ui import icons, keys, theme
from ui.room.key_button import KeyButton
from ui.widgets.buttons import Button
from ui.widgets.form import across
from ui.widgets.labels import PlainLabel

HEIGHT, COMPACT_HEIGHT = 44, 30

_MARKS: Mapping[StepState, str] = complete(
    {StepState.DONE: "check", StepState.NOW: "play", StepState.LATER: "circle-dashed"}
)
_SPOKEN: Mapping[StepState, str] = complete(
    {StepState.DONE: "done", StepState.NOW: "now", StepState.LATER: "to come"}
)


class DayStrip(QFrame):
    """Open to Publish, each done, on or to come; in few words where there is little room."""

    act_asked = Signal(StepAct)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.setAccessibleName("Steps of the day")
        self.steps = {step: StepButton() for step in DayStep}
        self._row = QWidget()
        self.now = PlainLabel("", "act")
        self.lead, self.rest = PlainLabel("", "quiet"), PlainLabel("", "quiet")
        self.next = KeyButton("", kind="link", is_centred=True)
        self.next.setProperty("size", "small")
        self._next_act = StepAct.NONE
        self._lay_out()
        self.next.clicked.connect(self._ask_next)
        for button in self.steps.values():
            button.clicked.connect(self._ask)
        self.stand(is_compact=False)

    def show_view(self, view: StripView) -> None:
        """Show how far the day has got."""
        for step in view.steps:
            self.steps[step.step].show_step(step)
        self.now.setText(view.now_text)
        self.lead.setText(view.lead)
        self.rest.setText(view.rest)
        self._next_act = view.act
        self.next.setText(view.act_text)
        self.next.setVisible(view.act is not StepAct.NONE)
        for label in (self.lead, self.rest):
            label.setVisible(bool(label.text()))

    def fill_next(self, *, is_filled: bool) -> None:
        """Whether the sentence has the screen’s one filled button, which Space presses."""
        kind = "act" if is_filled else "link"
        if self.next.property("kind") != kind:
            theme.restyle(self.next, kind=kind)
            self.next.press_by(keys.NEXT_STEP.shown if is_filled else "")
            self._fit()

    @property
    def is_filled(self) -> bool:
        """Whether the screen's one filled button is in the sentence."""
        return self.next.property("kind") == "act" and self._next_act is not StepAct.NONE

    def stand(self, *, is_compact: bool) -> None:
        """Show all steps, or only the one that is on."""
        self._row.setVisible(not is_compact)
        self.now.setVisible(is_compact)
        theme.restyle(self, kind="bare" if is_compact else "card")
        self._fit()
        self._line.setContentsMargins(0, 0, 0 if is_compact else 12, 0)

    def _fit(self) -> None:
        """As high as the steps, or as the filled button where that is more."""
        height = theme.scaled(HEIGHT if self.now.isHidden() else COMPACT_HEIGHT)
        filled = self.next.sizeHint().height() + 2 if self.is_filled else 0
        self.setFixedHeight(max(height, filled))

    def _lay_out(self) -> None:
        across(*self.steps.values(), spacing=0, inside=self._row)
        self._line = across(
            self._row, self.now, 1, self.lead, self.next, self.rest, spacing=6, inside=self
        )
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def _ask_next(self) -> None:
        self.act_asked.emit(self._next_act)

    def _ask(self) -> None:
        button = self.sender()
        if isinstance(button, StepButton):
            self.act_asked.emit(button.act)


class StepButton(Button):
    """One step; it is pressed where its act may be done now."""

    def __init__(self) -> None:
        self.act = StepAct.NONE
        self._state = StepState.LATER
        super().__init__("", kind="day-step")

    def show_step(self, step: StripStep) -> None:
        """Show how far it has got."""
        self.act, self._state = step.act, step.state
        is_now = step.state is StepState.NOW
        self.setText(f" {step.text}")
        self.setAccessibleName(f"{step.text}, {_SPOKEN[step.state]}")
        self.setEnabled(step.act is not StepAct.NONE)
        theme.restyle(self, now="yes" if is_now else "no")

    def _tint(self) -> None:
        token = "act" if self._state is StepState.NOW else "text-quiet"
        size = theme.scaled(18)
        self.setIcon(QIcon(icons.pixmap(_MARKS[self._state], token, size)))
        self.setIconSize(QSize(size, size))

    def sizeHint(self) -> QSize:
        """As wide as the words in their strongest weight, so that no step moves the others."""
        return QSize(super().sizeHint().width(), theme.scaled(HEIGHT) - 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.fillRect(self.width() - 1, 0, 1, self.height(), theme.token("line"))
        if self._state is StepState.NOW:
            line = theme.scaled(3)
            painter.fillRect(0, self.height() - line, self.width(), line, theme.token("act"))
