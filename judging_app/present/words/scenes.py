"""Every scene with what the host's desk and the projector need to know of it."""

from dataclasses import dataclass
from enum import Enum

from judging_app.closed_sets import complete
from judging_app.domain.event import Scene


class SceneGroup(Enum):
    """Where a scene is offered; one `AT_ONCE` has keys of its own and no preview."""

    PITCHES = "pitches"
    RESULT = "result"
    BETWEEN = "between"
    AT_ONCE = "at once"


GROUP_WORDS = complete(
    {
        SceneGroup.PITCHES: "The pitches",
        SceneGroup.RESULT: "The result",
        SceneGroup.BETWEEN: "At any time",
        SceneGroup.AT_ONCE: "At once",
    }
)


@dataclass(frozen=True, slots=True)
class SceneFacts:
    """A scene's name, the letter that chooses it, and what is in it.

    `short` is its name where there is little room. `shows_message` if it shows what the host
    wrote. One that is `bare` has no time of day, and
    the event's title only where it puts it itself, as does one that `names_event`.
    """

    name: str
    letter: str
    group: SceneGroup
    short: str = ""
    shows_message: bool = False
    is_bare: bool = False
    names_event: bool = False


_PITCHES, _RESULT = SceneGroup.PITCHES, SceneGroup.RESULT
_BETWEEN, _AT_ONCE = SceneGroup.BETWEEN, SceneGroup.AT_ONCE

SCENES = complete(
    {
        Scene.RUN_ORDER: SceneFacts("Run order", "R", _PITCHES),
        Scene.UP_NEXT: SceneFacts("Up next", "U", _PITCHES),
        Scene.NOW_PITCHING: SceneFacts("Now pitching", "N", _PITCHES),
        Scene.CLOCK: SceneFacts("Clock", "C", _PITCHES),
        Scene.PROGRESS: SceneFacts("Judges scoring", "J", _PITCHES, "Scoring"),
        Scene.STANDINGS: SceneFacts("Standings", "S", _RESULT),
        Scene.PEOPLES_CHOICE: SceneFacts("People’s choice", "P", _RESULT, shows_message=True),
        Scene.DELIBERATION: SceneFacts("Judges deciding", "D", _RESULT, "Deciding"),
        Scene.REVEAL: SceneFacts("Reveal", "V", _RESULT, is_bare=True),
        Scene.PODIUM: SceneFacts("Podium", "O", _RESULT, is_bare=True),
        Scene.CORRECTION: SceneFacts("Correction", "X", _RESULT),
        Scene.THANK_YOU: SceneFacts("Thank you", "T", _RESULT, is_bare=True),
        Scene.HOLDING: SceneFacts("Holding slide", "H", _BETWEEN, "Holding", names_event=True),
        Scene.MESSAGE: SceneFacts("Message", "M", _BETWEEN, shows_message=True),
        Scene.TEST_CARD: SceneFacts("Test card", "K", _BETWEEN, is_bare=True),
        Scene.BLACK: SceneFacts("Black", "B", _AT_ONCE, is_bare=True),
        Scene.LOGO: SceneFacts("Logo", "L", _AT_ONCE, is_bare=True),
    }
)
"""In the order in which they are offered."""


def scenes_of(group: SceneGroup) -> tuple[Scene, ...]:
    """A group's scenes, in order."""
    return tuple(scene for scene, facts in SCENES.items() if facts.group is group)


OFFERED = tuple(scene for scene, facts in SCENES.items() if facts.group is not _AT_ONCE)
"""The scenes that are previewed first."""

AT_ONCE = scenes_of(_AT_ONCE)
"""The scenes that are shown at once, without preview; from them one goes back."""

WITH_MESSAGE = tuple(scene for scene, facts in SCENES.items() if facts.shows_message)
"""The scenes that show what the host has written for the audience."""

BESIDE_PITCHES = tuple(scene for scene in OFFERED if scene is not Scene.PEOPLES_CHOICE)
"""The scenes whose letters work on the host’s desk, where P pauses the clock."""

_AT_ANY_TIME = (Scene.HOLDING, Scene.MESSAGE, Scene.STANDINGS)
AT_HAND_PITCHING = (*scenes_of(_PITCHES), Scene.DELIBERATION, *_AT_ANY_TIME)
AT_HAND_TELLING = (
    Scene.DELIBERATION,
    Scene.REVEAL,
    Scene.PODIUM,
    Scene.THANK_YOU,
    Scene.CORRECTION,
    Scene.TEST_CARD,
    *_AT_ANY_TIME,
)
"""The nine scenes at hand on the host’s desk, before scoring is closed and from then on."""
