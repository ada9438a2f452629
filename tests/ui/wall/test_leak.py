from collections.abc import Sequence
from dataclasses import replace
from itertools import product

import pytest
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication

from judging_app.domain.event import Board, BoardForm, Phase, Scene
from judging_app.domain.ids import TeamId
from judging_app.domain.reveal import RevealStep
from judging_app.present.numbers import shown
from judging_app.present.wall.faces import Board as Standings
from judging_app.present.wall.showing import WallView, wall_view
from tests.present.wall.facts import FROZEN, NAMES, RUNNING, SCORES, a_wall, steps_of
from tests.ui.wall.painted_text import TextDevice
from ui.wall.board import paint_board
from ui.wall.canvas import Canvas
from ui.wall.scenes import paint_scene

STEPS = steps_of()


@pytest.fixture(autouse=True)
def _application(qapp: QApplication) -> None:
    assert qapp


def _painted(view: WallView, at: float | None = None, *, pops: bool = False) -> list[str]:
    """Every text that reaches the device, on any page, so many milliseconds after the key."""
    device = TextDevice(1280, 720)
    painter = QPainter(device)
    for page in range(max(view.page_count, 1)):
        canvas = Canvas(painter, 1280, 720, at=at, pops=pops)
        paint_scene(canvas, view, page)
        if isinstance(view.face, Standings):
            paint_board(canvas, view.face, page)
    painter.end()
    return device.texts


def _told_teams(steps: Sequence[RevealStep]) -> set[TeamId]:
    """The teams that the last step may name, and those whose place was told before."""
    last = steps[-1:]
    running = {one.team for step in last for one in step.running}
    placed = {team for step in steps if step.place is not None for team in step.teams}
    return running | placed | {team for step in last for team in step.teams}


def _scores_out(phase: Phase, board: Board, told: int) -> set[str]:
    everyone = set(SCORES)
    if phase is Phase.PUBLISHED or (phase is Phase.SCORING and board is Board.LIVE):
        out = {shown(SCORES[team]) for team in everyone}
    elif phase is Phase.SCORING and board is Board.FROZEN:
        out = {shown(FROZEN[team]) for team in everyone}
    elif phase is Phase.CLOSED:
        placed = [t for step in STEPS[:told] if step.place is not None for t in step.teams]
        out = {shown(SCORES[team]) for team in placed}
    else:
        out = set()
    is_running = phase in (Phase.CLOSED, Phase.PUBLISHED) and STEPS[:told][-1:] == STEPS[2:3]
    return out | ({shown(RUNNING[team]) for team in everyone} if is_running else set())


@pytest.mark.parametrize("scene", Scene)
def test_no_score_is_painted_that_the_public_may_not_see(scene: Scene) -> None:
    every = {shown(score) for each in (SCORES, FROZEN, RUNNING) for score in each.values()}

    for phase, board, form, told in product(Phase, Board, BoardForm, range(len(STEPS) + 1)):
        room = a_wall(scene, phase, board, form, STEPS[:told])
        text = " ".join(_painted(wall_view(room, "14:32")))

        found = {score for score in every if score in text}
        assert found <= _scores_out(phase, board, told), (phase, board, form, told)


@pytest.mark.parametrize("phase", [Phase.CLOSED, Phase.PUBLISHED])
@pytest.mark.parametrize("told", range(len(STEPS) + 1))
def test_the_reveal_paints_the_teams_that_were_told_and_no_other(phase: Phase, told: int) -> None:
    view = wall_view(replace(a_wall(Scene.REVEAL, phase, told=STEPS[:told]), to_place=5))
    painted = _painted(view)

    named = {team for team, name in NAMES.items() if name in painted}
    assert named <= _told_teams(STEPS[:told])
    if told:
        assert named >= set(STEPS[told - 1].teams)


@pytest.mark.parametrize("phase", [Phase.SETTING_UP, Phase.SCORING, Phase.CLOSED])
def test_no_place_is_painted_before_it_is_told(phase: Phase) -> None:
    for scene in set(Scene) - {Scene.RUN_ORDER, Scene.PEOPLES_CHOICE, Scene.TEST_CARD}:
        painted = _painted(wall_view(a_wall(scene, phase, told=STEPS[:2])))

        assert not {"1", "2", "3", "4", "5", "=1"} & set(painted), scene
        assert not [text for text in painted if "place" in text and "Places" not in text], scene


def test_what_is_told_is_painted() -> None:
    """Otherwise the tests above would pass on empty pictures."""
    live = _painted(wall_view(a_wall(Scene.STANDINGS, Phase.SCORING, Board.LIVE)))
    running = _painted(wall_view(a_wall(Scene.REVEAL, told=STEPS[:3])))
    winner = _painted(wall_view(a_wall(Scene.REVEAL, told=STEPS)))

    assert {"91.37", "Beryl", "1"} <= set(live)
    assert {shown(RUNNING[TeamId("T2")]), "After Impact"} <= set(running)
    podium = _painted(wall_view(a_wall(Scene.PODIUM, told=STEPS)))
    assert {"1st place", "Beryl", "91.37", "of 100", "Grand prize"} <= set(winner)
    assert {"1", "Beryl", "Diorite", "Erbium"} <= set(podium)


@pytest.mark.parametrize("told", range(1, len(STEPS) + 1))
@pytest.mark.parametrize("pops", [False, True])
def test_no_name_is_laid_out_before_its_moment(told: int, pops: bool) -> None:  # noqa: FBT001
    """Neither in motion nor where motion is reduced, which waits as long."""
    step = STEPS[told - 1]
    view = wall_view(replace(a_wall(Scene.REVEAL, told=STEPS[:told]), to_place=5))
    names = {NAMES[team] for team in step.teams}

    before, after = (_painted(view, at, pops=pops) for at in (999.0, 4_000.0))

    assert not names & set(before)
    assert names <= set(after)


@pytest.mark.parametrize("told", range(4, len(STEPS) + 1))
def test_the_score_of_a_place_comes_last(told: int) -> None:
    step = STEPS[told - 1]
    view = wall_view(replace(a_wall(Scene.REVEAL, told=STEPS[:told]), to_place=5))
    scores = {shown(SCORES[team]) for team in step.teams}

    assert not scores & set(_painted(view, 1_340.0))
    assert scores <= set(_painted(view, 4_000.0))


def test_black_paints_no_text() -> None:
    assert _painted(wall_view(a_wall(Scene.BLACK, Phase.PUBLISHED, told=STEPS))) == []
