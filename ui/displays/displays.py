"""Keeps the projector on a screen of its own while screens come and go."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from ui.displays.choice import (
    NOWHERE,
    ScreenId,
    beside,
    found_again,
    keep_screen,
    kept_screen,
    repeats,
    screen_id,
)
from ui.displays.identify import Identify
from ui.displays.placing import fill, stand_beside
from ui.displays.words import (
    ProjectorState,
    ScreenRow,
    Standing,
    Trouble,
    offered_rows,
    trouble_of,
)
from ui.screen_of import screen_of
from ui.wall.projector import Projector

QUIET_MS = 2_000
"""How long the screens must have stayed as they are before the projector comes back.

One that warms up, or a plug that is pushed home, comes and goes several times.
"""

ARRIVAL_MS = 500
"""How long a system may take to bring the projector's window to the screen it was sent to."""


class Screens(QObject):
    """Keeps the projector off the screen that `host`, the main window, is on.

    Which screen the computer calls the first says nothing: at a lectern that is often the
    beamer. So the host's own window decides which one the projector must never cover.
    """

    said = Signal(str)
    """A calm line for the host."""
    came_back = Signal()
    """The room is about to see something after a gap, and nobody knows what it saw last: hold."""
    changed = Signal()
    """The projector's state has changed, or which screens there are."""

    def __init__(self, projector: Projector, host: QWidget, parent: QObject | None = None) -> None:
        super().__init__(parent or host)
        self._projector, self._host = projector, host
        self._own_before, self._own_left = self._own, NOWHERE
        self._newcomers: list[ScreenId] = []
        self._has_strayed = False
        self._identify = Identify(self)
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.timeout.connect(self._settle)
        self._arrival = QTimer(self)
        self._arrival.setSingleShot(True)
        self._arrival.timeout.connect(self._look)
        self._follow()

    @property
    def state(self) -> ProjectorState:
        """How the projector is doing."""
        state = self._projector.state
        return state if state.is_on else ProjectorState(trouble=self._trouble_at_rest())

    @property
    def chosen(self) -> ScreenId | None:
        """The screen that the projector is on, or would go to; `None` if there is none."""
        return self.state.screen or self._target()

    @property
    def rows(self) -> tuple[ScreenRow, ...]:
        """The screens that the projector can go to, in words."""
        return offered_rows(tuple(_connected()), self._own, self.chosen)

    def show_projector(self, *, is_shown: bool) -> None:
        """Put the projector on its screen, or take it away."""
        self._quiet.stop()
        self._has_strayed = False
        if is_shown:
            self._place(self._target())
        else:
            self._projector.filled = None
            self._projector.hide()
            self._be(ProjectorState())

    def pick(self, key: str) -> None:
        """Send the projector to another screen, and remember it for the next time."""
        target = next((screen for screen in self._beside if screen.key == key), None)
        if target is not None:  # else it went while it was being picked
            keep_screen(target)
            self._quiet.stop()
            self._has_strayed = False
            if self.state.standing is Standing.HELD:
                self._come_back(target)
            elif self.state.is_on:
                self._place(target)
        self.changed.emit()

    def identify(self) -> None:
        """Show on every screen, for a moment, its number and its name."""
        self._identify.show_signs(_connected())

    def go_on(self) -> None:
        """End the holding after a gap: somebody has taken a scene."""
        if self._projector.state.is_waiting:
            self._be(replace(self._projector.state, is_waiting=False))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look again wherever a window has moved to."""
        if event.type() in _MOVES:
            self._look()
        return super().eventFilter(watched, event)

    @property
    def _own(self) -> ScreenId:
        screen: QScreen | None = screen_of(self._host)  # none while no screen is connected at all
        return screen_id(screen) if screen else NOWHERE

    @property
    def _beside(self) -> tuple[ScreenId, ...]:
        return beside(tuple(_connected()), self._own)

    def _follow(self) -> None:
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.screenAdded.connect(self._meet)
            application.screenRemoved.connect(self._lose)
        for screen in QGuiApplication.screens():
            screen.geometryChanged.connect(self._reshape)
        self._host.installEventFilter(self)
        self._projector.installEventFilter(self)

    def _target(self) -> ScreenId | None:
        """Where the projector goes when it is switched on."""
        free, kept = self._beside, kept_screen()
        return (found_again(kept, free) if kept else None) or next(iter(free), None)

    def _place(self, target: ScreenId | None) -> None:
        """Fill a screen, or use a window where there is none to fill."""
        room, is_waiting = self._projector, self._projector.state.is_waiting
        self._newcomers.clear()
        room.filled = screen = _connected()[target] if target else None
        if screen is None:
            trouble = self._trouble_at_rest()
            self._be(ProjectorState(Standing.WINDOW, None, trouble, is_waiting))
            stand_beside(room, self._host)
        else:
            self._arrival.start(ARRIVAL_MS)
            self._be(ProjectorState(Standing.FULL, target, None, is_waiting))
            fill(room, screen, self._host)

    def _meet(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._reshape)
        self._newcomers.append(screen_id(screen))
        self._reshape()

    def _lose(self, screen: QScreen) -> None:
        """Hide when the projector's screen goes, or the host's, whose window is about to move."""
        self._identify.end()
        gone = screen_id(screen)
        self._newcomers = [other for other in self._newcomers if other != gone]
        if self._projector.state.standing is Standing.FULL and screen is screen_of(self._host):
            self._hold(Trouble.COVERED)
        self._reshape()

    def _reshape(self) -> None:
        self._look()
        self._wait_for_quiet()

    def _look(self) -> None:
        """Hide at once what would be seen on the host's screen; all else waits for quiet."""
        if self._projector.state.standing is Standing.FULL:
            self._stay()
        if self._own != self._own_before:
            self._own_left, self._own_before = self._own_before, self._own
            self._wait_for_quiet()

    def _stay(self) -> None:
        """Go on filling the screen, whatever its size is now, or hold if it isn't free any more."""
        trouble = self._trouble_there()
        if trouble is not None or self._projector.filled is None:
            self._hold(trouble or Trouble.DISCONNECTED)
            return
        now = screen_id(self._projector.filled)
        if now != self._projector.state.screen:
            self._be(replace(self._projector.state, screen=now))
            self._projector.setGeometry(self._projector.filled.geometry())

    def _trouble_there(self) -> Trouble | None:
        """What is wrong with the screen that the projector fills."""
        screen = self._projector.filled
        if screen is None or screen not in QGuiApplication.screens():
            return Trouble.DISCONNECTED
        if screen is screen_of(self._host):
            return Trouble.COVERED
        if screen_id(screen).overlaps(self._own):
            return Trouble.MIRRORED
        has_strayed = screen_of(self._projector) is screen_of(self._host)
        return Trouble.STRAYED if has_strayed and not self._arrival.isActive() else None

    def _hold(self, trouble: Trouble) -> None:
        self._newcomers.clear()
        self._projector.filled = None
        self._projector.hide()
        self._be(replace(self._projector.state, standing=Standing.HELD, trouble=trouble))
        if trouble is Trouble.STRAYED and not self._has_strayed:
            # Once: a system that always moves it would flash it on the host's screen for ever.
            self._has_strayed = True
            self._wait_for_quiet()

    def _wait_for_quiet(self) -> None:
        self._quiet.start(QUIET_MS)
        self.changed.emit()

    def _settle(self) -> None:
        """Come back if there is a screen to come back to, else say what is so now."""
        self._look()
        state = self._projector.state
        if target := self._way_back():
            self._come_back(target)
        elif state.standing is Standing.HELD:
            self._be(replace(state, trouble=self._trouble_held()))
        elif state.standing is Standing.WINDOW:
            self._be(replace(state, trouble=self._trouble_at_rest()))
        else:
            self.changed.emit()

    def _way_back(self) -> ScreenId | None:
        """The lost screen, or one that came since, or that the host left to sit on the lost one.

        Not one that was free all along: it may be turned to the stage, or be the organiser's.
        """
        state, free = self._projector.state, self._beside
        if state.standing is Standing.WINDOW:
            return self._target()
        if state.standing is not Standing.HELD or state.screen is None:
            return None
        left = [self._own_left] if self._trouble_held() is Trouble.COVERED else []
        meant = (found_again(one, free) for one in (state.screen, *self._newcomers, *left))
        return next((screen for screen in meant if screen), None)

    def _come_back(self, target: ScreenId) -> None:
        self._projector.hide()  # hidden, it changes its scene at once
        self._projector.state = replace(self._projector.state, is_waiting=True)
        self.came_back.emit()
        self._place(target)

    def _trouble_held(self) -> Trouble:
        kept, own = self._projector.state.screen, self._own
        if repeats(tuple(_connected()), own):
            return Trouble.MIRRORED
        return Trouble.COVERED if kept and found_again(kept, (own,)) else Trouble.DISCONNECTED

    def _trouble_at_rest(self) -> Trouble | None:
        """What the projector would meet if it were switched on now."""
        return None if self._beside else trouble_of(tuple(_connected()), self._own)

    def _be(self, state: ProjectorState) -> None:
        before, self._projector.state = self._projector.state, state
        if state != before:
            self.said.emit(self.state.line)
        self.changed.emit()


def _connected() -> dict[ScreenId, QScreen]:
    """Every screen there is by what it says of itself."""
    return {screen_id(screen): screen for screen in QGuiApplication.screens()}


_MOVES = frozenset(
    {
        QEvent.Type.Move,
        QEvent.Type.Resize,
        QEvent.Type.Show,
        QEvent.Type.WindowStateChange,
        QEvent.Type.ScreenChangeInternal,
    }
)
"""What may bring a window to another screen."""
