"""Set-ups of which only what a test is about is named."""

from judging_app.domain.panel import Judge
from judging_app.domain.people import Challenge, Organisation, Participant, Team, Visit
from judging_app.domain.rubric import Rubric
from judging_app.domain.setup import Setup

_NO_RUBRIC = Rubric(())


def set_up(
    *,
    organisations: tuple[Organisation, ...] = (),
    teams: tuple[Team, ...] = (),
    participants: tuple[Participant, ...] = (),
    challenges: tuple[Challenge, ...] = (),
    visits: tuple[Visit, ...] = (),
    rubric: Rubric = _NO_RUBRIC,
    judges: tuple[Judge, ...] = (),
) -> Setup:
    """A set-up with these, and nothing else."""
    return Setup(organisations, teams, participants, challenges, visits, rubric, judges)
