"""Keeping an event and forgetting its people, in the window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from judging_app.desk import events, scoring
from judging_app.desk.forgetting import until
from judging_app.desk.forgetting.people import is_forgotten
from judging_app.domain.event import Phase
from judging_app.domain.roles import ORGANISER
from tests.desk.small_event import PINS, bring_to, submit_all
from tests.journeys.window_day import Hands, words_on
from tests.ui import screens
from ui.day import Day
from ui.window import Window


@pytest.fixture
def hands(qtbot: QtBot, small_path: Path) -> Iterator[Hands]:
    """At the organiser's page of an event that is closed, with a reason that names somebody."""
    desk = events.open_event(small_path)
    bring_to(desk, Phase.SCORING)
    submit_all(desk)
    scoring.close_scoring(desk, ORGANISER, "Then Ada Reed left.")
    desk.close()
    window = Window(Day())
    qtbot.addWidget(window)
    window.show()
    window.open_event(small_path)
    made = Hands(window)
    made.sign_in(ORGANISER.key, PINS[ORGANISER])
    made.go_to("Keep and forget")
    yield made
    window.close()


def test_a_remark_is_decided_on_before_anybody_is_forgotten(hands: Hands) -> None:
    screen = screens.keep(hands.window)
    before = screen.forget.isEnabled()
    said = words_on(screen)

    QTest.mouseClick(screen.remark.choices["codes"], Qt.MouseButton.LeftButton)

    assert not before
    assert "Then Ada Reed left." in said
    assert screen.forget.isEnabled()


def test_people_are_forgotten_once_the_pin_was_entered_again(hands: Hands) -> None:
    path = hands.window.day.desk.file.path
    screen = screens.keep(hands.window)
    screen.remark.choices["codes"].click()
    screen.forget.click()
    before = is_forgotten(hands.window.day.desk)

    hands.enter_pin_again(PINS[ORGANISER])

    desk = hands.window.day.desk
    assert not before
    assert is_forgotten(desk)
    assert not hands.window.day.is_signed_in
    assert {one.name for one in desk.recorded_setup().judges} == {"J1", "J2", "J3"}
    assert b"Ada Reed" not in b"".join(
        one.read_bytes() for one in path.parent.rglob("*") if one.is_file()
    )


def test_a_day_is_chosen_by_keys_and_what_is_none_is_refused(hands: Hands) -> None:
    screen = screens.keep(hands.window)
    told: list[str] = []
    hands.window.day.refused.connect(lambda sentence, _kind: told.append(sentence))
    screen.until.day.setFocus()
    hands.type("30 June")
    hands.key(Qt.Key.Key_Return)
    screen.until.day.selectAll()
    hands.type("2027-06-30")
    hands.key(Qt.Key.Key_Return)

    day = until.delete_on(hands.window.day.desk)
    assert told[0].startswith("That isn’t a day.")
    assert day is not None
    assert day.isoformat() == "2027-06-30"
    assert "This event is to be deleted on 30 June 2027." in words_on(screen)
