"""What a day that is rehearsed is invented from: how judges score, and what goes wrong."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from judging_app.domain.ids import JudgeId

LEAST, MOST = -5, 5
"""How far a judge's severity goes: from lenient to harsh."""


class Spread(Enum):
    """How far a judge's scores for the same thing lie apart."""

    SMALL = "small"
    USUAL = "usual"
    WIDE = "wide"


class Mishap(Enum):
    """What goes wrong on an invented day."""

    LATE = "a judge comes 20 minutes late"
    CABLE = "the projector's cable is pulled out"
    LEAVES = "a judge must leave halfway"
    RESTART = "the laptop restarts while scoring"


@dataclass(frozen=True, slots=True)
class InventedJudge:
    """How somebody of the panel scores: `severity` from lenient to harsh, 0 is as they deserve."""

    severity: int = 0
    spread: Spread = Spread.USUAL


USUAL_JUDGE = InventedJudge()


@dataclass(frozen=True, slots=True)
class InventedPanel:
    """What the day is invented from; judges who aren't named score as usual."""

    judges: Mapping[JudgeId, InventedJudge] = field(default_factory=dict)
    mishaps: frozenset[Mishap] = frozenset()
    seed: str = ""
