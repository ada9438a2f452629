"""Who is keying: asked before the first sheet."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui import theme
from ui.announce import announce
from ui.widgets.buttons import ActButton
from ui.widgets.labels import Heading, PlainLabel, QuietText, WrappedLabel
from ui.widgets.scroll import ScrollColumn


class ClerkPage(QWidget):
    """Asks who is keying, once for each time that the scorer signs in."""

    clerk_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = QLineEdit()
        self.name.setAccessibleName("Your name or initials")
        theme.follow(self.name.setMaximumWidth, 360)
        theme.follow(self.name.setMinimumHeight, 44)
        self._refusal = WrappedLabel(kind="loss")
        theme.follow(self._refusal.setMinimumHeight, 22)
        self.go_on = ActButton("Start typing in", icon="check")
        label = PlainLabel("Your name or initials", "label")
        label.setBuddy(self.name)
        acts = QHBoxLayout()
        acts.addStretch(1)
        acts.addWidget(self.go_on)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        column = ScrollColumn()
        column.body.setSpacing(8)
        for part in (
            Heading("Who is typing in?"),
            QuietText("The record shows who typed in each paper sheet."),
            label,
            self.name,
            self._refusal,
        ):
            column.body.addWidget(part)
        column.body.addStretch(1)
        layout.addWidget(column, 1)
        layout.addLayout(acts)
        self.name.returnPressed.connect(self._ask)
        self.go_on.clicked.connect(self._ask)

    def begin(self) -> None:
        """Ask for a name again."""
        self.name.clear()
        self._refusal.setText("")
        self.name.setFocus()

    def show_refused(self, sentence: str) -> None:
        """Say why a name can't be kept."""
        self._refusal.setText(sentence)
        announce(self, sentence, is_urgent=True)
        self.name.setFocus()

    def _ask(self) -> None:
        self.clerk_asked.emit(self.name.text())
