from dataclasses import replace
from fractions import Fraction

from judging_app.domain.event import Method
from judging_app.tally.run_order import Slot, run_order
from tests.tally.panels import A, B, C, D, small_basis


def test_scores_stand_in_the_order_in_which_the_teams_pitched() -> None:
    found = run_order(small_basis("8/8 5/5 6/6", teams="ABC"), (B, C, A))

    assert found.slots == (
        Slot(1, B, Fraction(50)),
        Slot(2, C, Fraction(60)),
        Slot(3, A, Fraction(80)),
    )
    assert (found.later_better, found.earlier_better) == (3, 0)
    assert found.correlation == 1


def test_level_pairs_count_for_neither_side() -> None:
    found = run_order(small_basis("8/8 5/5 5/5", teams="ABC"), (A, B, C))

    assert (found.pairs, found.later_better, found.earlier_better) == (3, 0, 2)
    assert found.correlation == Fraction(-2, 3)


def test_a_team_without_a_score_keeps_its_slot_and_is_in_no_pair() -> None:
    found = run_order(small_basis("8/8 - 9/9 -"), (A, B, C, D))

    assert [slot.number for slot in found.slots] == [1, 3]
    assert found.correlation == 1


def test_a_single_team_has_nothing_to_compare() -> None:
    assert run_order(small_basis("8/8", teams="A"), (A,)).correlation is None


def test_where_the_lowest_is_best_doing_better_is_being_lower() -> None:
    basis = replace(small_basis("5/5 8/8", teams="AB"), method=Method.RANK)

    assert run_order(basis, (A, B)).later_better == 1
