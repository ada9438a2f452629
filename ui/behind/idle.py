"""Notices when nobody has touched a desk for a while."""

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QWindow
from shiboken6 import isValid

from judging_app.present.idle import OFF, WARNED_S

LOOKS_EVERY_MS = 1000


class Idle(QObject):
    """Watches one window's keys and pointer, and counts the seconds without any.

    It listens at the window, where input arrives once, and not at each widget that it is handed
    on to. `now_s` is a clock in seconds that only goes forward.
    """

    counting = Signal(int)
    """Seconds left, in the last ten of them; nought when somebody is there again."""
    expired = Signal()

    def __init__(self, parent: QObject, now_s: Callable[[], float] = monotonic) -> None:
        super().__init__(parent)
        self._now_s = now_s
        self._after_s = OFF
        self._touched_s = 0.0
        self._is_counting = False
        self._window: QWindow | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(LOOKS_EVERY_MS)
        self._timer.timeout.connect(self.look)

    def watch(self, window: QWindow | None, after_s: int) -> None:
        """Begin to count from nought on; `OFF` watches nothing."""
        self.stop()
        self._after_s = after_s
        self._touched_s = self._now_s()
        if window is not None and after_s != OFF:
            self._window = window
            window.installEventFilter(self)
            self._timer.start()

    def stop(self) -> None:
        """Count no more, and listen no more: the window may be about to go."""
        if self._window is not None and isValid(self._window):
            self._window.removeEventFilter(self)
        self._window = None
        self._timer.stop()
        self._end_count()

    def look(self) -> None:
        """Say how much is left, or that it is over."""
        left_s = self._after_s - int(self._now_s() - self._touched_s)
        if left_s <= 0:
            self.stop()
            self.expired.emit()
        elif left_s <= WARNED_S:
            self._is_counting = True
            self.counting.emit(left_s)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take every sign of a person, and keep none from whom it is meant for."""
        if event.type() in _SIGNS:
            self._touched_s = self._now_s()
            self._end_count()
        return False

    def _end_count(self) -> None:
        if self._is_counting:
            self._is_counting = False
            self.counting.emit(0)


_SIGNS = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
    }
)
