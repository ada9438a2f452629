"""What became of every judge's ballot for every team, each counted once."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from judging_app.domain.ballots import Ballot, BallotState, ballot_key
from judging_app.domain.decisions import TeamExclusion
from judging_app.domain.ids import JudgeId, TeamId
from judging_app.domain.panel import Judge
from judging_app.domain.people import Team

BallotKey: TypeAlias = tuple[JudgeId, TeamId]


class BallotPart(Enum):
    """What became of a ballot; each is one of these and no other.

    What is in, recused or absent stays so when its team goes out: it was brought or settled, it is
    on the record, and it holds again as soon as the team is put back. Anything else that is for a
    team that is out is `TEAM_OUT`, a draft and a sheet half keyed too: they are kept, but nobody
    has to bring or to finish them. So `OWED` is what a judge still has to bring, and `BEING_KEYED`
    what was brought on paper and the scorer still has to finish.
    """

    IN = "in"
    RECUSED = "recused"
    ABSENT = "absent"
    BEING_KEYED = "being keyed"
    OWED = "owed"
    TEAM_OUT = "for teams that are out"


TO_COME = frozenset({BallotPart.OWED, BallotPart.BEING_KEYED})
"""What scoring waits for before it closes."""


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """Judges × teams, accounted for.

    `parts` has every ballot, judge by judge in the order of the panel, then in that of the teams.
    """

    parts: Mapping[BallotKey, BallotPart]

    @property
    def total(self) -> int:
        """Every ballot that there is: the sum of the counts of all parts."""
        return len(self.parts)

    @property
    def counts(self) -> Mapping[BallotPart, int]:
        """How many ballots each part has, 0 too, in the order of the parts."""
        found = Counter(self.parts.values())
        return {part: found[part] for part in BallotPart}

    @property
    def to_come(self) -> tuple[BallotKey, ...]:
        """What scoring waits for: owed, or being keyed."""
        return self.of(*TO_COME)

    def of(self, *parts: BallotPart) -> tuple[BallotKey, ...]:
        """The ballots that are one of `parts`, in order: `of(OWED)` is who owes what."""
        return tuple(key for key, part in self.parts.items() if part in parts)


def reconciliation(
    judges: Iterable[Judge],
    teams: Iterable[Team],
    ballots: Iterable[Ballot],
    exclusions: Iterable[TeamExclusion] = (),
    being_keyed: Collection[BallotKey] = (),
) -> Reconciliation:
    """Every judge's ballot for every team, and what became of it.

    A ballot that is not among `ballots` is not started; one of a judge or team that isn't listed
    is passed over. `being_keyed` are the paper sheets that are not settled yet.
    """
    states = {ballot_key(ballot): ballot.state for ballot in ballots}
    out = frozenset(one.team for one in exclusions)
    return Reconciliation(
        {
            key: _part(
                states.get(key, BallotState.NOT_STARTED),
                is_out=key[1] in out,
                is_being_keyed=key in being_keyed,
            )
            for key in _keys(judges, teams)
        }
    )


def _keys(judges: Iterable[Judge], teams: Iterable[Team]) -> Iterator[BallotKey]:
    columns = tuple(team.id for team in teams)
    return ((judge.id, team) for judge in judges for team in columns)


def _part(state: BallotState, *, is_out: bool, is_being_keyed: bool) -> BallotPart:
    if settled := _SETTLED.get(state):
        return settled
    if is_out:
        return BallotPart.TEAM_OUT
    return BallotPart.BEING_KEYED if is_being_keyed else BallotPart.OWED


_SETTLED: Mapping[BallotState, BallotPart] = {
    BallotState.SUBMITTED: BallotPart.IN,
    BallotState.RECUSED: BallotPart.RECUSED,
    BallotState.ABSENT: BallotPart.ABSENT,
}
