"""The frame about the screens."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from judging_app.domain.event import Phase
from judging_app.present.words.states import phase_state
from ui.frame.rail import EntryButton, RailPart, ShellEntry
from ui.shell import Shell
from ui.widgets.screen import Foot, Screen
from ui.widgets.scroll import EDGE, ScrollColumn
from ui.widgets.state_badge import StateBadge

ENTRIES = (
    ShellEntry("teams", RailPart.ON_THE_DAY, "Your teams", "users"),
    ShellEntry("papers", RailPart.AFTERWARDS, "Papers", "printer"),
)


@pytest.fixture
def shell(qtbot: QtBot) -> Shell:
    made = Shell()
    qtbot.addWidget(made)
    for key in ("teams", "papers"):
        made.add_screen(key, QWidget())
    made.resize(1000, 700)
    made.show()
    return made


def entries(shell: Shell) -> list[EntryButton]:
    return [one for one in shell.findChildren(EntryButton) if one.isVisible()]


def words(shell: Shell) -> list[str]:
    return [label.text() for label in shell.findChildren(QLabel) if label.isVisible()]


def test_the_rail_has_only_parts_that_have_entries(shell: Shell) -> None:
    shell.resize(1500, 700)
    shell.show_entries(ENTRIES)

    assert [one.text() for one in entries(shell)] == ["Your teams", "Papers"]
    assert "On the day" in words(shell)
    assert "Before" not in words(shell)


def test_the_rail_is_away_when_nobody_is_signed_in(shell: Shell) -> None:
    shell.show_entries(ENTRIES)
    shell.show_entries(())

    assert entries(shell) == []


def test_an_entry_asks_for_its_screen_and_is_marked_only_once_shown(shell: Shell) -> None:
    heard: list[str] = []
    shell.entry_asked.connect(heard.append)
    shell.show_entries(ENTRIES)
    shell.show_screen("teams")
    teams, papers = entries(shell)
    papers.click()
    before = (teams.isChecked(), papers.isChecked())
    shell.show_screen("papers")

    assert heard == ["papers"]
    assert before == (True, False)
    assert (teams.isChecked(), papers.isChecked()) == (False, True)


def test_the_top_line_says_who_is_signed_in_and_lets_them_out(shell: Shell, qtbot: QtBot) -> None:
    shell.show_event("Tech Connect")
    shell.show_signed_in("Dame Olwen Prosser", "Judge")
    out = next(one for one in shell.findChildren(QPushButton) if one.text() == "Sign out")

    assert shell.top.who.accessibleName().startswith("Dame Olwen Prosser · Judge")
    assert shell.windowTitle() == "Tech Connect – Pitch day"
    with qtbot.waitSignal(shell.sign_out_asked):
        out.click()


def test_nobody_signed_in_leaves_no_way_to_sign_out(shell: Shell) -> None:
    shell.show_signed_in("Host", "")
    shell.show_signed_in("", "")
    out = next(one for one in shell.findChildren(QPushButton) if one.text() == "Sign out")

    assert not out.isVisible()


def test_a_notice_takes_no_room_and_stands_above_the_foot(shell: Shell) -> None:
    screen, foot = Screen(), Foot()
    screen.lay_out(ScrollColumn(), foot=foot)
    shell.add_screen("footed", screen)
    shell.show_screen("footed")
    before = screen.geometry()
    shell.show_message("Saved.", "good")
    toast = shell._toast

    assert (toast.text, toast.property("kind")) == ("Saved.", "toast-good")
    assert screen.geometry() == before
    assert toast.x() == EDGE
    assert toast.geometry().bottom() < screen.height() - foot.height()


def test_a_notice_is_closed_by_escape_and_one_of_a_loss_never_goes_by_itself(
    shell: Shell,
) -> None:
    shell.show_message("Saved.", "good")
    goes = shell._toast._clock.isActive()
    shell.show_message("Not saved.", "loss")
    stays = not shell._toast._clock.isActive()
    QTest.keyClick(shell, Qt.Key.Key_Escape)

    assert goes
    assert stays
    assert not shell._toast.isVisible()


def test_the_lights_say_what_is_saved_and_in_which_phase_the_day_is(shell: Shell) -> None:
    shell.show_saved("Saved 14:32:07")
    shell.show_phase(phase_state(Phase.SCORING))
    shown = [one.word for one in shell.findChildren(StateBadge) if one.isVisible()]

    assert shown == ["Scoring open", "Saved 14:32:07"]


def test_a_change_that_was_not_saved_has_another_shape(shell: Shell) -> None:
    shell.show_saved("NOT saved: the disk is full.", is_saved=False)
    shown = [one.kind for one in shell.findChildren(StateBadge) if one.isVisible()]

    assert shown == ["not saved"]


def test_a_long_title_never_widens_the_window(shell: Shell) -> None:
    shell.show_event("Wolfeschlegelsteinhausenbergerdorff " * 5)
    shell.show_signed_in("Wolfeschlegelsteinhausenbergerdorff " * 5, "Judge")

    assert shell.minimumSizeHint().width() < 1000
    assert shell.width() == 1000


def test_the_keyboard_is_on_the_screen_that_is_shown(qtbot: QtBot) -> None:
    shell = Shell()
    qtbot.addWidget(shell)
    shell.add_screen("one", QLineEdit())
    page = QWidget()
    QVBoxLayout(page).addWidget(answer := QLineEdit())
    shell.add_screen("two", page)

    shell.show_screen("two")
    with qtbot.waitExposed(shell):
        shell.show()
    assert shell.focusWidget() is answer


def test_what_tab_comes_to_from_outside_a_column_is_brought_into_view(shell: Shell) -> None:
    screen, column = QWidget(), ScrollColumn()
    inside, outside = QLineEdit(), QPushButton("Beside the column")
    column.body.addWidget(inside)
    column.body.addSpacing(2000)
    for part in (outside, column):
        part.setParent(screen)
        part.setGeometry(0, 0 if part is outside else 50, 400, 300 if part is column else 40)
    QWidget.setTabOrder(outside, inside)
    shell.add_screen("long", screen)
    shell.show_screen("long")
    column.verticalScrollBar().setValue(1500)
    outside.setFocus()
    assert inside.visibleRegion().isEmpty()
    QTest.keyClick(outside, Qt.Key.Key_Tab)

    assert inside.hasFocus()
    assert not inside.visibleRegion().isEmpty()
