from fractions import Fraction

import pytest
from hypothesis import given

from judging_app.errors import MethodError
from judging_app.tally.complete_panel import (
    Obstacle,
    complete_panel,
    fully_judged,
    obstacle,
)
from tests.tally.strategies import JUDGES, TEAMS, Panel, panels

J1, J2, J3 = JUDGES[:3]
T1, T2 = TEAMS[:2]


def test_rows_are_judges_and_columns_are_teams_in_order_of_their_ids() -> None:
    found = complete_panel(
        {
            (J2, T2): Fraction(4),
            (J2, T1): Fraction(3),
            (J1, T2): Fraction(2),
            (J1, T1): Fraction(1),
        }
    )

    assert (found.judges, found.teams) == ((J1, J2), (T1, T2))
    assert [[int(one) for one in row] for row in found.rows] == [[1, 2], [3, 4]]
    assert [[int(one) for one in column] for column in found.columns] == [[1, 3], [2, 4]]


def test_a_missing_ballot_is_refused_by_name_with_a_remedy() -> None:
    given_totals = {(J1, T1): Fraction(1), (J1, T2): Fraction(2), (J2, T1): Fraction(3)}

    with pytest.raises(MethodError) as refusal:
        complete_panel(given_totals)

    assert str(refusal.value) == (
        "Judge “J2” has no submitted ballot for team “T2”, and this number needs every ballot. "
        "Submit it, or leave out the teams that not every judge scored."
    )


def test_one_judge_alone_is_refused_with_a_remedy() -> None:
    with pytest.raises(MethodError) as refusal:
        complete_panel({(J1, T1): Fraction(1), (J1, T2): Fraction(2)})

    assert str(refusal.value) == (
        "Agreement can’t be measured yet. It needs submitted ballots from two judges for two teams."
    )


def test_one_team_alone_is_refused() -> None:
    only = {(J1, T1): Fraction(1), (J2, T1): Fraction(2)}

    assert obstacle(only) is Obstacle.FEW_TEAMS
    with pytest.raises(MethodError, match="can’t be measured yet"):
        complete_panel(only)


def test_no_ballots_are_too_few_judges() -> None:
    assert obstacle({}) is Obstacle.FEW_JUDGES


def test_a_team_that_a_judge_did_not_score_is_left_out_for_all_judges() -> None:
    given_totals = {(judge, T1): Fraction(5) for judge in (J1, J2, J3)}

    found = fully_judged({**given_totals, (J1, T2): Fraction(6), (J2, T2): Fraction(7)})

    assert found == given_totals


@given(panels())
def test_teams_that_every_judge_scored_never_miss_a_ballot(panel: Panel) -> None:
    found = fully_judged(panel.totals)

    assert obstacle(found) is not Obstacle.MISSING_BALLOTS


@given(panels(is_complete=True))
def test_a_panel_without_a_gap_is_left_whole(panel: Panel) -> None:
    assert fully_judged(panel.totals) == panel.totals
