"""What a screen reader is told when something changes."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from shutil import copy

import pytest
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from judging_app.desk import projector
from judging_app.domain.event import Scene
from judging_app.domain.roles import HOST
from judging_app.errors import NotSavedError
from tests.ui import screens
from tests.ui.every_screen import DayOnFile, sample_day
from ui import announce as module
from ui.announce import announce
from ui.day import Day
from ui.start.name_buttons import NameButton
from ui.wall.projector import Projector
from ui.window import Window

POLITE = QAccessible.AnnouncementPoliteness.Polite
URGENT = QAccessible.AnnouncementPoliteness.Assertive


@dataclass
class Reader:
    """A screen reader that keeps what it is told."""

    told: list[tuple[str, QAccessible.AnnouncementPoliteness]] = field(default_factory=list)

    @property
    def sentences(self) -> list[str]:
        return [sentence for sentence, _ in self.told]

    def hear(self, event: QAccessibleAnnouncementEvent) -> None:
        self.told.append((event.message(), event.politeness()))


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> Iterator[Reader]:
    """A screen reader that is running."""
    listening = Reader()
    monkeypatch.setattr(module, "_send", listening.hear)
    QAccessible.setActive(True)
    yield listening
    QAccessible.setActive(False)


@pytest.fixture(scope="module")
def on_file(tmp_path_factory: pytest.TempPathFactory) -> DayOnFile:
    return sample_day(tmp_path_factory.mktemp("sample"))


@pytest.fixture
def window(
    qtbot: QtBot,
    tmp_path: Path,
    on_file: DayOnFile,
    reader: Reader,
) -> Iterator[Window]:
    """The sample, open at the names, with a screen reader running."""
    made = Window(Day(), Projector(is_motion_reduced=True))
    qtbot.addWidget(made)
    qtbot.addWidget(made.projector)
    made.resize(1366, 768)
    with qtbot.waitExposed(made):
        made.show()
    made.open_event(Path(copy(on_file.path, tmp_path)))
    reader.told.clear()
    yield made
    made.close()


@pytest.fixture
def card(window: Window, on_file: DayOnFile, reader: Reader) -> Window:
    """A judge at the one card that is owed."""
    assert on_file.judge is not None
    window.day.enter(on_file.judge)
    screens.judge_desk(window).team_asked.emit("T2")
    reader.told.clear()
    return window


def test_nothing_is_worked_out_where_no_screen_reader_runs(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    listening = Reader()
    monkeypatch.setattr(module, "_send", listening.hear)
    label = QLabel("Saved")
    qtbot.addWidget(label)
    label.show()
    announce(label, "Saved")

    assert listening.told == []


def test_what_is_out_of_sight_says_nothing(qtbot: QtBot, reader: Reader) -> None:
    label = QLabel("Saved")
    qtbot.addWidget(label)
    announce(label, "Saved")
    label.show()
    announce(label, "")
    announce(label, "Now in sight")

    assert reader.told == [("Now in sight", POLITE)]


def test_an_event_with_its_politeness_reaches_the_system(qtbot: QtBot, reader: Reader) -> None:
    label = QLabel("Saved")
    qtbot.addWidget(label)
    label.show()
    announce(label, "The disk is full.", is_urgent=True)

    assert reader.told == [("The disk is full.", URGENT)]


def test_a_score_is_said_once_it_is_on_the_disk(card: Window, reader: Reader) -> None:
    screens.scorecard(card).score_asked.emit("impact", 7)

    assert reader.told == [("Impact on the people who use the service, 7 of 10, saved", POLITE)]


def test_a_score_that_was_taken_away_is_said_to_be_none(card: Window, reader: Reader) -> None:
    screens.scorecard(card).score_asked.emit("impact", 7)
    screens.scorecard(card).clear_asked.emit("impact")

    assert reader.sentences[-1].endswith("service, Not scored, saved")


def test_a_comment_is_said_to_be_saved(card: Window, reader: Reader) -> None:
    screens.scorecard(card).comments_asked.emit("Well told", "")

    assert reader.sentences == ["Comment, saved"]


def test_a_ballot_is_said_to_be_submitted(card: Window, reader: Reader) -> None:
    for criterion in card.day.desk.setup().rubric.judged:
        screens.scorecard(card).score_asked.emit(criterion.id, 7)
    screens.scorecard(card).submit_asked.emit()

    assert reader.sentences[-1] == "Submitted, saved"


def test_what_is_not_on_the_disk_interrupts(card: Window, reader: Reader) -> None:
    sentence = "The disk is full. Make room, then score again."

    def fail() -> None:
        raise NotSavedError(sentence)

    card.day.do(fail)  # type: ignore[arg-type]  # it never answers

    assert (sentence, URGENT) in reader.told
    assert ("NOT saved", URGENT) in reader.told


def test_a_refusal_is_said_every_time(window: Window, reader: Reader) -> None:
    window.show_message("Scoring is closed.", "attention")
    window.show_message("Scoring is closed.", "attention")

    assert reader.told == [("Scoring is closed.", URGENT)] * 2


def test_what_stands_above_the_screen_is_said_once(window: Window, reader: Reader) -> None:
    window.show_message("A byte was changed.", "loss")
    window.show_message("A byte was changed.", "loss")

    assert reader.told == [("A byte was changed.", URGENT)]


def test_a_wrong_pin_is_said(window: Window, reader: Reader) -> None:
    host = next(one for one in window.findChildren(NameButton) if one.key == HOST.key)
    host.click()
    reader.told.clear()
    screens.sign_in(window).sign_in_asked.emit(HOST.key, "000000")

    ((sentence, politeness),) = reader.told
    assert sentence.startswith("That PIN is wrong.")
    assert politeness is URGENT


def test_a_scene_is_said_once_it_is_on(window: Window, reader: Reader) -> None:
    window.day.enter(HOST)
    reader.told.clear()
    window.day.do(lambda: projector.show_scene(window.day.desk, HOST, Scene.PROGRESS))
    window.day.do(lambda: projector.show_scene(window.day.desk, HOST, Scene.PROGRESS))

    assert reader.sentences.count("On the projector: Judges scoring") == 1
