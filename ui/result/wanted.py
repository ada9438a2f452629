"""What can be asked for on the panel's behalf, as the screen hands it over."""

from dataclasses import dataclass
from typing import TypeAlias

from judging_app.domain.decisions import AwardKind
from judging_app.domain.event import Method
from judging_app.domain.standings import Exclusion
from judging_app.domain.tie_breaks import DeclaredTieBreak


@dataclass(frozen=True, slots=True)
class OrderWanted:
    """The panel's own order, best first; teams of one entry are joint."""

    order: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class OutWanted:
    """A team that leaves the places."""

    team: str
    exclusion: Exclusion


@dataclass(frozen=True, slots=True)
class PenaltyWanted:
    """Points off a team, as typed."""

    team: str
    points_text: str


@dataclass(frozen=True, slots=True)
class AgreedWanted:
    """A score that the panel agreed in moderation, in points as typed."""

    judge: str
    team: str
    criterion: str
    score_text: str


@dataclass(frozen=True, slots=True)
class PointsWanted:
    """What the organiser gives a team on a criterion of theirs, in points as typed."""

    team: str
    criterion: str
    points_text: str


@dataclass(frozen=True, slots=True)
class AwardWanted:
    """An award to declare, or one that is declared; without an id it is a new one."""

    award: str
    title: str
    kind: AwardKind
    place: int | None = None
    criteria: tuple[str, ...] = ()
    passes_over_winners: bool = False


@dataclass(frozen=True, slots=True)
class GivenWanted:
    """An award that goes to these teams, to one that is out only if that is said."""

    award: str
    teams: tuple[str, ...]
    even_if_out: bool = False


@dataclass(frozen=True, slots=True)
class MethodWanted:
    """Another method; how it trims matters to the trimmed mean only."""

    method: Method
    trims_by_criterion: bool = False


@dataclass(frozen=True, slots=True)
class TieBreaksWanted:
    """The rules that settle a tie, in the order in which they are asked."""

    tie_breaks: tuple[DeclaredTieBreak, ...]


Wanted: TypeAlias = (
    OrderWanted
    | OutWanted
    | PenaltyWanted
    | AgreedWanted
    | PointsWanted
    | AwardWanted
    | GivenWanted
    | MethodWanted
    | TieBreaksWanted
)


@dataclass(frozen=True, slots=True)
class GivenScore:
    """What a judge gave a team on one criterion, and the scale that it lies on, in words."""

    judge: str
    team: str
    criterion: str
    given_text: str
    scale_text: str
