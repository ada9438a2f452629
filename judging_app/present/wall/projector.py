"""What the projector shows, made from nothing but what the public may see."""

from dataclasses import replace

from judging_app.present.wall.board import TWO_COLUMNS, ProjectorPage, ProjectorRow
from judging_app.present.wall.reveal_scene import EARLIER
from judging_app.present.wall.room import Room
from judging_app.present.wall.scenes import VIEWS
from judging_app.present.wall.view import ProjectorStep, ProjectorView
from judging_app.present.words.scenes import SCENES

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
    made, facts = VIEWS[scene](room), SCENES[scene]
    if not facts.is_bare:
        made = replace(made, clock_text=clock_text)
    if not (facts.is_bare or facts.names_event):
        made = replace(made, foot=room.event.title)
    if room.rehearsal:
        made = replace(made, rehearsal=True, spoken=f"Rehearsal. {made.spoken}")
    return replace(made, look=room.look)
