"""Asks for a screen's own paper, and says what became of it."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QAbstractButton, QWidget

from ui import theme
from ui.widgets.buttons import PlainButton
from ui.widgets.form import across, column
from ui.widgets.labels import Heading, WrappedLabel


class Printing(QObject):
    """A button for one paper, called `paper`, and the line that says what became of it."""

    asked = Signal()

    def __init__(self, paper: str, button: QAbstractButton, message: WrappedLabel) -> None:
        super().__init__(button)
        self.paper = paper
        self._button, self._message = button, message
        button.clicked.connect(self.asked)
        self.clear()

    def clear(self) -> None:
        """Say nothing: somebody else may be looking now."""
        self._say("", "")

    def show_busy(self) -> None:
        """Say that the paper is being made; it can't be asked for again until it is."""
        self._say(f"Saving the {self.paper}…", "quiet")
        self._button.setEnabled(False)

    def show_made(self, text: str) -> None:
        """Say what was made, and where it is."""
        self._say(text, "good")

    def show_problem(self, text: str) -> None:
        """Say what went wrong, and what to do."""
        self._say(text, "loss")

    def _say(self, text: str, kind: str) -> None:
        self._button.setEnabled(True)
        self._message.setText(text)
        self._message.setVisible(bool(text))
        theme.restyle(self._message, kind=kind)


class PrintHead(QWidget):
    """The screen's heading with its button for paper."""

    def __init__(
        self,
        heading: str,
        parent: QWidget | None = None,
        *,
        act: str = "Save as PDF…",
        paper: str = "report",
    ) -> None:
        super().__init__(parent)
        self.button = PlainButton(act, icon="printer")
        self.message = WrappedLabel("")
        row = across((Heading(heading), 1), self.button)
        column(row, self.message, spacing=8, inside=self)
        self.printing = Printing(paper, self.button, self.message)
