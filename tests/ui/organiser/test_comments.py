"""Reviewing comments in the window, by the keyboard alone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from judging_app.desk import ballots, scoring
from judging_app.desk.handing_out.comments import comments
from judging_app.domain.papers.comments import CommentState
from judging_app.domain.roles import HOST, ORGANISER
from tests.desk.small_event import ADA, J1, TEAMS, submit_wholly
from tests.ui import screens
from tests.ui.small_window import small_window
from ui.organiser.comments import CommentsScreen
from ui.organiser.papers_tabs import PapersPart
from ui.pages import PAPERS
from ui.window import Window

_OPEN, _HELD_BACK = CommentState.OPEN, CommentState.HELD_BACK


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[Window]:
    made = small_window(qtbot, tmp_path)
    scoring.open_scoring(made.day.desk, HOST)
    for team in TEAMS:
        ballots.comment(made.day.desk, ADA, J1, team, f"For {team}.", "")
        submit_wholly(made.day.desk, J1, team)
    made.entry_asked.emit(PAPERS)
    screens.papers(made).head.buttons[PapersPart.COMMENTS].click()
    yield made
    made.close()


@pytest.fixture
def screen(window: Window) -> CommentsScreen:
    found = screens.comments(window)
    found.table.setFocus()
    return found


def press(window: Window, key: Qt.Key, held: Qt.KeyboardModifier | None = None) -> None:
    focused: QWidget | None = window.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, held or Qt.KeyboardModifier.NoModifier)


def states(window: Window) -> list[CommentState]:
    return [one.review.state for one in comments(window.day.desk, ORGANISER)]


def test_each_is_released_held_back_or_reworded_by_a_key_which_leads_to_the_next(
    window: Window, screen: CommentsScreen
) -> None:
    press(window, Qt.Key.Key_R)
    press(window, Qt.Key.Key_H)
    press(window, Qt.Key.Key_E)
    screen.card.box.field.setPlainText("In other words.")
    press(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert states(window) == [CommentState.RELEASED, _HELD_BACK, CommentState.REWORDED]
    assert comments(window.day.desk, ORGANISER)[-1].outgoing == "In other words."
    assert not screen.rest.isVisible()


def test_the_rest_is_released_in_one_press_and_undone_in_one(
    window: Window, screen: CommentsScreen
) -> None:
    press(window, Qt.Key.Key_H)
    screen.rest.click()
    released = states(window)
    press(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert released == [_HELD_BACK, CommentState.RELEASED, CommentState.RELEASED]
    assert states(window) == [_HELD_BACK, _OPEN, _OPEN]
    assert screen.rest.text() == "Release all 2 that are left"


def test_one_team_or_only_what_is_left_is_shown_when_asked(
    window: Window, screen: CommentsScreen
) -> None:
    press(window, Qt.Key.Key_R)
    screen.left.click()
    left = screen.table.rows.rowCount()
    screen.team.box.setCurrentIndex(1)
    screen.team.box.activated.emit(1)

    assert left == 2
    assert screen.table.rows.rowCount() == 0
    assert not screen.card.isEnabled()


def test_words_that_are_being_typed_stay_with_their_comment(
    window: Window, screen: CommentsScreen
) -> None:
    screen.card.box.field.setPlainText("Half a w")
    press(window, Qt.Key.Key_Down)
    other = screen.card.box.text
    press(window, Qt.Key.Key_Up)

    assert other == f"For {TEAMS[1]}."
    assert screen.card.box.text == "Half a w"


def test_nobody_else_finds_a_word_on_the_page(window: Window, screen: CommentsScreen) -> None:
    window.day.leave()

    assert screen.table.rows.rowCount() == 0
    assert screen.card.box.text == ""
