"""PINs that were just given: shown until they are noted, and kept nowhere."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from judging_app.domain.roles import Actor
from ui.day import Day

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
