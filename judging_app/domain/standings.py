"""A line of the standings, and the editions in which standings are published."""

from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from judging_app.domain.ids import TeamId


class Exclusion(Enum):
    """Why a team is listed without being placed."""

    WITHDRAWN = "withdrawn"
    DISQUALIFIED = "disqualified"


@dataclass(frozen=True, slots=True)
class Standing:
    """A team's place; `None` for place and score while it has no submitted ballot.

    `expected` counts the judges of the panel, so "7 of 8 ballots" shows a recusal. A team with
    an `exclusion` has neither place nor score, however many ballots it has. `penalty` is the
    points that were taken off, and `score` is what remains.
    """

    team: TeamId
    place: int | None
    is_tied: bool
    score: Fraction | None
    ballots: int
    expected: int
    exclusion: Exclusion | None = None
    penalty: Fraction = Fraction(0)


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition; `standings` are empty while it is being made.

    The first has no reason. Every later one says what was wrong, and who agreed to amend it.
    `fingerprint` is the short code of what it announced; an edition of an older file has none.
    """

    number: int
    standings: tuple[Standing, ...] = ()
    why: str = ""
    agreed_by: str = ""
    fingerprint: str = ""
