"""The scenes round a pitch: the run order, who is next, who pitches, and whom to choose from."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from judging_app.closed_sets import complete
from judging_app.domain.event import BoardForm, Scene
from judging_app.domain.ids import OrganisationId, TeamId
from judging_app.domain.run_order import DOORS_OPEN, Moment
from judging_app.domain.set_up.consent import Door, may_name, name_at, shown_at
from judging_app.present.time_of_day import clock_text
from judging_app.present.wall.board import pages_of
from judging_app.present.wall.faces import (
    Board,
    OneTeam,
    Person,
    Sentence,
    TurnPage,
    TurnRow,
    Turns,
    TurnState,
    WallRow,
)
from judging_app.present.wall.facts import WallFacts
from judging_app.present.wall.room_for import HEIGHT, WIDE_LETTERS, filled, lines_of
from judging_app.present.wall.view import WallView
from judging_app.words import counted, listed

_DONE_ABOVE = 2
"""Teams that are done and still above the one whose turn it is, where not all have room."""

_STATE_WORDS = complete(
    {
        TurnState.WAITING: "",
        TurnState.NEXT: "Next",
        TurnState.NOW: "Now",
        TurnState.DONE: "Done",
    }
)


def run_order(wall: WallFacts) -> WallView:
    """Every team that pitches, in order, from those about the team whose turn it is."""
    rows = tuple(_turns(wall))
    if not wall.slots:
        no_teams = "There are no teams yet."
        return WallView(
            Scene.RUN_ORDER, Sentence(no_teams), title="Run order", spoken=f"Run order. {no_teams}"
        )
    pages = tuple(_turn_pages(rows))
    return WallView(
        Scene.RUN_ORDER,
        Turns(pages),
        title="Run order",
        foot="" if wall.times or wall.clock.team else "Times follow when the first pitch begins.",
        spoken=f"Run order. {'; '.join(_spoken(row) for row in rows)}",
    )


def up_next(wall: WallFacts) -> WallView:
    """The team that comes next, its challenge, and when it is on."""
    at = wall.times.get(wall.next_team) if wall.next_team else None
    following = _after(wall, wall.next_team)
    return _team_scene(
        wall,
        Scene.UP_NEXT,
        "Up next",
        wall.next_team,
        foot=f"After that: {following}" if following else "",
        when=clock_text(at) if at else "",
        when_text=f"on stage {until(at, wall.now)}" if at else "",
    )


def now_pitching(wall: WallFacts) -> WallView:
    """The team whose turn it is with its members; before the first turn, the team that begins."""
    team = wall.clock.team or wall.next_team
    asked = next((slot.questions_s for slot in wall.slots if slot.team == team), 0)
    minutes, rest = divmod(asked, 60)
    span = f"{minutes}:{rest:02} minutes" if rest else counted(minutes, "minute")
    return _team_scene(
        wall,
        Scene.NOW_PITCHING,
        "Now pitching",
        team,
        people=tuple(_members(wall, team)),
        foot=f"Then questions, {span}" if asked else "",
    )


def peoples_choice(wall: WallFacts) -> WallView:
    """The award that the people give, how to choose, and the teams to choose from."""
    title, said = wall.peoples_award or "People’s choice", wall.programme.message
    names = _names(wall)
    rows = tuple(
        WallRow(slot.team, str(number), names[slot.team], "")
        for number, slot in enumerate(wall.slots, 1)
    )
    head = ". ".join(part for part in (title, said.rstrip(".")) if part)
    told = "; ".join(f"{row.place_text} {row.team}" for row in rows)
    return WallView(
        Scene.PEOPLES_CHOICE,
        Board(pages_of(rows, BoardForm.FULL, head), strip=said),
        title=title,
        spoken=". ".join(part for part in (head, told) if part),
    )


def until(at: datetime, now: datetime) -> str:
    """How long it is until `at`: "in 4 minutes", "now"; hours before, the time of day."""
    minutes = -((now - at).total_seconds() // 60)
    if minutes > _LONG:
        return f"at {clock_text(at)}"
    return f"in {counted(int(minutes), 'minute')}" if minutes >= 1 else "now"


_LONG = 90
"""Minutes that nobody counts any more."""


def _turns(wall: WallFacts) -> Iterator[TurnRow]:
    """The lines of the day; an entry beside the pitches is done once a later turn is on."""
    names = _names(wall)
    teams = [slot.team for slot in wall.slots]
    at = teams.index(wall.clock.team) if wall.clock.team in teams else -1
    number = 0
    for line in wall.lines:
        when = clock_text(line.at) if line.at else ""
        if line.team is None:
            state = TurnState.DONE if number <= at else TurnState.WAITING
            yield TurnRow(when, _beside(line), state, is_beside=True)
            continue
        state = _state(number, at, is_next=line.team == wall.next_team)
        number += 1
        has_more = state in (TurnState.NOW, TurnState.NEXT)
        yield TurnRow(
            when or str(number),
            names[line.team],
            state,
            _STATE_WORDS[state],
            challenge_of(wall, line.team) if has_more else "",
        )


def _beside(line: Moment) -> str:
    minutes = 0 if line.title == DOORS_OPEN else line.lasts_s // 60
    return f"{line.title}, {counted(minutes, 'minute')}" if minutes else line.title


def _state(number: int, at: int, *, is_next: bool) -> TurnState:
    if number == at:
        return TurnState.NOW
    if number < at:
        return TurnState.DONE
    return TurnState.NEXT if is_next else TurnState.WAITING


def _turn_pages(rows: Sequence[TurnRow]) -> Iterator[TurnPage]:
    """All on one page if they fit; else from two above the marked one on, and the others after."""
    heights = [_height(row) for row in rows]
    if sum(heights) <= HEIGHT:
        yield TurnPage(tuple(rows))
        return
    marked = (TurnState.NOW, TurnState.NEXT)
    at = next((n for n, row in enumerate(rows) if row.state in marked), 0)
    first = max(at - _DONE_ABOVE, 0)
    number_of = {id(row): number for number, row in enumerate(rows, 1)}
    for some, tall in ((rows[first:], heights[first:]), (rows[:first], heights[:first])):
        for page in filled(some, tall, HEIGHT):
            start, end = number_of[id(page[0])], number_of[id(page[-1])]
            yield TurnPage(tuple(page), f"{start} to {end} of {len(rows)}")


def _height(row: TurnRow) -> int:
    lines = lines_of(row.team, WIDE_LETTERS)
    below = 44 * max(lines_of(row.challenge, _SMALL_LETTERS) - 1, 0)
    if row.state is TurnState.NOW:
        return (200 if lines == 1 else 92 + 62 * lines) + below
    challenge = 32 if row.challenge else 0
    return 30 + 62 * lines + challenge + below


_SMALL_LETTERS = WIDE_LETTERS * 5 // 4
"""Letters of a challenge in a line: its type is the smaller one."""


def _spoken(row: TurnRow) -> str:
    state = f" ({row.state_text.lower()})" if row.state_text else ""
    return f"{row.lead} {row.team}{state}".strip()


def _team_scene(
    wall: WallFacts,
    scene: Scene,
    title: str,
    team: TeamId | None,
    *,
    people: tuple[Person, ...] = (),
    foot: str = "",
    when: str = "",
    when_text: str = "",
) -> WallView:
    name = _names(wall).get(team, "") if team else ""
    challenge, owner = challenge_of(wall, team), _owner(wall, team)
    face = OneTeam(
        name or "No team yet",
        challenge,
        f"Set by {owner}" if owner else "",
        people,
        when,
        when_text,
    )
    told = (title, name, challenge, owner, ", ".join(one.name for one in people), when, when_text)
    return WallView(
        scene, face, title=title, foot=foot, spoken=". ".join(part for part in told if part)
    )


def _after(wall: WallFacts, team: TeamId | None) -> str:
    teams = [slot.team for slot in wall.slots]
    later = teams[teams.index(team) + 1 :] if team in teams else []
    return _names(wall)[later[0]] if later else ""


def challenge_of(wall: WallFacts, team: TeamId | None) -> str:
    """What a team took on."""
    return listed([one.title for one in wall.setup.challenges if one.team == team])


def _owner(wall: WallFacts, team: TeamId | None) -> str:
    """Who owns the question, if that is known."""
    bodies = {one.id: one.name for one in wall.setup.organisations}
    own = (one.owner for one in wall.setup.challenges if one.team == team)
    return listed(tuple(dict.fromkeys(bodies[owner] for owner in own if owner is not None)))


def _members(wall: WallFacts, team: TeamId | None) -> Iterator[Person]:
    bodies: dict[OrganisationId | None, str] = {
        one.id: one.name for one in wall.setup.organisations
    }
    members = [one for one in wall.setup.participants if one.team == team]
    shown, more = shown_at(members, Door.ROOM)
    for one in shown:
        body = bodies.get(one.organisation, "") if may_name(one, Door.ROOM) else ""
        yield Person(name_at(one, Door.ROOM), body)
    if more:
        yield Person(more, "")


def _names(wall: WallFacts) -> Mapping[TeamId, str]:
    return {team.id: team.name for team in wall.setup.teams}
