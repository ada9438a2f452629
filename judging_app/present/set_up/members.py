"""Who is in a team, and what moving somebody to another one would change."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from judging_app.domain.people import Participant
from judging_app.domain.setup import Setup
from judging_app.words import counted


@dataclass(frozen=True, slots=True)
class MemberRow:
    """One member by their code: who they are, and whether others of the team are from there too."""

    key: str
    words: str
    is_one_of_several: bool


@dataclass(frozen=True, slots=True)
class MembersView:
    """The members of a team, or everybody who is in none."""

    title: str
    rows: tuple[MemberRow, ...]


def members_view(setup: Setup, team: str) -> MembersView:
    """Those of a team by its code; of no team, where there is none of this code."""
    names = {str(one.id): one.name for one in setup.teams}
    bodies = {str(one.id): one.name for one in setup.organisations}
    people = [
        one for one in setup.participants if (one.team or "") == (team if team in names else "")
    ]
    often = Counter(one.organisation for one in people if one.organisation)
    rows = tuple(
        MemberRow(
            one.id,
            " · ".join(filter(None, (one.name, bodies.get(one.organisation or ""), one.sector))),
            team in names and one.organisation is not None and often[one.organisation] > 1,
        )
        for one in people
    )
    title = f"In {names[team]}" if team in names else "In no team"
    return MembersView(f"{title}: {counted(len(people), 'person', 'people')}", rows)


def move_words(setup: Setup, person: str, team: str) -> str:
    """What changes if somebody moves, before they do; empty where that is no move."""
    one = next((one for one in setup.participants if one.id == person), None)
    to = next((other for other in setup.teams if other.id == team), None)
    if one is None or to is None or one.team == to.id:
        return ""
    moved = tuple(
        replace(other, team=to.id) if other is one else other for other in setup.participants
    )
    pairs = zip(_figures(setup, setup.participants), _figures(setup, moved), strict=True)
    changes = [
        f"{title} {before}, as now" if before == after else f"{title} {before} → {after}"
        for (title, before), (_, after) in pairs
    ]
    return f"{one.name} to {to.name}. {' · '.join(changes)}."


def _figures(setup: Setup, people: tuple[Participant, ...]) -> Iterator[tuple[str, str]]:
    of_team = {team.id: [one for one in people if one.team == team.id] for team in setup.teams}
    sizes = sorted(map(len, of_team.values()))
    yield (
        "People in a team:",
        f"{sizes[0]} to {sizes[-1]}" if sizes[0] < sizes[-1] else f"{sizes[0]}",
    )
    sectors = {one.sector for one in people if one.sector}
    apart = [
        max(counts) - min(counts)
        for team in of_team.values()
        if (counts := [sum(one.sector == each for one in team) for each in sectors])
    ]
    if len(sectors) > 1:
        yield "Sectors apart by at most", str(max(apart))
    twice = sum(
        any(
            many > 1
            for many in Counter(one.organisation for one in team if one.organisation).values()
        )
        for team in of_team.values()
    )
    yield "Teams with an organisation twice:", str(twice)
    owners = {(one.team, one.owner) for one in setup.challenges if one.owner}
    own = sum((one.team, one.organisation) in owners for one in people)
    if owners:
        yield "Working for their challenge’s owner:", str(own)
