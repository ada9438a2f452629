from dataclasses import replace
from fractions import Fraction

import pytest

from judging_app.domain.ids import CriterionId, TeamId
from judging_app.domain.rubric import Criterion, CriterionKind, Rubric
from judging_app.domain.tie_breaks import TieBreak, TieRule
from judging_app.present.result.ties import step_text, tie_sentences
from judging_app.tally.basis import Basis
from judging_app.tally.ties import settlement
from tests.present.panel_setup import setup_of
from tests.tally.panels import PITCH, A, B, C, small_basis

CRITERIA = TieBreak(TieRule.CRITERIA_IN_ORDER)
BY_PITCH = TieBreak(TieRule.NAMED_CRITERION, criterion=PITCH)
HEAD_TO_HEAD = TieBreak(TieRule.HEAD_TO_HEAD)
FIRSTS = TieBreak(TieRule.FIRST_PLACES)
HIGHEST = TieBreak(TieRule.HIGHEST_BALLOT)
SPREAD = TieBreak(TieRule.SMALLEST_SPREAD)
JOINT = TieBreak(TieRule.JOINT)

# A ballot's total is 6 × impact + 4 × pitch. A and B have 150 points each, C has 110.
UNEVEN = small_basis("9/9 5/5 1/1", "1/1 5/5 6/6", "5/5 5/5 4/4", teams="ABC")
LEVEL = small_basis("5/5 5/5", "6/6 6/6", teams="AB")


def told(basis: Basis, *rules: TieBreak) -> tuple[str, ...]:
    found = settlement(replace(basis, tie_breaks=rules))
    return tie_sentences(setup_of(basis), found.ties)


def first_step(basis: Basis, rule: TieBreak) -> str:
    found = settlement(replace(basis, tie_breaks=(rule,)))
    return step_text(setup_of(basis), found.ties[0].steps[0])


def panel(*levels: tuple[TeamId, ...]) -> TieBreak:
    return TieBreak(TieRule.PANEL, order=levels, reason="The first was clearer.")


def test_without_declared_rules_tied_teams_are_said_to_be_joint() -> None:
    assert told(UNEVEN) == (
        ("Team A and Team B are tied for 1st place. There is no tie-break, so they are joint 1st."),
    )


def test_a_tie_is_told_from_who_was_level_over_every_rule_to_the_places() -> None:
    assert told(LEVEL, HEAD_TO_HEAD, CRITERIA, panel((B,), (A,))) == (
        (
            "Team A and Team B are tied for 1st place. By head to head, no team is ahead: Team A "
            "is above Team B on no ballots and below on none. By the criteria in the rubric’s "
            "order, no team is ahead: equal on every criterion. By the panel’s decision, Team B "
            "is ahead of Team A: “The first was clearer.” So Team B is 1st and Team A is 2nd."
        ),
    )


def test_each_tie_is_told_by_itself_best_place_first() -> None:
    basis = small_basis("8/8 8/8 2/2 2/2")

    assert told(basis) == (
        ("Team A and Team B are tied for 1st place. There is no tie-break, so they are joint 1st."),
        ("Team C and Team D are tied for 3rd place. There is no tie-break, so they are joint 3rd."),
    )


def test_without_a_tie_nothing_is_told() -> None:
    assert told(small_basis("8/8 2/2", teams="AB"), HIGHEST) == ()


@pytest.mark.parametrize(
    ("basis", "rule", "sentence"),
    [
        (
            *(small_basis("8/3 6/6", "8/3 6/6", teams="AB"), CRITERIA),
            (
                "By the criteria in the rubric’s order, Team A is ahead of Team B: on Impact "
                "Team A 8.00, Team B 6.00."
            ),
        ),
        (
            *(small_basis("8/3 6/6", "8/3 6/6", teams="AB"), BY_PITCH),
            "By the criterion Pitch, Team B is ahead of Team A: Team B 6.00, Team A 3.00.",
        ),
        (
            *(small_basis("5/5 4/4", "5/5 4/4", "4/4 6/6", teams="AB"), HEAD_TO_HEAD),
            (
                "By head to head, Team A is ahead of Team B: Team A is above Team B on 2 ballots "
                "and below on 1."
            ),
        ),
        (
            *(UNEVEN, FIRSTS),
            (
                "By first places, Team A is ahead of Team B: share of ballots in 1st place: "
                "Team A 2/3, Team B 1/3."
            ),
        ),
        (
            *(UNEVEN, HIGHEST),
            "By the highest ballot, Team A is ahead of Team B: Team A 90.00, Team B 50.00.",
        ),
        (
            *(UNEVEN, SPREAD),
            (
                "By the smallest spread from best to worst ballot, Team B is ahead of Team A: "
                "Team B 0.00, Team A 80.00."
            ),
        ),
        (*(UNEVEN, JOINT), "By the event’s rules, Team A and Team B stay joint."),
    ],
    ids=["criteria", "criterion", "head to head", "firsts", "highest", "spread", "joint"],
)
def test_a_rule_says_what_it_found(basis: Basis, rule: TieBreak, sentence: str) -> None:
    assert first_step(basis, rule) == sentence


@pytest.mark.parametrize(
    ("basis", "rule", "sentence"),
    [
        (
            *(small_basis("5/5 -", "- 5/5", teams="AB"), HEAD_TO_HEAD),
            "Head to head doesn’t apply: two of Team A and Team B have no judge who scored both.",
        ),
        (
            *(small_basis("6/6 5/5", "4/4 -", teams="AB"), SPREAD),
            (
                "The smallest spread from best to worst ballot doesn’t apply: one of Team A and "
                "Team B has only one ballot, so it has no spread."
            ),
        ),
        (
            *(LEVEL, panel((A,))),
            "The panel’s decision doesn’t apply: it doesn’t name all of Team A and Team B.",
        ),
    ],
    ids=["head to head", "spread", "panel"],
)
def test_a_rule_that_does_not_apply_says_why(basis: Basis, rule: TieBreak, sentence: str) -> None:
    assert first_step(basis, rule) == sentence


def test_only_the_criteria_that_had_to_be_looked_at_are_told() -> None:
    # 6 × 5 + 4 × 7 = 58 = 6 × 3 + 4 × 10, and so all three have 58.
    basis = small_basis("5/7 5/7 3/10", teams="ABC")

    assert first_step(basis, CRITERIA) == (
        "By the criteria in the rubric’s order, the order is Team A and Team B still tied, then "
        "Team C: on Impact Team A 5.00, Team B 5.00, Team C 3.00."
    )


def test_of_equal_first_places_the_second_places_are_told() -> None:
    basis = small_basis("8/8 6/6 5/5 4/4", "4/4 6/6 5/5 1/1", "3/3 3/3 9/9 9/9")

    assert first_step(basis, FIRSTS) == (
        "By first places, Team B is ahead of Team A: equal on 1st places; share of ballots in "
        "2nd place: Team B 1/3, Team A none."
    )


def test_head_to_head_of_three_gives_each_team_its_own_count() -> None:
    circle = small_basis("6/6 5/5 4/4", "4/4 6/6 5/5", "5/5 4/4 6/6", teams="ABC")

    assert first_step(circle, HEAD_TO_HEAD) == (
        "By head to head, no team is ahead: Team A above 3 and below 3, Team B above 3 and below "
        "3, Team C above 3 and below 3."
    )


def test_figures_that_two_decimals_would_make_equal_are_told_as_fractions() -> None:
    values = {A: (Fraction(100, 3),), B: (Fraction(100_003, 3_000),)}
    tied = settlement(replace(LEVEL, tie_breaks=(HIGHEST,))).ties[0].steps[0]
    step = replace(tied, values=values, split=((B,), (A,)))

    assert step_text(setup_of(LEVEL), step).endswith("Team B 100003/3000, Team A 100/3.")


def test_joint_teams_behind_others_share_their_place() -> None:
    assert told(small_basis("5/5 5/5 5/5", teams="ABC"), panel((C,), (A, B)))[0].endswith(
        "the order is Team C, then Team A and Team B still tied: “The first was clearer.” So "
        "Team C is 1st and Team A and Team B are joint 2nd."
    )


def test_on_an_inverted_scale_the_lower_figure_is_said_to_be_better() -> None:
    # 6 × (11 − impact) + 4 × pitch: both have 54.
    basis = small_basis("6/6 4/3", teams="AB")
    impact, pitch = basis.rubric.criteria
    level = replace(basis, rubric=Rubric((replace(impact, is_inverted=True), pitch)))

    assert first_step(level, CRITERIA) == (
        "By the criteria in the rubric’s order, Team B is ahead of Team A: on Impact (lower is "
        "better) Team B 4.00, Team A 6.00."
    )


def test_a_criterion_that_the_organiser_scores_settles_no_tie() -> None:
    price = Criterion(CriterionId("price"), "Price", Fraction(10), kind=CriterionKind.ORGANISER)
    basis = small_basis("5/5 5/5", teams="AB")
    priced = replace(
        basis,
        rubric=Rubric((*basis.rubric.criteria, price)),
        points={A: Fraction(5), B: Fraction(5)},
    )

    assert first_step(priced, TieBreak(TieRule.NAMED_CRITERION, criterion=price.id)) == (
        "The criterion Price doesn’t apply: it is scored by the organiser, not by the judges."
    )
