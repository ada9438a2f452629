"""The check of the record: what was found, who could have changed what, and a code from paper."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui import theme
from ui.announce import announce
from ui.widgets.buttons import ActButton
from ui.widgets.card import Card
from ui.widgets.closing_card import ClosingCard
from ui.widgets.code_card import CodeCard
from ui.widgets.form import across, add, column
from ui.widgets.labels import Heading, WrappedLabel
from ui.widgets.screen import Screen
from ui.widgets.scroll import ScrollColumn

CHECKING = "Every entry is being checked…"


class RecordScreen(Screen):
    """Shows what a check found; it checks nothing itself."""

    check_asked = Signal()
    code_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Check the record")
        self.check = ActButton("Check again", icon="shield-check")
        self._found = WrappedLabel("")
        self._sentences: QVBoxLayout = column(spacing=6)
        self.code = CodeCard(
            "Code from a paper",
            "The record code of a report or of the record at closing, or the result code at the "
            "foot of a paper. Blanks and small letters don’t matter.",
        )
        self.closing = ClosingCard()
        self._lay_out()
        self.check.clicked.connect(self.check_asked)
        self.code.asked.connect(self.code_asked)

    def begin(self) -> None:
        """Show nothing of what somebody else was shown."""
        self.code.show_code("")
        self.closing.printing.clear()

    def show_checking(self) -> None:
        """Say that the check is under way."""
        self._show(CHECKING, "quiet", ())
        self.check.setEnabled(False)
        self.code.check.setEnabled(False)

    def show_checked(self, summary: str, sentences: Sequence[str]) -> None:
        """Say that nothing was found, and who could have changed what."""
        self._show(summary, "good", sentences)
        self._end()

    def show_faults(self, summary: str, sentences: Sequence[str]) -> None:
        """Say what was found, and what to do."""
        self._show(summary, "loss", sentences)
        self._end()

    def _show(self, summary: str, kind: str, sentences: Sequence[str]) -> None:
        self._found.setText(summary)
        theme.restyle(self._found, kind=kind)
        while (item := self._sentences.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        add(self._sentences, *(WrappedLabel(sentence) for sentence in sentences))

    def _end(self) -> None:
        self.check.setEnabled(True)
        self.code.check.setEnabled(True)
        announce(self, self._found.text())

    def _lay_out(self) -> None:
        found = Card()
        head = across((Heading("What the check found", 3), 1), self.check)
        add(found.body, head, self._found, self._sentences)
        scroll = ScrollColumn()
        add(scroll.body, found, self.code, self.closing, 1)
        self.lay_out(scroll, head=Heading("Check the record"))
