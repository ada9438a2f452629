"""The ballots by name, and what can be done about each beside it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from judging_app.domain.ballots import Ballot, BallotMove, BallotState
from judging_app.domain.event import Event, Phase
from judging_app.domain.ids import JudgeId, TeamId
from judging_app.domain.panel import Judge
from judging_app.domain.people import Team
from judging_app.domain.rubric import Rubric
from judging_app.present.host.desk import HostDeskView, host_desk_view
from judging_app.present.host.grid import AroundBallots, CellAct
from tests.builders import set_up
from ui.host.ballots import BALLOTS, PANEL, BallotsDesk

Key = Qt.Key
_TEAMS = tuple(Team(TeamId(f"T{n}"), f"Team {n}") for n in range(4))
_JUDGES = tuple(Judge(JudgeId(f"J{n}"), f"Judge {n}") for n in range(3))
_SETUP = set_up(teams=_TEAMS, rubric=Rubric(()), judges=_JUDGES)
_ALL_IN = tuple(
    Ballot(judge.id, team.id, BallotState.SUBMITTED) for judge in _JUDGES for team in _TEAMS
)
_ONE_OWED = (replace(_ALL_IN[0], state=BallotState.DRAFT), *_ALL_IN[1:])
_ACTS = AroundBallots(acts=(CellAct.LEAVE_EARLY, CellAct.WITHDRAW, CellAct.DISQUALIFY))


def _view(ballots: tuple[Ballot, ...] = _ALL_IN, phase: Phase = Phase.SCORING) -> HostDeskView:
    return host_desk_view(Event("Tech Connect", phase=phase), _SETUP, ballots, around=_ACTS)


@pytest.fixture
def desk(qtbot: QtBot) -> BallotsDesk:
    made = BallotsDesk()
    qtbot.addWidget(made)
    made.resize(1302, 720)
    with qtbot.waitExposed(made):
        made.show()
    made.show_view(_view())
    made.show_parts(has_sample=False)
    return made


def _choose(desk: BallotsDesk, row: int, column: int) -> None:
    desk.grid.setFocus()
    desk.grid.setCurrentIndex(desk.grid.model().index(row, column))


def test_a_cell_says_judge_team_and_state_to_a_screen_reader(desk: BallotsDesk) -> None:
    desk.show_view(_view(_ONE_OWED))
    model = desk.grid.model()

    label = model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert label == "Judge 0, Team 0: draft"
    assert model.data(model.index(0, 0)) == "Draft"


def test_a_ballot_is_recused_with_the_keyboard_alone(qtbot: QtBot, desk: BallotsDesk) -> None:
    desk.show_view(_view(()))
    _choose(desk, 0, 0)
    for key in (Key.Key_Right, Key.Key_Down, Key.Key_Return):
        QTest.keyClick(desk.grid, key)
    recuse = desk.ballot.moves[BallotMove.RECUSE]
    assert recuse.hasFocus()
    assert (desk.ballot.chosen, desk.ballot.do.text()) == (None, "Choose what to do")
    QTest.keyClick(recuse, Key.Key_Space)
    assert desk.ballot.do.text() == "Recuse Judge 1"
    desk.ballot.reason.setFocus()
    QTest.keyClicks(desk.ballot.reason.field, "Employs a member")

    with qtbot.waitSignal(desk.ballot.asked) as asked:
        QTest.keyClick(desk.ballot.reason.field, Key.Key_Return)

    assert asked.args == [BallotMove.RECUSE, "J1", "T1", "Employs a member"]
    assert desk.grid.hasFocus()


def test_what_was_done_is_not_chosen_again_nor_anything_else(desk: BallotsDesk) -> None:
    desk.show_view(_view(_ONE_OWED))
    _choose(desk, 0, 0)
    desk.ballot.choose(BallotMove.MARK_ABSENT)
    said: list[object] = []
    desk.ballot.asked.connect(lambda *args: said.append(args[0]))

    QTest.mouseClick(desk.ballot.do, Qt.MouseButton.LeftButton)
    QTest.mouseDClick(desk.ballot.do, Qt.MouseButton.LeftButton)

    assert said == [BallotMove.MARK_ABSENT]
    assert (desk.ballot.chosen, desk.ballot.do.text()) == (None, "Choose what to do")


def test_the_one_button_names_what_it_will_do(desk: BallotsDesk) -> None:
    desk.show_view(_view(_ONE_OWED))
    _choose(desk, 0, 0)
    said = []
    for act in (
        BallotMove.RECUSE,
        BallotMove.MARK_ABSENT,
        CellAct.LEAVE_EARLY,
        CellAct.WITHDRAW,
        CellAct.DISQUALIFY,
    ):
        desk.ballot.choose(act)
        said.append(desk.ballot.do.text())

    assert said == [
        "Recuse Judge 0",
        "Mark Judge 0 absent",
        "Mark Judge 0 as leaving early",
        "Withdraw Team 0",
        "Disqualify Team 0",
    ]


def test_an_act_on_the_record_asks_for_its_reason_and_one_that_needs_none_does_not(
    qtbot: QtBot, desk: BallotsDesk
) -> None:
    desk.show_view(_view(_ONE_OWED))
    _choose(desk, 0, 0)
    desk.ballot.choose(BallotMove.RECUSE)
    with qtbot.assertNotEmitted(desk.ballot.asked):
        desk.ballot.do.click()
    assert desk.ballot.reason.field.hasFocus()
    assert "Give a reason" in desk.ballot.problem.text()
    desk.ballot.choose(BallotMove.MARK_ABSENT)

    with qtbot.waitSignal(desk.ballot.asked) as asked:
        desk.ballot.do.click()

    assert asked.args == [BallotMove.MARK_ABSENT, "J0", "T0", ""]


def test_what_can_not_be_done_is_dim_and_says_why(desk: BallotsDesk) -> None:
    desk.show_view(_view(_ONE_OWED))
    _choose(desk, 0, 0)
    reopen = desk.ballot.moves[BallotMove.REOPEN]
    assert (reopen.isEnabled(), reopen.text()) == (False, "Reopen (not submitted)")
    _choose(desk, 1, 1)

    assert (reopen.isEnabled(), reopen.text()) == (True, "Reopen")
    assert not desk.ballot.moves[BallotMove.MARK_ABSENT].isEnabled()


def test_once_scoring_is_closed_a_ballot_is_only_read(desk: BallotsDesk) -> None:
    desk.show_view(replace(_view(phase=Phase.CLOSED)))
    _choose(desk, 0, 0)

    assert not any(one.isVisible() for one in desk.ballot.moves.values())


def test_a_reason_typed_for_one_ballot_is_not_kept_for_the_next(desk: BallotsDesk) -> None:
    _choose(desk, 0, 0)
    desk.ballot.reason.field.setText("Employs a member")
    _choose(desk, 0, 1)

    assert desk.ballot.reason.text == ""


def test_news_of_other_ballots_keeps_the_selection_the_act_and_the_reason(
    desk: BallotsDesk,
) -> None:
    _choose(desk, 1, 1)
    desk.ballot.choose(CellAct.WITHDRAW)
    desk.ballot.reason.field.setText("Ill")
    desk.show_view(_view(_ONE_OWED))

    assert desk.ballot.reason.text == "Ill"
    assert desk.ballot.chosen is CellAct.WITHDRAW
    assert (desk.grid.currentIndex().row(), desk.grid.currentIndex().column()) == (1, 1)


def test_n_goes_on_to_what_is_still_to_come_and_round_again(desk: BallotsDesk) -> None:
    left = {(0, 2), (2, 1)}
    found = [
        replace(one, state=BallotState.NOT_STARTED)
        if (int(one.judge[1]), int(one.team[1])) in left
        else one
        for one in _ALL_IN
    ]
    desk.show_view(_view(tuple(found)))
    _choose(desk, 0, 0)
    seen = []
    for _ in range(3):
        QTest.keyClick(desk.grid, Key.Key_N)
        seen.append((desk.grid.currentIndex().row(), desk.grid.currentIndex().column()))

    assert seen == [(0, 2), (2, 1), (0, 2)]


def test_escape_leads_back_to_the_grid(desk: BallotsDesk) -> None:
    desk.show_view(_view(_ONE_OWED))
    _choose(desk, 0, 0)
    QTest.keyClick(desk.grid, Key.Key_Return)
    QTest.keyClick(desk.ballot.moves[BallotMove.RECUSE], Key.Key_Escape)

    assert desk.grid.hasFocus()


def test_b_turns_the_projector_black_at_once(qtbot: QtBot, desk: BallotsDesk) -> None:
    desk.grid.setFocus()

    with qtbot.waitSignal(desk.black_asked):
        QTest.keyClick(desk.grid, Key.Key_B)


def test_the_letters_b_and_n_in_a_reason_are_letters(qtbot: QtBot, desk: BallotsDesk) -> None:
    desk.show_view(_view(_ONE_OWED))
    _choose(desk, 0, 0)
    desk.ballot.reason.setFocus()

    with qtbot.assertNotEmitted(desk.black_asked):
        QTest.keyClicks(desk.ballot.reason.field, "bn")

    assert desk.ballot.reason.text == "bn"
    assert desk.grid.currentIndex().column() == 0


def test_whoever_comes_to_the_page_finds_the_ballots(desk: BallotsDesk) -> None:
    desk.parts.buttons[PANEL].click()
    assert not desk.grid.isVisible()
    desk.begin()

    assert desk.parts.word == BALLOTS
    assert desk.grid.isVisible()


def test_where_there_is_no_room_beside_the_grid_the_acts_come_when_they_are_asked_for(
    desk: BallotsDesk,
) -> None:
    desk.show_view(_view(_ONE_OWED))
    desk.resize(900, 600)
    QApplication.processEvents()
    before = desk.ballot.isVisible()
    _choose(desk, 0, 0)
    QTest.keyClick(desk.grid, Key.Key_Return)
    while_asked = desk.ballot.isVisible()
    QTest.keyClick(desk.ballot.moves[BallotMove.RECUSE], Key.Key_Escape)

    assert (before, while_asked, desk.ballot.isVisible()) == (False, True, False)


def test_everything_that_takes_the_keyboard_has_a_name(desk: BallotsDesk) -> None:
    parts = [
        part
        for part in desk.findChildren(QWidget)
        if isinstance(part, QAbstractButton | QLineEdit)
        if part.isVisible() and part.focusPolicy() != Qt.FocusPolicy.NoFocus
    ]

    assert parts
    assert [p for p in parts if not (p.accessibleName() or p.text())] == []
    assert desk.grid.accessibleName()
