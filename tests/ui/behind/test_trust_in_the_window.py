"""A file that was tampered with gives no result in the window either, and leads to the copies."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from judging_app.desk import events, scoring
from judging_app.domain.event import Phase
from judging_app.domain.roles import HOST, ORGANISER
from judging_app.present.host.lights import Light, LightState
from tests.desk.small_event import make_small_event, submit_all
from tests.faults.tampering import tampered
from tests.journeys.window_day import words_on
from ui.day import Day
from ui.host.lights import Lights
from ui.pages import RECOVERY
from ui.window import Window
from ui.windows import NOT_READ_AGAIN, STILL_SAVED, UNFORESEEN, Application

SENTENCE = "is damaged, or was changed after it was recorded"


@pytest.fixture
def tampered_path(tmp_path: Path) -> Path:
    """Every ballot is in and scoring is closed; then the third team was given ten on everything."""
    path = tmp_path / "small.pitchday"
    make_small_event(path)
    with closing(events.open_event(path)) as desk:
        scoring.open_scoring(desk, HOST)
        submit_all(desk)
        scoring.close_scoring(desk, HOST)
    tampered(path)
    return path


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[Window]:
    made = Window(Day())
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close()


def open_checked(window: Window, path: Path, qtbot: QtBot) -> None:
    """Open an event whose check finds a fault, and wait until that is said."""
    window.open_event(path)
    window.check.begin()  # not only once the names are painted, which a busy machine puts off
    qtbot.waitUntil(lambda: SENTENCE in words_on(window), timeout=60_000)


@pytest.mark.row(33, 36, 40)
def test_no_page_of_the_window_tells_a_result_and_each_says_why(
    window: Window, tampered_path: Path, qtbot: QtBot
) -> None:
    open_checked(window, tampered_path, qtbot)

    for actor in (ORGANISER, HOST):
        window.day.enter(actor)
        for entry in window._offered:
            window.entry_asked.emit(entry.key)
            said = words_on(window)
            assert SENTENCE in said
            assert "No ballot has been submitted yet" not in said
        window.day.leave()
    assert window.day.desk.event().phase is Phase.CLOSED


@pytest.mark.row(36)
def test_no_light_is_green_over_such_a_file(
    window: Window, tampered_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[Sequence[Light]] = []
    monkeypatch.setattr(Lights, "show_lights", lambda _self, rows: shown.append(rows))
    open_checked(window, tampered_path, qtbot)
    window.day.enter(HOST)

    assert shown[-1][0].key == "file"
    assert LightState.GOOD not in {one.state for one in shown[-1]}


@pytest.mark.row(37)
def test_the_copies_are_one_press_away(window: Window, tampered_path: Path, qtbot: QtBot) -> None:
    open_checked(window, tampered_path, qtbot)

    window.trouble.act_asked.emit("Show the copies")

    assert window._key == RECOVERY
    assert not window.day.is_open


@pytest.fixture
def application(qapp: object, qtbot: QtBot) -> Iterator[Application]:
    made = Application(qapp)  # type: ignore[arg-type]  # pytest-qt leaves it untyped
    qtbot.addWidget(made.window)
    made.window.show()
    yield made
    made.window.close()


@pytest.mark.row(33)
def test_what_was_saved_is_called_safe_only_if_it_was_just_read(
    application: Application, tmp_path: Path
) -> None:
    error = RuntimeError("a bug")
    application.catch(RuntimeError, error, None)
    without_an_event = words_on(application.window)
    path = tmp_path / "small.pitchday"
    make_small_event(path)
    application.day.open(path)
    application.catch(RuntimeError, error, None)
    with_its_file = words_on(application.window)
    path.rename(tmp_path / "elsewhere.pitchday")
    application.catch(RuntimeError, error, None)
    without_its_file = words_on(application.window)

    assert UNFORESEEN in without_an_event
    assert STILL_SAVED in with_its_file
    assert NOT_READ_AGAIN.format(path.name) in without_its_file
    assert "safe" not in without_an_event + without_its_file
