from dataclasses import replace
from fractions import Fraction

import pytest

from judging_app.domain.ballots import Ballot, BallotState
from judging_app.domain.decisions import AgreedScore
from judging_app.domain.event import Event, Method
from judging_app.domain.ids import CriterionId, JudgeId, TeamId
from judging_app.domain.panel import Judge
from judging_app.domain.people import Team
from judging_app.domain.rubric import Criterion, Level, Rubric
from judging_app.domain.setup import Setup
from judging_app.domain.standings import Standing
from judging_app.present.leaves.leaf import Lines, Scale
from judging_app.present.organiser.blank_sheets import blank, spare
from judging_app.present.organiser.handling import Handling
from judging_app.present.organiser.score_sheets import (
    AGREED,
    NOT_SCORED,
    by_judge,
    by_team,
)
from judging_app.present.organiser.score_steps import WHY_NOT
from judging_app.present.organiser.sheet_facts import SheetFacts
from judging_app.present.result.standings import panel_view
from judging_app.present.scorer.sheet_ids import ballot_code
from judging_app.present.scorer.sheets import (
    BallotsNow,
    SheetRow,
    find_sheet,
    matching,
    sheet_rows,
)
from judging_app.tally.result import plain_result
from tests.builders import set_up
from tests.told_leaf import rows_of, tables_of, words_of

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


def test_a_submitted_ballot_is_a_row_of_its_points_and_its_total(setup: Setup) -> None:
    sheet, _ = by_judge(SheetFacts(EVENT, setup, [submitted(J1, LANTERN, 7, 9)]))

    columns = tables_of(sheet)[0].columns
    assert [(one.head, one.under) for one in columns[1:]] == [
        ("Impact", "60"),
        ("Delivery", "40"),
        ("Total", "of 100"),
    ]
    assert rows_of(sheet) == [
        ("Team Lantern", "7.0", "4.5", "78.00"),
        ("Team Perch", "Not started"),
        ("Mean", "7.00", "4.50", "78.00"),
    ]
    assert sheet.subtitle == "Score sheet by judge · 1 ballot submitted, 1 not started"


@pytest.mark.parametrize(
    ("ballot", "words"),
    [
        (Ballot(J1, LANTERN), ("Not started",)),
        (Ballot(J1, LANTERN, BallotState.DRAFT, {IMPACT: 3}), ("3.0", NOT_SCORED, "Draft")),
        (
            Ballot(J1, LANTERN, BallotState.RECUSED, reason="Mentors the team"),
            ("Recused: Mentors the team",),
        ),
        (Ballot(J1, LANTERN, BallotState.ABSENT), ("Absent",)),
    ],
)
def test_a_ballot_that_does_not_count_says_why_and_has_no_total(
    ballot: Ballot, words: tuple[str, ...], setup: Setup
) -> None:
    sheet, _ = by_judge(SheetFacts(EVENT, setup, [ballot]))

    assert rows_of(sheet) == [("Team Lantern", *words), ("Team Perch", "Not started")]


def test_a_criterion_not_scored_is_a_dash_and_never_zero(setup: Setup) -> None:
    draft = Ballot(J1, LANTERN, BallotState.DRAFT, {DELIVERY: 0})

    sheet, _ = by_judge(SheetFacts(EVENT, setup, [draft]))

    assert rows_of(sheet)[0] == ("Team Lantern", NOT_SCORED, "0.0", "Draft")


def test_an_agreed_score_stands_beside_the_one_that_was_given_and_counts(setup: Setup) -> None:
    agreed = AgreedScore(J1, LANTERN, IMPACT, 7, 9, "Talked over.")
    score = Standing(LANTERN, 1, is_tied=False, score=Fraction(90), ballots=1, expected=2)
    result = panel_view(
        EVENT, setup, replace(plain_result((score,), Method.MEAN), agreed=(agreed,))
    )
    facts = SheetFacts(EVENT, setup, [submitted(J1, LANTERN, 7, 9)], result=result)

    for sheet in (by_judge(facts)[0], by_team(facts)[0]):
        cell = tables_of(sheet)[0].rows[0].cells[1]
        assert (cell.instead_of, cell.text) == ("7.0", "9.0*")
        assert rows_of(sheet)[0][-1] == "90.00"
        assert AGREED in words_of(sheet)


def test_a_team_sees_the_mean_and_how_many_ballots_stand_behind_it(setup: Setup) -> None:
    ballots = [submitted(J1, LANTERN, 7, 9), Ballot(J2, LANTERN, BallotState.ABSENT)]

    lantern, perch = by_team(SheetFacts(EVENT, setup, ballots))

    assert words_of(lantern)[0] == "Mean total 78.00 of 100 · 1 of 2 ballots"
    assert rows_of(lantern)[-1] == ("Mean of 1 ballot", "7.00", "4.50", "78.00")
    assert words_of(perch)[0] == "No mean yet: 0 of 2 ballots submitted."
    assert rows_of(perch) == [("Olwen", "Not started"), ("Peter", "Not started")]


def test_the_mean_is_that_of_the_submitted_ballots_only(setup: Setup) -> None:
    ballots = [submitted(J1, LANTERN, 7, 9), Ballot(J2, LANTERN, BallotState.DRAFT, {IMPACT: 1})]

    lantern, _ = by_team(SheetFacts(EVENT, setup, ballots))

    assert rows_of(lantern)[1:] == [
        ("Peter", "Draft: 1 of 2 criteria"),
        ("Mean of 1 ballot", "7.00", "4.50", "78.00"),
    ]


def test_judges_who_are_not_named_are_numbered_in_the_order_of_the_panel(setup: Setup) -> None:
    ballots = [submitted(J1, LANTERN, 7, 9), submitted(J2, LANTERN, 7, 9)]

    lantern, _ = by_team(SheetFacts(EVENT, setup, ballots, is_named=False))

    assert [row[0] for row in rows_of(lantern)[:2]] == ["Judge 1", "Judge 2"]
    assert "Olwen" not in repr(lantern)
    assert "Judge 1: Good for the team" in words_of(lantern)


def test_another_method_than_the_mean_is_a_step_of_its_own_that_says_why_it_does_not_add_up(
    setup: Setup,
) -> None:
    event = Event("Tech Connect", method=Method.ADJUSTED)
    score = Standing(LANTERN, 1, is_tied=False, score=Fraction(80), ballots=1, expected=2)
    result = panel_view(event, setup, plain_result((score,), Method.ADJUSTED))

    lantern, _ = by_team(SheetFacts(event, setup, [submitted(J1, LANTERN, 7, 9)], result=result))

    assert words_of(lantern)[0] == "1st place with 80.00 of 100 · 1 of 2 ballots"
    mean, method, total, place = rows_of(lantern, 1)
    assert mean == ("Mean of 1 ballot as given", "78.00")
    assert method[0].endswith(WHY_NOT)
    assert (method[1], total[1], place[1]) == ("80.00", "80.00 of 100", "1st")


def test_a_team_reads_no_comment_that_is_meant_for_the_panel(setup: Setup) -> None:
    lantern, _ = by_team(SheetFacts(EVENT, setup, [submitted(J1, LANTERN, 7, 9)]))

    assert "Olwen: Good for the team" in words_of(lantern)
    assert "Panel only" not in repr(lantern)


def test_a_judge_reads_both_comments_after_the_table(setup: Setup) -> None:
    olwen, _ = by_judge(SheetFacts(EVENT, setup, [submitted(J1, LANTERN, 7, 9)]))

    assert words_of(olwen)[-4:] == [
        "Comments",
        "Team Lantern",
        "For the team: Good for the team",
        "For the panel: Panel only",
    ]


def test_both_sheets_carry_a_ballots_receipt_and_who_keyed_it_from_paper(setup: Setup) -> None:
    ballots = [submitted(J1, LANTERN, 7, 9), submitted(J2, LANTERN, 7, 9)]
    handled = {(J1, LANTERN): Handling("KQZM", ("AB", "CD")), (J2, LANTERN): Handling("WPTR")}
    facts = SheetFacts(EVENT, setup, ballots, handled=handled)

    typed = "Receipt KQZM, From paper, typed in by AB and CD"
    assert words_of(by_judge(facts)[0])[-1] == f"Team Lantern: {typed}"
    assert words_of(by_team(facts)[0])[-1] == f"Olwen: {typed}; Peter: Receipt WPTR"


def test_a_clerk_who_keyed_a_sheet_twice_is_named_once() -> None:
    assert Handling(keyed_by=("AB", "AB")).keyed_text == "From paper, typed in by AB"


def test_every_sheet_says_why_scoring_was_closed_with_ballots_owed(setup: Setup) -> None:
    reason = "The last train leaves at nine."
    said = "Scoring was closed with ballots missing. Reason: The last train leaves at nine."
    facts = SheetFacts(EVENT, setup, [], closing_reason=reason)

    assert all(said in words_of(sheet) for sheet in (*by_judge(facts), *by_team(facts)))
    assert not any("Reason" in repr(sheet) for sheet in by_team(SheetFacts(EVENT, setup, [])))


def test_a_blank_sheet_is_printed_for_each_ballot_still_owed(setup: Setup) -> None:
    ballots = [
        submitted(J1, LANTERN, 7, 9),
        Ballot(J1, PERCH, BallotState.DRAFT, {IMPACT: 3}),
        Ballot(J2, PERCH, BallotState.RECUSED),
    ]

    sheets = blank(EVENT, setup, ballots)

    assert [sheet.code for sheet in sheets] == ["J1-T2", "J2-T1"]


def scales(setup: Setup) -> list[Scale]:
    return [one for one in blank(EVENT, setup)[0].leaf.blocks if isinstance(one, Scale)]


def test_a_short_scale_has_a_box_for_each_score(setup: Setup) -> None:
    impact, delivery = scales(setup)

    assert impact.keys == tuple(str(score) for score in range(1, 11))
    assert delivery.keys == ("0", "0.5", "1", "1.5", "2", "2.5", "3", "3.5", "4", "4.5", "5")


def test_a_scale_of_more_scores_than_boxes_is_written_in(setup: Setup) -> None:
    percent = Rubric((Criterion(IMPACT, "Impact", Fraction(1), 0, 100),))

    (scale,) = scales(replace(setup, rubric=percent))

    assert scale.keys == ()
    assert scale.note == "Scale: 0 to 100"


def test_what_the_levels_mean_stands_at_the_boxes_of_their_scores(setup: Setup) -> None:
    levels = (Level(1, "Poor"), Level(5, "Good"))
    rubric = Rubric((Criterion(IMPACT, "Impact", Fraction(1), levels=levels),))

    (scale,) = scales(replace(setup, rubric=rubric))

    assert scale.levels == (("1", 0, "Poor"), ("5", 4, "Good"))


def test_what_a_scanner_reads_from_a_sheet_leads_to_its_ballot(setup: Setup) -> None:
    sheet = blank(EVENT, setup)[1]
    found = find_sheet(setup, sheet.leaf.code)

    assert (found.judge, found.team, found.refusal) == (J1, PERCH, "")
    assert sheet.leaf.corner == sheet.code == "J1-T2"
    assert [row.code for row in matching(rows(setup), sheet.leaf.code)] == ["J1-T2"]


def test_a_sheet_that_was_printed_with_another_rubric_is_refused(setup: Setup) -> None:
    sheet = blank(EVENT, setup)[1]
    other = replace(setup, rubric=Rubric((Criterion(IMPACT, "Impact", Fraction(1)),)))

    found = find_sheet(other, sheet.leaf.code)

    assert found.refusal.startswith("Sheet J1-T2 was printed for another event or another rubric.")
    assert find_sheet(other, "J1-T2").team == PERCH


def test_a_spare_sheet_is_nobodys_and_has_no_code_to_scan(setup: Setup) -> None:
    one, two = spare(EVENT, setup, 2)

    assert (one.leaf.id, two.leaf.id) == ("Spare sheet 1", "Spare sheet 2")
    assert one.leaf.code == ""
    assert Lines(("Team", "Judge", "Code of the ballot"), most=1) in one.leaf.blocks


def rows(setup: Setup) -> tuple[SheetRow, ...]:
    ballots = {(j.id, t.id): Ballot(j.id, t.id) for j in setup.judges for t in setup.teams}
    return sheet_rows(setup, BallotsNow(ballots, {}))


def test_no_two_ballots_share_a_code_on_paper(setup: Setup) -> None:
    codes = {ballot_code(setup, j.id, t.id) for j in setup.judges for t in setup.teams}

    assert codes == {"J1-T1", "J1-T2", "J2-T1", "J2-T2"}
