"""What a host presses for the wall: each press counts once, and none can leave the winner."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from judging_app.domain.event import Scene
from judging_app.present.control.control import NextKind, NextView
from judging_app.present.control.reveal import WINNER_STAYS_S
from ui.announce import announce

ONE_PRESS_MS = 600
"""Presses that follow within this time count as one: a double click, a key that bounces."""

STEP_MS = 1200
"""The same for the steps of a reveal, of which each has a sentence to be read: a name that has not
arrived yet is not left for the next."""

HELD_MS = WINNER_STAYS_S * 1_000

HELD = "The winner stays for a moment. Press again later, or choose another scene."


class WallHold(QObject):
    """Passes presses on, once each; `screen` is where they were made."""

    take_asked = Signal()
    back_asked = Signal()
    at_once_asked = Signal(Scene)
    """Black or the logo; once more for what was on before."""

    def __init__(self, screen: QWidget) -> None:
        super().__init__(screen)
        self._screen = screen
        self._next: NextView | None = None
        self._once, self._black_once, self._held = (self._timer() for _ in range(3))

    @property
    def next(self) -> NextView | None:
        """What the key that leads on would do."""
        return self._next

    @property
    def is_ready(self) -> bool:
        """Whether another press would count."""
        return not (self._once.isActive() or self._held.isActive())

    def show_next(self, upcoming: NextView) -> None:
        """Take what is next; right after the last step of a reveal, hold it for a while."""
        was_held = self._next is not None and self._next.is_held
        self._next = upcoming
        if upcoming.is_held and not was_held:
            self._held.start(HELD_MS)
        elif not upcoming.is_held:
            self._held.stop()

    def take_by_hand(self) -> None:
        """Ask for what is next by its own button, which is pressed on purpose."""
        self.ask_take(by_hand=True)

    def ask_take(self, *, by_hand: bool = False) -> None:
        """Ask for what is next, once for a double click or a bouncing key."""
        upcoming = self._next
        if upcoming is None or not (upcoming.can_take or (by_hand and upcoming.by_hand)):
            announce(self._screen, upcoming.why if upcoming else "", is_urgent=True)
        elif self._held.isActive():
            announce(self._screen, HELD, is_urgent=True)
        elif self._is_single():
            self.take_asked.emit()
            is_step = upcoming.kind is NextKind.STEP
            self._once.start(
                STEP_MS if is_step else ONE_PRESS_MS
            )  # from when it is done: presses may have queued up

    def ask_back(self) -> None:
        """Ask for the step or the scene before."""
        if self._next and self._next.can_go_back and self._is_single():
            self.back_asked.emit()
            self._once.start(ONE_PRESS_MS)

    def ask_black(self) -> None:
        """Ask for black at once, whatever was pressed before; only black itself is waited for."""
        if not self._black_once.isActive():
            self._black_once.start(ONE_PRESS_MS)
            self.at_once_asked.emit(Scene.BLACK)
            self._black_once.start(ONE_PRESS_MS)
            self._once.start(ONE_PRESS_MS)

    def ask_logo(self) -> None:
        """Ask for the logo at once."""
        if self._is_single():
            self.at_once_asked.emit(Scene.LOGO)
            self._once.start(ONE_PRESS_MS)

    def _is_single(self) -> bool:
        if self._once.isActive():
            return False
        self._once.start(ONE_PRESS_MS)
        return True

    def _timer(self) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        return timer
