"""The check of an event that was opened, behind the names."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from judging_app.desk import ballots
from judging_app.desk.events import open_event
from judging_app.domain.event import Phase
from judging_app.store.verify import Check
from tests.desk.small_event import ADA, IMPACT, J1, LANTERN, bring_to, make_small_event
from tests.journeys.window_day import words_on
from ui.day import Day
from ui.window import Window
from ui.windows import Application

FAULT = "was changed after it was recorded"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """An event with one score."""
    made = tmp_path / "small.pitchday"
    make_small_event(made)
    desk = open_event(made)
    bring_to(desk, Phase.SCORING)
    ballots.score(desk, ADA, J1, LANTERN, IMPACT, 7)
    desk.close()
    return made


@pytest.fixture
def changed(path: Path) -> Path:
    """The same, after its score was changed in the file."""
    desk = open_event(path)
    desk.file.db.execute("UPDATE score SET steps = 9")
    desk.close()
    return path


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[Window]:
    made = Window(Day())
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close()


def wait_for_fault(window: Window, qtbot: QtBot) -> None:
    """Wait until the window tells it; what it tells instead is in the failure."""

    def is_told() -> None:
        check = window.day.desk.check
        known = check.found if check else "no check"
        assert FAULT in words_on(window), (window._has_begun, known, words_on(window))

    qtbot.waitUntil(is_told, timeout=60_000)


def test_a_file_that_was_changed_is_told_over_the_names(
    window: Window, changed: Path, qtbot: QtBot
) -> None:
    window.open_event(changed)
    told_at_once = FAULT in words_on(window)
    wait_for_fault(window, qtbot)

    assert not told_at_once


def test_what_is_told_of_a_file_stays_until_it_is_closed(
    window: Window, changed: Path, qtbot: QtBot
) -> None:
    window.open_event(changed)
    wait_for_fault(window, qtbot)
    window.day.enter(ADA)
    told_the_judge = FAULT in words_on(window)
    window.day.close()

    assert told_the_judge
    assert FAULT not in words_on(window)


def test_an_event_opened_in_mid_check_is_checked_next(
    window: Window, changed: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    other = tmp_path / "other.pitchday"
    make_small_event(other)
    window.open_event(other)
    window.check.begin()
    window.open_event(changed)
    wait_for_fault(window, qtbot)

    assert window.day.desk.file.path == changed.resolve()


def test_a_file_that_was_away_is_checked_again_before_it_is_trusted(
    window: Window, path: Path, qtbot: QtBot
) -> None:
    window.open_event(path)
    desk = window.day.desk
    qtbot.waitUntil(lambda: desk.trust().is_given, timeout=60_000)
    desk.file.reopened()
    assert not desk.trust().is_given

    window.check.follow()

    qtbot.waitUntil(lambda: desk.trust().is_given, timeout=60_000)


@pytest.mark.parametrize("error", [MemoryError(), RuntimeError("a bug")], ids=["memory", "bug"])
def test_a_check_that_fails_is_told_and_not_begun_again_without_end(
    error: Exception, path: Path, qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[object] = []

    def fail(check: Check, _progress: object = None) -> None:
        begun.append(check)
        raise error

    monkeypatch.setattr(Check, "run", fail)
    application = Application(qapp)
    qtbot.addWidget(application.window)
    window = application.window
    window.show()
    with capture_exceptions() as caught:
        window.open_event(path)
        qtbot.waitUntil(lambda: "could not be checked" in words_on(window), timeout=60_000)
    for one in caught:
        application.catch(*one)
    qtbot.waitUntil(lambda: not window.check._worker.is_busy, timeout=60_000)

    assert len(begun) == 1
    assert not window.day.desk.trust().is_given
    window.close()
