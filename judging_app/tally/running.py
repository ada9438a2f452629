"""The standings under the mean, kept up to date one ballot at a time."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from math import lcm

from judging_app.domain.ballots import unknown_ballot
from judging_app.domain.ids import CriterionId, JudgeId, TeamId
from judging_app.domain.rubric import Rubric
from judging_app.domain.standings import Standing
from judging_app.tally.standings import ranked


@dataclass(slots=True)
class _Row:
    """A team: its ballots' totals in units, and its mean in the unit that all means share."""

    ballots: dict[JudgeId, int] = field(default_factory=dict)
    mean: int = 0
    factor: int = 0  # what one unit of one ballot adds to `mean`


class RunningStandings:
    """The same standings as a full pass gives, at the price of one team for each change.

    Everything is counted in whole numbers. A ballot's total is a whole multiple of one unit,
    1 ÷ the common denominator of the rubric's weight ÷ maximum; a mean of 1 to n ballots is a
    whole multiple of that unit ÷ lcm(1…n), n being the size of the panel. So a place is found
    by comparing integers, and no result is ever rounded.
    """

    def __init__(self, teams: Sequence[TeamId], judges: Sequence[JudgeId], rubric: Rubric) -> None:
        shares = {one.id: one.weight / one.highest for one in rubric.criteria}
        self._units_in_point = lcm(*(share.denominator for share in shares.values()))
        self._units: dict[CriterionId, int] = {
            criterion: int(share * self._units_in_point) for criterion, share in shares.items()
        }
        self._means_in_unit = lcm(*range(1, len(judges) + 1))
        self.points_denominator = self._units_in_point * self._means_in_unit
        """What `rescore`'s mean is divided by to give points."""
        self._teams = tuple(teams)
        self._judges = frozenset(judges)
        self._rows = {team: _Row() for team in teams}
        self._means: list[int] = []  # of every team with a ballot, ascending

    def put(self, judge: JudgeId, team: TeamId, total: Fraction | None) -> None:
        """Let `total` count for this ballot from now on; None when it no longer counts.

        Raises:
            UnknownError: if the judge or the team isn't of this event.
            ValueError: if `total` can't come from this rubric; nothing is changed.
        """
        if team not in self._rows or judge not in self._judges:
            raise unknown_ballot(judge, team)
        units = None if total is None else self._in_units(total)
        row = self._rows[team]
        if row.ballots:
            del self._means[bisect_left(self._means, row.mean)]
        if units is None:
            row.ballots.pop(judge, None)
        else:
            row.ballots[judge] = units
        if row.ballots:
            row.factor = self._means_in_unit // len(row.ballots)
            row.mean = sum(row.ballots.values()) * row.factor
            self._means.insert(bisect_right(self._means, row.mean), row.mean)

    def rescore(
        self, judge: JudgeId, team: TeamId, criterion: CriterionId, change: int
    ) -> tuple[int, int]:
        """Move one score of a ballot that counts by `change` steps; the team's mean and place.

        The mean is in points × `points_denominator`, for making a `Fraction` of it would cost
        more than all the rest; `score` makes one when it is to be shown.

        Raises:
            KeyError: if this ballot doesn't count, or the rubric hasn't the criterion;
                nothing is changed.
        """
        row = self._rows[team]
        units = change * self._units[criterion]
        row.ballots[judge] += units
        means = self._means
        before = row.mean
        del means[bisect_left(means, before)]
        row.mean = after = before + units * row.factor
        at = bisect_right(means, after)
        means.insert(at, after)
        return after, len(means) - at

    def place(self, team: TeamId) -> int | None:
        """One more than the teams strictly ahead; None while the team has no ballot."""
        row = self._rows[team]
        if not row.ballots:
            return None
        return len(self._means) - bisect_right(self._means, row.mean) + 1

    def score(self, team: TeamId) -> Fraction | None:
        """The exact mean in points; None while the team has no ballot."""
        row = self._rows[team]
        return Fraction(row.mean, self.points_denominator) if row.ballots else None

    def standings(self) -> tuple[Standing, ...]:
        """All teams, as `tally.standings.standings` gives them by the mean."""
        scores = {team: score for team in self._teams if (score := self.score(team)) is not None}
        counts = {team: len(row.ballots) for team, row in self._rows.items()}
        return ranked(self._teams, scores, counts, expected=len(self._judges))

    def _in_units(self, total: Fraction) -> int:
        units = total * self._units_in_point
        if units.denominator != 1:
            raise ValueError(f"{total} is not a total of this rubric")
        return int(units)
