"""A field for the code of a paper, which is held against the codes of the event."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui import theme
from ui.announce import announce
from ui.widgets.buttons import PlainButton
from ui.widgets.card import Card
from ui.widgets.form import add, labelled, text_field
from ui.widgets.labels import PlainLabel, WrappedLabel

LONGEST_CODE = 60
"""Characters: a code with the words that a paper has before it."""


class CodeCard(Card):
    """A code of the event's own, and a field for the code of a paper."""

    asked = Signal(str)

    def __init__(self, name: str, help_text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setAccessibleName(name)
        self._code = PlainLabel("", "strong")
        self.field = text_field("Code from a paper", LONGEST_CODE, width=240)
        self.check = PlainButton("Check the code")
        self._answer = WrappedLabel()
        add(
            self.body,
            self._code,
            labelled("Code from a paper", self.field, help_text=help_text, beside=[self.check, 1]),
            self._answer,
        )
        self.check.clicked.connect(self._ask)
        self.field.returnPressed.connect(self._ask)
        self.show_code("")

    def show_code(self, line: str) -> None:
        """Say the event's own code; empty while there is none."""
        self._code.setText(line)
        self._code.setVisible(bool(line))
        self.field.clear()
        self.show_answer("")

    def show_answer(self, sentence: str, kind: str = "") -> None:
        """Say what the typed code belongs to."""
        self._answer.setText(sentence)
        self._answer.setVisible(bool(sentence))
        theme.restyle(self._answer, kind=kind)
        announce(self, sentence)

    def _ask(self) -> None:
        self.asked.emit(self.field.text())
