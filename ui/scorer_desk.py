"""The scorer's first screen: whose paper sheets are to be keyed."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from judging_app.present.sign_in import SignInRow
from ui.sign_in import NameCard
from ui.widgets.labels import Heading, QuietText
from ui.widgets.scroll import ScrollColumn


class ScorerDesk(QWidget):
    """Shows the judges and says whose ballots are to be keyed."""

    judge_asked = Signal(str)
    """The judge's `Actor.key`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards: list[NameCard] = []
        self._scroll = ScrollColumn()
        self._scroll.body.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(Heading("Whose sheet is it?"))
        layout.addWidget(
            QuietText(
                "Choose the judge who filled in the paper; the record will say that you keyed it."
            )
        )
        layout.addWidget(self._scroll, 1)

    def show_judges(self, rows: Sequence[SignInRow]) -> None:
        """Offer these judges."""
        for card in self._cards:
            card.hide()
            card.deleteLater()
        self._cards = [NameCard(row) for row in rows]
        for at, card in enumerate(self._cards):
            self._scroll.body.insertWidget(at, card)
            card.chosen.connect(self._ask)
        if self._cards:
            self._cards[0].setFocus()

    def _ask(self, key: str, _name: str, _detail: str) -> None:
        self.judge_asked.emit(key)
