"""A judge's take-away on the screen and as a file."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from judging_app.desk import events, scoring
from judging_app.domain.event import Phase
from judging_app.domain.roles import ORGANISER
from judging_app.present.judge.take_away import TakeAway, TakeAwayLine, TakeAwayTeam
from tests.desk.small_event import (
    ADA,
    J1,
    J2,
    J3,
    LANTERN,
    bring_to,
    make_small_event,
    submit_wholly,
)
from ui.day import Day
from ui.file_choice import FileChoice
from ui.judge.take_away import TakeAwayCard, TakeAwayScreen
from ui.judge.take_away_wiring import TakeAwayWiring

ONE = TakeAwayTeam(
    "Lantern",
    "3 ballots",
    (TakeAwayLine("Impact", "7", "6.25"),),
    TakeAwayLine("Total", "62.00 of 100", "71.50"),
)
ROWS = TakeAway("Day", "Ada Reed", "Take-away", "Generous.", "Narrow.", "Why.", (ONE,) * 20, "")


@pytest.fixture
def screen(qtbot: QtBot) -> TakeAwayScreen:
    made = TakeAwayScreen()
    qtbot.addWidget(made)
    made.resize(900, 500)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made


class Folder(FileChoice):
    """Answers with one folder."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder

    def folder(self, title: str) -> Path | None:
        assert title == "Folder for the take-away"
        return self._folder


def words(screen: QWidget) -> list[str]:
    return [one.text() for one in screen.findChildren(QLabel) if one.isVisible() and one.text()]


def test_every_figure_is_on_show_and_read_out(screen: TakeAwayScreen) -> None:
    screen.show_rows(replace(ROWS, teams=(ONE,)))
    card = next(one for one in screen.findChildren(TakeAwayCard) if one.isVisible())

    assert {"Generous.", "Narrow.", "Why.", "Lantern", "7", "6.25", "71.50"} <= {*words(screen)}
    assert card.accessibleName() == (
        "Lantern. Impact: yours 7, mean 6.25; Total: yours 62.00 of 100, mean 71.50."
    )


def test_it_leaves_nothing_for_whoever_comes_next(screen: TakeAwayScreen) -> None:
    screen.show_rows(ROWS)
    screen.show_rows(None)

    assert words(screen) == ["Your scores"]


def test_it_is_read_by_the_arrow_keys(screen: TakeAwayScreen, qtbot: QtBot) -> None:
    screen.show_rows(ROWS)
    bar = screen._scroll.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    screen.head.button.setFocus()
    QTest.keyClick(screen.head.button, Qt.Key.Key_PageDown)
    on = bar.value()
    QTest.keyClick(screen.head.button, Qt.Key.Key_Up)

    assert on > 0
    assert bar.value() < on


@pytest.fixture
def day(tmp_path: Path) -> Day:
    """A published day, with Ada signed in."""
    path = tmp_path / "small.pitchday"
    make_small_event(path)
    desk = events.open_event(path)
    bring_to(desk, Phase.SCORING)
    for judge in (J1, J2, J3):
        submit_wholly(desk, judge, LANTERN)
    scoring.close_scoring(desk, ORGANISER, "The test says so.")
    scoring.publish(desk, ORGANISER)
    desk.close()
    made = Day()
    made.open(path)
    made.enter(ADA)
    return made


def test_it_is_saved_as_a_pdf_where_the_judge_says(
    screen: TakeAwayScreen, day: Day, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "papers"
    folder.mkdir()
    wiring = TakeAwayWiring(screen, day, screen, Folder(folder))
    wiring.refresh()
    screen.head.button.click()
    qtbot.waitUntil(lambda: str(folder) in screen.head.message.text(), timeout=60_000)
    day.close()

    (file,) = folder.iterdir()
    assert file.name == "Small pitch day - scores of Ada Reed.pdf"
    assert file.read_bytes().startswith(b"%PDF")


def test_nothing_is_written_where_no_folder_is_chosen(
    screen: TakeAwayScreen, day: Day, tmp_path: Path
) -> None:
    before = {*tmp_path.iterdir()}
    wiring = TakeAwayWiring(screen, day, screen, Folder(None))
    wiring.refresh()
    screen.head.button.click()

    assert {*tmp_path.iterdir()} == before
    assert screen.head.message.text() == ""
    day.close()
