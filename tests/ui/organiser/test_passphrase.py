"""The organiser's passphrase in the window: set, asked for, and never shown."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from judging_app.desk import sign_in
from judging_app.desk.access.passphrase import has_passphrase
from judging_app.domain.lock_out import FREE_TRIES
from judging_app.domain.roles import ORGANISER
from judging_app.errors import SignInError
from tests.desk.small_event import PASSPHRASE as WORDS
from tests.desk.small_event import PINS
from tests.journeys.window_day import Hands, words_on
from tests.ui import screens
from ui.day import Day
from ui.pages import PASSPHRASE
from ui.window import Window

Key = Qt.Key


@pytest.fixture
def hands(qtbot: QtBot, small_path: Path) -> Iterator[Hands]:
    """At the names of the small event."""
    window = Window(Day())
    qtbot.addWidget(window)
    window.show()
    window.open_event(small_path)
    yield Hands(window)
    window.close()


def set_it(hands: Hands, words: str = WORDS, again: str = WORDS) -> None:
    """Sign in as the organiser and type it twice, by keys alone."""
    hands.sign_in(ORGANISER.key, PINS[ORGANISER])
    hands.go_to("Passphrase")
    screen = screens.passphrase(hands.window)
    screen.first.setFocus()
    hands.type(words)
    hands.key(Key.Key_Tab)
    hands.type(again)
    hands.key(Key.Key_Return)


def lock_out(hands: Hands) -> None:
    for _ in range(FREE_TRIES):
        with pytest.raises(SignInError):
            sign_in.sign_in(hands.window.day.desk, ORGANISER, "000001")


def test_it_is_set_once_the_pin_was_entered_again(hands: Hands) -> None:
    set_it(hands)
    before = has_passphrase(hands.window.day.desk)
    hands.enter_pin_again(PINS[ORGANISER])

    assert not before
    assert has_passphrase(hands.window.day.desk)
    assert "A passphrase is set." in words_on(screens.passphrase(hands.window))
    assert screens.passphrase(hands.window).first.text() == ""


def test_a_wrong_pin_there_counts_and_sets_nothing(hands: Hands) -> None:
    set_it(hands)
    asked = hands.window.again.question
    QTest.keyClicks(asked.entry.pad.dots, "000001")
    said = asked.entry.refusal.text()
    QTest.keyClick(asked, Key.Key_Escape)

    assert said == "That PIN is wrong. 4 tries left, then you must wait."
    assert not asked.isVisible()
    assert not has_passphrase(hands.window.day.desk)


@pytest.mark.parametrize(
    ("words", "again", "said"),
    [("short", "short", "12 to 200 characters"), (WORDS, WORDS[1:], "not the same")],
)
def test_what_can_be_none_is_told_before_any_pin_is_asked(
    words: str, again: str, said: str, hands: Hands
) -> None:
    set_it(hands, words, again)

    assert said in screens.passphrase(hands.window).problem.text()
    assert not hands.window.again.question.isVisible()


def test_nobody_reads_it_off_the_screen(hands: Hands) -> None:
    set_it(hands)
    fields = screens.passphrase(hands.window).findChildren(QLineEdit)

    assert len(fields) == 2
    assert {field.echoMode() for field in fields} == {QLineEdit.EchoMode.Password}
    assert WORDS not in words_on(hands.window)


def test_the_organiser_whom_somebody_locked_out_signs_in_with_it(hands: Hands) -> None:
    set_it(hands)
    hands.enter_pin_again(PINS[ORGANISER])
    hands.sign_out()
    lock_out(hands)
    screen = screens.sign_in(hands.window)
    QTest.keyClick(hands.name_card(ORGANISER.key), Key.Key_Return)
    hands.type(PINS[ORGANISER])
    is_locked = "Too many wrong PINs" in words_on(screen)
    assert screen.pin.passphrase.open.isVisible()
    hands.key(Key.Key_Space)  # the keyboard is on it
    hands.type(WORDS)
    hands.key(Key.Key_Return)

    assert is_locked
    assert hands.window.day.is_signed_in
    assert hands.window.day.actor == ORGANISER


def test_without_one_nobody_is_offered_it(hands: Hands) -> None:
    lock_out(hands)
    QTest.keyClick(hands.name_card(ORGANISER.key), Key.Key_Return)

    assert not screens.sign_in(hands.window).pin.passphrase.isVisible()


def test_it_is_removed_with_the_pin(hands: Hands) -> None:
    set_it(hands)
    hands.enter_pin_again(PINS[ORGANISER])
    hands.press("Remove the passphrase")
    hands.enter_pin_again(PINS[ORGANISER])

    assert not has_passphrase(hands.window.day.desk)


def test_what_was_typed_is_gone_for_the_next_person(hands: Hands) -> None:
    set_it(hands, again="")
    hands.sign_out()
    hands.window.day.enter(ORGANISER)
    hands.go_to("Passphrase")

    assert hands.window._key == PASSPHRASE
    assert screens.passphrase(hands.window).first.text() == ""
