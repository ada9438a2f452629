from fractions import Fraction

import pytest

from judging_app.domain.ballots import Ballot, BallotState
from judging_app.domain.event import Event, Method
from judging_app.domain.ids import CriterionId, JudgeId, TeamId
from judging_app.domain.panel import Judge
from judging_app.domain.people import Team
from judging_app.domain.rubric import Criterion, Rubric
from judging_app.domain.setup import Setup
from judging_app.domain.standings import Standing
from judging_app.present.organiser.blank_sheets import blank
from judging_app.present.organiser.handling import Handling
from judging_app.present.organiser.score_sheets import NOT_SCORED, by_judge, by_team
from judging_app.present.organiser.score_steps import WHY_NOT
from judging_app.present.result.standings import panel_view
from judging_app.present.scorer.sheet_ids import ballot_code
from judging_app.tally.result import plain_result
from tests.builders import set_up

EVENT = Event("Tech Connect")
IMPACT, DELIVERY = CriterionId("impact"), CriterionId("delivery")
J1, J2 = JudgeId("J1"), JudgeId("J2")
LANTERN, PERCH = TeamId("a long identifier"), TeamId("another one")


@pytest.fixture
def setup() -> Setup:
    return set_up(
        teams=(Team(LANTERN, "Team Lantern"), Team(PERCH, "Team Perch")),
        rubric=Rubric(
            (
                Criterion(IMPACT, "Impact", Fraction(60)),
                Criterion(DELIVERY, "Delivery", Fraction(40), 0, 10, Fraction(1, 2)),
            )
        ),
        judges=(Judge(J1, "Olwen"), Judge(J2, "Peter")),
    )


def submitted(judge: JudgeId, team: TeamId, impact: int, delivery: int) -> Ballot:
    scores = {IMPACT: impact, DELIVERY: delivery}
    return Ballot(judge, team, BallotState.SUBMITTED, scores, "Good for the team", "Panel only")


def test_a_submitted_ballot_shows_points_parts_and_its_total(setup: Setup) -> None:
    sheet, _ = by_judge(EVENT, setup, [submitted(J1, LANTERN, 7, 9)])

    block = sheet.blocks[0]
    assert [(line.score, line.highest, line.weight, line.part) for line in block.lines] == [
        ("7.0", "10.0", "60", "42.00"),
        ("4.5", "5.0", "40", "36.00"),
    ]
    assert (block.state, block.total) == ("Submitted", "78.00")


@pytest.mark.parametrize(
    ("ballot", "words"),
    [
        (Ballot(J1, LANTERN), "Not started"),
        (Ballot(J1, LANTERN, BallotState.DRAFT, {IMPACT: 3}), "Draft: 1 of 2 criteria"),
        (
            Ballot(J1, LANTERN, BallotState.RECUSED, reason="Mentors the team"),
            "Recused: Mentors the team",
        ),
        (Ballot(J1, LANTERN, BallotState.ABSENT), "Absent"),
    ],
)
def test_a_ballot_that_does_not_count_says_why_and_has_no_total(
    ballot: Ballot, words: str, setup: Setup
) -> None:
    sheet, _ = by_judge(EVENT, setup, [ballot])

    assert (sheet.blocks[0].state, sheet.blocks[0].total) == (words, "")


def test_a_criterion_not_scored_is_a_dash_and_never_zero(setup: Setup) -> None:
    draft = Ballot(J1, LANTERN, BallotState.DRAFT, {DELIVERY: 0})

    sheet, _ = by_judge(EVENT, setup, [draft])

    impact, delivery = sheet.blocks[0].lines
    assert (impact.score, impact.part) == (NOT_SCORED, NOT_SCORED)
    assert (delivery.score, delivery.part) == ("0.0", "0.00")


def test_a_ballot_that_was_never_opened_is_not_started(setup: Setup) -> None:
    sheets = by_judge(EVENT, setup, [])

    assert {block.state for sheet in sheets for block in sheet.blocks} == {"Not started"}


def test_a_team_sees_the_mean_and_how_many_ballots_stand_behind_it(setup: Setup) -> None:
    ballots = [submitted(J1, LANTERN, 7, 9), Ballot(J2, LANTERN, BallotState.ABSENT)]

    lantern, perch = by_team(EVENT, setup, ballots)

    assert lantern.result == "Mean total 78.00 of 100 · 1 of 2 ballots"
    assert (lantern.mean_total, perch.mean_total) == ("78.00", NOT_SCORED)
    assert perch.result == "No mean yet: 0 of 2 ballots submitted."


def test_the_mean_is_that_of_the_submitted_ballots_only(setup: Setup) -> None:
    ballots = [submitted(J1, LANTERN, 7, 9), Ballot(J2, LANTERN, BallotState.DRAFT, {IMPACT: 1})]

    lantern, _ = by_team(EVENT, setup, ballots)

    assert [line.mean for line in lantern.criteria] == ["7.00", "4.50"]
    assert lantern.columns[1].scores == (NOT_SCORED, NOT_SCORED)


def test_another_method_than_the_mean_is_a_step_of_its_own_that_says_why_it_does_not_add_up(
    setup: Setup,
) -> None:
    event = Event("Tech Connect", method=Method.ADJUSTED)
    score = Standing(LANTERN, 1, is_tied=False, score=Fraction(80), ballots=1, expected=2)
    result = panel_view(event, setup, plain_result((score,), Method.ADJUSTED))

    lantern, _ = by_team(event, setup, [submitted(J1, LANTERN, 7, 9)], result=result)

    assert lantern.result == "1st place with 80.00 of 100 · 1 of 2 ballots"
    mean, method, total, place = lantern.steps
    assert (mean.text, mean.figure) == ("Mean of 1 ballot as given", "78.00")
    assert method.text.endswith(WHY_NOT)
    assert (method.figure, total.figure, place.figure) == ("80.00", "80.00 of 100", "1st")


def test_a_team_reads_no_comment_that_is_meant_for_the_panel(setup: Setup) -> None:
    lantern, _ = by_team(EVENT, setup, [submitted(J1, LANTERN, 7, 9)])

    assert [remark.text for remark in lantern.remarks] == ["Good for the team"]
    assert "Panel only" not in repr(lantern)


def test_both_sheets_carry_a_ballots_receipt_and_who_keyed_it_from_paper(setup: Setup) -> None:
    ballots = [submitted(J1, LANTERN, 7, 9), submitted(J2, LANTERN, 7, 9)]
    handled = {(J1, LANTERN): Handling("KQZM", ("AB", "CD")), (J2, LANTERN): Handling("WPTR")}

    olwen, _ = by_judge(EVENT, setup, ballots, handled=handled)
    lantern, _ = by_team(EVENT, setup, ballots, handled=handled)

    own, other = olwen.blocks
    assert (own.receipt, own.keyed_by) == ("Receipt KQZM", "From paper, typed in by AB and CD")
    assert (other.receipt, other.keyed_by) == ("", "")
    assert [(column.receipt, column.keyed_by) for column in lantern.columns] == [
        ("Receipt KQZM", "From paper, typed in by AB and CD"),
        ("Receipt WPTR", ""),
    ]


def test_a_clerk_who_keyed_a_sheet_twice_is_named_once() -> None:
    assert Handling(keyed_by=("AB", "AB")).keyed_text == "From paper, typed in by AB"


def test_every_sheet_says_why_scoring_was_closed_with_ballots_owed(setup: Setup) -> None:
    reason = "The last train leaves at nine."
    said = "Scoring was closed with ballots missing. Reason: The last train leaves at nine."
    judges = by_judge(EVENT, setup, [], closing_reason=reason)
    teams = by_team(EVENT, setup, [], closing_reason=reason)

    assert {sheet.closing for sheet in judges} == {said}
    assert {sheet.closing for sheet in teams} == {said}
    assert {sheet.closing for sheet in by_team(EVENT, setup, [])} == {""}


def test_a_blank_sheet_is_printed_for_each_ballot_still_owed(setup: Setup) -> None:
    ballots = [
        submitted(J1, LANTERN, 7, 9),
        Ballot(J1, PERCH, BallotState.DRAFT, {IMPACT: 3}),
        Ballot(J2, PERCH, BallotState.RECUSED),
    ]

    sheets = blank(EVENT, setup, ballots)

    assert [sheet.id for sheet in sheets] == ["J1-T2", "J2-T1"]


def test_a_short_scale_has_a_box_for_each_score(
    setup: Setup,
) -> None:
    impact, delivery = blank(EVENT, setup)[0].lines

    assert impact.keys == tuple(str(score) for score in range(1, 11))
    assert delivery.keys == ("0", "0.5", "1", "1.5", "2", "2.5", "3", "3.5", "4", "4.5", "5")
    assert delivery.scale == "0 to 5 in steps of 0.5"


def test_a_scale_of_more_scores_than_boxes_is_written_in(setup: Setup) -> None:
    percent = Rubric((Criterion(IMPACT, "Impact", Fraction(1), 0, 100),))
    whole = set_up(
        teams=setup.teams,
        rubric=percent,
        judges=setup.judges,
    )

    assert blank(EVENT, whole)[0].lines[0].keys == ()


def test_no_two_ballots_share_a_code_on_paper(setup: Setup) -> None:
    codes = {ballot_code(setup, j.id, t.id) for j in setup.judges for t in setup.teams}

    assert codes == {"J1-T1", "J1-T2", "J2-T1", "J2-T2"}
