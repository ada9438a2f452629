"""What changed on a card, in words."""

from dataclasses import replace

from judging_app.domain.ballots import BallotState
from judging_app.domain.ids import TeamId
from judging_app.present.judge.card import scorecard
from judging_app.present.judge.card_changes import changed_text, is_same_card
from tests.present.judge.test_card import COST, EMPTY, IMPACT, SCORING, SETUP, WHOLE

BEFORE = scorecard(SCORING, SETUP, WHOLE)


def test_the_criteria_that_changed_are_named_with_what_stands_there_now() -> None:
    now = scorecard(SCORING, SETUP, replace(WHOLE, scores={IMPACT: 9}))

    assert changed_text(BEFORE, now) == "Impact, 9 of 10; Cost, Not scored"


def test_a_comment_is_said_to_have_changed_and_not_read_out() -> None:
    now = scorecard(SCORING, SETUP, replace(WHOLE, for_panel="Too long."))

    assert changed_text(BEFORE, now) == "Comment"


def test_a_card_that_was_closed_says_what_became_of_it() -> None:
    now = scorecard(SCORING, SETUP, replace(WHOLE, state=BallotState.SUBMITTED))

    assert changed_text(BEFORE, now) == "Submitted"
    assert changed_text(now, now) == ""


def test_another_teams_card_is_another_card() -> None:
    assert is_same_card(BEFORE, scorecard(SCORING, SETUP, replace(WHOLE, scores={COST: 1})))
    assert not is_same_card(BEFORE, scorecard(SCORING, SETUP, replace(EMPTY, team=TeamId("T2"))))
