"""Wires the host's hold on the room: what is on, what is next, and the rehearsal of the reveal."""

from datetime import UTC, datetime

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from judging_app.desk import projector, reveal
from judging_app.desk.desk import Changed
from judging_app.desk.projector import host_projector, scene_before
from judging_app.desk.rehearsal import Rehearsal, rehearsal, rehearsed_wall
from judging_app.desk.rights import may
from judging_app.domain.acts import ShowScene
from judging_app.domain.event import Scene
from judging_app.errors import DeskError
from judging_app.present.control.control import HostProjectorView, NextKind
from judging_app.present.control.reveal import RevealWanted
from judging_app.present.time_of_day import clock_text
from judging_app.present.wall.showing import WallView, wall_view
from judging_app.present.words.scenes import AT_ONCE
from ui.day import Day
from ui.displays.displays import Displays
from ui.room.hold import WallHold
from ui.wall.projector import Projector

TICK_MS = 1_000


class RoomWiring(QObject):
    """Keeps the room at what the event file says, for whichever screen the host holds it from.

    What is in the preview and the rehearsal are the same on each of these screens.
    """

    viewed = Signal(object)
    """The `HostProjectorView` of this moment."""
    pictured = Signal(object, object)
    """The `WallView` that is on, and the one that is next, or `None`."""
    stated = Signal(object)
    """The `ProjectorState`: whether the room sees anything, and where."""
    paused = Signal()
    """Nothing goes on by itself: somebody else is there, or what was asked for is not so."""

    def __init__(self, parent: QObject, day: Day, *, window: Projector, displays: Displays) -> None:
        super().__init__(parent)
        self._day, self._window, self._displays = day, window, displays
        self._chosen: Scene | None = None
        self._view: HostProjectorView | None = None
        self._rehearsal: Rehearsal | None = None
        self._screens: list[QWidget] = []
        self._clock = QTimer(self)
        self._clock.setInterval(TICK_MS)
        self._clock.timeout.connect(self._tick)
        self._connect()

    @property
    def view(self) -> HostProjectorView | None:
        """What was shown last; nothing before the first time."""
        return self._view

    def serve(self, screen: QWidget, hold: WallHold) -> None:
        """Let the room be held from `screen` too."""
        self._screens.append(screen)
        hold.take_asked.connect(self._take)
        hold.back_asked.connect(self._go_back)
        hold.at_once_asked.connect(self._show_at_once)

    def refresh(self) -> None:
        """Show the room, and to a host or an organiser what they hold of it."""
        self._show_wall()  # first: the room waits for it
        if self._serves:
            self._show_view()
        self._show_pictures()
        self.stated.emit(self._displays.state)

    def choose(self, scene: Scene) -> None:
        """Put a scene into the preview; once more takes it out, and what usually follows is in."""
        self._chosen = None if self._chosen is scene else scene
        self.refresh()

    def show_text(self, scene: Scene, text: str) -> None:
        """Show a scene with what the host wrote for the room."""
        self._show_scene(scene, text)

    def announce_to(self, steps: int) -> None:
        """Announce the first `steps`, in the room or in the rehearsal."""
        if self._rehearsal is not None:
            self._rehearse_to(self._rehearsal, steps)
            return
        self._displays.go_on()
        self._chosen = None
        self._day.act(reveal.reveal_to, steps)

    def rehearse(self, wanted: RevealWanted) -> None:
        """Begin a rehearsal of the reveal with invented names."""
        desk, actor = self._day.desk, self._day.actor
        try:
            self._rehearsal = rehearsal(desk, actor, wanted, desk.record_code())
        except DeskError as refusal:
            self._day.refused.emit(str(refusal), "attention")
            return
        self._chosen = None
        self._displays.go_on()
        self.refresh()

    def end_rehearsal(self) -> None:
        """Go back from the rehearsal to what is so."""
        self._rehearsal = None
        self.refresh()

    def switch(self, is_on: bool) -> None:  # noqa: FBT001 - a signal carries it by position
        """Open the projector's window, or take it away."""
        self._displays.show_projector(is_shown=is_on)
        self._clock.start() if is_on else self._clock.stop()
        self._show_wall()

    def move_at(self, speed: float | None) -> None:
        """Let the room's picture move so many times as fast as usual, or not at all."""
        self._window.reduce_motion(is_reduced=speed is None)
        if speed is not None:
            self._window.set_speed(speed)

    @property
    def _serves(self) -> bool:
        day = self._day
        return day.is_signed_in and may(day.actor, ShowScene, day.desk.event().phase)

    @property
    def _is_watched(self) -> bool:
        return any(screen.isVisibleTo(screen.window()) for screen in self._screens)

    def _connect(self) -> None:
        self._day.changed.connect(self._follow)
        self._day.not_done.connect(self._show_what_is)
        self._day.opened.connect(self._show_wall)
        self._day.actor_changed.connect(self._forget)
        self._day.closed.connect(self._darken)
        self._displays.changed.connect(self._state)
        self._displays.came_back.connect(self._show_wall)
        self._window.closed.connect(self._darken)

    def _take(self) -> None:
        """Take what is next; while a step still arrives, let it arrive and do nothing more."""
        if self._view is None or self._window.complete():
            return
        match self._view.next.kind:
            case NextKind.STEP:
                self.announce_to(self._view.reveal.told + 1)
            case NextKind.SCENE:
                self._show_scene(self._view.next.scene)
            case NextKind.RESUME:
                self._black_rehearsal()
            case NextKind.END:
                self.end_rehearsal()

    def _go_back(self) -> None:
        if self._view is None:
            return
        if self._view.reveal.can_take_back:
            self.announce_to(self._view.reveal.told - 1)
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

    def _show_what_is(self) -> None:
        if self._is_watched:
            self.paused.emit()
            self.refresh()

    def _tick(self) -> None:
        self._show_wall()
        if self._is_watched:
            self._show_pictures()

    def _follow(self, changed: Changed) -> None:
        if self._is_watched:
            self.refresh()
        elif changed.touches_wall:
            self._show_wall()

    def _forget(self) -> None:
        """What one person had in the preview or rehearsed is not for the next."""
        self._chosen = self._rehearsal = self._view = None
        self.paused.emit()
        self._show_wall()

    def _state(self) -> None:
        self.stated.emit(self._displays.state)

    def _show_wall(self) -> None:
        if self._day.is_open:
            self._window.show_view(self._on_wall(clock_text(datetime.now(UTC))))

    def _show_pictures(self) -> None:
        """Show in small what is on and what is next, the clock's own second included."""
        if self._view is not None and self._serves:
            preview = self._preview(self._view, clock_text(datetime.now(UTC)))
            self.pictured.emit(self._window.view, preview)

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
            self.viewed.emit(self._view)

    def _preview(self, view: HostProjectorView, now: str) -> WallView | None:
        """The picture of what is next; a step has none, which would give it away to the host."""
        if view.next.kind is not NextKind.SCENE:
            return None
        return projector.preview(self._day.desk, self._day.actor, view.next.scene, now)

    def _darken(self) -> None:
        if self._displays.state.is_on:
            self.switch(is_on=False)
