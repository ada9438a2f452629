from judging_app.domain.tie_breaks import TieRule
from judging_app.present.words.tie_rules import every_tie_break, tie_break_name
from tests.desk.priced_event import PRICE, PRICED


def test_every_rule_can_be_chosen_and_each_has_a_name_of_its_own() -> None:
    found = every_tie_break(PRICED)

    assert {one.rule for one in found} == set(TieRule)
    assert len({tie_break_name(PRICED, one) for one in found}) == len(found)


def test_a_criterion_of_the_organisers_settles_no_tie() -> None:
    assert PRICE not in {one.criterion for one in every_tie_break(PRICED)}
