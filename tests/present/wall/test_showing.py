from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from itertools import product

import pytest

from judging_app.domain.event import Board, BoardForm, Event, Method, Phase, Scene
from judging_app.domain.ids import TeamId
from judging_app.domain.look import EventLook
from judging_app.domain.setup import Setup
from judging_app.domain.standings import Standing
from judging_app.present.numbers import shown
from judging_app.present.result.standings import panel_view
from judging_app.present.wall.showing import wall_view
from judging_app.tally.result import plain_result
from tests.present.wall.facts import (
    AZURITE,
    BERYL,
    CITRINE,
    DIORITE,
    ERBIUM,
    FROZEN,
    RUNNING,
    SCORES,
    a_wall,
    steps_of,
)

Results = Mapping[Method, tuple[Standing, ...]]

STEPS = steps_of()
PLACED = (CITRINE, AZURITE, ERBIUM, DIORITE, BERYL)
"""The teams from the last to the first, as the steps tell their places."""

TOLD_AFTER = {0: 0, 1: 0, 2: 0, 3: 0, 4: 1, 5: 2, 6: 3, 7: 4, 8: 4, 9: 5}
"""How many places are out after so many steps."""

EVERY_TELLING = tuple(product(Phase, Board, BoardForm, TOLD_AFTER))


def _texts(scores: dict[TeamId, Fraction], teams: set[TeamId]) -> set[str]:
    return {text for t in teams for text in (shown(scores[t]), repr(scores[t]))}


def _out(phase: Phase, board: Board, told: int) -> set[str]:
    """Every score that the public may read, in words or as it is kept."""
    everyone = set(SCORES)
    if phase is Phase.PUBLISHED:
        running = _texts(RUNNING, everyone) if told == 3 else set()
        return _texts(SCORES, everyone) | running
    if phase is Phase.CLOSED:
        running = _texts(RUNNING, everyone) if told == 3 else set()
        return _texts(SCORES, set(PLACED[: TOLD_AFTER[told]])) | running
    if phase is Phase.SCORING and board is Board.LIVE:
        return _texts(SCORES, everyone)
    if phase is Phase.SCORING and board is Board.FROZEN:
        return _texts(FROZEN, everyone)
    return set()


def test_the_panels_standings_never_reach_the_projector(
    event: Event, setup: Setup, by_method: Results
) -> None:
    panel = panel_view(event, setup, plain_result(by_method[Method.MEAN], Method.MEAN))

    with pytest.raises(ValueError, match="public"):
        replace(a_wall(Scene.STANDINGS), standings=panel)


@pytest.mark.parametrize("scene", Scene)
def test_no_scene_holds_a_score_that_is_not_told(scene: Scene) -> None:
    everyone = set(SCORES)
    scores = _texts(SCORES, everyone) | _texts(FROZEN, everyone) | _texts(RUNNING, everyone)

    for phase, board, form, told in EVERY_TELLING:
        view = wall_view(a_wall(scene, phase, board, form, STEPS[:told]))

        text = repr(view) + view.spoken
        found = {score for score in scores if score in text}
        assert found <= _out(phase, board, told), (phase, board, form, told)


def test_what_is_told_is_there_to_be_seen() -> None:
    """Otherwise the test above would pass on empty scenes."""
    live = a_wall(Scene.STANDINGS, Phase.SCORING, Board.LIVE)
    frozen = a_wall(Scene.STANDINGS, Phase.SCORING, Board.FROZEN)
    told = a_wall(Scene.REVEAL, told=STEPS[:5])
    podium = a_wall(Scene.PODIUM, told=STEPS)
    running = a_wall(Scene.REVEAL, told=STEPS[:3])

    assert "91.37" in repr(wall_view(live))
    assert shown(FROZEN[BERYL]) in repr(wall_view(frozen))
    assert "64.19" in repr(wall_view(told))
    assert "91.37" in repr(wall_view(podium))
    assert shown(RUNNING[BERYL]) in repr(wall_view(running))


@pytest.mark.parametrize("scene", Scene)
@pytest.mark.parametrize("phase", [Phase.SETTING_UP, Phase.SCORING, Phase.CLOSED])
@pytest.mark.parametrize("told", TOLD_AFTER)
def test_who_is_ahead_of_those_not_told_changes_nothing_that_the_room_sees(
    scene: Scene, phase: Phase, told: int
) -> None:
    untold = PLACED[TOLD_AFTER[told] :]
    turned = {**SCORES, **{a: SCORES[b] for a, b in zip(untold, reversed(untold), strict=True)}}

    one = wall_view(a_wall(scene, phase, told=STEPS[:told]))
    two = wall_view(a_wall(scene, phase, told=STEPS[:told], scores=turned))

    if TOLD_AFTER[told] < len(PLACED):
        assert one == two


@pytest.mark.parametrize("scene", Scene)
@pytest.mark.parametrize("board", [Board.HIDDEN, Board.FROZEN])
def test_ballots_that_come_after_the_freeze_change_nothing_that_the_room_sees(
    scene: Scene, board: Board
) -> None:
    changed = {team: score / 3 for team, score in SCORES.items()}

    one = wall_view(a_wall(scene, Phase.SCORING, board))
    two = wall_view(a_wall(scene, Phase.SCORING, board, scores=changed))

    assert one == two


def test_after_reopening_no_step_shows() -> None:
    wall = replace(a_wall(Scene.REVEAL, Phase.SCORING), told=STEPS)

    view = wall_view(wall)

    assert (view.announced, view.pages, view.spoken) == ((), (), "The result")
    assert not {"Beryl", "91.37"} & set(repr(view).split("'"))


@pytest.mark.parametrize("scene", Scene)
def test_every_scene_says_something_to_a_screen_reader(scene: Scene) -> None:
    view = wall_view(a_wall(scene, Phase.PUBLISHED, told=STEPS))

    assert view.spoken
    assert view.scene is scene


@pytest.mark.parametrize("scene", Scene)
def test_a_rehearsal_is_marked_on_every_scene(scene: Scene) -> None:
    view = wall_view(replace(a_wall(scene), rehearsal=True))

    assert view.rehearsal
    assert view.spoken.startswith("Rehearsal. ")
    assert not wall_view(a_wall(scene)).rehearsal


@pytest.mark.parametrize("scene", Scene)
def test_every_scene_has_the_events_colours_and_logo(scene: Scene) -> None:
    look = EventLook("#1d70b8", "#b85c00")

    assert wall_view(replace(a_wall(scene), look=look)).look == look


def test_the_band_says_event_and_the_foot_the_time_where_nothing_else_is_to_be_seen() -> None:
    views = {scene: wall_view(a_wall(scene, told=STEPS), "14:32") for scene in Scene}
    ceremony = {Scene.REVEAL, Scene.PODIUM, Scene.THANK_YOU}
    bare = {Scene.LOGO, Scene.TEST_CARD, Scene.BLACK}

    assert {scene for scene, view in views.items() if not view.clock_text} == ceremony | bare
    assert {scene for scene, view in views.items() if not view.aside} == {
        Scene.PODIUM,
        Scene.THANK_YOU,
        Scene.HOLDING,
        *bare,
    }


@pytest.mark.parametrize("scene", Scene)
def test_the_same_room_gives_the_same_picture(scene: Scene) -> None:
    assert wall_view(a_wall(scene), "14:32") == wall_view(a_wall(scene), "14:32")
