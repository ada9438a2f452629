"""An import in words: what lists are of, how they are read, their doubts and their rows."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from judging_app.closed_sets import complete
from judging_app.domain.people import Naming
from judging_app.words import capitalised


class ListKind(Enum):
    """One kind of list; in the order in which they are taken in."""

    RUBRIC = "rubric"
    TEAMS = "teams"
    PARTICIPANTS = "participants"
    JUDGES = "judges"
    MENTORS = "mentors"
    VISITS = "visits"


class Status(Enum):
    """What becomes of one row."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    LEFT = "left"


STATUS_WORDS = complete(
    {
        Status.NEW: "new",
        Status.CHANGED: "changed",
        Status.SAME: "as it is",
        Status.LEFT: "left out",
    }
)


@dataclass(frozen=True, slots=True)
class SpellingLine:
    """Spellings that were read as one, and in how many rows."""

    words: str
    rows: int


class Cell(NamedTuple):
    """What a column will hold, and what it held before."""

    column: str
    now: str
    before: str


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a file and what becomes of it; `why` says why it is left out.

    `now` and `before` are by `columns`; nothing was before where it is new.
    """

    file: str
    row: int
    status: Status
    name: str
    columns: tuple[str, ...] = ()
    now: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    why: str = ""

    @property
    def changes(self) -> tuple[Cell, ...]:
        """The cells that will hold something else."""
        pairs = zip(self.columns, self.now, self.before, strict=True) if self.before else ()
        return tuple(Cell(*one) for one in pairs if one[1] != one[2])


LIST_WORDS: Mapping[ListKind, str] = complete(
    {
        ListKind.RUBRIC: "Criteria",
        ListKind.TEAMS: "Teams",
        ListKind.PARTICIPANTS: "Participants",
        ListKind.JUDGES: "Judges",
        ListKind.MENTORS: "Mentors",
        ListKind.VISITS: "Visits",
    }
)

NAMING_WORDS = complete({Naming.NAME: "yes", Naming.INITIALS: "initials", Naming.NOTHING: "no"})
"""Whether somebody's name is shown outside."""

_COLUMN_WORDS = {
    "email": "E-mail",
    "members": "Members, in one cell",
    "first_name": "First name, joined",
    "last_name": "Last name, joined",
    "name": "Name, as shown",
    "said": "How it is said",
    "consent": "Name may be shown",
    "private": "Name not to be shown",
    "naming": "Name shown",
    "listed_name": "Name on the list",
}


@dataclass(frozen=True, slots=True)
class ColumnHead:
    """A column's own title, and what it is taken for; empty if it is left out."""

    title: str
    taken_for: str


@dataclass(frozen=True, slots=True)
class SampleRow:
    """A row by its number: each cell as it comes in, and as it stands in the file."""

    number: int
    cells: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ColumnsView:
    """How one list is read; `targets` are what a column may be taken for, with their words."""

    file: str
    kind: ListKind
    sheets: tuple[str, ...]
    sheet: str
    headers: tuple[int, ...]
    header: int
    heads: tuple[ColumnHead, ...]
    targets: tuple[tuple[str, str], ...]
    rows: tuple[SampleRow, ...]
    count: int

    @property
    def kind_key(self) -> str:
        """What the list is of, as it is handed back."""
        return self.kind.value


def column_words(column: str) -> str:
    """What a column of ours is called."""
    name, _, number = column.partition("#")
    words = _COLUMN_WORDS.get(name) or capitalised(name.replace("_", " "))
    return f"{words} of person {number}" if number else words


@dataclass(frozen=True, slots=True)
class DoubtLine:
    """One line of doubts: one question, or all of one kind with their count.

    `id` is what an answer is given for. `cell` is where a row can be put right: its number and the
    column, in the list of this file.
    """

    id: str
    title: str
    rows: str
    column: str
    found: str
    doubtful: str
    choices: tuple[tuple[str, str], ...]
    chosen: str
    is_settled: bool
    count: int = 1
    file: str = ""
    cell: tuple[int, str] | None = None


def row_words(line: Line, column: str) -> str:
    """What a column will hold in the row that this line is about, and held before."""
    if column not in line.columns:
        return ""
    at = line.columns.index(column)
    now, was = line.now[at], line.before[at] if line.before else ""
    return f"{was} → {now or '(empty)'}" if line.before and was and was != now else now


IMPORT_WORDS: Mapping[Status, Callable[[int], str]] = complete(
    {
        Status.NEW: lambda count: f"{count} new",
        Status.CHANGED: lambda count: f"{count} changed",
        Status.SAME: lambda count: f"{count} as they are",
        Status.LEFT: lambda count: f"{count} left out",
    }
)
"""The counts of a preview, which are its filters too."""


@dataclass(frozen=True, slots=True)
class ImportView:
    """What will change: every row, the doubts, the counts, and the act's words, if it does any."""

    lines: tuple[Line, ...]
    doubts: tuple[DoubtLine, ...]
    counts: Mapping[Status, int]
    absent: int
    act: str
    needs_reason: bool


def choices_of_kind() -> tuple[tuple[str, str], ...]:
    """What a list can be of, by the value that is handed back and its words."""
    return tuple((kind.value, LIST_WORDS[kind]) for kind in ListKind)
