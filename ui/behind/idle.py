"""Notices when nobody has touched a desk for a while."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QWindow
from shiboken6 import isValid

from judging_app.present.idle import OFF, warned_s

LOOKS_EVERY_MS = 1000
NOTICED_S = 10
"""Between two looks: so much longer, and nothing ran meanwhile."""


class Idle(QObject):
    """Watches one window's keys and pointer, and counts the seconds without any.

    It listens at the window, where input arrives once, and not at each widget that it is handed
    on to. `now_s` is a clock in seconds that only goes forward, also while the computer sleeps.
    """

    counting = Signal(int)
    """Seconds left, in the last of them; nought when somebody is there again."""
    expired = Signal()
    slept = Signal(float)
    """Nothing ran for so many seconds."""

    def __init__(self, parent: QObject, now_s: Callable[[], float]) -> None:
        super().__init__(parent)
        self._now_s = now_s
        self._after_s = OFF
        self._touched_s = self._looked_s = 0.0
        self._is_under_way: Callable[[], bool] = _never
        self._is_counting = False
        self._window: QWindow | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(LOOKS_EVERY_MS)
        self._timer.timeout.connect(self.look)

    def watch(
        self,
        window: QWindow | None,
        after_s: int,
        is_under_way: Callable[[], bool] | None = None,
    ) -> None:
        """Begin to count from nought on; `OFF` watches nothing.

        While something is under way that must not be broken off, nothing is counted.
        """
        self.stop()
        self._after_s, self._is_under_way = after_s, is_under_way or _never
        self._touched_s = self._looked_s = self._now_s()
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
        now_s = self._now_s()
        if (gone_s := now_s - self._looked_s) > NOTICED_S:
            self.slept.emit(gone_s)
        self._looked_s = now_s
        if self._is_under_way():
            self._touch()
            return
        left_s = self._after_s - int(now_s - self._touched_s)
        if left_s <= 0:
            self.stop()
            self.expired.emit()
        elif left_s <= warned_s(self._after_s):
            self._is_counting = True
            self.counting.emit(left_s)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take every sign of a person; one that comes too late, as after a sleep, does nothing."""
        if event.type() not in _SIGNS:
            return False
        if self._now_s() - self._touched_s >= self._after_s:
            self.look()
            if self._window is None:
                return True
        self._touch()
        return False

    def _touch(self) -> None:
        self._touched_s = self._now_s()
        self._end_count()

    def _end_count(self) -> None:
        if self._is_counting:
            self._is_counting = False
            self.counting.emit(0)


def _never() -> bool:
    """Where nothing is ever under way."""
    return False


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
