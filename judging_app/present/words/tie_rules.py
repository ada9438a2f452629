"""What each tie-break is called: where it is chosen, within a sentence, and where it is typed."""

from dataclasses import dataclass

from judging_app.closed_sets import complete
from judging_app.domain.rubric import Rubric
from judging_app.domain.tie_breaks import DeclaredTieBreak, TieRule
from judging_app.present.criteria import sectioned_title


@dataclass(frozen=True, slots=True)
class RuleWords:
    """A rule's name by itself, its name within a sentence, and what the command line calls it.

    The criterion's title follows the name of one that names a criterion, and its code the word
    of the command line.
    """

    name: str
    in_sentence: str
    typed: str


RULE_WORDS = complete(
    {
        TieRule.CRITERIA_IN_ORDER: RuleWords(
            "The criteria in the rubric’s order", "the criteria in the rubric’s order", "criteria"
        ),
        TieRule.NAMED_CRITERION: RuleWords("The criterion", "the criterion", "criterion:"),
        TieRule.HEAD_TO_HEAD: RuleWords("Head to head", "head to head", "head-to-head"),
        TieRule.FIRST_PLACES: RuleWords("First places", "first places", "first-places"),
        TieRule.HIGHEST_BALLOT: RuleWords(
            "The highest ballot", "the highest ballot", "highest-ballot"
        ),
        TieRule.SMALLEST_SPREAD: RuleWords(
            "The smallest spread from best to worst ballot",
            "the smallest spread from best to worst ballot",
            "smallest-spread",
        ),
        TieRule.PANEL: RuleWords("The panel’s decision", "the panel’s decision", "panel"),
        TieRule.JOINT: RuleWords("They stay joint", "the event’s rules", "joint"),
    }
)
"""In the order in which they are offered."""


def every_tie_break(rubric: Rubric) -> tuple[DeclaredTieBreak, ...]:
    """All that can be chosen: the rules, and each criterion that the judges score."""
    named = TieRule.NAMED_CRITERION
    return (
        *(DeclaredTieBreak(rule) for rule in RULE_WORDS if rule is not named),
        *(DeclaredTieBreak(named, one.id) for one in rubric.judged),
    )


def tie_break_name(rubric: Rubric, one: DeclaredTieBreak) -> str:
    """What it is called by itself: "Head to head", "The criterion Impact"."""
    name = RULE_WORDS[one.rule].name
    if one.criterion is None:
        return name
    titles = {criterion.id: sectioned_title(criterion) for criterion in rubric.criteria}
    return f"{name} {titles.get(one.criterion, one.criterion)}"
