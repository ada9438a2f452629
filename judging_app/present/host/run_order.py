"""The run order as the host arranges it: a row a team, and how the order came about."""

from collections.abc import Mapping, Sequence
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
from judging_app.present.host.clock import shown_time
from judging_app.present.time_of_day import clock_text, minutes_shown
from judging_app.words import counted

WISH_WORDS: Mapping[WishedPlace, str] = complete(
    {
        WishedPlace.NOT_FIRST: "not first",
        WishedPlace.NOT_LAST: "not last",
        WishedPlace.BEFORE_BREAK: "before the first break",
        WishedPlace.AFTER_BREAK: "after the first break",
    }
)
"""Where a team asked to be."""


@dataclass(frozen=True, slots=True)
class SlotRow:
    """One line of the day, in words: "3  Lantern · 5 min, questions 3 min · now".

    `team_id` is the team's, or the key of what is beside the pitches, which has no `number`. `when`
    is its time of day, "14:05–14:13"; `wish` what the draw keeps to for the team.
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
    out: Sequence[TeamId] = (),
    added: int = 0,
    may_change: bool = True,
    planned: Planned = NOT_PLANNED,
) -> RunOrderView:
    """The run order; `out` are the teams that withdrew, which keep their line and don't pitch.

    `added` counts the teams that came after the draw.
    """
    names = {team.id: team.name for team in setup.teams}
    marks = dict.fromkeys(out, "withdrawn")
    if next_team:
        marks[next_team] = "next"
    if clock.team:
        marks[clock.team] = "now"
    entries = planned.plan.entries
    beside = (
        [line for line in planned.lines if line.team is None][-len(entries) :] if entries else []
    )
    found = [
        (entry.after, -1, _entry_row(at, entry, beside[at] if at < len(beside) else None))
        for at, entry in enumerate(entries)
    ]
    turns = {line.team: line for line in planned.lines if line.team}
    wishes = {wish.team: wish for wish in planned.plan.wishes}
    for number, slot in enumerate(slots, 1):
        row = _row(number, slot, names[slot.team], marks.get(slot.team, ""))
        when, wish = _when(turns.get(slot.team)), wishes.get(slot.team)
        wished = WISH_WORDS[wish.kind] if wish else ""
        words = " · ".join(filter(None, (row.words, when, wished)))
        turn = replace(row, words=words, when=when, wish=wish, wish_text=wished)
        found.append((number - 1, 0, turn))
    rows = tuple(row for *_, row in sorted(found, key=lambda one: one[:2]))
    about = _came_about(seed, rows, added)
    return RunOrderView(rows, about, bool(seed), may_change, _day(planned))


def entry_key(at: int) -> TeamId:
    """The key of the line of what is beside the pitches."""
    return TeamId(f"{_ENTRY}{at}")


def entry_of(key: str) -> int | None:
    """The place among the entries that a line's key says; none for a team."""
    return int(key.removeprefix(_ENTRY)) if key.startswith(_ENTRY) else None


_ENTRY = "entry/"


def _entry_row(at: int, entry: DayEntry, line: Moment | None) -> SlotRow:
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


def _came_about(seed: str, rows: Sequence[SlotRow], added: int) -> str:
    if not rows:
        return "There are no teams yet. Add teams to set their order."
    if not seed:
        return (
            "The order is not drawn by lot yet. Order can affect scores, so draw it and show how."
        )
    if added:
        came = f"{counted(added, 'team')} came later and {'is' if added == 1 else 'are'} last"
        return (
            f"Drawn by lot with “{seed}”; {came}. Draw again to place every team by lot. To change "
            "the order, give a reason."
        )
    return (
        f"Drawn by lot with “{seed}”. Anyone can repeat the draw with these words. To change the "
        "order, give a reason."
    )


def minutes(seconds: int) -> str:
    """A time in minutes, with seconds where there are any: "5 min", "5:30 min"."""
    whole, rest = divmod(seconds, 60)
    return f"{shown_time(seconds)} min" if rest else f"{whole} min"
