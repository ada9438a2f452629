"""The kinds of data that can leave an event, for whom, and what is in it for each."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum

from judging_app.closed_sets import complete
from judging_app.domain.event import Ballots, Reader
from judging_app.words import counted

YES, NO = "✓", "–"
"""In a cell that says whether something is in it."""


class DataKind(Enum):
    """What can be saved; the value is what is typed for it."""

    SPREADSHEET = "spreadsheet"
    OPEN_DATA = "open-data"
    BUNDLE = "bundle"
    PAGE = "page"
    BADGES = "badges"


@dataclass(frozen=True, slots=True)
class DataWords:
    """A kind as it is offered, and how its button calls it: "Save the spreadsheet…"."""

    title: str
    about: str
    in_sentence: str


DATA_WORDS = complete(
    {
        DataKind.SPREADSHEET: DataWords(
            "Spreadsheet", "XLSX: places, ballots, comments, decisions, times", "the spreadsheet"
        ),
        DataKind.OPEN_DATA: DataWords(
            "Open data", "CSV with its description (CSVW), and JSON", "the open data"
        ),
        DataKind.BUNDLE: DataWords(
            "Bundle", "Recomputes this result on any computer", "the bundle"
        ),
        DataKind.PAGE: DataWords(
            "Result page", "HTML for a website: places, awards, teams", "the result page"
        ),
        DataKind.BADGES: DataWords(
            "Badges", "Open Badges 3.0: one file per person and award", "the badges"
        ),
    }
)

DATA_STEMS = complete(
    {
        DataKind.SPREADSHEET: "{} - results",
        DataKind.OPEN_DATA: "{} - open data",
        DataKind.BUNDLE: "{} - bundle",
        DataKind.PAGE: "{} - result page",
        DataKind.BADGES: "{} - badges",
    }
)
"""What the files are called, after the event."""

READER_WORDS = complete(
    {
        Reader.PUBLIC: ("Everybody", "what was announced"),
        Reader.PANEL: ("The panel", "scores and comments too"),
        Reader.ORGANISER: ("Only the organiser", "all of it"),
    }
)
"""Who may see it, and what that means."""

READER_HEADS = complete(
    {
        Reader.PUBLIC: "Everybody",
        Reader.PANEL: "The panel",
        Reader.ORGANISER: "Organiser",
    }
)
"""The same over a column."""


@dataclass(frozen=True, slots=True)
class DataChoice:
    """For whom data is: with or without names, and for everybody with or without ballots."""

    reader: Reader
    has_names: bool = True
    has_ballots: bool = False

    @property
    def ballots(self) -> Ballots:
        """How ballots are in it: whose they are is told to the panel and the organiser alone."""
        if self.reader is not Reader.PUBLIC:
            return Ballots.NAMED
        return Ballots.UNNAMED if self.has_ballots else Ballots.NONE


def is_for(kind: DataKind, choice: DataChoice) -> bool:
    """Whether there is this kind for this choice: a badge is somebody’s, by name."""
    return choice.has_names or kind is not DataKind.BADGES


@dataclass(frozen=True, slots=True)
class ContentRow:
    """What is in it or not, for each reader in their order."""

    what: str
    cells: tuple[str, ...]


def contents(*, has_names: bool, has_ballots: bool) -> tuple[ContentRow, ...]:
    """What is in the data for each reader."""
    people = YES if has_names else "numbers"
    unnamed = "no names" if has_ballots else NO
    return (
        ContentRow("Places, awards, decisions", (YES, YES, YES)),
        ContentRow("Teams and challenges", (YES, YES, YES)),
        ContentRow("Totals, as announced", (YES, YES, YES)),
        ContentRow("Rubric and method", (YES, YES, YES)),
        ContentRow("Ballots, score by score", (unnamed, YES, YES)),
        ContentRow("Comments for the teams", (NO, YES, YES)),
        ContentRow("Comments for the panel", (NO, YES, YES)),
        ContentRow("Conflicts and recusals", ("counts", YES, YES)),
        ContentRow("Agreement of the panel", (NO, YES, YES)),
        ContentRow("Reasons, agreed scores", (NO, YES, YES)),
        ContentRow("Participants’ names", (people, people, people)),
        ContentRow("Judges’ names", (people, people, people)),
        ContentRow("E-mail addresses", (NO, NO, YES if has_names else NO)),
        ContentRow("Journal, entry by entry", (NO, NO, YES if has_names else NO)),
    )


def saving_text(kinds: Iterable[DataKind]) -> str:
    """What the button that saves them says."""
    chosen = [DATA_WORDS[kind].in_sentence for kind in kinds]
    if not chosen:
        return "Save…"
    return f"Save {chosen[0] if len(chosen) == 1 else f'{len(chosen)} kinds of data'}…"


def size_text(kind: DataKind, choice: DataChoice) -> str:
    """How much a kind is: sheets or files."""
    match kind:
        case DataKind.SPREADSHEET:
            return counted(_SHEETS + 2 * _has_ballots(choice) + 3 * _has_more(choice), "sheet")
        case DataKind.OPEN_DATA:
            tables = _TABLES + 4 * _has_ballots(choice) + 7 * _has_more(choice)
            return counted(tables + _BESIDE_TABLES, "file")
        case DataKind.BUNDLE | DataKind.PAGE:
            return counted(1, "file")
        case DataKind.BADGES:
            return "a file each"


_SHEETS, _TABLES = 9, 25
"""What every audience gets."""

_BESIDE_TABLES = 2
"""What the tables mean, and all of them as JSON."""


def _has_ballots(choice: DataChoice) -> int:
    return int(choice.ballots is not Ballots.NONE)


def _has_more(choice: DataChoice) -> int:
    return int(choice.reader is not Reader.PUBLIC)


@dataclass(frozen=True, slots=True)
class DataOffer:
    """What can be saved now: which kinds, for whom, and what to know before.

    `missing` says of each kind that can't be saved now when it can be; `why_not_all` why there is
    nothing for everybody yet.
    """

    missing: Mapping[DataKind, str]
    readers: tuple[Reader, ...]
    why_not_all: str
    code: str
    edition: int
    named_in_comments: int

    def why_not(self, kind: DataKind, choice: DataChoice) -> str:
        """When there is this kind for this choice; empty if it can be saved now."""
        return self.missing.get(kind, "" if is_for(kind, choice) else "With names only.")

    @property
    def foot(self) -> str:
        """The code of the result, and what to read before names leave."""
        edition = f" Edition {self.edition}." if self.code else ""
        said = f"Code {self.code}.{edition}" if self.code else "There is no result yet."
        if not self.named_in_comments:
            return said
        texts = counted(self.named_in_comments, "comment")
        verb = "seems" if self.named_in_comments == 1 else "seem"
        return f"{said} {texts} {verb} to name people: read {_THEM[verb]} first."


_THEM = {"seems": "it", "seem": "them"}
