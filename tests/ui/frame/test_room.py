"""How much room the frame leaves to the work, and where the work's two edges are."""

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QFrame, QLineEdit, QScrollBar, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.start.test_start import row
from ui import theme
from ui.frame.rail import RailPart, ShellEntry
from ui.shell import Shell
from ui.start.sign_in import SignIn
from ui.start.start import Start
from ui.widgets.buttons import ActButton, PlainButton
from ui.widgets.form import column
from ui.widgets.labels import Heading, PlainLabel, WrappedLabel
from ui.widgets.screen import Foot, Screen
from ui.widgets.scroll import ScrollColumn

LEFT, RIGHT = 88, 1342
MEASURED = (QAbstractButton, QFrame, QLineEdit)
ENTRIES = (ShellEntry("long", RailPart.ON_THE_DAY, "Host’s desk", "users", "Host"),)
SCALES = (1.0, 1.25, 1.5, 1.75, 2.0)


class Long(Screen):
    """A page that is longer than any screen, with a head, a foot and one act."""

    def __init__(self) -> None:
        super().__init__()
        scroll, self.act = ScrollColumn(), ActButton("Submit 78.50 for Team Groundwork")
        self.top = PlainButton("At the top")
        scroll.body.addWidget(self.top)
        for number in range(60):
            scroll.body.addWidget(PlainButton(f"Row {number}"))
        self.head = Heading("Team Groundwork")
        foot = Foot(PlainLabel("3 of 5 scored"), act=self.act, beside=(PlainButton("Undo"),))
        self.lay_out(scroll, head=self.head, foot=foot)
        self.name_page("Team Groundwork · 3 of 6")


@pytest.fixture
def shell(qtbot: QtBot) -> Shell:
    made = Shell()
    qtbot.addWidget(made)
    made.resize(1366, 768)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made


def bring_up(shell: Shell, screen: QWidget, scale: float = 1.0) -> None:
    """Show a screen in the frame, at a size of text, and let all be laid out."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, "light", scale)
    shell.add_screen("long", screen)
    shell.show_entries(ENTRIES)
    shell.show_event("Tech Connect pitch day")
    shell.show_signed_in("Dr Amara Nwosu", "Judge")
    shell.show_screen("long")
    for _ in range(4):
        app.processEvents()


def edges(screen: QWidget) -> tuple[int, int]:
    """Where what is on show begins and ends across the window, but for bars that scroll."""
    boxes = [
        (one.mapTo(one.window(), one.rect().topLeft()).x(), one.width())
        for one in screen.findChildren(QWidget)
        if isinstance(one, MEASURED)
        and not isinstance(one, QScrollBar | ScrollColumn | Foot)
        and one.isVisible()
        and not (isinstance(one, PlainLabel | WrappedLabel) and one.contentsMargins().left())
        and one.property("kind") not in ("page", "column")
        and type(one).__name__ != "QStackedWidget"
    ]
    return min(left for left, _ in boxes), max(left + width for left, width in boxes)


def test_the_work_has_more_than_700_pixels_of_a_laptops_768(shell: Shell) -> None:
    screen = Long()
    bring_up(shell, screen)

    assert shell.top.height() == 48
    assert shell._rail.width() == 64
    assert screen.height() == 720


@pytest.mark.parametrize("scale", SCALES)
def test_every_page_has_one_left_and_one_right_edge(shell: Shell, scale: float) -> None:
    screen = Long()
    bring_up(shell, screen, scale)
    rail = shell._rail.width()

    assert edges(screen) == (rail + 24, 1366 - 24)


def test_the_edges_of_a_laptop_are_at_88_and_1342(shell: Shell) -> None:
    start = Start()
    bring_up(shell, start)
    start.show_recent([row(f"Event {at}") for at in range(8)])
    QApplication.processEvents()

    assert edges(start) == (LEFT, RIGHT)


def test_the_edges_of_signing_in_are_the_same(shell: Shell) -> None:
    screen = SignIn()
    bring_up(shell, screen)

    assert edges(screen) == (LEFT, RIGHT)


@pytest.mark.parametrize("scale", SCALES)
def test_the_main_act_is_whole_in_view_whatever_is_scrolled(shell: Shell, scale: float) -> None:
    screen = Long()
    bring_up(shell, screen, scale)
    assert isinstance(screen.middle, ScrollColumn)
    screen.middle.verticalScrollBar().setValue(1_000_000)

    assert screen.act.visibleRegion().boundingRect() == screen.act.rect()
    assert screen.act.mapTo(shell, screen.act.rect().bottomRight()).x() == RIGHT - 1
    assert min(screen.act.height(), screen.act.width()) >= 44
    assert screen.foot is not None
    assert screen.foot.height() <= 88


def test_at_twice_the_text_the_head_scrolls_away_and_the_bar_says_what_the_page_is(
    shell: Shell,
) -> None:
    screen = Long()
    bring_up(shell, screen, 2.0)
    before = shell.top._event.text()
    assert isinstance(screen.middle, ScrollColumn)
    screen.middle.verticalScrollBar().setValue(500)

    assert screen.is_folded
    assert before == "Tech Connect pitch day"
    assert shell.top._event.text() == "Team Groundwork · 3 of 6"
    assert screen.head.visibleRegion().isEmpty()


def test_at_the_usual_size_the_head_stays(shell: Shell) -> None:
    screen = Long()
    bring_up(shell, screen)
    assert isinstance(screen.middle, ScrollColumn)
    screen.middle.verticalScrollBar().setValue(500)

    assert not screen.is_folded
    assert not screen.head.visibleRegion().isEmpty()


def test_the_keyboard_stays_where_it_was_when_the_head_is_folded(
    shell: Shell, qapp: QApplication
) -> None:
    screen, field = Long(), QLineEdit()
    column(field, inside=screen.head)
    bring_up(shell, screen)
    field.setFocus()
    theme.apply(qapp, "light", 2.0)
    qapp.processEvents()

    assert screen.is_folded
    assert shell.focusWidget() is field


def test_the_ring_is_painted_outside_what_has_the_keyboard_and_takes_no_room(
    shell: Shell,
) -> None:
    screen = Long()
    bring_up(shell, screen)
    screen.top.setFocus()
    QApplication.processEvents()
    ring = shell._ring.geometry()

    assert ring.left() == LEFT - 5
    assert ring.right() == RIGHT - 1 + 5
    assert screen.top.mapTo(shell, screen.top.rect().topLeft()).x() == LEFT


def test_with_room_the_words_of_the_rail_are_beside_their_icons(shell: Shell) -> None:
    bring_up(shell, Long())
    shell.resize(1920, 1080)
    QApplication.processEvents()

    assert shell._rail.width() == 216
