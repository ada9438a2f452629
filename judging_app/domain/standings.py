"""A team's standing: its place, its score, and how many ballots stand behind it."""

from dataclasses import dataclass
from fractions import Fraction

from judging_app.domain.ids import TeamId


@dataclass(frozen=True, slots=True)
class Standing:
    """A team's place; `None` for place and score while it has no submitted ballot.

    `expected` counts the judges of the panel, so "7 of 8 ballots" shows a recusal.
    """

    team: TeamId
    place: int | None
    is_tied: bool
    score: Fraction | None
    ballots: int
    expected: int
