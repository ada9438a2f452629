from dataclasses import replace

import pytest
from hypothesis import given

from judging_app.domain.ballots import Ballot, BallotState
from judging_app.domain.ids import JudgeId, TeamId
from judging_app.domain.standings import Exclusion
from judging_app.errors import UnknownError
from judging_app.tally.basis import Basis
from tests.tally.panels import A, B, small_basis
from tests.tally.strategies import bases


@pytest.mark.parametrize(("judge", "team"), [("J9", "A"), ("J1", "Z")])
def test_a_ballot_of_nobody_here_is_refused_and_not_left_out(judge: str, team: str) -> None:
    with pytest.raises(UnknownError, match=f"no ballot from judge “{judge}” for team “{team}”"):
        replace(small_basis("5/5", teams="A"), ballots=(Ballot(JudgeId(judge), TeamId(team)),))


def test_ballots_of_a_team_that_is_out_do_not_count() -> None:
    basis = replace(small_basis("5/5 6/6", teams="AB"), exclusions={A: Exclusion.WITHDRAWN})

    assert basis.totals == {(JudgeId("J1"), B): 60}


@given(bases())
def test_only_submitted_ballots_count(basis: Basis) -> None:
    assert all(ballot.state is BallotState.SUBMITTED for ballot in basis.counted)
    assert len(basis.totals) == sum(
        ballot.state is BallotState.SUBMITTED for ballot in basis.ballots
    )
