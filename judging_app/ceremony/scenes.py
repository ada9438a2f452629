"""The projector's scenes in one table: when each may be shown, what it needs, what follows it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from judging_app.closed_sets import complete
from judging_app.domain.event import Phase, Scene
from judging_app.errors import DeskError


class Need(Enum):
    """What has to be there before a scene can be shown."""

    RUN_ORDER = "a run order"
    NEXT_TEAM = "a team that is still to pitch"
    PEOPLES_CHOICE = "an award that the people choose"
    CONFIRMED_REVEAL = "a reveal that a second person has confirmed"
    FIRST_PLACE = "a first place that the reveal has announced"
    SECOND_EDITION = "a second edition of the result, made or being made"
    MESSAGE_TEXT = "a text for the room"


EVERYTHING = frozenset(Need)
"""All that a scene may need."""


@dataclass(frozen=True, slots=True)
class SceneRule:
    """One row of the table.

    `then` is what usually comes next, and `instead` what the key for it goes on to where the
    scene can't be shown. One that `is_waited_for` is stopped at even if something that it needs is
    missing, so that what comes after it isn't shown too early.
    """

    phases: frozenset[Phase]
    then: Scene
    instead: Scene
    needs: frozenset[Need] = frozenset()
    is_waited_for: bool = False


_ALWAYS = frozenset(Phase)
_PITCHING = frozenset({Phase.SETTING_UP, Phase.SCORING})
_TOLD = frozenset({Phase.CLOSED, Phase.PUBLISHED})
_ASIDE = SceneRule(_ALWAYS, Scene.HOLDING, Scene.HOLDING)
"""A scene beside the day's own order; from it, the key leads back to where that begins."""

SCENES: Mapping[Scene, SceneRule] = complete(
    {
        Scene.HOLDING: SceneRule(_ALWAYS, Scene.RUN_ORDER, Scene.RUN_ORDER),
        Scene.RUN_ORDER: SceneRule(
            _PITCHING, Scene.UP_NEXT, Scene.CLOCK, frozenset({Need.RUN_ORDER})
        ),
        Scene.UP_NEXT: SceneRule(
            _PITCHING,
            Scene.NOW_PITCHING,
            Scene.DELIBERATION,
            frozenset({Need.RUN_ORDER, Need.NEXT_TEAM}),
        ),
        Scene.NOW_PITCHING: SceneRule(
            _PITCHING, Scene.CLOCK, Scene.CLOCK, frozenset({Need.RUN_ORDER})
        ),
        Scene.CLOCK: SceneRule(_PITCHING, Scene.PROGRESS, Scene.PROGRESS),
        Scene.PROGRESS: SceneRule(frozenset({Phase.SCORING}), Scene.UP_NEXT, Scene.DELIBERATION),
        Scene.DELIBERATION: SceneRule(
            frozenset({Phase.SCORING, Phase.CLOSED}), Scene.REVEAL, Scene.REVEAL
        ),
        Scene.REVEAL: SceneRule(
            _TOLD,
            Scene.PODIUM,
            Scene.PODIUM,
            frozenset({Need.CONFIRMED_REVEAL}),
            is_waited_for=True,
        ),
        Scene.PODIUM: SceneRule(
            _TOLD, Scene.THANK_YOU, Scene.THANK_YOU, frozenset({Need.FIRST_PLACE})
        ),
        Scene.THANK_YOU: SceneRule(_TOLD, Scene.HOLDING, Scene.HOLDING),
        Scene.STANDINGS: _ASIDE,
        Scene.PEOPLES_CHOICE: SceneRule(
            _TOLD | {Phase.SCORING},
            Scene.HOLDING,
            Scene.HOLDING,
            frozenset({Need.PEOPLES_CHOICE}),
        ),
        Scene.CORRECTION: SceneRule(
            _TOLD, Scene.HOLDING, Scene.HOLDING, frozenset({Need.SECOND_EDITION})
        ),
        Scene.MESSAGE: SceneRule(
            _ALWAYS, Scene.HOLDING, Scene.HOLDING, frozenset({Need.MESSAGE_TEXT})
        ),
        Scene.LOGO: _ASIDE,
        Scene.TEST_CARD: _ASIDE,
        Scene.BLACK: _ASIDE,
    }
)
"""Every scene, the day's own order first.

The clock and who is pitching are for as long as teams pitch, which may begin before scoring is
opened. The reveal and the thanks wait until scoring is closed. The standings may always be shown,
because what the public may see of them is decided elsewhere.
"""


TELLING = frozenset({Scene.STANDINGS, Scene.REVEAL, Scene.PODIUM, Scene.CORRECTION})
"""The scenes that tell something of the result."""


def check_scene(scene: Scene, phase: Phase, ready: frozenset[Need]) -> None:
    """Refuse a scene that can't be shown now.

    Raises:
        DeskError: saying in which phases it can, or what it needs first.
    """
    rule = SCENES[scene]
    if phase not in rule.phases:
        when = " or ".join(WHILE[one] for one in Phase if one in rule.phases)
        raise DeskError(f"This scene can be shown only while {when}. Choose another scene.")
    for need in Need:
        if need in rule.needs - ready:
            raise DeskError(_LACKING[need])


def next_scene(
    scene: Scene,
    phase: Phase,
    *,
    has_next_team: bool,
    ready: frozenset[Need] = EVERYTHING,
    is_turn_on: bool = False,
) -> Scene:
    """What usually comes after `scene`, for the key that leads through the day.

    Scenes that this phase doesn't allow are passed over, and so are those that lack something.
    But for the reveal: it is where the key stops, and `check_scene` says what is missing. While
    the reveal has steps left, the key announces these, and this isn't asked.

    While a turn is on, the scenes from which the day would begin again lead to who is pitching.
    """
    is_aside = Scene.HOLDING in (scene, SCENES[scene].then) or scene is Scene.RUN_ORDER
    if is_turn_on and is_aside and phase in _PITCHING:
        return Scene.NOW_PITCHING
    there = ready if has_next_team else ready - {Need.NEXT_TEAM}
    after = SCENES[scene].then
    while not _is_next(SCENES[after], phase, there):
        after = SCENES[after].instead
    return after


def _is_next(rule: SceneRule, phase: Phase, ready: frozenset[Need]) -> bool:
    return phase in rule.phases and (rule.is_waited_for or rule.needs <= ready)


WHILE: Mapping[Phase, str] = complete(
    {
        Phase.SETTING_UP: "the event is being set up",
        Phase.SCORING: "scoring is open",
        Phase.CLOSED: "scoring is closed",
        Phase.PUBLISHED: "the result is published",
    }
)
"""When something can be done, or can't: "while scoring is open"."""

_LACKING: Mapping[Need, str] = complete(
    {
        Need.RUN_ORDER: "There is no run order yet. Set it by hand, or draw it by lot.",
        Need.NEXT_TEAM: "There is no next team. Choose another scene.",
        Need.PEOPLES_CHOICE: "There is no people’s choice award yet. Add one under Decisions.",
        Need.CONFIRMED_REVEAL: (
            "The reveal isn’t confirmed yet. A second person must confirm it with their PIN."
        ),
        Need.FIRST_PLACE: "First place isn’t announced yet. Announce it in the reveal first.",
        Need.SECOND_EDITION: "There is no correction yet. Choose “Correct the result…” first.",
        Need.MESSAGE_TEXT: "The message is empty. Type a message for the audience first.",
    }
)
