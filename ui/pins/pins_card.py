"""PINs that were just given, beside whose they are."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.widgets.buttons import PlainButton
from ui.widgets.card import Card
from ui.widgets.flow_row import FlowRow
from ui.widgets.form import add, grid
from ui.widgets.labels import Heading, PlainLabel, QuietText, WrappedLabel
from ui.widgets.print_row import Printing


class PinsCard(Card):
    """PINs beside whose they are, with a tick that they are noted."""

    noted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._shown: Mapping[str, str] = {}
        self._pins = grid((), spacing=(16, 6), shares={0: 1})
        self.note = PlainButton("I have noted them", icon="check")
        self.note.clicked.connect(self.noted)
        self.print = PlainButton("Print slips…", icon="printer")
        self.save, self._said = PlainButton("Save slips…", icon="download"), WrappedLabel()
        self.printing = Printing("slips", self.save, self._said)
        acts = FlowRow(8)
        acts.show_parts([self.print, self.save, self.note])
        add(
            self.body,
            Heading("PINs to note down", 3),
            QuietText("They are shown here only now. A lost one is replaced, never looked up."),
            self._pins,
            acts,
            self._said,
        )
        self.hide()

    def show_pins(self, pins: Mapping[str, str]) -> None:
        """Show whose PIN is what; with none, the card is away. What was said of others goes."""
        if pins != self._shown:
            self.printing.clear()
        self._shown = dict(pins)
        while self._pins.count():
            item = self._pins.takeAt(0)
            if item is not None and (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for at, (name, pin) in enumerate(pins.items()):
            shown = PlainLabel(pin, "strong")
            shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._pins.addWidget(PlainLabel(name), at, 0)
            self._pins.addWidget(shown, at, 1)
        self.setVisible(bool(pins))
