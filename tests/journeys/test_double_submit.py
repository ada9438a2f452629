"""A hand that clicks twice, or holds a key, submits a ballot once, and reads it back before."""

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from judging_app.desk import ballots, events
from judging_app.domain.acts import Refuse, SaveBallot, SubmitBallot, act_name
from judging_app.domain.event import Event
from judging_app.domain.ids import CriterionId, JudgeId, TeamId
from judging_app.domain.panel import Judge
from judging_app.domain.people import Team
from judging_app.domain.roles import Actor, Role
from judging_app.domain.rubric import Criterion, Rubric
from judging_app.domain.setup import Intake
from tests.builders import set_up
from tests.faults.row_run import RowRun
from tests.ui import screens
from ui.day import Day
from ui.judge.scale_keys import ScaleKeys
from ui.wall.projector import Projector
from ui.widgets.submit_button import SubmitButton
from ui.window import Window

TEAMS = tuple(TeamId(f"T{number}") for number in range(25))
JUDGES = tuple(JudgeId(f"J{number}") for number in range(5))
IMPACT, DELIVERY = CriterionId("impact"), CriterionId("delivery")
REPEATS = 6
"""Of a key that is held."""

WAYS = 4
"""In which the read-back can be asked for."""

Key = Qt.Key
NONE, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
PRESS, RELEASE = QEvent.Type.KeyPress, QEvent.Type.KeyRelease


class Hand:
    """One that does everything once too often, on the card of one judge after another."""

    def __init__(self, window: Window) -> None:
        self.window, self.count = window, 0

    def open(self, judge: JudgeId, team: TeamId, scores: dict[CriterionId, int]) -> None:
        """Open a judge's card for a team, with these scores on it."""
        own = Actor(Role.JUDGE, judge)
        if not (self.window.day.is_signed_in and self.window.day.actor == own):
            self.window.day.enter(own)
        for criterion, score in scores.items():
            ballots.score(self.window.day.desk, own, judge, team, criterion, score)
        screens.judge_desk(self.window).team_asked.emit(team)

    @property
    def submit(self) -> QPushButton:
        """What leads from the card to the read-back."""
        return screens.scorecard(self.window).scoring.acts.act

    @property
    def has_read_back(self) -> bool:
        """Whether the ballot is read back, with the keyboard on what submits it."""
        return isinstance(self.focus, SubmitButton) and self.focus.isVisible()

    @property
    def focus(self) -> QWidget:
        """What has the keyboard."""
        focused = self.window.focusWidget()
        assert focused is not None
        return focused

    def click_twice(self, button: QWidget) -> None:
        """Double-click at a place of the window, whatever is there by the second click."""
        self.count += 1
        place = button.mapTo(self.window, button.rect().center())
        handle = self.window.windowHandle()
        QTest.mouseDClick(handle, Qt.MouseButton.LeftButton, NONE, place)

    def hold(self, key: Qt.Key, text: str, modifier: Qt.KeyboardModifier = NONE) -> None:
        """Hold a key: the press, then the repeats to whatever has the keyboard by then."""
        self.count += 1
        QTest.keyPress(self.focus, key, modifier)
        for _ in range(REPEATS):
            for kind in (RELEASE, PRESS):
                repeated = QKeyEvent(kind, key, modifier, text, autorep=True)
                QApplication.sendEvent(self.focus, repeated)
        QTest.keyRelease(self.focus, key, modifier)

    def open_read_back_too_often(self, way: int) -> None:
        """Ask for the read-back in one of its ways."""
        self.submit.setFocus()
        match way % WAYS:
            case 0:
                self.click_twice(self.submit)
            case 1:
                self.hold(Key.Key_Return, "\r")
            case 2:
                self.hold(Key.Key_Space, " ")
            case _:
                self.hold(Key.Key_Return, "\r", CTRL)

    def confirm_too_often(self, way: int) -> None:
        """Submit what was read back, in one of three ways."""
        match way % 3:
            case 0:
                self.click_twice(self.focus)
            case 1:
                self.hold(Key.Key_Return, "\r")
            case _:
                self.hold(Key.Key_Space, " ")


@pytest.fixture
def hand(qtbot: QtBot, tmp_path: Path) -> Iterator[Hand]:
    """An event with 125 ballots, open in a window that is on the screen."""
    rubric = Rubric((Criterion(IMPACT, "Impact", Fraction(60)), _wide(DELIVERY, "Delivery")))
    teams = tuple(Team(team, f"Team {team}") for team in TEAMS)
    judges = tuple(Judge(judge, f"Judge {judge}") for judge in JUDGES)
    setup = set_up(
        teams=teams,
        rubric=rubric,
        judges=judges,
    )
    path = tmp_path / "day.pitchday"
    events.create_event(path, Event("Day"), Intake(setup), opens_scoring=True)
    window = Window(Day(), Projector())
    qtbot.addWidget(window)
    window.resize(900, 640)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    window.open_event(path)
    yield Hand(window)
    window.close()


def _wide(criterion: CriterionId, title: str) -> Criterion:
    """On a scale to 20, where two digits can be one number."""
    return Criterion(criterion, title, Fraction(40), 1, 20)


def counts(hand: Hand, kind: type[SubmitBallot | SaveBallot | Refuse]) -> Counter[str]:
    """How many entries of a kind are on the record, by what they are about."""
    entries = hand.window.day.desk.entries()
    return Counter(entry.subject for entry in entries if entry.act == act_name(kind))


@pytest.mark.row(31)
def test_hasty_hands_submit_each_ballot_once(hand: Hand, row_run: RowRun, *, is_full: bool) -> None:
    code = hand.window.day.desk.record_code
    owed = [*product(JUDGES if is_full else JUDGES[:1], TEAMS)]
    for number, (judge, team) in enumerate(owed):
        hand.open(judge, team, {IMPACT: 7, DELIVERY: 11})
        scored = code()
        for way in range(number, number + WAYS):
            hand.open_read_back_too_often(way)
            assert (hand.has_read_back, code()) == (True, scored), way
            if way == number + WAYS - 1:
                break
            hand.hold(Key.Key_Return, "\r", CTRL)
            assert (hand.has_read_back, code()) == (True, scored), way
            QTest.keyClick(hand.focus, Key.Key_Escape)
        hand.confirm_too_often(number)
        assert code() != scored

    assert hand.count == (1_000 if is_full else 200)
    assert sorted(counts(hand, SubmitBallot).values()) == [1] * len(owed)
    assert counts(hand, Refuse).total() == 0
    row_run.tried("presses too many", hand.count)


@pytest.mark.row(31)
def test_enter_held_on_a_criterion_submits_nothing(hand: Hand) -> None:
    hand.open(JUDGES[0], TEAMS[0], {IMPACT: 7, DELIVERY: 11})
    scored = hand.window.day.desk.record_code()
    first = screens.scorecard(hand.window).findChildren(ScaleKeys)[0]
    first.setFocus()
    hand.hold(Key.Key_Return, "\r")

    assert hand.focus is not first
    assert hand.window.day.desk.record_code() == scored


@pytest.mark.row(31)
@pytest.mark.parametrize("criterion", [IMPACT, DELIVERY])
def test_a_held_digit_is_one_score_and_one_entry(hand: Hand, criterion: CriterionId) -> None:
    hand.open(JUDGES[0], TEAMS[0], {})
    keys = screens.scorecard(hand.window).findChildren(ScaleKeys)[criterion == DELIVERY]
    keys.setFocus()
    hand.hold(Key.Key_1, "1")
    own = Actor(Role.JUDGE, JUDGES[0])

    kept = ballots.ballot(hand.window.day.desk, own, JUDGES[0], TEAMS[0])
    assert kept.scores == {criterion: 1}
    assert counts(hand, SaveBallot).total() == 1


def test_the_same_score_again_is_no_entry(hand: Hand) -> None:
    hand.open(JUDGES[0], TEAMS[0], {})
    keys = screens.scorecard(hand.window).findChildren(ScaleKeys)[0]
    QTest.keyClicks(keys, "77")

    assert counts(hand, SaveBallot).total() == 1


def test_an_arrow_held_reads_to_the_end_of_the_scale_and_is_no_entry(hand: Hand) -> None:
    hand.open(JUDGES[0], TEAMS[0], {IMPACT: 9})
    keys = screens.scorecard(hand.window).findChildren(ScaleKeys)[0]
    keys.setFocus()
    hand.hold(Key.Key_Right, "")
    assert keys.reading is not None
    assert keys.reading.text == "10"
    hand.hold(Key.Key_Space, " ")

    assert counts(hand, SaveBallot).total() == 2
    own = Actor(Role.JUDGE, JUDGES[0])
    kept = ballots.ballot(hand.window.day.desk, own, JUDGES[0], TEAMS[0])
    assert kept.scores == {IMPACT: 10}
