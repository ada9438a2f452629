"""The receipt of a submitted ballot, large enough to be read out or copied by hand."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.widgets.form import across
from ui.widgets.labels import Heading, WrappedLabel


class Receipt(QWidget):
    """Four letters with the sentence that says what they are for; empty, it is away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._letters, self._words = Heading(), WrappedLabel()
        words = (self._words, 1, Qt.AlignmentFlag.AlignVCenter)
        across(self._letters, words, spacing=16, inside=self)

    def show_receipt(self, letters: str, words: str) -> None:
        """Show a receipt, letter by letter for whoever listens."""
        self._letters.setText(letters)
        self._letters.setAccessibleName(f"Receipt {' '.join(letters)}")
        self._words.setText(words)
        self.setVisible(bool(letters))
