"""The pages of the main window: who is offered which, and when they are built."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from judging_app.domain.event import Phase
from judging_app.domain.roles import HOST, ORGANISER, SCORER, Actor
from tests.desk.small_event import ADA, make_small_event
from ui.day import Day
from ui.pages import (
    ALL_TEAMS,
    BALLOTS,
    CERTIFICATES,
    COMPARE,
    HOST_DESK,
    IMPORT,
    KEEP,
    LOOK,
    NEW,
    PAGES,
    PANEL,
    PAPERS,
    PASSPHRASE,
    PEOPLE,
    PROJECTOR,
    RECORD,
    RECOVERY,
    RESULT,
    RUBRIC,
    SET_UP,
    SHEETS,
    SIGN_IN,
    START,
    TAKE_AWAY,
    TEAMS,
    first_of,
    offered,
    page_with,
)
from ui.window import Window

_TABLES = [PEOPLE, ALL_TEAMS, PANEL]
_ORGANISERS = [HOST_DESK, BALLOTS, PROJECTOR, RESULT, PAPERS, CERTIFICATES, RECORD, COMPARE, KEEP]


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[Window]:
    """The small event, open at the names."""
    path = tmp_path / "small.pitchday"
    make_small_event(path)
    made = Window(Day())
    qtbot.addWidget(made)
    made.open_event(path)
    yield made
    made.close()


@pytest.mark.parametrize(
    ("actor", "phase", "keys"),
    [
        (ADA, Phase.SCORING, [TEAMS, RUBRIC]),
        (ADA, Phase.PUBLISHED, [TEAMS, RUBRIC, TAKE_AWAY]),
        (SCORER, Phase.SCORING, [SHEETS]),
        (HOST, Phase.SCORING, [HOST_DESK, BALLOTS, PROJECTOR, RECORD]),
        (HOST, Phase.CLOSED, [HOST_DESK, BALLOTS, PROJECTOR, RESULT, RECORD]),
        (ORGANISER, Phase.SETTING_UP, [SET_UP, *_TABLES, *_ORGANISERS, LOOK, PASSPHRASE]),
        (ORGANISER, Phase.SCORING, [*_TABLES, *_ORGANISERS, LOOK, PASSPHRASE]),
    ],
)
def test_the_rail_offers_what_a_role_may_see_in_a_phase(
    actor: Actor, phase: Phase, keys: list[str]
) -> None:
    assert [entry.key for entry in offered(actor, phase)] == keys


def test_the_organiser_begins_at_the_set_up_while_there_is_one_to_do() -> None:
    assert first_of(offered(ORGANISER, Phase.SETTING_UP)) == SET_UP
    assert first_of(offered(ORGANISER, Phase.SCORING)) == HOST_DESK
    assert first_of(offered(HOST, Phase.SETTING_UP)) == HOST_DESK


def test_every_page_on_the_rail_has_its_words_and_its_icon() -> None:
    on_rail = [page for page in PAGES.values() if page.roles]

    assert all(page.word and page.icon for page in on_rail)
    assert {page.key for page in PAGES.values() if not page.roles} == {
        START,
        SIGN_IN,
        RECOVERY,
        IMPORT,
    }


def test_a_screen_that_a_page_leads_to_belongs_to_that_page() -> None:
    assert page_with(NEW).key == START


def test_a_page_is_built_when_it_is_first_shown_and_only_then(window: Window) -> None:
    at_the_names = set(window._wirings)
    window.day.enter(HOST)

    assert at_the_names == {SIGN_IN}
    assert set(window._wirings) == {SIGN_IN, HOST_DESK}


def test_a_page_is_built_once(window: Window) -> None:
    window.day.enter(HOST)
    first = window.wiring_of(HOST_DESK)
    window.entry_asked.emit(PROJECTOR)
    window.entry_asked.emit(HOST_DESK)

    assert window.wiring_of(HOST_DESK) is first


def test_a_screen_is_asked_for_by_what_it_is(window: Window) -> None:
    with pytest.raises(TypeError):
        window.screen_by(SIGN_IN, Window)
