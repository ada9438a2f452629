"""PINs that were just given: shown until they are noted, and kept nowhere."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from judging_app.domain.roles import Actor
from ui.day import Day
from ui.widgets.buttons import PlainButton
from ui.widgets.card import Card
from ui.widgets.form import across, add, grid
from ui.widgets.labels import Heading, PlainLabel, QuietText, WrappedLabel
from ui.widgets.print_row import Printing

NOT_NOTED = (
    "A PIN is on the screen that nobody has noted yet. It can’t be shown again: note it first, or "
    "press once more to leave without it."
)


class NewPins(QObject):
    """Holds PINs from when they are given until they are handed out, or the event is closed."""

    changed = Signal()

    def __init__(self, parent: QObject, day: Day) -> None:
        super().__init__(parent)
        self._pins: dict[Actor, str] = {}
        self._is_warned = self._is_saved = False
        day.closed.connect(self.forget)

    @property
    def pins(self) -> Mapping[Actor, str]:
        """Those that are still to be handed out."""
        return dict(self._pins)

    def take(self, pins: Mapping[Actor, str]) -> None:
        """Hold these too."""
        self._pins |= pins
        self._is_warned = self._is_saved = False
        self.changed.emit()

    def forget(self) -> None:
        """They are noted, printed or saved, or the event is closed."""
        self._pins.clear()
        self.changed.emit()

    def keep_elsewhere(self) -> None:
        """They are saved or printed: nothing is lost when they go from the screen."""
        self._is_saved = True

    def may_leave(self) -> bool:
        """Whether nothing would be lost; asked once more, whoever asks is let go."""
        is_held = bool(self._pins) and not self._is_saved
        was_warned, self._is_warned = self._is_warned, is_held
        return was_warned or not is_held


class PinsCard(Card):
    """PINs beside whose they are, with a tick that they are noted."""

    noted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._pins = grid((), spacing=(16, 6), shares={0: 1})
        self.note = PlainButton("I have noted them", icon="check")
        self.note.clicked.connect(self.noted)
        self.save, self._said = PlainButton("Save as slips…", icon="printer"), WrappedLabel()
        self.printing = Printing("slips", self.save, self._said)
        add(
            self.body,
            Heading("PINs to note down", 3),
            QuietText("They are shown here only now. A lost one is replaced, never looked up."),
            self._pins,
            across(self.save, self.note, 1, spacing=8),
            self._said,
        )
        self.hide()

    def show_pins(self, pins: Mapping[str, str]) -> None:
        """Show whose PIN is what; with none, the card is away."""
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
