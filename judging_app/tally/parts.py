"""The result taken apart by criterion, by judge or by sector, and put together again in steps."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby
from math import lcm
from types import MappingProxyType

from judging_app.domain.ballots import Ballot
from judging_app.domain.ids import JudgeId, TeamId
from judging_app.domain.reveal import RunningPlace
from judging_app.domain.rubric import Criterion
from judging_app.tally.basis import Basis
from judging_app.tally.totals import total
from judging_app.words import listed

NO_SECTOR = "Judges without a sector"
"""The part of those whose sector isn't known; without it their ballots would be in no part."""

ORGANISERS_POINTS = "Organiser’s points"
"""The part of points that belong to no criterion of the rubric."""

NO_POINTS: Mapping[TeamId, Fraction] = MappingProxyType({})
"""Where no points are on from the start."""


@dataclass(frozen=True, slots=True)
class Share:
    """What one part holds of one team: a sum of points, and the judges whose ballots it sums."""

    points: Fraction
    judges: frozenset[JudgeId]


@dataclass(frozen=True, slots=True)
class Part:
    """One criterion, judge or sector; a team of which it holds nothing has no share."""

    title: str
    shares: Mapping[TeamId, Share]


@dataclass(frozen=True, slots=True)
class _Row:
    """A team's units from the start, and those of each part with a bit for each ballot."""

    from_start: int
    shares: tuple[tuple[int, int], ...]


class Parts:
    """A result in parts, in the rubric's or the panel's order, and what is on from the start.

    A running score is the mean over the ballots so far, in points, whatever the declared method
    is: the other methods compare whole panels and have no result on a part of one. With all parts
    in, it is the mean with the organiser's points put on. Penalties are left to the places, where
    they are announced with their reason.

    Looking for the best order asks for hundreds of running standings, so points are counted in
    whole units, of which a mean of any number of ballots is a whole number too.
    """

    def __init__(
        self,
        teams: Sequence[TeamId],
        parts: Sequence[Part],
        points: Mapping[TeamId, Fraction] = NO_POINTS,
    ) -> None:
        self.titles = tuple(part.title for part in parts)
        shares = [share for part in parts for share in part.shares.values()]
        judges = sorted({judge for share in shares for judge in share.judges})
        bits = {judge: 1 << at for at, judge in enumerate(judges)}
        exact = [*(share.points for share in shares), *points.values()]
        self._means_in_unit = lcm(*range(1, len(judges) + 1))
        unit = lcm(*(one.denominator for one in exact))
        self._units_in_point = unit * self._means_in_unit
        self._rows = {
            team: _Row(
                int(points.get(team, Fraction(0)) * self._units_in_point),
                tuple(_counted(part.shares.get(team, _NOTHING), unit, bits) for part in parts),
            )
            for team in teams
        }

    def running(self, told: Collection[int]) -> tuple[RunningPlace, ...]:
        """The standings after the parts with these numbers, best first, then in the teams' order.

        A team with no ballot in them comes last and has neither place nor score.

        score = points from the start + Σ points of its shares ÷ number of ballots in them
        """
        units = {team: self._units(row, told) for team, row in self._rows.items()}
        scored = sorted(
            ((team, score) for team, score in units.items() if score is not None),
            key=lambda one: -one[1],  # stable, so that level teams stay in their own order
        )
        found: list[RunningPlace] = []
        for _, level in groupby(scored, key=lambda one: one[1]):
            place = len(found) + 1
            found.extend(RunningPlace(team, place, self._points(score)) for team, score in level)
        found.extend(RunningPlace(team, None, None) for team in units if units[team] is None)
        return tuple(found)

    def _units(self, row: _Row, told: Collection[int]) -> int | None:
        units, ballots = 0, 0
        for part in told:
            more, own = row.shares[part]
            units += more
            ballots |= own
        if not ballots:
            return None
        return row.from_start + units * (self._means_in_unit // ballots.bit_count())

    def _points(self, units: int) -> Fraction:
        return Fraction(units, self._units_in_point)


def _counted(share: Share, unit: int, bits: Mapping[JudgeId, int]) -> tuple[int, int]:
    return int(share.points * unit), sum(bits[judge] for judge in share.judges)


_NOTHING = Share(Fraction(0), frozenset())


def by_criterion(basis: Basis) -> Parts:
    """A part for each judged criterion, and one for the points that no judge gave, if any.

    Each criterion has its full weight, so the running scores add up to the total.
    """
    parts = [
        _part(criterion.title, basis.counted, _worth_of(criterion))
        for criterion in basis.rubric.judged
    ]
    if basis.points:
        titles = listed([criterion.title for criterion in basis.rubric.by_organiser])
        parts.append(_part(titles or ORGANISERS_POINTS, basis.counted, _points_of(basis)))
    return Parts(_placeable(basis), tuple(parts))


def by_judge(basis: Basis, names: Mapping[JudgeId, str]) -> Parts:
    """A part for each judge who has a ballot that counts, called by name.

    The organiser's points are no judge's, so they are on from the start.
    """
    voting = frozenset(ballot.judge for ballot in basis.counted)
    groups = [(names[judge], frozenset({judge})) for judge in basis.judges if judge in voting]
    return _grouped(basis, groups)


def by_sector(basis: Basis, sectors: Mapping[JudgeId, str]) -> Parts:
    """A part for each sector of the judges whose ballots count, in the order of the panel.

    Judges of no sector are a part together. The organiser's points are on from the start.
    """
    voting = frozenset(ballot.judge for ballot in basis.counted)
    judges_of: dict[str, set[JudgeId]] = {}
    for judge in basis.judges:
        if judge in voting:
            judges_of.setdefault(sectors.get(judge) or NO_SECTOR, set()).add(judge)
    return _grouped(basis, [(title, frozenset(judges)) for title, judges in judges_of.items()])


def _grouped(basis: Basis, groups: Iterable[tuple[str, frozenset[JudgeId]]]) -> Parts:
    """The whole ballots of each group of judges as one part."""
    parts = tuple(
        _part(
            title,
            [ballot for ballot in basis.counted if ballot.judge in judges],
            lambda ballot: total(ballot, basis.rubric),
        )
        for title, judges in groups
    )
    return Parts(_placeable(basis), parts, basis.points)


def _part(title: str, ballots: Iterable[Ballot], worth: Callable[[Ballot], Fraction]) -> Part:
    """What `ballots` hold of each team, as far as `worth` looks at them."""
    own: defaultdict[TeamId, dict[JudgeId, Fraction]] = defaultdict(dict)
    for ballot in ballots:
        own[ballot.team][ballot.judge] = worth(ballot)
    return Part(
        title,
        {
            team: Share(sum(given.values(), Fraction(0)), frozenset(given))
            for team, given in own.items()
        },
    )


def _worth_of(criterion: Criterion) -> Callable[[Ballot], Fraction]:
    return lambda ballot: criterion.worth(ballot.scores[criterion.id])


def _points_of(basis: Basis) -> Callable[[Ballot], Fraction]:
    """The team's own points on every one of its ballots, whose mean they are then."""
    return lambda ballot: basis.points.get(ballot.team, Fraction(0))


def _placeable(basis: Basis) -> tuple[TeamId, ...]:
    """The teams that are not out."""
    return tuple(team for team in basis.teams if team not in basis.exclusions)
