"""The application from its first window on, with an event and without."""

import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from judging_app.desk.events import create_event
from judging_app.intake.sample import read_sample
from tests.journeys.window_day import words_on
from ui.day import Day
from ui.splash import Opening
from ui.windows import UNFORESEEN, Application

SIGNALS = (signal.SIGINT, signal.SIGTERM)


@pytest.fixture
def opening(qapp: QApplication) -> Opening:
    """The first window, on the screen."""
    assert qapp is not None
    made = Opening()
    made.paint_first()
    return made


@pytest.fixture
def application(qapp: QApplication) -> Iterator[Application]:
    """One that leaves the process as it was."""
    hook, handlers = sys.excepthook, {one: signal.getsignal(one) for one in SIGNALS}
    made = Application(qapp)
    yield made
    made.window.close()
    made.deleteLater()
    sys.excepthook = hook
    for number, handler in handlers.items():
        signal.signal(number, handler)


@pytest.fixture
def event(tmp_path: Path) -> Path:
    path, sample = tmp_path / "day.pitchday", read_sample(with_ballots=False)
    create_event(path, sample.event, sample.intake, sample.pins)
    return path


def test_the_first_window_says_what_is_under_way(opening: Opening, qtbot: QtBot) -> None:
    qtbot.addWidget(opening)
    with qtbot.waitSignal(opening.painted):
        opening.update()

    assert opening.accessibleName() == "Opening…"
    assert opening.windowTitle() == "Pitch day"


def test_the_main_window_takes_the_place_of_the_first(
    application: Application, opening: Opening, qtbot: QtBot
) -> None:
    state = opening.windowState()
    with qtbot.waitSignal(opening.destroyed):
        application.begin(opening, None)

    assert application.window.isVisible()
    assert application.window.windowState() == state
    assert "Practise scoring" in words_on(application.window)


def test_an_event_named_at_the_start_is_open_when_the_window_shows(
    application: Application, opening: Opening, event: Path, qtbot: QtBot
) -> None:
    application.begin(opening, event)
    qtbot.waitUntil(application.window.isVisible)

    assert application.day.is_open
    assert "Dame Olwen Prosser" in words_on(application.window)


def test_a_file_that_is_refused_at_the_start_is_told_in_the_window(
    application: Application, opening: Opening, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "notes.txt").write_text("x" * 200, encoding="utf-8")
    application.begin(opening, tmp_path / "notes.txt")
    qtbot.waitUntil(application.window.isVisible)

    assert "notes.txt isn’t an event file" in words_on(application.window)


def test_what_nobody_foresaw_at_the_start_is_told_in_the_window(
    application: Application,
    opening: Opening,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(_day: Day, _path: Path) -> bool:
        raise RuntimeError("the file system has gone")

    monkeypatch.setattr(Day, "open", fail)
    application.begin(opening, tmp_path)
    qtbot.waitUntil(application.window.isVisible)

    assert UNFORESEEN in words_on(application.window)
