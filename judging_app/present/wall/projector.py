"""What the projector shows, made from nothing but what the public may see."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType

from judging_app.domain.event import Scene
from judging_app.present.wall import pitch_scenes, scenes
from judging_app.present.wall.board import TWO_COLUMNS, ProjectorPage, ProjectorRow
from judging_app.present.wall.clock import clock_scene
from judging_app.present.wall.correction import correction
from judging_app.present.wall.reveal_scene import EARLIER, reveal_scene
from judging_app.present.wall.room import Room
from judging_app.present.wall.view import ProjectorStep, ProjectorView

__all__ = (
    "EARLIER",
    "TWO_COLUMNS",
    "ProjectorPage",
    "ProjectorRow",
    "ProjectorStep",
    "ProjectorView",
    "projector_view",
)


def projector_view(room: Room, clock_text: str = "") -> ProjectorView:
    """The scene that is on the programme, for everyone in the room.

    `clock_text` is the time of day for the foot. A rehearsal is marked whatever the scene.
    """
    scene = room.programme.scene
    made = _SCENES[scene](room)
    if scene not in _WITHOUT_FOOT:
        made = replace(made, clock_text=clock_text)
    if scene not in _SAYING_THE_EVENT:
        made = replace(made, foot=room.event.title)
    if room.rehearsal:
        made = replace(made, rehearsal=True, spoken=f"Rehearsal. {made.spoken}")
    return replace(made, look=room.look)


_SCENES: Mapping[Scene, Callable[[Room], ProjectorView]] = MappingProxyType(
    {
        Scene.HOLDING: scenes.holding,
        Scene.RUN_ORDER: pitch_scenes.run_order,
        Scene.UP_NEXT: pitch_scenes.up_next,
        Scene.NOW_PITCHING: pitch_scenes.now_pitching,
        Scene.CLOCK: clock_scene,
        Scene.PROGRESS: scenes.judges_scoring,
        Scene.STANDINGS: scenes.standings,
        Scene.PEOPLES_CHOICE: pitch_scenes.peoples_choice,
        Scene.DELIBERATION: scenes.deliberation,
        Scene.REVEAL: reveal_scene,
        Scene.CORRECTION: correction,
        Scene.MESSAGE: scenes.message,
        Scene.THANK_YOU: scenes.thank_you,
        Scene.LOGO: scenes.logo,
        Scene.TEST_CARD: scenes.screen_test,
        Scene.BLACK: scenes.black,
    }
)

_WITHOUT_FOOT = frozenset({Scene.LOGO, Scene.TEST_CARD, Scene.BLACK})
_SAYING_THE_EVENT = _WITHOUT_FOOT | {Scene.HOLDING, Scene.THANK_YOU}
"""Their title or a line of theirs is the event's, so the foot doesn't say it again."""
