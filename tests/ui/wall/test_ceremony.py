"""The ceremony as it is painted: how large each name is, and that nothing of it is ever cut."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication

from judging_app.ceremony.reveal import reveal_plan
from judging_app.domain.decisions import PanelDecision
from judging_app.domain.event import Scene
from judging_app.domain.ids import ParticipantId, TeamId
from judging_app.domain.names import tidy_name
from judging_app.domain.people import Challenge, Participant, Team
from judging_app.domain.reveal import RevealKind, RevealStep, StepKind
from judging_app.domain.setup import Setup
from judging_app.present.result.standings import public_view
from judging_app.present.wall.facts import WallFacts
from judging_app.present.wall.showing import WallView, wall_view
from judging_app.tally.result import Result, plain_result
from judging_app.tally.standings import ranked
from tests.hard_names import HARD_NAMES
from tests.present.wall.facts import AWARDS, LIKED, SETUP, WON, a_wall, steps_of
from tests.ui.wall.hard_names import HARD, PEOPLE
from tests.ui.wall.painted_text import TextDevice
from ui.wall import canvas as wall_canvas
from ui.wall import type as wall_type
from ui.wall.canvas import EDGE, Canvas
from ui.wall.scenes import paint_scene

ROOMS = (QSize(1280, 720), QSize(1024, 768), QSize(3840, 2160), QSize(1920, 1200))
TITLE = "Moving the backlog of appeals out of the way of people who wait for an answer"


@pytest.fixture(autouse=True)
def _application(qapp: QApplication) -> None:
    assert qapp


@pytest.fixture
def sized(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, int]]:
    """Every line that is painted from now on, with its size, of the wall's 1,080 lines."""
    painted: list[tuple[str, int]] = []
    real = wall_type.laid_out

    def watched(text: str, type_: wall_type.Type) -> object:
        painted.append((text, type_.size))
        return real(text, type_)

    monkeypatch.setattr(wall_canvas, "laid_out", watched)
    return painted


def _painted(view: WallView, room: QSize = ROOMS[0]) -> list[str]:
    device = TextDevice(room.width(), room.height())
    painter = QPainter(device)
    paint_scene(Canvas(painter, room.width(), room.height()), view, 0)
    painter.end()
    return [text.replace("\N{NO-BREAK SPACE}", " ") for text in device.texts]


def _ceremony(names: Sequence[str], joint: int = 1, *, decided: bool = False) -> Iterator[WallView]:
    """Every step of the reveal of teams with these names, best first, and the podium after it.

    Where the panel `decided`, it is what put the first two where they are.
    """
    ids = [TeamId(f"T{n}") for n in range(len(names))]
    scores = {team: Fraction(9000 - 37 * max(n, joint - 1), 100) for n, team in enumerate(ids)}
    members = tuple(
        Participant(ParticipantId(f"P{team}{n}"), name, "", "", SETUP.organisations[0].id, "", team)
        for team in ids
        for n, name in enumerate(PEOPLE)
    )
    setup = replace(
        SETUP,
        teams=tuple(Team(team, name) for team, name in zip(ids, names, strict=True)),
        participants=members,
        challenges=tuple(
            Challenge(SETUP.challenges[0].id, TITLE, SETUP.organisations[0].id, team)
            for team in ids
        ),
    )
    standings = ranked(ids, scores, dict.fromkeys(ids, 8), expected=8)
    places = reveal_plan(RevealKind.LAST_TO_FIRST, standings).steps
    steps = (
        RevealStep(StepKind.AWARD, award=LIKED),
        RevealStep(StepKind.WINNER, None, (ids[-1],), LIKED),
        *places[:-1],
        RevealStep(StepKind.AWARD, award=WON),
        replace(places[-1], award=WON),
    )
    result = plain_result(standings)
    if decided:
        ranking = PanelDecision((tuple(ids[:joint]), (ids[joint],)), "The stronger evidence")
        result = replace(result, decision=ranking)
    for number in range(1, len(steps) + 1):
        yield wall_view(_told(a_wall(Scene.REVEAL), setup, result, steps[:number]))
    yield wall_view(_told(a_wall(Scene.PODIUM), setup, result, steps))


def _told(
    wall: WallFacts,
    setup: Setup,
    result: Result,
    steps: tuple[RevealStep, ...],
) -> WallFacts:
    seen = public_view(wall.event, setup, result, told_steps=steps)
    count = len(result.standings)
    return replace(wall, setup=setup, told=steps, standings=seen, to_place=count)


def _sizes_of(
    view: WallView, sized: list[tuple[str, int]], room: QSize = ROOMS[0]
) -> dict[str, int]:
    """How large each name of the step is: the size of its lines."""
    sized.clear()
    _painted(view, room)
    return {
        name: max(size for text, size in sized if len(text) > 1 and text in name)
        for name in view.announced
    }


LONG = sorted(HARD_NAMES, key=len)[-2:]
SHORT = ("Groundwork", "Lantern", "Perch", "Heron", "Millrace", "Second Opinion")
NAMED = {
    "long": (*LONG, *HARD),
    "long after short": (*SHORT[:3], *LONG, *HARD),
    "short after long": (*HARD[3:5], HARD[8], *SHORT),
}


@pytest.mark.parametrize("joint", [1, 2, 3])
@pytest.mark.parametrize(("count", "room"), [(6, ROOMS[1]), (20, ROOMS[2]), (60, ROOMS[0])])
@pytest.mark.parametrize("which", NAMED)
def test_no_text_of_the_ceremony_is_larger_than_the_name_of_the_first(
    which: str, count: int, room: QSize, joint: int, sized: list[tuple[str, int]]
) -> None:
    numerals = {f"{place}{joint}" for place in (1, 2, 3) for joint in ("", "=")}
    given = NAMED[which]
    names = [f"{given[n % len(given)]} {n // len(given) or ''}".strip() for n in range(count)]
    *steps, podium = _ceremony(names, joint, decided=joint < 3)

    first = min(_sizes_of(steps[-1], sized, room).values())
    for view in (*steps[:3], *steps[-7:], podium):
        _painted(view, room)
    assert [(text, size) for text, size in sized if size > first and text not in numerals] == []


def test_every_hard_name_is_on_the_wall_letter_by_letter() -> None:
    missing = []
    for name in map(tidy_name, HARD_NAMES):
        *_, first, _podium = _ceremony([name, "Ox"])
        texts = ["".join(text.split()) for text in _painted(first)]
        if "".join(name.split()) not in "".join(texts):
            missing.append((name, texts))

    assert missing == []


def test_the_first_place_has_a_fifth_of_the_height_and_second_and_third_a_seventh(
    sized: list[tuple[str, int]],
) -> None:
    *steps, _ = _ceremony(["Groundwork", "Lantern", "Perch", "Heron", "Millrace"])

    sizes = [size for view in steps for size in _sizes_of(view, sized).values()]

    assert sizes == [144, 90, 90, 144, 144, 216]


@pytest.mark.parametrize("joint", [2, 3, 4, 5, 9])
def test_joint_winners_have_names_of_one_size(joint: int, sized: list[tuple[str, int]]) -> None:
    names = [*HARD[:9], "Perch"]
    *steps, _ = _ceremony(names, joint)

    sizes = _sizes_of(steps[-1], sized)

    assert sizes.keys() == set(names[:joint])
    assert len(set(sizes.values())) == 1
    assert min(sizes.values()) >= 40


@pytest.mark.parametrize("room", ROOMS)
@pytest.mark.parametrize("count", [4, 6, 8, 20])
@pytest.mark.parametrize("joint", [1, 2, 4])
def test_no_name_of_the_ceremony_is_cut_on_any_screen(room: QSize, count: int, joint: int) -> None:
    names = [f"{HARD[n % len(HARD)]} {n}" for n in range(count)]

    for view in _ceremony(names, joint):
        said = "".join(_painted(view, room)).replace(" ", "")
        assert all(name.replace(" ", "") in said for name in view.announced)


@pytest.mark.parametrize("room", ROOMS)
@pytest.mark.parametrize("first", HARD)
def test_every_line_of_the_first_place_stands_within_the_wall(
    room: QSize, first: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    boxes: list[tuple[float, float, float]] = []
    real = Canvas._drawn

    def watched(
        self: Canvas,
        x: float,
        top: float,
        text: str,
        type_: wall_type.Type,
        colour: str,
        align: Qt.AlignmentFlag,
    ) -> float:
        wide = real(self, x, top, text, type_, colour, align)
        left = x if align == wall_canvas.LEFT else x - wide
        boxes.append((left, left + wide, top + type_.line))
        return wide

    monkeypatch.setattr(Canvas, "_drawn", watched)
    *_, view, _podium = _ceremony([first, *HARD[1:6]])
    _painted(view, room)

    width = 1080 * room.width() / room.height()
    assert boxes
    assert all(left >= EDGE - 1 and right <= width - EDGE + 1 for left, right, _ in boxes)
    assert all(bottom <= 1080 - 54 for _, _, bottom in boxes)


@pytest.mark.parametrize("joint", [1, 2, 3])
@pytest.mark.parametrize("room", ROOMS)
def test_the_podium_names_all_three_and_equal_places_stand_equally_high(
    room: QSize, joint: int
) -> None:
    names = list(HARD[:5])
    *_, podium = _ceremony(names, joint)

    said = "".join(_painted(podium, room)).replace(" ", "")

    assert all(name.replace(" ", "") in said for name in names[:3])


def test_the_ceremony_has_no_time_of_day_and_no_line_at_the_foot_but_the_lists() -> None:
    for number, (step, view) in enumerate(
        zip(steps_of(), (_after(n) for n in range(1, 10)), strict=True)
    ):
        assert "14:32" not in _painted(view), number
        if step.kind is StepKind.PLACE and step.place in (1, 2, 3):
            assert not view.foot


def _after(told: int) -> WallView:
    wall = replace(a_wall(Scene.REVEAL, told=steps_of()[:told]), to_place=5)
    return wall_view(wall, "14:32")


def test_steps_forth_and_back_and_a_jump_paint_the_same(sized: list[tuple[str, int]]) -> None:
    views = [_after(n) for n in range(1, 10)]
    forth = [_painted(view) for view in views]

    back = [_painted(_after(n)) for n in range(9, 0, -1)]

    assert forth == back[::-1]
    assert all(one != other for one, other in pairwise(forth))
    assert sized


def test_an_award_for_the_first_place_is_named_before_it_and_beside_it() -> None:
    assert AWARDS[WON] in _painted(_after(8))
    assert {AWARDS[WON], "Beryl"} <= set(_painted(_after(9)))
