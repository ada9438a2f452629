"""Keeps the projector on a display of its own while displays come and go."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from ui.displays.choice import (
    NOWHERE,
    DisplayId,
    beside,
    display_id,
    found_again,
    keep_display,
    kept_display,
    repeats,
)
from ui.displays.identify import Identify
from ui.displays.placing import fill, stand_beside
from ui.displays.words import (
    DisplayRow,
    ProjectorState,
    Standing,
    Trouble,
    offered_rows,
    trouble_of,
)
from ui.screen_of import screen_of
from ui.wall.projector import Projector

QUIET_MS = 2_000
"""How long the displays must have stayed as they are before the projector comes back.

One that warms up, or a plug that is pushed home, comes and goes several times.
"""

ARRIVAL_MS = 500
"""How long a system may take to bring the projector's window to the display it was sent to."""


class Displays(QObject):
    """Keeps the projector off the display that `host`, the main window, is on.

    Which display the computer calls the first says nothing: at a lectern that is often the
    beamer. So the host's own window decides which one the projector must never cover.
    """

    said = Signal(str)
    """A calm line for the host."""
    came_back = Signal()
    """The room is about to see something after a gap, and nobody knows what it saw last: hold."""
    changed = Signal()
    """The projector's state has changed, or which displays there are."""

    def __init__(self, projector: Projector, host: QWidget, parent: QObject | None = None) -> None:
        super().__init__(parent or host)
        self._projector, self._host = projector, host
        self._own_before, self._own_left = self._own, NOWHERE
        self._newcomers: list[DisplayId] = []
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
    def chosen(self) -> DisplayId | None:
        """The display that the projector is on, or would go to; `None` if there is none."""
        return self.state.display or self._target()

    @property
    def rows(self) -> tuple[DisplayRow, ...]:
        """The displays that the projector can go to, in words."""
        return offered_rows(tuple(_connected()), self._own, self.chosen)

    def show_projector(self, *, is_shown: bool) -> None:
        """Put the projector on its display, or take it away."""
        self._quiet.stop()
        self._has_strayed = False
        if is_shown:
            self._place(self._target())
        else:
            self._projector.filled = None
            self._projector.hide()
            self._be(ProjectorState())

    def pick(self, key: str) -> None:
        """Send the projector to another display, and remember it for the next time."""
        target = next((display for display in self._beside if display.key == key), None)
        if target is not None:  # else it went while it was being picked
            keep_display(target)
            self._quiet.stop()
            self._has_strayed = False
            if self.state.standing is Standing.HELD:
                self._come_back(target)
            elif self.state.is_on:
                self._place(target)
        self.changed.emit()

    def identify(self) -> None:
        """Show on every display, for a moment, its number and its name."""
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
    def _own(self) -> DisplayId:
        display: QScreen | None = screen_of(self._host)  # none while no display is connected at all
        return display_id(display) if display else NOWHERE

    @property
    def _beside(self) -> tuple[DisplayId, ...]:
        return beside(tuple(_connected()), self._own)

    def _follow(self) -> None:
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.screenAdded.connect(self._meet)
            application.screenRemoved.connect(self._lose)
        for display in QGuiApplication.screens():
            display.geometryChanged.connect(self._reshape)
        self._host.installEventFilter(self)
        self._projector.installEventFilter(self)

    def _target(self) -> DisplayId | None:
        """Where the projector goes when it is switched on."""
        free, kept = self._beside, kept_display()
        return (found_again(kept, free) if kept else None) or next(iter(free), None)

    def _place(self, target: DisplayId | None) -> None:
        """Fill a display, or use a window where there is none to fill."""
        projector, is_waiting = self._projector, self._projector.state.is_waiting
        self._newcomers.clear()
        projector.filled = display = _connected()[target] if target else None
        if display is None:
            trouble = self._trouble_at_rest()
            self._be(ProjectorState(Standing.WINDOW, None, trouble, is_waiting))
            stand_beside(projector, self._host)
        else:
            self._arrival.start(ARRIVAL_MS)
            self._be(ProjectorState(Standing.FULL, target, None, is_waiting))
            fill(projector, display, self._host)

    def _meet(self, display: QScreen) -> None:
        display.geometryChanged.connect(self._reshape)
        self._newcomers.append(display_id(display))
        self._reshape()

    def _lose(self, display: QScreen) -> None:
        """Hide when the projector's display goes, or the host's, whose window is about to move."""
        self._identify.end()
        gone = display_id(display)
        self._newcomers = [other for other in self._newcomers if other != gone]
        if self._projector.state.standing is Standing.FULL and display is screen_of(self._host):
            self._hold(Trouble.COVERED)
        self._reshape()

    def _reshape(self) -> None:
        self._look()
        self._wait_for_quiet()

    def _look(self) -> None:
        """Hide at once what would be seen on the host's display; all else waits for quiet."""
        if self._projector.state.standing is Standing.FULL:
            self._stay()
        if self._own != self._own_before:
            self._own_left, self._own_before = self._own_before, self._own
            self._wait_for_quiet()

    def _stay(self) -> None:
        """Go on filling the display, whatever its size is now; hold if it isn't free any more."""
        trouble = self._trouble_there()
        if trouble is not None or self._projector.filled is None:
            self._hold(trouble or Trouble.DISCONNECTED)
            return
        now = display_id(self._projector.filled)
        if now != self._projector.state.display:
            self._be(replace(self._projector.state, display=now))
            self._projector.setGeometry(self._projector.filled.geometry())

    def _trouble_there(self) -> Trouble | None:
        """What is wrong with the display that the projector fills."""
        display = self._projector.filled
        if display is None or display not in QGuiApplication.screens():
            return Trouble.DISCONNECTED
        if display is screen_of(self._host):
            return Trouble.COVERED
        if display_id(display).overlaps(self._own):
            return Trouble.MIRRORED
        has_strayed = screen_of(self._projector) is screen_of(self._host)
        return Trouble.STRAYED if has_strayed and not self._arrival.isActive() else None

    def _hold(self, trouble: Trouble) -> None:
        self._newcomers.clear()
        self._projector.filled = None
        self._projector.hide()
        self._be(replace(self._projector.state, standing=Standing.HELD, trouble=trouble))
        if trouble is Trouble.STRAYED and not self._has_strayed:
            # Once: a system that always moves it would flash it on the host's display for ever.
            self._has_strayed = True
            self._wait_for_quiet()

    def _wait_for_quiet(self) -> None:
        self._quiet.start(QUIET_MS)
        self.changed.emit()

    def _settle(self) -> None:
        """Come back if there is a display to come back to, else say what is so now."""
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

    def _way_back(self) -> DisplayId | None:
        """The lost display, or one that came since, or that the host left to sit on the lost one.

        Not one that was free all along: it may be turned to the stage, or be the organiser's.
        """
        state, free = self._projector.state, self._beside
        if state.standing is Standing.WINDOW:
            return self._target()
        if state.standing is not Standing.HELD or state.display is None:
            return None
        left = [self._own_left] if self._trouble_held() is Trouble.COVERED else []
        meant = (found_again(one, free) for one in (state.display, *self._newcomers, *left))
        return next((display for display in meant if display), None)

    def _come_back(self, target: DisplayId) -> None:
        self._projector.hide()  # hidden, it changes its scene at once
        self._projector.state = replace(self._projector.state, is_waiting=True)
        self.came_back.emit()
        self._place(target)

    def _trouble_held(self) -> Trouble:
        kept, own = self._projector.state.display, self._own
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


def _connected() -> dict[DisplayId, QScreen]:
    """Every display there is by what it says of itself."""
    return {display_id(display): display for display in QGuiApplication.screens()}


_MOVES = frozenset(
    {
        QEvent.Type.Move,
        QEvent.Type.Resize,
        QEvent.Type.Show,
        QEvent.Type.WindowStateChange,
        QEvent.Type.ScreenChangeInternal,
    }
)
"""What may bring a window to another display."""
