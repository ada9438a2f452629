from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from judging_app.domain.ids import CriterionId, TeamId
from judging_app.domain.rubric import Criterion, CriterionKind, Rubric
from judging_app.domain.tie_breaks import TieBreak, TieRule
from judging_app.errors import UnknownError
from judging_app.tally.basis import Basis
from judging_app.tally.standings import standings_of
from judging_app.tally.ties import Settlement, TieStep, settlement
from tests.tally.panels import PITCH, A, B, C, D, small_basis
from tests.tally.strategies import bases

CRITERIA = TieBreak(TieRule.CRITERIA_IN_ORDER)
BY_PITCH = TieBreak(TieRule.NAMED_CRITERION, criterion=PITCH)
HEAD_TO_HEAD = TieBreak(TieRule.HEAD_TO_HEAD)
FIRSTS = TieBreak(TieRule.FIRST_PLACES)
HIGHEST = TieBreak(TieRule.HIGHEST_BALLOT)
SPREAD = TieBreak(TieRule.SMALLEST_SPREAD)
JOINT = TieBreak(TieRule.JOINT)

# A ballot's total is 6 × impact + 4 × pitch. A and B have 150 points each, C has 110.
UNEVEN = small_basis("9/9 5/5 1/1", "1/1 5/5 6/6", "5/5 5/5 4/4", teams="ABC")


def panel(*levels: tuple[TeamId, ...]) -> TieBreak:
    return TieBreak(TieRule.PANEL, order=levels, reason="Heard again; the first was clearer.")


def settled(basis: Basis, *tie_breaks: TieBreak) -> Settlement:
    return settlement(replace(basis, tie_breaks=tie_breaks))


def places(found: Settlement) -> str:
    return " ".join(f"{s.team}{'=' if s.is_tied else ''}{s.place}" for s in found.standings)


def only_step(basis: Basis, tie_break: TieBreak) -> TieStep:
    (step,) = settled(basis, tie_break).ties[0].steps
    return step


def in_words(step: TieStep) -> dict[str, str]:
    return {str(team): " ".join(map(str, values)) for team, values in step.values.items()}


def test_without_rules_a_tie_is_joint_and_no_step_is_made() -> None:
    found = settled(small_basis("5/5 5/5 9/9", teams="ABC"))

    assert places(found) == "C1 A=2 B=2"
    assert [(tie.place, tie.teams, tie.steps, tie.settled) for tie in found.ties] == [
        (2, (A, B), (), ((A, B),))
    ]


def test_where_nobody_ties_no_rule_is_asked() -> None:
    found = settled(small_basis("9/9 5/5", teams="AB"), CRITERIA, JOINT)

    assert (places(found), found.ties) == ("A1 B2", ())


def test_criteria_are_compared_in_the_rubrics_order() -> None:
    step = only_step(small_basis("8/3 6/6", teams="AB"), CRITERIA)

    assert step.applied
    assert in_words(step) == {"A": "8 3", "B": "6 6"}
    assert step.split == ((A,), (B,))


def test_where_the_first_criterion_is_level_the_next_one_decides() -> None:
    level = replace(small_basis("7/5 7/6", teams="AB"), penalties={B: Fraction(4)})

    found = settled(level, CRITERIA)

    assert places(found) == "B1 A2"
    assert [one.penalty for one in found.standings] == [4, 0]


def test_a_named_criterion_decides_whatever_the_others_say() -> None:
    step = only_step(small_basis("8/3 6/6", "8/3 6/6", teams="AB"), BY_PITCH)

    assert in_words(step) == {"A": "3", "B": "6"}
    assert step.split == ((B,), (A,))


def test_the_scores_of_a_criterion_are_compared_in_points_and_over_the_ballots_that_are_in() -> (
    None
):
    basis = small_basis("8/3 6/6", "6/6 -", teams="AB")
    halves = tuple(replace(one, step=Fraction(1, 2)) for one in basis.rubric.criteria)

    step = only_step(replace(basis, rubric=replace(basis.rubric, criteria=halves)), BY_PITCH)

    assert in_words(step) == {"A": "9/4", "B": "3"}


@pytest.mark.parametrize("rule", [CRITERIA, BY_PITCH])
def test_on_an_inverted_scale_the_lower_score_is_ahead(rule: TieBreak) -> None:
    basis = small_basis("5/3 5/8", teams="AB")
    impact, pitch = basis.rubric.criteria
    inverted = replace(basis.rubric, criteria=(impact, replace(pitch, is_inverted=True)))
    level = replace(basis, rubric=inverted, penalties={A: Fraction(20)})

    step = only_step(level, rule)

    assert step.values[A][-1] == 3
    assert step.split == ((A,), (B,))


def test_a_criterion_that_the_organiser_scores_breaks_no_tie() -> None:
    basis = small_basis("5/5 5/5", teams="AB")
    price = Criterion(CriterionId("price"), "Price", Fraction(20), kind=CriterionKind.ORGANISER)
    with_price = replace(
        basis,
        rubric=Rubric((*basis.rubric.criteria, price)),
        points={A: Fraction(5), B: Fraction(5)},
    )

    by_price = only_step(with_price, TieBreak(TieRule.NAMED_CRITERION, criterion=price.id))
    in_order = only_step(with_price, CRITERIA)

    assert not by_price.applied
    assert in_words(in_order) == {"A": "5 5", "B": "5 5"}


def test_a_rule_that_names_a_criterion_of_another_rubric_is_refused() -> None:
    wrong = TieBreak(TieRule.NAMED_CRITERION, criterion=CriterionId("charm"))

    with pytest.raises(UnknownError, match="“charm”"):
        settled(small_basis("5/5 5/5", teams="AB"), wrong)


def test_head_to_head_the_team_is_ahead_that_more_ballots_put_higher() -> None:
    basis = small_basis("5/5 4/4", "5/5 4/4", "5/5 7/7", "6/6 6/6", teams="AB")

    step = only_step(basis, HEAD_TO_HEAD)

    assert in_words(step) == {"A": "2 1", "B": "1 2"}
    assert step.split == ((A,), (B,))


def test_head_to_head_a_judge_who_missed_one_of_two_says_nothing() -> None:
    basis = small_basis("5/5 4/4", "5/5 -", "- 6/6", teams="AB")

    assert in_words(only_step(basis, HEAD_TO_HEAD)) == {"A": "1 0", "B": "0 1"}


def test_head_to_head_does_not_apply_where_two_of_the_tied_share_no_judge() -> None:
    step = only_step(small_basis("5/5 5/5 -", "5/5 - 5/5", teams="ABC"), HEAD_TO_HEAD)

    assert (step.applied, dict(step.values), step.split) == (False, {}, ((A, B, C),))


def test_head_to_head_a_circle_of_three_stays_level() -> None:
    circle = small_basis("6/6 5/5 4/4", "4/4 6/6 5/5", "5/5 4/4 6/6", teams="ABC")

    step = only_step(circle, HEAD_TO_HEAD)

    assert step.applied
    assert step.split == ((A, B, C),)


def test_head_to_head_being_put_below_takes_away_what_being_put_above_gives() -> None:
    # J2 missed B, so B was put above or below less often than C, but not oftener below.
    step = only_step(small_basis("6/6 5/5 4/4", "4/4 - 6/6", teams="ABC"), HEAD_TO_HEAD)

    assert in_words(step) == {"A": "2 1", "B": "1 1", "C": "1 2"}
    assert step.split == ((A,), (B,), (C,))


def test_head_to_head_looks_at_the_tied_teams_only() -> None:
    # D is beaten by A alone, but D isn't tied.
    basis = small_basis("5/5 6/6 1/1", "6/6 5/5 7/7", teams="ABD")

    assert in_words(only_step(basis, HEAD_TO_HEAD)) == {"A": "1 1", "B": "1 1"}


def test_more_first_places_are_ahead_and_a_shared_first_is_one() -> None:
    step = only_step(UNEVEN, FIRSTS)

    assert in_words(step) == {"A": "2/3 0 1/3", "B": "1/3 2/3 0"}
    assert step.split == ((A,), (B,))


def test_of_equal_first_places_the_second_places_decide() -> None:
    # A is first and third, B first and second.
    basis = small_basis("8/8 6/6 5/5 4/4", "4/4 6/6 5/5 1/1", "3/3 3/3 9/9 9/9")

    step = only_step(basis, FIRSTS)

    assert in_words(step) == {"A": "1/3 0 2/3 0", "B": "1/3 1/3 1/3 0"}
    assert step.split == ((B,), (A,))


def test_first_places_are_a_share_so_that_a_recusal_costs_none() -> None:
    basis = small_basis("5/5 4/4", "5/5 6/6", "5/5 -", teams="AB")

    assert in_words(only_step(basis, FIRSTS)) == {"A": "2/3 1/3", "B": "1/2 1/2"}


def test_the_highest_single_ballot_is_ahead() -> None:
    step = only_step(UNEVEN, HIGHEST)

    assert in_words(step) == {"A": "90", "B": "50"}
    assert step.split == ((A,), (B,))


def test_the_smallest_spread_is_ahead() -> None:
    step = only_step(UNEVEN, SPREAD)

    assert in_words(step) == {"A": "80", "B": "0"}
    assert step.split == ((B,), (A,))


def test_a_single_ballot_has_no_spread_to_win_by() -> None:
    step = only_step(small_basis("6/6 5/5", "4/4 -", teams="AB"), SPREAD)

    assert not step.applied
    assert step.split == ((A, B),)


def test_the_panel_may_put_tied_teams_in_order_and_leave_some_level() -> None:
    found = settled(small_basis("5/5 5/5 5/5", teams="ABC"), panel((C,), (A, B)))

    assert places(found) == "C1 A=2 B=2"
    assert in_words(found.ties[0].steps[0]) == {"A": "2", "B": "2", "C": "1"}


def test_the_panels_decision_about_other_teams_does_not_apply() -> None:
    step = only_step(small_basis("5/5 5/5 5/5", teams="ABC"), panel((C,), (A,)))

    assert not step.applied


def test_the_panels_order_moves_nobody_who_is_not_tied() -> None:
    found = settled(small_basis("9/9 5/5 5/5", teams="ABC"), panel((C,), (B,), (A,)))

    assert places(found) == "A1 C2 B3"


def test_joint_ends_the_list() -> None:
    found = settled(UNEVEN, JOINT, HIGHEST)

    assert places(found) == "A=1 B=1 C3"
    assert [step.tie_break for step in found.ties[0].steps] == [JOINT]


def test_what_a_rule_leaves_level_goes_on_with_the_next_rule_and_not_from_the_start() -> None:
    # All have 120. The highest ballot takes A out; the spread then parts B and C.
    basis = small_basis("9/9 7/7 5/5 6/6", "3/3 5/5 7/7 6/6")

    found = settled(basis, HIGHEST, FIRSTS, SPREAD)

    assert [(step.tie_break.rule, step.teams) for step in found.ties[0].steps] == [
        (TieRule.HIGHEST_BALLOT, (A, B, C, D)),
        (TieRule.FIRST_PLACES, (B, C)),
    ]
    assert places(found) == "A1 C2 B3 D4"


def test_two_ties_are_settled_each_for_itself() -> None:
    basis = small_basis("8/3 6/6 1/1 1/1")

    found = settled(basis, BY_PITCH)

    assert places(found) == "B1 A2 C=3 D=3"
    assert [(tie.place, tie.teams) for tie in found.ties] == [(1, (A, B)), (3, (C, D))]


@given(bases())
def test_rules_move_teams_only_within_their_tie(basis: Basis) -> None:
    before = {one.team: one for one in standings_of(basis)}

    found = settlement(basis)

    assert sorted(one.team for one in found.standings) == sorted(before)
    for one in found.standings:
        was = before[one.team]
        if not was.is_tied:
            assert one == was
            continue
        sharing = sum(other.place == was.place for other in before.values())
        assert was.place is not None
        assert one.place is not None
        assert was.place <= one.place < was.place + sharing
        assert one.score == was.score


@given(bases())
def test_after_the_rules_a_place_still_counts_the_teams_ahead(basis: Basis) -> None:
    found = [one.place for one in settlement(basis).standings if one.place is not None]

    assert found == sorted(found)
    for place in found:
        assert place == 1 + sum(other < place for other in found)


@given(bases(), st.data())
def test_in_which_order_teams_and_judges_are_listed_settles_no_tie(
    basis: Basis, data: st.DataObject
) -> None:
    shuffled = replace(
        basis,
        teams=tuple(data.draw(st.permutations(basis.teams))),
        judges=tuple(data.draw(st.permutations(basis.judges))),
        ballots=tuple(data.draw(st.permutations(basis.ballots))),
    )

    by_team = {one.team: (one.place, one.is_tied) for one in settlement(shuffled).standings}

    assert by_team == {one.team: (one.place, one.is_tied) for one in settlement(basis).standings}


@given(bases())
def test_a_step_keeps_the_teams_that_it_was_put_to(basis: Basis) -> None:
    for tie in settlement(basis).ties:
        for step in tie.steps:
            assert sorted(team for level in step.split for team in level) == sorted(step.teams)
            assert set(step.values) == (set(step.teams) if step.applied else set())
            assert set(step.teams) <= set(tie.teams)
