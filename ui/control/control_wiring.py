"""Wires the host's hold on the projector: scenes, the board, the reveal, and its screen."""

from datetime import UTC, datetime

from PySide6.QtCore import QObject, QTimer

from judging_app.desk import projector, reveal, scoring
from judging_app.desk.desk import Changed
from judging_app.desk.projector import host_projector, scene_before
from judging_app.desk.rehearsal import Rehearsal, rehearsal, rehearsed_wall
from judging_app.desk.rights import may
from judging_app.domain.acts import AmendResult, ShowScene
from judging_app.domain.event import Scene
from judging_app.domain.roles import actor_from_key
from judging_app.errors import DeskError
from judging_app.present.control.control import HostProjectorView, NextKind
from judging_app.present.control.reveal import RevealWanted
from judging_app.present.time_of_day import clock_text
from judging_app.present.wall.showing import WallView, wall_view
from judging_app.present.words.scenes import AT_ONCE
from ui.control.control import HostProjector
from ui.control.steps import NO_MOTION
from ui.day import Day
from ui.displays.displays import Displays
from ui.displays.picker_wiring import DisplaysWiring
from ui.page_wiring import PageWiring
from ui.pins.pin_again_wiring import AskingAgain
from ui.wall.projector import Projector

TICK_MS = 1_000


class ProjectorWiring(PageWiring):
    """Serves the host's screen of the projector, and keeps the room at what the event file says."""

    def __init__(
        self,
        parent: QObject,
        day: Day,
        screen: HostProjector,
        *,
        again: AskingAgain,
        window: Projector,
        displays: Displays,
    ) -> None:
        super().__init__(parent)
        self._day, self._screen, self._window, self._displays = day, screen, window, displays
        self._again = again
        self._chosen: Scene | None = None
        self._view: HostProjectorView | None = None
        self._rehearsal: Rehearsal | None = None
        self._clock = QTimer(self)
        self._clock.setInterval(TICK_MS)
        self._clock.timeout.connect(self._tick)
        DisplaysWiring(self, displays, screen.picker)
        self._connect_day()
        self._connect_wall()
        self._connect_reveal()
        self._say(displays.state.line)

    def refresh(self) -> None:
        """Show the projector as it is now, to a host or an organiser."""
        self._show_wall()  # first: the room waits for it
        if self._serves:
            self._show_view()
        self._show_pictures()

    @property
    def _serves(self) -> bool:
        day = self._day
        return day.is_signed_in and may(day.actor, ShowScene, day.desk.event().phase)

    def _connect_day(self) -> None:
        self._day.changed.connect(self._follow)
        self._day.not_done.connect(self._show_what_is)
        self._day.opened.connect(self._show_wall)
        self._day.actor_changed.connect(self._forget)
        self._day.closed.connect(self._darken)
        self._displays.said.connect(self._say)
        self._displays.came_back.connect(self._show_wall)
        self._window.closed.connect(self._darken)

    def _connect_wall(self) -> None:
        screen = self._screen
        screen.scene_chosen.connect(self._choose)
        screen.take_asked.connect(self._take)
        screen.back_asked.connect(self._go_back)
        screen.at_once_asked.connect(self._show_at_once)
        screen.text_asked.connect(self._show_text)
        screen.board_asked.connect(self._day.does(projector.show_board))
        screen.projector_asked.connect(self._switch)
        screen.lock_asked.connect(self._lock)
        screen.correction.amend_asked.connect(self._again.does(AmendResult, scoring.amend))

    def _connect_reveal(self) -> None:
        card = self._screen.reveal
        card.make_asked.connect(self._make_ready)
        card.confirm_asked.connect(self._confirm)
        card.step_asked.connect(self._announce_to)
        card.rehearse_asked.connect(self._rehearse)
        card.rehearsal_ended.connect(self._end_rehearsal)
        card.alone.speed_asked.connect(self._move_at)

    def _choose(self, scene: Scene) -> None:
        """Put a scene into the preview; once more takes it out, and what usually follows is in."""
        self._chosen = None if self._chosen is scene else scene
        self.refresh()

    def _take(self) -> None:
        """Take what is next; while a step still arrives, let it arrive and do nothing more."""
        if self._view is None or self._window.complete():
            return
        match self._view.next.kind:
            case NextKind.STEP:
                self._announce_to(self._view.reveal.told + 1)
            case NextKind.SCENE:
                self._show_scene(self._view.next.scene)
            case NextKind.RESUME:
                self._black_rehearsal()
            case NextKind.END:
                self._end_rehearsal()

    def _go_back(self) -> None:
        if self._view is None:
            return
        if self._view.reveal.can_take_back:
            self._announce_to(self._view.reveal.told - 1)
        elif (scene := scene_before(self._day.desk)) is not None:
            self._show_scene(scene)

    def _show_at_once(self, scene: Scene) -> None:
        """Show black or the logo; if it is on already, what was on before."""
        if self._rehearsal is not None:
            self._black_rehearsal()
            return
        desk = self._day.desk
        if desk.programme().scene is scene:
            before = scene_before(desk)
            scene = Scene.HOLDING if before is None or before in AT_ONCE else before
        self._show_scene(scene)

    def _show_scene(self, scene: Scene, text: str | None = None) -> None:
        self._displays.go_on()
        self._chosen = None
        self._day.act(projector.show_scene, scene, text)

    def _show_text(self, scene: Scene, text: str) -> None:
        self._show_scene(scene, text)

    def _make_ready(self, wanted: RevealWanted) -> None:
        self._day.act(
            reveal.plan_reveal,
            wanted.kind,
            wanted.top,
            names_judges=wanted.names_judges,
            tells_awards=wanted.tells_awards,
        )

    def _confirm(self, second: str, pin: str) -> None:
        refusal = self._day.attempt(reveal.confirm_reveal, actor_from_key(second), pin)
        self._screen.reveal.show_refusal(refusal)

    def _announce_to(self, steps: int) -> None:
        """Announce the first `steps`, in the room or in the rehearsal."""
        if self._rehearsal is not None:
            self._rehearse_to(self._rehearsal, steps)
            return
        self._displays.go_on()
        self._chosen = None
        self._day.act(reveal.reveal_to, steps)

    def _rehearse(self, wanted: RevealWanted) -> None:
        desk, actor = self._day.desk, self._day.actor
        try:
            self._rehearsal = rehearsal(desk, actor, wanted, desk.record_code())
        except DeskError as refusal:
            self._day.refused.emit(str(refusal), "attention")
            return
        self._chosen = None
        self._displays.go_on()
        self.refresh()

    def _rehearse_to(self, before: Rehearsal, steps: int) -> None:
        self._rehearsal = before.moved_to(steps)
        if self._rehearsal.is_at_end and not before.is_at_end:
            self._day.act(reveal.rehearsed)
        self.refresh()

    def _black_rehearsal(self) -> None:
        """Black, or back from it, while the room's own scene stays as it is."""
        if self._rehearsal is not None:
            self._rehearsal = self._rehearsal.black()
            self.refresh()

    def _end_rehearsal(self) -> None:
        self._rehearsal = None
        self.refresh()

    def _show_what_is(self) -> None:
        if self._screen.isVisibleTo(self._screen.window()):
            self._screen.reveal.alone.pause()
            self.refresh()

    def _tick(self) -> None:
        self._show_wall()
        if self._screen.isVisible():
            self._show_pictures()

    def _follow(self, changed: Changed) -> None:
        if self._screen.isVisibleTo(self._screen.window()):
            self.refresh()
        elif changed.touches_wall:
            self._show_wall()

    def _forget(self) -> None:
        """What one person had in the preview or rehearsed is not for the next."""
        self._chosen = self._rehearsal = self._view = None
        self._screen.reveal.alone.pause()
        self._show_wall()

    def _move_at(self, speed: float) -> None:
        self._window.reduce_motion(is_reduced=speed == NO_MOTION)
        if speed != NO_MOTION:
            self._window.set_speed(speed)

    def _lock(self, is_locked: bool) -> None:  # noqa: FBT001 - the signal carries it by position
        self._screen.show_locked(is_locked=is_locked)

    def _switch(self, is_on: bool) -> None:  # noqa: FBT001 - as above
        self._displays.show_projector(is_shown=is_on)
        self._clock.start() if is_on else self._clock.stop()
        self._show_wall()

    def _say(self, line: str) -> None:
        self._screen.show_projector(is_on=self._displays.state.is_on, line=line)

    def _show_wall(self) -> None:
        if not self._day.is_open:
            return
        now = clock_text(datetime.now(UTC))
        self._window.show_view(self._on_wall(now))

    def _show_pictures(self) -> None:
        """Show in small what is on and what is next, the clock's own second included."""
        if self._view is not None and self._serves:
            preview = self._preview(self._view, clock_text(datetime.now(UTC)))
            self._screen.show_pictures(self._window.view, preview)

    def _on_wall(self, now: str) -> WallView:
        if self._rehearsal is not None:
            return wall_view(rehearsed_wall(self._rehearsal, self._day.desk.now()), now)
        return projector.shown(self._day.desk, now, is_held=self._displays.state.is_waiting)

    def _show_view(self) -> None:
        desk, actor = self._day.desk, self._day.actor
        try:
            self._view = host_projector(desk, actor, self._chosen, self._rehearsal)
        except DeskError as refusal:  # such as of a file that isn't as it was recorded
            self._day.refused.emit(str(refusal), "attention")
        else:
            self._screen.show_view(self._view)

    def _preview(self, view: HostProjectorView, now: str) -> WallView | None:
        """The picture of what is next; a step has none, which would give it away to the host."""
        if view.next.kind is not NextKind.SCENE:
            return None
        return projector.preview(self._day.desk, self._day.actor, view.next.scene, now)

    def _darken(self) -> None:
        if self._displays.state.is_on:
            self._switch(is_on=False)
