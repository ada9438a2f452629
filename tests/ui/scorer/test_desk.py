"""The scorer's desk, by keyboard alone, on an event file of its own."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from fractions import Fraction
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QIcon, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from judging_app.desk import ballots, decisions, events, scoring, sheets
from judging_app.desk.desk import Desk
from judging_app.domain.acts import DropKeying, KeySheet, SettleBallot, act_name
from judging_app.domain.ballots import Ballot, BallotState
from judging_app.domain.event import Event, Phase
from judging_app.domain.ids import CriterionId, JudgeId, TeamId
from judging_app.domain.keying import Keying
from judging_app.domain.panel import Judge
from judging_app.domain.people import Team
from judging_app.domain.roles import HOST, SCORER, Actor, Role
from judging_app.domain.rubric import Criterion, Rubric
from judging_app.domain.setup import Intake
from judging_app.domain.standings import Exclusion
from judging_app.errors import NotAllowedError, NotSavedError
from judging_app.present.scorer.sheets import BallotsNow, SheetRow
from judging_app.present.scorer.sheets import sheet_rows as rows_of
from judging_app.store import ballot_rows, sheet_rows
from tests.builders import set_up
from tests.ui import screens
from ui import theme
from ui.day import Day
from ui.pages import SHEETS, offered
from ui.scorer.cell import KeyingCell
from ui.scorer.desk import ScorerDesk
from ui.scorer.desk_wiring import ScorerWiring
from ui.scorer.sheet_pages import SheetPage
from ui.wall.projector import Projector
from ui.window import Window

J1, J2 = JudgeId("J1"), JudgeId("J2")
T1, T2 = TeamId("T1"), TeamId("T2")
A, B, C = CriterionId("a"), CriterionId("b"), CriterionId("c")
ADA = Actor(Role.JUDGE, J1)
SETUP = set_up(
    teams=(Team(T1, "Lantern"), Team(T2, "Perch")),
    rubric=Rubric(
        (
            Criterion(A, "Impact", Fraction(50), 0, 10),
            Criterion(B, "Cost", Fraction(30), 0, 10, Fraction(1, 2)),
            Criterion(C, "Evidence", Fraction(20), 1, 10),
        )
    ),
    judges=(Judge(J1, "Ada Reed"), Judge(J2, "Bo Lund")),
)
EVERY = {(one, other): Ballot(one, other) for one in (J1, J2) for other in (T1, T2)}
ENTER, TAB, ESC = Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Escape
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sheets")
    events.create_event(folder / "day.pitchday", Event("A day"), Intake(SETUP), opens_scoring=True)
    return folder / "day.pitchday"


class Clerk:
    """The desk with its wiring, and hands that have a keyboard and nothing else."""

    def __init__(self, path: Path) -> None:
        self.day = Day()
        assert self.day.open(path)
        self.screen = ScorerDesk()
        self.screen.resize(QSize(1000, 620))
        self.wiring = ScorerWiring(self.screen, self.day, self.screen)
        self.refused: list[str] = []
        self.day.refused.connect(self._hear)

    @property
    def desk(self) -> Desk:
        return self.day.desk

    @property
    def focus(self) -> QWidget:
        focused = QApplication.focusWidget()
        assert focused is not None
        return focused

    @property
    def cells(self) -> list[KeyingCell]:
        return self.screen.form.cells

    @property
    def keyed(self) -> dict[int, Keying]:
        return dict(sheet_rows.keyings_of(self.desk.file.db, J1, T1))

    @property
    def ballot(self) -> Ballot:
        return ballot_rows.ballot(self.desk.file.db, J1, T1)

    def enter_desk(self, initials: str = "EM") -> None:
        self.day.enter(SCORER)
        self.wiring.refresh()
        self.say(initials)

    def say(self, *lines: str) -> None:
        """Type each line, and Enter after it."""
        for line in lines:
            QTest.keyClicks(self.focus, line)
            self.press(ENTER)

    def press(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        QTest.keyClick(self.focus, key, modifier)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def key_turn(self, *figures: str) -> None:
        """Key a whole sheet and press what ends the turn."""
        self.say(*figures)
        self.press(ENTER)

    def acts(self, kind: type) -> int:
        return sum(entry.act == act_name(kind) for entry in self.desk.entries())

    def _hear(self, sentence: str, _kind: str) -> None:
        self.refused.append(sentence)


@pytest.fixture
def clerk(made: Path, tmp_path: Path, qtbot: QtBot) -> Iterator[Clerk]:
    found = Clerk(Path(shutil.copy(made, tmp_path / "day.pitchday")))
    qtbot.addWidget(found.screen)
    with qtbot.waitActive(found.screen):
        found.screen.show()
        found.screen.activateWindow()
    yield found
    found.day.close()


@pytest.fixture
def keying(clerk: Clerk) -> Clerk:
    """The first turn of J1-T1, with the keyboard on its first figure."""
    clerk.enter_desk()
    clerk.say("j1t1")
    assert clerk.screen.form.isVisible()
    return clerk


@contextmanager
def opened_window(made: Path, tmp_path: Path, qtbot: QtBot) -> Iterator[Window]:
    """The whole window, with the scorer signed in."""
    window = Window(Day(), Projector(is_motion_reduced=True))
    qtbot.addWidget(window)
    qtbot.addWidget(window.projector)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    window.open_event(Path(shutil.copy(made, tmp_path / "day.pitchday")))
    window.day.enter(SCORER)
    yield window
    window.close()


def words_on(widget: QWidget) -> str:
    said = [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]
    return "\n".join(said)


def typed_into(widget: QWidget) -> list[str]:
    return [
        *(one.text() for one in widget.findChildren(QLineEdit)),
        *(one.toPlainText() for one in widget.findChildren(QPlainTextEdit)),
    ]


def dropping(clerk: Clerk) -> QWidget:
    """What asks for deleting, on the page of the sheet that is on show."""
    page = clerk.screen.page
    assert isinstance(page, SheetPage)
    return page.head.drop


def test_signing_out_leaves_nothing_of_a_sheet_behind(keying: Clerk) -> None:
    compare(keying)
    keying.day.leave()

    assert set(typed_into(keying.screen)) == {"", "EM"}
    assert keying.screen.comparison.scores == []


def test_leaving_the_read_back_leaves_nothing_of_a_sheet_behind(keying: Clerk) -> None:
    keying.key_turn("7", "5", "6")
    keying.press(ENTER)
    keying.key_turn("7", "5", "6")
    assert "7 of 10" in words_on(keying.screen)
    keying.press(ESC)

    said = {label.text() for label in keying.screen.findChildren(QLabel)}
    assert "7 of 10" not in said


def test_whoever_keys_is_asked_once_and_kept(clerk: Clerk) -> None:
    clerk.enter_desk("Eve Marsh")
    clerk.wiring.refresh()

    assert clerk.screen.finder.isVisible()
    assert "Typed in by Eve Marsh" in words_on(clerk.screen.finder)


def test_the_next_to_sign_in_is_asked_anew(clerk: Clerk) -> None:
    clerk.enter_desk()
    clerk.day.leave()
    clerk.day.enter(SCORER)
    clerk.wiring.refresh()

    assert clerk.screen.clerk.isVisible()
    assert clerk.focus is clerk.screen.clerk.name
    assert clerk.screen.clerk.name.text() == ""


def test_an_empty_name_is_refused_in_words_and_the_keyboard_stays(clerk: Clerk) -> None:
    clerk.enter_desk("  ")

    assert "The name is empty" in words_on(clerk.screen.clerk)
    assert clerk.focus is clerk.screen.clerk.name


def test_an_id_and_enter_open_the_sheet(clerk: Clerk) -> None:
    clerk.enter_desk()
    clerk.say("j1-t1")

    assert "Ada Reed for Lantern" in words_on(clerk.screen.form.head)
    assert "Sheet J1-T1 · first entry" in words_on(clerk.screen.form.head)
    assert clerk.focus is clerk.cells[0].field


def test_an_unknown_id_is_said_to_be_and_typed_over(clerk: Clerk) -> None:
    clerk.enter_desk()
    clerk.say("J1-T9")
    assert "There is no team T9" in words_on(clerk.screen.finder)
    clerk.say("J1-T2")

    assert "Ada Reed for Perch" in words_on(clerk.screen.form.head)


def sheets_listed(clerk: Clerk) -> list[str]:
    rows = clerk.screen.finder.list.rows
    return [str(rows.data(rows.index(at, 0))) for at in range(rows.rowCount())]


def test_typing_narrows_the_sheets_and_enter_opens_the_one_that_is_left(clerk: Clerk) -> None:
    clerk.enter_desk()
    every = sheets_listed(clerk)
    QTest.keyClicks(clerk.focus, "ree")
    ada = sheets_listed(clerk)
    QTest.keyClicks(clerk.focus, " per")
    one, act = sheets_listed(clerk), clerk.screen.finder.open.text()
    clerk.press(ENTER)

    assert every == ["J1-T1", "J1-T2", "J2-T1", "J2-T2"]
    assert (ada, one, act) == (["J1-T1", "J1-T2"], ["J1-T2"], "Type in J1-T2")
    assert "Ada Reed for Perch" in words_on(clerk.screen.form.head)


def test_a_sheet_is_chosen_by_the_arrows_while_one_types(clerk: Clerk) -> None:
    clerk.enter_desk()
    QTest.keyClicks(clerk.focus, "bo")
    clerk.press(Qt.Key.Key_Down)
    clerk.press(Qt.Key.Key_Down)
    assert clerk.focus is clerk.screen.finder.id
    clerk.press(ENTER)

    assert "Bo Lund for Perch" in words_on(clerk.screen.form.head)


def test_enter_on_a_name_of_several_sheets_opens_none_and_leads_to_them(clerk: Clerk) -> None:
    clerk.enter_desk()
    clerk.say("lund")

    assert clerk.screen.finder.isVisible()
    assert clerk.focus is clerk.screen.finder.list
    assert "2 sheets found. Choose one." in words_on(clerk.screen.finder)
    clerk.press(ENTER)
    assert "Bo Lund for Lantern" in words_on(clerk.screen.form.head)


def test_a_sheet_is_found_and_opened_by_mouse_alone(clerk: Clerk) -> None:
    clerk.enter_desk()
    found = clerk.screen.finder.list
    middle = found.visualRect(found.rows.index(2, 1)).center()
    QTest.mouseClick(found.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseClick(clerk.screen.finder.open, Qt.MouseButton.LeftButton)

    assert "Bo Lund for Lantern" in words_on(clerk.screen.form.head)


def test_a_scanner_opens_the_sheet_whose_code_it_types_though_others_begin_so(
    clerk: Clerk,
) -> None:
    clerk.enter_desk()
    clerk.say("J2-T1")
    clerk.press(ESC)
    clerk.say("j2t2")

    assert "Bo Lund for Perch" in words_on(clerk.screen.form.head)


def test_the_lists_show_a_state_by_word_and_by_shape(clerk: Clerk) -> None:
    ballots.recuse(clerk.desk, HOST, J1, T2, "Owns it")
    clerk.enter_desk()
    QTest.keyClicks(clerk.focus, "ada")
    model = clerk.screen.finder.list.model()

    first, second = (model.index(row, 3) for row in (0, 1))
    assert (model.data(first), model.data(second)) == ("To come", "Recused")
    icons = [model.data(one, Qt.ItemDataRole.DecorationRole) for one in (first, second)]
    assert icons[0] != icons[1]
    spoken = model.data(second, Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "J1-T2, Ada Reed for Perch, Recused"


def test_every_state_of_a_ballot_and_of_a_sheet_has_a_shape(clerk: Clerk) -> None:
    sheets_under_way = {(J1, T1): 1}
    every = [Ballot(J1, T1, state) for state in BallotState]
    kinds = {
        row.kind
        for one in every
        for keyed in ({}, sheets_under_way)
        for row in rows_of(SETUP, BallotsNow({**EVERY, (J1, T1): one}, keyed))
        if (row.judge, row.team) == (J1, T1)
    }
    clerk.screen.finder.show_sheets(
        [
            SheetRow(J1, TeamId(kind), "J1-T1", "Ada", "Lantern", kind, kind)
            for kind in sorted(kinds)
        ]
    )
    model = clerk.screen.finder.list.model()
    shapes = [
        model.data(model.index(row, 3), Qt.ItemDataRole.DecorationRole)
        for row in range(model.rowCount())
    ]

    assert kinds == {"owed", "draft", "submitted", "recused", "absent", "being keyed"}
    assert all(isinstance(shape, QIcon) and not shape.isNull() for shape in shapes)


def test_digits_and_enter_key_a_whole_sheet(keying: Clerk) -> None:
    keying.say("7", "4.5", "10")

    assert keying.keyed[1] == Keying(J1, T1, 1, "EM", {A: 7, B: 9, C: 10})
    assert keying.focus is keying.screen.form.end


def test_every_figure_is_on_the_disk_once_it_is_entered_and_says_saved(keying: Clerk) -> None:
    keying.say("7")

    assert keying.keyed[1].scores == {A: 7}
    assert "Saved" in keying.cells[0].field.accessibleDescription()
    assert keying.focus is keying.cells[1].field


def test_nothing_goes_on_by_itself_before_a_ten_is_whole(keying: Clerk) -> None:
    QTest.keyClicks(keying.focus, "1")
    assert keying.focus is keying.cells[0].field
    QTest.keyClicks(keying.focus, "0")
    keying.press(ENTER)

    assert keying.keyed[1].scores == {A: 10}


def test_the_number_pad_enters_too(keying: Clerk) -> None:
    QTest.keyClicks(keying.focus, "7")
    keying.press(Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)

    assert keying.keyed[1].scores == {A: 7}


@pytest.mark.parametrize("typed", ["11", "7.5", "x"])
def test_a_value_off_its_scale_is_refused_in_words_and_the_keyboard_stays(
    typed: str, keying: Clerk
) -> None:
    keying.say(typed)

    assert keying.cells[0].refusal == f"“{typed}” is outside the scale. Type 0 to 10."
    assert keying.focus is keying.cells[0].field
    assert keying.keyed == {}


@pytest.mark.parametrize("key", [TAB, Qt.Key.Key_Down, Qt.Key.Key_Up])
def test_no_key_leads_away_from_a_refused_value(key: Qt.Key, keying: Clerk) -> None:
    QTest.keyClicks(keying.focus, "11")
    keying.press(key)

    assert keying.focus is keying.cells[0].field
    assert "is outside the scale" in keying.cells[0].refusal


def test_a_refused_value_is_typed_over(keying: Clerk) -> None:
    keying.say("11", "6")

    assert keying.keyed[1].scores == {A: 6}
    assert keying.cells[0].refusal == ""


def test_esc_gives_up_a_refused_value_and_then_leaves_the_sheet(keying: Clerk) -> None:
    keying.say("6")
    keying.press(Qt.Key.Key_Up)
    keying.say("11")
    keying.press(ESC)
    assert keying.cells[0].field.text() == "6"
    assert keying.cells[0].refusal == ""
    keying.press(ESC)

    assert keying.screen.finder.isVisible()
    assert keying.keyed[1].scores == {A: 6}


def test_enter_alone_does_not_skip_a_criterion(keying: Clerk) -> None:
    keying.say("7")
    keying.press(ENTER)

    assert keying.focus is keying.cells[1].field
    assert "ask the judge" in keying.cells[1].refusal


def test_a_value_is_keyed_over_and_taken_away(keying: Clerk) -> None:
    keying.say("7")
    keying.press(Qt.Key.Key_Up)
    keying.say("8")
    assert keying.keyed[1].scores == {A: 8}
    keying.press(Qt.Key.Key_Up)
    keying.press(Qt.Key.Key_Delete)
    keying.press(Qt.Key.Key_Down)

    assert keying.keyed[1].scores == {}
    assert keying.focus is keying.cells[1].field


def test_tab_keeps_a_value_and_leads_on_to_the_comments(keying: Clerk) -> None:
    for figure in ("7", "5", "6"):
        QTest.keyClicks(keying.focus, figure)
        keying.press(TAB)
    QTest.keyClicks(keying.focus, "Well told")
    keying.press(TAB)

    assert keying.keyed[1].for_team == "Well told"
    assert keying.keyed[1].scores == {A: 7, B: 10, C: 6}


def test_what_the_desk_refuses_is_said_under_its_figure(
    keying: Clerk, monkeypatch: pytest.MonkeyPatch
) -> None:
    fired: list[Keying] = []

    def full(_desk: Desk, _actor: Actor, tried: Keying) -> None:
        fired.append(tried)
        raise NotSavedError("The disk is full.")

    monkeypatch.setattr(sheets, "key_sheet", full)
    keying.say("7")

    assert [one.scores for one in fired[:1]] == [{A: 7}]
    assert keying.cells[0].refusal == "The disk is full."
    assert keying.refused
    assert keying.cells[0].field.accessibleDescription() == ""


def test_ending_a_turn_leads_to_what_is_missing(keying: Clerk) -> None:
    keying.say("7")
    keying.press(ENTER, CTRL)

    assert keying.focus is keying.cells[1].field
    assert not keying.keyed[1].is_done


def test_after_the_first_keying_the_sheet_is_laid_down(keying: Clerk) -> None:
    keying.key_turn("7", "5", "6")

    assert keying.keyed[1].is_done
    assert "Put the sheet down, then type it in again" in words_on(keying.screen)
    assert keying.focus is keying.screen.laid_down.go_on


def test_the_second_turn_holds_nothing_of_the_first(keying: Clerk) -> None:
    keying.say("7", "5", "6")
    keying.press(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    keying.press(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(keying.focus, "Well told")
    keying.press(ENTER, CTRL)
    assert keying.keyed[1].for_team == "Well told"
    assert keying.keyed[1].is_done
    assert set(typed_into(keying.screen)) == {"", "EM"}
    keying.press(ENTER)

    assert "second entry, the first is hidden" in words_on(keying.screen.form.head)
    assert set(typed_into(keying.screen.form)) == {""}
    for field in (
        *(cell.field for cell in keying.cells),
        *(b.field for b in keying.screen.form.comments),
    ):
        field.setFocus()
        QTest.keySequence(field, QKeySequence(QKeySequence.StandardKey.Undo))
    assert set(typed_into(keying.screen.form)) == {""}
    assert keying.screen.comparison.scores == []
    assert "Well told" not in words_on(keying.screen)


def test_a_comment_taken_back_in_the_first_turn_is_not_undone_in_the_second(
    keying: Clerk,
) -> None:
    keying.say("7", "5", "6")
    box = keying.screen.form.comments[0]
    box.field.setFocus()
    QTest.keyClicks(box.field, "Hm")
    QTest.keyClick(box.field, Qt.Key.Key_Backspace)
    QTest.keyClick(box.field, Qt.Key.Key_Backspace)
    keying.press(ENTER, CTRL)
    keying.press(ENTER)

    assert not any(box.field.document().isUndoAvailable() for box in keying.screen.form.comments)


def test_two_keyings_alike_are_read_back_and_submitted_by_enter(keying: Clerk) -> None:
    keying.key_turn("7", "4,5", "10")
    keying.press(ENTER)
    keying.key_turn("7", "4.5", "10")
    assert "4.5 of 5" in words_on(keying.screen.read_back)
    assert keying.screen.read_back.submit.text() == "Submit 3 scores from paper"
    keying.press(ENTER)

    assert keying.ballot == Ballot(
        J1, T1, BallotState.SUBMITTED, {A: 7, B: 9, C: 10}, keyed_by="EM"
    )
    assert "J1-T1 is submitted: 3 scores" in words_on(keying.screen.finder)
    assert keying.focus is keying.screen.finder.id
    assert keying.screen.finder.id.text() == ""


def test_a_sheet_is_submitted_once_however_often_enter_is_pressed(keying: Clerk) -> None:
    keying.key_turn("7", "5", "6")
    keying.press(ENTER)
    keying.key_turn("7", "5", "6")
    submit = keying.screen.read_back.submit
    asked: list[str] = []
    keying.screen.read_back.submit_asked.connect(asked.append)
    QTest.keyClick(submit, ENTER)
    QTest.keyClick(submit, ENTER)

    assert asked == [""]
    assert keying.acts(SettleBallot) == 1


def compare(keying: Clerk) -> None:
    """Key two turns that differ in Impact and Evidence."""
    keying.key_turn("7", "5", "6")
    keying.press(ENTER)
    keying.key_turn("1", "5", "9")
    assert keying.screen.comparison.isVisible()


def test_only_what_differs_is_shown_with_both_values(keying: Clerk) -> None:
    compare(keying)

    shown = [
        (one.cell.row.title, *(b.text() for b in one.takes))
        for one in keying.screen.comparison.scores
    ]
    assert shown == [
        ("Impact", "First entry: 7", "Second entry: 1"),
        ("Evidence", "First entry: 6", "Second entry: 9"),
    ]
    assert not keying.screen.comparison.done.isEnabled()


def test_a_mismatch_is_settled_by_typing_what_the_paper_says(keying: Clerk) -> None:
    compare(keying)
    keying.say("7", "8")
    assert keying.focus is keying.screen.comparison.done
    keying.press(ENTER)
    keying.press(ENTER)

    assert keying.ballot.scores == {A: 7, B: 10, C: 8}


def test_a_mismatch_is_settled_by_pressing_a_keying(keying: Clerk) -> None:
    compare(keying)
    keying.press(TAB)
    first, second = keying.screen.comparison.scores
    assert first.takes[0].hasFocus()
    keying.press(ENTER)
    assert second.cell.field.hasFocus()
    keying.say("9")
    keying.press(ENTER)
    keying.press(ENTER)

    assert keying.ballot.scores == {A: 7, B: 10, C: 9}


def test_a_mismatch_is_not_settled_off_its_scale(keying: Clerk) -> None:
    compare(keying)
    keying.say("11")

    cell = keying.screen.comparison.scores[0].cell
    assert "is outside the scale" in cell.refusal
    assert keying.focus is cell.field
    assert not keying.screen.comparison.done.isEnabled()


def test_comments_that_differ_are_settled_one_by_one(keying: Clerk) -> None:
    for comment in ("Well told", "Told"):
        keying.say("7", "5", "6")
        keying.screen.form.comments[0].field.setFocus()
        QTest.keyClicks(keying.focus, comment)
        keying.press(ENTER, CTRL)
        if keying.screen.laid_down.isVisible():
            keying.press(ENTER)
    settling = keying.screen.comparison.for_team
    assert settling is not None
    assert not keying.screen.comparison.done.isEnabled()
    settling.takes[0].setFocus()
    keying.press(ENTER)
    keying.screen.comparison.done.setFocus()
    keying.press(ENTER)
    keying.press(ENTER)

    assert keying.ballot.for_team == "Well told"


def test_an_empty_comment_can_be_what_the_paper_says(keying: Clerk) -> None:
    keying.key_turn("7", "5", "6")
    keying.press(ENTER)
    keying.say("7", "5", "6")
    keying.screen.form.comments[1].field.setFocus()
    QTest.keyClicks(keying.focus, "Long")
    keying.press(ENTER, CTRL)
    settling = keying.screen.comparison.for_panel
    assert settling is not None
    settling.takes[0].setFocus()
    keying.press(ENTER)
    keying.screen.comparison.done.setFocus()
    keying.press(ENTER)
    keying.press(ENTER)

    assert keying.ballot.counts
    assert keying.ballot.for_panel == ""


def test_a_draft_on_the_screen_is_replaced_only_with_a_reason(clerk: Clerk) -> None:
    ballots.score(clerk.desk, ADA, J1, T1, A, 3)
    clerk.enter_desk()
    clerk.say("j1t1")
    clerk.key_turn("7", "5", "6")
    clerk.press(ENTER)
    clerk.key_turn("7", "5", "6")
    assert "has already started this ballot on the screen" in words_on(clerk.screen.read_back)
    assert not clerk.screen.read_back.submit.isEnabled()
    clerk.say("The laptop failed")
    clerk.press(ENTER)

    assert clerk.ballot.scores == {A: 7, B: 10, C: 6}
    assert clerk.desk.entries()[-1].reason == "The laptop failed"


def test_what_is_keyed_is_dropped_with_a_reason(keying: Clerk) -> None:
    keying.say("7")
    dropping(keying).setFocus()
    keying.press(ENTER)
    assert not keying.screen.drop.drop.isEnabled()
    keying.say("The wrong sheet")
    keying.press(ENTER)

    assert keying.keyed == {}
    assert keying.desk.entries()[-1].reason == "The wrong sheet"
    assert "What was typed in from J1-T1 is deleted" in words_on(keying.screen.finder)
    assert keying.acts(DropKeying) == 1


def test_a_sheet_that_was_dropped_opens_empty(keying: Clerk) -> None:
    keying.say("7")
    dropping(keying).setFocus()
    keying.press(ENTER)
    keying.say("The wrong sheet")
    keying.press(ENTER)
    keying.say("j1t1")

    assert [cell.field.text() for cell in keying.cells] == ["", "", ""]


def test_esc_keeps_what_is_keyed_and_what_was_settled(keying: Clerk) -> None:
    compare(keying)
    keying.say("7")
    dropping(keying).setFocus()
    keying.press(ENTER)
    keying.press(ESC)

    assert keying.screen.comparison.isVisible()
    assert keying.screen.comparison.scores[0].cell.row.steps == 7
    assert len(keying.keyed) == 2


def test_nothing_is_offered_to_drop_before_anything_is_keyed(keying: Clerk) -> None:
    assert not keying.screen.form.head.drop.isVisible()
    keying.say("7")

    assert keying.screen.form.head.drop.isVisible()


def test_esc_leaves_a_sheet_with_what_was_typed_saved(keying: Clerk) -> None:
    QTest.keyClicks(keying.focus, "7")
    keying.press(ESC)

    assert keying.keyed[1].scores == {A: 7}
    assert keying.screen.finder.isVisible()
    assert keying.focus is keying.screen.finder.id


def test_a_sheet_that_was_left_is_taken_up_where_it_was(keying: Clerk) -> None:
    keying.say("7")
    keying.press(ESC)
    keying.say("j1t1")

    assert [cell.field.text() for cell in keying.cells] == ["7", "", ""]
    assert keying.focus is keying.cells[1].field


def test_leaving_the_desk_waits_for_a_value_that_is_refused(keying: Clerk) -> None:
    QTest.keyClicks(keying.focus, "11")

    assert not keying.wiring.flush()
    assert keying.focus is keying.cells[0].field


def test_leaving_the_desk_saves_what_is_typed(keying: Clerk) -> None:
    QTest.keyClicks(keying.focus, "9")

    assert keying.wiring.flush()
    assert keying.keyed[1].scores == {A: 9}


def test_another_clerk_keys_the_second_turn(keying: Clerk) -> None:
    keying.key_turn("7", "5", "6")
    keying.screen.laid_down.other_clerk.setFocus()
    keying.press(ENTER)
    keying.say("JT")
    keying.key_turn("7", "5", "6")
    assert "Typed in by EM and JT." in words_on(keying.screen.read_back)
    keying.press(ENTER)

    assert keying.ballot.keyed_by == "EM and JT"


@pytest.mark.parametrize(
    ("happens", "because"),
    [
        (lambda desk: ballots.recuse(desk, HOST, J1, T1, "Owns it"), "doesn’t score"),
        (lambda desk: ballots.mark_absent(desk, HOST, J1, T1), "absent"),
        (lambda desk: scoring.close_scoring(desk, HOST, "Time"), "closed"),
    ],
    ids=["recused", "absent", "closed"],
)
def test_a_sheet_that_cannot_be_keyed_says_why(
    happens: Callable[[Desk], object], because: str, clerk: Clerk
) -> None:
    happens(clerk.desk)
    clerk.enter_desk()
    clerk.say("j1t1")

    assert because in words_on(clerk.screen.finder)
    assert clerk.screen.finder.isVisible()


def test_a_refusal_goes_when_the_next_sheet_is_opened(clerk: Clerk) -> None:
    clerk.enter_desk()
    clerk.say("J1-T9", "J1-T1")
    clerk.press(ESC)

    assert "There is no team T9" not in words_on(clerk.screen.finder)


def test_every_ballot_stays_accounted_for_in_view(keying: Clerk) -> None:
    line = keying.screen.finder.line
    assert line.text().endswith("0 absent + 4 still to come")
    assert "still to come  on paper or on the screen" in words_on(keying.screen.form.pile)
    keying.say("7")
    assert "begun" in words_on(keying.screen.form.pile)
    keying.press(ESC)

    assert line.isVisible()
    assert line.text().endswith("1 being typed in + 3 still to come")
    assert sheets_listed(keying) == ["J1-T1", "J1-T2", "J2-T1", "J2-T2"]


def test_a_team_that_is_out_is_told_at_the_finder_and_owed_by_nobody(clerk: Clerk) -> None:
    decisions.exclude(clerk.desk, HOST, T2, Exclusion.WITHDRAWN, "Two are ill.")
    clerk.enter_desk()
    QTest.keyClicks(clerk.focus, "ada per")

    model = clerk.screen.finder.list.model()
    assert model.data(model.index(0, 3)) == "Withdrawn, not needed"
    assert clerk.screen.finder.line.text() == (
        "4 ballots = 0 submitted + 0 recused + 0 absent + 2 still to come"
        " + 2 for teams that are out"
    )


def test_a_key_press_puts_one_entry_on_the_record(keying: Clerk) -> None:
    keying.say("7", "5")

    assert keying.acts(KeySheet) == 2


def test_going_over_what_is_keyed_records_nothing_more(keying: Clerk) -> None:
    keying.say("7", "5", "6")
    for _ in range(3):
        keying.cells[0].field.setFocus()
        keying.press(TAB)

    assert keying.acts(KeySheet) == 3


def test_every_field_and_list_has_a_name_and_a_target_of_its_size(keying: Clerk) -> None:
    fields = [*keying.screen.findChildren(QLineEdit), *keying.screen.findChildren(QPlainTextEdit)]

    assert fields
    assert all(field.accessibleName() for field in fields)
    assert keying.cells[0].field.accessibleName() == "Impact, 0 to 10"
    assert keying.cells[0].field.height() >= 44


def test_the_scorer_begins_at_the_desk_with_the_keyboard_on_the_name(
    made: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    with opened_window(made, tmp_path, qtbot) as window:
        assert screens.scorer_desk(window).isVisible()
        assert window.focusWidget() is screens.scorer_desk(window).clerk.name


def test_signing_out_waits_for_a_value_that_is_refused(
    made: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    with opened_window(made, tmp_path, qtbot) as window:
        for line in ("EM", "j1t1", "11"):
            QTest.keyClicks(window.focusWidget(), line)
            QTest.keyClick(window.focusWidget(), ENTER)
        window.sign_out_asked.emit()
        assert window.day.is_signed_in
        QTest.keyClick(window.focusWidget(), ESC)
        window.sign_out_asked.emit()

        assert not window.day.is_signed_in


def test_the_scorer_never_reaches_a_judges_scorecard(
    made: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    with opened_window(made, tmp_path, qtbot) as window:
        assert [entry.key for entry in offered(SCORER, Phase.SCORING)] == [SHEETS]
        assert not screens.scorecard(window).isVisible()
        with pytest.raises(NotAllowedError):
            ballots.ballot(window.day.desk, window.day.actor, J1, T1)


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_a_desk_with_long_names_is_no_wider_or_taller_than_a_laptop(
    scale: float, qapp: QApplication, qtbot: QtBot
) -> None:
    theme.apply(qapp, "light", scale)
    screen = ScorerDesk()
    qtbot.addWidget(screen)
    screen.show()
    name = "Wolfeschlegelsteinhausenbergerdorff " * 5
    screen.finder.show_sheets([SheetRow(J1, T1, "J1-T1", name, name, "owed", "To come")])
    screen.find_sheet()

    assert screen.minimumSizeHint().width() <= 1040
    assert screen.minimumSizeHint().height() <= 490
