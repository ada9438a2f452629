"""The parts of the page of papers: what is printed, and what leaves as data."""

from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from judging_app.closed_sets import complete
from ui.widgets.buttons import Button
from ui.widgets.form import across, column
from ui.widgets.labels import Heading


class PapersPart(StrEnum):
    """The parts, by their words."""

    PAPERS = "Papers"
    DATA = "Data"


_ICONS = complete({PapersPart.PAPERS: "printer", PapersPart.DATA: "folder-open"})


class PapersHead(QWidget):
    """The head of each part: the page's name, and the parts, of which this one is on show."""

    asked = Signal(object)
    """Another `PapersPart`."""

    def __init__(self, shown: PapersPart, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = shown
        self._group = QButtonGroup(self)
        self.buttons = {part: self._segment(part) for part in PapersPart}
        row = across(*self.buttons.values(), 1, spacing=8)
        column(Heading("Papers"), row, spacing=8, inside=self)

    def _segment(self, part: PapersPart) -> Button:
        button = Button(part, kind="entry", icon=_ICONS[part])
        button.setCheckable(True)
        button.setChecked(part is self._shown)
        button.clicked.connect(self._ask)
        self._group.addButton(button)
        return button

    def _ask(self) -> None:
        chosen = next(part for part, button in self.buttons.items() if button.isChecked())
        # The other part is a screen of its own; this one stays as it was for coming back.
        self.buttons[self._shown].setChecked(True)
        if chosen is not self._shown:
            self.asked.emit(chosen)
