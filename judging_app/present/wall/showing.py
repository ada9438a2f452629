"""What the projector shows, made from nothing but what the public may see."""

from dataclasses import replace

from judging_app.present.wall.facts import WallFacts
from judging_app.present.wall.scenes import VIEWS
from judging_app.present.wall.view import WallView
from judging_app.present.words.scenes import SCENES

__all__ = ("WallView", "wall_view")


def wall_view(wall: WallFacts, clock_text: str = "") -> WallView:
    """The scene that is on the programme, for everyone in the room.

    `clock_text` is the time of day for the foot. A rehearsal is marked whatever the scene.
    """
    scene = wall.programme.scene
    made, facts = VIEWS[scene](wall), SCENES[scene]
    if not facts.is_bare:
        made = replace(made, clock_text=clock_text)
    if not (facts.is_bare or facts.names_event or made.aside):
        made = replace(made, aside=wall.event.title)
    if wall.rehearsal:
        made = replace(made, rehearsal=True, spoken=f"Rehearsal. {made.spoken}")
    return replace(made, look=wall.look, names=tuple(team.name for team in wall.setup.teams))
