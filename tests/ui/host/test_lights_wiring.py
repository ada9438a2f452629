"""Safety copies through the window's wiring: made in time, and told by the lights."""

import shutil
import subprocess
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from judging_app.desk import ballots, scoring
from judging_app.desk.keeping import copies
from judging_app.desk.keeping.trouble import Trouble
from judging_app.domain.roles import HOST
from judging_app.errors import EventFileError
from judging_app.present.host.lights import LightState, projector_light
from judging_app.present.start.recovery import Cause
from judging_app.store.verify import verify_file
from judging_app.timepiece import Timepiece
from tests.desk.small_event import (
    ADA,
    IMPACT,
    J1,
    LANTERN,
    Clock,
)
from ui.day import Day
from ui.file_choice import FileChoice
from ui.host import lights_wiring
from ui.host.lights import Lights
from ui.host.lights_wiring import LightsWiring


class Answers(FileChoice):
    """Chooses one folder, or none."""

    def __init__(self, chosen: Path | None) -> None:
        self.chosen = chosen

    def folder(self, title: str) -> Path | None:
        assert title == "Folder for safety copies"
        return self.chosen


class Wired:
    """A day, its lights and its copies, without a window."""

    def __init__(self, qtbot: QtBot, path: Path, chosen: Path) -> None:
        self.qtbot, self.path = qtbot, path
        self.parent = QWidget()
        qtbot.addWidget(self.parent)
        self.day, self.lights, self.choice = Day(self.parent), Lights(self.parent), Answers(chosen)
        self.wiring = LightsWiring(self.parent, self.day, self.choice)
        self.wiring.show_on(self.lights)

    def open(self) -> None:
        assert self.day.open(self.path)
        self.settle()

    def settle(self) -> None:
        """Let the worker end what it has begun."""
        self.qtbot.waitUntil(lambda: not self.wiring._worker.is_busy, timeout=60_000)

    def tick(self) -> None:
        self.wiring._clock.timeout.emit()
        self.settle()

    def score(self, score: int) -> None:
        desk = self.day.desk
        assert self.day.do(lambda: ballots.score(desk, ADA, J1, LANTERN, IMPACT, score)) == ""

    def light(self, key: str) -> tuple[LightState, str]:
        light = next(button.light for button in self.lights.buttons if button.light.key == key)
        return light.state, light.text

    @property
    def beside(self) -> list[Path]:
        """The copies beside the event, in no order."""
        folder = copies.beside(self.day.desk)
        return [*folder.iterdir()] if folder.is_dir() else []


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    made = tmp_path / "STICK"
    made.mkdir()
    return made


@pytest.fixture
def wired(qtbot: QtBot, small_path: Path, stick: Path) -> Iterator[Wired]:
    made = Wired(qtbot, small_path, stick)
    yield made
    made.wiring.stop()
    made.day.close()


@pytest.fixture
def scoring_day(wired: Wired, clock: Clock) -> Wired:
    """The event open for scoring, by a clock that stands still."""
    wired.open()
    wired.day.desk.timepiece = Timepiece(clock, None)
    assert wired.day.do(lambda: scoring.open_scoring(wired.day.desk, HOST)) == ""
    wired.tick()
    return wired


def test_opening_an_event_copies_it_and_lights_the_lights(wired: Wired) -> None:
    wired.open()

    assert len(wired.beside) == 1
    assert verify_file(wired.beside[0]).findings == ()
    assert wired.light("copy")[0] is LightState.GOOD
    assert wired.light("copy")[1].endswith(" next to the event")
    assert wired.light("saved") == (LightState.GOOD, "Nothing to save yet")
    assert wired.light("disk")[1].endswith(" free")


def test_opening_it_again_unchanged_makes_no_second_copy(wired: Wired) -> None:
    wired.open()
    wired.day.close()
    wired.open()

    assert len(wired.beside) == 1
    assert wired.light("copy")[0] is LightState.GOOD


def test_closing_scoring_copies_the_event_at_once(scoring_day: Wired) -> None:
    before = {*scoring_day.beside}
    desk = scoring_day.day.desk
    scoring_day.day.do(lambda: scoring.close_scoring(desk, HOST, "The panel is done."))
    scoring_day.settle()

    (made,) = {*scoring_day.beside} - before
    assert verify_file(made).head == desk.entries()[-1].digest


def test_closing_the_event_copies_what_no_copy_has_yet(scoring_day: Wired) -> None:
    before, folder = {*scoring_day.beside}, copies.beside(scoring_day.day.desk)
    scoring_day.score(5)
    head = scoring_day.day.desk.entries()[-1].digest
    scoring_day.day.close()

    (made,) = {*folder.glob("*.pitchday")} - before
    assert verify_file(made).head == head


def test_a_last_copy_that_hangs_does_not_keep_the_event_from_closing(
    scoring_day: Wired, monkeypatch: pytest.MonkeyPatch
) -> None:
    has_begun, ends = Event(), Event()

    def hang(_copying: copies.Copying) -> None:
        has_begun.set()
        ends.wait()

    monkeypatch.setattr(copies.Copying, "run", hang)
    monkeypatch.setattr(lights_wiring, "LAST_S", 0.01)
    scoring_day.score(5)
    scoring_day.day.close()

    assert has_begun.wait(timeout=60)
    assert not scoring_day.day.is_open
    ends.set()


def test_a_change_is_copied_within_five_minutes_and_silence_is_not(
    scoring_day: Wired, clock: Clock
) -> None:
    before = len(scoring_day.beside)
    scoring_day.score(5)
    clock.pass_s(timedelta(minutes=5).total_seconds())
    scoring_day.tick()
    after_change = len(scoring_day.beside)
    clock.pass_s(timedelta(minutes=5).total_seconds())
    scoring_day.tick()

    assert after_change == before + 1
    assert len(scoring_day.beside) == after_change


def test_every_change_lights_when_it_was_saved(scoring_day: Wired, clock: Clock) -> None:
    scoring_day.score(5)

    state, text = scoring_day.light("saved")
    assert state is LightState.GOOD
    assert text == f"Saved {clock.time.astimezone():%H:%M:%S}"


def test_what_is_not_saved_lights_a_loss_until_the_next_change_is(scoring_day: Wired) -> None:
    path = scoring_day.path
    away = path.rename(path.with_name("away"))
    desk = scoring_day.day.desk
    scoring_day.day.do(lambda: ballots.score(desk, ADA, J1, LANTERN, IMPACT, 5))
    lost = scoring_day.light("saved")
    away.rename(path)
    scoring_day.score(6)

    assert lost == (LightState.LOSS, "NOT saved")
    assert scoring_day.light("saved")[0] is LightState.GOOD


@pytest.mark.row(12)
def test_what_is_only_in_memory_is_copied_when_the_file_was_overwritten(
    scoring_day: Wired, stick: Path
) -> None:
    older = copies.copy_now(scoring_day.day.desk, stick)
    scoring_day.score(5)
    head = scoring_day.day.desk.entries()[-1].digest
    subprocess.run(["cp", older, scoring_day.path], check=True)
    desk = scoring_day.day.desk
    refusal = scoring_day.day.do(lambda: ballots.score(desk, ADA, J1, LANTERN, IMPACT, 9))
    scoring_day.settle()

    assert "Another file was put in the place of small.pitchday" in refusal
    assert head in {verify_file(path).head for path in scoring_day.beside}


def test_a_second_place_is_chosen_copied_to_and_named(wired: Wired, stick: Path) -> None:
    wired.open()
    wired.lights.place_asked.emit()
    wired.settle()

    assert len([*stick.iterdir()]) == 1
    assert wired.light("copy")[0] is LightState.GOOD
    assert wired.light("copy")[1].endswith(" to STICK")
    assert len(wired.beside) == 1


def test_a_choice_called_off_changes_nothing(wired: Wired) -> None:
    wired.open()
    wired.choice.chosen = None
    wired.lights.place_asked.emit()
    wired.settle()

    assert copies.chosen_place() is None


def test_a_choice_that_can_not_be_kept_is_said_at_the_one_door(
    wired: Wired, monkeypatch: pytest.MonkeyPatch
) -> None:
    wired.open()

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("judging_app.files.write_synced", full)
    with wired.qtbot.waitSignal(wired.day.refused) as refused:
        wired.lights.place_asked.emit()

    assert refused.args is not None
    assert "of" in refused.args[0]


def test_a_stick_pulled_is_told_and_copied_to_again_once_it_is_back(
    scoring_day: Wired, stick: Path, clock: Clock
) -> None:
    scoring_day.lights.place_asked.emit()
    scoring_day.settle()
    shutil.rmtree(stick)
    scoring_day.score(5)
    clock.pass_s(timedelta(minutes=5).total_seconds())
    scoring_day.tick()
    pulled = scoring_day.light("copy")
    beside = len(scoring_day.beside)
    stick.mkdir()
    scoring_day.tick()

    assert pulled == (LightState.ATTENTION, "Copy failed: STICK")
    assert scoring_day.light("copy")[0] is LightState.GOOD
    assert len([*stick.iterdir()]) == 1
    assert len(scoring_day.beside) == beside


def test_copy_now_makes_another_copy_even_if_nothing_has_changed(wired: Wired) -> None:
    wired.open()
    wired.lights.copy_asked.emit()
    wired.settle()

    assert len(wired.beside) == 2


def test_a_copy_asked_for_while_one_is_written_follows_it(scoring_day: Wired) -> None:
    before = len(scoring_day.beside)
    scoring_day.score(5)
    scoring_day.lights.copy_asked.emit()
    was_busy = scoring_day.wiring._worker.is_busy
    scoring_day.score(6)
    scoring_day.lights.copy_asked.emit()
    scoring_day.qtbot.waitUntil(lambda: len(scoring_day.beside) == before + 2, timeout=60_000)
    scoring_day.settle()

    assert was_busy
    assert scoring_day.light("copy")[0] is LightState.GOOD


def test_an_event_that_can_not_be_read_lights_the_copys_light(
    wired: Wired, monkeypatch: pytest.MonkeyPatch
) -> None:
    wired.open()

    def unplugged(*_: object, **__: object) -> None:
        raise EventFileError("small.pitchday can’t be read.")

    monkeypatch.setattr(copies, "copying", unplugged)
    wired.lights.copy_asked.emit()

    assert wired.light("copy") == (LightState.ATTENTION, "Copy failed: the event’s folder")


def test_a_bug_while_copying_comes_to_the_one_door_and_copying_goes_on(
    wired: Wired, monkeypatch: pytest.MonkeyPatch
) -> None:
    wired.open()
    before = len(wired.beside)

    def broken(*_: object) -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as patch, wired.qtbot.captureExceptions() as caught:
        patch.setattr("judging_app.store.keeping.copies._thin", broken)
        wired.lights.copy_asked.emit()
        wired.qtbot.waitUntil(lambda: bool(caught), timeout=60_000)
    wired.lights.copy_asked.emit()
    wired.settle()

    assert [kind for kind, _, _ in caught] == [ZeroDivisionError]
    assert len(wired.beside) == before + 2


def test_an_event_opened_while_another_is_copied_is_held_against_its_copies_too(
    scoring_day: Wired, stick: Path, qtbot: QtBot
) -> None:
    day, told = scoring_day.day, list[Trouble]()
    older = copies.copy_now(day.desk, stick)
    scoring_day.score(7)
    scoring_day.settle()
    copies.copy_now(day.desk)
    day.close()
    shutil.copy(older, scoring_day.path)
    day.troubled.connect(told.append)
    others_end = Event()
    assert scoring_day.wiring._worker.start(lambda _: others_end.wait(60))

    assert day.open(scoring_day.path)
    others_end.set()

    qtbot.waitUntil(lambda: bool(told), timeout=60_000)
    assert told[0].cause is Cause.OLDER


def test_closing_the_event_puts_the_lights_out(wired: Wired) -> None:
    wired.open()
    wired.day.close()

    assert wired.lights.buttons == ()
    assert not wired.wiring._clock.isActive()


def test_what_is_copied_of_an_event_that_was_closed_lights_nothing(wired: Wired) -> None:
    assert wired.day.open(wired.path)
    was_busy = wired.wiring._worker.is_busy
    wired.day.close()
    wired.settle()

    assert was_busy
    assert wired.lights.buttons == ()


def test_lights_built_anew_over_an_open_event_are_lit(wired: Wired, qtbot: QtBot) -> None:
    wired.open()
    parent = QObject()
    lights = Lights()
    qtbot.addWidget(lights)
    again = LightsWiring(parent, wired.day, wired.choice)
    again.show_on(lights)
    qtbot.waitUntil(lambda: not again._worker.is_busy, timeout=60_000)

    assert [button.light.key for button in lights.buttons] == ["saved", "copy", "disk", "rehearsal"]
    assert len(wired.beside) == 1
    again.stop()


def test_the_projectors_light_stands_in_its_place(wired: Wired) -> None:
    wired.open()
    wired.wiring.show_light(projector_light("Projector off", "Switch it on.", is_well=True))

    keys = [button.light.key for button in wired.lights.buttons]
    assert keys == ["saved", "copy", "disk", "projector", "rehearsal"]
