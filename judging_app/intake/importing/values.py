"""What an import would do, row by row, and what a person has to say before it is done."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from judging_app.closed_sets import complete
from judging_app.domain.setup import Setup
from judging_app.intake.sheets.sheet import Sheet
from judging_app.intake.tables.form import Form
from judging_app.intake.tables.matching import Matching
from judging_app.intake.tables.problems import Spelling
from judging_app.present.set_up.importing import Line, ListKind, Status


class Doubt(Enum):
    """What only a person can tell; the value also answers every question of its kind at once."""

    NOT_COMING = "status"
    SAME_PERSON = "person"
    SAME_ORGANISATION = "organisation"
    SAME_TEAM = "team"
    KNOWN_PERSON = "known"
    ROW = "row"


DOUBT_WORDS = complete(
    {
        Doubt.NOT_COMING: "People who aren’t coming?",
        Doubt.SAME_PERSON: "One person in two rows?",
        Doubt.SAME_ORGANISATION: "One organisation under several names?",
        Doubt.SAME_TEAM: "One team, spelt in two ways?",
        Doubt.KNOWN_PERSON: "Someone of the event, spelt in another way?",
        Doubt.ROW: "Rows that can’t be used.",
    }
)


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer: its code, and what it means."""

    code: str
    means: str


@dataclass(frozen=True, slots=True)
class Question:
    """One doubt: where, what is there, what is doubtful about it, and what can be done.

    `id` stays the same from file to file; `proposed` is the code of one of the `choices`.
    """

    id: str
    doubt: Doubt
    file: str
    rows: tuple[int, ...]
    column: str
    found: str
    doubtful: str
    choices: tuple[Choice, ...]
    proposed: str


@dataclass(frozen=True, slots=True)
class FoundList:
    """One list in a source: what it is of, and how the sheet that it is in is read.

    `said` is what the sheet's own name says of everybody in it, by column.
    """

    source: str
    kind: ListKind
    form: Form
    sheet: Sheet
    matching: Matching
    said: Mapping[str, str] = field(default_factory=dict, hash=False)


Answers = Mapping[str, str]
"""The code chosen, by a question's id or by a whole `Doubt`'s value."""


@dataclass(frozen=True, slots=True)
class Preview:
    """All that an import would do; nothing is done yet.

    `setup` is the event's set-up as it would be, with every open question answered as proposed.
    `absent` are those of the event who aren't in the files: they stay. `notes` are the `remarks`
    on what was left out or made, then the `spellings` in words.
    """

    setup: Setup
    lines: tuple[Line, ...]
    open: tuple[Question, ...]
    settled: tuple[Question, ...]
    notes: tuple[str, ...]
    absent: tuple[str, ...]
    matchings: tuple[Matching, ...]
    lists: tuple[FoundList, ...] = ()
    remarks: tuple[str, ...] = ()
    spellings: tuple[Spelling, ...] = ()

    def count(self, status: Status) -> int:
        """How many rows have this status."""
        return sum(line.status is status for line in self.lines)


class Asking:
    """Gathers questions, and gives what was answered or else is proposed."""

    def __init__(self, answers: Answers) -> None:
        self._answers = answers
        self._asked: dict[str, tuple[Question, bool]] = {}

    def ask(self, question: Question) -> str:
        """The code to go on with."""
        codes = [choice.code for choice in question.choices]
        said = self._answers.get(question.id, self._answers.get(question.doubt.value, ""))
        self._asked[question.id] = question, said in codes
        return said if said in codes else question.proposed

    @property
    def open(self) -> tuple[Question, ...]:
        """Those that nobody has answered."""
        return tuple(question for question, is_settled in self._asked.values() if not is_settled)

    @property
    def settled(self) -> tuple[Question, ...]:
        """Those that were answered."""
        return tuple(question for question, is_settled in self._asked.values() if is_settled)
