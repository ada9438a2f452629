"""The clock of the pitches: whose turn it is, which part, and how long it has run."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import Enum

from judging_app.domain.ids import TeamId
from judging_app.errors import DeskError

LONGEST_S = 4 * 60 * 60
"""No part of a slot is longer, in seconds."""


class ClockPart(Enum):
    """The two parts of a slot."""

    PITCH = "pitch"
    QUESTIONS = "questions"


@dataclass(frozen=True, slots=True)
class PartTime:
    """How long a part of a slot really took, in seconds, of the time that it had."""

    team: TeamId
    part: ClockPart
    began: datetime
    gone_s: int
    allotted_s: int


@dataclass(frozen=True, slots=True)
class Clock:
    """One part of one team's slot.

    `allotted_s` is the time it has, in seconds, nudges included; `gone_ms` what ran before
    `running_since`, a time of day, which is `None` while the clock is paused. `now` is that time of
    day and what has really passed since: not what the computer's clock was set to meanwhile.
    """

    team: TeamId | None = None
    part: ClockPart = ClockPart.PITCH
    allotted_s: int = 0
    gone_ms: int = 0
    running_since: datetime | None = None

    def __post_init__(self) -> None:
        if not 0 <= self.allotted_s <= LONGEST_S:
            raise DeskError("Enter 0 to 240 minutes.")

    @property
    def is_running(self) -> bool:
        """Whether it counts just now."""
        return self.running_since is not None

    @property
    def has_begun(self) -> bool:
        """Whether any of its time has gone."""
        return self.is_running or self.gone_ms > 0

    def gone(self, now: datetime) -> timedelta:
        """How long it has run by `now`."""
        before = timedelta(milliseconds=self.gone_ms)
        if self.running_since is None:
            return before
        return before + max(now - self.running_since, timedelta(0))

    def left(self, now: datetime) -> timedelta:
        """What is left; below zero, the overtime."""
        return timedelta(seconds=self.allotted_s) - self.gone(now)

    def started(self, now: datetime) -> "Clock":
        """Counting from `now` on; one that runs already goes on as it is."""
        return self if self.is_running else replace(self, running_since=now)

    def paused(self, now: datetime) -> "Clock":
        """Standing still with what has gone by `now`."""
        return replace(self, gone_ms=_ms(self.gone(now)), running_since=None)

    def nudged(self, seconds: int) -> "Clock":
        """With more or less time allotted, never less than none.

        Raises:
            DeskError: beyond the longest.
        """
        return replace(self, allotted_s=max(self.allotted_s + seconds, 0))

    def with_left(self, seconds: int, now: datetime, since: datetime) -> "Clock":
        """Correct it by hand: `seconds` are left at `now`, and it counts on, since `since`.

        Raises:
            DeskError: if more is left than a part can have.
        """
        gone_ms = max(_ms(self.gone(now)), 0)
        running_since = since if self.is_running else None
        moved = replace(self, gone_ms=gone_ms, running_since=running_since)
        return replace(moved, allotted_s=max(seconds + gone_ms // 1000, 0))


def _ms(span: timedelta) -> int:
    return span // timedelta(milliseconds=1)
