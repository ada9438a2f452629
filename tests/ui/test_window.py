"""Who is offered the way out of an event, and what becomes of a desk behind which nobody is."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from judging_app.desk.desk import Desk
from judging_app.domain.event import Phase
from judging_app.domain.roles import HOST, ORGANISER, SCORER, Actor
from tests.desk.small_event import ADA, bring_to
from ui.day import Day
from ui.pages import START
from ui.window import Window

OPEN_TO_ALL = frozenset({Phase.SETTING_UP, Phase.PUBLISHED})
"""Before anybody scored, and once everybody may know the result."""


@pytest.fixture
def window(qtbot: QtBot, small_path: Path) -> Iterator[Window]:
    """The small event, with nobody signed in."""
    made = Window(Day())
    qtbot.addWidget(made)
    made.show()
    made.open_event(small_path)
    yield made
    made.close()


def at(window: Window, phase: Phase) -> Desk:
    """Bring the event to a phase, as somebody does who then signs out."""
    desk = window.day.desk
    bring_to(desk, phase)
    window.day.leave()
    return desk


def closing(window: Window) -> list[QPushButton]:
    """The buttons on show that close the event."""
    buttons = window.findChildren(QPushButton)
    return [one for one in buttons if one.text() == "Close event" and one.isVisible()]


@pytest.mark.parametrize("phase", Phase, ids=lambda phase: phase.value)
def test_from_opening_scoring_until_the_result_is_published_nobody_closes_without_signing_in(
    phase: Phase, window: Window
) -> None:
    at(window, phase)
    is_offered = bool(closing(window))
    window.close_event_asked.emit()

    assert is_offered == (phase in OPEN_TO_ALL)
    assert window.day.is_open == (phase not in OPEN_TO_ALL)


@pytest.mark.parametrize("phase", Phase, ids=lambda phase: phase.value)
@pytest.mark.parametrize("actor", [ADA, SCORER, HOST, ORGANISER], ids=lambda actor: actor.key)
def test_of_those_who_are_signed_in_the_organiser_alone_closes_the_event(
    actor: Actor, phase: Phase, window: Window
) -> None:
    at(window, phase)
    window.day.enter(actor)
    is_offered = bool(closing(window))
    window.close_event_asked.emit()

    assert is_offered == (actor == ORGANISER)
    assert window.day.is_open == (actor != ORGANISER)


def test_the_organiser_who_closes_the_event_comes_to_where_others_are_opened(
    window: Window,
) -> None:
    at(window, Phase.SCORING)
    window.day.enter(ORGANISER)
    (button,) = closing(window)
    button.click()

    assert window._key == START
    assert closing(window) == []


def test_opening_scoring_takes_the_way_out_from_whoever_was_offered_it(window: Window) -> None:
    was_offered = bool(closing(window))
    at(window, Phase.SCORING)

    assert was_offered
    assert closing(window) == []
