"""Every ballot accounted for in one line, and by name what is still to come."""

from collections.abc import Collection, Sequence

from judging_app.domain.ballots import Ballot, BallotState
from judging_app.domain.decisions import TeamExclusion
from judging_app.domain.ids import TeamId
from judging_app.domain.reconciliation import BallotKey, Reconciliation, reconciliation
from judging_app.domain.standings import Exclusion
from judging_app.present.host.reconciliation import (
    ReconciliationView,
    gap_text,
    reconciliation_view,
)
from tests.desk.small_event import HERON, J1, J2, J3, LANTERN, PERCH, TEAMS, small_setup

SETUP = small_setup()
ALL_IN = tuple(Ballot(judge, team, BallotState.SUBMITTED) for judge in (J2, J3) for team in TEAMS)


def _found(
    *ballots: Ballot, out: Sequence[TeamId] = (), keyed: Collection[BallotKey] = ()
) -> Reconciliation:
    """What became of Ada's ballots, where all the others are in."""
    gone = [TeamExclusion(team, Exclusion.DISQUALIFIED, "Late.") for team in out]
    return reconciliation(SETUP.judges, SETUP.teams, (*ALL_IN, *ballots), gone, keyed)


def _view(
    *ballots: Ballot, out: Sequence[TeamId] = (), keyed: Collection[BallotKey] = ()
) -> ReconciliationView:
    return reconciliation_view(SETUP.judges, SETUP.teams, _found(*ballots, out=out, keyed=keyed))


def test_the_line_names_every_part_that_most_days_have() -> None:
    view = _view(Ballot(J1, LANTERN, BallotState.RECUSED), Ballot(J1, PERCH, BallotState.ABSENT))

    assert view.text == "9 ballots = 6 submitted + 1 recused + 1 absent + 1 still to come"


def test_sheets_being_keyed_and_teams_that_are_out_are_named_where_there_are_any() -> None:
    view = _view(out=[HERON], keyed=[(J1, PERCH)])

    assert view.text == (
        "9 ballots = 6 submitted + 0 recused + 0 absent + 1 being typed in + 1 still to come + 1 "
        "for teams that are out"
    )


def test_a_judge_who_owes_some_teams_owes_them_by_name() -> None:
    view = _view(Ballot(J1, LANTERN, BallotState.SUBMITTED))

    assert view.to_come == ("Still to come from Ada Reed: Perch and Heron.",)


def test_a_judge_who_owes_all_that_are_in_owes_every_team() -> None:
    assert _view().to_come == ("Still to come from Ada Reed: every team (3 ballots).",)
    assert _view(out=[HERON]).to_come == ("Still to come from Ada Reed: every team (2 ballots).",)


def test_the_one_team_that_is_left_is_named() -> None:
    assert _view(out=[HERON, PERCH]).to_come == ("Still to come from Ada Reed: Lantern.",)


def test_a_sheet_that_is_being_keyed_is_named_apart_from_what_is_owed() -> None:
    assert _view(keyed=[(J1, PERCH)]).to_come == (
        "Still to come from Ada Reed: Lantern and Heron.",
        "Ada Reed’s sheet for Perch: still being typed in.",
    )


def test_nobody_is_named_when_all_is_in() -> None:
    assert _view(out=TEAMS).to_come == ()


def test_the_names_stand_in_the_order_of_the_columns() -> None:
    columns = tuple(reversed(SETUP.teams))
    found = _found(Ballot(J1, PERCH, BallotState.ABSENT))

    view = reconciliation_view(SETUP.judges, columns, found)

    assert view.to_come == ("Still to come from Ada Reed: Heron and Lantern.",)


def test_an_event_without_ballots_says_so() -> None:
    view = reconciliation_view((), (), reconciliation((), (), ()))

    assert view == ReconciliationView("There are no ballots yet. Add teams and judges.", ())


def test_the_gap_counts_what_closing_would_do_without() -> None:
    assert gap_text(_found()) == "3 ballots still to come"
    assert gap_text(_found(keyed=[(J1, PERCH)])) == "2 ballots still to come and 1 being typed in"
    assert gap_text(_found(out=[LANTERN, HERON], keyed=[(J1, PERCH)])) == "1 ballot being typed in"
    assert gap_text(_found(out=TEAMS)) == ""
