"""Giving up what was keyed from a sheet, with a reason."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui import keys
from ui.announce import announce
from ui.widgets.buttons import ActButton, PlainButton
from ui.widgets.form import across, add, column
from ui.widgets.labels import WrappedLabel
from ui.widgets.reason_field import ReasonField
from ui.widgets.scroll import ScrollColumn


class DropPage(QWidget):
    """Asks why what is keyed is to be dropped; Esc leaves it as it is."""

    drop_asked = Signal(str)
    """The reason."""
    leave_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.reason = ReasonField()
        self._refusal = WrappedLabel(kind="loss")
        self.drop, self._back = (
            ActButton("Delete what was typed in", icon="x"),
            PlainButton("Cancel"),
        )
        scroll = ScrollColumn()
        add(
            scroll.body,
            WrappedLabel("This deletes what was typed in from this sheet. Say why.", "large"),
            self.reason,
            1,
        )
        acts = across((self._refusal, 1), self._back, self.drop)
        column((scroll, 1), acts, spacing=12, inside=self)
        self.reason.changed.connect(self._enable_button)
        self.reason.finished.connect(self.drop.setFocus)
        self.drop.clicked.connect(self._ask)
        self._back.clicked.connect(self.leave_asked)

    def begin(self) -> None:
        """Ask for a reason again."""
        self.reason.clear()
        self._refusal.setText("")
        self._enable_button()
        self.reason.setFocus()

    def show_refused(self, sentence: str) -> None:
        """Say why it isn't dropped."""
        self._refusal.setText(sentence)
        announce(self, sentence, is_urgent=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if keys.LEAVE.is_pressed(event):
            self.leave_asked.emit()
        else:
            super().keyPressEvent(event)

    def _enable_button(self) -> None:
        self.drop.setEnabled(bool(self.reason.text))

    def _ask(self) -> None:
        self.drop_asked.emit(self.reason.text)
