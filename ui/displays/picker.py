"""Choosing the projector's display by its words."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.displays.words import DisplayRow
from ui.widgets.buttons import PlainButton
from ui.widgets.form import column
from ui.widgets.labels import QuietText
from ui.widgets.picker import Choice, Picker

LABEL = "Projector’s screen"


class DisplayPicker(QWidget):
    """The displays by name, size and place; a press shows which is which on each of them."""

    display_picked = Signal(str)
    """The key of the display that was chosen."""
    identify_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = Picker(LABEL)
        self.list.picked.connect(self.display_picked)
        self._detail = QuietText()
        self.identify = PlainButton("Identify screens")
        self.identify.clicked.connect(self.identify_asked)
        column(self.list, self._detail, self.identify, spacing=4, inside=self)

    def show_displays(self, rows: Sequence[DisplayRow], chosen: str) -> None:
        """Offer these displays, with the one on show whose key is `chosen`."""
        self.list.show_choices([Choice(row.key, row.words) for row in rows])
        self.list.choose(chosen)
        self.list.box.setEnabled(len(rows) > 1)
        self._detail.setText(next((row.detail for row in rows if row.key == self.list.key), ""))
        self._widen()

    def _widen(self) -> None:
        """Let the open list say every row in full, though the column may be narrow."""
        view = self.list.box.view()
        view.setMinimumWidth(
            view.sizeHintForColumn(0) + view.verticalScrollBar().sizeHint().width()
        )
