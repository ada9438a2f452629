"""Wires the clock of the pitches: every act on it, and the time second by second."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Qt, QTimer

from judging_app.closed_sets import complete
from judging_app.desk import clock
from judging_app.desk.desk import Changed, Desk
from judging_app.desk.rights import may
from judging_app.domain.acts import SetClock
from judging_app.domain.clock import Clock
from judging_app.domain.ids import TeamId
from judging_app.domain.roles import Actor
from judging_app.errors import DeskError
from judging_app.present.host.clock import (
    ClockStep,
    HostClock,
    clock_notice,
    face,
    host_clock,
    left_from,
)
from judging_app.present.host.turns import late_text
from judging_app.present.wall.faces import StageClock
from ui.day import Day
from ui.host.clock import ClockCard


class ClockWiring(QObject):
    """Serves the clock's card to the host and the organiser; the desk's wiring has it refresh.

    The time is worked out from the file's clock at each second, so it can't drift from what the
    room sees.
    """

    def __init__(self, parent: QObject, day: Day, card: ClockCard) -> None:
        super().__init__(parent)
        self._day, self._card = day, card
        self._panel: HostClock | None = None
        self._held: Clock | None = None
        self._ticker = QTimer(self)
        self._ticker.setSingleShot(True)
        self._ticker.setTimerType(Qt.TimerType.PreciseTimer)
        self._ticker.timeout.connect(self.tick)
        day.actor_changed.connect(self.refresh)
        self._connect_acts()

    def refresh(self) -> None:
        """Show the clock as it is now; to nobody else does it tick."""
        self._ticker.stop()
        if not self._is_host():
            return
        desk = self._day.desk
        following, plan, now = clock.next_team(desk), clock.schedule(desk), clock.clock(desk)
        self._panel = host_clock(
            desk.setup(),
            now,
            clock.slots(desk),
            following,
            clock.times(desk),
            self._notice(),
            next_at=plan.times.get(following) if following else None,
            late=late_text(plan.late),
            is_held=now == self._held,
        )
        self._card.show_panel(self._panel)
        self.tick()

    def tick(self) -> None:
        """Show this second, and come again at the next while the clock runs."""
        if self._panel is None or not self._is_host():
            return
        desk = self._day.desk
        shown = face(clock.clock(desk), clock.counted_now(desk))
        self._card.show_face(shown)
        self._come_again(shown)

    def stop(self) -> None:
        """End the ticking; for closing the application."""
        self._ticker.stop()

    def _notice(self) -> str:
        desk = self._day.desk
        opened = desk.timepiece
        return clock_notice(clock.doubt(desk), opened.opened, opened.saved_later())

    def _come_again(self, shown: StageClock | None) -> None:
        if shown is not None and shown.changes_in_ms is not None:
            self._ticker.start(shown.changes_in_ms)

    def _connect_acts(self) -> None:
        card = self._card
        card.step_asked.connect(self._step)
        card.start_asked.connect(self._start)
        card.pause_asked.connect(self._pause)
        card.nudge_asked.connect(self._nudge)
        card.put_right_asked.connect(self._put_right)
        card.call_asked.connect(self._call)

    def _start(self) -> None:
        self._day.act(clock.start)

    def _pause(self) -> None:
        self._day.act(clock.pause)
        self._held = clock.clock(self._day.desk)
        self.refresh()

    def _step(self, step: ClockStep) -> None:
        if (act := _STEPS[step]) is not None:
            self._day.act(act)

    def _nudge(self, seconds: int) -> None:
        self._day.act(clock.nudge, seconds)

    def _put_right(self, text: str) -> None:
        try:
            left_s = left_from(text)
        except DeskError as refusal:
            self._card.panel.show_problem(str(refusal))
            return
        self._card.panel.show_problem(self._day.attempt(clock.put_right, left_s))

    def _call(self, team: str) -> None:
        self._day.act(clock.call, TeamId(team))

    def _is_host(self) -> bool:
        day = self._day
        return day.is_signed_in and may(day.actor, SetClock, day.desk.event().phase)


_STEPS: Mapping[ClockStep, Callable[[Desk, Actor], Changed] | None] = complete(
    {
        ClockStep.CALL: clock.go_on,
        ClockStep.START: clock.start,
        ClockStep.CONTINUE: clock.start,
        ClockStep.QUESTIONS: clock.start_questions,
        ClockStep.END: clock.pause,
        ClockStep.NONE: None,
    }
)
"""What each step is on the desk."""
