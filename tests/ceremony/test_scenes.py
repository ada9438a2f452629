"""The table of scenes: what may be shown when, and a key that leads through the whole day."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from judging_app.ceremony.scenes import EVERYTHING, SCENES, Need, check_scene, next_scene
from judging_app.domain.event import Phase, Scene
from judging_app.errors import DeskError

NOTHING: frozenset[Need] = frozenset()

scenes, phases = st.sampled_from(Scene), st.sampled_from(Phase)
needs = st.frozensets(st.sampled_from(Need))


def is_shown(scene: Scene, phase: Phase, ready: frozenset[Need]) -> bool:
    try:
        check_scene(scene, phase, ready)
    except DeskError:
        return False
    return True


def walk(
    start: Scene,
    phase: Phase,
    *,
    teams_left: int = 0,
    ready: frozenset[Need] = EVERYTHING,
) -> list[Scene]:
    """What the key shows until it comes back to the holding scene, `start` left out."""
    shown = [start]
    while len(shown) < 100 and (len(shown) == 1 or shown[-1] is not Scene.HOLDING):
        teams_left -= shown[-1] is Scene.NOW_PITCHING
        shown.append(next_scene(shown[-1], phase, has_next_team=teams_left > 0, ready=ready))
    return shown[1:]


def test_every_scene_has_its_row() -> None:
    assert set(SCENES) == set(Scene)


@pytest.mark.parametrize("phase", Phase)
@pytest.mark.parametrize("scene", [Scene.TEST_CARD, Scene.LOGO, Scene.BLACK, Scene.HOLDING])
def test_the_plain_scenes_can_be_shown_at_any_time(scene: Scene, phase: Phase) -> None:
    assert is_shown(scene, phase, NOTHING)


@pytest.mark.parametrize("phase", Phase)
def test_a_message_can_be_shown_at_any_time_once_it_has_a_text(phase: Phase) -> None:
    assert is_shown(Scene.MESSAGE, phase, frozenset({Need.MESSAGE_TEXT}))

    with pytest.raises(DeskError, match="The message is empty"):
        check_scene(Scene.MESSAGE, phase, EVERYTHING - {Need.MESSAGE_TEXT})


@pytest.mark.parametrize(
    ("scene", "shown_in"),
    [
        (Scene.UP_NEXT, {Phase.SETTING_UP, Phase.SCORING}),
        (Scene.PROGRESS, {Phase.SCORING}),
        (Scene.STANDINGS, set(Phase)),
        (Scene.DELIBERATION, {Phase.SCORING, Phase.CLOSED}),
        (Scene.REVEAL, {Phase.CLOSED, Phase.PUBLISHED}),
        (Scene.PODIUM, {Phase.CLOSED, Phase.PUBLISHED}),
        (Scene.THANK_YOU, {Phase.CLOSED, Phase.PUBLISHED}),
        (Scene.CORRECTION, {Phase.CLOSED, Phase.PUBLISHED}),
    ],
)
def test_a_scene_is_shown_in_its_own_phases_only(scene: Scene, shown_in: set[Phase]) -> None:
    assert {phase for phase in Phase if is_shown(scene, phase, EVERYTHING)} == shown_in


def test_the_refusal_says_when_a_scene_is_for() -> None:
    with pytest.raises(
        DeskError,
        match="This scene can be shown only while scoring is closed or the result is published",
    ):
        check_scene(Scene.REVEAL, Phase.SCORING, EVERYTHING)


@pytest.mark.parametrize(
    ("scene", "lacking", "sentence"),
    [
        (Scene.RUN_ORDER, Need.RUN_ORDER, "There is no run order yet"),
        (Scene.UP_NEXT, Need.RUN_ORDER, "There is no run order yet"),
        (Scene.UP_NEXT, Need.NEXT_TEAM, "There is no next team"),
        (Scene.NOW_PITCHING, Need.RUN_ORDER, "There is no run order yet"),
        (Scene.PEOPLES_CHOICE, Need.PEOPLES_CHOICE, "There is no people’s choice award yet"),
        (Scene.REVEAL, Need.CONFIRMED_REVEAL, "The reveal isn’t confirmed yet"),
        (Scene.PODIUM, Need.FIRST_PLACE, "First place isn’t announced yet"),
        (Scene.CORRECTION, Need.SECOND_EDITION, "There is no correction yet"),
    ],
)
def test_a_scene_that_lacks_something_says_what(scene: Scene, lacking: Need, sentence: str) -> None:
    phase = next(one for one in Phase if one in SCENES[scene].phases)

    with pytest.raises(DeskError, match=sentence):
        check_scene(scene, phase, EVERYTHING - {lacking})


@pytest.mark.parametrize("need", Need)
def test_every_need_is_of_some_scene(need: Need) -> None:
    assert any(need in rule.needs for rule in SCENES.values())


@given(scenes, phases, st.integers(0, 1), needs)
def test_from_every_scene_the_key_leads_to_one_that_can_be_shown_or_to_the_reveal(
    scene: Scene, phase: Phase, teams_left: int, ready: frozenset[Need]
) -> None:
    following = next_scene(scene, phase, has_next_team=teams_left > 0, ready=ready)

    waits = following is Scene.REVEAL and phase in SCENES[Scene.REVEAL].phases
    assert is_shown(following, phase, ready) or waits


@given(scenes, phases, st.integers(0, 12), needs)
def test_from_every_scene_the_key_comes_back_to_the_holding_scene(
    scene: Scene, phase: Phase, teams_left: int, ready: frozenset[Need]
) -> None:
    assert walk(scene, phase, teams_left=teams_left, ready=ready)[-1] is Scene.HOLDING


@given(phases, st.integers(0, 12))
def test_there_is_no_dead_end_on_the_days_own_way(phase: Phase, teams_left: int) -> None:
    assert len(walk(Scene.HOLDING, phase, teams_left=teams_left)) > 1


@pytest.mark.parametrize("teams", [1, 2, 7])
def test_while_scoring_is_open_the_key_leads_through_every_pitch(teams: int) -> None:
    pitch = [Scene.UP_NEXT, Scene.NOW_PITCHING, Scene.CLOCK, Scene.PROGRESS]

    assert walk(Scene.HOLDING, Phase.SCORING, teams_left=teams) == [
        Scene.RUN_ORDER,
        *(pitch * teams),
        Scene.DELIBERATION,
        Scene.HOLDING,
    ]


def test_once_closed_the_key_leads_over_the_reveal_and_the_podium_to_the_thanks() -> None:
    assert walk(Scene.DELIBERATION, Phase.CLOSED) == [
        Scene.REVEAL,
        Scene.PODIUM,
        Scene.THANK_YOU,
        Scene.HOLDING,
    ]


def test_the_key_stops_at_a_reveal_that_is_not_confirmed_and_never_thanks_before_it() -> None:
    ready = EVERYTHING - {Need.CONFIRMED_REVEAL}

    found = next_scene(Scene.DELIBERATION, Phase.CLOSED, has_next_team=False, ready=ready)

    assert found is Scene.REVEAL


def test_without_a_run_order_the_key_leads_over_the_clock_to_the_judges() -> None:
    ready = EVERYTHING - {Need.RUN_ORDER, Need.NEXT_TEAM}

    assert walk(Scene.HOLDING, Phase.SCORING, teams_left=3, ready=ready) == [
        Scene.CLOCK,
        Scene.PROGRESS,
        Scene.DELIBERATION,
        Scene.HOLDING,
    ]


@pytest.mark.parametrize("phase", [Phase.SETTING_UP, Phase.SCORING])
def test_the_key_never_leads_to_the_result_before_scoring_is_closed(phase: Phase) -> None:
    shown = {one for scene in Scene for one in walk(scene, phase, teams_left=3)}

    assert not shown & {Scene.REVEAL, Scene.THANK_YOU, Scene.STANDINGS, Scene.CORRECTION}


def test_what_comes_next_lies_in_one_order_but_for_the_next_pitch() -> None:
    day = list(SCENES)

    backwards = [
        (one, SCENES[one].then)
        for one in day[: day.index(Scene.STANDINGS)]
        if day.index(SCENES[one].then) <= day.index(one)
    ]
    assert backwards == [(Scene.PROGRESS, Scene.UP_NEXT), (Scene.THANK_YOU, Scene.HOLDING)]


@pytest.mark.parametrize("scene", [Scene.HOLDING, Scene.RUN_ORDER, Scene.STANDINGS, Scene.LOGO])
def test_while_a_turn_is_on_the_key_leads_to_who_is_pitching(scene: Scene) -> None:
    found = next_scene(scene, Phase.SCORING, has_next_team=True, is_turn_on=True)

    assert found is Scene.NOW_PITCHING
