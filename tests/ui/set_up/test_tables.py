"""People, teams and judges are typed into tables in place, as into a spreadsheet."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from judging_app.desk.scoring import open_scoring
from judging_app.desk.sign_in import has_pin
from judging_app.domain.names import tidy_name
from judging_app.domain.roles import HOST, ORGANISER, Actor, Role
from judging_app.domain.setup import Setup
from judging_app.present.set_up.tables import SetUpTable
from tests.desk.small_event import PINS, make_small_event
from tests.hard_names import HARD_NAMES
from tests.journeys.window_day import wait_until
from ui.day import Day
from ui.pages import ALL_TEAMS, PANEL, PEOPLE
from ui.set_up.panel_pins import PanelPins
from ui.set_up.tables import TablesScreen
from ui.window import Window

Key = Qt.Key
NONE = Qt.KeyboardModifier.NoModifier
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
A_LONG_TIME_MS = 60_000


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[Window]:
    """The small event while it is set up, with the organiser at its desk."""
    make_small_event(tmp_path / "small.pitchday")
    made = Window(Day())
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    made.activateWindow()
    assert QTest.qWaitForWindowActive(made)
    made.open_event(tmp_path / "small.pitchday")
    made.day.enter(ORGANISER)
    yield made
    made.close()


class Presses:
    """Goes to a page, presses keys in its table and types, and counts what was pressed.

    A text that is typed is no press; nor is what is pressed to find the page.
    """

    def __init__(self, window: Window, page: str) -> None:
        window.entry_asked.emit(page)
        self.screen = window.screen_by(page, TablesScreen)
        self.table = self.screen.table
        self.table.setFocus()
        self.count = 0

    def at(self, row: int, column: int) -> None:
        """Click a cell."""
        self.count += 1
        self.table._go_to(row, column)

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        self.count += 1
        if held == CTRL:  # such keys are heard by the window that is active
            self.screen.window().activateWindow()
            assert QTest.qWaitForWindowActive(self.screen.window())
        is_typed = bool(self._editors())
        QTest.keyClick(self.line, key, held)
        if is_typed:  # it is taken once the key is dealt with
            wait_until(lambda: not self._editors())

    def go_on(self) -> None:
        """Press Tab while something is typed, and wait for the line of the next cell."""
        self.count += 1
        before = self.line
        QTest.keyClick(before, Key.Key_Tab)
        wait_until(lambda: self.line not in (before, self.table))

    def click(self, button: QWidget) -> None:
        self.count += 1
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def type(self, text: str) -> None:
        """Type into what is being edited, begun by the first letter if need be."""
        if not self._editors():
            QTest.keyClick(self.table, Key.Key_X)
        self._editors()[-1].setText(text)

    @property
    def line(self) -> QWidget:
        """The line that is typed into, or the table."""
        return next(iter(self._editors()[::-1]), self.table)

    def _editors(self) -> list[QLineEdit]:
        found = self.table.viewport().findChildren(QLineEdit)
        state = self.table.state()
        return found if state is QAbstractItemView.State.EditingState else []


def setup_of(window: Window) -> Setup:
    return window.day.desk.recorded_setup()


def people(window: Window) -> list[str]:
    return [one.name for one in setup_of(window).participants]


def test_a_misspelt_name_is_corrected_in_under_four_presses(window: Window) -> None:
    hands = Presses(window, PEOPLE)
    hands.at(2, 0)
    hands.type("Ann Leigh")
    hands.press(Key.Key_Return)

    assert people(window)[2] == "Ann Leigh"
    assert hands.count < 4


def test_one_more_person_is_added_in_under_four_presses(window: Window) -> None:
    hands = Presses(window, PEOPLE)
    hands.press(Key.Key_Insert)
    hands.type("Eve Low")
    hands.press(Key.Key_Return)

    assert people(window)[3:] == ["Eve Low"]
    assert hands.count < 4


def test_a_cell_that_offers_something_shows_all_of_it_and_enter_takes_what_is_typed(
    window: Window,
) -> None:
    hands = Presses(window, PEOPLE)
    hands.at(2, 5)
    hands.press(Key.Key_F2)
    line = hands.table.viewport().findChildren(QLineEdit)[-1]
    offered = line.completer()
    popup = offered.popup()

    assert popup is not None
    assert popup.isVisible()
    assert offered.completionCount() == len(setup_of(window).teams)

    QTest.keyClicks(line, "perc")
    QTest.keyClick(popup, Key.Key_Return)

    wait_until(lambda: hands.table.state() is not QAbstractItemView.State.EditingState)
    assert hands.table.rows.text_at(2, 5) == "Perch"


def test_one_more_team_is_added_in_under_four_presses(window: Window) -> None:
    hands = Presses(window, ALL_TEAMS)
    hands.click(hands.screen.add)
    hands.type("Curlew")
    hands.press(Key.Key_Return)

    assert [team.name for team in setup_of(window).teams][3:] == ["Curlew"]
    assert hands.count < 4


def test_names_typed_one_after_another_are_added_one_below_another(window: Window) -> None:
    hands = Presses(window, ALL_TEAMS)
    before = [team.name for team in setup_of(window).teams]
    hands.click(hands.screen.add)
    for name in ("Curlew", "Avocet", "Dunlin"):
        hands.type(name)
        hands.press(Key.Key_Return)

    assert [team.name for team in setup_of(window).teams] == [*before, "Curlew", "Avocet", "Dunlin"]


@pytest.mark.parametrize("sorted_by", [None, 0])
def test_what_is_typed_after_tab_is_of_the_row_that_was_begun(
    window: Window, sorted_by: int | None
) -> None:
    hands = Presses(window, PEOPLE)
    if sorted_by is not None:
        hands.table.rows.sort_by(sorted_by)
    hands.press(Key.Key_Insert)
    for name, email in (("Abel Low", "abel@example.org"), ("Eve Low", "eve@example.org")):
        hands.type(name)
        hands.go_on()
        hands.type(email)
        hands.press(Key.Key_Return)

    found = [(one.name, one.email) for one in setup_of(window).participants[3:]]
    assert found == [("Abel Low", "abel@example.org"), ("Eve Low", "eve@example.org")]


def test_a_pasted_block_of_hard_names_comes_in_letter_by_letter(window: Window) -> None:
    hands = Presses(window, PEOPLE)
    hands.at(0, 0)
    cells = [f'"{one}"' if set("\t\n") & set(one) else one for one in HARD_NAMES]
    QApplication.clipboard().setText("\r\n".join(cells) + "\r\n")
    hands.press(Key.Key_V, CTRL)

    assert people(window) == [tidy_name(one) for one in HARD_NAMES]


def test_one_new_pin_takes_under_four_presses_and_the_old_one_is_dead(
    window: Window, qtbot: QtBot
) -> None:
    hands = Presses(window, PANEL)
    part = hands.screen.findChild(PanelPins)
    assert isinstance(part, PanelPins)
    hands.at(0, 0)
    hands.click(part.for_chosen)
    window.again.question.entered.emit(PINS[ORGANISER])  # six digits, which are typed
    qtbot.waitUntil(lambda: bool(window.new_pins.pins), timeout=A_LONG_TIME_MS)

    ((holder, pin),) = window.new_pins.pins.items()
    assert (holder, hands.count < 4) == (Actor(Role.JUDGE, setup_of(window).judges[0].id), True)
    assert pin != PINS[holder]
    assert "Ada Reed" in [
        label.text() for label in part.card.findChildren(type(part.card._said))
    ] or (part.card.isVisible())
    assert has_pin(window.day.desk, holder)


def test_a_pin_that_nobody_has_noted_is_not_lost_by_one_press(window: Window) -> None:
    window.new_pins.take({Actor(Role.JUDGE, setup_of(window).judges[0].id): "270918"})
    window.close()
    still_there = window.isVisible() and window.day.is_open
    window.new_pins.take({ORGANISER: "816204"})
    window.sign_out_asked.emit()
    asked = window.day.is_signed_in
    window.new_pins.forget()
    window.sign_out_asked.emit()

    assert still_there
    assert asked
    assert not window.day.is_signed_in


def test_what_was_typed_is_undone_step_by_step(window: Window) -> None:
    hands = Presses(window, PEOPLE)
    before = people(window)
    for row in (0, 1):
        hands.at(row, 0)
        hands.type(f"Changed {row}")
        hands.press(Key.Key_Return)
    changed = people(window)
    for _ in range(2):
        hands.press(Key.Key_Z, CTRL)

    assert changed[:2] == ["Changed 0", "Changed 1"]
    assert people(window) == before


def test_ctrl_d_says_the_same_as_above_and_delete_empties(window: Window) -> None:
    hands = Presses(window, PEOPLE)
    hands.at(1, 4)
    hands.type("Apprentice")
    hands.press(Key.Key_Return)
    hands.at(2, 4)
    hands.press(Key.Key_D, CTRL)
    hands.at(1, 4)
    hands.press(Key.Key_Delete)

    assert [one.role for one in setup_of(window).participants] == ["", "", "Apprentice"]


def test_a_block_from_a_spreadsheet_is_pasted_with_new_rows_below(window: Window) -> None:
    hands = Presses(window, PEOPLE)
    entries = len(window.day.desk.entries())
    QApplication.clipboard().setText("Ann Leigh\ta@example.org\nEve Low\te@example.org\n")
    hands.at(2, 0)
    hands.press(Key.Key_V, CTRL)

    found = [(one.name, one.email) for one in setup_of(window).participants[2:]]
    assert found == [("Ann Leigh", "a@example.org"), ("Eve Low", "e@example.org")]
    assert len(window.day.desk.entries()) == entries + 1


def test_one_text_is_pasted_into_every_chosen_cell(window: Window) -> None:
    hands = Presses(window, PEOPLE)
    QApplication.clipboard().setText("Heron")
    hands.at(0, 5)
    for _ in range(2):
        hands.press(Key.Key_Down, SHIFT)
    hands.press(Key.Key_V, CTRL)

    assert [one.team for one in setup_of(window).participants] == ["T3", "T3", "T3"]


def test_a_copied_block_is_what_a_spreadsheet_takes(window: Window) -> None:
    hands = Presses(window, PEOPLE)
    hands.at(0, 0)
    hands.press(Key.Key_Down, SHIFT)
    hands.press(Key.Key_C, CTRL)

    assert QApplication.clipboard().text() == "Zoë Ó Sé\nŁucja Żak"


def test_several_rows_are_removed_at_once_in_one_act(window: Window) -> None:
    hands = Presses(window, PEOPLE)
    entries = len(window.day.desk.entries())
    hands.at(0, 0)
    hands.press(Key.Key_Down, SHIFT)
    hands.press(Key.Key_Delete, CTRL)

    assert people(window) == ["Ann Lee"]
    assert len(window.day.desk.entries()) == entries + 1


def test_rows_are_filtered_by_any_word_and_sorted_by_a_column(window: Window) -> None:
    hands = Presses(window, PEOPLE)
    rows = hands.table.rows
    hands.screen.filter.setText("kestrel ann")
    filtered = [rows.text_at(at, 0) for at in range(rows.rowCount() - 1)]
    hands.screen.filter.clear()
    rows.sort_by(0)
    is_up = [rows.text_at(at, 0) for at in range(rows.rowCount() - 1)]
    rows.sort_by(0)
    is_down = [rows.text_at(at, 0) for at in range(rows.rowCount() - 1)]
    hands.screen.tabs[SetUpTable.VISITS].click()
    hands.screen.tabs[SetUpTable.PARTICIPANTS].click()

    assert not rows.is_sorted
    assert filtered == ["Ann Lee"]
    assert is_up == is_down[::-1]
    assert is_up[0] == "Ann Lee"


def test_who_is_to_be_looked_at_can_be_shown_alone(window: Window) -> None:
    hands = Presses(window, PEOPLE)
    hands.click(hands.screen.to_look_at)

    assert hands.screen.to_look_at.text() == "To look at 1"
    assert hands.table.rows.rowCount() == 2  # and the row for a new one


def test_what_cant_be_so_is_said_below_the_table_and_nothing_changes(window: Window) -> None:
    hands = Presses(window, PEOPLE)
    hands.at(0, 5)
    hands.type("Lamtern")
    hands.press(Key.Key_Return)

    assert "There is no team “Lamtern”" in hands.screen._said.text()
    assert setup_of(window).participants[0].team == "T1"
    assert hands.table.rows.text_at(0, 5) == "Lantern"


def test_names_change_freely_after_opening_and_teams_take_a_reason(window: Window) -> None:
    open_scoring(window.day.desk, HOST)
    hands = Presses(window, PEOPLE)
    hands.at(2, 0)
    hands.type("Ann Leigh")
    hands.press(Key.Key_Return)
    renamed = people(window)[2]
    hands.at(2, 5)
    hands.type("Heron")
    hands.press(Key.Key_Return)
    waiting = setup_of(window).participants[2].team
    hands.screen.question.reason.field.setText("She stood in.")
    hands.screen.question.yes.click()

    assert (renamed, waiting) == ("Ann Leigh", None)
    assert setup_of(window).participants[2].team == "T3"
    assert window.day.desk.entries()[-1].reason == "She stood in."


def test_leaving_the_question_for_a_reason_leaves_everything_as_it_was(window: Window) -> None:
    open_scoring(window.day.desk, HOST)
    before = setup_of(window)
    hands = Presses(window, ALL_TEAMS)
    hands.press(Key.Key_Insert)
    hands.type("Curlew")
    hands.press(Key.Key_Return)
    hands.screen.question.no.click()

    assert setup_of(window) == before


def test_a_visit_is_added_once_all_that_it_needs_is_typed(window: Window) -> None:
    hands = Presses(window, PEOPLE)
    hands.screen.tabs[SetUpTable.VISITS].click()
    for column, text in enumerate(("HMRC", "3 June 2019", "Heron")):
        hands.at(1, column)
        hands.type(text)
        hands.press(Key.Key_Return)

    assert len(setup_of(window).visits) == 2
    assert setup_of(window).visits[-1].held_on.isoformat() == "2019-06-03"


def test_the_tables_are_models_as_the_toolkit_wants_them(
    window: Window, qtmodeltester: object
) -> None:
    hands = Presses(window, PEOPLE)
    check: Callable[..., None] = qtmodeltester.check  # type: ignore[attr-defined]  # of the plugin

    check(hands.table.rows, force_py=True)
