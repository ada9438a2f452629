"""Comparing events in the window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from judging_app.domain.roles import ORGANISER
from tests.bundle.made_events import made_event
from tests.desk.small_event import PINS
from tests.journeys.window_day import Hands, words_on
from tests.ui import screens
from ui.day import Day
from ui.file_choice import FileChoice
from ui.window import Window


@pytest.fixture
def hands(qtbot: QtBot, small_path: Path) -> Iterator[Hands]:
    window = Window(Day())
    qtbot.addWidget(window)
    window.show()
    window.open_event(small_path)
    made = Hands(window)
    made.sign_in(ORGANISER.key, PINS[ORGANISER])
    made.go_to("Compare events")
    yield made
    window.close()


def test_a_folder_of_bundles_is_compared_and_saved_as_a_table(
    hands: Hands, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for seed in (3, 4):
        (tmp_path / f"{seed}.zip").write_bytes(made_event(seed, teams=6, judges=8).bundle())
    monkeypatch.setattr(FileChoice, "folder", lambda _choice, _title: tmp_path)
    screen = screens.compare(hands.window)
    before = screen.save.isEnabled()

    screen.choose.click()
    qtbot.waitUntil(screen.save.isEnabled, timeout=20_000)
    screen.table.click()

    said = words_on(screen)
    assert not before
    assert "The harsher panel is that of Made day 3" in said
    assert "The firmer result is that of Made day 4" in said
    assert (tmp_path / "criteria.json").exists()
    assert (tmp_path / "Comparison of events.csv").read_bytes().startswith(b"\xef\xbb\xbfevent,")


def test_one_bundle_alone_is_refused_in_a_sentence(
    hands: Hands, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "3.zip").write_bytes(made_event(3, teams=6, judges=8).bundle())
    monkeypatch.setattr(FileChoice, "folder", lambda _choice, _title: tmp_path)
    screen = screens.compare(hands.window)

    screen.choose.click()
    qtbot.waitUntil(lambda: bool(screen.said.text()), timeout=20_000)

    assert "Choose 2 to 1,000 bundles to compare." in screen.said.text()
    assert not screen.save.isEnabled()
