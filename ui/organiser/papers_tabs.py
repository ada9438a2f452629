"""The parts of the page of papers: papers, how certificates look, what teams read, and data."""

from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from ui.widgets.buttons import Button
from ui.widgets.card import Hairline
from ui.widgets.form import across, column
from ui.widgets.labels import Heading


class PapersPart(StrEnum):
    """The parts, by their words."""

    GALLERY = "Gallery"
    CERTIFICATES = "Certificates"
    COMMENTS = "Comments"
    DATA = "Data"


_HEADINGS = {PapersPart.CERTIFICATES: "Designer"}
"""Of a part to which the rail leads by itself."""


class PapersHead(QWidget):
    """The head of each part: the page's name with its acts, and the parts, one of them on show."""

    asked = Signal(object)
    """Another `PapersPart`."""

    def __init__(self, shown: PapersPart, *acts: QWidget, beside: QWidget | None = None) -> None:
        super().__init__()
        self._shown = shown
        self._group = QButtonGroup(self)
        self.buttons = {part: self._tab(part) for part in PapersPart}
        others = (beside,) if beside is not None else ()
        column(
            across((Heading(_HEADINGS.get(shown, "Papers")), 1), *acts, spacing=8),
            column(across(*self.buttons.values(), 1, *others), Hairline(), spacing=0),
            spacing=8,
            inside=self,
        )

    def _tab(self, part: PapersPart) -> Button:
        button = Button(part, kind="tab")
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
