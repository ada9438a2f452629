"""The scenes round a pitch: the run order, who is next, who pitches, and whom to choose from."""

from collections.abc import Iterator, Sequence

from judging_app.closed_sets import complete
from judging_app.domain.event import Scene
from judging_app.domain.ids import OrganisationId, TeamId
from judging_app.present.wall.facts import WallFacts
from judging_app.present.wall.paging import paged
from judging_app.present.wall.view import (
    Person,
    TurnPage,
    TurnRow,
    TurnState,
    WallView,
)
from judging_app.words import listed

MOST_TURNS = 24
"""Teams that are on the screen together in two columns, with type that can be read."""

_STATE_WORDS = complete(
    {
        TurnState.WAITING: "",
        TurnState.NEXT: "Next",
        TurnState.NOW: "Now",
        TurnState.DONE: "Done",
    }
)


def run_order(wall: WallFacts) -> WallView:
    """Every team that pitches, in order; it begins at the page of the team whose turn it is."""
    rows = tuple(_turns(wall))
    pages = _pages(rows)
    marked = (TurnState.NOW, TurnState.NEXT)
    first = next(
        (n for n, page in enumerate(pages) if any(row.state in marked for row in page.rows)), 0
    )
    lines = () if rows else ("There are no teams yet",)
    told = "; ".join((*lines, *(_spoken(row) for row in rows)))
    return WallView(
        Scene.RUN_ORDER,
        title="Run order",
        lines=lines,
        turns=pages,
        first_page=first,
        spoken=f"Run order. {told}",
    )


def up_next(wall: WallFacts) -> WallView:
    """The team that comes next, and its challenge."""
    return _team_scene(wall, Scene.UP_NEXT, "Up next", wall.next_team)


def now_pitching(wall: WallFacts) -> WallView:
    """The team whose turn it is with its members; before the first turn, the team that begins."""
    team = wall.clock.team or wall.next_team
    return _team_scene(wall, Scene.NOW_PITCHING, "Now pitching", team, names_members=True)


def peoples_choice(wall: WallFacts) -> WallView:
    """The award that the people give, how to choose, and the teams to choose from."""
    title = wall.peoples_award or "People’s choice"
    said = (wall.programme.message,) if wall.programme.message else ()
    rows = tuple(_numbered(wall))
    told = "; ".join(_spoken(row) for row in rows)
    return WallView(
        Scene.PEOPLES_CHOICE,
        title=title,
        lines=said,
        turns=_pages(rows),
        spoken=". ".join(part for part in (title, *said, told) if part),
    )


def _numbered(wall: WallFacts) -> Iterator[TurnRow]:
    names = {team.id: team.name for team in wall.setup.teams}
    for number, slot in enumerate(wall.slots, 1):
        yield TurnRow(str(number), names[slot.team])


def _turns(wall: WallFacts) -> Iterator[TurnRow]:
    teams = [slot.team for slot in wall.slots]
    at = teams.index(wall.clock.team) if wall.clock.team in teams else -1
    for number, (row, team) in enumerate(zip(_numbered(wall), teams, strict=True)):
        state = _state(number, at, is_next=team == wall.next_team)
        yield TurnRow(row.number_text, row.team, state, _STATE_WORDS[state])


def _state(number: int, at: int, *, is_next: bool) -> TurnState:
    if number == at:
        return TurnState.NOW
    if number < at:
        return TurnState.DONE
    return TurnState.NEXT if is_next else TurnState.WAITING


def _pages(rows: Sequence[TurnRow]) -> tuple[TurnPage, ...]:
    return tuple(TurnPage(tuple(page), label) for page, label in paged(rows, MOST_TURNS))


def _spoken(row: TurnRow) -> str:
    state = f" ({row.state_text.lower()})" if row.state_text else ""
    return f"{row.number_text} {row.team}{state}"


def _team_scene(
    wall: WallFacts, scene: Scene, label: str, team: TeamId | None, *, names_members: bool = False
) -> WallView:
    name = next((one.name for one in wall.setup.teams if one.id == team), "")
    people = tuple(_members(wall, team)) if names_members else ()
    challenges = tuple(_challenge_lines(wall, team))
    told = (label, name, *challenges, ", ".join(person.name for person in people))
    return WallView(
        scene,
        label=label,
        title=name or "No team yet",
        lines=challenges,
        people=people,
        spoken=". ".join(part for part in told if part),
    )


def _challenge_lines(wall: WallFacts, team: TeamId | None) -> Iterator[str]:
    """What the team took on, then who owns the question if that is known."""
    bodies = {one.id: one.name for one in wall.setup.organisations}
    own = [challenge for challenge in wall.setup.challenges if challenge.team == team]
    if own:
        yield listed([challenge.title for challenge in own])
    owners = dict.fromkeys(bodies[one.owner] for one in own if one.owner is not None)
    if owners:
        yield listed(tuple(owners))


def _members(wall: WallFacts, team: TeamId | None) -> Iterator[Person]:
    bodies: dict[OrganisationId | None, str] = {
        one.id: one.name for one in wall.setup.organisations
    }
    for member in wall.setup.participants:
        if member.team == team:
            yield Person(member.name, bodies.get(member.organisation, ""))
