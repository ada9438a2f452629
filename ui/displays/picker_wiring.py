"""Wires the choice of the projector's screen."""

from PySide6.QtCore import QObject

from ui.displays.displays import Screens
from ui.displays.picker import ScreenPicker


class ScreensWiring(QObject):
    """Keeps the picker at the screens that there are, and passes on what is asked of it."""

    def __init__(self, parent: QObject, screens: Screens, picker: ScreenPicker) -> None:
        super().__init__(parent)
        self._screens, self._picker = screens, picker
        picker.screen_picked.connect(screens.pick)
        picker.identify_asked.connect(screens.identify)
        screens.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        chosen = self._screens.chosen
        self._picker.show_screens(self._screens.rows, chosen.key if chosen else "")
