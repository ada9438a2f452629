"""The reveal as the room sees it: nothing but what the steps so far have announced."""

from collections.abc import Mapping, Sequence

from judging_app.ceremony.told import told, told_places
from judging_app.domain.event import Phase, Scene
from judging_app.domain.ids import AwardId, TeamId
from judging_app.domain.reveal import RevealStep, RunningPlace, StepKind
from judging_app.present.numbers import shown
from judging_app.present.result.standings import NO_PLACE, StandingRow
from judging_app.present.wall.board import TWO_COLUMNS, ProjectorPage, ProjectorRow, board_row
from judging_app.present.wall.paging import paged
from judging_app.present.wall.room import Room
from judging_app.present.wall.view import ProjectorStep, ProjectorView
from judging_app.words import listed, ordinal

EARLIER = 8
"""Places announced earlier that are beside the one being announced."""

_TITLE = "The result"


def reveal_scene(room: Room) -> ProjectorView:
    """The last step announced; before the first, only that the result comes.

    A place that the public's standings withhold stays withheld whatever the steps say.
    """
    is_time = room.event.phase in (Phase.CLOSED, Phase.PUBLISHED)
    steps = room.told if is_time else ()
    if not steps:
        return ProjectorView(Scene.REVEAL, title=_TITLE, spoken=_TITLE)
    last = steps[-1]
    match last.kind:
        case StepKind.RUNNING:
            return _running(room, last, len(steps))
        case StepKind.PLACE:
            return _place(room, steps)
        case StepKind.AWARD:
            step = ProjectorStep(_awards(room, steps), (), "", StepKind.AWARD)
            return _shown(step, len(steps))
        case StepKind.WINNER:
            return _winner(room, steps)


def _shown(
    step: ProjectorStep, number: int, earlier: tuple[ProjectorRow, ...] = ()
) -> ProjectorView:
    parts = (listed(step.teams), step.score_text, step.award, step.note)
    said = ", ".join(part for part in parts if part)
    return ProjectorView(
        Scene.REVEAL,
        number=number,
        title=_TITLE,
        step=step,
        earlier=earlier,
        spoken=f"{step.heading}: {said}" if said else step.heading,
    )


def _place(room: Room, steps: Sequence[RevealStep]) -> ProjectorView:
    last = steps[-1]
    rows = [row for row in room.standings.rows if row.place is not None]
    own = [row for row in rows if row.team_id in last.teams]
    if not own:
        return ProjectorView(Scene.REVEAL, title=_TITLE, spoken=_TITLE)
    before = told_places(steps[:-1]) - frozenset(last.teams)
    earlier = [board_row(row, room.standings) for row in rows if row.team_id in before]
    step = _place_step(room, last.place or 0, own, _awards(room, steps))
    return _shown(step, len(steps), tuple(earlier[:EARLIER]))


def _place_step(room: Room, number: int, rows: Sequence[StandingRow], award: str) -> ProjectorStep:
    place = f"{ordinal(number)} place"
    scores = tuple(dict.fromkeys(row.score_text for row in rows))
    # Teams that the panel decided to be joint may have scores of their own.
    score_text = f"{scores[0]} {room.standings.full_total_text}" if len(scores) == 1 else ""
    return ProjectorStep(
        heading=f"Joint {place}" if len(rows) > 1 else place,
        teams=tuple(row.team for row in rows),
        score_text=score_text,
        award=award,
        note=listed([*dict.fromkeys(row.place_note for row in rows if row.place_note)]),
    )


def _winner(room: Room, steps: Sequence[RevealStep]) -> ProjectorView:
    last = steps[-1]
    names = _names(room)
    teams = tuple(names[team] for team in last.teams)
    return _shown(ProjectorStep(_awards(room, steps), teams, "", StepKind.WINNER), len(steps))


def _awards(room: Room, steps: Sequence[RevealStep]) -> str:
    """The awards of the last step: its own, and those named for it just before."""
    wanted: frozenset[AwardId] = told(steps[:-1]).named
    if (own := steps[-1].award) is not None:
        is_named_alone = steps[-1].kind is StepKind.AWARD
        wanted = frozenset({own}) if is_named_alone else wanted | {own}
    return listed([title for award, title in room.award_titles.items() if award in wanted])


def _running(room: Room, step: RevealStep, number: int) -> ProjectorView:
    """By the mean so far, whatever the declared method is: no other has a result on a part."""
    title = f"After {step.part}"
    lines = ("So far, by the mean",)
    names = _names(room)
    rows = tuple(_running_row(room, one, names, step.running) for one in step.running)
    head = ". ".join((title, *lines))
    pages = tuple(
        ProjectorPage(tuple(page), label, _spoken(head, label, page))
        for page, label in paged(rows, TWO_COLUMNS)
    )
    return ProjectorView(
        Scene.REVEAL,
        number=number,
        title=title,
        lines=lines,
        pages=pages,
        spoken=_spoken(head, "", rows),
    )


def _running_row(
    room: Room,
    one: RunningPlace,
    names: Mapping[TeamId, str],
    running: Sequence[RunningPlace],
) -> ProjectorRow:
    if one.place is None or one.score is None:
        return ProjectorRow(one.team, NO_PLACE, names[one.team], "", "", None)
    is_joint = sum(other.place == one.place for other in running) > 1
    share = one.score / room.standings.full_total
    return ProjectorRow(
        one.team,
        f"{'=' if is_joint else ''}{one.place}",
        names[one.team],
        shown(one.score),
        "",
        min(max(share, type(share)(0)), type(share)(1)),
    )


def _spoken(head: str, label: str, rows: Sequence[ProjectorRow]) -> str:
    teams = "; ".join(
        " ".join(part for part in (_place_word(row), row.team, row.score_text) if part)
        for row in rows
    )
    return ". ".join(part for part in (head, f"Page {label}" if label else "", teams) if part)


def _place_word(row: ProjectorRow) -> str:
    return "no place" if row.place_text == NO_PLACE else row.place_text.replace("=", "joint ")


def _names(room: Room) -> dict[TeamId, str]:
    return {team.id: team.name for team in room.setup.teams}
