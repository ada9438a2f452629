"""The act of submitting, which one press asks for once."""

from PySide6.QtGui import QMouseEvent

from ui.widgets.buttons import ActButton


class SubmitButton(ActButton):
    """A main act that a double click can't reach.

    The first press of a double click may have opened the very panel that this button is on.
    """

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Let it pass."""
        event.accept()
