"""The reveal as it was planned: its kind and its whole list of steps, made before it begins."""

from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from judging_app.domain.ids import AwardId, TeamId


class RevealKind(Enum):
    """In which way the result is announced."""

    LAST_TO_FIRST = "from last to first"
    BY_CRITERION = "criterion by criterion"
    BY_JUDGE = "judge by judge"
    BY_SECTOR = "sector by sector"
    AWARDS = "awards only"


class StepKind(Enum):
    """What one step announces."""

    RUNNING = "running standings"
    PLACE = "place"
    AWARD = "award"
    WINNER = "winner"


@dataclass(frozen=True, slots=True)
class RunningPlace:
    """A team's place after the parts added so far; `None` while nothing of it is in."""

    team: TeamId
    place: int | None
    score: Fraction | None


@dataclass(frozen=True, slots=True)
class RevealStep:
    """One press of the key.

    `RUNNING` adds `part` (a criterion, a judge, a sector: its title) and holds the standings so
    far, best first. `PLACE` announces a place with every team that shares it. `AWARD` names an
    award, and `WINNER` the teams that get it.
    """

    kind: StepKind
    place: int | None = None
    teams: tuple[TeamId, ...] = ()
    award: AwardId | None = None
    part: str = ""
    running: tuple[RunningPlace, ...] = ()


@dataclass(frozen=True, slots=True)
class RevealPlan:
    """The whole reveal; with `top`, only that many places are announced by name."""

    kind: RevealKind
    steps: tuple[RevealStep, ...]
    top: int | None = None
    names_judges: bool = False

    @property
    def to_place(self) -> int:
        """How many teams are given a place."""
        return sum(len(step.teams) for step in self.steps if step.place is not None)

    @property
    def parts(self) -> int:
        """In how many parts the result is told, the last of which the places tell; 0 for none."""
        running = sum(step.kind is StepKind.RUNNING for step in self.steps)
        return running + 1 if running else 0
