from collections import Counter
from collections.abc import Callable, Iterator
from random import Random

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from judging_app.domain.event import Scene
from tests.ui.displays.plugging import (
    BEAMER,
    LAPTOP,
    PaintWatch,
    Plug,
    any_view,
    needs_plugging,
    plug,
    plugged,
)
from ui.displays import displays as screens_module
from ui.displays.displays import Displays
from ui.displays.picker import DisplayPicker
from ui.displays.picker_wiring import DisplaysWiring
from ui.displays.words import ProjectorState, Standing, Trouble
from ui.screen_of import screen_of
from ui.wall.projector import Projector

pytestmark = needs_plugging

SIDE = Plug("Side", x=3286, width=1280, height=1024)
"""A display for the stage, which isn't the projector."""


_QUIET_MS = screens_module.QUIET_MS


class Room:
    """A host's window with the keyboard in it, and a projector."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.host = QLineEdit()
        self.projector = Projector(is_motion_reduced=True)
        for window in (self.host, self.projector):
            qtbot.addWidget(window)
        self.host.setGeometry(100, 100, 800, 500)
        self.host.show()
        self.host.activateWindow()
        qtbot.waitActive(self.host)
        self.said: list[str] = []
        self.holdings = self.takes = 0
        self.displays = Displays(self.projector, self.host)
        self.displays.said.connect(self.said.append)
        self.displays.came_back.connect(self._hold)

    def settle(self) -> None:
        """Let the displays have been quiet for long enough."""
        assert self.displays._quiet.isActive(), "nothing has changed that it would wait for"
        self.displays._quiet.start(0)
        self.qtbot.waitUntil(lambda: not self.displays._quiet.isActive())

    def hold_quiet(self) -> None:
        """Let the displays have been quiet for long enough, if anything has changed."""
        if self.displays._quiet.isActive():
            self.settle()

    def take(self, scene: Scene) -> None:
        """Take a scene as the host does."""
        self.displays.go_on()
        self.projector.show_view(any_view(scene))

    def switch_on(self) -> None:
        self.displays.show_projector(is_shown=True)
        self.qtbot.waitUntil(lambda: not self.displays._arrival.isActive())

    def move_host(self, x: int) -> None:
        self.host.move(x, 100)
        QTest.qWait(0)

    @property
    def state(self) -> ProjectorState:
        return self.displays.state

    def standing(self) -> tuple[Standing, Trouble | None]:
        return self.state.standing, self.state.trouble

    def _hold(self) -> None:
        self.holdings += 1
        assert not self.projector.isVisible(), "something was seen before the holding scene"
        self.projector.show_view(any_view(Scene.HOLDING))


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(screens_module, "QUIET_MS", 60_000)
    monkeypatch.setattr(screens_module, "ARRIVAL_MS", 1)
    with plugged(LAPTOP, BEAMER):
        yield


@pytest.fixture
def room(qtbot: QtBot) -> Room:
    return Room(qtbot)


def test_the_projector_fills_the_second_screen_and_leaves_the_keyboard_to_the_host(
    room: Room,
) -> None:
    room.switch_on()

    assert room.projector.isFullScreen()
    assert room.projector.geometry() == QRect(1366, 0, 1920, 1080)
    assert screen_of(room.projector).name() == "Projector"
    assert not room.projector.isActiveWindow()
    assert room.host.isActiveWindow()
    assert room.host.hasFocus()
    assert room.said == ["The projector is on “Projector”."]


def test_the_projector_leaves_the_screen_to_a_host_who_works_on_the_second(room: Room) -> None:
    room.move_host(1500)
    room.switch_on()

    assert screen_of(room.projector).name() == "Laptop"


def test_pulled_out_it_is_hidden_and_held_with_a_calm_line(room: Room) -> None:
    room.switch_on()
    plug(LAPTOP)

    assert len(QGuiApplication.screens()) == 1
    assert not room.projector.isVisible()
    assert room.standing() == (Standing.HELD, Trouble.DISCONNECTED)
    assert room.said[-1].startswith(
        "“Projector” is disconnected, so the projector’s picture is hidden. Connect it again"
    )
    assert room.holdings == 0


def test_plugged_in_again_it_comes_back_to_the_holding_scene(room: Room) -> None:
    room.switch_on()
    room.projector.show_view(any_view(Scene.REVEAL))
    plug(LAPTOP)
    plug(LAPTOP, BEAMER)
    room.settle()

    assert room.holdings == 1
    assert room.projector.view.scene is Scene.HOLDING
    assert room.projector.isFullScreen()
    assert screen_of(room.projector).name() == "Projector"
    assert room.state.is_waiting
    assert room.said[-1] == (
        "The projector is on “Projector” and shows the holding slide. Show a scene to continue."
    )
    assert room.host.hasFocus()


def test_it_stays_held_until_the_screens_have_been_quiet(room: Room) -> None:
    room.switch_on()
    plug(LAPTOP)
    room.displays._quiet.stop()
    plug(LAPTOP, BEAMER)

    assert room.standing() == (Standing.HELD, Trouble.DISCONNECTED)
    assert not room.projector.isVisible()
    assert room.displays._quiet.isActive()


def test_the_quiet_lasts_two_seconds() -> None:
    assert _QUIET_MS == 2_000


def test_taking_a_scene_ends_the_holding(room: Room) -> None:
    room.switch_on()
    plug(LAPTOP)
    plug(LAPTOP, BEAMER)
    room.settle()
    room.displays.go_on()

    assert not room.state.is_waiting
    assert room.said[-1] == "The projector is on “Projector”."


def test_the_projector_never_jumps_to_a_screen_that_was_there_all_along(room: Room) -> None:
    plug(LAPTOP, BEAMER, SIDE)
    room.switch_on()
    plug(LAPTOP, Plug("Side", x=1366, width=1280, height=1024))  # it moves up to the gap
    room.settle()

    assert room.standing() == (Standing.HELD, Trouble.DISCONNECTED)
    assert not room.projector.isVisible()


def test_a_screen_that_came_before_the_loss_is_not_taken_for_the_projector(room: Room) -> None:
    room.switch_on()
    plug(LAPTOP, BEAMER, SIDE)
    room.settle()
    plug(LAPTOP, SIDE)
    room.settle()

    assert room.standing() == (Standing.HELD, Trouble.DISCONNECTED)


def test_another_projector_in_place_of_the_lost_one_is_taken(room: Room) -> None:
    room.switch_on()
    plug(LAPTOP)
    plug(LAPTOP, Plug("Spare", x=1366, width=1024, height=768))
    room.settle()

    assert room.standing() == (Standing.FULL, None)
    assert room.projector.geometry() == QRect(1366, 0, 1024, 768)
    assert room.holdings == 1


def test_with_one_screen_the_projector_is_a_window_that_leaves_the_hosts_free(room: Room) -> None:
    plug(LAPTOP)
    room.switch_on()

    assert room.standing() == (Standing.WINDOW, Trouble.NO_SECOND)
    assert room.projector.isVisible()
    assert not room.projector.isFullScreen()
    assert not room.projector.frameGeometry().intersects(room.host.frameGeometry())
    assert room.said[-1].startswith(
        "There is only one screen. The projector is a small window in front of this one. "
        "Connect a second screen, and the picture goes there by itself."
    )
    assert room.host.hasFocus()


def test_where_the_host_fills_the_one_screen_the_window_is_small_and_in_front(room: Room) -> None:
    plug(LAPTOP)
    room.host.setGeometry(screen_of(room.host).availableGeometry())
    room.switch_on()

    free = screen_of(room.host).availableGeometry()
    assert room.projector.isVisible()
    assert free.contains(room.projector.geometry())
    assert room.projector.width() <= max(free.width() // 3 + 1, 320)
    assert room.projector.geometry().center().x() < free.center().x()
    assert room.projector.windowFlags() & Qt.WindowType.WindowStaysOnTopHint
    assert room.host.hasFocus()


def test_the_window_fills_a_screen_that_is_plugged_in_later(room: Room) -> None:
    plug(LAPTOP)
    room.switch_on()
    plug(LAPTOP, BEAMER)
    room.settle()

    assert room.projector.isFullScreen()
    assert screen_of(room.projector).name() == "Projector"
    assert room.holdings == 1


def test_screens_that_repeat_each_other_are_noticed(room: Room) -> None:
    plug(LAPTOP, Plug("Projector", width=1366, height=768))
    room.switch_on()

    assert room.standing() == (Standing.WINDOW, Trouble.MIRRORED)
    assert "so the audience sees this screen" in room.said[-1]
    assert not room.projector.isFullScreen()


def test_a_projector_that_begins_to_repeat_the_hosts_screen_is_held_until_it_ends(
    room: Room,
) -> None:
    room.switch_on()
    plug(LAPTOP, Plug("Projector", width=1366, height=768))

    held = room.standing()
    assert held == (Standing.HELD, Trouble.MIRRORED)
    assert not room.projector.isVisible()
    plug(LAPTOP, BEAMER)
    room.settle()
    assert room.standing() == (Standing.FULL, None)
    assert room.holdings == 1


def test_a_host_who_moves_onto_the_projectors_screen_sends_it_away_until_they_leave(
    room: Room,
) -> None:
    room.switch_on()
    room.move_host(1500)

    assert screen_of(room.host).name() == "Projector"
    assert room.standing() == (Standing.HELD, Trouble.COVERED)
    assert not room.projector.isVisible()
    assert room.said[-1].startswith("This window is on the projector’s screen, “Projector”")
    room.move_host(100)
    room.settle()
    assert room.standing() == (Standing.FULL, None)
    assert room.holdings == 1


def test_a_host_who_stays_on_the_projectors_screen_swaps_with_it_and_back(room: Room) -> None:
    plug(LAPTOP, BEAMER, SIDE)
    room.switch_on()
    room.move_host(1500)
    room.settle()

    assert screen_of(room.projector).name() == "Laptop"
    room.move_host(100)
    assert room.standing() == (Standing.HELD, Trouble.COVERED)
    room.settle()
    assert screen_of(room.projector).name() == "Projector"
    assert room.projector.view.scene is Scene.HOLDING


def test_when_the_hosts_own_screen_goes_the_projector_makes_way(room: Room) -> None:
    room.switch_on()
    plug(BEAMER)
    room.settle()

    assert screen_of(room.host).name() == "Projector"
    assert room.standing() == (Standing.HELD, Trouble.COVERED)
    assert not room.projector.isVisible()


def test_a_window_that_the_system_moves_to_the_hosts_screen_is_hidden_and_sent_back_once(
    room: Room,
) -> None:
    for strays in (1, 2):
        room.switch_on() if strays == 1 else room.settle()
        room.qtbot.waitUntil(lambda: not room.displays._arrival.isActive())
        assert room.standing() == (Standing.FULL, None)
        room.projector.setWindowState(Qt.WindowState.WindowNoState)
        room.projector.setGeometry(QRect(0, 0, 1366, 768))
        QTest.qWait(0)
        assert screen_of(room.projector).name() == "Laptop"
        assert room.standing() == (Standing.HELD, Trouble.STRAYED)
        assert not room.projector.isVisible()

    assert not room.displays._quiet.isActive()


def test_a_new_size_of_its_screen_is_filled_without_a_gap(room: Room) -> None:
    room.switch_on()
    plug(LAPTOP, Plug("Projector", x=1366, width=1024, height=768))
    room.settle()

    assert room.projector.geometry() == QRect(1366, 0, 1024, 768)
    assert room.holdings == 0
    assert room.standing() == (Standing.FULL, None)


def test_another_screen_is_picked_and_remembered_on_this_computer(room: Room) -> None:
    plug(LAPTOP, BEAMER, SIDE)
    room.switch_on()
    side = next(row for row in room.displays.rows if "Side" in row.words)
    room.displays.pick(side.key)

    assert side.words == "3 · Side, 1280 × 1024, to the right"
    assert screen_of(room.projector).name() == "Side"
    assert room.holdings == 0
    room.displays.show_projector(is_shown=False)
    again = Displays(Projector(), room.host)
    assert again.chosen is not None
    assert again.chosen.name == "Side"


def test_another_screen_that_is_picked_while_it_is_held_begins_with_the_holding_scene(
    room: Room,
) -> None:
    plug(LAPTOP, BEAMER, SIDE)
    room.switch_on()
    plug(LAPTOP, SIDE)
    room.displays.pick(next(row.key for row in room.displays.rows if "Side" in row.words))

    assert screen_of(room.projector).name() == "Side"
    assert room.holdings == 1


def test_a_screen_that_went_while_it_was_being_picked_changes_nothing(room: Room) -> None:
    plug(LAPTOP, BEAMER, SIDE)
    room.switch_on()
    side = next(row.key for row in room.displays.rows if "Side" in row.words)
    plug(LAPTOP, BEAMER)
    room.displays.pick(side)

    assert screen_of(room.projector).name() == "Projector"
    assert room.standing() == (Standing.FULL, None)


def test_the_list_follows_the_plugs_and_a_choice_from_it_moves_the_projector(room: Room) -> None:
    picker = DisplayPicker()
    room.qtbot.addWidget(picker)
    DisplaysWiring(room.host, room.displays, picker)
    room.switch_on()
    plug(LAPTOP, BEAMER, SIDE)
    box = picker.list.box

    assert [box.itemText(at) for at in range(box.count())] == [
        "2 · Projector, 1920 × 1080, to the right",
        "3 · Side, 1280 × 1024, to the right",
    ]
    QTest.keyClick(box, Qt.Key.Key_Down)
    assert screen_of(room.projector).name() == "Side"
    assert box.currentText().startswith("3 · Side")


def test_the_signs_go_when_a_screen_does(room: Room) -> None:
    room.displays.identify()
    assert [sign.isVisible() for sign in room.displays._identify.signs] == [True, True]
    plug(LAPTOP)

    assert not room.displays._identify.signs


def test_a_lost_screen_is_still_named_among_those_that_can_be_chosen(room: Room) -> None:
    room.switch_on()
    plug(LAPTOP)

    assert [row.words for row in room.displays.rows] == ["Projector, not available"]


def test_switched_off_it_is_hidden_and_stays_so_whatever_is_plugged_in(room: Room) -> None:
    room.switch_on()
    room.displays.show_projector(is_shown=False)
    plug(LAPTOP)
    plug(LAPTOP, BEAMER)
    room.settle()

    assert not room.projector.isVisible()
    assert room.standing() == (Standing.OFF, None)
    assert "The projector is off." in room.said


def test_before_it_is_switched_on_a_missing_second_screen_is_known(room: Room) -> None:
    plug(LAPTOP)

    assert room.standing() == (Standing.OFF, Trouble.NO_SECOND)
    assert room.state.text == "Projector off: no second screen"


def test_no_screen_at_all_for_a_moment_is_survived(room: Room) -> None:
    room.switch_on()
    plug()

    assert QGuiApplication.screens() == []
    assert room.state.standing is Standing.HELD
    plug(LAPTOP)
    plug(LAPTOP, BEAMER)
    room.settle()
    assert room.standing() == (Standing.FULL, None)


def test_in_a_hundred_random_orders_nothing_ever_shows_on_the_hosts_screen(room: Room) -> None:
    seen: Counter[tuple[Standing, Trouble | None]] = Counter()
    watch = PaintWatch(room.projector, lambda: room.host)
    for seed in range(100):
        dice = Random(seed)  # noqa: S311 - chance, not secrets
        if not room.state.is_on:
            room.switch_on()
        for act in dice.choices(_ACTS, k=20):
            act(room)
            QTest.qWait(0)
            seen[room.standing()] += 1
            assert watch.over_host == [], (seed, act)
            assert not room.projector.isActiveWindow(), (seed, act)
            assert room.projector.isVisible() is (
                room.state.standing in (Standing.FULL, Standing.WINDOW)
            ), (seed, act)
            if room.state.is_waiting:
                assert room.projector.view.scene is Scene.HOLDING, (seed, act)
        plug(LAPTOP, BEAMER)
        room.move_host(1500)  # a window that stays where it is isn't told of its new display
        room.move_host(100)
        room.hold_quiet()
        assert room.state.standing in (Standing.FULL, Standing.OFF), seed

    assert watch.painted > 200
    assert set(seen) == {
        (Standing.OFF, None),
        (Standing.OFF, Trouble.NO_SECOND),
        (Standing.OFF, Trouble.MIRRORED),
        (Standing.FULL, None),
        (Standing.WINDOW, Trouble.NO_SECOND),
        (Standing.WINDOW, Trouble.MIRRORED),
        (Standing.HELD, Trouble.DISCONNECTED),
        (Standing.HELD, Trouble.MIRRORED),
        (Standing.HELD, Trouble.COVERED),
    }
    assert min(seen.values()) >= 5


@pytest.mark.parametrize("scene", list(Scene), ids=lambda scene: scene.value)
def test_every_scene_makes_way_for_the_holding_scene_when_its_screen_comes_back(
    room: Room, scene: Scene
) -> None:
    room.switch_on()
    room.projector.show_view(any_view(scene))
    plug(LAPTOP)
    assert room.standing() == (Standing.HELD, Trouble.DISCONNECTED)
    assert room.projector.view.scene is scene
    watch = PaintWatch(room.projector, lambda: room.host)
    plug(LAPTOP, BEAMER)
    room.settle()
    QTest.qWait(0)

    assert watch.scenes == {Scene.HOLDING}
    assert room.projector.isFullScreen()


@pytest.mark.parametrize(
    "shape",
    [
        Plug("4:3", x=1366, width=1024, height=768),
        Plug("16:9", x=1366, width=1920, height=1080),
        Plug("16:10", x=1366, width=1920, height=1200),
        Plug("4K at 200 %", x=1366, width=3840, height=2160, ratio=2),
        Plug("portrait", x=1366, width=1080, height=1920),
        Plug("above", y=-1080),
        Plug("to the left", x=-1920),
    ],
    ids=lambda shape: shape.name,
)
def test_the_projector_fills_every_shape_of_screen(room: Room, shape: Plug) -> None:
    plug(LAPTOP, shape)
    room.switch_on()

    display = screen_of(room.projector)
    assert display.name() == shape.name
    assert room.projector.geometry() == display.geometry()
    assert room.projector.devicePixelRatio() == shape.ratio


def _pull(_room: Room) -> None:
    plug(LAPTOP)


def _push(_room: Room) -> None:
    plug(LAPTOP, BEAMER)


def _mirror(_room: Room) -> None:
    plug(LAPTOP, Plug("Projector", width=1366, height=768))


def _close_the_lid(_room: Room) -> None:
    plug(BEAMER)


def _switch(room: Room) -> None:
    room.displays.show_projector(is_shown=not room.state.is_on)


def _drag_host(room: Room) -> None:
    room.move_host(1500 if room.host.x() < 1366 else 100)


def _take_next(room: Room) -> None:
    room.takes += 1
    room.take(tuple(Scene)[room.takes % len(Scene)])


def _black(room: Room) -> None:
    room.take(Scene.BLACK)


_ACTS: tuple[Callable[[Room], None], ...] = (
    _pull,
    _pull,
    _push,
    _push,
    _mirror,
    _close_the_lid,
    Room.hold_quiet,
    Room.hold_quiet,
    _switch,
    _drag_host,
    _take_next,
    _black,
)
"""What can happen, the plug more often than the rest."""
