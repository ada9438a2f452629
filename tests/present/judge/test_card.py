"""The scorecard's words."""

from dataclasses import replace
from datetime import datetime
from fractions import Fraction

import pytest

from judging_app.domain.ballots import Ballot, BallotState
from judging_app.domain.event import Event, Phase
from judging_app.domain.ids import ChallengeId, CriterionId, JudgeId, TeamId
from judging_app.domain.panel import Conflict, ConflictDecision, Judge
from judging_app.domain.people import Challenge, Team
from judging_app.domain.rubric import Criterion, Rubric
from judging_app.domain.standings import Exclusion
from judging_app.present.judge.card import ActText, Beside, Place, scorecard
from judging_app.present.judge.own_scores import own_scores
from tests.builders import set_up

IMPACT, COST = CriterionId("impact"), CriterionId("cost")
SETUP = set_up(
    teams=(Team(TeamId("T1"), "Team Lantern"),),
    challenges=(Challenge(ChallengeId("C1"), "Appeals", None, TeamId("T1")),),
    rubric=Rubric(
        (Criterion(IMPACT, "Impact", Fraction(60)), Criterion(COST, "Cost", Fraction(40)))
    ),
    judges=(Judge(JudgeId("J1"), "Dame Olwen Prosser"),),
)
SCORING = Event("Tech Connect", phase=Phase.SCORING)
EMPTY = Ballot(JudgeId("J1"), TeamId("T1"))
WHOLE = replace(EMPTY, state=BallotState.DRAFT, scores={IMPACT: 7, COST: 8})


def test_a_criterion_without_a_score_is_not_scored_and_not_zero() -> None:
    card = scorecard(SCORING, SETUP, EMPTY)

    assert [row.chosen for row in card.criteria] == [None, None]
    assert card.criteria[0].state_text == "Not scored"
    assert card.total_text == ""


def test_what_is_missing_is_told_by_name() -> None:
    card = scorecard(SCORING, SETUP, replace(WHOLE, scores={IMPACT: 7}))

    assert card.left == ("Cost",)
    assert card.scored_text == "1 of 2 scored"
    assert card.act == ActText("Go to the score left", "Go to the score left")
    assert not card.can_submit


def test_the_act_counts_what_is_left_of_a_ballot_that_nothing_is_scored_of() -> None:
    assert scorecard(SCORING, SETUP, EMPTY).act.whole == "Go to the 2 scores left"


def test_a_whole_ballot_shows_its_total_and_can_be_submitted() -> None:
    card = scorecard(SCORING, SETUP, WHOLE)

    assert card.total_text == "74.00 of 100"
    assert card.can_submit
    assert card.act == ActText("Submit 74.00 for Team Lantern…", "Submit 74.00…")
    assert card.submit == ActText("Submit 74.00 for Team Lantern", "Submit 74.00")
    assert card.left == ()


def test_the_read_back_says_every_score_and_the_total() -> None:
    card = scorecard(SCORING, SETUP, WHOLE)

    assert card.read_back.spoken == (
        "You are about to submit for Team Lantern: Impact 7 of 10, Cost 8 of 10; "
        "total 74.00 of 100. For the team: No comment. For the panel: No comment."
    )


def test_a_scale_in_halves_reads_in_points_and_is_asked_in_steps() -> None:
    halves = Criterion(IMPACT, "Impact", Fraction(60), lowest=2, highest=20, step=Fraction(1, 2))
    card = scorecard(
        SCORING,
        replace(SETUP, rubric=Rubric((halves,))),
        replace(EMPTY, state=BallotState.DRAFT, scores={IMPACT: 15}),
    )

    assert card.criteria[0].chosen_text == "7.5"
    assert (card.criteria[0].keys[0].text, card.criteria[0].keys[0].steps) == ("1", 2)
    assert card.criteria[0].scale_text == "1 to 10 in steps of 0.5"


def test_a_scale_of_more_than_21_scores_is_typed() -> None:
    narrow = Criterion(IMPACT, "Impact", Fraction(60), lowest=0, highest=20)
    wide = Criterion(COST, "Cost", Fraction(40), lowest=0, highest=21)
    card = scorecard(SCORING, replace(SETUP, rubric=Rubric((narrow, wide))), EMPTY)

    assert [row.is_typed for row in card.criteria] == [False, True]


def test_a_submitted_ballot_says_who_can_reopen_it() -> None:
    card = scorecard(SCORING, SETUP, replace(WHOLE, state=BallotState.SUBMITTED))

    assert not card.is_open
    assert "ask the organiser to reopen this ballot" in card.notice
    assert card.total_text == "74.00 of 100"


def test_a_recused_ballot_says_why_it_is_not_scored() -> None:
    card = scorecard(
        SCORING, SETUP, replace(EMPTY, state=BallotState.RECUSED, reason="employs a member")
    )

    assert not card.is_open
    assert "recused" in card.notice
    assert "employs a member" in card.notice


def test_nothing_can_be_scored_before_scoring_opens_or_after_it_closes() -> None:
    cards = [
        scorecard(replace(SCORING, phase=phase), SETUP, WHOLE)
        for phase in Phase
        if phase is not Phase.SCORING
    ]

    assert not any(card.is_open or card.can_submit for card in cards)
    assert all(card.notice for card in cards)


def conflict(decision: ConflictDecision, reason: str = "") -> Beside:
    return Beside(
        conflict=Conflict(JudgeId("J1"), TeamId("T1"), "I employ a member.", decision, reason)
    )


def test_the_read_back_holds_both_comments_and_says_where_there_is_none() -> None:
    card = scorecard(SCORING, SETUP, replace(WHOLE, for_team="Clear and brisk."))

    assert [(one.label, one.text) for one in card.read_back.comments] == [
        ("For the team", "Clear and brisk."),
        ("For the panel", ""),
    ]
    assert "For the team: Clear and brisk. For the panel: No comment." in card.read_back.spoken


def test_a_conflict_that_waits_closes_the_card_in_words() -> None:
    card = scorecard(SCORING, SETUP, WHOLE, conflict(ConflictDecision.UNDECIDED))

    assert not (card.is_open)
    assert not card.can_submit
    assert not card.can_declare
    assert "I employ a member. Ask the organiser to decide." in card.notice


@pytest.mark.parametrize(
    ("decision", "word"),
    [(ConflictDecision.NO_EFFECT, "no effect"), (ConflictDecision.FLAGGED, "flagged")],
)
def test_a_conflict_decided_in_the_judges_favour_opens_the_card_again_and_says_so(
    decision: ConflictDecision, word: str
) -> None:
    card = scorecard(SCORING, SETUP, WHOLE, conflict(decision, "A distant link."))

    assert card.is_open
    assert card.can_submit
    assert word in card.notice
    assert "Reason: A distant link." in card.notice


def test_a_recused_card_says_so_whatever_the_conflict_was() -> None:
    recused = replace(EMPTY, state=BallotState.RECUSED, reason="employs a member")
    card = scorecard(SCORING, SETUP, recused, conflict(ConflictDecision.RECUSED, "Close."))

    assert "You are recused" in card.notice
    assert not card.can_declare


def test_a_conflict_left_undecided_when_scoring_closed_is_not_waited_for() -> None:
    closed = replace(SCORING, phase=Phase.CLOSED)
    card = scorecard(closed, SETUP, WHOLE, conflict(ConflictDecision.UNDECIDED))

    assert card.notice.startswith("Scoring is closed.")


@pytest.mark.parametrize(
    ("phase", "state", "can"),
    [
        (Phase.SCORING, BallotState.NOT_STARTED, True),
        (Phase.SCORING, BallotState.SUBMITTED, True),
        (Phase.SCORING, BallotState.ABSENT, False),
        (Phase.CLOSED, BallotState.DRAFT, False),
        (Phase.PUBLISHED, BallotState.SUBMITTED, False),
    ],
)
def test_a_conflict_can_be_declared_as_long_as_it_matters(
    phase: Phase,
    state: BallotState,
    can: bool,  # noqa: FBT001 - a table of cases
) -> None:
    scores = WHOLE.scores if state is BallotState.SUBMITTED else {}
    card = scorecard(
        replace(SCORING, phase=phase), SETUP, replace(EMPTY, state=state, scores=scores)
    )

    assert card.can_declare is can


@pytest.mark.parametrize("ballot", [EMPTY, WHOLE])
def test_the_card_of_a_team_that_withdrew_is_closed_in_words(ballot: Ballot) -> None:
    card = scorecard(SCORING, SETUP, ballot, Beside(exclusion=Exclusion.WITHDRAWN))

    assert card.state.look == "withdrawn"
    assert card.notice == (
        "This team has withdrawn, so its scorecard is closed. Your scores are saved, in case the "
        "host puts the team back."
    )
    assert not any((card.is_open, card.can_submit, card.can_declare))


def test_the_card_of_a_disqualified_team_stays_open_and_says_that_nobody_waits_for_it() -> None:
    card = scorecard(SCORING, SETUP, WHOLE, Beside(exclusion=Exclusion.DISQUALIFIED))

    assert card.state.look == "draft"
    assert card.notice.startswith("This team is disqualified, so this ballot isn’t needed.")
    assert card.is_open
    assert card.can_submit


def test_an_undecided_conflict_closes_the_card_of_a_disqualified_team_too() -> None:
    waiting = replace(conflict(ConflictDecision.UNDECIDED), exclusion=Exclusion.DISQUALIFIED)
    card = scorecard(SCORING, SETUP, WHOLE, waiting)

    assert not card.is_open
    assert "Ask the organiser to decide" in card.notice


@pytest.mark.parametrize(
    ("exclusion", "said"),
    [
        (Exclusion.WITHDRAWN, "This team has withdrawn. To change anything,"),
        (Exclusion.DISQUALIFIED, "This team is disqualified. To change anything,"),
    ],
)
def test_a_submitted_ballot_of_a_team_that_is_out_says_both(
    exclusion: Exclusion, said: str
) -> None:
    submitted = replace(WHOLE, state=BallotState.SUBMITTED)
    card = scorecard(SCORING, SETUP, submitted, Beside(exclusion=exclusion))

    assert card.state.look == "submitted"
    assert card.notice.startswith(said)


def test_once_scoring_is_closed_nothing_more_can_be_done_for_a_team_that_is_out() -> None:
    closed = replace(SCORING, phase=Phase.CLOSED)
    card = scorecard(closed, SETUP, WHOLE, Beside(exclusion=Exclusion.DISQUALIFIED))

    assert card.notice.startswith("This team is disqualified. Scoring is closed.")
    assert not card.is_open


def test_a_submitted_ballot_says_its_total_when_it_was_submitted_and_its_receipt() -> None:
    submitted = replace(WHOLE, state=BallotState.SUBMITTED)
    at = datetime(2019, 6, 3, 14, 33, 12).astimezone()
    card = scorecard(SCORING, SETUP, submitted, Beside(receipt="QXFM", submitted_at=at))

    assert card.headline == "Submitted: 74.00 of 100 for Team Lantern"
    assert card.saved_text == (
        "Submitted at 14:33:12. Your receipt is QXFM. The same letters are on your score sheet."
    )


def test_a_card_says_where_its_team_is_among_ones_own_and_which_are_beside_it() -> None:
    order = [TeamId("T2"), TeamId("T1"), TeamId("T3")]

    assert scorecard(SCORING, SETUP, EMPTY, Beside(order=order)).place == Place(
        "2 of 3", "T2", "T3"
    )
    assert scorecard(SCORING, SETUP, EMPTY, Beside(order=order[1:])).place == Place(
        "1 of 2", "", "T3"
    )
    assert scorecard(SCORING, SETUP, EMPTY).place == Place()


def test_marks_of_other_teams_are_explained_and_told_where_there_are_any() -> None:
    others = [replace(WHOLE, team=TeamId("T2"), scores={IMPACT: 3})]
    teams = (*SETUP.teams, Team(TeamId("T2"), "Team Perch"))
    marks = own_scores(SETUP.rubric, teams, others)
    card = scorecard(SCORING, SETUP, WHOLE, Beside(marks=marks))

    assert card.legend
    assert card.criteria[0].marks_text == "Your other scores: 3 for Team Perch."
    assert card.criteria[0].at == Fraction(6, 9)
    assert scorecard(SCORING, SETUP, WHOLE).legend == ""


def test_practice_is_scored_while_the_event_is_set_up_and_never_submitted() -> None:
    early = replace(SCORING, phase=Phase.SETTING_UP)
    card = scorecard(early, SETUP, WHOLE, Beside(is_practice=True))

    assert card.is_open
    assert card.practice_text == "Practice: none of this counts"
    assert card.team == "Sample pitch"
    assert card.total_text == "74.00 of 100"
    assert not card.can_submit
    assert not card.can_declare


def test_practice_asks_for_no_comment() -> None:
    needy = replace(SETUP.rubric.criteria[0], needs_comment=True)
    setup = replace(SETUP, rubric=Rubric((needy,)))
    early = replace(SCORING, phase=Phase.SETTING_UP)
    card = scorecard(early, setup, replace(WHOLE, scores={IMPACT: 3}), Beside(is_practice=True))

    assert card.left == ()
    assert card.act.whole == "Back to your teams"


def test_practice_ends_when_scoring_opens() -> None:
    assert not scorecard(SCORING, SETUP, WHOLE, Beside(is_practice=True)).is_open


def test_a_card_of_a_read_only_event_says_so_and_not_that_scoring_is_closed() -> None:
    card = scorecard(SCORING, SETUP, EMPTY, Beside(is_read_only=True))

    assert card.notice == "This event was opened read-only, so you can’t score here."
