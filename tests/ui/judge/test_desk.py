"""The judge's desk on the screen."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from judging_app.domain.ballots import BallotState
from judging_app.present.judge.desk import JudgeDeskRow, JudgeDeskView
from judging_app.present.words.states import ballot_state
from ui.judge.desk import JudgeDesk, TeamCard
from ui.widgets.state_badge import StateBadge

LONG = "Wolfeschlegelsteinhausenbergerdorff Senior the Third of Philadelphia and Hamburg"
VIEW = JudgeDeskView(
    judge="Dame Olwen Prosser",
    progress_text="1 of 2 submitted",
    hint="1 team left.",
    submitted=1,
    expected=2,
    rows=(
        JudgeDeskRow(
            "T1", "Team Lantern", "Appeals", ballot_state(BallotState.SUBMITTED), "", "74.06 of 100"
        ),
        JudgeDeskRow("T2", LONG, LONG, ballot_state(BallotState.DRAFT), "2 of 5 scores", ""),
    ),
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
    first, second = cards(screen)

    assert first.accessibleName() == "Team Lantern, Appeals, submitted, 74.06 of 100"
    assert "draft, 2 of 5 scores" in second.accessibleName()


def test_every_card_shows_its_state_by_a_badge(screen: JudgeDesk) -> None:
    badges = [card.findChild(StateBadge) for card in cards(screen)]

    assert [badge.word for badge in badges if isinstance(badge, StateBadge)] == [
        "Submitted",
        "Draft",
    ]


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
    screen.show_desk(JudgeDeskView("Teller", "0 of 0 submitted", "Nothing to do.", 0, 0, ()))

    assert cards(screen) == []
