"""What came of forming teams, in words and figures."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from judging_app.closed_sets import complete
from judging_app.domain.ids import ParticipantId, TeamId
from judging_app.domain.people import Participant
from judging_app.domain.setup import Setup
from judging_app.planning.forming.division import Formed
from judging_app.planning.forming.wanted import (
    USUAL,
    Division,
    Importance,
    Trait,
    Unmet,
    UnmetWish,
    Wanted,
    Wish,
    WishKind,
    unmet,
)
from judging_app.words import counted, listed

TRAIT_WORDS: Mapping[Trait, str] = complete(
    {
        Trait.SECTOR: "sector",
        Trait.ORGANISATION: "organisation",
        Trait.ROLE: "role",
        Trait.CHALLENGE: "own challenge",
    }
)
IMPORTANCE_WORDS: Mapping[Importance, str] = complete(
    {
        Importance.NONE: "doesn’t matter",
        Importance.A_LITTLE: "matters a little",
        Importance.MATTERS: "matters",
        Importance.MOST: "matters most",
        Importance.MUST: "must",
    }
)


WISH_WORDS: Mapping[WishKind, str] = complete(
    {
        WishKind.TOGETHER: "Together",
        WishKind.APART: "Apart",
        WishKind.FIXED: "In a team",
    }
)
TRAIT_CHOICES = tuple((one.value, words, USUAL[one].name) for one, words in TRAIT_WORDS.items())
"""What teams can be alike in: its key, its words, and the key of how much it usually matters."""

IMPORTANCE_CHOICES = tuple((one.name, IMPORTANCE_WORDS[one]) for one in reversed(Importance))
WISH_CHOICES = tuple((one.name, words) for one, words in WISH_WORDS.items())
IN_A_TEAM = WishKind.FIXED.name
"""The key of the wish that is about a team and not about another person."""

_MARKS = "■○▲◇●"


@dataclass(frozen=True, slots=True)
class TeamRow:
    """What a team is made of."""

    name: str
    people: tuple[str, ...]
    marks: str
    sectors: str
    organisations: str
    roles: str


@dataclass(frozen=True, slots=True)
class FormedView:
    """What a page shows of a division: how good it is, the teams, and what could not be met."""

    verdict: str
    is_proved: bool
    rows: tuple[TeamRow, ...]
    unmet: tuple[str, ...]
    legend: str
    """Which shape is which sector."""


def formed_view(setup: Setup, wanted: Wanted, found: Formed) -> FormedView:
    """A division as it is shown."""
    return FormedView(
        verdict_text(found),
        found.is_proved,
        team_rows(setup, found.division),
        unmet_texts(setup, wanted, found.division),
        " ".join(
            f"{mark} {sector or 'not known'}" for sector, mark in _sector_marks(setup).items()
        ),
    )


def wish_text(wish: Wish, setup: Setup) -> str:
    """A wish as the list of them names it."""
    people = {one.id: one.name for one in setup.participants}
    names = listed([people[one] for one in wish.members])
    match wish.kind:
        case WishKind.TOGETHER:
            return f"Together: {names}"
        case WishKind.APART:
            return f"Apart: {names}"
        case WishKind.FIXED:
            teams = {one.id: one.name for one in setup.teams}
            team = teams.get(wish.team, "") if wish.team else ""
            return f"In {team}: {names}"


def people_choices(setup: Setup) -> tuple[tuple[str, str], ...]:
    """Everybody, to be chosen from: the code, and the name with what tells namesakes apart."""
    organisations = {one.id: one.name for one in setup.organisations}
    often = Counter(one.name for one in setup.participants)
    return tuple(
        (one.id, f"{one.name} ({organisations[one.organisation]})")
        if often[one.name] > 1 and one.organisation
        else (one.id, one.name)
        for one in sorted(setup.participants, key=lambda one: one.name.casefold())
    )


def verdict_text(found: Formed) -> str:
    """How good the division is."""
    if found.is_proved:
        return "Nothing better is possible." if found.cost else "Everything is met."
    return f"It costs {found.cost}; the best that could be still found costs {found.least} or more."


def team_rows(setup: Setup, division: Division) -> tuple[TeamRow, ...]:
    """The teams in their order, with who is in them."""
    organisations = {one.id: one.name for one in setup.organisations}
    marks = _sector_marks(setup)
    rows = []
    for team in setup.teams:
        people = [one for one in setup.participants if division[one.id] == team.id]
        rows.append(
            TeamRow(
                team.name,
                tuple(one.name for one in people),
                "".join(sorted((marks[one.sector] for one in people), key=_MARKS.index)),
                _counts(one.sector for one in people),
                _different([organisations[o] for one in people if (o := one.organisation)]),
                _counts(one.role for one in people),
            )
        )
    return tuple(rows)


def unmet_texts(setup: Setup, wanted: Wanted, division: Division) -> tuple[str, ...]:
    """What could not be met, one sentence each."""
    teams = {one.id: one.name for one in setup.teams}
    people = {one.id: one for one in setup.participants}
    organisations = {str(one.id): one.name for one in setup.organisations}
    return tuple(
        _wish_text(one, people, teams)
        if isinstance(one, UnmetWish)
        else _bound_text(one, teams[one.team], organisations)
        for one in unmet(wanted, division)
    )


def _bound_text(one: Unmet, team: str, organisations: Mapping[str, str]) -> str:
    bound = one.bound
    value = organisations.get(bound.what, bound.what)
    if bound.trait is Trait.CHALLENGE:
        people = counted(one.count, "person", "people")
        return f"{team} has {people} of {value}, which owns its challenge."
    aim = str(bound.most) if bound.least == bound.most else f"{bound.least} to {bound.most}"
    return f"{team} has {one.count} of {TRAIT_WORDS[bound.trait]} “{value}” instead of {aim}."


def _wish_text(
    one: UnmetWish, people: Mapping[ParticipantId, Participant], teams: Mapping[TeamId, str]
) -> str:
    names = listed([people[member].name for member in one.wish.members])
    match one.wish.kind:
        case WishKind.TOGETHER:
            return f"{names} are not all together."
        case WishKind.APART:
            return f"{names} are not all apart."
        case WishKind.FIXED:
            assert one.wish.team is not None  # noqa: S101 - by what such a wish is
            return f"Not everybody is in {teams[one.wish.team]} who was to be: {names}."


def _sector_marks(setup: Setup) -> Mapping[str, str]:
    """A shape for each sector, the first for the largest."""
    order = Counter(one.sector for one in setup.participants).most_common()
    return {sector: _MARKS[min(at, len(_MARKS) - 1)] for at, (sector, _) in enumerate(order)}


def _counts(values: Iterator[str]) -> str:
    found = Counter(value or "not known" for value in values)
    return ", ".join(f"{count} {value}" for value, count in sorted(found.items()))


def _different(names: list[str]) -> str:
    twice = [f"{name} {count}×" for name, count in Counter(names).items() if count > 1]
    said = f"{len(set(names))} different"
    return f"{said}; {', '.join(twice)}" if twice else said
