"""The pages of the main window: who is offered which, and when they are built."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from judging_app.domain.event import Phase
from judging_app.domain.roles import HOST, ORGANISER, SCORER, Actor
from tests.desk.small_event import ADA, make_small_event
from ui import theme
from ui.day import Day
from ui.pages import (
    ALL_TEAMS,
    BALLOTS,
    CERTIFICATES,
    COMPARE,
    CRITERIA,
    HOST_DESK,
    IMPORT,
    KEEP,
    LOOK,
    NAMES,
    NEW,
    PAGES,
    PANEL,
    PAPERS,
    PASSPHRASE,
    PEOPLE,
    PROJECTOR,
    RECORD,
    RECOVERY,
    REHEARSAL,
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

_TABLES = [PEOPLE, ALL_TEAMS, CRITERIA, PANEL]
_ORGANISERS = [HOST_DESK, BALLOTS, PROJECTOR, RESULT, PAPERS, CERTIFICATES, RECORD, COMPARE, KEEP]

_IN_MENU = [NAMES, LOOK, PASSPHRASE]


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
        (ORGANISER, Phase.SETTING_UP, [SET_UP, *_TABLES, *_ORGANISERS, *_IN_MENU]),
        (ORGANISER, Phase.SCORING, [*_TABLES, *_ORGANISERS, *_IN_MENU]),
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


def test_every_page_that_is_offered_has_its_words_and_on_the_rail_its_icon() -> None:
    offered_pages = [page for page in PAGES.values() if page.roles]

    assert all(page.word and bool(page.icon) != page.is_in_menu for page in offered_pages)
    assert {page.key for page in PAGES.values() if not page.roles} == {
        START,
        SIGN_IN,
        RECOVERY,
        IMPORT,
        REHEARSAL,
    }


def test_what_is_rare_is_in_the_menu_under_the_name_and_opened_from_there(window: Window) -> None:
    window.day.enter(ORGANISER)
    rare = [*_IN_MENU, COMPARE, KEEP]
    actions = {str(one.data()): one for one in window.top.menu.actions() if one.data()}
    actions[PASSPHRASE].trigger()

    assert sorted(actions) == sorted(rare)
    assert not set(rare) & window._rail.entries.keys()
    assert window._key == PASSPHRASE
    window.day.leave()
    assert not any(one.data() for one in window.top.menu.actions())


@pytest.mark.parametrize("phase", Phase)
@pytest.mark.parametrize("height", [768, 720])
def test_nothing_of_the_rail_scrolls_on_a_laptop(
    qapp: QApplication, window: Window, phase: Phase, height: int
) -> None:
    theme.apply(qapp, "light", 1.0)
    window.resize(1366, height)
    window.show()
    window.show_entries(offered(ORGANISER, phase))
    window.offer_closing(is_offered=True)
    QApplication.processEvents()

    assert window._rail._column.verticalScrollBar().maximum() == 0
    assert window._rail.width() == 64


def test_where_the_rail_scrolls_its_bar_takes_no_room_from_the_words(
    qapp: QApplication, window: Window
) -> None:
    theme.apply(qapp, "light", 2.0)
    window.show()
    window.show_entries(offered(ORGANISER, Phase.SCORING))
    QApplication.processEvents()
    buttons = window._rail.entries.values()

    assert window._rail._column.verticalScrollBar().maximum() > 0
    assert all(one.width() >= one.sizeHint().width() for one in buttons)
    assert window._rail.width() - 1 - one_bar(window) == max(one.width() for one in buttons)


def one_bar(window: Window) -> int:
    return window._rail._column.verticalScrollBar().width()


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
