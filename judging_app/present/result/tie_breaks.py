"""What each tie-break is called where it is chosen."""

from collections.abc import Mapping
from types import MappingProxyType

from judging_app.domain.rubric import Rubric
from judging_app.domain.tie_breaks import DeclaredTieBreak, TieRule
from judging_app.present.criteria import sectioned_title

_NAMES: Mapping[TieRule, str] = MappingProxyType(
    {
        TieRule.CRITERIA_IN_ORDER: "The criteria in the rubric’s order",
        TieRule.HEAD_TO_HEAD: "Head to head",
        TieRule.FIRST_PLACES: "First places",
        TieRule.HIGHEST_BALLOT: "The highest ballot",
        TieRule.SMALLEST_SPREAD: "The smallest spread from best to worst ballot",
        TieRule.PANEL: "The panel’s decision",
        TieRule.JOINT: "They stay joint",
    }
)


def every_tie_break(rubric: Rubric) -> tuple[DeclaredTieBreak, ...]:
    """All that can be chosen: the rules, and each criterion that the judges score."""
    return (
        *(DeclaredTieBreak(rule) for rule in _NAMES),
        *(DeclaredTieBreak(TieRule.NAMED_CRITERION, one.id) for one in rubric.judged),
    )


def tie_break_name(rubric: Rubric, one: DeclaredTieBreak) -> str:
    """What it is called by itself: "Head to head", "The criterion Impact"."""
    if one.criterion is None:
        return _NAMES[one.rule]
    titles = {criterion.id: sectioned_title(criterion) for criterion in rubric.criteria}
    return f"The criterion {titles.get(one.criterion, one.criterion)}"
