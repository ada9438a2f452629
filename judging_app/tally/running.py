"""The standings under the mean, kept up to date one score at a time."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from math import lcm

from judging_app.domain.ballots import unknown_ballot
from judging_app.domain.ids import CriterionId, JudgeId, TeamId
from judging_app.domain.rubric import Rubric
from judging_app.domain.standings import Standing
from judging_app.tally.standings import ranked


@dataclass(slots=True, eq=False)
class _Row:
    """A team: its ballots' totals in units, and its mean in the unit that all means share."""

    ballots: dict[JudgeId, int] = field(default_factory=dict)
    mean: int = 0
    factor: int = 0  # what one unit of one ballot adds to `mean`
    at: int = -1  # where the row stands in the order


class RunningStandings:
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
        self._units: dict[CriterionId, int] = {
            criterion: int(share * self._units_in_point) for criterion, share in shares.items()
        }
        self._means_in_unit = lcm(*range(1, len(judges) + 1))
        self._teams = tuple(teams)
        self._judges = frozenset(judges)
        self._rows = {team: _Row() for team in teams}
        self._order: list[_Row] = []  # the teams with a ballot, best first, joint ones anyhow

    def put(self, judge: JudgeId, team: TeamId, total: Fraction | None) -> None:
        """Let `total` count for this ballot from now on; None when it no longer counts.

        Raises:
            UnknownError: if the judge or the team isn't of this event.
            ValueError: if `total` can't come from this rubric; nothing is changed.
        """
        if team not in self._rows or judge not in self._judges:
            raise unknown_ballot(judge, team)
        row = self._rows[team]
        if total is not None:
            row.ballots[judge] = self._in_units(total)
        elif row.ballots.pop(judge, None) is None:
            return
        if row.ballots:
            row.factor = self._means_in_unit // len(row.ballots)
            row.mean = sum(row.ballots.values()) * row.factor
            self._enter(row)
        else:
            self._leave(row)

    def rescore(self, judge: JudgeId, team: TeamId, criterion: CriterionId, change: int) -> int:
        """Move one score of a ballot that counts by `change` steps; the team's new place.

        On an inverted scale a step up is a step down for the team.

        Raises:
            KeyError: if this ballot doesn't count, or the rubric hasn't the criterion;
                nothing is changed.
        """
        row = self._rows[team]
        units = change * self._units[criterion]
        row.ballots[judge] += units
        row.mean += units * row.factor
        return self._rise(row) if units >= 0 else self._fall(row)

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

    def _in_units(self, total: Fraction) -> int:
        units = total * self._units_in_point
        if units.denominator != 1:
            raise ValueError(f"{total} is not a total of this rubric")
        return int(units)

    def _enter(self, row: _Row) -> None:
        if row.at < 0:
            row.at = len(self._order)
            self._order.append(row)
        self._rise(row)
        self._fall(row)

    def _leave(self, row: _Row) -> None:
        for behind in self._order[row.at + 1 :]:
            behind.at -= 1
        del self._order[row.at]
        row.at = -1

    def _rise(self, row: _Row) -> int:
        """Step `row` past those that it is level with or ahead of; its place."""
        order, at, mean = self._order, row.at, row.mean
        while at and (other := order[at - 1]).mean <= mean:
            order[at] = other
            other.at = at
            at -= 1
        order[at] = row
        row.at = at
        return at + 1

    def _fall(self, row: _Row) -> int:
        """Step `row` back behind those that are ahead of it; its place, if its mean went down."""
        order, at, mean = self._order, row.at, row.mean
        last = len(order) - 1
        while at < last and (other := order[at + 1]).mean > mean:
            order[at] = other
            other.at = at
            at += 1
        order[at] = row
        row.at = at
        return at + 1
