"""Wires the lock that falls when a judge or the scorer has left their desk."""

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QObject, Signal

from judging_app.domain.roles import Role
from judging_app.present.idle import (
    CHOICES_S,
    OFF,
    USUAL_S,
    counting_text,
    lock_spoken,
    lock_text,
    locked_text,
    next_choice_s,
)
from ui.behind.idle import Idle
from ui.day import Day
from ui.kept import keep, kept
from ui.shell import Shell

WATCHED = frozenset({Role.JUDGE, Role.SCORER})
"""Whose desks are locked: those that many people come to one after another."""

CHOOSES = frozenset({Role.HOST, Role.ORGANISER})


class IdleWiring(QObject):
    """Watches a desk while somebody is signed in at it, and offers the choice to who runs the day.

    What locking means is left to the window: it saves what is being written first.
    """

    lock_asked = Signal(str)
    """What is said once it is locked."""

    def __init__(self, shell: Shell, day: Day, now_s: Callable[[], float] = monotonic) -> None:
        super().__init__(shell)
        self._shell, self._day = shell, day
        self._after_s = kept("idle", _choice, USUAL_S)
        self.idle = Idle(self, now_s)
        self.idle.counting.connect(self._count)
        self.idle.expired.connect(self._lock)
        shell.lock_choice_asked.connect(self._choose)
        day.actor_changed.connect(self.follow)

    def follow(self) -> None:
        """Watch whoever is signed in now, from now on."""
        role = self._day.actor.role if self._day.is_signed_in else None
        is_watched = role in WATCHED
        self.idle.watch(self._shell.windowHandle(), self._after_s if is_watched else OFF)
        self._show_choice(is_offered=role in CHOOSES)

    def stop(self) -> None:
        """Watch nobody any more; for a window that goes."""
        self.idle.stop()

    def _count(self, left_s: int) -> None:
        self._shell.show_locking(counting_text(left_s))

    def _lock(self) -> None:
        self.lock_asked.emit(locked_text(self._after_s))

    def _choose(self) -> None:
        self._after_s = next_choice_s(self._after_s)
        keep("idle", {"after_s": self._after_s})
        self._show_choice(is_offered=True)

    def _show_choice(self, *, is_offered: bool) -> None:
        text = lock_text(self._after_s) if is_offered else ""
        self._shell.show_lock_choice(text, lock_spoken(self._after_s))


def _choice(value: object) -> int:
    """Seconds that can be chosen.

    Raises:
        ValueError: if these can't.
    """
    match value:
        case {"after_s": int(after_s)} if after_s in CHOICES_S and type(after_s) is int:
            return after_s
    raise ValueError(value)
