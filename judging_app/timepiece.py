"""How long ago something was, by a clock that nobody sets while the day runs."""

import json
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypedDict

from judging_app.log import noted
from judging_app.paths import own_folder

NOTICEABLE = timedelta(seconds=2)
"""By how much two clocks may differ before anybody is warned."""

_KEPT = 256
"""Readings that are remembered from one run of the program to the next: more than tries that
anybody could make to have one of them forgotten."""


class Clocks:
    """The clocks of this computer; a test has its own."""

    def now(self) -> datetime:
        """The time of day, which people and networks correct while a day runs."""
        return datetime.now(UTC)

    def steady_s(self) -> float:
        """Seconds that only go on, also while the computer is suspended.

        A lid that is closed stops no team's pitch: what is timed is the day, not the computer.
        Linux counts so by CLOCK_BOOTTIME, macOS by CLOCK_MONOTONIC; Python's own `monotonic`
        does on Windows alone.
        """
        return time.monotonic() if _STEADY is None else time.clock_gettime(_STEADY)

    def start_id(self) -> str:
        """What identifies this start of the computer; empty where nothing does."""
        with suppress(OSError):
            return Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
        return ""


_STEADY: int | None = getattr(time, "CLOCK_BOOTTIME", getattr(time, "CLOCK_MONOTONIC", None))


@dataclass(frozen=True, slots=True)
class Passed:
    """How much time has passed since something: two claims, which are mostly one.

    They differ where the steady clock doesn't reach back that far. `by_day` is what the time of
    day claims; for what began since the event was opened, no other than theirs.
    """

    least: timedelta
    most: timedelta
    by_day: timedelta

    @property
    def doubt(self) -> timedelta:
        """How far another claim lies from the least, if so far that somebody should look."""
        others = (claim - self.least for claim in (self.by_day, self.most))
        return next((far for far in others if abs(far) > NOTICEABLE), timedelta(0))


class _Kept(TypedDict):
    """What is written down: readings, and what the steady clock showed when they were."""

    start: str
    kept_s: float
    exact: dict[str, float]
    seen: dict[str, float]


@dataclass(frozen=True, slots=True)
class _Readings:
    """Readings of the steady clock, by the moment on the record that they belong to.

    `exact` ones hold since this start of the computer. Those in `seen` are of an earlier one: as
    much has passed as was seen to pass before it was switched off, and whatever came since.
    """

    exact: dict[datetime, float] = field(default_factory=dict)
    seen: dict[datetime, float] = field(default_factory=dict)


class Timepiece:
    """Times what an open event's clock and waits are about.

    The record says when things were by the time of day. To each that is timed belongs a reading of
    the steady clock, so that putting the time of day right moves nothing. Readings outlive the
    program while the computer stays on. Without one, there are two claims: by the time of day when
    the event was opened, and by the last entry then on the record.
    """

    def __init__(self, clocks: Clocks, last_entry: datetime | None) -> None:
        self._clocks = clocks
        self._opened, self._opened_s = clocks.now(), clocks.steady_s()
        self._last_entry = last_entry
        self._offset_s = self._opened.timestamp() - self._opened_s
        self._readings: dict[datetime, float] = {}
        self._earlier: _Readings | None = None

    def now(self) -> datetime:
        """The time of day; a leap of it is written into the log."""
        now = self._clocks.now()
        offset_s = now.timestamp() - self._clocks.steady_s()
        leap = timedelta(seconds=offset_s - self._offset_s)
        if abs(leap) > NOTICEABLE:
            noted(f"The computer’s clock was moved by {leap.total_seconds():+.0f} s.")
            self._offset_s = offset_s
        return now

    def mark(self, at: datetime) -> None:
        """Remember that `at` is this very moment."""
        self._readings.pop(at, None)
        self._readings[at] = self._clocks.steady_s()
        self.keep()

    def keep(self) -> None:
        """Remember beyond this run of the program how much has passed by now."""
        # Not synced: after a power cut no reading holds. Without one there are the two claims.
        with suppress(OSError):
            if self._readings or self._from_earlier_run() != _Readings():
                _kept_in().write_bytes(self._kept())

    def waited(self, since: datetime) -> timedelta:
        """How much has surely passed since `since`: what nobody can hurry by setting a clock."""
        seen = self._from_earlier_run().seen.get(since)
        if seen is None or since in self._readings:
            return self.passed(since).least
        return timedelta(seconds=self._clocks.steady_s() - seen)

    def passed(self, since: datetime) -> Passed:
        """How long ago `since` was."""
        reading = self._readings.get(since, self._from_earlier_run().exact.get(since))
        here = self._clocks.steady_s()
        since_opening = timedelta(seconds=here - self._opened_s)
        by_day = max(self._opened - since, timedelta(0)) + since_opening
        if reading is not None:
            passed = timedelta(seconds=here - reading)
            return Passed(passed, passed, passed if since in self._readings else by_day)
        last = self._last_entry or self._opened
        by_record = max(last - since, timedelta(0)) + since_opening
        return Passed(min(by_day, by_record), max(by_day, by_record), by_day)

    @property
    def opened(self) -> datetime:
        """The time of day at which the event was opened."""
        return self._opened

    def saved_later(self) -> datetime | None:
        """When the last change had been saved, if that lies after the opening by time of day."""
        last = self._last_entry
        return last if last is not None and last - self._opened > NOTICEABLE else None

    def _from_earlier_run(self) -> _Readings:
        if self._earlier is None:
            self._earlier = _Readings()
            with suppress(OSError, ValueError, TypeError, AttributeError, KeyError):
                self._earlier = self._read(json.loads(_kept_in().read_text(encoding="utf-8")))
        return self._earlier

    def _read(self, kept: "_Kept") -> _Readings:
        """What was kept, told apart by whether the computer has been started again since.

        Where it can't say whether it has, a reading holds that agrees with the time of day.
        """
        found, start_id = _Readings(), self._clocks.start_id()
        is_same_start = kept["start"] == start_id
        for text, reading in kept["seen"].items():
            at, was_seen_s = datetime.fromisoformat(text), max(kept["kept_s"] - reading, 0.0)
            holds = is_same_start and start_id
            found.seen[at] = float(reading) if holds else self._opened_s - was_seen_s
        for text, reading in kept["exact"].items():
            at, was_seen_s = datetime.fromisoformat(text), max(kept["kept_s"] - reading, 0.0)
            agrees = abs(at.timestamp() - reading - self._offset_s) < NOTICEABLE.total_seconds()
            if is_same_start and (start_id or agrees):
                found.exact[at] = float(reading)
            else:
                found.seen[at] = self._opened_s - was_seen_s
        return found

    def _kept(self) -> bytes:
        earlier = self._from_earlier_run()
        exact = {**earlier.exact, **self._readings}
        seen = {at: one for at, one in earlier.seen.items() if at not in exact}
        kept = _Kept(
            start=self._clocks.start_id(),
            kept_s=self._clocks.steady_s(),
            exact=_newest(exact),
            seen=_newest(seen),
        )
        return json.dumps(kept).encode()


def _newest(readings: Mapping[datetime, float]) -> dict[str, float]:
    return {at.isoformat(): reading for at, reading in list(readings.items())[-_KEPT:]}


def _kept_in() -> Path:
    return own_folder() / "clock.json"
