"""What there is to go on from where an event's file is damaged, gone or older than its copies.

It is read before anybody has signed in, so no score is among it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from judging_app.closed_sets import complete
from judging_app.present.time_of_day import day_and_month, exact_time
from judging_app.words import counted


class Cause(Enum):
    """Why an event is to be recovered."""

    DAMAGED = "damaged"
    MISSING = "missing"
    OLDER = "older than a copy"
    IS_COPY = "a copy itself"
    CHANGED = "changed outside the application"
    WHOLE = "whole"


class Compared(Enum):
    """What there is of the event's own file to compare a copy with."""

    WHOLE = "all of its record"
    OLDER = "all of its record, which ends before the copy's"
    PART = "a part of its record"
    UNREADABLE = "nothing that can be read"
    NO_FILE = "no file"


TITLES = complete(
    {
        Cause.DAMAGED: "This event can’t be opened as it is",
        Cause.MISSING: "This event’s file is missing",
        Cause.OLDER: "This file is older than its copies",
        Cause.IS_COPY: "This is a safety copy",
        Cause.CHANGED: "This event isn’t as it was recorded",
        Cause.WHOLE: "This event can be opened",
    }
)
"""What the page is called."""


ASIDE_WORDS = complete(
    {
        Cause.DAMAGED: "damaged",
        Cause.MISSING: "damaged",
        Cause.OLDER: "replaced",
        Cause.IS_COPY: "replaced",
        Cause.CHANGED: "replaced",
        Cause.WHOLE: "replaced",
    }
)
"""What is in the name of the file that was kept aside, before the day."""


class LossState(Enum):
    """What can be done for an entry that a copy lacks."""

    READABLE = "readable"
    APART = "apart"
    UNREAD = "unread"


LOSS_WORDS = complete(
    {
        LossState.READABLE: "can be put back",
        LossState.APART: "can’t be put back: one before it is lost",
        LossState.UNREAD: "can’t be read",
    }
)
"""What is said of each."""

LOSS_LOOKS = complete(
    {LossState.READABLE: "good", LossState.APART: "attention", LossState.UNREAD: "attention"}
)
"""The state by which each is shown."""


@dataclass(frozen=True, slots=True)
class Loss:
    """One entry that a copy lacks: when it was recorded, by whom, for which team, and what."""

    at: datetime | None
    who: str
    team: str
    what: str
    state: LossState

    @property
    def text(self) -> str:
        """In one line, without the time: "Iain Strachan · Team Halfway · Evidence"."""
        return " · ".join(part for part in (self.who, self.team, self.what) if part)

    @property
    def time(self) -> str:
        """When it was recorded; empty where nobody knows."""
        return exact_time(self.at) if self.at else ""


@dataclass(frozen=True, slots=True)
class CopyRow:
    """One good copy; `key` is handed back when it is chosen."""

    key: int
    time: str
    day: str
    place: str
    has: str
    against: str
    is_newest: bool = False

    @property
    def spoken(self) -> str:
        """All of it in one sentence."""
        newest = ", the newest" if self.is_newest else ""
        parts = (f"Copy of {self.time} {self.day}{newest}", self.place, self.has, self.against)
        return ". ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class RecoveryView:
    """The head of the page: what is the matter, and what was found."""

    title: str
    told: str
    found: str
    rows: tuple[CopyRow, ...]


@dataclass(frozen=True, slots=True)
class CopyFacts:
    """What is known of one copy; counts are of entries, `ballots_lacked` of those on ballots."""

    at: datetime
    place: str
    entries: int
    ballots_in: int
    lacks: int
    ballots_lacked: int
    has_more: int


def recovery_view(
    title: str, told: str, copies: Sequence[CopyFacts], now: datetime, compared: Compared
) -> RecoveryView:
    """The page about these copies, the newest first."""
    rows = tuple(
        CopyRow(
            number,
            exact_time(copy.at),
            _day(copy.at, now),
            copy.place,
            _has(copy),
            _against(copy, compared),
            is_newest=number == 0,
        )
        for number, copy in enumerate(copies)
    )
    return RecoveryView(title, told, _found(copies, compared), rows)


def ahead_text(file: str, at: datetime, entries: int) -> str:
    """What to say where a copy has entries that the event's own file lacks."""
    lacks = counted(entries, "entry", "entries")
    return f"{file} lacks {lacks} of its copy of {exact_time(at)} on {day_and_month(at)}."


def looking_text(done: int, total: int) -> str:
    """How far the search for copies is."""
    return f"Looking for copies… {done} of {total} checked"


def put_back_text(count: int, ballots: int) -> str:
    """The choice to add what can be read to the copy; `ballots` of it are changes to ballots."""
    changes = counted(ballots, "change to a ballot", "changes to ballots")
    if ballots == count:
        return f"Put {changes} back"
    entries = counted(count, "entry", "entries")
    return f"Put {entries} back, with {changes}" if ballots else f"Put {entries} back"


def losses_title(losses: Sequence[Loss], compared: Compared) -> str:
    """What stands over the list of what a copy lacks; sign-ins are not in it."""
    if losses:
        return "What the chosen copy lacks, as far as it can be read"
    return _NO_LOSSES[compared]


def continue_text(row: CopyRow) -> str:
    """The page's one act: "Continue from 14:51:38"."""
    return (
        f"Continue from {row.time}" if row.day == TODAY else f"Continue from {row.day}, {row.time}"
    )


def what_happens(aside: str) -> str:
    """What going on does to the file that is there; `aside` is its name from then on, if any."""
    begun = "The copy becomes the event and is checked entry by entry."
    if not aside:
        return begun
    return f"{begun} The file that is there now is kept whole as “{aside}”. It is never deleted."


def restored_text(
    restored_at: datetime, copied_at: datetime, put_back: int, lost: int, *, is_compared: bool
) -> str:
    """What the record says of a restore, for whoever reads a result.

    Nothing is said not to be lost unless all of the replaced file's record was there to compare.
    """
    at, of = (f"{exact_time(one)} on {day_and_month(one)}" for one in (restored_at, copied_at))
    said = [f"Restored at {at} from the copy of {of}"]
    if put_back:
        said.append(f"{counted(put_back, 'entry', 'entries')} put back")
    if lost:
        said.append(f"{counted(lost, 'entry', 'entries')} lost")
    if not is_compared:
        how_much = "not everything" if put_back or lost else "nothing"
        said.append(f"{how_much} could be compared")
        said.append(f"ballots after {exact_time(copied_at)} may be missing")
    elif not lost:
        said.append("nothing known is lost")
    return f"{'; '.join(said)}."


_NO_LOSSES = complete(
    {
        Compared.WHOLE: "The chosen copy lacks no ballot or change that this file has",
        Compared.OLDER: "The chosen copy lacks no ballot or change that this file has",
        Compared.PART: "The chosen copy lacks no ballot or change that can be read of this file",
        Compared.UNREADABLE: "What the chosen copy lacks can’t be read",
        Compared.NO_FILE: "There is no file to compare the chosen copy with",
    }
)

_HAS_ALL = complete(
    {
        Compared.WHOLE: "Has all that this file has",
        Compared.OLDER: "Has all that this file has",
        Compared.PART: "Has all that can be read of the file",
        Compared.UNREADABLE: "The file can’t be read to compare",
        Compared.NO_FILE: "No file to compare with",
    }
)

_KNOWN_OF = complete(
    {
        Compared.WHOLE: "all that this file has",
        Compared.OLDER: "all that this file has",
        Compared.PART: "all that can be read of this file",
        Compared.UNREADABLE: "",
        Compared.NO_FILE: "",
    }
)

TODAY = "today"

FILE_ITSELF = "The file itself, rebuilt from its record"
"""In the place of a copy’s folder, where there is no copy and enough of the file can be read."""

NO_FILE_YET = "This is no file yet, so it can’t be looked at. Continue from it to see what it has."

NO_COPY_STEPS = (
    "No good copy of it was found beside it or in the second place.",
    "If copies are on a USB stick, plug it in and look again.",
    "If somebody has a copy of the file, open that instead.",
)
"""What to do where there is nothing to go on from."""


def _day(at: datetime, now: datetime) -> str:
    is_today = at.astimezone().date() == now.astimezone().date()
    return TODAY if is_today else day_and_month(at)


def _has(copy: CopyFacts) -> str:
    entries = counted(copy.entries, "entry", "entries")
    return f"{entries}, {counted(copy.ballots_in, 'ballot')} submitted"


def _against(copy: CopyFacts, compared: Compared) -> str:
    """What a copy has and lacks against the file."""
    if not copy.lacks and not _KNOWN_OF[compared]:
        return _HAS_ALL[compared]
    parts = []
    if copy.lacks:
        parts.append(f"Lacks {_entries(copy)}")
    if copy.has_more:
        more = counted(copy.has_more, "entry", "entries")
        parts.append(f"{'has' if parts else 'Has'} {more} more")
    return ", ".join(parts) or _HAS_ALL[compared]


def _entries(copy: CopyFacts) -> str:
    if copy.ballots_lacked == copy.lacks:
        return counted(copy.lacks, "change to a ballot", "changes to ballots")
    return counted(copy.lacks, "entry", "entries")


def _found(copies: Sequence[CopyFacts], compared: Compared) -> str:
    if not copies:
        return "No good copy was found."
    count = (
        "One good copy was found." if len(copies) == 1 else f"{len(copies)} good copies were found."
    )
    newest = copies[0]
    said = [count]
    if known := _KNOWN_OF[compared]:
        but = f" but {_entries(newest)}" if newest.lacks else ""
        said.append(f"The newest has {known}{but}.")
    elif newest.lacks:
        said.append(f"The newest lacks {_entries(newest)} that could be read elsewhere.")
    if compared is not Compared.WHOLE:
        # Whoever scored since knows of it; no file does.
        since = exact_time(newest.at)
        said.append(f"Anything after {since} may be in no copy: ask who scored since.")
    return " ".join(said)
