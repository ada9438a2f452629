"""How ties were settled: for each, which rule was asked and what it found."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from judging_app.present.result.ties import TieView
from ui.widgets.card import Card, Hairline
from ui.widgets.form import add, column, grid, swap
from ui.widgets.labels import Heading, PlainLabel, QuietText, WrappedLabel

NO_TIE = "No teams are tied, so no tie-break was needed."


class TiesPart(QWidget):
    """One card a tie, and the rules that would settle one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Ties")
        self._none = WrappedLabel(NO_TIE, "large")
        self._cards = QWidget()
        self._rules = RulesCard()
        self._column = column(self._none, self._cards, self._rules, spacing=16, inside=self)

    def forget(self) -> None:
        """Hold no tie any more."""
        self.show_ties(())
        self.show_rules(())

    def show_ties(self, ties: Sequence[TieView], problem: str = "") -> None:
        """Replace the ties; `problem` says why they can't be worked out."""
        new = QWidget()
        column(*(_card(tie) for tie in ties), spacing=12, inside=new)
        self._cards = swap(self._column, self._cards, new)
        self._none.setText(problem or NO_TIE)
        self._none.setVisible(not ties)

    def show_rules(self, rules: Sequence[str]) -> None:
        """Replace the rules that settle a tie, in the order in which they are asked."""
        self._rules.show_rules(rules)


class RulesCard(Card):
    """The event's tie-breaks in their order."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setAccessibleName("The event’s tie-breaks")
        self._said, self._list = QuietText(""), QWidget()
        add(self.body, Heading("If two teams were tied", 3), self._said, self._list)

    def show_rules(self, rules: Sequence[str]) -> None:
        """Replace them."""
        self._said.setText(
            "These rules are asked in this order until one finds a difference."
            if rules
            else "There is no tie-break, so tied teams are joint. Add one in Decisions."
        )
        new = QWidget()
        rows = [(PlainLabel(f"{at}."), WrappedLabel(rule)) for at, rule in enumerate(rules, 1)]
        grid(rows, spacing=(8, 4), inside=new)
        self._list = swap(self.body, self._list, new)


def _card(tie: TieView) -> Card:
    """A tie: its teams, a line a rule, and what came of it."""
    card = Card()
    rows = QWidget()
    steps = [
        (PlainLabel(f"{at}.", "quiet"), WrappedLabel(rule, "strong"), WrappedLabel(found))
        for at, (rule, found) in enumerate(tie.steps, 1)
    ]
    grid(steps, spacing=(12, 8), shares={1: 2, 2: 5}, inside=rows)
    add(card.body, WrappedLabel(tie.lead, "subheading"), Hairline())
    if tie.steps:
        add(card.body, rows, Hairline())
    add(card.body, WrappedLabel(tie.ending, "strong"))
    return card
