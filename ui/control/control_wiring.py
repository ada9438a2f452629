"""Wires the screen of the projector: the room, its board, the reveal, and its display."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from judging_app.desk import projector, reveal, scoring
from judging_app.domain.acts import AmendResult
from judging_app.domain.event import Scene
from judging_app.domain.roles import actor_from_key
from judging_app.present.control.reveal import RevealWanted
from ui.behind.undo_wiring import UndoWiring
from ui.control.control import HostProjector
from ui.control.steps import NO_MOTION
from ui.day import Day
from ui.displays.displays import Displays
from ui.displays.picker_wiring import DisplaysWiring
from ui.page_wiring import PageWiring
from ui.pins.pin_again_wiring import AskingAgain
from ui.room.room_wiring import RoomWiring


class ProjectorWiring(PageWiring):
    """Serves the host's screen of the projector; the room itself is the `RoomWiring`'s."""

    def __init__(
        self,
        parent: QObject,
        day: Day,
        screen: HostProjector,
        *,
        again: AskingAgain,
        room: RoomWiring,
        displays: Displays,
    ) -> None:
        super().__init__(parent)
        self._day, self._screen, self._again = day, screen, again
        self._room = room
        self._undo = UndoWiring(self, day, screen.undo)
        DisplaysWiring(self, displays, screen.picker)
        self._connect_room()
        self._connect_reveal()
        screen.show_state(displays.state)

    def refresh(self) -> None:
        """Show the projector as it is now, to a host or an organiser."""
        self._room.refresh()

    def _connect_room(self) -> None:
        screen, room = self._screen, self._room
        room.serve(screen, screen.hold)
        room.viewed.connect(screen.show_view)
        room.viewed.connect(self._undo.refresh)
        room.viewed.connect(self._show_scenes)
        room.pictured.connect(screen.show_pictures)
        room.pictured.connect(self._show_clock)
        screen.scenes.pictures_asked.connect(self._show_scenes)
        room.stated.connect(screen.show_state)
        room.paused.connect(screen.reveal.alone.pause)
        screen.scene_chosen.connect(room.choose)
        screen.text_asked.connect(room.show_text)
        screen.board_asked.connect(self._day.does(projector.show_board))
        screen.projector_asked.connect(room.switch)
        screen.lock_asked.connect(self._lock)
        screen.undo_asked.connect(self._undo.undo)
        screen.correction.amend_asked.connect(self._again.does(AmendResult, scoring.amend))

    def _connect_reveal(self) -> None:
        card, room = self._screen.reveal, self._room
        card.make_asked.connect(self._make_ready)
        card.confirm_asked.connect(self._confirm)
        card.step_asked.connect(room.announce_to)
        card.rehearse_asked.connect(room.rehearse)
        card.rehearsal_ended.connect(room.end_rehearsal)
        card.alone.speed_asked.connect(self._move_at)

    def _show_scenes(self) -> None:
        """Show a picture of each scene that can be shown now, while they are on show."""
        view = self._room.view
        if view is not None:
            self._picture([choice.scene for choice in view.scenes if not choice.why])

    def _show_clock(self) -> None:
        """Let the picture of the clock go on with each second."""
        self._picture([Scene.CLOCK])

    def _picture(self, scenes: Sequence[Scene]) -> None:
        if self._screen.scenes.isVisible() and self._day.is_signed_in:
            desk, actor = self._day.desk, self._day.actor
            self._screen.scenes.show_pictures(projector.previews(desk, actor, scenes))

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
        if not refusal:
            self._screen.take.setFocus()  # the form is gone, and this is what comes next

    def _move_at(self, speed: float) -> None:
        self._room.move_at(None if speed == NO_MOTION else speed)

    def _lock(self, is_locked: bool) -> None:  # noqa: FBT001 - the signal carries it by position
        self._screen.show_locked(is_locked=is_locked)
