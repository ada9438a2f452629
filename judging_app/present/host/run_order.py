"""The run order as the host arranges it: a row a team, and how the order came about."""

from collections import deque
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta

from judging_app.closed_sets import complete
from judging_app.domain.clock import Clock
from judging_app.domain.ids import TeamId
from judging_app.domain.run_order import (
    NO_PLAN,
    DayEntry,
    DayPlan,
    Moment,
    PlaceWish,
    Slot,
    WishedPlace,
)
from judging_app.domain.setup import Setup
from judging_app.planning.draw import unmet_wishes
from judging_app.present.host.clock import shown_time
from judging_app.present.time_of_day import clock_text, minutes_of
from judging_app.words import counted, listed, minutes_shown

WISH_WORDS: Mapping[WishedPlace, str] = complete(
    {
        WishedPlace.NOT_FIRST: "not first",
        WishedPlace.NOT_LAST: "not last",
        WishedPlace.BEFORE_BREAK: "before the first break",
        WishedPlace.AFTER_BREAK: "after the first break",
        WishedPlace.NOT_BEFORE: "not before",
    }
)
"""Where a team asked to be."""


@dataclass(frozen=True, slots=True)
class SlotRow:
    """One line of the day, in words: "3  Lantern · 5 min, questions 3 min · now".

    `team_id` is the team's, or the key of what is beside the pitches, which has no `number`. `when`
    is its time of day, "14:05–14:13"; `wish` what the draw keeps to for the team, and
    `breaks_wish` whether the order doesn't.
    """

    team_id: TeamId
    team: str
    words: str
    pitch_text: str
    questions_text: str
    number: int = 0
    times: str = ""
    mark: str = ""
    when: str = ""
    wish: PlaceWish | None = None
    wish_text: str = ""
    breaks_wish: bool = False

    @property
    def is_turn(self) -> bool:
        """Whether it is a team's turn."""
        return self.number > 0


@dataclass(frozen=True, slots=True)
class DayWords:
    """The times of the day as they are typed, and when it ends."""

    begins: str = ""
    doors: str = ""
    change: str = ""
    ends: str = ""


@dataclass(frozen=True, slots=True)
class RunOrderView:
    """The order; with `needs_reason`, another one takes a reason, because this was drawn by lot."""

    rows: tuple[SlotRow, ...]
    came_about: str
    needs_reason: bool
    may_change: bool
    day: DayWords = field(default_factory=DayWords)

    @property
    def unmet(self) -> str:
        """The wishes that this order doesn't keep to; empty if it keeps to all."""
        found = [f"{row.team} {row.wish_text}" for row in self.rows if row.breaks_wish]
        if not found:
            return ""
        return f"Not as wished: {listed(found)}. Draw again, move a line, or remove the wish."


@dataclass(frozen=True, slots=True)
class Planned:
    """What the day is planned to be, and its lines with their times as it goes."""

    plan: DayPlan = NO_PLAN
    lines: tuple[Moment, ...] = ()


NOT_PLANNED = Planned()


def run_order_view(
    setup: Setup,
    slots: Sequence[Slot],
    *,
    seed: str,
    clock: Clock,
    next_team: TeamId | None,
    out: Collection[TeamId] = (),
    added: int = 0,
    is_as_drawn: bool = True,
    may_change: bool = True,
    planned: Planned = NOT_PLANNED,
) -> RunOrderView:
    """The run order; `out` are the teams that withdrew, which keep their line and don't pitch.

    `added` counts the teams that came after the draw; unless the order `is_as_drawn`, somebody
    moved it since.
    """
    names = {team.id: team.name for team in setup.teams}
    marks = dict.fromkeys(out, "withdrawn")
    if next_team:
        marks[next_team] = "next"
    if clock.team:
        marks[clock.team] = "now"
    rows = tuple(_lines(slots, planned, names, marks))
    about = _came_about(seed, rows, added, is_as_drawn=is_as_drawn)
    return RunOrderView(rows, about, bool(seed), may_change, _day(planned))


def _lines(
    slots: Sequence[Slot],
    planned: Planned,
    names: Mapping[TeamId, str],
    marks: Mapping[TeamId, str],
) -> Iterator[SlotRow]:
    """Turns, those of teams that are out too, and the entries before, between and after them."""
    plan = planned.plan
    beside = [line for line in planned.lines if line.team is None]
    before = len(beside) - len(plan.entries)  # that doors open is a line, and no entry
    entries = deque(
        (entry.after, _entry_row(at, entry, line))
        for at, (entry, line) in enumerate(zip(plan.entries, beside[before:], strict=True))
    )
    turns = {line.team: line for line in planned.lines if line.team}
    begins = {team: minutes_of(line.at) for team, line in turns.items() if line.at}
    wishes = {wish.team: wish for wish in plan.wishes}
    unmet = unmet_wishes(slots, plan, begins)
    for number, slot in enumerate(slots, 1):
        while entries and entries[0][0] < number:
            yield entries.popleft()[1]
        row = _row(number, slot, names[slot.team], marks.get(slot.team, ""))
        when, wish = _when(turns.get(slot.team)), wishes.get(slot.team)
        wished = f"{WISH_WORDS[wish.kind]} {minutes_shown(wish.at)}".strip() if wish else ""
        told = f"{wished}: not met" if wish in unmet else wished
        words = " · ".join(filter(None, (row.words, when, told)))
        yield replace(
            row, words=words, when=when, wish=wish, wish_text=wished, breaks_wish=wish in unmet
        )
    yield from (row for _, row in entries)


def entry_key(at: int) -> TeamId:
    """The key of the line of what is beside the pitches."""
    return TeamId(f"{_ENTRY}{at}")


def entry_of(key: str) -> int | None:
    """The place among the entries that a line's key says; none for a team."""
    return int(key.removeprefix(_ENTRY)) if key.startswith(_ENTRY) else None


_ENTRY = "entry/"


def _entry_row(at: int, entry: DayEntry, line: Moment) -> SlotRow:
    lasts, when = minutes(entry.lasts_s), _when(line)
    words = " · ".join(filter(None, (entry.title, lasts, when)))
    return SlotRow(entry_key(at), entry.title, words, "", "", times=lasts, when=when)


def _when(line: Moment | None) -> str:
    if line is None or line.at is None:
        return ""
    return f"{clock_text(line.at)}–{clock_text(line.at + timedelta(seconds=line.lasts_s))}"


def _day(planned: Planned) -> DayWords:
    plan, last = planned.plan, planned.lines[-1] if planned.lines else None
    ends = last.at + timedelta(seconds=last.lasts_s) if last and last.at else None
    return DayWords(
        minutes_shown(plan.begins),
        minutes_shown(plan.doors),
        shown_time(plan.change_s),
        f"Ends at {clock_text(ends)}." if ends else "",
    )


def _row(number: int, slot: Slot, team: str, mark: str) -> SlotRow:
    pitch, questions = minutes(slot.pitch_s), minutes(slot.questions_s)
    asked = f"questions {questions}" if slot.questions_s else "no questions"
    words = " · ".join(part for part in (f"{number}  {team}", f"{pitch}, {asked}", mark) if part)
    return SlotRow(
        slot.team,
        team,
        words,
        shown_time(slot.pitch_s),
        shown_time(slot.questions_s),
        number,
        f"{pitch}, {asked}",
        mark,
    )


def _came_about(seed: str, rows: Sequence[SlotRow], added: int, *, is_as_drawn: bool) -> str:
    if not rows:
        return "There are no teams yet. Add teams to set their order."
    if not seed:
        return (
            "The order is not drawn by lot yet. Order can affect scores, so draw it and show how."
        )
    if added:
        were = "was added later and comes" if added == 1 else "were added later and come"
        came = f"{counted(added, 'team')} {were} last"
        return (
            f"Drawn by lot with “{seed}”. {came}. Draw again to place every team by lot. To change "
            "the order, give a reason."
        )
    if not is_as_drawn:
        return (
            f"Drawn by lot with “{seed}”, and changed since. Each change is on the record with its "
            "reason."
        )
    return (
        f"Drawn by lot with “{seed}”. Anyone can repeat the draw with these words. To change the "
        "order, give a reason."
    )


def minutes(seconds: int) -> str:
    """A time in minutes, with seconds where there are any: "5 min", "5:30 min"."""
    whole, rest = divmod(seconds, 60)
    return f"{shown_time(seconds)} min" if rest else f"{whole} min"
