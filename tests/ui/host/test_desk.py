from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from judging_app.domain.ballots import Ballot, BallotMove, BallotState
from judging_app.domain.event import Event, Phase
from judging_app.domain.ids import CriterionId, JudgeId, TeamId
from judging_app.domain.panel import Judge
from judging_app.domain.people import Team
from judging_app.domain.roles import Actor, Role
from judging_app.domain.rubric import Criterion, Rubric
from judging_app.planning.settings_check import Finding, Severity
from judging_app.present.host.desk import Allowed, HostDeskView, host_desk_view
from tests.builders import set_up
from ui.host.desk import HostDesk

_TEAMS = tuple(Team(TeamId(f"T{n}"), f"Team {n}") for n in range(4))
_JUDGES = tuple(Judge(JudgeId(f"J{n}"), f"Judge {n}") for n in range(3))
_CRITERION = Criterion(CriterionId("all"), "All", weight=Rubric(()).full_total + 100)
_SETUP = set_up(
    teams=_TEAMS,
    rubric=Rubric((_CRITERION,)),
    judges=_JUDGES,
)
_ALL_IN = tuple(
    Ballot(judge.id, team.id, BallotState.SUBMITTED) for judge in _JUDGES for team in _TEAMS
)
_ONE_OWED = (replace(_ALL_IN[0], state=BallotState.DRAFT), *_ALL_IN[1:])


def _view(phase: Phase = Phase.SCORING, ballots: tuple[Ballot, ...] = _ALL_IN) -> HostDeskView:
    return host_desk_view(
        Event("Tech Connect", phase=phase),
        _SETUP,
        ballots,
        locked_out=[Actor(Role.JUDGE, JudgeId("J1"))],
        allowed=Allowed(publish=True),
    )


@pytest.fixture
def desk(qtbot: QtBot) -> HostDesk:
    made = HostDesk()
    qtbot.addWidget(made)
    made.resize(1200, 760)
    with qtbot.waitExposed(made):
        made.show()
    made.show_view(_view())
    return made


def test_a_cell_says_judge_team_and_state_to_a_screen_reader(desk: HostDesk) -> None:
    desk.show_view(_view(ballots=_ONE_OWED))
    model = desk.grid.model()

    label = model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert label == "Judge 0, Team 0: draft"
    assert model.data(model.index(0, 0)) == "Draft"


def test_a_ballot_is_recused_with_the_keyboard_alone(qtbot: QtBot, desk: HostDesk) -> None:
    desk.grid.setFocus()
    desk.grid.setCurrentIndex(desk.grid.model().index(0, 0))
    QTest.keyClick(desk.grid, Qt.Key.Key_Right)
    QTest.keyClick(desk.grid, Qt.Key.Key_Down)
    QTest.keyClick(desk.grid, Qt.Key.Key_Return)
    assert desk.ballot.reason.hasFocus()
    QTest.keyClicks(desk.ballot.reason.field, "Employs a member")
    recuse = desk.ballot.buttons[BallotMove.RECUSE]
    recuse.setFocus()

    with qtbot.waitSignal(desk.ballot.asked) as asked:
        QTest.keyClick(recuse, Qt.Key.Key_Return)

    assert asked.args == [BallotMove.RECUSE, "J1", "T1", "Employs a member"]


def test_a_move_on_the_record_waits_for_its_reason(desk: HostDesk) -> None:
    desk.show_view(_view(ballots=_ONE_OWED))
    desk.grid.setCurrentIndex(desk.grid.model().index(0, 0))

    assert not desk.ballot.buttons[BallotMove.RECUSE].isEnabled()
    assert desk.ballot.buttons[BallotMove.MARK_ABSENT].isEnabled()
    assert not desk.ballot.buttons[BallotMove.REINSTATE].isVisible()


def test_a_reason_typed_for_one_ballot_is_not_kept_for_the_next(desk: HostDesk) -> None:
    desk.grid.setCurrentIndex(desk.grid.model().index(0, 0))
    desk.ballot.reason.field.setText("Employs a member")
    desk.grid.setCurrentIndex(desk.grid.model().index(0, 1))

    assert desk.ballot.reason.text == ""


def test_news_of_other_ballots_keeps_the_selection_and_the_reason(desk: HostDesk) -> None:
    desk.grid.setCurrentIndex(desk.grid.model().index(1, 1))
    desk.ballot.reason.field.setText("Employs")
    desk.show_view(_view(ballots=_ONE_OWED))

    assert desk.ballot.reason.text == "Employs"
    assert (desk.grid.currentIndex().row(), desk.grid.currentIndex().column()) == (1, 1)


def test_closing_with_a_gap_asks_for_a_reason_first(qtbot: QtBot, desk: HostDesk) -> None:
    desk.show_view(_view(ballots=_ONE_OWED))
    desk.main_act.click()
    assert not desk.question.yes.isEnabled()
    desk.question.reason.field.setText("Judge 0 was called away")

    with qtbot.waitSignal(desk.close_scoring_asked) as asked:
        desk.question.yes.click()

    assert asked.args == ["Judge 0 was called away"]


def test_closing_without_a_gap_needs_no_reason(qtbot: QtBot, desk: HostDesk) -> None:
    desk.main_act.click()

    with qtbot.waitSignal(desk.close_scoring_asked) as asked:
        desk.question.yes.click()

    assert asked.args == [""]


def test_escape_leaves_scoring_as_it_is(qtbot: QtBot, desk: HostDesk) -> None:
    desk.main_act.click()

    with qtbot.assertNotEmitted(desk.close_scoring_asked):
        QTest.keyClick(desk.question, Qt.Key.Key_Escape)

    assert not desk.question.isVisible()


@pytest.mark.parametrize(
    ("phase", "signal"),
    [(Phase.SETTING_UP, "open_scoring_asked"), (Phase.CLOSED, "publish_asked")],
)
def test_opening_and_publishing_are_asked_twice(
    qtbot: QtBot, desk: HostDesk, phase: Phase, signal: str
) -> None:
    desk.show_view(_view(phase))
    with qtbot.assertNotEmitted(getattr(desk, signal)):
        desk.main_act.click()

    with qtbot.waitSignal(getattr(desk, signal)):
        desk.question.yes.click()


def test_reopening_scoring_needs_a_reason(qtbot: QtBot, desk: HostDesk) -> None:
    desk.show_view(_view(Phase.CLOSED))
    desk.reopen.click()
    desk.question.reason.field.setText("A sheet was found")

    with qtbot.waitSignal(desk.reopen_scoring_asked) as asked:
        desk.question.yes.click()

    assert asked.args == ["A sheet was found"]


def test_b_turns_the_projector_black_at_once(qtbot: QtBot, desk: HostDesk) -> None:
    desk.grid.setFocus()

    with qtbot.waitSignal(desk.black_asked):
        QTest.keyClick(desk.grid, Qt.Key.Key_B)


def test_the_letter_b_in_a_reason_is_a_letter(qtbot: QtBot, desk: HostDesk) -> None:
    desk.grid.setCurrentIndex(desk.grid.model().index(0, 0))
    desk.ballot.reason.setFocus()

    with qtbot.assertNotEmitted(desk.black_asked):
        QTest.keyClick(desk.ballot.reason.field, Qt.Key.Key_B)

    assert desk.ballot.reason.text == "b"


def test_a_locked_out_judge_can_be_let_in_again(qtbot: QtBot, desk: HostDesk) -> None:
    buttons = desk.findChildren(QAbstractButton)
    release = next(b for b in buttons if b.text() == "Let Judge 1 sign in again")

    with qtbot.waitSignal(desk.release_lock_out_asked) as asked:
        release.click()

    assert asked.args == ["judge:J1"]


def test_everything_that_takes_the_keyboard_has_a_name(desk: HostDesk) -> None:
    parts = [
        part
        for part in desk.findChildren(QWidget)
        if isinstance(part, QAbstractButton | QLineEdit)
        if part.isVisible() and part.focusPolicy() != Qt.FocusPolicy.NoFocus
    ]

    assert parts
    assert [p for p in parts if not (p.accessibleName() or p.text())] == []
    assert desk.grid.accessibleName()


def test_a_question_that_is_left_gives_the_keyboard_to_the_next_act(desk: HostDesk) -> None:
    QTest.keyClick(desk.main_act, Qt.Key.Key_Return)
    assert desk.question.isVisible()
    QTest.keyClick(desk.question.no, Qt.Key.Key_Escape)

    assert not desk.question.isVisible()
    assert desk.main_act.hasFocus()


def test_a_question_that_is_answered_gives_the_keyboard_to_the_next_act(desk: HostDesk) -> None:
    desk.close_scoring_asked.connect(lambda _reason: desk.show_view(_view(Phase.CLOSED)))
    QTest.keyClick(desk.main_act, Qt.Key.Key_Return)
    QTest.keyClick(desk.question.yes, Qt.Key.Key_Return)

    assert desk.main_act.text() == "Publish the result"
    assert desk.main_act.hasFocus()


def test_whoever_comes_to_the_desk_finds_the_ballots_and_no_question(desk: HostDesk) -> None:
    QTest.keyClick(desk, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(desk.main_act, Qt.Key.Key_Return)
    assert not desk.grid.isVisible()
    desk.begin()

    assert desk.grid.isVisible()
    assert not desk.question.isVisible()


def test_each_time_that_one_goes_to_the_desk_the_keyboard_begins_on_no_button(
    qtbot: QtBot,
) -> None:
    screens, desk = QStackedWidget(), HostDesk()
    desk.show_view(_view())
    qtbot.addWidget(screens)
    for screen in (desk, QLineEdit()):
        screens.addWidget(screen)
    with qtbot.waitExposed(screens):
        screens.show()
    desk.grid.setFocus()
    for at in (1, 0):
        screens.setCurrentIndex(at)

    assert screens.focusWidget() is desk


def test_what_to_look_at_in_the_settings_stands_before_the_next_step(desk: HostDesk) -> None:
    found = (Finding(Severity.WRONG, "It can’t be worked out.", "Choose another method."),)
    view = host_desk_view(
        Event("Tech Connect", phase=Phase.SETTING_UP), _SETUP, _ALL_IN, findings=found
    )
    desk.show_view(view)

    said = [label.text() for label in desk.findChildren(QLabel)]
    assert "Wrong: It can’t be worked out. Choose another method." in said
    assert view.main_act.is_offered
    assert view.main_act.question.startswith("It can’t be worked out. Choose another method. ")
