"""The people who pitch and who helps them, the organisations behind them, and visits to these."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from judging_app.domain.ids import (
    ChallengeId,
    MentorId,
    OrganisationId,
    ParticipantId,
    TeamId,
    VisitId,
)


@dataclass(frozen=True, slots=True)
class Organisation:
    """A department, a company or any other body, by the name that it was given.

    `other_names` are further ones of it that somebody has confirmed.
    """

    id: OrganisationId
    name: str
    other_names: tuple[str, ...] = ()


class Naming(Enum):
    """What somebody lets outsiders see of their name."""

    NAME = "name"
    INITIALS = "initials"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Participant:
    """Someone who pitches; two participants may share a name, not an id.

    `name` is what they want to be called, as it is shown and printed; `listed_name` is the one on
    the list that they came with, where that is another. `said` is how the name is said. `naming`
    is what outsiders may see of it: `domain/set_up/consent.py` says where.
    """

    id: ParticipantId
    name: str
    email: str
    sector: str
    organisation: OrganisationId | None
    role: str
    team: TeamId | None
    listed_name: str = ""
    said: str = ""
    naming: Naming = Naming.NAME


@dataclass(frozen=True, slots=True)
class Team:
    """A team that pitches; `said` is how its name is said."""

    id: TeamId
    name: str
    said: str = ""


@dataclass(frozen=True, slots=True)
class Mentor:
    """Someone who helped a team, and so can't judge it; who helped two has a row for each."""

    id: MentorId
    name: str
    office: str = ""
    organisation: OrganisationId | None = None
    team: TeamId | None = None
    said: str = ""


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
