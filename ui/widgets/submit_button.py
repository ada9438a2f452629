"""The act of submitting, which one press asks for once."""

from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from ui.widgets.buttons import ElidedAct


class SubmitButton(ElidedAct):
    """A main act that neither a double click nor what follows it at once can reach.

    The first press of a double click may have opened the very panel that this button is on, and a
    hand that clicks three times means no more by it than one that clicks twice.
    """

    _passed_at_ms: int | None = None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take a press, unless it belongs to the clicks that were let pass."""
        if self._passed_at_ms is None or self._is_apart(event, self._passed_at_ms):
            super().mousePressEvent(event)
        else:
            self.mouseDoubleClickEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._passed_at_ms = event.timestamp()
        event.accept()

    def _is_apart(self, event: QMouseEvent, since_ms: int) -> bool:
        return event.timestamp() - since_ms > QApplication.doubleClickInterval()
