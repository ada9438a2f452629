"""Forming the teams in the window."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from judging_app.desk import events, undo
from judging_app.domain.event import Event
from judging_app.domain.roles import ORGANISER
from judging_app.domain.setup import Intake
from judging_app.intake.folder import read_folder
from judging_app.paths import RESOURCES
from tests.ui import screens
from ui.day import Day
from ui.pages import ALL_TEAMS, FORMING
from ui.teams.forming import FormingScreen
from ui.window import Window

A_LONG_TIME_MS = 60_000


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[Window]:
    """The sample's people, in no team yet, and the organiser who is to form them."""
    path = tmp_path / "new.pitchday"
    setup = read_folder(RESOURCES / "samples" / "tech-connect").setup
    people = tuple(replace(one, team=None) for one in setup.participants)
    without = replace(setup, participants=people, teams=(), challenges=(), visits=())
    events.create_event(path, Event("Tech Connect"), Intake(without), {})
    made = Window(Day())
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    made.open_event(path)
    made.day.enter(ORGANISER)
    made.entry_asked.emit(ALL_TEAMS)
    yield made
    made.close()


@pytest.fixture
def screen(window: Window, qtbot: QtBot) -> FormingScreen:
    """The page with its first teams."""
    (button,) = (one for one in window.findChildren(QPushButton) if one.text() == "Form teams…")
    button.click()
    formed(window, qtbot)
    return screens.forming(window)


def formed(window: Window, qtbot: QtBot) -> None:
    """Wait until the page shows teams."""
    qtbot.waitUntil(screens.forming(window).use.isEnabled, timeout=A_LONG_TIME_MS)


def test_everybody_is_put_into_teams_with_two_presses(
    window: Window, screen: FormingScreen
) -> None:
    assert window._key == FORMING
    assert screen.verdict.word == "Everything is met."
    assert (screen.count.text(), screen.use.text()) == ("6", "Use these 6 teams")
    assert window.focusWidget() is screen.use
    QTest.keyClick(screen.use, Qt.Key.Key_Return)

    setup = window.day.desk.recorded_setup()
    assert window._key == ALL_TEAMS
    assert {one.name for one in setup.teams} == {f"Team {at}" for at in range(1, 7)}
    assert all(one.team for one in setup.participants)
    undo.undo(window.day.desk, ORGANISER)
    assert window.day.desk.recorded_setup().teams == ()


def test_a_wish_is_kept_and_can_be_dropped(
    window: Window, screen: FormingScreen, qtbot: QtBot
) -> None:
    two = (screen.wishes.first, screen.wishes.second)
    for picker, at in zip(two, (0, 9), strict=True):
        picker.box.setCurrentIndex(at)
    screen.wishes.add.click()
    formed(window, qtbot)
    rows = screen.teams.rows
    names = [one.box.currentText() for one in two]
    told = [rows.data(rows.index(at, 1), Qt.ItemDataRole.AccessibleTextRole) for at in range(6)]
    dropping = screen.wishes.findChildren(QPushButton)
    drop = next(one for one in dropping if one.accessibleName().startswith("Remove the wish"))

    assert any(all(name in str(team) for name in names) for team in told)
    drop.click()
    formed(window, qtbot)
    assert not [
        one
        for one in screen.wishes.findChildren(QPushButton)
        if one.isVisible() and one.accessibleName().startswith("Remove the wish")
    ]


@pytest.mark.parametrize("typed", ["0", "39", "", "six"])
def test_teams_that_can_not_be_are_refused_in_words(
    window: Window, screen: FormingScreen, typed: str, qtbot: QtBot
) -> None:
    screen.count.setText(typed)
    screen.again.click()

    assert "Choose fewer teams." in screen.verdict.word or "0 teams" in screen.verdict.word
    assert not screen.use.isEnabled()
    screen.count.setText("7")
    screen.again.click()
    formed(window, qtbot)
    assert screen.use.text() == "Use these 7 teams"
