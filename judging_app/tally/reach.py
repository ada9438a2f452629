"""Whether the result can still change: the places within each team's reach."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import product

from judging_app.domain.ballots import Ballot, BallotState, ballot_key
from judging_app.domain.event import Method
from judging_app.domain.ids import CriterionId, JudgeId, TeamId
from judging_app.errors import MethodError
from judging_app.tally.basis import Basis
from judging_app.tally.methods import outcome

OWN_BALLOTS_ONLY = frozenset({Method.MEAN, Method.TRIMMED, Method.MEDIAN})
"""The methods by which a team's score depends on its own ballots and on nothing else."""

_CLOSED = frozenset({BallotState.SUBMITTED, BallotState.RECUSED, BallotState.ABSENT})


@dataclass(frozen=True, slots=True)
class Reach:
    """How far a team can still rise or fall; `None` if it has no ballot and is owed none.

    Places are before any tie is broken.
    """

    team: TeamId
    owed: int
    best: int | None
    worst: int | None

    @property
    def is_decided(self) -> bool:
        """Whether no owed ballot can move this team."""
        return self.best == self.worst


def reach(basis: Basis) -> tuple[Reach, ...]:
    """The best and the worst place of every team that is not out, in the teams' order.

    A ballot is owed until it is submitted, recused or absent; a draft may still change. Owed
    ballots are taken to come, each with any score on every criterion's scale. The best place of
    a team is then its place with every best score on its own owed ballots and every worst on
    all the others', the worst the reverse. As each team's score rises with its own ballots and
    depends on no other team's, these places are reached and never passed.

    Raises:
        MethodError: if the method weighs a team's ballots against those of others, so that the
            extremes are not at the ends of the scales; or if it gives no result.
    """
    if basis.method not in OWN_BALLOTS_ONLY:
        raise MethodError(
            "By this method, a ballot for one team can move other teams, so their possible places "
            "can’t be worked out. Use the mean, or wait for the ballots."
        )
    owed = _owed(basis)
    lowest = outcome(_filled(basis, owed, {c.id: c.worst for c in basis.rubric.judged})).scores
    highest = outcome(_filled(basis, owed, {c.id: c.best for c in basis.rubric.judged})).scores
    counts = Counter(team for _, team in owed)
    lows, highs = sorted(lowest.values()), sorted(highest.values())
    return tuple(
        Reach(
            team,
            counts[team],
            best=_place(lows, highest.get(team), own=highest.get(team)),
            worst=_place(highs, lowest.get(team), own=highest.get(team)),
        )
        for team in basis.teams
        if team not in basis.exclusions
    )


def _owed(basis: Basis) -> tuple[tuple[JudgeId, TeamId], ...]:
    """Whose ballots for teams that are not out are neither in nor known to stay out."""
    closed = {ballot_key(ballot) for ballot in basis.ballots if ballot.state in _CLOSED}
    teams = [team for team in basis.teams if team not in basis.exclusions]
    return tuple(key for key in product(basis.judges, teams) if key not in closed)


def _filled(
    basis: Basis, owed: Collection[tuple[JudgeId, TeamId]], scores: Mapping[CriterionId, int]
) -> Basis:
    """`basis` with every owed ballot in, each with the same scores."""
    arrived = (Ballot(judge, team, BallotState.SUBMITTED, scores) for judge, team in owed)
    return replace(basis, ballots=(*basis.counted, *arrived))


def _place(others: Sequence[Fraction], score: Fraction | None, own: Fraction | None) -> int | None:
    """One more than the `others`, sorted, that are above `score`, its own not counted."""
    if score is None or own is None:
        return None
    return 1 + len(others) - bisect_right(others, score) - (own > score)
