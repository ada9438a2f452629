"""What can be asked for on the panel's behalf, as the screen hands it over."""

from dataclasses import dataclass
from typing import TypeAlias

from judging_app.domain.standings import Exclusion


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


Wanted: TypeAlias = OrderWanted | OutWanted | PenaltyWanted | AgreedWanted


@dataclass(frozen=True, slots=True)
class GivenScore:
    """What a judge gave a team on one criterion, and the scale that it lies on, in words."""

    judge: str
    team: str
    criterion: str
    given_text: str
    scale_text: str
