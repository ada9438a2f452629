"""The standings under the mean, kept up to date one ballot at a time."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from math import lcm

from judging_app.domain.ballots import Ballot, unknown_ballot
from judging_app.domain.ids import JudgeId, TeamId
from judging_app.domain.rubric import Rubric
from judging_app.domain.standings import Standing
from judging_app.tally.standings import ranked


@dataclass(slots=True, eq=False)
class _Row:
    """A team: its ballots' totals in units, their sum, and its mean in the unit of all means."""

    ballots: dict[JudgeId, int] = field(default_factory=dict)
    sum: int = 0
    mean: int = 0
    at: int = -1  # where the row stands in the order


class RunningMean:
    """The same standings as a full pass gives, at the price of one team for each change.

    Everything is counted in whole numbers. A ballot's total is a whole multiple of one unit,
    1 ÷ the common denominator of what a step of each criterion is worth; a mean of 1 to n
    ballots is a whole multiple of that unit ÷ lcm(1…n), n being the size of the panel. So places
    are found by comparing integers, and nothing is ever rounded. The teams are kept in order, and
    a team whose mean changes steps past those that it overtakes, which are few.
    """

    def __init__(self, teams: Sequence[TeamId], judges: Sequence[JudgeId], rubric: Rubric) -> None:
        shares = {one.id: one.worth(1) - one.worth(0) for one in rubric.judged}
        self._units_in_point = lcm(*(share.denominator for share in shares.values()))
        self._units = [(id_, int(share * self._units_in_point)) for id_, share in shares.items()]
        self._least = int(sum(one.worth(0) for one in rubric.judged) * self._units_in_point)
        self._means_in_unit = lcm(*range(1, len(judges) + 1))
        self._teams = tuple(teams)
        self._judges = frozenset(judges)
        self._rows = {team: _Row() for team in teams}
        self._order: list[_Row] = []  # the teams with a ballot, best first, joint ones anyhow

    def take(self, ballot: Ballot) -> None:
        """Put this ballot in place of the one of the same judge and team.

        Raises:
            UnknownError: if the judge or the team isn't of this event.
            KeyError: if it counts and a criterion isn't scored; nothing is changed.
        """
        judge, row = ballot.judge, self._rows.get(ballot.team)
        if row is None or judge not in self._judges:
            raise unknown_ballot(judge, ballot.team)
        before = row.ballots.get(judge)
        if ballot.counts:
            scores = ballot.scores
            now = self._least
            for criterion, units in self._units:
                now += units * scores[criterion]
            row.ballots[judge] = now
            row.sum += now if before is None else now - before
        elif before is None:
            return
        else:
            del row.ballots[judge]
            row.sum -= before
        if row.ballots:
            row.mean = row.sum * (self._means_in_unit // len(row.ballots))
            self._enter(row)
        else:
            self._leave(row)

    def place(self, team: TeamId) -> int | None:
        """One more than the teams strictly ahead; None while the team has no ballot."""
        row = self._rows[team]
        if not row.ballots:
            return None
        at = row.at
        while at and self._order[at - 1].mean == row.mean:
            at -= 1
        return at + 1

    def score(self, team: TeamId) -> Fraction | None:
        """The exact mean in points; None while the team has no ballot."""
        row = self._rows[team]
        if not row.ballots:
            return None
        return Fraction(row.mean, self._units_in_point * self._means_in_unit)

    def standings(self) -> tuple[Standing, ...]:
        """All teams, as `tally.standings.standings` gives them by the mean."""
        scores = {team: score for team in self._teams if (score := self.score(team)) is not None}
        counts = {team: len(row.ballots) for team, row in self._rows.items()}
        return ranked(self._teams, scores, counts, expected=len(self._judges))

    def _enter(self, row: _Row) -> None:
        """Put `row` where its mean belongs, stepping past those that it is ahead of or behind."""
        order, mean = self._order, row.mean
        if row.at < 0:
            row.at = len(order)
            order.append(row)
        at = row.at
        while at and (other := order[at - 1]).mean <= mean:
            order[at] = other
            other.at = at
            at -= 1
        last = len(order) - 1
        while at < last and (other := order[at + 1]).mean > mean:
            order[at] = other
            other.at = at
            at += 1
        order[at] = row
        row.at = at

    def _leave(self, row: _Row) -> None:
        for behind in self._order[row.at + 1 :]:
            behind.at -= 1
        del self._order[row.at]
        row.at = -1
