from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QAbstractAnimation, QEvent, QObject, QRect, QSize
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from judging_app.domain.event import Scene
from judging_app.domain.look import EventLook
from judging_app.present.wall.faces import Turns
from judging_app.present.wall.showing import WallView, wall_view
from tests.ui.wall.wall_views import clock_room as clock_at
from tests.ui.wall.wall_views import crowded_views, every_view, running_views
from ui import theme
from ui.screen_of import screen_of
from ui.wall.canvas import Canvas
from ui.wall.clock import clock_room
from ui.wall.frame import foot_box
from ui.wall.picture import FLASH_MS, WallPicture
from ui.wall.standings import MOTION_MS
from ui.wall.timing import FADE_MS, MOVES_MS

Make = Callable[[], WallPicture]
_ROOM = QSize(1280, 720)


@pytest.fixture(scope="module", autouse=True)
def _every_letter_painted_before(qapp: QApplication) -> None:
    """Qt lays large letters a shade otherwise until it has painted them all once."""
    theme.apply(qapp, "light")
    stage = WallPicture(is_motion_reduced=True)
    stage.resize(_ROOM)
    for view in every_view().values():
        stage.show_view(view)
        stage.grab()


@pytest.fixture
def make(qtbot: QtBot) -> Make:
    def made() -> WallPicture:
        stage = WallPicture()
        qtbot.addWidget(stage)
        stage.resize(_ROOM)
        stage.show()
        return stage

    return made


class _Exposed(QObject):
    """All that is painted of a widget from now on."""

    def __init__(self, stage: WallPicture) -> None:
        super().__init__(stage)
        self.boxes: list[QRect] = []
        stage.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's own name
        if isinstance(event, QPaintEvent):
            self.boxes.append(event.rect())
        return False


def _picture(stage: WallPicture) -> QImage:
    return stage.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def _on_screen(stage: WallPicture) -> QImage:
    QApplication.processEvents()
    pixmap = screen_of(stage).grabWindow(stage.winId())
    return pixmap.toImage().convertToFormat(QImage.Format.Format_RGB32)


def _moves(stage: WallPicture) -> bool:
    running = QAbstractAnimation.State.Running
    return running in (stage.motion.state(), stage.board.motion.state())


def _take(stage: WallPicture, view: WallView) -> None:
    stage.show_view(view)
    stage.finish()
    QApplication.processEvents()


def _at_once(make: Make, view: WallView) -> WallPicture:
    """A stage that has never shown anything else."""
    fresh = make()
    _take(fresh, view)
    return fresh


def _hold(stage: WallPicture, view: WallView, at_ms: float) -> None:
    """Show `view`, and hold it so many milliseconds after the key."""
    stage.show_view(view)
    stage.motion.pause()
    stage.motion.setCurrentTime(round(at_ms))
    QApplication.processEvents()


def _clock(gone_s: int) -> WallView:
    return wall_view(clock_at(gone_s), "14:32")


@pytest.mark.parametrize("name", sorted(every_view()))
def test_a_scene_that_moved_in_looks_like_one_that_came_at_once(make: Make, name: str) -> None:
    view = every_view()[name]
    still, moved = _at_once(make, view), make()
    for each in (every_view()["clock 28"], view):
        _take(moved, each)

    assert _on_screen(moved) == _on_screen(still)
    assert sorted(moved.painted) == sorted(still.painted)


def test_a_new_scene_fades_in_over_the_old_one(make: Make) -> None:
    stage, views = make(), every_view()
    _take(stage, views["holding"])
    before = _picture(stage)
    stage.show_view(views["deliberation"])
    stage.motion.pause()
    stage.motion.setCurrentTime(0)
    assert _picture(stage) == before
    stage.motion.setCurrentTime(stage.motion.duration() // 2)
    half = _picture(stage)
    stage.finish()

    assert half not in (before, _picture(stage))
    assert stage.motion.duration() == MOTION_MS


def test_the_rows_of_running_standings_slide_and_do_not_fade(make: Make) -> None:
    stage, (before, after) = make(), running_views()
    _take(stage, before)
    stage.show_view(after)

    assert stage.board.motion.state() is QAbstractAnimation.State.Running
    assert stage.motion.state() is QAbstractAnimation.State.Stopped
    _picture(stage)
    assert "After Delivery" in stage.painted
    assert "After Impact" not in stage.painted


def test_the_next_key_lets_what_moves_arrive_first(make: Make) -> None:
    stage, views = make(), every_view()
    _take(stage, views["holding"])
    stage.show_view(views["reveal 6"])
    assert _moves(stage)
    _hold(stage, views["reveal 7"], 0)

    assert _picture(stage) == _picture(_at_once(make, views["reveal 6"]))


def test_finishing_stops_all_that_moves(make: Make) -> None:
    stage, (before, after) = make(), running_views()
    stage.show_view(before)
    stage.show_view(after)
    assert _moves(stage)
    stage.finish()

    assert not _moves(stage)


def test_a_stage_that_is_still_shows_every_step_at_once(qtbot: QtBot) -> None:
    stage = WallPicture(is_motion_reduced=True)
    qtbot.addWidget(stage)
    stage.resize(_ROOM)
    stage.show()
    for number in range(10):
        stage.show_view(every_view()[f"reveal {number}"])

        assert not _moves(stage)


@pytest.mark.parametrize("number", [4, 6, 7, 9])
def test_a_step_of_the_ceremony_keeps_its_name_back_and_then_is_whole(
    make: Make, number: int
) -> None:
    stage, view = make(), every_view()[f"reveal {number}"]
    _take(stage, every_view()[f"reveal {number - 1}"])
    _hold(stage, view, 900)
    waiting = set(stage.painted)
    stage.motion.setCurrentTime(stage.motion.duration())
    QApplication.processEvents()

    assert stage.motion.duration() == MOVES_MS[type(view.face)]
    assert not set(view.announced) & waiting
    assert set(view.announced) <= set(stage.painted)
    assert _on_screen(stage) == _on_screen(_at_once(make, view))


def test_a_step_that_arrives_can_be_completed_and_one_that_is_there_cannot(make: Make) -> None:
    stage = make()
    _hold(stage, every_view()["reveal 9"], 300)

    assert stage.complete()
    _picture(stage)
    assert "91.37" in stage.painted
    assert not stage.complete()


def test_what_was_on_is_gone_before_anything_new_is_said(make: Make) -> None:
    stage, views = make(), every_view()
    _take(stage, views["reveal 7"])
    _hold(stage, views["reveal 9"], FADE_MS + 1)

    assert not stage._veil.isVisible()
    assert stage.painted == ()


def test_the_events_colour_grows_from_the_second_place_to_the_whole_wall(make: Make) -> None:
    stage, views, widths = make(), every_view(), list[int]()
    _take(stage, views["reveal 7"])
    stage.show_view(views["reveal 9"])
    stage.motion.pause()
    for at_ms in (FADE_MS, 300, 450, 600):
        stage.motion.setCurrentTime(at_ms)
        row = _picture(stage)
        band = row.pixelColor(2, 40).name()
        widths.append(sum(row.pixelColor(x, 40).name() == band for x in range(1280)))

    assert widths == sorted(widths)
    assert 573 < widths[0] < widths[1] < 1280
    assert widths[-1] == 1280


@pytest.mark.parametrize("at_ms", [0, 700, 1_300, 2_200, 2_800])
def test_reduced_motion_keeps_the_waits_and_nothing_is_half_way(make: Make, at_ms: int) -> None:
    stage, views = make(), every_view()
    _take(stage, views["reveal 7"])
    stage.reduce_motion(is_reduced=True)
    _hold(stage, views["reveal 9"], at_ms)
    one = _picture(stage)
    stage.motion.setCurrentTime(at_ms + 90)

    assert _picture(stage) == one
    assert ("Beryl" in stage.painted) == (at_ms >= 1_200)
    assert ("91.37" in stage.painted) == (at_ms >= 2_700)


def test_reduced_motion_changes_all_other_scenes_at_once(make: Make) -> None:
    stage, (before, after) = make(), running_views()
    stage.reduce_motion(is_reduced=True)
    for view in (every_view()["holding"], before, after):
        stage.show_view(view)

        assert not _moves(stage)


@pytest.mark.parametrize(("factor", "ms"), [(1.0, 450), (2.0, 225), (0.5, 900)])
def test_the_speed_can_be_set(make: Make, factor: float, ms: int) -> None:
    stage = make()
    stage.set_speed(factor)
    stage.show_view(every_view()["message"])
    assert (stage.motion.duration(), stage.board.motion.duration()) == (ms, ms)
    stage.show_view(every_view()["reveal 9"])

    assert stage.motion.duration() == round(3_300 / factor)


def test_a_tick_paints_the_clock_alone(make: Make) -> None:
    stage = make()
    _take(stage, _clock(28))
    exposed = _Exposed(stage)
    stage.show_view(_clock(29))
    QApplication.processEvents()

    canvas = Canvas(QPainter(), _ROOM.width(), _ROOM.height())
    room = canvas.whole(clock_room(canvas))
    assert exposed.boxes
    assert all(room.contains(box) for box in exposed.boxes)
    assert not _moves(stage)
    assert _on_screen(stage) == _on_screen(_at_once(make, _clock(29)))
    assert "4:31" in stage.painted


def test_a_new_time_of_day_paints_the_foot_alone(make: Make) -> None:
    stage, view = make(), every_view()["now pitching"]
    _take(stage, view)
    exposed = _Exposed(stage)
    stage.show_view(replace(view, clock_text="14:33"))
    QApplication.processEvents()

    canvas = Canvas(QPainter(), _ROOM.width(), _ROOM.height())
    room = canvas.whole(foot_box(canvas))
    assert exposed.boxes
    assert all(room.contains(box) for box in exposed.boxes)
    assert _on_screen(stage) == _on_screen(_at_once(make, stage.view))


def test_a_line_at_the_foot_that_changes_with_the_clock_is_painted(make: Make) -> None:
    stage, view = make(), replace(_clock(28), foot="Next: Perch, 14:24")
    _take(stage, view)
    stage.show_view(replace(_clock(29), foot="Next: Perch, 14:25"))
    QApplication.processEvents()

    assert _on_screen(stage) == _on_screen(_at_once(make, stage.view))


def test_the_same_view_again_paints_nothing(make: Make) -> None:
    stage = make()
    _take(stage, _clock(28))
    exposed = _Exposed(stage)
    stage.show_view(_clock(28))
    QApplication.processEvents()

    assert exposed.boxes == []


def test_from_one_team_to_the_next_the_clock_is_a_new_scene(make: Make) -> None:
    stage = make()
    _take(stage, _clock(28))
    stage.show_view(replace(_clock(0), title="Diorite"))

    assert _moves(stage)


def test_only_the_last_seconds_flash_and_at_most_once_a_second(make: Make) -> None:
    stage = make()
    flashing = []
    for gone_s in (28, 250, 295, 342):
        _take(stage, _clock(gone_s))
        flashing.append(stage._flash.isActive())

    assert flashing == [False, False, True, False]
    assert 2 * FLASH_MS >= 1000


def test_a_flash_changes_the_picture_and_back(make: Make) -> None:
    stage = make()
    _take(stage, _clock(295))
    lit = _on_screen(stage)
    stage._flash.timeout.emit()
    unlit = _on_screen(stage)
    stage._flash.timeout.emit()

    assert unlit != lit
    assert _on_screen(stage) == lit


def test_nothing_flashes_where_motion_is_reduced_or_nobody_looks(make: Make) -> None:
    stage = make()
    _take(stage, _clock(295))
    stage._flash.timeout.emit()
    stage.reduce_motion(is_reduced=True)
    assert not stage._flash.isActive()
    assert _on_screen(stage) == _on_screen(_at_once(make, _clock(295)))
    stage.reduce_motion(is_reduced=False)
    assert stage._flash.isActive()
    stage.hide()

    assert not stage._flash.isActive()


def test_a_long_run_order_turns_its_pages_while_it_is_seen(make: Make) -> None:
    stage, view = make(), crowded_views(60)["run order"]
    _take(stage, view)
    assert isinstance(view.face, Turns)
    read = set()
    for _ in view.face.pages:
        _picture(stage)
        read |= set(stage.painted)
        stage._turn.timeout.emit()

    assert {row.team for page in view.face.pages for row in page.rows} <= read
    assert stage.page == 0
    assert stage._turn.isActive()
    stage.hide()
    assert not stage._turn.isActive()


def test_a_list_that_only_changes_stays_at_its_page(make: Make) -> None:
    stage, view = make(), crowded_views(60)["run order"]
    _take(stage, view)
    stage.turn_page()
    _take(stage, replace(view, title="The order"))

    assert stage.page == 1


def test_the_lines_of_the_result_never_turn_by_themselves(make: Make) -> None:
    stage = make()
    _take(stage, every_view()["reveal 4"])

    assert not stage._turn.isActive()


def test_a_screen_reader_hears_every_scene(make: Make) -> None:
    stage, told = make(), list[str]()
    stage.page_shown.connect(told.append)
    for view in every_view().values():
        if view.scene is not Scene.MESSAGE:
            _take(stage, every_view()["message"])
            _take(stage, view)

            assert view.spoken in told[-1]


def test_a_screen_reader_is_not_told_every_second(make: Make) -> None:
    stage, told = make(), list[str]()
    _take(stage, _clock(28))
    stage.page_shown.connect(told.append)
    stage.show_view(_clock(29))

    assert told == []
    assert "4:31" in stage.accessibleName()


def test_the_events_look_reaches_the_board_too(make: Make) -> None:
    stage, view = make(), replace(every_view()["live"], look=EventLook("#c2255c", "#c2255c"))
    _take(stage, every_view()["live"])
    _take(stage, view)

    picture = _on_screen(stage)
    assert picture.pixelColor(5, 5).name() == "#c2255c"
    assert picture == _on_screen(_at_once(make, view))


@pytest.mark.parametrize("name", ["live", "up next"])
def test_the_ground_can_be_light(make: Make, name: str) -> None:
    stage = make()
    _take(stage, every_view()[name])
    stage.show_theme("light")
    light = _on_screen(stage)
    stage.show_theme("dark")

    assert light.pixelColor(5, 640).name() == "#faf8f3"
    assert _on_screen(stage).pixelColor(5, 640).name() == "#0e131b"


def test_the_stage_never_takes_the_keyboard(make: Make) -> None:
    stage = make()

    assert not stage.focusPolicy()
    assert not stage.hasFocus()
