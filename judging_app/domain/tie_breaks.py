"""The rules that settle a tie, chosen before anyone has scored; chance is none of them."""

from dataclasses import dataclass
from enum import Enum

from judging_app.domain.ids import CriterionId, TeamId
from judging_app.errors import MethodError

NO_CRITERION = CriterionId("")


class TieRule(Enum):
    """What decides between tied teams."""

    CRITERIA_IN_ORDER = "criteria in order"
    NAMED_CRITERION = "named criterion"
    HEAD_TO_HEAD = "head to head"
    FIRST_PLACES = "first places"
    HIGHEST_BALLOT = "highest ballot"
    SMALLEST_SPREAD = "smallest spread"
    PANEL = "panel"
    JOINT = "joint"


@dataclass(frozen=True, slots=True)
class DeclaredTieBreak:
    """One rule of the list that is chosen before scoring; the panel's order is not known yet."""

    rule: TieRule
    criterion: CriterionId | None = None

    def __post_init__(self) -> None:
        if (self.rule is TieRule.NAMED_CRITERION) != (self.criterion is not None):
            raise MethodError(
                "Choose a criterion for the tie-break “named criterion”, and for no other "
                "tie-break."
            )


@dataclass(frozen=True, slots=True)
class TieBreak:
    """One rule of the declared list, with what it needs.

    `criterion` belongs to `NAMED_CRITERION`. `order` and `reason` belong to `PANEL`: the teams
    best first, those that the panel leaves level together in one entry.
    """

    rule: TieRule
    criterion: CriterionId = NO_CRITERION
    order: tuple[tuple[TeamId, ...], ...] = ()
    reason: str = ""

    def __post_init__(self) -> None:
        if (self.rule is TieRule.NAMED_CRITERION) != bool(self.criterion):
            raise MethodError(
                "Choose a criterion for the tie-break “named criterion”, and for no other "
                "tie-break."
            )
        if self.rule is TieRule.PANEL:
            self._check_decision()
        elif self.order or self.reason:
            raise MethodError(
                "Only the panel’s decision needs an order and a reason. Leave them out, or let the "
                "panel decide."
            )

    def _check_decision(self) -> None:
        teams = [team for level in self.order for team in level]
        if not self.reason.strip():
            raise MethodError("The panel’s decision has no reason. Say why in a sentence.")
        if not teams or len(set(teams)) < len(teams):
            raise MethodError("List every tied team once, best first.")
