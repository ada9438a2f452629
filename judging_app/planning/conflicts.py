"""Conflicts of interest that the event's own data give away."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from judging_app.domain.ids import JudgeId, OrganisationId, TeamId
from judging_app.domain.names import name_key
from judging_app.domain.panel import Conflict, Judge
from judging_app.domain.people import Mentor, Participant
from judging_app.domain.setup import Setup
from judging_app.words import listed


def found_conflicts(setup: Setup) -> tuple[Conflict, ...]:
    """One conflict for every judge and team that are linked, in the set-up's own orders.

    A judge is linked to a team if they mentor it, or if the judge's organisation employs a member
    or a mentor of it, owns its challenge, or hosted a visit of it. Two organisations whose names
    differ only in capitals and blanks count as one; so do a judge and a mentor, unless these are
    of two organisations. Nothing is decided here: each conflict comes out undecided.
    """
    keys = {one.id: name_key(one.name) for one in setup.organisations}
    links = _links(setup, keys)
    names = {one.id: one.name for one in setup.organisations}
    return tuple(
        Conflict(judge.id, team.id, "; ".join(why))
        for judge in setup.judges
        for team in setup.teams
        if (why := tuple(_evidence(setup, judge, team.id, links, keys, names)))
    )


def _evidence(
    setup: Setup,
    judge: Judge,
    team: TeamId,
    links: Mapping[tuple[str, TeamId], list[str]],
    keys: Mapping[OrganisationId, str],
    names: Mapping[OrganisationId, str],
) -> Iterator[str]:
    """What links a judge to a team: themselves, then the organisation that they are of."""
    own = keys[judge.organisation] if judge.organisation else ""
    for one in setup.mentors:
        of = keys[one.organisation] if one.organisation else ""
        is_same = name_key(one.name) == name_key(judge.name) and (own == of or not (own and of))
        if one.team == team and is_same:
            yield "mentors this team"
            break
    if judge.organisation and (why := links.get((own, team))):
        yield f"{names[judge.organisation]} {listed(why)}"


def members_employed(setup: Setup, judge: JudgeId, team: TeamId) -> int:
    """How many of a team a judge's organisation employs."""
    keys = {one.id: name_key(one.name) for one in setup.organisations}
    at = next(one.organisation for one in setup.judges if one.id == judge)
    return 0 if at is None else len(_employed(setup.participants, keys).get((keys[at], team), ()))


def _links(
    setup: Setup, keys: Mapping[OrganisationId, str]
) -> Mapping[tuple[str, TeamId], list[str]]:
    """What each organisation, by the key of its name, has to do with each team."""
    links: defaultdict[tuple[str, TeamId], list[str]] = defaultdict(list)
    for link, members in _employed(setup.participants, keys).items():
        links[link].append(f"employs {listed(members)} from this team")
    for link, mentors in _employed(setup.mentors, keys).items():
        links[link].append(f"employs {listed(mentors)}, who mentors this team")
    owners = ((one.owner, one.team) for one in setup.challenges if one.owner is not None)
    for link in dict.fromkeys((keys[owner], team) for owner, team in owners):
        links[link].append("owns this team’s challenge")
    for link in dict.fromkeys((keys[visit.host], visit.team) for visit in setup.visits):
        links[link].append("hosted a visit by this team")
    return links


def _employed(
    people: Sequence[Participant | Mentor], keys: Mapping[OrganisationId, str]
) -> Mapping[tuple[str, TeamId], list[str]]:
    """The names of those with each team, under the organisation that employs them."""
    found: defaultdict[tuple[str, TeamId], list[str]] = defaultdict(list)
    for one in people:
        if one.team is not None and one.organisation is not None:
            found[keys[one.organisation], one.team].append(one.name)
    return found
