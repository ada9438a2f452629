"""Dividing people among teams by an exact solver, HiGHS, which proves how good the division is.

The model counts people: how many of those who are alike in everything are in each team. Whoever a
wish is about stands alone. Each bound that doesn't hold costs its importance for each person too
many or too few, and the sum is as small as it can be. The seed gives the order of the people, of
whom those that are alike are dealt out in turn, and the solver's own choices.
"""

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import cycle
from math import ceil
from typing import TYPE_CHECKING, TypeAlias

from judging_app.domain.ids import OrganisationId, ParticipantId, TeamId
from judging_app.planning.forming.wanted import (
    WISH_COST,
    Bound,
    Division,
    Member,
    Place,
    Wanted,
    Wish,
    WishKind,
    cost,
)

if TYPE_CHECKING:
    from highspy.highs import highs_linear_expression as Linear  # noqa: N812 - as types are named
    from highspy.highs import highs_var as Variable  # noqa: N812

LIMIT_S = 10.0
_ROUNDING = 1e-6
"""What a whole number may be off by after the solver's arithmetic."""


@dataclass(frozen=True, slots=True)
class Formed:
    """Who is in which team, what that costs, and the least that any division could cost."""

    division: Division
    cost: int
    least: int

    @property
    def is_proved(self) -> bool:
        """Whether nothing better is possible."""
        return self.cost <= self.least


def formed(wanted: Wanted, limit_s: float = LIMIT_S) -> Formed:
    """Divide the people; the best that was found where the time was over first."""
    model = _Model(wanted)
    counts, least = model.solved(limit_s)
    division = _dealt(model.groups, wanted.teams, counts)
    return Formed(division, cost(wanted, division), least)


_Group: TypeAlias = tuple[Member, ...]
"""People who are alike in everything that counts, in the seed's order."""


class _Model:
    """The numbers of people of each group in each team, and what they have to keep to."""

    def __init__(self, wanted: Wanted) -> None:
        from highspy import Highs  # noqa: PLC0415 - numbers are loaded only where teams are formed

        self._wanted = wanted
        self.groups = tuple(_groups(wanted))
        made: Callable[[], Highs] = Highs
        self._highs = made()
        self._highs.silent()
        self._highs.setOptionValue("mip_rel_gap", 0.0)  # left to itself it takes 0.0001
        self._highs.setOptionValue("threads", 1)  # more find another division from run to run
        self._highs.setOptionValue("random_seed", int(_digest(wanted.seed, "")[:7], 16))
        self._in: Mapping[tuple[int, TeamId], Variable] = {
            (at, team.id): self._highs.addIntegral(lb=0, ub=len(group))
            for at, group in enumerate(self.groups)
            for team in wanted.teams
        }
        self._group_of = {one.id: at for at, group in enumerate(self.groups) for one in group}
        self._place_everybody()
        for bound in wanted.bounds():
            self._keep_to(bound)
        for wish in wanted.wishes:
            self._grant(wish)

    def solved(self, limit_s: float) -> tuple[Mapping[tuple[int, TeamId], int], int]:
        """How many of each group are in each team, and the least that this could have cost."""
        from highspy import HighsModelStatus, kHighsInf  # noqa: PLC0415 - as above

        self._highs.setOptionValue("time_limit", limit_s)
        found = _dealt_in_turn(self.groups, self._wanted.teams)
        self._begin_with(found)
        self._highs.solve()
        info = self._highs.getInfo()
        if info.objective_function_value < kHighsInf:
            values = self._highs.getSolution().col_value
            found = {key: round(values[one.index]) for key, one in self._in.items()}
        is_optimal = self._highs.getModelStatus() == HighsModelStatus.kOptimal
        least = info.objective_function_value if is_optimal else info.mip_dual_bound
        return found, ceil(max(0, least - _ROUNDING))

    def _begin_with(self, counts: Mapping[tuple[int, TeamId], int]) -> None:
        """Give the solver a first division to do better than."""
        keys = [key for key in counts if key in self._in]
        self._highs.setSolution(
            len(keys), [self._in[key].index for key in keys], [float(counts[key]) for key in keys]
        )

    def _place_everybody(self) -> None:
        fewest, most = self._wanted.sizes
        for at, group in enumerate(self.groups):
            everywhere = [self._in[at, team.id] for team in self._wanted.teams]
            self._highs.addConstr(self._sum(everywhere) == len(group))
        for team in self._wanted.teams:
            size = self._sum([self._in[at, team.id] for at in range(len(self.groups))])
            self._highs.addConstr(size >= fewest)
            self._highs.addConstr(size <= most)

    def _keep_to(self, bound: Bound) -> None:
        of = sorted({self._group_of[one] for one in bound.members})
        for team in bound.teams:
            count = self._sum([self._in[at, team.id] for at in of])
            missed = self._priced(bound.importance)
            self._highs.addConstr(count - missed <= bound.most)
            if bound.least:
                self._highs.addConstr(count + missed >= bound.least)

    def _grant(self, wish: Wish) -> None:
        """Make each person by whom the wish isn't met cost what that costs."""
        of = [self._group_of[one] for one in wish.members]
        match wish.kind:
            case WishKind.FIXED:
                assert wish.team is not None  # noqa: S101 - by what such a wish is
                for at in of:
                    missed = self._priced(WISH_COST)
                    self._highs.addConstr(self._in[at, wish.team] + missed >= 1)
            case WishKind.APART:
                for team in self._wanted.teams:
                    missed = self._priced(WISH_COST)
                    count = self._sum([self._in[at, team.id] for at in of])
                    self._highs.addConstr(count - missed <= 1)
            case WishKind.TOGETHER:
                self._keep_together(of)

    def _keep_together(self, of: Sequence[int]) -> None:
        """Whoever isn't in the team that is chosen for them costs."""
        chosen = {team.id: self._highs.addBinary() for team in self._wanted.teams}
        self._highs.addConstr(self._sum(list(chosen.values())) == 1)
        for at in of:
            missed = self._priced(WISH_COST)
            for team, is_chosen in chosen.items():
                self._highs.addConstr(self._in[at, team] + missed >= is_chosen)

    def _priced(self, price: int) -> "Variable":
        made: Variable = self._highs.addVariable(lb=0, obj=price)
        return made

    def _sum(self, parts: "Sequence[Variable | Linear]") -> "Linear":
        total: Linear = self._highs.qsum(parts)
        return total


def _digest(seed: str, whose: str) -> str:
    return hashlib.sha256(f"{seed}\0{whose}".encode()).hexdigest()


def _groups(wanted: Wanted) -> Iterator[_Group]:
    wished = {one for wish in wanted.wishes for one in wish.members}
    alike: dict[tuple[str, OrganisationId | None, str, ParticipantId | None], list[Member]] = {}
    for one in sorted(wanted.members, key=lambda one: _digest(wanted.seed, one.id)):
        own = one.id if one.id in wished else None
        alike.setdefault((one.sector, one.organisation, one.role, own), []).append(one)
    yield from map(tuple, alike.values())


def _dealt_in_turn(
    groups: Sequence[_Group], teams: Sequence[Place]
) -> Mapping[tuple[int, TeamId], int]:
    """One team after the other gets the next person.

    Those of a sector, and in it of an organisation, follow each other: each team has its share.
    """
    order = sorted(range(len(groups)), key=lambda at: _alike(groups[at][0]))
    dealt = [at for at in order for _ in groups[at]]
    found = {(at, team.id): 0 for at in range(len(groups)) for team in teams}
    for at, team in zip(dealt, cycle(teams)):
        found[at, team.id] += 1
    return found


def _alike(one: Member) -> tuple[str, str, str]:
    return one.sector, one.organisation or "", one.role


def _dealt(
    groups: Sequence[_Group],
    teams: Sequence[Place],
    counts: Mapping[tuple[int, TeamId], int],
) -> Division:
    found: dict[ParticipantId, TeamId] = {}
    for at, group in enumerate(groups):
        left = iter(group)
        for team in teams:
            found |= {next(left).id: team.id for _ in range(counts[at, team.id])}
    return found
