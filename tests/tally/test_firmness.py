from fractions import Fraction

import pytest
from hypothesis import given

from judging_app.domain.event import Method
from judging_app.errors import MethodError
from judging_app.tally.firmness import method_comparison, winners
from judging_app.tally.standings import standings
from judging_app.tally.totals import totals
from tests.tally.conftest import Sample
from tests.tally.strategies import JUDGES, TEAMS, Panel, panels

J1, J2 = JUDGES[:2]
T1, T2, T3 = TEAMS[:3]


def test_nobody_wins_before_a_ballot_is_in() -> None:
    assert winners(standings(TEAMS, JUDGES, {}, Method.MEAN)) == ()


def test_joint_winners_are_all_named_in_the_teams_order() -> None:
    joint = {(J1, T1): Fraction(1), (J1, T2): Fraction(5), (J1, T3): Fraction(5)}

    assert winners(standings(TEAMS, JUDGES, joint, Method.MEAN)) == (T2, T3)


def test_at_tech_connect_the_methods_name_different_winners(tech_connect: Sample) -> None:
    counted = totals(tech_connect.ballots, tech_connect.rubric)

    found = method_comparison(tech_connect.teams, tech_connect.judges, counted)

    assert not found.is_same_winner
    assert {method: winners(one) for method, one in found.by_method.items()} == {
        Method.MEAN: (tech_connect.names["Team Groundwork"],),
        Method.ADJUSTED: (tech_connect.names["Team Lantern"],),
    }


def test_a_tie_under_one_method_only_is_another_winner() -> None:
    # J2 gives 10 less and missed T3: by the mean T3 joins T2; adjusted it falls behind.
    uneven = {
        (J1, T1): Fraction(60),
        (J1, T2): Fraction(70),
        (J1, T3): Fraction(65),
        (J2, T1): Fraction(50),
        (J2, T2): Fraction(60),
    }

    found = method_comparison(TEAMS[:3], JUDGES[:2], uneven)

    assert [winners(one) for one in found.by_method.values()] == [(T2, T3), (T2,)]
    assert not found.is_same_winner


def test_without_ballots_the_methods_do_not_disagree() -> None:
    assert method_comparison(TEAMS, JUDGES, {}).is_same_winner


def test_methods_can_not_be_compared_while_no_judge_links_the_teams() -> None:
    with pytest.raises(MethodError):
        method_comparison(TEAMS, JUDGES, {(J1, T1): Fraction(1), (J2, T2): Fraction(1)})


@given(panels(is_complete=True))
def test_on_a_complete_panel_the_winner_does_not_hang_on_the_method(panel: Panel) -> None:
    assert method_comparison(panel.teams, panel.judges, panel.totals).is_same_winner
