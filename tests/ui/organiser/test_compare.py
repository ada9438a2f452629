"""Comparing events in the window."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from judging_app.domain.roles import ORGANISER
from tests.bundle.made_events import made_event
from tests.bundle.one_criterion import bundle_of_one
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


def test_criteria_are_said_to_be_the_same_and_kept_beside_the_bundles(
    hands: Hands, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, steps, highest in (("A", ([2, 4], [1, 9]), 10), ("B", ([4, 5], [3, 5]), 5)):
        data = bundle_of_one(f"Day of {name}", steps, highest, name)
        (tmp_path / f"{name}.zip").write_bytes(data)
    added = iter([(tmp_path / "A.zip",), (tmp_path / "B.zip",)])
    monkeypatch.setattr(FileChoice, "bundles", lambda _choice, _title: next(added))
    screen = screens.compare(hands.window)

    screen.more.click()
    alone = screen.said.text()
    screen.more.click()
    qtbot.waitUntil(screen.save.isEnabled, timeout=20_000)
    before, picker = words_on(screen), screen.same[1]
    QTest.keyClick(picker.box, Qt.Key.Key_Down)

    assert alone == "A.zip is chosen. Add another to compare it with."
    assert "no criterion in common" in before
    assert "The harsher panel is that of Day of A" in words_on(screen)
    (kept,) = json.loads((tmp_path / "criteria.json").read_text("utf-8"))["criteria"]
    assert [one["title"] for one in kept["is"]] == ["A", "B"]


def test_one_bundle_alone_is_refused_in_a_sentence(
    hands: Hands, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "3.zip").write_bytes(made_event(3, teams=6, judges=8).bundle())
    monkeypatch.setattr(FileChoice, "folder", lambda _choice, _title: tmp_path)
    screen = screens.compare(hands.window)

    screen.choose.click()
    qtbot.waitUntil(lambda: "bundles to compare" in screen.said.text(), timeout=20_000)

    assert "Choose 2 to 1,000 bundles to compare." in screen.said.text()
    assert not screen.save.isEnabled()
