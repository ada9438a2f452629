"""Asks for the result on paper, and says what became of it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.buttons import PlainButton
from ui.widgets.labels import Heading, WrappedLabel


class PrintHead(QWidget):
    """The screen's heading with its button for paper; it makes none itself."""

    print_asked = Signal()

    def __init__(
        self,
        heading: str,
        parent: QWidget | None = None,
        *,
        act: str = "Print…",
        paper: str = "report",
    ) -> None:
        super().__init__(parent)
        self._paper = paper
        self.button = PlainButton(act, icon="printer")
        self.message = WrappedLabel("")
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(8)
        row = QHBoxLayout()
        row.addWidget(Heading(heading), 1)
        row.addWidget(self.button)
        body.addLayout(row)
        body.addWidget(self.message)
        self.button.clicked.connect(self.print_asked)
        self.clear()

    def clear(self) -> None:
        """Say nothing: somebody else may be looking now."""
        self._say("", "")

    def show_busy(self) -> None:
        """Say that the paper is being made; it can't be asked for again until it is."""
        self._say(f"Saving the {self._paper}…", "quiet")
        self.button.setEnabled(False)

    def show_made(self, text: str) -> None:
        """Say what was made, and where it is."""
        self._say(text, "good")

    def show_problem(self, text: str) -> None:
        """Say what went wrong, and what to do."""
        self._say(text, "loss")

    def _say(self, text: str, kind: str) -> None:
        self.button.setEnabled(True)
        self.message.setText(text)
        self.message.setVisible(bool(text))
        theme.restyle(self.message, kind=kind)
