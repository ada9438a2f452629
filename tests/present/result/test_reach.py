from dataclasses import replace

from judging_app.domain.ballots import Ballot, BallotState
from judging_app.domain.ids import JudgeId
from judging_app.present.result.reach import ReachRow, reach_rows
from judging_app.tally.basis import Basis
from judging_app.tally.reach import reach
from tests.present.panel_setup import setup_of
from tests.tally.panels import A, B, small_basis


def rows(basis: Basis) -> tuple[ReachRow, ...]:
    return reach_rows(setup_of(basis), reach(basis))


def test_a_team_that_ballots_can_still_move_reads_how_far() -> None:
    # 90 and 20 so far, a ballot each to come from 10 to 100.
    found = rows(replace(small_basis("9/9 2/2", teams="AB"), judges=(JudgeId("J1"), JudgeId("J2"))))

    assert found == (
        ReachRow(
            "Team A",
            "1st",
            "2nd",
            "Team A can still finish 1st to 2nd (1 ballot still to come).",
            *(1, 2),
        ),
        ReachRow(
            "Team B",
            "1st",
            "2nd",
            "Team B can still finish 1st to 2nd (1 ballot still to come).",
            *(1, 2),
        ),
    )


def test_a_team_that_no_ballot_can_move_is_said_to_be_settled() -> None:
    found = rows(small_basis("9/9 2/2", teams="AB"))

    assert [row.sentence for row in found] == [
        "Team A is certain to be 1st (no ballots still to come).",
        "Team B is certain to be 2nd (no ballots still to come).",
    ]


def test_a_team_without_a_ballot_that_is_owed_none_has_no_place_to_reach() -> None:
    basis = small_basis("9/9 -", teams="AB")
    recused = Ballot(JudgeId("J1"), B, BallotState.RECUSED)

    found = rows(replace(basis, ballots=(*basis.ballots, recused)))

    assert found[1] == ReachRow(
        "Team B", "", "", "Team B has no ballot and none is still to come, so it has no place."
    )
    assert (found[0].team, found[0].best_text) == (f"Team {A}", "1st")
