"""The judge's desk on the screen."""

from dataclasses import replace
from fractions import Fraction

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QRadioButton
from pytestqt.qtbot import QtBot

from judging_app.domain.ballots import BallotState
from judging_app.domain.clock import ClockPart
from judging_app.present.judge.desk import TURNS, DeskAct, JudgeDeskRow, JudgeDeskView
from judging_app.present.words.states import ballot_state
from ui.judge.desk import LEFT, SUBMITTED, JudgeDesk
from ui.judge.team_row import TeamCard
from ui.widgets.state_badge import StateBadge

LONG = "Wolfeschlegelsteinhausenbergerdorff Senior the Third of Philadelphia and Hamburg"
VIEW = JudgeDeskView(
    judge="Dame Olwen Prosser",
    left_text="1 left",
    left_detail="1 in draft",
    progress_text="1 of 2 submitted · 1 recused",
    hint="Every change is saved as you make it.",
    rows=(
        JudgeDeskRow(
            "T1",
            "Team Lantern",
            "Appeals",
            ballot_state(BallotState.SUBMITTED),
            "13:58 · receipt QXFM",
            "74.06 of 100",
            place="1",
            done=Fraction(1),
            can_declare=True,
        ),
        JudgeDeskRow(
            "T2",
            LONG,
            LONG,
            ballot_state(BallotState.DRAFT),
            "2 of 5 scored · no total yet",
            "",
            place="2",
            done=Fraction(2, 5),
            can_declare=True,
        ),
        JudgeDeskRow(
            "T3",
            "Team Perch",
            "Care",
            ballot_state(BallotState.RECUSED),
            "Owns it. You don’t score this team.",
            "",
            place="3",
            turn=TURNS[ClockPart.PITCH],
        ),
    ),
    begin_at=1,
    act=DeskAct("Continue Team Two, 3 scores left", "T2"),
)


@pytest.fixture
def screen(qtbot: QtBot) -> JudgeDesk:
    made = JudgeDesk()
    qtbot.addWidget(made)
    made.resize(700, 500)
    made.show_desk(VIEW)
    made.show()
    return made


def asked(screen: JudgeDesk) -> list[str]:
    heard: list[str] = []
    screen.team_asked.connect(heard.append)
    return heard


def cards(screen: JudgeDesk) -> list[TeamCard]:
    return [card for card in screen.findChildren(TeamCard) if card.isVisible()]


def test_a_click_opens_the_team(screen: JudgeDesk) -> None:
    heard = asked(screen)
    QTest.mouseClick(cards(screen)[1], Qt.MouseButton.LeftButton)

    assert heard == ["T2"]


def test_enter_opens_the_team(screen: JudgeDesk) -> None:
    heard = asked(screen)
    QTest.keyClick(cards(screen)[0], Qt.Key.Key_Return)

    assert heard == ["T1"]


def test_every_card_says_its_team_state_and_total(screen: JudgeDesk) -> None:
    first, second, third = cards(screen)

    assert first.accessibleName() == (
        "Team Lantern, Appeals, submitted, 74.06 of 100, 13:58 · receipt QXFM"
    )
    assert "draft, 2 of 5 scored" in second.accessibleName()
    assert third.accessibleName().startswith("Team Perch, on stage now, Care, recused, Owns it.")


def test_every_card_shows_its_state_by_a_badge(screen: JudgeDesk) -> None:
    words = [[one.word for one in card.findChildren(StateBadge)] for card in cards(screen)]

    assert words == [["Submitted"], ["Draft"], ["On stage now", "Recused"]]


def test_states_and_scores_begin_at_one_place_in_every_row(screen: JudgeDesk) -> None:
    screen.resize(1254, 600)
    QApplication.processEvents()
    states = [card.findChildren(StateBadge)[-1] for card in cards(screen)]

    assert len({badge.mapTo(screen, badge.rect().topLeft()).x() for badge in states}) == 1


def test_the_keyboard_begins_on_the_act_which_opens_the_next_team(screen: JudgeDesk) -> None:
    heard = asked(screen)
    assert screen.focusWidget() is screen.teams.act
    QTest.keyClick(screen.teams.act, Qt.Key.Key_Return)
    QTest.mouseClick(screen.teams.act, Qt.MouseButton.LeftButton)

    assert heard == ["T2", "T2"]


def test_the_next_row_alone_is_tinted(screen: JudgeDesk) -> None:
    assert [card.property("kind") for card in cards(screen)] == ["row", "row-next", "row"]


def test_the_filter_lists_what_is_left_or_submitted_and_says_how_many(screen: JudgeDesk) -> None:
    buttons = screen.teams.filter.buttons
    said = [one.text() for one in buttons.values()]
    QTest.mouseClick(buttons[LEFT], Qt.MouseButton.LeftButton)
    left = [card.row.team_id for card in cards(screen)]
    QTest.keyClick(buttons[SUBMITTED], Qt.Key.Key_Return)
    submitted = [card.row.team_id for card in cards(screen)]

    assert said == ["All 3", "Left 1", "Submitted 1"]
    assert (left, submitted) == (["T2"], ["T1"])


def test_many_teams_open_on_what_is_left_with_the_next_one_in_view(qtbot: QtBot) -> None:
    made = JudgeDesk()
    qtbot.addWidget(made)
    made.resize(1254, 600)
    done, left = VIEW.rows[:2]
    rows = [replace(done, team_id=f"S{at}") for at in range(30)]
    rows += [replace(left, team_id=f"L{at}") for at in range(30)]
    made.show()
    made.show_desk(replace(VIEW, rows=tuple(rows), begin_at=45, act=DeskAct("Score it", "L15")))
    QApplication.processEvents()
    shown = cards(made)

    assert [card.row.team_id for card in shown] == [f"L{at}" for at in range(30)]
    assert not shown[15].visibleRegion().isEmpty()


def test_a_conflict_is_declared_from_the_desk_for_a_team_by_a_likely_reason(
    screen: JudgeDesk,
) -> None:
    declared: list[tuple[str, str]] = []
    screen.declare_asked.connect(lambda team, why: declared.append((team, why)))
    QTest.mouseClick(screen.teams.declare, Qt.MouseButton.LeftButton)
    form = screen.conflict
    assert form.isVisible()
    assert not form.declare.isEnabled()
    form.team.choose("T2")
    radios = form.findChildren(QRadioButton)
    QTest.mouseClick(radios[1], Qt.MouseButton.LeftButton, pos=QPoint(8, radios[1].height() // 2))
    form.reason.field.setText("In March")
    QTest.mouseClick(form.declare, Qt.MouseButton.LeftButton)

    assert declared == [("T2", "I mentored this team, or hosted its visit. In March")]


def test_esc_leaves_the_form_with_nothing_declared(screen: JudgeDesk) -> None:
    declared: list[tuple[str, str]] = []
    screen.declare_asked.connect(lambda team, why: declared.append((team, why)))
    screen.teams.declare.click()
    QTest.keyClicks(screen.conflict.reason.field, "No")
    QTest.keyClick(screen.conflict.reason.field, Qt.Key.Key_Escape)

    assert screen.page is screen.teams
    assert screen.conflict.reason.text == ""
    assert declared == []


def test_a_long_name_never_widens_the_window(screen: JudgeDesk) -> None:
    assert screen.width() == 700
    assert screen.minimumSizeHint().width() < 700
    assert LONG in cards(screen)[1].toolTip()


def test_the_keyboard_stays_on_its_team_when_the_desk_is_shown_anew(
    screen: JudgeDesk, qapp: QApplication
) -> None:
    cards(screen)[1].setFocus()
    screen.show_desk(VIEW)
    qapp.processEvents()

    assert screen.focusWidget() is cards(screen)[1]


def test_a_judge_without_teams_sees_an_empty_desk(screen: JudgeDesk) -> None:
    screen.show_desk(JudgeDeskView("Teller", hint="Nothing to do."))

    assert cards(screen) == []
