"""Noticing that nobody has touched a desk for a while."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from judging_app.present.idle import OFF
from ui.behind.idle import Idle


class Clock:
    """Stands still until it is told that time passes."""

    def __init__(self) -> None:
        self.time_s = 1000.0

    def __call__(self) -> float:
        return self.time_s


class Watched:
    """A window that is watched, and what was said of it."""

    def __init__(self, window: QWidget) -> None:
        self.window, self.clock = window, Clock()
        self.idle = Idle(window, self.clock)
        self.counts: list[int] = []
        self.ends = 0
        self.idle.counting.connect(self.counts.append)
        self.idle.expired.connect(self._end)

    def _end(self) -> None:
        self.ends += 1

    def watch(self, after_s: int = 60) -> None:
        self.idle.watch(self.window.windowHandle(), after_s)

    def pass_s(self, seconds: float) -> None:
        """Let time pass, and let it look."""
        self.clock.time_s += seconds
        if self.idle._timer.isActive():
            self.idle.look()


@pytest.fixture
def watched(qtbot: QtBot) -> Iterator[Watched]:
    window = QWidget()
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    made = Watched(window)
    yield made
    made.idle.stop()


def press_a_key(watched: Watched) -> None:
    handle = watched.window.windowHandle()
    assert handle is not None
    QTest.keyClick(handle, Qt.Key.Key_7)


def move_the_mouse(watched: Watched) -> None:
    handle = watched.window.windowHandle()
    assert handle is not None
    QTest.mouseMove(handle, QPoint(5, 5))
    QTest.mouseMove(handle, QPoint(9, 9))


@pytest.mark.row(16)
def test_a_desk_that_nobody_touches_is_locked_once_at_its_time(watched: Watched) -> None:
    watched.watch(60)
    watched.pass_s(49)
    before = watched.ends
    watched.pass_s(11)
    watched.pass_s(60)

    assert before == 0
    assert watched.ends == 1


def test_the_last_ten_seconds_are_counted_down(watched: Watched) -> None:
    watched.watch(60)
    watched.pass_s(49)
    for _ in range(3):
        watched.pass_s(1)

    assert watched.counts == [10, 9, 8]


@pytest.mark.parametrize("touch", [press_a_key, move_the_mouse])
def test_a_sign_of_somebody_ends_the_countdown_and_begins_anew(
    watched: Watched, touch: Callable[[Watched], None]
) -> None:
    watched.watch(60)
    watched.pass_s(55)
    touch(watched)
    watched.pass_s(49)

    assert watched.counts == [5, 0]
    assert watched.ends == 0
    watched.pass_s(11)
    assert watched.ends == 1


def test_off_watches_nothing(watched: Watched) -> None:
    watched.watch(OFF)
    watched.pass_s(10_000)

    assert not watched.idle._timer.isActive()
    assert watched.ends == 0


def test_stopping_takes_the_countdown_away(watched: Watched) -> None:
    watched.watch(60)
    watched.pass_s(55)
    watched.idle.stop()

    assert watched.counts == [5, 0]


@pytest.mark.row(16)
@pytest.mark.parametrize("touch", [press_a_key, move_the_mouse])
def test_the_first_key_after_a_sleep_finds_the_desk_locked_and_does_nothing(
    watched: Watched, touch: Callable[[Watched], None]
) -> None:
    reached: list[object] = []
    watched.window.keyPressEvent = reached.append  # type: ignore[method-assign] # to see it come
    watched.watch(60)
    watched.clock.time_s += 3_600
    touch(watched)
    watched.pass_s(60)

    assert watched.ends == 1
    assert reached == []


@pytest.mark.row(16)
def test_a_sleep_is_told_once_and_is_no_burst(watched: Watched) -> None:
    told: list[float] = []
    watched.idle.slept.connect(told.append)
    watched.watch(600)
    watched.pass_s(1)
    watched.pass_s(45)
    for _ in range(3):
        watched.pass_s(1)

    assert told == [45]
    assert watched.ends == 0


def test_nothing_is_counted_while_the_room_waits_for_whoever_is_there(watched: Watched) -> None:
    is_on = [True]
    watched.idle.watch(watched.window.windowHandle(), 60, lambda: is_on[0])
    watched.pass_s(500)
    before = (watched.ends, list(watched.counts))
    is_on[0] = False
    watched.pass_s(55)
    watched.pass_s(5)

    assert before == (0, [])
    assert (watched.counts, watched.ends) == ([5, 0], 1)
