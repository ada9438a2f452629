"""The people who pitch, the organisations that they come from, and who visited whom."""

from dataclasses import dataclass
from datetime import date

from judging_app.domain.ids import ChallengeId, OrganisationId, ParticipantId, TeamId, VisitId


@dataclass(frozen=True, slots=True)
class Organisation:
    """A department, a company or any other body, by the name that it was given.

    `other_names` are further ones of it that somebody has confirmed.
    """

    id: OrganisationId
    name: str
    other_names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Participant:
    """Someone who pitches; two participants may share a name, not an id."""

    id: ParticipantId
    name: str
    email: str
    sector: str
    organisation: OrganisationId | None
    role: str
    team: TeamId | None


@dataclass(frozen=True, slots=True)
class Team:
    """A team that pitches."""

    id: TeamId
    name: str


@dataclass(frozen=True, slots=True)
class Challenge:
    """What a team took on, and the body that owns the question."""

    id: ChallengeId
    title: str
    owner: OrganisationId | None
    team: TeamId


@dataclass(frozen=True, slots=True)
class Visit:
    """A team's visit to an organisation before the pitch day."""

    id: VisitId
    host: OrganisationId
    held_on: date
    team: TeamId
