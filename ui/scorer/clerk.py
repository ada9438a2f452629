"""Who is keying: asked before the first sheet."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui import theme
from ui.announce import announce
from ui.widgets.buttons import ActButton
from ui.widgets.form import across, add, column, labelled, text_field
from ui.widgets.labels import Heading, QuietText, WrappedLabel
from ui.widgets.scroll import ScrollColumn


class ClerkPage(QWidget):
    """Asks who is keying, once for each time that the scorer signs in."""

    clerk_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = text_field("Your name or initials", 32_767, widest=360, height=44)
        self._refusal = WrappedLabel(kind="loss")
        theme.follow(self._refusal.setMinimumHeight, 22)
        self.go_on = ActButton("Start typing in", icon="check")
        scroll = ScrollColumn()
        scroll.body.setSpacing(8)
        add(
            scroll.body,
            Heading("Who is typing in?"),
            QuietText("The record shows who typed in each paper sheet."),
            labelled("Your name or initials", self.name, spacing=None),
            self._refusal,
            1,
        )
        column((scroll, 1), across(1, self.go_on), spacing=8, inside=self)
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
