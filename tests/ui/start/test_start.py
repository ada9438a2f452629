"""The first screen."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from judging_app.domain.event import Phase
from judging_app.present.start.start import RecentRow
from judging_app.present.words.states import phase_state
from ui import theme
from ui.shell import Shell
from ui.start.start import NO_RECENT, RecentCard, Start
from ui.widgets.labels import PlainLabel, QuietText
from ui.widgets.scroll import bring_into_view


@pytest.fixture
def screen(qtbot: QtBot) -> Start:
    made = Start()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize(
    ("words", "signal"),
    [
        ("Open the sample day", "sample_asked"),
        ("Practise scoring", "practice_asked"),
        ("New event…", "new_asked"),
        ("Open an event…", "open_asked"),
    ],
)
def test_every_button_asks_for_what_it_says(
    screen: Start, qtbot: QtBot, words: str, signal: str
) -> None:
    button = next(one for one in screen.findChildren(QPushButton) if one.text() == words)

    with qtbot.waitSignal(getattr(screen, signal)):
        QTest.keyClick(button, Qt.Key.Key_Return)


def row(title: str, *, was_open: bool = False) -> RecentRow:
    counts = ("29 of 48 ballots in", "6 teams · 8 judges")
    where = "3 June 2019 · London"
    return RecentRow(
        title, title, where, phase_state(Phase.SCORING), counts, "Today 14:32", was_open=was_open
    )


def test_a_recent_event_is_opened_by_keyboard(screen: Start) -> None:
    heard: list[str] = []
    screen.recent_asked.connect(heard.append)
    screen.show_recent([row("Tech Connect")])
    card = screen.findChildren(RecentCard)[0]
    QTest.keyClick(card, Qt.Key.Key_Return)

    assert heard == ["Tech Connect"]
    assert card.accessibleName() == (
        "Tech Connect, 3 June 2019 · London, Scoring open, 29 of 48 ballots in, "
        "6 teams · 8 judges, Today 14:32"
    )


def test_the_keyboard_is_on_the_newest_event_so_that_enter_goes_on(screen: Start) -> None:
    screen.activateWindow()
    screen.show_recent([row("Newest", was_open=True), row("Older")])
    focused = screen.focusWidget()

    assert isinstance(focused, RecentCard)
    assert focused.accessibleName().startswith("Newest")
    assert focused.property("kind") == "row-now"


def test_without_an_event_the_keyboard_is_on_a_new_one(screen: Start) -> None:
    screen.activateWindow()
    screen.show_recent([])

    assert screen.focusWidget() is screen.new
    assert NO_RECENT in [one.text() for one in screen.findChildren(QuietText) if one.isVisible()]


@pytest.mark.parametrize(("key", "signal"), [("n", "new_asked"), ("o", "open_asked")])
def test_a_letter_begins_an_event_or_opens_one(
    screen: Start, qtbot: QtBot, key: str, signal: str
) -> None:
    screen.activateWindow()
    screen.show_recent([row("Newest")])

    with qtbot.waitSignal(getattr(screen, signal)):
        QTest.keyClicks(screen.focusWidget(), key)


def test_one_button_is_filled_and_no_pin_is_on_show(screen: Start) -> None:
    filled = [one for one in screen.findChildren(QPushButton) if one.property("kind") == "act"]
    words = [one.text() for one in screen.findChildren(PlainLabel)]

    assert filled == [screen.new]
    assert not [one for one in words if one.isdigit()]


@pytest.mark.parametrize("text_scale", [1.0, 2.0])
def test_the_first_act_is_in_view_at_every_size(
    qtbot: QtBot, qapp: QApplication, text_scale: float
) -> None:
    theme.apply(qapp, "light", text_scale)
    shell, screen = Shell(), Start()
    qtbot.addWidget(shell)
    shell.add_screen("start", screen)
    shell.show_screen("start")
    screen.show_recent([row(f"Event {at}") for at in range(8)])
    shell.resize(1366, 768)
    with qtbot.waitExposed(shell):
        shell.show()
    qapp.processEvents()

    act = screen.new if text_scale == 1.0 else screen.focusWidget()
    assert act is not None
    bring_into_view(act)
    assert act.visibleRegion().boundingRect() == act.rect()
