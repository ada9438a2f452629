"""What people decide about a result: exclusions, penalties, agreed scores, awards, the order."""

from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from judging_app.domain.ids import AwardId, CriterionId, JudgeId, TeamId
from judging_app.domain.standings import Exclusion
from judging_app.errors import DeskError


@dataclass(frozen=True, slots=True)
class TeamExclusion:
    """A team that is listed at the end and never placed."""

    team: TeamId
    exclusion: Exclusion
    reason: str


@dataclass(frozen=True, slots=True)
class Penalty:
    """Points taken off a team after the panel's arithmetic."""

    team: TeamId
    points: Fraction
    reason: str


@dataclass(frozen=True, slots=True)
class TeamPoints:
    """What the organiser entered for a team on one criterion, in steps of its scale."""

    team: TeamId
    criterion: CriterionId
    score: int


@dataclass(frozen=True, slots=True)
class AgreedScore:
    """A score that the panel agreed in moderation; the judge's own stays on the record."""

    judge: JudgeId
    team: TeamId
    criterion: CriterionId
    before: int
    after: int
    reason: str


@dataclass(frozen=True, slots=True)
class PanelDecision:
    """The order that the panel decided, best first; teams in one entry are joint.

    It is shown beside the arithmetic and is what gets revealed and printed. Teams that it does not
    name follow in the order of the arithmetic.
    """

    order: tuple[tuple[TeamId, ...], ...]
    reason: str

    def __post_init__(self) -> None:
        teams = [team for joint in self.order for team in joint]
        if not teams or len(set(teams)) != len(teams):
            raise DeskError("List each team once, best first.")
        if not self.reason.strip():
            raise DeskError("Give the panel’s reason for the order. It is shown beside the result.")


class AwardKind(Enum):
    """What an award goes by."""

    PLACE = "place"
    CRITERIA = "criteria"
    PANEL = "panel"
    PEOPLE = "people"


@dataclass(frozen=True, slots=True)
class Award:
    """A prize: for a place, for the best on some criteria, or as the panel or the people choose.

    One that `passes_over_winners` goes to nobody who has an award declared before it.
    """

    id: AwardId
    title: str
    kind: AwardKind
    place: int | None = None
    criteria: tuple[CriterionId, ...] = ()
    passes_over_winners: bool = False

    def __post_init__(self) -> None:
        if (self.kind is AwardKind.PLACE) != (self.place is not None):
            raise DeskError(
                f"Correct “{self.title}”: an award for a place needs a place, and no "
                "other award has one."
            )
        if (self.kind is AwardKind.CRITERIA) != bool(self.criteria):
            raise DeskError(
                f"Correct “{self.title}”: an award for the best on some criteria "
                "needs criteria, and no other award has any."
            )


@dataclass(frozen=True, slots=True)
class AwardDecision:
    """To whom the panel gave an award, and why."""

    award: AwardId
    teams: tuple[TeamId, ...]
    reason: str
