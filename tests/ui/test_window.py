"""Who is offered the way out of an event, and what becomes of a desk behind which nobody is."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from judging_app.desk import clock, conflicts, projector, scoring
from judging_app.desk.desk import Desk
from judging_app.domain.event import Phase, Scene
from judging_app.domain.roles import HOST, ORGANISER, SCORER, Actor
from tests.desk.small_event import ADA, HERON, J1, bring_to, confirm_reveal, submit_all
from ui.behind.idle_wiring import AFTER_S
from ui.day import Day
from ui.host.ballots import PANEL, BallotsDesk
from ui.host.desk import HostDesk
from ui.pages import BALLOTS, HOST_DESK, SIGN_IN, START
from ui.window import ON_AIR, Window

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


@pytest.mark.row(59)
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


def test_nobody_takes_the_picture_from_the_audience_without_being_asked_once(
    window: Window,
) -> None:
    at(window, Phase.SCORING)
    window.day.enter(ORGANISER)
    window.room.switch(is_on=True)
    (button,) = closing(window)
    button.click()
    asked = window._toast.text, window.day.is_open, window.projector.isVisible()
    button.click()

    assert asked == (ON_AIR, True, True)
    assert window._key == START
    assert not window.projector.isVisible()


def test_opening_scoring_takes_the_way_out_from_whoever_was_offered_it(window: Window) -> None:
    was_offered = bool(closing(window))
    at(window, Phase.SCORING)

    assert was_offered
    assert closing(window) == []


def leave_alone(window: Window, seconds: float) -> None:
    """Let as much time pass without a key, as far as the watch over the desk can tell."""
    window._idle.idle._touched_s -= seconds
    window._idle.idle.look()


@pytest.mark.parametrize("actor", [HOST, ORGANISER], ids=lambda actor: actor.key)
def test_the_desks_of_those_who_run_the_day_are_locked_behind_them_too(
    actor: Actor, window: Window
) -> None:
    desk, after_s = at(window, Phase.CLOSED), AFTER_S[actor.role]
    assert after_s
    window.day.enter(actor)
    leave_alone(window, after_s - 5)
    was_there = window.day.is_signed_in
    leave_alone(window, 5)

    assert was_there
    assert not window.day.is_signed_in
    assert window._key == SIGN_IN
    assert (desk.entries()[-1].act, desk.entries()[-1].reason) == ("sign out", "idle")


@pytest.mark.parametrize("actor", [HOST, ORGANISER], ids=lambda actor: actor.key)
def test_no_desk_is_locked_while_the_clock_runs_or_the_reveal_is_on(
    actor: Actor, window: Window
) -> None:
    desk = at(window, Phase.SCORING)
    submit_all(desk)
    scoring.close_scoring(desk, HOST)
    confirm_reveal(desk)
    window.day.enter(actor)
    window.day.do(lambda: clock.start(desk, HOST))
    leave_alone(window, 10_000)
    while_it_runs = window.day.is_signed_in
    window.day.do(lambda: clock.pause(desk, HOST))
    projector.show_scene(desk, HOST, Scene.REVEAL)
    leave_alone(window, 10_000)
    while_it_is_on = window.day.is_signed_in
    projector.show_scene(desk, HOST, Scene.HOLDING)
    leave_alone(window, 10_000)

    assert (while_it_runs, while_it_is_on) == (True, True)
    assert not window.day.is_signed_in


def test_whoever_comes_back_to_a_locked_desk_finds_what_they_were_writing(window: Window) -> None:
    conflicts.declare(window.day.desk, HOST, J1, HERON, "A cousin")
    at(window, Phase.SCORING)
    window.day.enter(ORGANISER)
    desk = window.screen_by(BALLOTS, BallotsDesk)
    window.entry_asked.emit(BALLOTS)
    desk.parts.show_part(PANEL)
    field = desk.panel.conflicts.reason.field
    field.setText("They shared an off")
    leave_alone(window, 10_000)
    was_visible = field.isVisible()
    window.day.enter(ORGANISER)

    assert not was_visible
    assert field.isVisible()
    assert field.text() == "They shared an off"
    assert window._key == BALLOTS


@pytest.mark.row(59)
@pytest.mark.parametrize("other", [HOST, ADA], ids=lambda actor: actor.key)
def test_nobody_else_finds_what_was_written_at_a_locked_desk(other: Actor, window: Window) -> None:
    at(window, Phase.SCORING)
    window.day.enter(ORGANISER)
    window.entry_asked.emit(HOST_DESK)
    window.screen_by(HOST_DESK, HostDesk)._ask_reopen()
    leave_alone(window, 10_000)
    window.day.enter(other)
    window.day.leave()
    window.day.enter(ORGANISER)

    assert not window.screen_by(HOST_DESK, HostDesk).question.isVisible()
    assert not [one for one in window.findChildren(QLineEdit) if one.isVisible() and one.text()]


def test_the_rail_says_where_one_is_before_anybody_is_signed_in(window: Window) -> None:
    with_event = [one.accessibleName() for one in window._rail.entries.values()]
    window.day.close()

    assert with_event == ["Sign in"]
    assert [one.accessibleName() for one in window._rail.entries.values()] == ["Events"]
    assert window._rail.entries[START].isChecked()
