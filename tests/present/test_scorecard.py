"""The scorecard's words."""

from dataclasses import replace
from fractions import Fraction

from judging_app.domain.ballots import Ballot, BallotState
from judging_app.domain.event import Event, Phase
from judging_app.domain.ids import ChallengeId, CriterionId, JudgeId, TeamId
from judging_app.domain.panel import Judge
from judging_app.domain.people import Challenge, Team
from judging_app.domain.rubric import Criterion, Rubric
from judging_app.domain.setup import Setup
from judging_app.present.scorecard import scorecard

IMPACT, COST = CriterionId("impact"), CriterionId("cost")
SETUP = Setup(
    organisations=(),
    teams=(Team(TeamId("T1"), "Team Lantern"),),
    participants=(),
    challenges=(Challenge(ChallengeId("C1"), "Appeals", None, TeamId("T1")),),
    visits=(),
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

    assert card.missing_text == "Still to score: Cost."
    assert not card.can_submit


def test_a_whole_ballot_shows_its_total_and_can_be_submitted() -> None:
    card = scorecard(SCORING, SETUP, WHOLE)

    assert card.total_text == "74.00 of 100"
    assert card.can_submit
    assert card.submit_text == "Submit 2 scores"


def test_the_read_back_says_every_score_and_the_total() -> None:
    card = scorecard(SCORING, SETUP, WHOLE)

    assert card.read_back_spoken == (
        "You are about to submit for Team Lantern: Impact 7 of 10, Cost 8 of 10; "
        "total 74.00 of 100."
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
