"""The result: whether it is firm, said first, then one part of it at a time."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import TypeAlias

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from judging_app.closed_sets import complete
from ui import keys, theme
from ui.result.checks import ChecksPart
from ui.result.decisions import DecisionsPart
from ui.result.spread import SpreadPart
from ui.result.standings import StandingsPart
from ui.result.why import TiesPart, WhyPart
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.form import add
from ui.widgets.labels import WrappedLabel
from ui.widgets.print_row import PrintHead
from ui.widgets.screen import Screen
from ui.widgets.scroll import ScrollColumn
from ui.widgets.wrapped_row import WrappedRow


class ResultPart(StrEnum):
    """The parts of the screen, by the words of their buttons."""

    STANDINGS = "Standings"
    WHY = "Why"
    TIES = "Ties"
    SPREAD = "Spread"
    CHECKS = "What if…"
    DECISIONS = "Decisions"


_ICONS = complete(
    {
        ResultPart.STANDINGS: "trophy",
        ResultPart.WHY: "info",
        ResultPart.TIES: "equal",
        ResultPart.SPREAD: "users",
        ResultPart.CHECKS: "shield-check",
        ResultPart.DECISIONS: "pencil",
    }
)

AnyPart: TypeAlias = StandingsPart | WhyPart | TiesPart | SpreadPart | ChecksPart | DecisionsPart


class ResultScreen(Screen):
    """Shows the result to the panel and says what was asked; it decides nothing about it."""

    part_asked = Signal(object)
    """A `ResultPart` that is about to be shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Result")
        self.head = PrintHead("Result")
        self.standings, self.why, self.ties = StandingsPart(), WhyPart(), TiesPart()
        self.spread, self.checks, self.decisions = SpreadPart(), ChecksPart(), DecisionsPart()
        self.parts: Mapping[ResultPart, AnyPart] = complete(
            {
                ResultPart.STANDINGS: self.standings,
                ResultPart.WHY: self.why,
                ResultPart.TIES: self.ties,
                ResultPart.SPREAD: self.spread,
                ResultPart.CHECKS: self.checks,
                ResultPart.DECISIONS: self.decisions,
            }
        )
        self.buttons = {part: _segment(part) for part in ResultPart}
        self._offered: Sequence[ResultPart] = tuple(ResultPart)
        self._firmness, self._checked = WrappedLabel("", "large"), WrappedLabel("", "large")
        self._firmness_card = Card("banner-info")
        self._segments = WrappedRow([*self.buttons.values()])
        self._column = ScrollColumn()
        self._lay_out()
        self._bind()
        self.show_part(ResultPart.STANDINGS)
        self.show_firmness("", "")

    @property
    def part(self) -> ResultPart:
        """The part on show."""
        return next(part for part, button in self.buttons.items() if button.isChecked())

    def forget(self) -> None:
        """Hold nothing of the result any more: whoever saw it has left."""
        for part in self.parts.values():
            part.forget()
        self.show_firmness("", "")
        self.show_part(ResultPart.STANDINGS)

    def show_firmness(self, sentence: str, checked: str, *, needs_attention: bool = False) -> None:
        """Say first whether the winner depends on the method, then whether it passed the checks."""
        for label, text in ((self._firmness, sentence), (self._checked, checked)):
            label.setText(text)
            label.setVisible(bool(text))
        self._firmness_card.setVisible(bool(sentence or checked))
        kind = "banner-attention" if needs_attention else "banner-info"
        theme.restyle(self._firmness_card, kind=kind)

    def show_withheld(self, sentence: str) -> None:
        """Say why there is no result to be shown, in the place of all of it."""
        self.forget()
        self.show_firmness(sentence, "", needs_attention=True)
        self._offered = ()
        self._segments.hide()
        for part in self.parts.values():
            part.hide()

    def show_parts(self, parts: Sequence[ResultPart]) -> None:
        """Offer these parts only, for not everyone may see all of them."""
        self._segments.show()
        self._offered = tuple(part for part in ResultPart if part in parts)
        if self.part not in self._offered:
            self.show_part(self._offered[0])
        self._segments.show_parts([self.buttons[part] for part in self._offered])

    def show_part(self, part: ResultPart) -> None:
        """Show one part in place of the others."""
        self.buttons[part].setChecked(True)
        for one, widget in self.parts.items():
            widget.setVisible(one is part)

    def _lay_out(self) -> None:
        self.lay_out(self._column, head=self.head)
        add(self._firmness_card.body, self._firmness, self._checked)
        self._column.body.setSpacing(16)
        add(self._column.body, self._firmness_card, self._segments, *self.parts.values(), 1)

    def _bind(self) -> None:
        self._group = QButtonGroup(self)
        for button in self.buttons.values():
            self._group.addButton(button)
            button.clicked.connect(self._ask)
        # The keyboard begins at the parts, not at the head above them.
        self.setTabOrder([*self.buttons.values()][-1], self.head.button)
        keys.bind(keys.NEXT_PART, self, self._go_on)
        keys.bind(keys.PART_BEFORE, self, self._go_back)

    def _ask(self) -> None:
        self.show_part(self.part)
        self.part_asked.emit(self.part)

    def _go_on(self) -> None:
        self._step(+1)

    def _go_back(self) -> None:
        self._step(-1)

    def _step(self, by: int) -> None:
        if not self._offered:
            return
        at = (self._offered.index(self.part) + by) % len(self._offered)
        self.buttons[self._offered[at]].click()


def _segment(part: ResultPart) -> Button:
    button = Button(part, kind="entry", icon=_ICONS[part])
    button.setCheckable(True)
    return button
