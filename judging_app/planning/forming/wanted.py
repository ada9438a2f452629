"""What is wanted of teams that are to be formed, and what a division of people costs by it."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum, IntEnum

from judging_app.closed_sets import complete
from judging_app.domain.ids import OrganisationId, ParticipantId, TeamId
from judging_app.errors import DeskError


class Trait(Enum):
    """What the teams are to be alike in."""

    SECTOR = "sector"
    ORGANISATION = "organisation"
    ROLE = "role"
    CHALLENGE = "challenge"


class Importance(IntEnum):
    """What one person too many or too few costs."""

    NONE = 0
    A_LITTLE = 1
    MATTERS = 10
    MOST = 100
    MUST = 1_000


class WishKind(Enum):
    """What is wished for some people."""

    TOGETHER = "together"
    APART = "apart"
    FIXED = "fixed"


WISH_COST = 10_000
"""Of each person by whom a wish is not met."""

USUAL: Mapping[Trait, Importance] = complete(
    {
        Trait.SECTOR: Importance.MUST,
        Trait.ORGANISATION: Importance.MOST,
        Trait.ROLE: Importance.A_LITTLE,
        Trait.CHALLENGE: Importance.MATTERS,
    },
)


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody who is to be in a team; what isn't known of them is empty and counts for nothing."""

    id: ParticipantId
    sector: str = ""
    organisation: OrganisationId | None = None
    role: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """A team that is to be filled, and who owns its challenge, if anybody."""

    id: TeamId
    owner: OrganisationId | None = None


@dataclass(frozen=True, slots=True)
class Wish:
    """Two people or more together or apart, or people who are to be in `team`."""

    kind: WishKind
    members: tuple[ParticipantId, ...]
    team: TeamId | None = None


@dataclass(frozen=True, slots=True)
class Wanted:
    """Who is to be divided among which teams, and by what.

    Raises:
        DeskError: if there are more teams than people, or a wish is about somebody else.
    """

    members: tuple[Member, ...]
    teams: tuple[Place, ...]
    importance: Mapping[Trait, Importance]
    wishes: tuple[Wish, ...] = ()
    seed: str = ""

    def __post_init__(self) -> None:
        if not 0 < len(self.teams) <= len(self.members):
            raise DeskError(
                f"{len(self.members)} people can’t be divided among {len(self.teams)} teams. "
                "Choose fewer teams."
            )
        known = {one.id for one in self.members}
        if not all(known.issuperset(wish.members) for wish in self.wishes):
            raise DeskError("A wish is about somebody who isn’t to be in a team. Remove it.")

    @property
    def sizes(self) -> tuple[int, int]:
        """The fewest and the most people of a team."""
        return _shares(len(self.members), len(self.teams))

    def bounds(self) -> Iterator["Bound"]:
        """What is to hold for each team, each with its cost."""
        for trait, importance in self.importance.items():
            if importance:
                yield from self._bounds(trait, importance)

    def _bounds(self, trait: Trait, importance: Importance) -> Iterator["Bound"]:
        if trait is Trait.CHALLENGE:
            for team in self.teams:
                of = {one.id for one in self.members if one.organisation == team.owner}
                if team.owner is not None and of:
                    yield Bound(trait, str(team.owner), frozenset(of), (team,), 0, 0, importance)
            return
        for value, count in Counter(trait_of(one, trait) for one in self.members).items():
            if value:
                of = {one.id for one in self.members if trait_of(one, trait) == value}
                fewest, most = _shares(count, len(self.teams))
                # One of an organisation more or less is no matter; two of one in a team is.
                least = fewest if trait is Trait.SECTOR else 0
                yield Bound(trait, value, frozenset(of), self.teams, least, most, importance)


@dataclass(frozen=True, slots=True)
class Bound:
    """From `least` to `most` of some people are to be in each of `teams`."""

    trait: Trait
    what: str
    members: frozenset[ParticipantId]
    teams: tuple[Place, ...]
    least: int
    most: int
    importance: Importance


@dataclass(frozen=True, slots=True)
class Unmet:
    """What a team has too many or too few of: the bound, the team, and how many there are."""

    bound: Bound
    team: TeamId
    count: int

    @property
    def cost(self) -> int:
        """What it costs."""
        bound = self.bound
        return bound.importance * max(self.count - bound.most, bound.least - self.count)


@dataclass(frozen=True, slots=True)
class UnmetWish:
    """A wish, and by how many people it isn't met."""

    wish: Wish
    count: int

    @property
    def cost(self) -> int:
        """What it costs."""
        return WISH_COST * self.count


Division = Mapping[ParticipantId, TeamId]
"""Who is in which team."""


def trait_of(member: Member, trait: Trait) -> str:
    """What somebody has of a trait; empty if that isn't known."""
    match trait:
        case Trait.SECTOR:
            return member.sector
        case Trait.ORGANISATION | Trait.CHALLENGE:
            return str(member.organisation or "")
        case Trait.ROLE:
            return member.role


def unmet(wanted: Wanted, division: Division) -> tuple[Unmet | UnmetWish, ...]:
    """What of what is wanted does not hold, the dearest first."""
    found: list[Unmet | UnmetWish] = [
        one for wish in wanted.wishes if (one := UnmetWish(wish, wish_missed(wish, division))).count
    ]
    for bound in wanted.bounds():
        counts = Counter(division[one] for one in bound.members)
        found += [
            Unmet(bound, team.id, counts[team.id])
            for team in bound.teams
            if not bound.least <= counts[team.id] <= bound.most
        ]
    return tuple(sorted(found, key=lambda one: -one.cost))


def cost(wanted: Wanted, division: Division) -> int:
    """What a division costs by what is wanted; 0 if everything holds."""
    return sum(one.cost for one in unmet(wanted, division))


def wish_missed(wish: Wish, division: Division) -> int:
    """By how many people a wish isn't met."""
    counts = Counter(division[one] for one in wish.members)
    match wish.kind:
        case WishKind.TOGETHER:
            return len(wish.members) - max(counts.values())
        case WishKind.APART:
            return len(wish.members) - len(counts)
        case WishKind.FIXED:
            return sum(team != wish.team for team in map(division.__getitem__, wish.members))


def _shares(people: int, teams: int) -> tuple[int, int]:
    return people // teams, -(-people // teams)
