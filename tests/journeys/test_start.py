"""The application from its first window on, with an event and without."""

import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from judging_app.desk.events import create_event, open_event
from judging_app.domain.roles import HOST
from judging_app.intake.sample import read_sample
from tests.journeys.window_day import words_on
from tests.ui import screens
from ui.appearance import Look
from ui.day import Day
from ui.splash import Opening
from ui.windows import UNFORESEEN, Application

A_LONG_TIME_MS = 60_000
SIGNALS = (signal.SIGINT, signal.SIGTERM)


@pytest.fixture
def opening(qapp: QApplication) -> Opening:
    """The first window, on the screen."""
    assert qapp is not None
    made = Opening(Look("light"))
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


def test_the_names_of_an_event_are_there_when_the_window_shows_and_it_is_opened_behind_them(
    application: Application, opening: Opening, event: Path, qtbot: QtBot
) -> None:
    application.begin(opening, event)
    qtbot.waitUntil(application.window.isVisible)
    names, was_open = words_on(application.window), application.day.is_open
    qtbot.waitUntil(lambda: application.day.is_open, timeout=A_LONG_TIME_MS)

    assert "Dame Olwen Prosser" in names
    assert not was_open
    assert "Dame Olwen Prosser" in words_on(application.window)


def test_who_is_faster_than_the_opening_is_signed_in_once_it_is_open(
    application: Application, opening: Opening, event: Path, qtbot: QtBot
) -> None:
    application.begin(opening, event)
    qtbot.waitUntil(application.window.isVisible)
    asked = screens.sign_in(application.window).sign_in_asked
    asked.emit(HOST.key, read_sample(with_ballots=False).pins[HOST])
    was_in = application.day.is_signed_in
    qtbot.waitUntil(lambda: application.day.is_signed_in, timeout=A_LONG_TIME_MS)

    assert not was_in
    assert application.day.actor == HOST


def test_an_event_that_is_open_elsewhere_is_refused_after_its_names(
    application: Application, opening: Opening, event: Path, qtbot: QtBot
) -> None:
    holder = open_event(event)
    application.begin(opening, event)
    qtbot.waitUntil(
        lambda: "is already open" in words_on(application.window), timeout=A_LONG_TIME_MS
    )
    holder.close()

    assert "Practise scoring" in words_on(application.window)


def test_a_file_that_is_refused_at_the_start_is_told_in_the_window(
    application: Application, opening: Opening, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "notes.txt").write_text("x" * 200, encoding="utf-8")
    application.begin(opening, tmp_path / "notes.txt")
    qtbot.waitUntil(application.window.isVisible)

    assert "notes.txt isn’t an event file" in words_on(application.window)


@pytest.mark.row(33)
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
