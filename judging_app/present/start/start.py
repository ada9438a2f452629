"""What can be opened from the first screen."""

from dataclasses import dataclass
from datetime import date, datetime

from judging_app.domain.event import Phase
from judging_app.present.time_of_day import clock_text, day_and_month, in_words
from judging_app.present.words.states import State, phase_state
from judging_app.words import capitalised, counted


@dataclass(frozen=True, slots=True)
class EventFacts:
    """What an event's file says of it before it is opened; no score is among it."""

    title: str
    held_on: date | None
    venue: str
    phase: Phase
    teams: int
    judges: int
    ballots_in: int


@dataclass(frozen=True, slots=True)
class RecentRow:
    """An event opened before; `key` is handed back when it is chosen."""

    key: str
    title: str
    where: str
    state: State
    counts: tuple[str, str] = ("", "")
    opened: str = ""
    is_missing: bool = False
    was_open: bool = False
    """It was open when the program stopped, without being closed."""

    @property
    def spoken(self) -> str:
        """All of it in one sentence."""
        parts = (self.title, self.where, self.state.words, *self.counts, self.opened)
        return ", ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class PinRow:
    """A PIN of the sample event, which is no secret."""

    name: str
    pin: str


FIND = "Find it…"
MISSING = State("attention", "File not found")
DUE = State("attention", "Due for deletion")
UNSEEN = State("info", "Open it to see")
WAS_OPEN = "Was open when Pitch day stopped"


def recent_row(
    key: str,
    title: str,
    facts: EventFacts | None,
    opened: datetime | None,
    now: datetime,
    *,
    is_missing: bool = False,
    was_open: bool = False,
    is_due: bool = False,
) -> RecentRow:
    """The row of one event, of which its file says these facts, if it can be read at all.

    It `is_due` once the day has come on which it was to be deleted.
    """
    when = WAS_OPEN if was_open else _when(opened, now)
    if is_missing:
        return RecentRow(key, title, key, MISSING, (FIND, ""), when, is_missing=True)
    if facts is None:
        return RecentRow(key, title, key, UNSEEN, opened=when, was_open=was_open)
    day = in_words(facts.held_on) if facts.held_on else ""
    where = " · ".join(part for part in (day, facts.venue) if part)
    state = DUE if is_due else phase_state(facts.phase)
    return RecentRow(key, facts.title, where or key, state, _counts(facts), when, was_open=was_open)


def _counts(facts: EventFacts) -> tuple[str, str]:
    """How many ballots are in, and of what size it is: "44 of 48 ballots in"."""
    size = capitalised(f"{counted(facts.teams, 'team')} · {counted(facts.judges, 'judge')}")
    if facts.phase is Phase.SETTING_UP:
        return size, ""
    expected = facts.teams * facts.judges
    noun = "ballot" if expected == 1 else "ballots"
    return f"{facts.ballots_in:,} of {expected:,} {noun} in", size


def _when(opened: datetime | None, now: datetime) -> str:
    if opened is None:
        return ""
    days = (now.astimezone().date() - opened.astimezone().date()).days
    if days == 0:
        return f"Today {clock_text(opened)}"
    if days == 1:
        return "Yesterday"
    is_this_year = opened.astimezone().year == now.astimezone().year
    return day_and_month(opened) if is_this_year else in_words(opened.astimezone().date())
