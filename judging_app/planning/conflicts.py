"""Conflicts of interest that the event's own data give away."""

from collections import defaultdict
from collections.abc import Mapping

from judging_app.domain.ids import JudgeId, OrganisationId, TeamId
from judging_app.domain.names import name_key
from judging_app.domain.panel import Conflict
from judging_app.domain.setup import Setup
from judging_app.words import listed


def found_conflicts(setup: Setup) -> tuple[Conflict, ...]:
    """One conflict for every judge and team that are linked, in the set-up's own orders.

    A judge is linked to a team if the judge's organisation employs a member of it, owns its
    challenge, or hosted a visit of it. Two organisations whose names differ only in capitals
    and blanks count as one. Nothing is decided here: each conflict comes out undecided.
    """
    keys = {one.id: name_key(one.name) for one in setup.organisations}
    links = _links(setup, keys)
    names = {one.id: one.name for one in setup.organisations}
    return tuple(
        Conflict(judge.id, team.id, f"{names[judge.organisation]} {listed(why)}")
        for judge in setup.judges
        if judge.organisation is not None
        for team in setup.teams
        if (why := links.get((keys[judge.organisation], team.id)))
    )


def members_employed(setup: Setup, judge: JudgeId, team: TeamId) -> int:
    """How many of a team a judge's organisation employs."""
    keys = {one.id: name_key(one.name) for one in setup.organisations}
    at = next(one.organisation for one in setup.judges if one.id == judge)
    return 0 if at is None else len(_members(setup, keys).get((keys[at], team), ()))


def _links(
    setup: Setup, keys: Mapping[OrganisationId, str]
) -> Mapping[tuple[str, TeamId], list[str]]:
    """What each organisation, by the key of its name, has to do with each team."""
    links: defaultdict[tuple[str, TeamId], list[str]] = defaultdict(list)
    for link, members in _members(setup, keys).items():
        links[link].append(f"employs {listed(members)} from this team")
    owners = ((one.owner, one.team) for one in setup.challenges if one.owner is not None)
    for link in dict.fromkeys((keys[owner], team) for owner, team in owners):
        links[link].append("owns this team’s challenge")
    for link in dict.fromkeys((keys[visit.host], visit.team) for visit in setup.visits):
        links[link].append("hosted a visit by this team")
    return links


def _members(
    setup: Setup, keys: Mapping[OrganisationId, str]
) -> Mapping[tuple[str, TeamId], list[str]]:
    """The names of each team's members, under the organisation that employs them."""
    members: defaultdict[tuple[str, TeamId], list[str]] = defaultdict(list)
    for participant in setup.participants:
        if participant.team is not None and participant.organisation is not None:
            members[keys[participant.organisation], participant.team].append(participant.name)
    return members
