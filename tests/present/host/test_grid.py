from judging_app.domain.ballots import Ballot, BallotMove, BallotState
from judging_app.domain.decisions import TeamExclusion
from judging_app.domain.panel import Conflict, ConflictDecision
from judging_app.domain.standings import Exclusion
from judging_app.present.host.grid import (
    AroundBallots,
    BallotCell,
    BallotGrid,
    CellAct,
    ballot_grid,
)
from tests.desk.small_event import HERON, J1, J2, LANTERN, PERCH, small_setup

ACTS = tuple(CellAct)


def _grid(around: AroundBallots, *ballots: Ballot) -> BallotGrid:
    return ballot_grid(small_setup(), ballots, list(BallotMove), [J2], around)


def _cell(around: AroundBallots, *ballots: Ballot) -> BallotCell:
    """Ada's ballot for Lantern, the first of the set-up."""
    return _grid(around, *ballots).rows[0].cells[0]


def test_teams_stand_in_the_run_order() -> None:
    grid = _grid(AroundBallots(order=(HERON, LANTERN, PERCH)), Ballot(J1, HERON, BallotState.DRAFT))

    assert grid.headings == ("Heron", "Lantern", "Perch")
    assert [cell.word for cell in grid.rows[0].cells] == ["Draft", "To come", "To come"]


def test_a_team_that_the_order_does_not_name_comes_last() -> None:
    assert _grid(AroundBallots(order=(HERON,))).headings == ("Heron", "Lantern", "Perch")


def test_a_sheet_that_is_being_keyed_is_told_by_its_turns() -> None:
    cell = _cell(AroundBallots(keyed={(J1, LANTERN): 1}))

    assert (cell.look, cell.word) == ("being keyed", "Typed 1 of 2")
    assert cell.label.endswith("Being typed in from paper: 1 of 2 entries done.")


def test_a_conflict_that_waits_is_told_with_its_reason() -> None:
    cell = _cell(AroundBallots(conflicts=(Conflict(J1, LANTERN, "A cousin"),)))

    assert (cell.look, cell.word) == ("conflict", "Conflict")
    assert "A cousin. The organiser hasn’t decided yet." in cell.label


def test_a_flagged_ballot_keeps_its_state_and_says_why() -> None:
    conflict = Conflict(J1, LANTERN, "A cousin", ConflictDecision.FLAGGED, "Distant")
    cell = _cell(AroundBallots(conflicts=(conflict,)), Ballot(J1, LANTERN, BallotState.SUBMITTED))

    assert (cell.look, cell.word) == ("submitted", "Submitted")
    assert cell.label == "Ada Reed, Lantern: submitted. Flagged, still scores: A cousin."


def test_a_judge_who_owes_can_leave_and_a_team_that_is_in_can_go_out() -> None:
    cell = _cell(AroundBallots(acts=ACTS))

    assert [one.words for one in cell.others] == [
        "Mark Ada Reed as leaving early",
        "Withdraw Lantern",
        "Disqualify Lantern",
    ]


def test_a_judge_who_owes_nothing_has_nothing_to_leave() -> None:
    ballots = [Ballot(J1, team, BallotState.ABSENT) for team in (LANTERN, PERCH, HERON)]
    cell = _cell(AroundBallots(acts=ACTS), *ballots)

    assert CellAct.LEAVE_EARLY not in {one.act for one in cell.others}


def test_a_team_that_is_out_says_so_and_can_be_put_back() -> None:
    out = TeamExclusion(LANTERN, Exclusion.WITHDRAWN, "Ill")
    around = AroundBallots(exclusions=(out,), acts=(CellAct.WITHDRAW, CellAct.RESTORE))

    assert _grid(around).headings[0] == "Lantern (withdrawn)"
    assert [one.words for one in _cell(around).others] == ["Put Lantern back"]


def test_the_ballots_of_a_team_that_is_out_are_owed_by_nobody() -> None:
    out = TeamExclusion(LANTERN, Exclusion.DISQUALIFIED, "Too many members")
    around = AroundBallots(
        exclusions=(out,),
        keyed={(J1, LANTERN): 1},
        conflicts=(Conflict(J1, LANTERN, "A cousin"),),
    )
    grid = _grid(around, Ballot(J1, LANTERN, BallotState.DRAFT))

    cell = grid.rows[0].cells[0]
    assert (cell.look, cell.word) == ("disqualified", "Out")
    assert cell.label == (
        "Ada Reed, Lantern: draft. The team is disqualified, so this ballot isn’t needed."
    )


def test_a_ballot_that_is_in_is_shown_so_though_its_team_is_out() -> None:
    out = TeamExclusion(LANTERN, Exclusion.WITHDRAWN, "Ill")
    cell = _cell(AroundBallots(exclusions=(out,)), Ballot(J1, LANTERN, BallotState.SUBMITTED))

    assert (cell.look, cell.word) == ("submitted", "Submitted")


def test_where_every_team_is_out_every_ballot_is_shown_so() -> None:
    out = [TeamExclusion(team, Exclusion.WITHDRAWN, "Ill") for team in (LANTERN, PERCH, HERON)]
    grid = _grid(AroundBallots(exclusions=tuple(out), acts=ACTS))

    assert {cell.word for row in grid.rows for cell in row.cells} == {"Out"}


def test_nothing_is_offered_that_this_role_may_not_do_now() -> None:
    assert _cell(AroundBallots(acts=())).others == ()


def test_who_is_locked_out_is_marked() -> None:
    assert [row.is_locked_out for row in _grid(AroundBallots()).rows] == [False, True, False]
