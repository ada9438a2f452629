"""The reveal as the room sees it: nothing but what the steps so far have announced."""

from collections.abc import Mapping, Sequence

from judging_app.ceremony.told import told, told_places
from judging_app.domain.event import Phase, Scene
from judging_app.domain.ids import AwardId, TeamId
from judging_app.domain.reveal import RevealStep, RunningPlace, StepKind
from judging_app.present.numbers import shown
from judging_app.present.result.standings import NO_PLACE, StandingRow
from judging_app.present.wall.board import TWO_COLUMNS, WallPage, WallRow, board_row
from judging_app.present.wall.facts import WallFacts
from judging_app.present.wall.paging import paged
from judging_app.present.wall.view import WallStep, WallView
from judging_app.words import listed, ordinal

EARLIER = 8
"""Places announced earlier that are beside the one being announced."""

_TITLE = "The result"


def reveal_scene(wall: WallFacts) -> WallView:
    """The last step announced; before the first, only that the result comes.

    A place that the public's standings withhold stays withheld whatever the steps say.
    """
    is_time = wall.event.phase in (Phase.CLOSED, Phase.PUBLISHED)
    steps = wall.told if is_time else ()
    if not steps:
        return WallView(Scene.REVEAL, title=_TITLE, spoken=_TITLE)
    last = steps[-1]
    match last.kind:
        case StepKind.RUNNING:
            return _running(wall, last, len(steps))
        case StepKind.PLACE:
            return _place(wall, steps)
        case StepKind.AWARD:
            step = WallStep(_awards(wall, steps), (), "", StepKind.AWARD)
            return _shown(step, len(steps))
        case StepKind.WINNER:
            return _winner(wall, steps)


def _shown(step: WallStep, number: int, earlier: tuple[WallRow, ...] = ()) -> WallView:
    parts = (listed(step.teams), step.score_text, step.award, step.note)
    said = ", ".join(part for part in parts if part)
    return WallView(
        Scene.REVEAL,
        number=number,
        title=_TITLE,
        step=step,
        earlier=earlier,
        spoken=f"{step.heading}: {said}" if said else step.heading,
    )


def _place(wall: WallFacts, steps: Sequence[RevealStep]) -> WallView:
    last = steps[-1]
    rows = [row for row in wall.standings.rows if row.place is not None]
    own = [row for row in rows if row.team_id in last.teams]
    if not own:
        return WallView(Scene.REVEAL, title=_TITLE, spoken=_TITLE)
    before = told_places(steps[:-1]) - frozenset(last.teams)
    earlier = [board_row(row, wall.standings) for row in rows if row.team_id in before]
    step = _place_step(wall, last.place or 0, own, _awards(wall, steps))
    return _shown(step, len(steps), tuple(earlier[:EARLIER]))


def _place_step(wall: WallFacts, number: int, rows: Sequence[StandingRow], award: str) -> WallStep:
    place = f"{ordinal(number)} place"
    scores = tuple(dict.fromkeys(row.score_text for row in rows))
    # Teams that the panel decided to be joint may have scores of their own.
    score_text = f"{scores[0]} {wall.standings.full_total_text}" if len(scores) == 1 else ""
    return WallStep(
        heading=f"Joint {place}" if len(rows) > 1 else place,
        teams=tuple(row.team for row in rows),
        score_text=score_text,
        award=award,
        note=listed([*dict.fromkeys(row.audience_note for row in rows if row.audience_note)]),
    )


def _winner(wall: WallFacts, steps: Sequence[RevealStep]) -> WallView:
    last = steps[-1]
    names = _names(wall)
    teams = tuple(names[team] for team in last.teams)
    return _shown(WallStep(_awards(wall, steps), teams, "", StepKind.WINNER), len(steps))


def _awards(wall: WallFacts, steps: Sequence[RevealStep]) -> str:
    """The awards of the last step: its own, and those named for it just before."""
    wanted: frozenset[AwardId] = told(steps[:-1]).named
    if (own := steps[-1].award) is not None:
        is_named_alone = steps[-1].kind is StepKind.AWARD
        wanted = frozenset({own}) if is_named_alone else wanted | {own}
    return listed([title for award, title in wall.award_titles.items() if award in wanted])


def _running(wall: WallFacts, step: RevealStep, number: int) -> WallView:
    """By the mean so far, whatever the declared method is: no other has a result on a part."""
    title = f"After {step.part}"
    lines = ("So far, by the mean",)
    names = _names(wall)
    rows = tuple(_running_row(wall, one, names, step.running) for one in step.running)
    head = ". ".join((title, *lines))
    pages = tuple(
        WallPage(tuple(page), label, _spoken(head, label, page))
        for page, label in paged(rows, TWO_COLUMNS)
    )
    return WallView(
        Scene.REVEAL,
        number=number,
        title=title,
        lines=lines,
        pages=pages,
        spoken=_spoken(head, "", rows),
    )


def _running_row(
    wall: WallFacts,
    one: RunningPlace,
    names: Mapping[TeamId, str],
    running: Sequence[RunningPlace],
) -> WallRow:
    if one.place is None or one.score is None:
        return WallRow(one.team, NO_PLACE, names[one.team], "", "", None)
    is_joint = sum(other.place == one.place for other in running) > 1
    share = one.score / wall.standings.full_total
    return WallRow(
        one.team,
        f"{'=' if is_joint else ''}{one.place}",
        names[one.team],
        shown(one.score),
        "",
        min(max(share, type(share)(0)), type(share)(1)),
    )


def _spoken(head: str, label: str, rows: Sequence[WallRow]) -> str:
    teams = "; ".join(
        " ".join(part for part in (_place_word(row), row.team, row.score_text) if part)
        for row in rows
    )
    return ". ".join(part for part in (head, f"Page {label}" if label else "", teams) if part)


def _place_word(row: WallRow) -> str:
    return "no place" if row.place_text == NO_PLACE else row.place_text.replace("=", "joint ")


def _names(wall: WallFacts) -> dict[TeamId, str]:
    return {team.id: team.name for team in wall.setup.teams}
