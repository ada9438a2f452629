"""The clock as the host runs it: whose turn it is, who is next, what was taken."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum

from judging_app.domain.clock import Clock, ClockPart, PartTime
from judging_app.domain.ids import TeamId
from judging_app.domain.run_order import Slot
from judging_app.domain.setup import Setup
from judging_app.errors import DeskError
from judging_app.present.time_of_day import clock_text
from judging_app.present.wall.clock import PART_WORDS, stage_clock
from judging_app.present.wall.faces import ClockState, StageClock


class ClockStep(Enum):
    """What usually comes next on the clock, always forward: the one key that runs the pitches.

    A pause is no step: it has a key of its own. After one, the step is to continue.
    """

    CALL = "call the next team"
    START = "start the part that waits"
    CONTINUE = "continue what was paused"
    QUESTIONS = "go on to the questions"
    END = "end the turn"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class TurnChoice:
    """A team that can be called, with its number in the run order."""

    team_id: TeamId
    words: str


@dataclass(frozen=True, slots=True)
class HostClock:
    """The clock's panel but for the time, which `face` gives second by second.

    `step` is what the one button does now, and `step_text` its words. `pause_text` are those of
    the button beside it, which after a pause does `aside`, the step that it came before.
    `pitch_s` and `questions_s` are the times that the turn has. `notice` says where the
    computer's own clock may be wrong.
    """

    team: str
    challenge: str
    next_text: str
    step: ClockStep
    step_text: str
    is_running: bool
    can_pause: bool
    choices: tuple[TurnChoice, ...]
    chosen: TeamId | None
    times: tuple[str, ...]
    part: ClockPart = ClockPart.PITCH
    pitch_s: int = 0
    questions_s: int = 0
    notice: str = ""
    aside: ClockStep = ClockStep.NONE
    aside_text: str = ""

    @property
    def pause_text(self) -> str:
        """Pause, or go on without what is paused, or continue it."""
        if self.aside is not ClockStep.NONE:
            return self.aside_text
        return "Continue" if self.can_pause and not self.is_running else "Pause"


NOBODY = "Nobody called yet"
NO_TEAM = "No team is left to pitch."


def host_clock(
    setup: Setup,
    clock: Clock,
    slots: Sequence[Slot],
    next_team: TeamId | None,
    taken: Sequence[PartTime] = (),
    notice: str = "",
    *,
    next_at: datetime | None = None,
    late: str = "",
    is_held: bool = False,
) -> HostClock:
    """The panel of the clock; `slots` are those of the teams that pitch.

    `next_at` is when the next team's turn is expected, and `late` how the day keeps its time. It
    `is_held` if a pause stopped it, not the end of the turn.
    """
    names = {team.id: team.name for team in setup.teams}
    own = _slot_shown(clock, slots)
    onward = clock_step(clock, slots, next_team)
    can_pause = clock.team is not None and clock.has_begun
    is_paused = can_pause and not clock.is_running
    is_to_continue = is_paused and (is_held or onward is ClockStep.QUESTIONS)
    step = ClockStep.CONTINUE if is_to_continue else onward
    aside = onward if is_to_continue else ClockStep.NONE
    return HostClock(
        team=names.get(clock.team, NOBODY) if clock.team else _first(names, slots),
        challenge=next((c.title for c in setup.challenges if c.team == clock.team), ""),
        next_text=_next_text(names.get(next_team or TeamId("")), clock, next_at, late),
        step=step,
        step_text=_step_text(step, clock),
        is_running=clock.is_running,
        can_pause=can_pause,
        choices=tuple(
            TurnChoice(slot.team, f"{number}  {names[slot.team]}")
            for number, slot in enumerate(slots, 1)
        ),
        chosen=clock.team,
        times=tuple(_taken(names, one) for one in taken if one.gone_s),
        part=clock.part,
        pitch_s=own.pitch_s if own else 0,
        questions_s=own.questions_s if own else 0,
        notice=notice,
        aside=aside,
        aside_text=_ASIDE_TEXTS.get(aside, ""),
    )


_ASIDE_TEXTS = {ClockStep.QUESTIONS: "Questions", ClockStep.CALL: "Next team"}
"""Short, for they stand beside the minutes; a team's last part leads to no other step."""


def clock_step(clock: Clock, slots: Sequence[Slot], next_team: TeamId | None) -> ClockStep:
    """What leads on from here, whether the clock is paused or not."""
    own = next((slot for slot in slots if slot.team == clock.team), None)
    if own and not clock.has_begun:
        return ClockStep.START
    if clock.part is ClockPart.PITCH and own and own.questions_s:
        return ClockStep.QUESTIONS
    if clock.is_running:
        return ClockStep.END
    return ClockStep.CALL if next_team else ClockStep.NONE


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


def time_words(shown: StageClock) -> str:
    """The time in words: "Pitch 3:42 left", "Questions 0:12 over time, paused"."""
    is_over = shown.state is ClockState.OVERTIME
    rest = "over time" if is_over else "left"
    paused = "" if shown.is_running else ", paused"
    return f"{shown.part_text} {shown.time_text.lstrip('+')} {rest}{paused}"


def left_from(text: str, asked: str = "the time left") -> int:
    """The seconds that "4:30", "4" (minutes) or "0:45" say, of what was `asked` for.

    Raises:
        DeskError: for anything else.
    """
    found = re.fullmatch(r"(\d{1,3})(?:[:.](\d{2}))?", text.strip())
    if found is None or int(found[2] or 0) >= _MINUTE:
        raise DeskError(f"Type {asked} as minutes and seconds, such as 4:30.")
    return int(found[1]) * _MINUTE + int(found[2] or 0)


def shown_time(seconds: int) -> str:
    """Minutes and seconds: "5:42"."""
    return f"{seconds // _MINUTE}:{seconds % _MINUTE:02}"


_MINUTE = 60


def _slot_shown(clock: Clock, slots: Sequence[Slot]) -> Slot | None:
    """The slot of whose turn it is; while it is nobody's, the first."""
    own = next((slot for slot in slots if slot.team == clock.team), None)
    return own or (slots[0] if slots and clock.team is None else None)


def _first(names: Mapping[TeamId, str], slots: Sequence[Slot]) -> str:
    return f"First: {names[slots[0].team]}" if slots else NO_TEAM


def _next_text(name: str | None, clock: Clock, at: datetime | None, late: str) -> str:
    """How the day keeps its time, then whose turn is next: a long name is cut off, not the time."""
    if clock.team is None:
        return ""
    when = f" at {clock_text(at)}" if at else ""
    said = f"{late} · " if late else ""
    said += f"next{when}: {name}" if name else "no next team"
    return said[0].upper() + said[1:]


def _step_text(step: ClockStep, clock: Clock) -> str:
    part = PART_WORDS[clock.part].lower()
    match step:
        case ClockStep.CALL:
            return "Call the next team" if clock.team else "Call the first team"
        case ClockStep.START:
            return f"Start {part}"
        case ClockStep.CONTINUE:
            return f"Continue {part}"
        case ClockStep.QUESTIONS:
            return f"Start {PART_WORDS[ClockPart.QUESTIONS].lower()}"
        case ClockStep.END:
            return f"End {part}"
        case ClockStep.NONE:
            return "Every team has pitched" if clock.team else "Call the first team"


def _taken(names: Mapping[TeamId, str], one: PartTime) -> str:
    part = PART_WORDS[one.part].lower()
    over = one.gone_s - one.allotted_s
    said = f"{names.get(one.team, one.team)}: {part} {shown_time(one.gone_s)}"
    more = f", {shown_time(over)} over" if over > 0 else ""
    return f"{said} of {shown_time(one.allotted_s)}{more}"
