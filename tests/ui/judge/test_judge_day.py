"""A judge's day in the window, by keys alone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from judging_app.desk import ballots, calibration, clock, conflicts, decisions, run_order, scoring
from judging_app.desk.desk import Desk
from judging_app.domain.ballots import BallotState
from judging_app.domain.event import Phase
from judging_app.domain.panel import ConflictDecision
from judging_app.domain.roles import HOST, ORGANISER
from judging_app.domain.standings import Exclusion
from judging_app.present.idle import USUAL_S
from tests.desk.small_event import (
    ADA,
    BO,
    DELIVERY,
    HERON,
    IMPACT,
    J1,
    J2,
    J3,
    LANTERN,
    PERCH,
    PINS,
    TEAMS,
    bring_to,
    make_small_event,
    publish,
    score_wholly,
    submit_wholly,
)
from tests.ui import screens
from ui import theme
from ui.day import Day
from ui.judge.team_row import TeamCard
from ui.pages import CARD, SIGN_IN, TAKE_AWAY
from ui.pages import TEAMS as TEAMS_SCREEN
from ui.wall.projector import Projector
from ui.widgets.state_badge import StateBadge
from ui.window import Window
from ui.windows import Application

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


class Judge:
    """Keys and eyes at one window; nothing is pressed by mouse."""

    def __init__(self, window: Window) -> None:
        self.window = window
        self.time_s = 1000.0
        window._idle.idle._now_s = lambda: self.time_s  # stands still until time is to pass

    @property
    def desk(self) -> Desk:
        return self.window.day.desk

    @property
    def focus(self) -> QWidget:
        focused = self.window.focusWidget()
        assert focused is not None
        return focused

    def press(self, *keys: Qt.Key | str) -> None:
        for key in keys:
            if isinstance(key, str):
                QTest.keyClicks(self.focus, key)
            else:
                QTest.keyClick(self.focus, key)

    def press_with_ctrl(self, key: Qt.Key) -> None:
        QTest.keyClick(self.focus, key, CTRL)

    def tab_to(self, words: str) -> None:
        """Walk with Tab until the keyboard is on the button that says this."""
        for _ in range(60):
            at = self.focus
            if isinstance(at, QPushButton) and at.accessibleName().startswith(words):
                return
            QTest.keyClick(at, Key.Key_Tab)
        raise AssertionError(words)

    def walk_to(self, part: QWidget) -> None:
        """Walk with Tab until the keyboard is on something."""
        for _ in range(60):
            if self.focus is part:
                return
            QTest.keyClick(self.focus, Key.Key_Tab)
        raise AssertionError(part.accessibleName())

    def words(self) -> str:
        """Every text on show."""
        parts = self.window.findChildren(QWidget)
        said = [one.text() for one in parts if isinstance(one, QLabel) and one.isVisible()]
        said += [one.text() for one in parts if isinstance(one, QPushButton) and one.isVisible()]
        return "\n".join(said)

    def cards(self) -> list[TeamCard]:
        return [one for one in self.window.findChildren(TeamCard) if one.isVisible()]


@pytest.fixture
def judge(qtbot: QtBot, tmp_path: Path) -> Iterator[Judge]:
    """The small event in a window, being set up, with nobody signed in."""
    path = tmp_path / "small.pitchday"
    make_small_event(path)
    window = Window(Day(), Projector(is_motion_reduced=True))
    qtbot.addWidget(window)
    qtbot.addWidget(window.projector)
    window.resize(1366, 768)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    window.open_event(path)
    yield Judge(window)
    window.close()


@pytest.fixture
def scoring_judge(judge: Judge) -> Judge:
    """Scoring is open, and Ada is signed in."""
    bring_to(judge.desk, Phase.SCORING)
    judge.window.day.enter(ADA)
    return judge


def test_a_name_is_found_by_typing_a_part_of_it_and_the_pin_is_typed(judge: Judge) -> None:
    bring_to(judge.desk, Phase.SCORING)
    judge.press("b", "o", Key.Key_Return, PINS[BO])

    assert judge.window.day.actor == BO


def test_the_team_that_pitches_now_is_one_key_away(judge: Judge) -> None:
    bring_to(judge.desk, Phase.SCORING)
    clock.call(judge.desk, HOST, PERCH)
    judge.window.day.enter(ADA)
    said = [card.accessibleName() for card in judge.cards()]
    judge.press(Key.Key_Return)

    assert said[1].startswith("Perch, on stage now")
    assert said[2].startswith("Heron, up next")
    assert judge.window._key == CARD
    assert "Perch" in judge.words()


def test_teams_stand_in_the_run_order(judge: Judge) -> None:
    run_order.draw(judge.desk, HOST, "a seed that moves them")
    order = [slot.team for slot in run_order.run_order(judge.desk)]
    bring_to(judge.desk, Phase.SCORING)
    judge.window.day.enter(ADA)
    names = {team.id: team.name for team in judge.desk.setup().teams}

    assert order != list(TEAMS)
    assert [card.accessibleName().split(",")[0] for card in judge.cards()] == [
        names[team] for team in order
    ]


def test_a_card_is_scored_read_back_submitted_and_has_its_receipt(scoring_judge: Judge) -> None:
    judge = scoring_judge
    judge.press(Key.Key_Return, "7", Key.Key_Down, "4", Key.Key_Down, "Clear and brisk.")
    judge.press_with_ctrl(Key.Key_Return)
    read_back = judge.words()
    judge.press(Key.Key_Return)
    receipt = ballots.receipt(judge.desk, ADA, J1, LANTERN)

    assert "Clear and brisk." in read_back
    assert "No comment." in read_back
    assert receipt
    assert f"Your receipt is {receipt}." in judge.words()
    assert "Submitted: 74.00 of 100 for Lantern" in judge.words()
    judge.press(Key.Key_Return)  # the act leads on to the next team
    assert "Perch" in judge.words().splitlines()
    judge.press(Key.Key_Escape)
    assert f"receipt {receipt}" in judge.words()


def test_the_last_change_is_undone_by_ctrl_z(scoring_judge: Judge) -> None:
    judge = scoring_judge
    judge.press(Key.Key_Return, "7", "5")
    judge.press_with_ctrl(Key.Key_Z)

    assert ballots.ballot(judge.desk, ADA, J1, LANTERN).scores == {IMPACT: 7}
    undo = next(
        one
        for one in screens.scorecard(judge.window).findChildren(QPushButton)
        if one.text() == "Undo"
    )
    assert not undo.isEnabled()


def test_undo_is_offered_by_a_button_that_says_what_it_undoes(scoring_judge: Judge) -> None:
    judge = scoring_judge
    judge.press(Key.Key_Return, "7")
    judge.tab_to("Undo: last change to Lantern")
    judge.press(Key.Key_Return)

    assert ballots.ballot(judge.desk, ADA, J1, LANTERN).scores == {}


def test_what_was_done_on_another_card_is_not_undone_on_this_one(scoring_judge: Judge) -> None:
    judge = scoring_judge
    judge.press(Key.Key_Return, "7", Key.Key_PageDown)
    assert "Perch" in judge.words().splitlines()
    judge.press_with_ctrl(Key.Key_Z)

    assert ballots.ballot(judge.desk, ADA, J1, LANTERN).scores == {IMPACT: 7}


def test_ones_own_other_scores_stand_on_the_scale_and_nobody_elses(judge: Judge) -> None:
    bring_to(judge.desk, Phase.SCORING)
    submit_wholly(judge.desk, J1, PERCH, impact=4)
    submit_wholly(judge.desk, J2, HERON, impact=9)
    judge.window.day.enter(ADA)
    judge.press(Key.Key_Return)
    scale = judge.focus

    assert "Your other scores: 4 for Perch." in scale.accessibleDescription()
    assert "9" not in scale.accessibleDescription()


def test_a_conflict_is_declared_from_the_card_which_then_waits(scoring_judge: Judge) -> None:
    judge = scoring_judge
    judge.press(Key.Key_Return, "7")
    judge.tab_to("I can’t judge this team")
    judge.press(Key.Key_Return, "I employ a member", Key.Key_Return, Key.Key_Return)

    (found,) = conflicts.declared(judge.desk)
    assert (found.team, found.why) == (LANTERN, "I employ a member")
    assert "Ask the organiser to decide" in judge.words()
    assert ballots.ballot(judge.desk, ADA, J1, LANTERN).scores == {IMPACT: 7}
    judge.press(Key.Key_Escape)
    assert "Conflict declared, waiting for the organiser" in judge.words()


def test_escape_leaves_the_form_for_a_conflict_and_then_the_card(scoring_judge: Judge) -> None:
    judge = scoring_judge
    judge.press(Key.Key_Return)
    judge.tab_to("I can’t judge this team")
    judge.press(Key.Key_Return, "No", Key.Key_Escape)
    still_there = judge.window._key
    judge.press(Key.Key_Escape)

    assert conflicts.declared(judge.desk) == ()
    assert still_there == CARD
    assert judge.window._key == TEAMS_SCREEN


@pytest.mark.parametrize("decision", [ConflictDecision.NO_EFFECT, ConflictDecision.FLAGGED])
def test_a_card_opens_again_once_the_organiser_has_decided(
    judge: Judge, decision: ConflictDecision
) -> None:
    bring_to(judge.desk, Phase.SCORING)
    conflicts.declare(judge.desk, ADA, J1, LANTERN, "A distant link")
    conflicts.decide(judge.desk, ORGANISER, J1, LANTERN, decision, "Too distant.")
    judge.window.day.enter(ADA)
    judge.press(Key.Key_Return, "7")

    assert ballots.ballot(judge.desk, ADA, J1, LANTERN).scores == {IMPACT: 7}
    assert "Too distant." in judge.words()


def test_a_team_that_withdrew_is_told_by_shape_and_word_and_its_card_is_closed(
    judge: Judge,
) -> None:
    bring_to(judge.desk, Phase.SCORING)
    ballots.score(judge.desk, ADA, J1, LANTERN, IMPACT, 7)
    decisions.exclude(judge.desk, HOST, LANTERN, Exclusion.WITHDRAWN, "Two are ill.")
    judge.window.day.enter(ADA)
    card = judge.cards()[0]
    badges = [one.kind for one in card.findChildren(StateBadge)]
    at_first = judge.focus
    judge.walk_to(card)
    judge.press(Key.Key_Return, "9")

    assert badges == ["withdrawn"]
    assert card.accessibleName().startswith("Lantern, Appeals, withdrawn")
    assert at_first.accessibleName() == "Score Perch"
    assert "This team has withdrawn, so its scorecard is closed" in judge.words()
    assert "Two are ill" not in judge.words()
    assert ballots.ballot(judge.desk, ADA, J1, LANTERN).scores == {IMPACT: 7}


def test_a_submitted_ballot_of_a_team_that_went_out_is_told_with_both_shapes(judge: Judge) -> None:
    bring_to(judge.desk, Phase.SCORING)
    submit_wholly(judge.desk, J1, LANTERN)
    decisions.exclude(judge.desk, HOST, LANTERN, Exclusion.WITHDRAWN, "Two are ill.")
    judge.window.day.enter(ADA)

    card = judge.cards()[0]
    assert [one.kind for one in card.findChildren(StateBadge)] == ["withdrawn", "submitted"]
    assert card.accessibleName().startswith("Lantern, withdrawn, Appeals, submitted")


def test_a_disqualified_team_can_be_scored_by_keys(judge: Judge) -> None:
    bring_to(judge.desk, Phase.SCORING)
    decisions.exclude(judge.desk, HOST, PERCH, Exclusion.DISQUALIFIED, "Too many.")
    judge.window.day.enter(ADA)
    judge.walk_to(judge.cards()[1])
    judge.press(Key.Key_Return, "7")

    assert ballots.ballot(judge.desk, ADA, J1, PERCH).scores == {IMPACT: 7}
    assert "the panel puts the team back" in judge.words()


def test_a_team_that_went_out_is_not_one_of_the_first_teams_to_look_at_again(
    judge: Judge,
) -> None:
    bring_to(judge.desk, Phase.SCORING)
    submit_wholly(judge.desk, J1, LANTERN)
    submit_wholly(judge.desk, J1, PERCH)
    score_wholly(judge.desk, J1, HERON)
    decisions.exclude(judge.desk, HOST, LANTERN, Exclusion.WITHDRAWN, "Two are ill.")
    judge.window.day.enter(ADA)
    judge.press(Key.Key_Return)
    judge.press_with_ctrl(Key.Key_Return)

    assert "You are about to submit for Heron" in judge.words()
    assert "Check them again" not in judge.words()


def test_before_the_last_ballot_the_first_teams_are_asked_about_once(judge: Judge) -> None:
    bring_to(judge.desk, Phase.SCORING)
    submit_wholly(judge.desk, J1, LANTERN)
    submit_wholly(judge.desk, J1, PERCH)
    score_wholly(judge.desk, J1, HERON)
    judge.window.day.enter(ADA)
    judge.press(Key.Key_Return)
    judge.press_with_ctrl(Key.Key_Return)
    asked = judge.words()
    judge.tab_to("Check them again")
    judge.press(Key.Key_Return)
    at_the_teams = judge.focus
    judge.press(Key.Key_Tab, Key.Key_Tab, Key.Key_Return)
    judge.press_with_ctrl(Key.Key_Return)

    assert "Lantern 62.00 and Perch 62.00" in asked
    assert isinstance(at_the_teams, TeamCard)
    assert at_the_teams.accessibleName().startswith("Lantern")
    assert "Check them again" not in judge.words()
    judge.press(Key.Key_Return)
    assert ballots.ballot(judge.desk, ADA, J1, HERON).state is BallotState.SUBMITTED


def test_before_the_day_there_is_the_sample_pitch_to_practise_on(judge: Judge) -> None:
    judge.window.day.enter(ADA)
    card, *teams = judge.cards()
    at_first = judge.focus
    judge.walk_to(card)
    judge.press(Key.Key_Return, "7", Key.Key_Down, "4")
    judge.press_with_ctrl(Key.Key_Return)
    back = judge.window._key
    judge.walk_to(judge.cards()[0])
    judge.press(Key.Key_Return)

    assert at_first.accessibleName() == "Read the rubric"
    assert back == TEAMS_SCREEN
    assert len(teams) == len(TEAMS)
    assert card.accessibleName().startswith("Sample pitch")
    assert "Practice: none of this counts" in judge.words()
    assert "Submit" not in judge.words()
    assert calibration.own(judge.desk, ADA, J1).scores == {IMPACT: 7, DELIVERY: 8}
    assert not any(box.isVisible() for box in judge.window.findChildren(QPlainTextEdit))
    judge.press(Key.Key_Delete)
    assert calibration.own(judge.desk, ADA, J1).scores == {DELIVERY: 8}
    judge.press(Key.Key_Escape)
    assert "1 of 2 scored" in judge.words()


def test_a_published_result_gives_the_judge_their_take_away(judge: Judge) -> None:
    bring_to(judge.desk, Phase.SCORING)
    for one, impact in ((J1, 3), (J2, 8), (J3, 10)):
        submit_wholly(judge.desk, one, LANTERN, impact)
    scoring.close_scoring(judge.desk, HOST, "The test says so.")
    judge.window.day.enter(ADA)
    before = judge.words()
    judge.window.day.leave()
    publish(judge.desk, PINS[ORGANISER])
    judge.window.day.enter(ADA)
    begins_at = judge.focus.accessibleName()
    judge.press(Key.Key_Return)

    assert begins_at == "See your scores beside the panel’s"
    assert begins_at not in before
    assert "Your scores" not in before
    assert judge.window._key == TAKE_AWAY
    assert "7.00" in judge.words().splitlines()
    judge.window.day.leave()
    assert "7.00" not in judge.words()
    assert screens.take_away(judge.window).findChildren(QLabel)[0].text() == "Your scores"


def leave_alone(judge: Judge, seconds: float) -> None:
    """Let the desk stand for so long without a key."""
    idle = judge.window._idle.idle
    assert idle._timer.isActive()
    judge.time_s += seconds
    idle.look()


def test_a_desk_left_alone_is_locked_and_what_was_written_is_kept(scoring_judge: Judge) -> None:
    judge = scoring_judge
    judge.press(Key.Key_Return, "7", Key.Key_Down, Key.Key_Down, "Half a sent")
    leave_alone(judge, USUAL_S)

    assert judge.window._key == SIGN_IN
    assert not judge.window.day.is_signed_in
    assert (
        "Locked after 60 s without a key or the mouse. What you entered is saved." in judge.words()
    )
    kept = ballots.ballot(judge.desk, ADA, J1, LANTERN)
    assert (kept.scores, kept.for_team) == ({IMPACT: 7}, "Half a sent")
    assert [(one.act, one.reason) for one in judge.desk.entries()][-1] == ("sign out", "idle")


def test_the_last_seconds_are_counted_beside_the_name_and_a_key_ends_them(
    scoring_judge: Judge,
) -> None:
    judge = scoring_judge
    leave_alone(judge, USUAL_S - 4)
    counting = judge.window.top.locking
    was_counting, word = counting.isVisible(), counting.word
    handle = judge.window.windowHandle()
    assert handle is not None
    QTest.keyClick(handle, Key.Key_Shift)

    assert was_counting
    assert word.startswith("Locks in 4 s")
    assert not counting.isVisible()
    assert judge.window.day.is_signed_in


def test_a_comment_that_cannot_be_kept_keeps_the_desk_open(scoring_judge: Judge) -> None:
    judge = scoring_judge
    judge.press(Key.Key_Return, Key.Key_Down, Key.Key_Down)
    box = judge.focus
    assert isinstance(box, QPlainTextEdit)
    box.setPlainText("x" * 4001)
    leave_alone(judge, USUAL_S)

    assert judge.window.day.is_signed_in
    assert judge.window._key == CARD
    assert judge.window._idle.idle._timer.isActive()


def test_the_host_chooses_when_desks_lock_and_a_judge_cannot(judge: Judge) -> None:
    bring_to(judge.desk, Phase.SCORING)
    judge.window.day.enter(HOST)
    choice = judge.window.top.lock_choice
    was_offered, words = choice.isVisible(), choice.text()
    choice.trigger()
    chosen = choice.text()
    judge.window.day.enter(ADA)

    assert was_offered
    assert words == "Judges lock after 60 s"
    assert chosen == "Judges lock after 2 min"
    assert not choice.isVisible()
    leave_alone(judge, 100)
    assert judge.window.day.is_signed_in
    leave_alone(judge, 20)
    assert not judge.window.day.is_signed_in


def test_a_larger_text_in_mid_card_stays_on_the_card(qapp: QApplication, tmp_path: Path) -> None:
    path = tmp_path / "small.pitchday"
    make_small_event(path)
    made = Application(qapp)
    try:
        made.window.show()
        made.day.open(path)
        bring_to(made.day.desk, Phase.SCORING)
        made.day.enter(ADA)
        judge = Judge(made.window)
        judge.walk_to(judge.cards()[1])
        judge.press(Key.Key_Return, "7", Key.Key_Down)
        made.window.larger_text_asked.emit()

        assert made.window._key == CARD
        assert "Perch" in judge.words()
        assert judge.focus.accessibleName().startswith("Pitch delivery")
        judge.press("4", Key.Key_Escape)
        assert ballots.ballot(made.day.desk, ADA, J1, PERCH).scores == {IMPACT: 7, DELIVERY: 8}
        assert made.window._key == TEAMS_SCREEN
    finally:
        made.window.close()
        theme.apply(qapp, "light")
