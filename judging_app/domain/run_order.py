"""The order in which the teams pitch, the time that each has, and what else is in the day."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import Enum

from judging_app.domain.clock import LONGEST_S
from judging_app.domain.ids import TeamId
from judging_app.errors import DeskError

DEFAULT_PITCH_S = 5 * 60
DEFAULT_QUESTIONS_S = 3 * 60
LONGEST_TITLE = 80
DOORS_OPEN = "Doors open"
MINUTES_A_DAY = 24 * 60


@dataclass(frozen=True, slots=True)
class Slot:
    """One team's turn; times in seconds."""

    team: TeamId
    pitch_s: int = DEFAULT_PITCH_S
    questions_s: int = DEFAULT_QUESTIONS_S

    def __post_init__(self) -> None:
        if not (0 < self.pitch_s <= LONGEST_S and 0 <= self.questions_s <= LONGEST_S):
            raise DeskError(
                "Enter 1 second to 240 minutes for the pitch, and 0 to 240 minutes for questions."
            )


@dataclass(frozen=True, slots=True)
class DayEntry:
    """What happens beside the pitches, such as a break, once `after` teams of the order are done.

    After no team, it comes before the first; after as many as there are, or more, at the end.
    """

    title: str
    lasts_s: int
    after: int = 0

    def __post_init__(self) -> None:
        if not 0 < len(self.title) <= LONGEST_TITLE or self.after < 0:
            raise DeskError(f"Give a title of 1 to {LONGEST_TITLE} letters, such as “Break”.")
        if not 0 < self.lasts_s <= LONGEST_S:
            raise DeskError("Enter how long it lasts, from 1 second to 240 minutes.")


class WishedPlace(Enum):
    """Where in the order a team asked to be, or not to be."""

    NOT_FIRST = "not first"
    NOT_LAST = "not last"
    BEFORE_BREAK = "before the break"
    AFTER_BREAK = "after the break"
    NOT_BEFORE = "not before"
    """A time of day: for a team that arrives late."""


@dataclass(frozen=True, slots=True)
class PlaceWish:
    """What the draw keeps to for one team, and why.

    `at` is the time of “not before”, in minutes after midnight; no other kind has one.
    """

    team: TeamId
    kind: WishedPlace
    why: str = ""
    at: int | None = None

    def __post_init__(self) -> None:
        is_timed = self.kind is WishedPlace.NOT_BEFORE
        if is_timed != (self.at is not None) or not 0 <= (self.at or 0) < MINUTES_A_DAY:
            raise DeskError("Enter a time of day for “not before”, such as 14:40.")


@dataclass(frozen=True, slots=True)
class DayPlan:
    """When the day is to begin, and what is in it beside the pitches.

    `doors` and `begins` are minutes after midnight by the clock on the wall; `change_s` goes by
    after each team, before whatever comes next.
    """

    begins: int | None = None
    doors: int | None = None
    change_s: int = 0
    entries: tuple[DayEntry, ...] = ()
    wishes: tuple[PlaceWish, ...] = ()

    def __post_init__(self) -> None:
        for at in (self.begins, self.doors):
            if at is not None and not 0 <= at < MINUTES_A_DAY:
                raise DeskError("Enter a time of day, such as 14:00.")
        if self.doors is not None and (self.begins is None or self.doors >= self.begins):
            raise DeskError("Doors open before the day begins. Enter an earlier time for them.")
        if not 0 <= self.change_s <= LONGEST_S:
            raise DeskError("Enter 0 to 240 minutes for the change of team.")
        if self.begins is None and any(wish.at is not None for wish in self.wishes):
            raise DeskError("A team is “not before” a time. Enter when the day begins.")


NO_PLAN = DayPlan()
"""Nobody said when the day begins."""


@dataclass(frozen=True, slots=True)
class Moment:
    """One line of the day: a team's turn, or an entry with its `title`; `at` where it is known."""

    title: str
    lasts_s: int
    team: TeamId | None = None
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Going:
    """How far the day has got: each turn that began with its end, and the one that is `on`.

    That one is over at `free`, if it has begun. With `is_today`, no turn to come is expected before
    `now`.
    """

    now: datetime
    began: Mapping[TeamId, datetime] = field(default_factory=dict)
    ended: Mapping[TeamId, datetime] = field(default_factory=dict)
    on: TeamId | None = None
    free: datetime | None = None
    is_today: bool = True


def moments(
    plan: DayPlan, slots: Sequence[Slot], out: Collection[TeamId] = ()
) -> tuple[Moment, ...]:
    """The day line by line, without times; a team that is `out` keeps its place in the count."""
    lines: list[Moment] = []
    for done in range(len(slots) + 1):
        lines += [Moment(e.title, e.lasts_s) for e in plan.entries if _after(e, slots) == done]
        if done < len(slots) and (slot := slots[done]).team not in out:
            lines.append(Moment("", slot.pitch_s + slot.questions_s, slot.team))
    return tuple(lines)


def timed(
    lines: Sequence[Moment], change_s: int, begins: datetime | None, going: Going
) -> tuple[Moment, ...]:
    """The lines with their times: as it went, then as it goes; all that is to come moves together.

    A team that was passed over has none.
    """
    at, found = begins, list[Moment]()
    is_past = any(line.team == going.on for line in lines if line.team)
    for line in lines:
        lasts = timedelta(seconds=line.lasts_s + (change_s if line.team else 0))
        begun = going.began.get(line.team) if line.team else None
        if line.team and line.team == going.on:
            is_past = False
            begun = begun or (going.now if going.free else max(at or going.now, going.now))
            found.append(replace(line, at=begun))
            at = going.free + timedelta(seconds=change_s) if going.free else begun + lasts
        elif line.team and begun:
            found.append(replace(line, at=begun))
            at = going.ended[line.team] + timedelta(seconds=change_s) if is_past or not at else at
        elif line.team and is_past:
            found.append(line)
            at = at + lasts if at and not going.began else at
        else:
            if at and line.team and going.is_today:
                at = max(at, going.now)
            found.append(replace(line, at=at))
            at = at + lasts if at else None
    return tuple(found)


def check_run_order(slots: tuple[Slot, ...], teams: tuple[TeamId, ...]) -> None:
    """Refuse an order that doesn't name every team once."""
    if sorted(slot.team for slot in slots) != sorted(teams):
        raise DeskError("List every team once in the run order.")


def _after(entry: DayEntry, slots: Sequence[Slot]) -> int:
    return min(entry.after, len(slots))
