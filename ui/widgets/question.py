"""A question in the page itself, for acts that can't be undone."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from ui import keys
from ui.widgets.buttons import ActButton, PlainButton
from ui.widgets.card import Card
from ui.widgets.labels import PlainLabel, WrappedLabel


class Question(Card):
    """Asks before an act, with a reason where one is needed; Escape leaves everything as it is."""

    answered = Signal(str, str)
    """The act's words and the reason, when the person said yes."""
    left = Signal()
    """It is closed, and the keyboard that it had goes somewhere else."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("banner-attention", parent)
        self._act = ""
        self._needs_reason = False
        self._text = WrappedLabel("", "large")
        self._hint = PlainLabel("Reason, for the record", "label")
        self.reason = QLineEdit()
        self.reason.setAccessibleName("Reason, for the record")
        self.reason.setMaxLength(500)
        self.reason.textChanged.connect(self._weigh)
        self.yes = ActButton("")
        self.yes.clicked.connect(self._answer)
        self.no = PlainButton("Cancel")
        self.no.clicked.connect(self.close_question)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.no)
        row.addWidget(self.yes)
        for part in (self._text, self._hint, self.reason):
            self.body.addWidget(part)
        self.body.addLayout(row)
        self.hide()

    def ask(self, act: str, text: str, yes: str, *, needs_reason: bool) -> None:
        """Open the question; `yes` are the words of the button that answers it."""
        self._act, self._needs_reason = act, needs_reason
        self._text.setText(text)
        self.setAccessibleName(text)
        self.yes.setText(yes)
        self.reason.clear()
        for part in (self._hint, self.reason):
            part.setVisible(needs_reason)
        self._weigh()
        self.show()
        (self.reason if needs_reason else self.no).setFocus()

    def close_question(self) -> None:
        """Leave everything as it is."""
        has_keyboard = self._has_keyboard()
        self.hide()
        if has_keyboard:
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Escape."""
        if keys.NOT_YET.is_pressed(event):
            self.close_question()
            return
        super().keyPressEvent(event)

    def _weigh(self) -> None:
        self.yes.setEnabled(bool(self.reason.text().strip()) or not self._needs_reason)

    def _answer(self) -> None:
        has_keyboard = self._has_keyboard()
        self.hide()
        self.answered.emit(self._act, self.reason.text().strip())
        if has_keyboard:
            self.left.emit()

    def _has_keyboard(self) -> bool:
        focused = self.window().focusWidget()
        return focused is not None and self.isAncestorOf(focused)
