"""Members are moved between teams by dragging them, by the keyboard, or by typing their names."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from judging_app.domain.roles import ORGANISER
from tests.desk.small_event import make_small_event
from tests.journeys.window_day import wait_until
from ui.day import Day
from ui.pages import ALL_TEAMS
from ui.set_up.tables import TablesScreen
from ui.teams.members import MembersPart, TeamsScreen
from ui.window import Window

Key = Qt.Key


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[Window]:
    make_small_event(tmp_path / "small.pitchday")
    made = Window(Day())
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    made.open_event(tmp_path / "small.pitchday")
    made.day.enter(ORGANISER)
    made.entry_asked.emit(ALL_TEAMS)
    yield made
    made.close()


@pytest.fixture
def screen(window: Window) -> TablesScreen:
    return window.screen_by(ALL_TEAMS, TablesScreen)


@pytest.fixture
def part(screen: TablesScreen) -> MembersPart:
    assert isinstance(screen, TeamsScreen)
    return screen.members


def teams_of(window: Window) -> dict[str, str | None]:
    return {one.name: one.team for one in window.day.desk.recorded_setup().participants}


def pressed(part: MembersPart, *pressed_keys: Qt.Key) -> None:
    for key in pressed_keys:
        QTest.keyClick(part.list, key)


def test_a_member_is_lifted_taken_to_another_team_and_let_go(
    window: Window, screen: TablesScreen, part: MembersPart
) -> None:
    screen.table.go_to("T1")
    part.list.setFocus()
    pressed(part, Key.Key_Space, Key.Key_Down)
    assert "Zoë Ó Sé to Perch. People in a team: 0 to 1 → 0 to 2" in screen.said

    pressed(part, Key.Key_Space)
    assert teams_of(window)["Zoë Ó Sé"] == "T2"
    assert (part.title.text(), screen.table.current_key) == ("In Lantern: no people", "T1")
    screen.undo.click()
    assert teams_of(window)["Zoë Ó Sé"] == "T1"


def test_a_member_is_put_back_by_escape(
    window: Window, screen: TablesScreen, part: MembersPart
) -> None:
    screen.table.go_to("T1")
    part.list.setFocus()

    pressed(part, Key.Key_Space, Key.Key_Down, Key.Key_Escape, Key.Key_Space, Key.Key_Escape)

    assert teams_of(window)["Zoë Ó Sé"] == "T1"
    assert screen.table.current_key == "T1"
    assert screen.said == ""


def test_a_member_is_dragged_onto_a_team_and_the_blank_row_takes_nobody(
    window: Window, screen: TablesScreen, part: MembersPart
) -> None:
    screen.table.go_to("T1")
    assert drag(screen, part, row=2)
    assert teams_of(window)["Zoë Ó Sé"] == "T3"

    screen.table.go_to("T3")
    drag(screen, part, row=3)
    assert teams_of(window)["Zoë Ó Sé"] == "T3"


def drag(screen: TablesScreen, part: MembersPart, row: int) -> bool:
    """Take the first member onto a row; whether it may be dropped there."""
    data = part.list.mimeData([part.list.item(0)])
    table = screen.table
    at = table.visualRect(table.rows.index(row, 0)).center()
    over = (
        Qt.DropAction.MoveAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    enters = QDragEnterEvent(QPoint(at), *over)
    QApplication.sendEvent(table.viewport(), enters)
    assert "Zoë Ó Sé" in screen.said or row == table.rows.rowCount() - 1
    QApplication.sendEvent(table.viewport(), QDropEvent(QPointF(at), *over))
    return enters.isAccepted()


def test_one_more_person_with_a_team_is_a_cell_and_enter(
    window: Window, screen: TablesScreen
) -> None:
    table = screen.table
    column = [one.key for one in table.rows.columns].index("members")
    at = table.visualRect(table.rows.index(1, column)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    QTest.keyClicks(table, "E")
    (line,) = table.viewport().findChildren(QLineEdit)
    QTest.keyClicks(line, "ve Low")
    QTest.keyClick(line, Key.Key_Return)

    wait_until(lambda: "Eve Low" in teams_of(window))
    assert teams_of(window)["Eve Low"] == "T2"
    assert teams_of(window)["Łucja Żak"] == "T2"
