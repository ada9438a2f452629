"""A box for a comment, which reports what was written at the next pause."""

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ui import theme
from ui.widgets.form import across, column
from ui.widgets.labels import PlainLabel

PAUSE_MS = 600
LEAST_HEIGHT = 96
"""Pixels of the field at 100 % text; it takes what more there is."""


class CommentBox(QWidget):
    """A titled box of plain text; the hint beside its title says who will read it."""

    edited = Signal()

    def __init__(self, title: str, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = _PlainField()
        self._field.setTabChangesFocus(True)
        self._field.setAccessibleName(f"{title}. {hint}")
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        label, reader = PlainLabel(title, "strong"), PlainLabel(hint, "quiet")
        label.setBuddy(self._field)
        column(
            across(label, (reader, 1, Qt.AlignmentFlag.AlignRight), spacing=16),
            (self._field, 1),
            spacing=6,
            inside=self,
        )
        theme.follow(self._field.setMinimumHeight, LEAST_HEIGHT)
        self._field.textChanged.connect(self._begin_pause)
        self._field.left.connect(self.flush)
        self._pause.timeout.connect(self.edited)

    @property
    def text(self) -> str:
        """What is written."""
        return self._field.toPlainText()

    @property
    def field(self) -> QPlainTextEdit:
        """What takes the keyboard."""
        return self._field

    def show_text(self, text: str) -> None:
        """Show a comment without reporting it as edited."""
        self._pause.stop()
        if text != self.text:
            self._field.blockSignals(True)  # noqa: FBT003 - Qt's own signature
            self._field.setPlainText(text)
            self._field.blockSignals(False)  # noqa: FBT003 - as above

    def forget(self) -> None:
        """Hold no word of what was written, not even to be undone."""
        self._pause.stop()
        self._field.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self._field.setPlainText("")  # the field forgets its steps back with it
        self._field.blockSignals(False)  # noqa: FBT003 - as above

    @property
    def is_pending(self) -> bool:
        """Whether something was written and not reported yet."""
        return self._pause.isActive()

    def flush(self) -> None:
        """Report at once what a pause would report."""
        if self._pause.isActive():
            self._pause.stop()
            self.edited.emit()

    def _begin_pause(self) -> None:
        self._pause.start()


class _PlainField(QPlainTextEdit):
    left = Signal()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()
