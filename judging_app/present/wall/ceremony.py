"""The reveal and the podium as the room sees them: nothing but what the steps so far announced.

Each step is one template: the list of the lower places, a pedestal for third and second, the whole
wall for first, an award, or running standings. Which one it is follows from the step alone.
"""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from judging_app.ceremony.spoken import spoken_count
from judging_app.ceremony.told import told, told_places
from judging_app.domain.event import BoardForm, Method, Phase, Scene
from judging_app.domain.ids import AwardId, TeamId
from judging_app.domain.reveal import RevealKind, RevealStep, RunningPlace, StepKind
from judging_app.domain.set_up.consent import Door, names_at
from judging_app.present.numbers import shown
from judging_app.present.result.remarks import BY_PANEL
from judging_app.present.result.standings import NO_PLACE, StandingRow
from judging_app.present.time_of_day import in_words
from judging_app.present.wall.board import (
    TOP,
    measure_of,
    pages_of,
    place_mark,
    spoken_row,
    with_moves,
)
from judging_app.present.wall.faces import (
    AwardName,
    AwardWinner,
    Billboard,
    Board,
    Face,
    First,
    Pedestal,
    PlaceList,
    PlaceRow,
    Podium,
    Score,
    Step,
    ToldTeam,
    WallRow,
)
from judging_app.present.wall.facts import WallFacts
from judging_app.present.wall.pitch_scenes import challenge_of
from judging_app.present.wall.room_for import COLUMN_LETTERS, lines_of
from judging_app.present.wall.view import WallView
from judging_app.present.words.methods import METHOD_WORDS
from judging_app.words import capitalised, listed, ordinal

_TITLE = "The result"

FEW = 5
"""Lower places that stand in one column, in large type."""


def reveal_scene(wall: WallFacts) -> WallView:
    """The last step announced; before the first, only that the result comes.

    A place that the public's standings withhold stays withheld whatever the steps say.
    """
    steps = _steps(wall)
    last = steps[-1] if steps else None
    if last is None:
        return _nothing_yet(wall)
    match last.kind:
        case StepKind.RUNNING:
            return _running(wall, steps)
        case StepKind.AWARD:
            ground = wall.award_grounds.get(last.award, "") if last.award else ""
            award = AwardName("The award for", _awards(wall, steps), ground)
            return _view(wall, steps, award, title=award.title, spoken=award.title)
        case StepKind.PLACE | StepKind.WINNER:
            return _place_or_award(wall, steps, last)


def podium(wall: WallFacts) -> WallView:
    """The first three as they were announced; who is still to come isn't there."""
    steps = _steps(wall)
    out = told_places(steps)
    rows = [one for one in _placed(wall) if one.team_id in out and (one.place or 0) <= TOP]
    if not rows:
        return WallView(Scene.PODIUM, _nothing_yet(wall).face, title=_TITLE, spoken=_TITLE)
    event = wall.event
    title, teams = next(iter(_special(wall, steps)), ("", ""))
    unit = wall.standings.full_total_text
    face = Podium(
        event.title,
        in_words(event.held_on) if event.held_on else "",
        tuple(
            Step(
                one.place or 0,
                place_mark(one.place_text),
                one.team,
                one.score_text,
                unit if unit.startswith("of ") else "",
            )
            for one in rows
        ),
        title,
        teams,
    )
    told_all = "; ".join(f"{ordinal(one.place or 0)} place {one.team}" for one in rows)
    return WallView(Scene.PODIUM, face, title="The podium", spoken=f"The podium. {told_all}")


def _steps(wall: WallFacts) -> Sequence[RevealStep]:
    is_time = wall.event.phase in (Phase.CLOSED, Phase.PUBLISHED)
    return wall.told if is_time else ()


def _nothing_yet(wall: WallFacts) -> WallView:
    return WallView(
        Scene.REVEAL, Billboard(_TITLE, (wall.event.title,)), title=_TITLE, spoken=_TITLE
    )


def _view(
    wall: WallFacts, steps: Sequence[RevealStep], face: Face, *, title: str, spoken: str
) -> WallView:
    return WallView(
        Scene.REVEAL, face, len(steps), title=title, aside=wall.event.title, spoken=spoken
    )


def _place_or_award(wall: WallFacts, steps: Sequence[RevealStep], last: RevealStep) -> WallView:
    own = [one for one in _placed(wall) if one.team_id in last.teams]
    if last.place is None:
        return _award_winner(wall, steps, last)
    if not own:
        return _nothing_yet(wall)
    if last.place > TOP:
        return _lower(wall, steps, own)
    return _upper(wall, steps, last.place, own)


def _award_winner(wall: WallFacts, steps: Sequence[RevealStep], last: RevealStep) -> WallView:
    title = _awards(wall, steps)
    names = _names(wall)
    face = AwardWinner(
        tuple(ToldTeam(names[team], challenge_of(wall, team)) for team in last.teams),
        _people(wall, last.teams),
        Score(*wall.award_scores.get(last.award, ("", ""))) if last.award else Score(),
    )
    won = f", {face.score.text} {face.score.unit}" if face.score.text else ""
    spoken = f"{title}: {listed([one.team for one in face.teams])}{won}"
    return _view(wall, steps, face, title=title, spoken=spoken)


def _upper(
    wall: WallFacts, steps: Sequence[RevealStep], place: int, own: Sequence[StandingRow]
) -> WallView:
    label = f"{'Joint ' if len(own) > 1 else ''}{ordinal(place)} place"
    teams = tuple(ToldTeam(one.team, challenge_of(wall, one.team_id)) for one in own)
    award, score, why = _awards(wall, steps), _score(wall, steps, own), _why(own)
    people = () if why else _people(wall, [one.team_id for one in own])
    shared = Pedestal(place, label, teams, score, award, people, why)
    face = _first(wall, shared, own) if place == 1 else shared
    said = (listed([one.team for one in teams]), score.text and f"{score.text} {score.unit}")
    parts = ", ".join(part for part in (*said, award, why.rstrip(".")) if part)
    return _view(wall, steps, face, title=label, spoken=f"{label}: {parts}")


def _first(wall: WallFacts, made: Pedestal, own: Sequence[StandingRow]) -> First:
    """Joint winners share the wall: their score is beside the label, and the end says the rest."""
    if len(own) == 1:
        more = _level_with(wall, own[0])
        return First(made.label, made.teams, made.award, made.score, made.people, made.why, more)
    score = made.score
    each = f", {score.text} {score.unit} each" if score.text else ""
    count = spoken_count(len(own), "team")
    by = METHOD_WORDS[wall.standings.method].in_sentence.removeprefix("the ")
    why = made.why or (f"Equal on the exact {by}." if score.text else "")
    return First(
        made.label,
        made.teams,
        made.award or f"{count}{each}",
        end=f"{why} {_rest(len(own))}".strip(),
    )


def _rest(winners: int) -> str:
    """What becomes of the places after a shared first one."""
    many = "Both" if winners == 2 else "All"  # noqa: PLR2004 - a pair
    gone = " or ".join(ordinal(place) for place in range(2, winners + 1))
    if winners > TOP:
        return f"{many} are 1st; the next place is {ordinal(winners + 1)}."
    return f"{many} are 1st; there is no {gone} place."


def _level_with(wall: WallFacts, own: StandingRow) -> str:
    """Whom the panel's decision put behind although the scores don't; told by now."""
    level = [
        one
        for one in _placed(wall)
        if one.team_id != own.team_id and one.score_text and one.score_text == own.score_text
    ]
    if own.place_note != BY_PANEL or not level:
        return ""
    return f"Level with {listed([one.team for one in level])} on {own.score_text}."


def _score(wall: WallFacts, steps: Sequence[RevealStep], own: Sequence[StandingRow]) -> Score:
    """One score for all of `own`; teams that the panel decided to be joint may have several.

    A winner's counts up from the score announced last, whichever way it goes.
    """
    if len({one.score_text for one in own}) != 1 or not own[0].score_text:
        return Score()
    view, before = wall.standings, told_places(steps[:-1])
    last = [one.score for one in _placed(wall) if one.team_id in before]
    decimals = 0 if view.method is Method.MAJORITY else 2
    return Score(
        own[0].score_text, view.full_total_text, own[0].score, last[0] if last else None, decimals
    )


def counted_up(score: Score, progress: float) -> str:
    """The figures on the way from where they start to the score, as they are shown."""
    if score.exact is None or score.start is None or progress >= 1:
        return score.text
    way = score.exact - score.start
    return shown(score.start + way * Fraction(progress).limit_denominator(1000), score.decimals)


def _why(own: Sequence[StandingRow]) -> str:
    """What put them there where the scores alone don't: the panel, a tie-break, a penalty."""
    notes = [*dict.fromkeys(one.audience_note for one in own if one.audience_note)]
    if notes == [BY_PANEL]:
        return "The panel decided this place."
    return f"{capitalised(listed(notes))}." if notes else ""


def _lower(wall: WallFacts, steps: Sequence[RevealStep], own: Sequence[StandingRow]) -> WallView:
    """The list that builds from below, with a line kept for each team still to be announced."""
    new = {one.team_id for one in own}
    out = told_places(steps)
    lower = [one for one in _placed(wall) if one.team_id in out and (one.place or 0) > TOP]
    count = max(wall.to_place - TOP, len(lower))
    is_few = count <= FEW
    rows = [PlaceRow(_line_place(TOP + 1 + n, is_few)) for n in range(count - len(lower))]
    rows += [
        PlaceRow(
            _told_place(one, is_few),
            one.team,
            challenge_of(wall, one.team_id) if is_few else "",
            one.score_text,
            one.audience_note,
            one.team_id in new,
        )
        for one in lower
    ]
    names = [team.name for team in wall.setup.teams]
    lines = max(lines_of(name, COLUMN_LETTERS) for name in names)
    left = wall.to_place - len(out)
    place = f"{'Joint ' if len(own) > 1 else ''}{ordinal(own[0].place or 0)} place"
    unit = f", {own[0].score_text} {wall.standings.full_total_text}" if own[0].score_text else ""
    said = f"{place}: {listed([one.team for one in own])}{unit}"
    return WallView(
        Scene.REVEAL,
        PlaceList(tuple(rows), lines),
        len(steps),
        title=_TITLE,
        aside=wall.event.title,
        foot=measure_of(wall.standings),
        foot_end=f"{capitalised(spoken_count(left, 'team'))} still to announce" if left > 0 else "",
        spoken=", ".join(part for part in (said, *(one.audience_note for one in own)) if part),
    )


def _line_place(number: int, is_few: bool) -> str:  # noqa: FBT001 - one of two ways to write it
    return ordinal(number) if is_few else str(number)


def _told_place(one: StandingRow, is_few: bool) -> str:  # noqa: FBT001 - as above
    mark = place_mark(one.place_text)
    return mark if one.is_tied or not is_few else ordinal(one.place or 0)


def _running(wall: WallFacts, steps: Sequence[RevealStep]) -> WallView:
    """By the mean so far, whatever the declared method is: no other has a result on a part."""
    told_parts = [one for one in steps if one.kind is StepKind.RUNNING]
    last, done, of = told_parts[-1], len(told_parts), max(wall.parts, len(told_parts))
    is_numbered = wall.kind is RevealKind.BY_JUDGE and last.part == f"Judge {done}"
    title = f"After {done} of {of} judges" if is_numbered else f"After {last.part}"
    head = f"{title}. So far, by the mean"
    face = Board(pages_of(tuple(_running_rows(wall, last.running)), BoardForm.FULL, head))
    if len(told_parts) > 1:
        before = pages_of(tuple(_running_rows(wall, told_parts[-2].running)), BoardForm.FULL, "")
        face = with_moves(before, face)
    rows = [row for page in face.pages for row in page.rows]
    return WallView(
        Scene.REVEAL,
        Board(face.pages, done=done, of=of),
        len(steps),
        title=title,
        foot=f"Mean so far, out {wall.standings.full_total_text}",
        spoken=". ".join((head, "; ".join(spoken_row(row) for row in rows))),
    )


def _running_rows(wall: WallFacts, running: Sequence[RunningPlace]) -> Iterator[WallRow]:
    names = _names(wall)
    for one in running:
        if one.place is None or one.score is None:
            yield WallRow(one.team, NO_PLACE, names[one.team], "")
            continue
        is_joint = sum(other.place == one.place for other in running) > 1
        yield WallRow(
            one.team,
            f"{one.place}{'=' if is_joint else ''}",
            names[one.team],
            shown(one.score),
            is_top=one.place <= TOP,
        )


def _awards(wall: WallFacts, steps: Sequence[RevealStep]) -> str:
    """The awards of the last step: its own, and those named for it just before."""
    wanted: frozenset[AwardId] = told(steps[:-1]).named
    if (own := steps[-1].award) is not None:
        is_named_alone = steps[-1].kind is StepKind.AWARD
        wanted = frozenset({own}) if is_named_alone else wanted | {own}
    return listed([title for award, title in wall.award_titles.items() if award in wanted])


def _special(wall: WallFacts, steps: Sequence[RevealStep]) -> Iterator[tuple[str, str]]:
    """The awards told beside the places, with who got each."""
    names = _names(wall)
    for number, step in enumerate(steps, 1):
        if step.kind is StepKind.WINNER and step.place is None:
            yield _awards(wall, steps[:number]), listed([names[team] for team in step.teams])


def _placed(wall: WallFacts) -> list[StandingRow]:
    return [row for row in wall.standings.rows if row.place is not None]


def _people(wall: WallFacts, teams: Sequence[TeamId]) -> tuple[str, ...]:
    """The members of one team; where several share a step, there is no room for theirs."""
    if len(teams) != 1:
        return ()
    return names_at((one for one in wall.setup.participants if one.team == teams[0]), Door.ROOM)


def _names(wall: WallFacts) -> Mapping[TeamId, str]:
    return {team.id: team.name for team in wall.setup.teams}
