"""Wires the choice of the projector's display."""

from PySide6.QtCore import QObject

from ui.displays.displays import Displays
from ui.displays.picker import DisplayPicker


class DisplaysWiring(QObject):
    """Keeps the picker at the displays that there are, and passes on what is asked of it."""

    def __init__(self, parent: QObject, displays: Displays, picker: DisplayPicker) -> None:
        super().__init__(parent)
        self._displays, self._picker = displays, picker
        picker.display_picked.connect(displays.pick)
        picker.identify_asked.connect(displays.identify)
        displays.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        chosen = self._displays.chosen
        self._picker.show_displays(self._displays.rows, chosen.key if chosen else "")
