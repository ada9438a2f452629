"""Everything that a result follows from, as one value, so that one part can be varied."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from judging_app.domain.ballots import Ballot, ballot_key, unknown_ballot
from judging_app.domain.event import Method
from judging_app.domain.ids import JudgeId, TeamId
from judging_app.domain.rubric import Rubric
from judging_app.domain.standings import Exclusion
from judging_app.domain.tie_breaks import TieBreak
from judging_app.tally.totals import Totals, totals


@dataclass(frozen=True, slots=True)
class Basis:
    """Teams and judges in their own order, ballots in any state, and what was declared.

    A team in `exclusions` is out of the result: its ballots enter no computation at all, not
    the ranks that judges gave to others and not the severity of judges. So the other teams have
    the places that they would have had without it. `penalties` are points taken off, and `points`
    those put on that no judge gave, such as the organiser's.

    Raises:
        UnknownError: if a ballot is of a judge or a team that isn't listed.
    """

    teams: tuple[TeamId, ...]
    judges: tuple[JudgeId, ...]
    rubric: Rubric
    ballots: tuple[Ballot, ...]
    method: Method = Method.MEAN
    is_trimmed_by_criterion: bool = False
    exclusions: Mapping[TeamId, Exclusion] = field(default_factory=dict)
    penalties: Mapping[TeamId, Fraction] = field(default_factory=dict)
    points: Mapping[TeamId, Fraction] = field(default_factory=dict)
    tie_breaks: tuple[TieBreak, ...] = ()
    _totals: list[Totals] = field(default_factory=list, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        teams, judges = frozenset(self.teams), frozenset(self.judges)
        for ballot in self.ballots:
            if ballot.team not in teams or ballot.judge not in judges:
                raise unknown_ballot(*ballot_key(ballot))

    @property
    def counted(self) -> tuple[Ballot, ...]:
        """The ballots that the result is made of: submitted, and of a team that is not out."""
        return tuple(
            ballot
            for ballot in self.ballots
            if ballot.counts and ballot.team not in self.exclusions
        )

    @property
    def totals(self) -> Totals:
        """The totals of the ballots that the result is made of; every tie asks for them again."""
        if not self._totals:
            self._totals.append(totals(self.counted, self.rubric))
        return self._totals[0]
