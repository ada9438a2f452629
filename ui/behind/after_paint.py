"""Puts off what nobody waits for until a widget is on the screen."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

LATEST_MS = 500
"""When it is done without: what is covered or gone by then is never painted."""


class AfterPaint(QObject):
    """Calls once, as soon as a widget has been painted."""

    def __init__(self, widget: QWidget, do: Callable[[], None]) -> None:
        super().__init__(widget)
        self._do: Callable[[], None] | None = do
        widget.installEventFilter(self)
        QTimer.singleShot(LATEST_MS, self, self._call)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take the first paint as the sign, and keep nothing from the widget."""
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, self, self._call)
        return False

    def _call(self) -> None:
        do, self._do = self._do, None
        if do is not None:
            self.deleteLater()
            do()
