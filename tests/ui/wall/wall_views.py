"""Every scene of the projector as a view, for pictures."""

from dataclasses import fields, is_dataclass, replace
from datetime import timedelta

from judging_app.domain.clock import Clock
from judging_app.domain.event import Board, Phase, Scene
from judging_app.domain.ids import TeamId
from judging_app.domain.people import Challenge, Participant, Team
from judging_app.domain.reveal import RevealStep, StepKind
from judging_app.domain.run_order import Slot
from judging_app.domain.standings import Edition, Standing
from judging_app.present.wall.facts import WallFacts
from judging_app.present.wall.showing import WallView, wall_view
from tests.present.wall.facts import (
    CITRINE,
    LIKED,
    NOW,
    RUNNING,
    SETUP,
    a_wall,
    running_step,
    steps_of,
)
from tests.ui.wall.board_views import LONG


def every_view(*, rehearsal: bool = False) -> dict[str, WallView]:
    """A view of every scene, and of every face that a scene may have."""
    rooms = {scene.value: a_wall(scene, Phase.PUBLISHED) for scene in Scene}
    rooms["live"] = a_wall(Scene.STANDINGS, Phase.SCORING, Board.LIVE)
    rooms["hidden"] = a_wall(Scene.STANDINGS, Phase.SCORING)
    for number in range(len(steps_of()) + 1):
        rooms[f"reveal {number}"] = a_wall(Scene.REVEAL, told=steps_of()[:number])
    for gone_s in (0, 28, 250, 295, 342):
        rooms[f"clock {gone_s}"] = clock_room(gone_s)
    rooms["podium"] = a_wall(Scene.PODIUM, told=steps_of())
    rooms["clock of nobody"] = replace(a_wall(Scene.CLOCK), clock=Clock())
    return {
        name: wall_view(replace(room, rehearsal=rehearsal), "14:32") for name, room in rooms.items()
    }


def clock_room(gone_s: int) -> WallFacts:
    """The clock after so many seconds of five minutes; at none it waits to be started."""
    clock = Clock(CITRINE, allotted_s=300, running_since=NOW if gone_s else None)
    return replace(a_wall(Scene.CLOCK), clock=clock, now=NOW + timedelta(seconds=gone_s))


def crowded_views(count: int) -> dict[str, WallView]:
    """Scenes with so many teams of the longest names, members, titles and texts."""
    teams = tuple(Team(TeamId(f"T{n}"), f"{LONG} {n}") for n in range(1, count + 1))
    members = tuple(
        Participant(SETUP.participants[0].id, LONG, "", "", SETUP.organisations[0].id, "", CITRINE)
        for _ in range(count)
    )
    challenge = Challenge(SETUP.challenges[0].id, LONG * 2, SETUP.organisations[0].id, CITRINE)
    setup = replace(
        SETUP,
        teams=teams,
        participants=members,
        challenges=(challenge,),
        organisations=(replace(SETUP.organisations[0], name=LONG),),
    )
    swapped = tuple(
        Standing(team.id, 1 + number, False, None, 0, 8)  # noqa: FBT003 - a list of places
        for number, team in enumerate(reversed(teams))
    )
    straight = tuple(
        Standing(team.id, 1 + number, False, None, 0, 8)  # noqa: FBT003 - as above
        for number, team in enumerate(teams)
    )
    views = {}
    for scene in (*Scene, Scene.REVEAL):
        room = a_wall(scene, Phase.PUBLISHED)
        step = RevealStep(StepKind.WINNER, None, tuple(team.id for team in teams[:12]), LIKED)
        views[scene.value] = wall_view(
            replace(
                room,
                event=replace(room.event, title=LONG * 2),
                setup=setup,
                slots=tuple(Slot(team.id) for team in teams),
                clock=replace(room.clock, team=teams[min(2, count - 1)].id),
                next_team=teams[-1].id,
                told=(step,),
                award_titles={LIKED: LONG * 2},
                peoples_award=LONG,
                editions=(Edition(1, straight), Edition(2, swapped, LONG * 6, "")),
                programme=replace(room.programme, message=LONG * 20),
            ),
            "14:32",
        )
    return views


def texts_of(value: object) -> set[str]:
    """Every text that a view holds, but for the logo."""
    if is_dataclass(value):
        return {text for f in fields(value) for text in texts_of(getattr(value, f.name))}
    if isinstance(value, tuple):
        return {text for item in value for text in texts_of(item)}
    return {value} if isinstance(value, str) else set()


def running_views() -> tuple[WallView, WallView]:
    """Running standings before and after a part that turns their order round."""
    turned = {team: 20 - score for team, score in RUNNING.items()}
    before, after = running_step(), replace(running_step(turned), part="Delivery")
    return (
        wall_view(a_wall(Scene.REVEAL, told=(before,))),
        wall_view(a_wall(Scene.REVEAL, told=(before, after))),
    )
