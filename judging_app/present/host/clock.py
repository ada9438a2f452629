"""The clock as the host runs it: whose turn it is, who is next, what was taken."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from judging_app.domain.clock import Clock, ClockPart, PartTime
from judging_app.domain.ids import TeamId
from judging_app.domain.run_order import Slot
from judging_app.domain.setup import Setup
from judging_app.errors import DeskError
from judging_app.present.time_of_day import clock_text
from judging_app.present.wall.clock import PART_WORDS, stage_clock
from judging_app.present.wall.faces import ClockState, StageClock


@dataclass(frozen=True, slots=True)
class TurnChoice:
    """A team that can be called, with its number in the run order."""

    team_id: TeamId
    words: str


@dataclass(frozen=True, slots=True)
class HostClock:
    """The clock's panel but for the time, which `face` gives second by second.

    `go_on_word` says what comes next, and is empty after the last team. `start_word` is what the
    one button does now. `notice` says where the computer's own clock may be wrong.
    """

    team: str
    next_text: str
    start_word: str
    go_on_word: str
    is_running: bool
    choices: tuple[TurnChoice, ...]
    chosen: TeamId | None
    times: tuple[str, ...]
    notice: str = ""


NOBODY = "No team is pitching yet"
NO_TEAM = "No team is left to pitch."


def host_clock(
    setup: Setup,
    clock: Clock,
    slots: Sequence[Slot],
    next_team: TeamId | None,
    taken: Sequence[PartTime] = (),
    notice: str = "",
) -> HostClock:
    """The panel of the clock; `slots` are those of the teams that pitch."""
    names = {team.id: team.name for team in setup.teams}
    return HostClock(
        team=names.get(clock.team, NOBODY) if clock.team else (NOBODY if slots else NO_TEAM),
        next_text=f"Next: {names[next_team]}" if next_team else "No next team",
        start_word=_start_word(clock),
        go_on_word=_go_on_word(clock, slots, next_team),
        is_running=clock.is_running,
        choices=tuple(
            TurnChoice(slot.team, f"{number}  {names[slot.team]}")
            for number, slot in enumerate(slots, 1)
        ),
        chosen=clock.team,
        times=tuple(_taken(names, one) for one in taken if one.gone_s),
        notice=notice,
    )


def clock_notice(doubt: timedelta, opened: datetime, saved_later: datetime | None) -> str:
    """What the host should look at after the event was opened; empty where all clocks agree.

    `doubt` is how much longer the pitch may have run than its clock shows, below zero how much
    shorter. `saved_later` is when the last change was saved, if that is after the event was
    `opened` by the time of day.
    """
    said = []
    if doubt:
        how = "longer" if doubt > timedelta(0) else "less"
        said.append(
            "The clock was running while the event was closed. It may have run "
            f"{shown_time(round(abs(doubt).total_seconds()))} {how} than it shows. "
            "If so, correct the clock."
        )
    if saved_later is not None:
        said.append(
            f"The computer’s clock said {clock_text(opened)} when the event was opened, but the "
            f"last change had been saved at {clock_text(saved_later)}. Check the computer’s clock."
        )
    return " ".join(said)


def face(clock: Clock, now: datetime) -> StageClock | None:
    """The same face as the room's, or `None` while it is nobody's turn."""
    return stage_clock(clock, now) if clock.team else None


def now_words(panel: HostClock, shown: StageClock | None) -> str:
    """Now and next in one line, long names cut off: "Lantern · Pitch 3:42 left · Next: Perch"."""
    team, following = _short(panel.team), _short(panel.next_text)
    return " · ".join((team, following) if shown is None else (team, time_words(shown), following))


def time_words(shown: StageClock) -> str:
    """The time in words: "Pitch 3:42 left", "Questions 0:12 over time, paused"."""
    is_over = shown.state is ClockState.OVERTIME
    rest = "over time" if is_over else "left"
    paused = "" if shown.is_running else ", paused"
    return f"{shown.part_text} {shown.time_text.lstrip('+')} {rest}{paused}"


def left_from(text: str) -> int:
    """The seconds that "4:30", "4" (minutes) or "0:45" say.

    Raises:
        DeskError: for anything else.
    """
    found = re.fullmatch(r"(\d{1,3})(?:[:.](\d{2}))?", text.strip())
    if found is None or int(found[2] or 0) >= _MINUTE:
        raise DeskError("Type the time left as minutes and seconds, such as 4:30.")
    return int(found[1]) * _MINUTE + int(found[2] or 0)


def shown_time(seconds: int) -> str:
    """Minutes and seconds: "5:42"."""
    return f"{seconds // _MINUTE}:{seconds % _MINUTE:02}"


_MINUTE = 60
_LONGEST_NAME = 32
"""Letters of a name in a line that must hold two; the clock's card has the whole of it."""


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1].rstrip()}…"


def _start_word(clock: Clock) -> str:
    if clock.is_running:
        return "Pause"
    return "Continue" if clock.has_begun else "Start"


def _go_on_word(clock: Clock, slots: Sequence[Slot], next_team: TeamId | None) -> str:
    own = next((slot for slot in slots if slot.team == clock.team), None)
    if own and clock.part is ClockPart.PITCH and own.questions_s:
        return "Questions"
    return "Next team" if next_team else ""


def _taken(names: Mapping[TeamId, str], one: PartTime) -> str:
    part = PART_WORDS[one.part].lower()
    over = one.gone_s - one.allotted_s
    said = f"{names.get(one.team, one.team)}: {part} {shown_time(one.gone_s)}"
    more = f", {shown_time(over)} over" if over > 0 else ""
    return f"{said} of {shown_time(one.allotted_s)}{more}"
