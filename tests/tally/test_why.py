from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from judging_app.domain.event import Method
from judging_app.domain.standings import Exclusion
from judging_app.domain.tie_breaks import TieBreak, TieRule
from judging_app.errors import MethodError, UnknownError
from judging_app.tally.basis import Basis
from judging_app.tally.standings import standings_of
from judging_app.tally.ties import settlement
from judging_app.tally.why import Scored, Why, why
from tests.tally.conftest import Sample
from tests.tally.panels import IMPACT, PITCH, A, B, C, small_basis
from tests.tally.strategies import bases

HIGHEST = TieBreak(TieRule.HIGHEST_BALLOT)


def judges(found: Why) -> dict[str, str]:
    return {part.judge: f"{part.scored.value} {part.part}" for part in found.judges}


def test_judges_of_both_teams_add_their_differences_over_their_number() -> None:
    # 6 × impact + 4 × pitch: J1 80 to 50, J2 50 to 60.
    found = why(small_basis("8/8 5/5", "5/5 6/6", teams="AB"), A, B)

    assert (found.upper.team, found.lower.team) == (A, B)
    assert found.gap == 10
    assert judges(found) == {"J1": "both 15", "J2": "both -5"}
    assert found.criteria == {IMPACT: 6, PITCH: 4}


def test_it_does_not_matter_which_team_is_named_first() -> None:
    basis = small_basis("8/8 5/5", "5/5 6/6", teams="AB")

    assert why(basis, B, A) == why(basis, A, B)


def test_a_judge_of_one_team_adds_how_far_it_pulls_from_where_the_others_had_it() -> None:
    # J1 gives A 80 and B 50; J2 gives A alone 40, 40 below, over A's two ballots: −20.
    found = why(small_basis("8/8 5/5", "4/4 -", teams="AB"), A, B)

    assert found.gap == 10
    assert judges(found) == {"J1": "both 30", "J2": "the upper team only -20"}
    assert found.judges[1].by_criterion == {IMPACT: -12, PITCH: -8}


def test_a_judge_of_the_lower_team_who_marked_it_up_narrows_the_gap() -> None:
    found = why(small_basis("8/8 5/5", "- 7/7", teams="AB"), A, B)

    assert found.gap == 20
    assert judges(found) == {"J1": "both 30", "J2": "the lower team only -10"}


def test_without_a_judge_in_common_each_adds_a_share_of_its_own_team() -> None:
    found = why(small_basis("8/8 -", "6/6 -", "- 5/5", teams="AB"), A, B)

    assert found.gap == 20
    assert judges(found) == {
        "J1": "the upper team only 40",
        "J2": "the upper team only 30",
        "J3": "the lower team only -50",
    }


def test_adjusted_what_severity_explains_stands_apart_from_the_criteria() -> None:
    # J2 gives ten less than J1 and missed C, so C's mean is five too kind.
    basis = small_basis("6/6 7/7 8/8", "5/5 6/6 -", teams="ABC")

    found = why(replace(basis, method=Method.ADJUSTED), C, B)

    assert found.gap == 10
    assert judges(found) == {"J1": "both 10", "J2": "the lower team only 0"}
    assert found.criteria == {IMPACT: 9, PITCH: 6}
    assert found.severity == -5


def test_a_penalty_is_a_part_of_its_own() -> None:
    basis = small_basis("8/8 5/5 1/1", teams="ABC")

    found = why(replace(basis, penalties={A: Fraction(7), B: Fraction(3)}), A, B)

    assert found.gap == 26
    assert found.penalties == -4
    assert judges(found) == {"J1": "both 30"}


def test_points_that_no_judge_gave_are_a_part_of_their_own() -> None:
    basis = small_basis("8/8 5/5", teams="AB")

    found = why(replace(basis, points={A: Fraction(2), B: Fraction(9)}), A, B)

    assert found.gap == 23
    assert found.points == -7
    assert judges(found) == {"J1": "both 30"}


def test_teams_told_apart_by_a_rule_have_no_gap_and_the_steps_that_did_it() -> None:
    basis = replace(small_basis("8/3 6/6 9/9", teams="ABC"), tie_breaks=(HIGHEST, _by_pitch()))

    found = why(basis, A, B)

    assert found.upper.team == B
    assert found.gap == 0
    assert [(step.tie_break.rule, len(step.split)) for step in found.tie_steps] == [
        (TieRule.HIGHEST_BALLOT, 1),
        (TieRule.NAMED_CRITERION, 2),
    ]


def test_steps_that_one_of_the_two_had_left_behind_are_not_told() -> None:
    level = small_basis("9/9 5/5 5/5", "1/1 5/5 5/5", teams="ABC")

    found = why(replace(level, tie_breaks=(HIGHEST, _by_pitch())), A, B)

    assert [step.tie_break.rule for step in found.tie_steps] == [TieRule.HIGHEST_BALLOT]


def _by_pitch() -> TieBreak:
    return TieBreak(TieRule.NAMED_CRITERION, criterion=PITCH)


@pytest.mark.parametrize("method", [Method.RANK, Method.MEDIAN, Method.MAJORITY])
def test_a_method_whose_gap_is_no_sum_has_no_parts(method: Method) -> None:
    found = why(replace(small_basis("8/8 5/5", teams="AB"), method=method), A, B)

    assert (found.upper.team, found.judges, found.criteria) == (A, (), {})


def test_a_team_without_a_place_can_not_be_compared() -> None:
    basis = replace(small_basis("8/8 5/5 -", teams="ABC"), exclusions={B: Exclusion.WITHDRAWN})

    for other in (A, B, C):
        with pytest.raises(
            UnknownError, match=r"don’t both have a place. Choose two teams that do"
        ):
            why(basis, A, other)


def test_why_groundwork_is_above_lantern_at_tech_connect(tech_connect: Sample) -> None:
    names = tech_connect.names
    found = why(tech_connect.basis, names["Team Lantern"], names["Team Groundwork"])

    assert found.upper.team == names["Team Groundwork"]
    assert found.gap == Fraction(73, 112)
    # The harsh judge, recused from Groundwork, gave Lantern 61.5 where the others gave 75.9.
    assert [part.scored for part in found.judges] == [Scored.LOWER] + [Scored.BOTH] * 7
    assert found.judges[0].part == Fraction(201, 112)
    assert sum(part.part for part in found.judges[1:]) == found.gap - Fraction(201, 112)


@given(bases(methods=(Method.MEAN, Method.ADJUSTED)), st.data())
def test_the_parts_add_up_to_the_gap_exactly(basis: Basis, data: st.DataObject) -> None:
    try:
        placed = [one.team for one in settlement(basis).standings if one.place is not None]
    except MethodError:
        return
    assume(len(placed) > 1)
    one, other = data.draw(st.permutations(placed))[:2]

    found = why(basis, one, other)

    scores = {standing.team: standing.score for standing in standings_of(basis)}
    assert scores[found.upper.team] == (scores[found.lower.team] or 0) + found.gap
    rest = found.penalties + found.points
    assert sum(part.part for part in found.judges) == found.gap - rest
    assert sum(found.criteria.values()) + found.severity == found.gap - rest
    for criterion, part in found.criteria.items():
        assert part == sum(one.by_criterion[criterion] for one in found.judges)
