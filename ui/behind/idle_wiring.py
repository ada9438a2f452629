"""Wires the lock that falls when somebody has left their desk."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal

from judging_app.closed_sets import complete
from judging_app.domain.roles import Role
from judging_app.log import noted
from judging_app.present.idle import (
    CHOICES_S,
    HOST_S,
    OFF,
    ORGANISER_S,
    USUAL_S,
    counting_text,
    lock_spoken,
    lock_text,
    locked_text,
    next_choice_s,
)
from judging_app.timepiece import Clocks
from ui.behind.idle import Idle
from ui.day import Day
from ui.kept import keep, kept
from ui.shell import Shell

AFTER_S: Mapping[Role, int | None] = complete(
    {Role.ORGANISER: ORGANISER_S, Role.HOST: HOST_S, Role.SCORER: None, Role.JUDGE: None}
)
"""After how long a desk is locked; none, where that is chosen: at those that many people come to
one after another."""

CHOOSES = frozenset({Role.HOST, Role.ORGANISER})


class IdleWiring(QObject):
    """Watches a desk while somebody is signed in at it, and offers the choice to who runs the day.

    What locking means is left to the window: it saves what is being written first.
    """

    lock_asked = Signal(str)
    """What is said once it is locked."""

    def __init__(self, shell: Shell, day: Day, now_s: Callable[[], float] | None = None) -> None:
        super().__init__(shell)
        self._shell, self._day = shell, day
        self._after_s = chosen_s()
        self.idle = Idle(self, now_s or Clocks().steady_s)
        self.idle.counting.connect(self._count)
        self.idle.expired.connect(self._lock)
        self.idle.slept.connect(_note_sleep)
        shell.lock_choice_asked.connect(self._choose)
        day.seated.connect(self.follow)

    def follow(self) -> None:
        """Watch whoever is signed in now, from now on; a rehearsal has nothing to guard."""
        is_in = self._day.is_signed_in and not self._day.desk.event().is_rehearsal
        role = self._day.actor.role if is_in else None
        is_under_way = self._is_under_way if role in CHOOSES else None
        self.idle.watch(self._shell.windowHandle(), self._seconds(role), is_under_way)
        self._show_choice(is_offered=role in CHOOSES)

    def stop(self) -> None:
        """Watch nobody any more; for a window that goes."""
        self.idle.stop()

    def _seconds(self, role: Role | None) -> int:
        """How long somebody of this role may be away."""
        if role is None:
            return OFF
        fixed_s = AFTER_S[role]
        return self._after_s if fixed_s is None else fixed_s

    def _is_under_way(self) -> bool:
        """Whether the room waits for whoever runs the day: the clock runs, or the reveal is on."""
        from judging_app.desk.clock import clock  # noqa: PLC0415 - long after the names
        from judging_app.domain.event import Scene  # noqa: PLC0415 - as just said

        desk = self._day.desk
        return clock(desk).is_running or desk.programme().scene is Scene.REVEAL

    def _count(self, left_s: int) -> None:
        self._shell.show_locking(counting_text(left_s))

    def _lock(self) -> None:
        role = self._day.actor.role
        keeps = role in CHOOSES
        self.lock_asked.emit(locked_text(self._seconds(role), keeps_what_is_there=keeps))

    def _choose(self) -> None:
        self._after_s = next_choice_s(self._after_s)
        keep("idle", {"after_s": self._after_s})
        self._show_choice(is_offered=True)

    def _show_choice(self, *, is_offered: bool) -> None:
        text = lock_text(self._after_s) if is_offered else ""
        self._shell.show_lock_choice(text, lock_spoken(self._after_s))


def chosen_s() -> int:
    """Seconds after which a desk is locked that people come to one after another."""
    return kept("idle", _choice, USUAL_S)


def _note_sleep(gone_s: float) -> None:
    noted(f"Nothing ran for {gone_s:.0f} s: the computer slept, or was held up.")


def _choice(value: object) -> int:
    """Seconds that can be chosen.

    Raises:
        ValueError: if these can't.
    """
    match value:
        case {"after_s": int(after_s)} if after_s in CHOICES_S and type(after_s) is int:
            return after_s
    raise ValueError(value)
