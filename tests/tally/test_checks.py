from collections import Counter
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given

from judging_app.domain.event import Method
from judging_app.domain.ids import CriterionId, JudgeId
from judging_app.domain.rubric import Criterion, CriterionKind, Rubric
from judging_app.domain.tie_breaks import TieBreak, TieRule
from judging_app.errors import MethodError
from judging_app.tally.basis import Basis
from judging_app.tally.checks import Check, CheckKind, checks
from judging_app.tally.standings import winners
from judging_app.tally.ties import settlement
from tests.tally.conftest import Sample
from tests.tally.panels import IMPACT, PITCH, A, B, C, small_basis
from tests.tally.strategies import bases

BY_PITCH = TieBreak(TieRule.NAMED_CRITERION, criterion=PITCH)


def of_kind(found: tuple[Check, ...], kind: CheckKind) -> dict[str, str]:
    return {one.what: " ".join(one.winners) for one in found if one.kind is kind}


def same(found: tuple[Check, ...]) -> Counter[bool | None]:
    return Counter(one.is_same for one in found)


def test_a_winner_that_hangs_on_one_judge_is_found() -> None:
    # J1 has A 30 ahead, J2 and J3 have B 10 ahead.
    found = checks(small_basis("8/8 5/5", "4/4 5/5", "4/4 5/5", teams="AB"))

    assert of_kind(found, CheckKind.WITHOUT_JUDGE) == {"J1": "B", "J2": "A", "J3": "A"}


def test_a_judge_without_a_ballot_that_counts_is_no_check() -> None:
    basis = small_basis("8/8 5/5", "- -", teams="AB")

    assert list(of_kind(checks(basis), CheckKind.WITHOUT_JUDGE)) == ["J1"]


def test_a_winner_that_hangs_on_one_criterion_is_found() -> None:
    found = checks(small_basis("8/5 7/6", teams="AB"))

    assert of_kind(found, CheckKind.WITHOUT_CRITERION) == {"impact": "B", "pitch": "A"}


def test_the_only_criterion_is_never_left_out() -> None:
    basis = small_basis("8/8 5/5", teams="AB")
    one_criterion = replace(basis.rubric, criteria=basis.rubric.criteria[:1])
    ballots = tuple(replace(one, scores={IMPACT: one.scores[IMPACT]}) for one in basis.ballots)

    found = checks(replace(basis, rubric=one_criterion, ballots=ballots))

    assert of_kind(found, CheckKind.WITHOUT_CRITERION) == {}


def test_without_a_criterion_a_tie_break_that_names_it_is_left_out_too() -> None:
    basis = replace(small_basis("5/8 5/3", teams="AB"), tie_breaks=(BY_PITCH,))

    found = checks(basis)

    assert of_kind(found, CheckKind.WITHOUT_CRITERION) == {"impact": "A", "pitch": "A B"}
    assert [one.is_same for one in found if one.kind is CheckKind.WITHOUT_CRITERION] == [
        True,
        False,
    ]


def test_what_the_organiser_gave_stays_as_it_is() -> None:
    basis = small_basis("8/8 5/5", teams="AB")
    price = Criterion(CriterionId("price"), "Price", Fraction(20), kind=CriterionKind.ORGANISER)
    bonus = Criterion(CriterionId("bonus"), "Bonus", Fraction(5), 0, kind=CriterionKind.BONUS)
    scored = tuple(replace(one, scores={**one.scores, bonus.id: 1}) for one in basis.ballots)
    rubric = Rubric((basis.rubric.criteria[0], price, bonus))

    found = checks(
        replace(basis, rubric=rubric, ballots=scored, points={A: Fraction(1), B: Fraction(40)})
    )

    # Without impact nothing would be left to judge, so it is only weighed anew.
    assert of_kind(found, CheckKind.WITHOUT_CRITERION) == {"bonus": "B"}
    assert of_kind(found, CheckKind.MORE_WEIGHT) == {"impact": "B", "bonus": "B"}


def test_each_weight_is_moved_by_five_points_of_a_hundred_both_ways() -> None:
    # A has 66 points, B 65.6: A is one step ahead in impact, B 1.4 steps in the pitch.
    basis = small_basis("7/6 6/7", "7/6 6/7", "7/6 6/7", "7/6 6/8", "7/6 6/8", teams="AB")

    found = checks(basis)

    assert of_kind(found, CheckKind.MORE_WEIGHT) == {"impact": "A", "pitch": "B"}
    assert of_kind(found, CheckKind.LESS_WEIGHT) == {"impact": "B", "pitch": "A"}


def test_a_weight_is_never_lowered_to_nothing() -> None:
    basis = small_basis("7/6 6/7", teams="AB")
    impact, pitch = basis.rubric.criteria
    light = replace(
        basis.rubric,
        criteria=(
            replace(impact, weight=impact.weight + 35),
            replace(pitch, weight=pitch.weight / 8),
        ),
    )

    found = checks(replace(basis, rubric=light))

    assert list(of_kind(found, CheckKind.MORE_WEIGHT)) == ["impact", "pitch"]
    assert list(of_kind(found, CheckKind.LESS_WEIGHT)) == ["impact"]


def test_every_other_method_is_tried_and_one_that_gives_no_result_says_why() -> None:
    found = checks(small_basis("8/8 5/5", "7/7 6/6", teams="AB"))

    by_method = {one.what: one for one in found if one.kind is CheckKind.METHOD}
    assert set(by_method) == {m.value for m in Method if m is not Method.MEAN}
    assert by_method["rank"].is_same
    assert by_method["trimmed"].is_same is None
    assert by_method["trimmed"].winners == ()
    assert by_method["trimmed"].refusal.startswith("Team “A” has 2 of the 4 ballots")


def test_each_sectors_judges_are_asked_alone() -> None:
    basis = small_basis("8/8 5/5", "8/8 7/7", "5/5 6/6", "5/5 9/9", teams="AB")
    sectors = {JudgeId("J1"): "government", JudgeId("J2"): "government", JudgeId("J3"): "industry"}

    found = checks(basis, sectors)

    assert of_kind(found, CheckKind.SECTOR) == {"government": "A", "industry": "B"}


def test_a_panel_of_one_sector_is_no_check_of_itself() -> None:
    basis = small_basis("8/8 5/5", "8/8 7/7", teams="AB")

    found = checks(basis, {JudgeId("J1"): "industry", JudgeId("J2"): "industry"})

    assert of_kind(found, CheckKind.SECTOR) == {}


def test_the_first_places_are_the_same_only_in_the_same_order() -> None:
    # J1 swaps B and C behind A.
    basis = small_basis("9/9 7/7 4/4", "9/9 4/4 5/5", teams="ABC")

    first = checks(basis)
    first_two = checks(basis, first=2)

    assert same(first)[False] == 0
    without_first = next(one for one in first_two if one.what == "J1")
    assert (without_first.winners, without_first.is_same) == ((A, C), False)


def test_a_tie_settled_by_the_declared_rules_counts_as_settled() -> None:
    basis = replace(small_basis("8/3 6/6", "8/3 6/6", teams="AB"), tie_breaks=(BY_PITCH,))

    assert of_kind(checks(basis), CheckKind.WITHOUT_JUDGE) == {"J1": "B", "J2": "B"}


def test_the_declared_method_itself_must_give_a_result() -> None:
    with pytest.raises(MethodError):
        checks(replace(small_basis("8/8 5/5", teams="AB"), method=Method.TRIMMED))


def test_at_tech_connect_the_winner_is_the_same_in_twenty_one_of_thirty_two_checks(
    tech_connect: Sample,
) -> None:
    sectors = {
        judge: "government" if number <= 4 else "industry"
        for number, judge in enumerate(tech_connect.judges, start=1)
    }
    names = {team: name.removeprefix("Team ") for name, team in tech_connect.names.items()}

    found = checks(tech_connect.basis, sectors)

    assert same(found) == {True: 21, False: 11}
    assert [f"{one.kind.value}: {one.what}" for one in found if not one.is_same] == [
        "without a judge: J1",
        "without a judge: J4",
        "without a criterion: innovation",
        "without a criterion: evidence",
        "without a criterion: delivery",
        "another method: adjusted",
        "another method: rank",
        "another method: rank-points",
        "another method: majority",
        "another method: z-score",
        "one sector’s judges: industry",
    ]
    assert {names[one.winners[0]] for one in found if not one.is_same} == {"Lantern"}


@given(bases())
def test_a_check_is_the_same_just_when_the_same_teams_win(basis: Basis) -> None:
    result = winners(settlement(basis).standings)

    for one in checks(basis):
        assert one.is_same is None or one.is_same == (sorted(one.winners) == sorted(result))
