"""A question in the page itself, for acts that can't be undone."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from ui import keys, theme
from ui.widgets.buttons import ActButton, PlainButton
from ui.widgets.card import Card
from ui.widgets.form import across, add
from ui.widgets.labels import WrappedLabel
from ui.widgets.reason_field import ReasonField
from ui.widgets.scroll import bring_into_view


class Question(Card):
    """Asks before an act, with a reason where one is needed; Escape leaves everything as it is."""

    answered = Signal(str, str)
    """The act's words and the reason, when the person said yes."""
    turned = Signal()
    """It is open, or closed again."""
    left = Signal()
    """It is closed, and the keyboard that it had goes somewhere else."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("banner-attention", parent)
        self._act = ""
        self._needs_reason = False
        self._text = WrappedLabel("", "large")
        self.reason = ReasonField()
        self.reason.changed.connect(self._enable_button)
        self.yes = ActButton("")
        self.yes.clicked.connect(self._answer)
        self.no = PlainButton("Cancel")
        self.no.clicked.connect(self.close_question)
        add(self.body, self._text, self.reason, across(1, self.no, self.yes))
        self.hide()
        theme.follow(self._come_soon)

    def ask(self, act: str, text: str, yes: str, *, needs_reason: bool) -> None:
        """Open the question; `yes` are the words of the button that answers it."""
        self._act, self._needs_reason = act, needs_reason
        self._text.setText(text)
        self.setAccessibleName(text)
        self.yes.setText(yes)
        self.reason.clear()
        self.reason.setVisible(needs_reason)
        self._enable_button()
        self.show()
        (self.reason if needs_reason else self.no).setFocus()
        self._come_soon()

    def close_question(self) -> None:
        """Leave everything as it is."""
        has_keyboard = self._has_keyboard()
        self.hide()
        if has_keyboard:
            self.left.emit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.turned.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.turned.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if keys.NOT_YET.is_pressed(event):
            self.close_question()
            return
        super().keyPressEvent(event)

    def _come_soon(self) -> None:
        """Come into view once all has its room, after a change of the look too."""
        if not self.isHidden():
            QTimer.singleShot(0, self, self._come_into_view)

    def _come_into_view(self) -> None:
        bring_into_view(self.yes)

    def _enable_button(self) -> None:
        self.yes.setEnabled(bool(self.reason.text) or not self._needs_reason)

    def _answer(self) -> None:
        has_keyboard = self._has_keyboard()
        self.hide()
        self.answered.emit(self._act, self.reason.text)
        if has_keyboard:
            self.left.emit()

    def _has_keyboard(self) -> bool:
        focused = self.window().focusWidget()
        return focused is not None and self.isAncestorOf(focused)
