"""Says why a judge can't judge a team; the organiser decides what follows from it."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui import keys, theme
from ui.announce import announce
from ui.judge.scale_keys import KEY_SIZE
from ui.widgets.buttons import ActButton, PlainButton
from ui.widgets.card import Card
from ui.widgets.form import across, add
from ui.widgets.labels import Heading, WrappedLabel
from ui.widgets.reason_field import ReasonField

WHAT_FOLLOWS = (
    "Say what links you to this team, for example that you employ a member or mentored it. The "
    "scorecard closes until the organiser decides. Your scores are saved."
)


class ConflictForm(Card):
    """Takes the reason in the page itself; Esc leaves everything as it is."""

    declare_asked = Signal(str)
    """The reason."""
    leave_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("card-act", parent)
        self.reason = ReasonField()
        theme.follow(self.reason.field.setMinimumHeight, KEY_SIZE, plus=4)  # its margin
        self._refusal = WrappedLabel(kind="loss")
        self.declare = ActButton("Declare the conflict")
        self._back = PlainButton("Cancel")
        acts = across((self._refusal, 1), self._back, self.declare)
        heading = Heading("I can’t judge this team", level=3)
        add(self.body, heading, WrappedLabel(WHAT_FOLLOWS), self.reason, acts)
        self.reason.changed.connect(self._enable_button)
        self.reason.finished.connect(self._go_to_declare)
        self.declare.clicked.connect(self._ask)
        self._back.clicked.connect(self.leave_asked)
        self.hide()

    def forget(self) -> None:
        """Go away, with what was written."""
        self.hide()
        self.reason.field.setText("")  # unlike `clear`, it leaves nothing to be undone
        self._refusal.setText("")

    def begin(self) -> None:
        """Ask for a reason again."""
        self.forget()
        self._enable_button()
        self.show()
        self.reason.setFocus()

    def show_refused(self, sentence: str) -> None:
        """Say why it isn't on the record."""
        self._refusal.setText(sentence)
        announce(self, sentence, is_urgent=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if keys.LEAVE.is_pressed(event):
            self.leave_asked.emit()
        else:
            super().keyPressEvent(event)

    def _enable_button(self) -> None:
        self.declare.setEnabled(bool(self.reason.text))

    def _go_to_declare(self) -> None:
        if self.declare.isEnabled():
            self.declare.setFocus()

    def _ask(self) -> None:
        self.declare_asked.emit(self.reason.text)
