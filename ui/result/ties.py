"""How every tie was settled, step by step in words."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from ui.widgets.card import Card
from ui.widgets.form import column
from ui.widgets.labels import QuietText, WrappedLabel

NO_TIE = "No teams are tied, so no tie-break was needed."


class TiesPart(QWidget):
    """One card a tie."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Ties")
        self._none = QuietText(NO_TIE)
        self._cards: list[Card] = []
        self._column = column(self._none, spacing=12, inside=self)

    def forget(self) -> None:
        """Hold no tie any more."""
        self.show_ties(())

    def show_ties(self, sentences: Sequence[str], problem: str = "") -> None:
        """Replace the ties; `problem` says why they can't be worked out."""
        for card in self._cards:
            card.hide()
            card.deleteLater()
        self._cards = [_card(sentence) for sentence in sentences]
        for card in self._cards:
            self._column.addWidget(card)
            card.show()  # at once, or the page would blink
        self._none.setText(problem or NO_TIE)
        self._none.setVisible(not sentences)


def _card(sentence: str) -> Card:
    card = Card()
    card.body.addWidget(WrappedLabel(sentence, "large"))
    return card
