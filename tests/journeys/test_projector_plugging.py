"""A projector's plug that comes loose at any moment of the day, as the host and the room see it."""

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from shutil import copy

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from judging_app.desk import reveal, scoring
from judging_app.domain.event import Scene
from judging_app.domain.roles import HOST, ORGANISER
from judging_app.intake.sample import read_sample
from tests.desk.small_event import naming
from tests.ui import screens
from tests.ui.displays.plugging import (
    BEAMER,
    LAPTOP,
    PaintWatch,
    any_view,
    needs_plugging,
    plug,
    plugged,
)
from tests.ui.result.result_day import make_day
from ui.control.control import HostProjector
from ui.displays import displays as screens_module
from ui.displays.displays import Displays
from ui.displays.words import ProjectorState, Standing
from ui.window import Window
from ui.windows import Application

pytestmark = needs_plugging
FULL = pytest.mark.full

_TAKEN = (Scene.HOLDING, Scene.DELIBERATION, Scene.STANDINGS, Scene.REVEAL, Scene.BLACK)


class Venue:
    """The application at a lectern with one loose plug."""

    def __init__(self, qtbot: QtBot, app: QApplication) -> None:
        self.qtbot = qtbot
        self.application = Application(app)
        self.projector = self.window.projector
        self.projector.reduce_motion(is_reduced=True)
        self.window.resize(1366, 768)
        self.window.show()
        self.watch = PaintWatch(self.projector, lambda: self.window)
        self.takes = 0
        self.met: Counter[Standing] = Counter()

    @property
    def window(self) -> Window:
        return self.application.window

    @property
    def hold(self) -> HostProjector:
        return screens.host_projector(self.window)

    @property
    def state(self) -> ProjectorState:
        return self.projector.state

    def host_day(self, path: Path) -> None:
        """Open an event, all ballots in, scoring closed and the reveal confirmed, as the host."""
        self.window.open_event(path)
        self.window.day.enter(HOST)
        desk, pin = self.window.day.desk, read_sample(with_ballots=False).pins[ORGANISER]
        self.window.day.do(lambda: scoring.close_scoring(desk, HOST))
        self.window.day.do(lambda: reveal.confirm_reveal(desk, HOST, ORGANISER, pin))

    def switch(self) -> None:
        self.hold.switch.click()
        self.qtbot.waitUntil(lambda: not any(one._arrival.isActive() for one in self.in_charge))

    def pull(self) -> None:
        plug(LAPTOP)

    def push(self) -> None:
        plug(LAPTOP, BEAMER)

    def settle(self) -> None:
        """Let the screens have been quiet for long enough."""
        for one in self.in_charge:
            if one._quiet.isActive():
                one._quiet.start(0)
        self.qtbot.waitUntil(lambda: not any(one._quiet.isActive() for one in self.in_charge))
        self.qtbot.waitUntil(lambda: not any(one._arrival.isActive() for one in self.in_charge))

    def black(self) -> None:
        self.hold.hold.ask_black()

    def take(self, scene: Scene) -> None:
        self.hold.scene_chosen.emit(scene)
        self.hold.hold.take_asked.emit()

    def take_any(self) -> None:
        """Take the next scene in turn."""
        self.takes += 1
        self.take(_TAKEN[self.takes % len(_TAKEN)])

    def host_moves(self) -> None:
        """Drag the main window to the projector's screen, or back."""
        self.window.move(1500 if self.window.x() < 1366 else 0, 0)

    def change_text(self) -> None:
        """Make the text larger, or smaller, in turn with what is taken."""
        is_larger = self.takes % 2
        (self.window.larger_text_asked if is_larger else self.window.smaller_text_asked).emit()

    @property
    def in_charge(self) -> list[Displays]:
        return self.window.findChildren(Displays)

    def check(self, act: str) -> None:
        """What must be so after everything that can happen."""
        QApplication.processEvents()
        self.met[self.state.standing] += 1
        is_seen = self.state.standing in (Standing.FULL, Standing.WINDOW)
        assert self.projector.isVisible() is is_seen, act
        assert not self.projector.isVisible() or not self.watch.is_over_host, act
        assert not self.projector.isActiveWindow(), act
        assert self.watch.over_host == [], act
        assert self.hold.switch.isChecked() is self.state.is_on, act
        if self.state.is_waiting and is_seen:
            assert self.projector.view.scene is Scene.HOLDING, act


@pytest.fixture(scope="module")
def made_day(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample with every ballot in, to be copied."""
    return make_day(tmp_path_factory.mktemp("day"))


@pytest.fixture
def venue(
    qtbot: QtBot,
    qapp: QApplication,
    made_day: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Venue]:
    monkeypatch.setattr(screens_module, "QUIET_MS", 60_000)
    monkeypatch.setattr(screens_module, "ARRIVAL_MS", 1)
    with plugged(LAPTOP, BEAMER):
        made = Venue(qtbot, qapp)
        made.host_day(Path(copy(made_day, tmp_path)))
        yield made
        made.window.close()
        made.window.deleteLater()
        made.projector.deleteLater()
        made.application.deleteLater()


def test_a_plug_that_comes_loose_during_a_scene_holds_the_view_until_a_scene_is_taken(
    venue: Venue,
) -> None:
    venue.switch()
    for scene in _TAKEN:
        with naming(scene.value):
            venue.met.clear()
            venue.take(scene)
            on_record = venue.window.day.desk.programme()

            assert venue.projector.view.scene is scene
            venue.pull()
            venue.check("pulled")
            assert venue.met == {Standing.HELD: 1}
            venue.push()
            venue.settle()
            venue.check("back")
            assert venue.met == {Standing.HELD: 1, Standing.FULL: 1}
            assert venue.projector.view.scene is Scene.HOLDING
            assert venue.window.day.desk.programme() == on_record
            venue.take(scene)
            assert venue.projector.view.scene is scene


def test_whatever_was_on_it_is_gone_before_the_room_sees_anything_again(venue: Venue) -> None:
    venue.switch()
    for scene in Scene:
        with naming(scene.value):
            venue.pull()
            venue.projector.show_view(any_view(scene))
            venue.push()
            painted = venue.watch.painted
            venue.settle()

            assert venue.watch.painted > painted
            assert venue.projector.view.scene is Scene.HOLDING
            assert venue.state.standing is Standing.FULL


@pytest.mark.parametrize("seed", [0, pytest.param(1, marks=FULL), pytest.param(2, marks=FULL)])
def test_in_a_random_order_nothing_of_the_projector_reaches_the_hosts_screen(
    venue: Venue, seed: int
) -> None:
    venue.window.showNormal()
    venue.switch()
    done: list[str] = []
    order = Random(seed).choices(_ACTS, k=_ACTS_IN_AN_ORDER)  # noqa: S311 - chance, not secrets
    for act in order:
        act(venue)
        done.append(act.__name__)
        venue.check(", ".join(done))

    assert venue.met[Standing.HELD] > 0
    assert venue.met[Standing.FULL] > 0
    assert venue.watch.painted > 0


_ACTS: tuple[Callable[[Venue], None], ...] = (
    Venue.pull,
    Venue.pull,
    Venue.push,
    Venue.push,
    Venue.settle,
    Venue.settle,
    Venue.take_any,
    Venue.black,
    Venue.change_text,
    Venue.host_moves,
)
"""What can happen, the plug more often than the rest."""

_ACTS_IN_AN_ORDER = 24
