import pytest

from judging_app.domain.ids import CriterionId, TeamId
from judging_app.domain.tie_breaks import DeclaredTieBreak, TieBreak, TieRule
from judging_app.errors import MethodError

A, B = TeamId("A"), TeamId("B")


@pytest.mark.parametrize(
    "rule", [rule for rule in TieRule if rule not in (TieRule.NAMED_CRITERION, TieRule.PANEL)]
)
def test_a_rule_that_is_worked_out_needs_nothing_but_its_name(rule: TieRule) -> None:
    assert TieBreak(rule).rule is DeclaredTieBreak(rule).rule is rule


@pytest.mark.parametrize("kind", [TieBreak, DeclaredTieBreak])
def test_a_named_criterion_needs_its_name(kind: type[TieBreak | DeclaredTieBreak]) -> None:
    with pytest.raises(MethodError, match="tie-break"):
        kind(TieRule.NAMED_CRITERION)


@pytest.mark.parametrize("kind", [TieBreak, DeclaredTieBreak])
def test_no_other_rule_takes_a_criterion(kind: type[TieBreak | DeclaredTieBreak]) -> None:
    with pytest.raises(MethodError, match="and for no other tie-break"):
        kind(TieRule.JOINT, criterion=CriterionId("impact"))


@pytest.mark.parametrize("reason", ["", "  "])
def test_a_decision_of_the_panel_needs_a_reason(reason: str) -> None:
    with pytest.raises(MethodError) as refusal:
        TieBreak(TieRule.PANEL, order=((A,), (B,)), reason=reason)

    assert str(refusal.value) == "The panel’s decision has no reason. Say why in a sentence."


@pytest.mark.parametrize("order", [(), ((),), ((A,), (B, A))])
def test_a_decision_of_the_panel_names_each_team_once(
    order: tuple[tuple[TeamId, ...], ...],
) -> None:
    with pytest.raises(MethodError, match="List every tied team once"):
        TieBreak(TieRule.PANEL, order=order, reason="Clearer.")


@pytest.mark.parametrize(("order", "reason"), [(((A,),), ""), ((), "Clearer.")])
def test_what_is_worked_out_takes_no_decision_of_the_panel(
    order: tuple[tuple[TeamId, ...], ...], reason: str
) -> None:
    with pytest.raises(MethodError, match="Only the panel’s decision needs an order"):
        TieBreak(TieRule.HEAD_TO_HEAD, order=order, reason=reason)
