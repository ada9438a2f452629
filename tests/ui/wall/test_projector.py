from dataclasses import fields, is_dataclass, replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from judging_app.domain.event import Scene
from judging_app.domain.ids import TeamId
from judging_app.domain.look import EventLook
from judging_app.present.wall.faces import (
    Billboard,
    Board,
    Nothing,
    Pedestal,
    Progress,
    Score,
    ToldTeam,
    WallPage,
    WallRow,
)
from judging_app.present.wall.view import WallView
from ui.wall.projector import Projector

_ROWS = tuple(
    WallRow(
        TeamId(f"T{n}"),
        str(n),
        f"Team {n}",
        f"{90 - n}.00",
        "7 of 8 ballots",
        "7 ballots",
    )
    for n in range(1, 41)
)
_HOLDING = WallView(
    Scene.HOLDING,
    Billboard("Tech Connect", ("Church House", "13 June 2019")),
    clock_text="14:32",
    spoken="Tech Connect",
)
_PROGRESS = WallView(
    Scene.PROGRESS,
    Progress(31, 48, "31", "of 48 ballots in", "17 still to come"),
    title="The judges are scoring",
    aside="Tech Connect",
    spoken="31 of 48 ballots in",
)
_BOARD = WallView(
    Scene.STANDINGS,
    Board((WallPage(_ROWS[:6]),)),
    title="Standings",
    aside="Tech Connect",
    spoken="Standings",
)
_LONG_BOARD = replace(
    _BOARD,
    face=Board(
        (
            WallPage(_ROWS[:20], "1 to 20 of 40", "Page 1 of 2"),
            WallPage(_ROWS[20:], "21 to 40 of 40", "Page 2 of 2"),
        )
    ),
)
_REVEAL = WallView(
    Scene.REVEAL,
    Pedestal(
        3,
        "Joint 3rd place",
        (ToldTeam("Team Ŵyllt"), ToldTeam("Team Kingfisher")),
        Score("74.71", "of 100"),
    ),
    number=3,
    title="Joint 3rd place",
    spoken="Joint 3rd place: Team Ŵyllt and Team Kingfisher",
)
_BLACK = WallView(Scene.BLACK, Nothing(), spoken="The projector is black.")
_EVERY_SCENE = (_HOLDING, _PROGRESS, _BOARD, _LONG_BOARD, _REVEAL, _BLACK)


def _texts(value: object) -> set[str]:
    if is_dataclass(value):
        return {text for f in fields(value) for text in _texts(getattr(value, f.name))}
    if isinstance(value, tuple):
        return {text for item in value for text in _texts(item)}
    return {value} if isinstance(value, str) else set()


def _picture(projector: Projector) -> QImage:
    return projector.grab().toImage()


@pytest.fixture
def projector(qtbot: QtBot) -> Projector:
    made = Projector(is_motion_reduced=True)
    qtbot.addWidget(made)
    made.resize(1280, 720)
    return made


@pytest.mark.parametrize("view", _EVERY_SCENE)
def test_the_room_reads_only_what_the_view_holds(projector: Projector, view: WallView) -> None:
    projector.show_view(view)
    _picture(projector)

    assert set(projector.painted) <= _texts(view)


@pytest.mark.parametrize("view", [_BOARD, _REVEAL])
def test_the_room_reads_every_team_that_is_told(projector: Projector, view: WallView) -> None:
    teams = {row.team for page in view.pages for row in page.rows} | set(view.announced)
    projector.show_view(view)
    _picture(projector)

    assert teams <= set(projector.painted)


def test_black_is_black_all_over(projector: Projector) -> None:
    projector.show_view(_BLACK)

    picture = _picture(projector)
    corners = [(0, 0), (1279, 0), (0, 719), (1279, 719), (640, 360)]
    assert {picture.pixelColor(*corner).name() for corner in corners} == {"#000000"}
    assert projector.painted == ()


def test_what_was_on_before_is_gone_after_a_take(projector: Projector) -> None:
    projector.show_view(_REVEAL)
    _picture(projector)
    projector.show_view(_HOLDING)
    _picture(projector)

    assert "Team Kingfisher" not in projector.painted


def test_a_long_board_shows_every_page_in_turn(projector: Projector) -> None:
    projector.show_view(_LONG_BOARD)
    _picture(projector)
    first = set(projector.painted)
    projector.turn_page()
    _picture(projector)

    assert "Team 1" in first
    assert "Team 21" in projector.painted
    assert "Team 1" not in projector.painted


def test_a_scene_moves_in_and_arrives(qtbot: QtBot) -> None:
    projector = Projector()
    qtbot.addWidget(projector)
    projector.resize(640, 360)
    projector.show()
    projector.show_view(_PROGRESS)
    projector.show_view(_BLACK)

    def has_arrived() -> None:
        _picture(projector)
        assert projector.painted == ()

    qtbot.waitUntil(has_arrived)


def test_a_new_clock_does_not_move_the_scene(projector: Projector) -> None:
    projector.show_view(_BOARD)
    projector.reduce_motion(is_reduced=False)
    projector.show_view(replace(_BOARD, clock_text="14:33"))
    _picture(projector)

    assert "14:33" in projector.painted
    assert projector.painted.count("Standings") == 1


def test_a_screen_reader_hears_the_scene(projector: Projector) -> None:
    projector.show_view(_REVEAL)

    assert projector.accessibleName() == (
        "Projector. Joint 3rd place: Team Ŵyllt and Team Kingfisher"
    )


def test_the_projector_never_takes_the_keyboard(projector: Projector) -> None:
    assert projector.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    assert projector.focusPolicy() == Qt.FocusPolicy.NoFocus


@pytest.mark.parametrize("band", ["#FFE14D", "#2A3FA0", "#FFFFFF", "#000000"])
def test_the_title_is_readable_on_any_event_colour(projector: Projector, band: str) -> None:
    projector.show_view(replace(_BOARD, look=EventLook(band.lower())))

    picture = _picture(projector)
    on_band = {
        picture.pixelColor(x, y).lightness() for x in range(40, 400, 2) for y in range(40, 100, 2)
    }
    assert max(on_band) - min(on_band) > 100
