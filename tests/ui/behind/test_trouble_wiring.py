"""What is said and offered above every screen while nothing can be written."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from judging_app.desk import ballots
from judging_app.desk.events import open_event
from judging_app.desk.keeping import copies
from judging_app.domain.acts import SignIn
from judging_app.domain.event import Phase
from judging_app.domain.roles import ORGANISER
from judging_app.errors import NotReadError
from judging_app.store.verify import verify_file
from tests.desk.small_event import (
    ADA,
    IMPACT,
    J1,
    LANTERN,
    PINS,
    bring_to,
    files_in,
    make_small_event,
)
from tests.journeys.window_day import Hands, words_on
from ui.behind.trouble_wiring import TroubleWiring
from ui.day import Day
from ui.file_choice import FileChoice
from ui.judge.card import Scorecard
from ui.pages import CARD
from ui.start.recent import recent_rows
from ui.widgets.state_badge import StateBadge
from ui.window import Window


class _Chosen(FileChoice):
    """Answers with a folder, and knows how often it was asked."""

    def __init__(self, folder: Path) -> None:
        self.answer, self.asked = folder, 0

    def folder(self, title: str) -> Path | None:
        assert title == "Folder for the whole copy"
        self.asked += 1
        return self.answer


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """An event that is open for scoring, with one score."""
    made = tmp_path / "event" / "small.pitchday"
    made.parent.mkdir()
    make_small_event(made)
    desk = open_event(made)
    bring_to(desk, Phase.SCORING)
    ballots.score(desk, ADA, J1, LANTERN, IMPACT, 7)
    desk.close()
    return made


@pytest.fixture
def choice(tmp_path: Path) -> _Chosen:
    folder = tmp_path / "chosen"
    folder.mkdir()
    return _Chosen(folder)


@pytest.fixture
def window(qtbot: QtBot, choice: _Chosen) -> Iterator[Window]:
    made = Window(Day(), choice=choice)
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close()


@pytest.fixture
def hands(window: Window, path: Path) -> Hands:
    window.open_event(path)
    return Hands(window)


def _delete(path: Path) -> None:
    path.unlink()


def _offered(window: Window) -> list[str]:
    return [
        one.text() for one in window.trouble.findChildren(QPushButton) if one.isVisibleTo(window)
    ]


@pytest.mark.row(12)
def test_everybody_signs_in_looks_and_saves_a_whole_copy_after_the_file_was_deleted(
    hands: Hands, path: Path, qtbot: QtBot
) -> None:
    window, day = hands.window, hands.window.day
    hands.sign_in(ADA.key, PINS[ADA])
    hands.open_team(0)
    _delete(path)
    hands.type("9")

    assert "small.pitchday was moved, renamed or deleted, so this was NOT saved" in words_on(window)
    assert "NOT saved" in [one.word for one in window.findChildren(StateBadge) if one.isVisible()]
    assert _offered(window) == ["Save a whole copy"]

    hands.sign_out()
    hands.sign_in(ORGANISER.key, PINS[ORGANISER])
    assert "Not written yet: 1 sign-in and 1 sign-out." in words_on(window)

    hands.press("Save a whole copy")
    qtbot.waitUntil(lambda: "Continue in the copy" in _offered(window), timeout=60_000)
    saved = window.choice.folder("Folder for the whole copy")
    assert saved is not None
    assert verify_file(saved / "small.pitchday").findings == ()
    assert day.desk.file.path == path


def test_the_event_continues_in_the_copy_with_what_had_waited(
    hands: Hands, path: Path, choice: _Chosen, qtbot: QtBot
) -> None:
    window, day = hands.window, hands.window.day
    before = day.desk.entries()
    _delete(path)
    hands.sign_in(ORGANISER.key, PINS[ORGANISER])
    window.trouble.findChildren(QPushButton)[-1].setFocus()
    hands.key(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "Continue in the copy" in _offered(window), timeout=60_000)

    assert isinstance(hands.focus, QPushButton)
    assert hands.focus.text() == "Continue in the copy"
    hands.key(Qt.Key.Key_Space)

    assert day.desk.file.path == choice.answer / "small.pitchday"
    there = [str(day.desk.file.path)]
    qtbot.waitUntil(lambda: [one.key for one in recent_rows(lambda _: True)] == there)
    assert not day.is_signed_in
    hands.sign_in(ADA.key, PINS[ADA])
    entries = day.desk.entries()
    assert entries[: len(before)] == before
    assert [one.act for one in entries[len(before) :]] == [
        "try sign in",
        "sign in",
        "sign out",
        "try sign in",
        "sign in",
    ]
    assert _offered(window) == []
    assert day.desk.verification().findings == ()


def test_who_is_no_organiser_is_asked_for_no_folder_and_may_not_continue(
    hands: Hands, path: Path, choice: _Chosen, own_folder: Path, qtbot: QtBot
) -> None:
    window = hands.window
    _delete(path)
    hands.sign_in(ADA.key, PINS[ADA])

    hands.press("Save a whole copy")
    qtbot.waitUntil(lambda: "A whole copy is saved on this computer" in words_on(window))

    assert choice.asked == 0
    assert list(files_in(own_folder / copies.RESCUED)) == ["small.pitchday"]
    assert _offered(window) == ["Save a whole copy"]
    assert "The host or the organiser can continue in it" in words_on(window)


def test_nobody_has_to_be_signed_in_to_save_a_whole_copy(
    hands: Hands, path: Path, own_folder: Path, qtbot: QtBot
) -> None:
    _delete(path)
    hands.sign_in(ADA.key, PINS[ADA])
    hands.sign_out()

    hands.press("Save a whole copy")
    qtbot.waitUntil((own_folder / copies.RESCUED / "small.pitchday").exists)


def test_what_waited_is_written_and_the_line_goes_once_the_file_is_back(
    hands: Hands, path: Path
) -> None:
    window, day = hands.window, hands.window.day
    away = path.rename(path.with_name("away"))
    hands.sign_in(ADA.key, PINS[ADA])
    assert "Not written yet: 1 sign-in." in words_on(window)
    away.rename(path)

    _trouble(window).look()

    assert day.desk.file.waiting == ()
    assert [one.act for one in day.desk.entries()[-2:]] == ["try sign in", "sign in"]
    assert not window.trouble.isVisible()


def _trouble(window: Window) -> TroubleWiring:
    made = window.findChild(TroubleWiring)
    assert made is not None
    return made


def _moves_the_day_on(button: QPushButton) -> bool:
    words = ("Open scoring", "Close with", "Close scoring", "Publish")
    return button.isVisible() and button.isEnabled() and button.text().startswith(words)


@pytest.mark.row(11)
def test_a_read_only_event_says_so_above_every_screen(
    window: Window, path: Path, choice: _Chosen, qtbot: QtBot
) -> None:
    path.chmod(0o444)
    window.open_event(path)
    hands = Hands(window)
    said = "small.pitchday was opened read-only: you can look and print."
    assert said in words_on(window)

    hands.sign_in(ADA.key, PINS[ADA])
    assert said in words_on(window)
    hands.open_team(0)
    hands.type("9")
    assert "so nothing can be changed" not in words_on(window)
    assert window.day.desk.file.waiting[-1].act == SignIn(ADA)
    hands.sign_out()
    hands.sign_in(ORGANISER.key, PINS[ORGANISER])
    assert not [one for one in window.findChildren(QPushButton) if _moves_the_day_on(one)]
    hands.press("Save a whole copy")
    qtbot.waitUntil(lambda: "Continue in the copy" in _offered(window), timeout=60_000)
    hands.press("Continue in the copy")

    assert window.day.desk.file.path == choice.answer / "small.pitchday"
    assert not window.day.desk.is_read_only
    assert said not in words_on(window)


def test_what_can_not_be_read_just_now_is_said_in_its_own_words(window: Window, path: Path) -> None:
    window.open_event(path)

    def fail() -> None:
        raise NotReadError("small.pitchday is in use, so this can’t be shown. Try again.")

    window.day.look(fail)
    assert "small.pitchday is in use, so this can’t be shown" in words_on(window)
    window.day.refused.emit("The disk is full, so this was NOT saved.", "loss")
    window.day.look(fail)
    assert "so this was NOT saved" in words_on(window)


def test_a_comment_that_can_not_be_saved_keeps_nobody_else_out(hands: Hands, path: Path) -> None:
    window, day = hands.window, hands.window.day
    hands.sign_in(ADA.key, PINS[ADA])
    hands.open_team(0)
    box = window.screen_by(CARD, Scorecard).findChildren(QPlainTextEdit)[0]
    box.setPlainText("Clear from the first minute.")
    _delete(path)

    hands.press("Sign out")
    is_asked = day.is_signed_in and "Press Sign out again to leave without it" in words_on(window)
    hands.sign_out()

    assert is_asked
    hands.sign_in(ORGANISER.key, PINS[ORGANISER])


def test_a_file_that_is_gone_is_noticed_before_anything_is_saved(hands: Hands, path: Path) -> None:
    window = hands.window
    _delete(path)
    assert not window.trouble.isVisible()

    _trouble(window).look()

    assert "small.pitchday was moved, renamed or deleted" in window.trouble.text
    assert _offered(window) == ["Save a whole copy"]
