"""A paper sheet keyed in: once, then a second time without sight of the first."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from judging_app.domain.ids import CriterionId, JudgeId, TeamId

TURNS = (1, 2)


@dataclass(frozen=True, slots=True)
class Keying:
    """What was keyed from one sheet in one turn; scores in steps of their criterion.

    `keyed_by` is the clerk's name or initials, and `is_done` says that the turn was ended.
    """

    judge: JudgeId
    team: TeamId
    turn: int
    keyed_by: str
    scores: Mapping[CriterionId, int] = field(default_factory=dict)
    for_team: str = ""
    for_panel: str = ""
    is_done: bool = False
