"""The code of the record right after scoring was closed, and its paper."""

from PySide6.QtWidgets import QWidget

from ui.widgets.buttons import PlainButton
from ui.widgets.card import Card
from ui.widgets.form import across, add
from ui.widgets.labels import Heading, WrappedLabel
from ui.widgets.print_row import Printing


class ClosingCard(Card):
    """Shows the code to be written down before anything is announced; hidden without one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setAccessibleName("Record at closing")
        self._sentence = WrappedLabel("")
        button = PlainButton("Save as PDF…", icon="printer")
        button.setAccessibleName("Save the record at closing as PDF…")
        message = WrappedLabel("")
        self.printing = Printing("record at closing", button, message)
        heading = across((Heading("Record at closing", 3), 1), button)
        add(self.body, heading, self._sentence, message)
        self.hide()

    def show_sentence(self, sentence: str) -> None:
        """Say the code and what to do with it; empty while scoring isn’t closed."""
        self._sentence.setText(sentence)
        self.setVisible(bool(sentence))
