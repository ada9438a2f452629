"""The panel: its judges, and the conflicts of interest that are declared and decided."""

from dataclasses import dataclass
from enum import Enum

from judging_app.domain.ids import JudgeId, OrganisationId, TeamId


@dataclass(frozen=True, slots=True)
class Judge:
    """A member of the panel; `said` is how the name is said."""

    id: JudgeId
    name: str
    title: str = ""
    organisation: OrganisationId | None = None
    sector: str = ""
    said: str = ""


class ConflictDecision(Enum):
    """What the organiser decided about a conflict of interest."""

    UNDECIDED = "undecided"
    NO_EFFECT = "no effect"
    FLAGGED = "scores but flagged"
    RECUSED = "recused"


@dataclass(frozen=True, slots=True)
class Conflict:
    """A judge's link to a team, with what was decided about it and why."""

    judge: JudgeId
    team: TeamId
    why: str
    decision: ConflictDecision = ConflictDecision.UNDECIDED
    reason: str = ""
