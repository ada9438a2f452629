"""The order in which the teams pitch, the time that each has, and drawing it by lot."""

import hashlib
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


@dataclass(frozen=True, slots=True)
class PlaceWish:
    """What the draw keeps to for one team, and why."""

    team: TeamId
    kind: WishedPlace
    why: str = ""


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


def drawn_order(teams: Sequence[TeamId], seed: str, plan: DayPlan = NO_PLAN) -> tuple[TeamId, ...]:
    """The teams by the SHA-256 digest of the seed and their id, lowest first.

    Any machine and any language gives the same order, which a library's random numbers don't
    promise from one version to the next. With wishes, each place in turn goes to the first team
    of that order that may have it and leaves the others a place that they may have.

    Raises:
        DeskError: if no order meets every wish.
    """
    lot = sorted(teams, key=lambda team: (_digest(seed, team), team))
    wished = {one.team for one in plan.wishes}
    if not wished & set(lot):
        return tuple(lot)
    open_to = {team: _places(team, plan, len(lot)) for team in lot}
    order: list[TeamId] = []
    for place in range(len(lot)):
        left = [team for team in lot if team not in order]
        fits = (
            team
            for team in left
            if place in open_to[team]
            and _can_all_be_placed([one for one in left if one != team], open_to, place + 1)
        )
        found = next(fits, None)
        if found is None:
            raise DeskError("No order meets every wish. Remove one, then draw again.")
        order.append(found)
    return tuple(order)


def _places(team: TeamId, plan: DayPlan, count: int) -> frozenset[int]:
    """The places from 0 that a team may have by its wishes."""
    pauses = [one.after for one in plan.entries if 0 < one.after < count]
    places = set(range(count))
    for wish in plan.wishes:
        if wish.team != team:
            continue
        match wish.kind:
            case WishedPlace.NOT_FIRST:
                places.discard(0)
            case WishedPlace.NOT_LAST:
                places.discard(count - 1)
            case WishedPlace.BEFORE_BREAK:
                places &= set(range(min(pauses, default=0)))
            case WishedPlace.AFTER_BREAK:
                places &= set(range(min(pauses, default=count), count))
    return frozenset(places)


def _can_all_be_placed(
    teams: Sequence[TeamId], open_to: Mapping[TeamId, frozenset[int]], first: int
) -> bool:
    """Whether each team can have a place of its own from `first` on: a matching by paths."""
    holder: dict[int, TeamId] = {}

    def seat(team: TeamId, tried: set[int]) -> bool:
        for place in sorted(open_to[team]):
            if place < first or place in tried:
                continue
            tried.add(place)
            if place not in holder or seat(holder[place], tried):
                holder[place] = team
                return True
        return False

    return all(seat(team, set()) for team in teams)


def _after(entry: DayEntry, slots: Sequence[Slot]) -> int:
    return min(entry.after, len(slots))


def _digest(seed: str, team: TeamId) -> str:
    return hashlib.sha256(f"{seed}\0{team}".encode()).hexdigest()
