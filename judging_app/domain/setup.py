"""Everything that is fixed before scoring opens, as one value."""

from dataclasses import dataclass

from judging_app.domain.ballots import Ballot
from judging_app.domain.ids import CriterionId, TeamId
from judging_app.domain.panel import Judge
from judging_app.domain.people import Challenge, Mentor, Organisation, Participant, Team, Visit
from judging_app.domain.rubric import Rubric


@dataclass(frozen=True, slots=True)
class Setup:
    """Who pitches, who judges, and on what; each part in its own order."""

    organisations: tuple[Organisation, ...]
    teams: tuple[Team, ...]
    participants: tuple[Participant, ...]
    challenges: tuple[Challenge, ...]
    visits: tuple[Visit, ...]
    rubric: Rubric
    judges: tuple[Judge, ...]
    mentors: tuple[Mentor, ...] = ()


@dataclass(frozen=True, slots=True)
class Intake:
    """What files propose: the set-up, and what is filled in already if they have any.

    `points` are the organiser's: a team, a criterion of theirs, and the score in its steps.
    `notes` say what was read in another way than it stands in the files.
    """

    setup: Setup
    ballots: tuple[Ballot, ...] = ()
    points: tuple[tuple[TeamId, CriterionId, int], ...] = ()
    notes: tuple[str, ...] = ()
