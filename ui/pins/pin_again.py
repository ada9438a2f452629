"""Asks who is at the desk for their PIN again, before something that nobody else may do there."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from ui import theme
from ui.pins.pin_entry import PinEntry
from ui.widgets.buttons import PlainButton
from ui.widgets.form import across, column
from ui.widgets.labels import PlainLabel, WrappedLabel


class PinAgain(QDialog):
    """Over the window until the PIN was right, or the act was left."""

    entered = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModal(True)
        self.setWindowTitle("Enter your PIN again")
        self.setProperty("kind", "page")
        self._why, self._who = WrappedLabel("", "large"), PlainLabel(kind="quiet")
        for label in (self._why, self._who):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.entry = PinEntry()
        self.entry.entered.connect(self.entered)
        self._cancel = PlainButton("Cancel")
        self._cancel.clicked.connect(self.reject)
        self._parts = column(
            self._why,
            self._who,
            self.entry,
            across(1, self._cancel, 1),
            spacing=12,
            margins=(32, 24, 32, 24),
            inside=self,
        )
        theme.follow(self.setFixedWidth, 440)

    def ask(self, why: str, who: str) -> None:
        """Open it: "Enter your PIN again to publish the result." and who is signed in."""
        self._why.setText(why)
        self._who.setText(who)
        self.entry.begin()
        needed = self._parts.totalHeightForWidth(self.width())
        self.setMinimumHeight(needed)  # a pad that is squeezed hides its digits
        self.adjustSize()
        self.open()
        self.entry.pad.dots.setFocus()

    def show_refusal(self, sentence: str, *, wait_s: int = 0) -> None:
        """Say why the PIN was refused; take another at once, or after so many seconds."""
        self.entry.show_refusal(sentence, wait_s=wait_s)
        if wait_s:
            self._cancel.setFocus()

    def done(self, result: int) -> None:
        """Forget the digits with the question."""
        self.entry.forget()
        super().done(result)
