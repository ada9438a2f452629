"""The scenes beside the pitches and the reveal: what each says to the room."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from itertools import groupby

from judging_app.closed_sets import complete
from judging_app.domain.clock import ClockPart
from judging_app.domain.event import Board, Phase, Scene
from judging_app.domain.ids import TeamId
from judging_app.domain.run_order import DOORS_OPEN
from judging_app.present.result.standings import ballots_text
from judging_app.present.time_of_day import clock_text, in_words
from judging_app.present.wall import ceremony, pitch_scenes
from judging_app.present.wall.board import board_of, foot_of, usual_ballots
from judging_app.present.wall.clock import clock_scene
from judging_app.present.wall.correction import correction
from judging_app.present.wall.faces import (
    Billboard,
    Message,
    Nothing,
    Progress,
    Sentence,
    TestCard,
    TurnRow,
    TurnState,
)
from judging_app.present.wall.facts import WallFacts
from judging_app.present.wall.view import WallView
from judging_app.words import counted, listed

BARS = ("White", "Yellow", "Cyan", "Green", "Magenta", "Red", "Blue", "Black")
"""The colour bars of the test card, from the left."""

SIZES = ("Names, 144", "Rows, 54", "The smallest, 40")
"""The sizes of type on the test card, of 1,080 lines, each written in its own size."""

SHELF = "Hosted by"
"""Beside the logos."""

_LISTED = 6
"""Teams that the holding scene names beside what, where and when."""

_MOST_ENTRIES = 7
"""Lines of the day that it tells instead, where it has more than pitches."""

_SOON = timedelta(hours=12)
"""From when on it says how long it is until the day begins."""

_NUMBERS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten")


def holding(wall: WallFacts) -> WallView:
    """What, where and when, and the first teams that pitch."""
    event = wall.event
    day = "" if event.held_on is None else in_words(event.held_on)
    lines = tuple(line for line in (day, event.venue) if line)
    is_planned = wall.times and wall.event.phase in _TO_PITCH
    order = tuple(_programme(wall)) if is_planned else ()
    begins = next((one.at for one in wall.lines if one.title != DOORS_OPEN), None)
    is_before = bool(order and begins and begins > wall.now)
    is_soon = is_before and begins and begins - wall.now < _SOON
    face = Billboard(
        event.title,
        lines,
        f"Starts at {clock_text(begins)}" if begins and is_before else "",
        pitch_scenes.until(begins, wall.now) if begins and is_soon else "",
        listed_title="Today" if order else "",
        listed=order,
        shelf=SHELF if wall.look.logos else "",
    )
    told = "; ".join(f"{row.lead} {row.team}" for row in order)
    spoken = ". ".join(part for part in (event.title, *lines, face.large, told) if part)
    return WallView(Scene.HOLDING, face, title=event.title, spoken=spoken)


_TO_PITCH = (Phase.SETTING_UP, Phase.SCORING)


def _programme(wall: WallFacts) -> list[TurnRow]:
    """What is on or to come and the line just done, with a line for those that don't fit.

    Where the day has more than pitches, teams that follow each other are one line.
    """
    if any(line.team is None for line in wall.lines):
        return _entries(wall)
    names = {team.id: team.name for team in wall.setup.teams}
    turns = [slot.team for slot in wall.slots]
    on = _on_stage(wall)
    marked = on or (wall.next_team if wall.next_team in turns else None)
    start = max(turns.index(marked) - 1, 0) if marked and wall.clock.team else 0
    shown = turns[start : start + _LISTED]
    rows = [
        TurnRow(
            clock_text(wall.times[team]) if team in wall.times else str(turns.index(team) + 1),
            names[team],
            _state(turns.index(team), turns.index(marked) if marked else -1, is_on=bool(on)),
        )
        for team in shown
    ]
    left = len(turns) - start - len(shown)
    return [*rows, TurnRow("", f"and {counted(left, 'more team')}")] if left else rows


def _entries(wall: WallFacts) -> list[TurnRow]:
    """The entries of the day and the teams between them: "14:10 Three teams pitch"."""
    rows: list[tuple[datetime | None, str]] = []
    on, at_on = _on_stage(wall), None
    for is_turn, some in groupby(wall.lines, key=lambda line: line.team is not None):
        lines = list(some)
        if is_turn:
            times = (line.at for line in lines if line.at)
            at_on = len(rows) if on and on in (line.team for line in lines) else at_on
            count = len(lines)
            number = _NUMBERS[count] if count < len(_NUMBERS) else str(count)
            verb = "team pitches" if count == 1 else "teams pitch"
            rows.append((next(times, None), f"{number} {verb}"))
        else:
            rows += [(line.at, line.title) for line in lines]
    to_come = [n for n, (at, _) in enumerate(rows) if at and at > wall.now]
    following = to_come[0] if to_come else len(rows)
    marked = following if at_on is None else at_on
    start = max(min(marked - 1, len(rows) - _MOST_ENTRIES), 0)
    found = [
        TurnRow(clock_text(at) if at else "", title, _state(n, marked, is_on=at_on is not None))
        for n, (at, title) in enumerate(rows)
    ][start:]
    more = len(found) - _MOST_ENTRIES
    if more <= 0:
        return found
    return [
        *found[:_MOST_ENTRIES],
        TurnRow("", f"and {counted(more, 'more entry', 'more entries')}"),
    ]


def _on_stage(wall: WallFacts) -> TeamId | None:
    """The team that pitches or is asked just now, a pause of its pitch included."""
    now = wall.clock
    is_on = now.is_running or (now.has_begun and now.part is ClockPart.PITCH)
    return now.team if is_on and now.team in {slot.team for slot in wall.slots} else None


def _state(at: int, marked: int, *, is_on: bool) -> TurnState:
    """The state of a row by where it is from the one that is on, or next."""
    if at == marked:
        return TurnState.NOW if is_on else TurnState.NEXT
    return TurnState.DONE if at < marked else TurnState.WAITING


def judges_scoring(wall: WallFacts) -> WallView:
    """How many ballots are in, and nothing of what is in them."""
    expected = wall.ballots_expected
    left = max(expected - wall.ballots_in, 0)
    parts = [f"{count} {word}" for word, count in wall.not_counted.items() if count]
    more = sum(wall.not_counted.values())
    title = "The judges are scoring"
    face = Progress(
        wall.ballots_in,
        expected,
        str(wall.ballots_in),
        f"of {counted(expected, 'ballot')} in",
        f"{left} still to come" if left else "All ballots are in",
        f"{more} more {'is' if more == 1 else 'are'} not counted: {listed(parts)}." if more else "",
    )
    line = f"{ballots_text(wall.ballots_in, expected)} submitted"
    return WallView(Scene.PROGRESS, face, title=title, spoken=f"{title}: {line}")


def standings(wall: WallFacts) -> WallView:
    """The standings as far as the public may see them; frozen ones say since when."""
    seen, form = wall.standings, wall.programme.form
    is_told = any(row.score is not None for row in seen.rows)
    title, foot = "Standings" if is_told else "The teams", foot_of(seen, form)
    if not seen.rows:
        face = Sentence("There are no teams yet.")
        return WallView(Scene.STANDINGS, face, title=title, spoken=f"{title}. {face.text}")
    is_open = wall.event.phase is Phase.SCORING
    if not is_told and is_open and wall.event.board is not Board.HIDDEN:
        face = Sentence("No ballots are in yet.", "Each team appears here with its first ballot.")
        foot = f"{counted(len(seen.rows), 'team')}, {counted(len(wall.setup.judges), 'judge')}"
        return WallView(
            Scene.STANDINGS, face, title="Standings", foot=foot, spoken=f"Standings. {face.text}"
        )
    foot = foot or "Places are announced at the reveal."
    strip = _frozen(wall)
    if any(strip):
        foot = "These are not the result."
    head = ". ".join(part for part in (title, foot.rstrip("."), *strip) if part)
    board = board_of(seen, form, head, strip)
    told = "; ".join(page.spoken for page in board.pages)
    return WallView(Scene.STANDINGS, board, title=title, foot=foot, spoken=told)


def _frozen(wall: WallFacts) -> tuple[str, str]:
    """The ballots are those behind the frozen standings, not those that came later."""
    is_frozen = wall.event.board is Board.FROZEN and wall.event.phase is Phase.SCORING
    if not is_frozen or wall.frozen_at is None:
        return "", ""
    usual = usual_ballots(wall.standings)
    is_few = any(row.ballots < usual for row in wall.standings.rows if row.place is not None)
    fewer = " unless the row says fewer" if is_few else ""
    return f"Frozen at {clock_text(wall.frozen_at)}", f"{counted(usual, 'ballot')} a team{fewer}"


def message(wall: WallFacts) -> WallView:
    """What the host wrote for the room."""
    said = wall.programme.message
    return WallView(Scene.MESSAGE, Message(said), foot=wall.event.title, spoken=said or "A message")


def deliberation(wall: WallFacts) -> WallView:
    """Says only that the judges talk."""
    said = "The judges are deciding"
    return WallView(
        Scene.DELIBERATION, Billboard(said, (wall.event.title,)), title=said, spoken=said
    )


def thank_you(wall: WallFacts) -> WallView:
    """The end of the day: whom it thanks, and the code that a copy of the result is checked by."""
    people, judges = len(wall.setup.participants), len(wall.setup.judges)
    who = [counted(people, "participant")] if people else []
    who += [counted(judges, "judge")] if judges else []
    thanked = f"to {', '.join(who)} and everyone who came." if who else ""
    code = wall.standings.fingerprint
    face = Billboard(
        "Thank you",
        below=thanked,
        said=(wall.event.title,),
        code_label="The result’s code" if code else "",
        code=code,
        shelf=SHELF if wall.look.logos else "",
    )
    spoken = ". ".join(part for part in ("Thank you", thanked.rstrip("."), *face.said) if part)
    return WallView(Scene.THANK_YOU, face, title="Thank you", spoken=spoken)


def logo(wall: WallFacts) -> WallView:
    """The title on the event's colour, over the logos."""
    face = Billboard(wall.event.title, shelf=SHELF if wall.look.logos else "")
    return WallView(Scene.LOGO, face, title=wall.event.title, spoken=wall.event.title)


def screen_test(_room: WallFacts) -> WallView:
    """What shows whether a screen is whole, sharp and true; its painter adds the screen's name."""
    return WallView(
        Scene.TEST_CARD,
        TestCard(SIZES),
        title="Test card",
        spoken="Test card: edges, greys, colours and sizes of type",
    )


def black(_room: WallFacts) -> WallView:
    """Nothing at all."""
    return WallView(Scene.BLACK, Nothing(), spoken="The projector is black.")


VIEWS: Mapping[Scene, Callable[[WallFacts], WallView]] = complete(
    {
        Scene.HOLDING: holding,
        Scene.RUN_ORDER: pitch_scenes.run_order,
        Scene.UP_NEXT: pitch_scenes.up_next,
        Scene.NOW_PITCHING: pitch_scenes.now_pitching,
        Scene.CLOCK: clock_scene,
        Scene.PROGRESS: judges_scoring,
        Scene.STANDINGS: standings,
        Scene.PEOPLES_CHOICE: pitch_scenes.peoples_choice,
        Scene.DELIBERATION: deliberation,
        Scene.REVEAL: ceremony.reveal_scene,
        Scene.PODIUM: ceremony.podium,
        Scene.CORRECTION: correction,
        Scene.MESSAGE: message,
        Scene.THANK_YOU: thank_you,
        Scene.LOGO: logo,
        Scene.TEST_CARD: screen_test,
        Scene.BLACK: black,
    }
)
"""What makes each scene."""
