"""Problems found while reading, each with its place, in the order of the files."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from judging_app.words import counted, listed

MOST_TOLD = 50
"""More than a page of problems helps nobody; the rest are counted."""

_LONGEST_SHOWN = 40
_MOST_SPELLINGS = 5
_MOST_ROWS_SHOWN = 4


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to correct; row 0 means the file as a whole."""

    file: str
    row: int
    column: str
    text: str


@dataclass(frozen=True, slots=True)
class Spelling:
    """Spellings of one column that were read as another one, in so many rows; empty is small."""

    file: str
    column: str
    was: tuple[str, ...]
    now: str
    rows: int

    @property
    def read_from(self) -> str:
        """What stands in the file, as far as it fits."""
        named = ", ".join(map(shown, self.was[:_MOST_SPELLINGS]))
        return named + ("…" if len(self.was) > _MOST_SPELLINGS else "")


class Problems:
    """Gathers every problem, so that a person can put all of them right in one go.

    Beside them it gathers notes: what was understood in another way than it stands in the file.
    """

    def __init__(self) -> None:
        self._found: list[Problem] = []
        self._notes: dict[tuple[str, str], list[int]] = {}
        self._rules: dict[tuple[str, str, str], dict[str, int]] = {}
        self._names: dict[str, str] = {}

    def call(self, file: str, name: str) -> None:
        """Let a file be told by another name, which it has in its folder."""
        self._names[file] = name

    def _name(self, file: str) -> str:
        return self._names.get(file, file)

    def note(self, file: str, text: str, row: int = 0) -> None:
        """Note what was left out or made; the same of several rows is told once."""
        self._notes.setdefault((file, text), []).append(row)

    def rule(self, file: str, column: str, was: str, now: str) -> None:
        """Note that a spelling was read as another one."""
        spellings = self._rules.setdefault((file, column, now), {})
        spellings[was] = spellings.get(was, 0) + 1

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self._found)

    @property
    def found(self) -> tuple[Problem, ...]:
        """Each of them, in the order in which they were found."""
        return tuple(self._found)

    def join(self, other: "Problems") -> None:
        """Take over what another gathered of the same files."""
        self._found += other._found  # noqa: SLF001 - of its own kind
        for key, rows in other._notes.items():  # noqa: SLF001 - as above
            self._notes.setdefault(key, []).extend(rows)

    @property
    def remarks(self) -> tuple[str, ...]:
        """What was left out or made."""
        return tuple(
            f"{self._name(file)}: {text}{_rows(rows)}."
            for (file, text), rows in self._notes.items()
        )

    @property
    def spellings(self) -> tuple[Spelling, ...]:
        """What was read as another spelling."""
        return tuple(
            Spelling(self._name(file), column, tuple(was), now, sum(was.values()))
            for (file, column, now), was in self._rules.items()
        )

    @property
    def notes(self) -> tuple[str, ...]:
        """What was left out or made, then each rule with its count."""
        told = list(self.remarks)
        for one in self.spellings:
            to = f"as {shown(one.now)}" if one.now else "in small letters"
            count = counted(one.rows, "row")
            told.append(f"{one.file}: {one.column} {one.read_from} read {to} ({count}).")
        return tuple(told)

    def add(self, file: str, text: str, row: int = 0, column: str = "") -> None:
        """Note a problem; `text` says what is wrong, then what to do.

        `row` is numbered as a spreadsheet shows it, the header being row 1.
        """
        self._found.append(Problem(file, row, column, text))

    def told(self, files: Sequence[str]) -> tuple[str, ...]:
        """Every sentence, in the order of `files` and then of rows; at most `MOST_TOLD`.

        The last one counts those that are left out.
        """
        places = {file: place for place, file in enumerate(files)}
        rows: dict[Problem, list[int]] = {}
        for problem in sorted(
            self._found, key=lambda one: (places.get(one.file, len(places)), one.file, one.row)
        ):
            rows.setdefault(replace(problem, row=0), []).append(problem.row)
        sentences = tuple(
            _sentence(replace(one, file=self._name(one.file)), at) for one, at in rows.items()
        )
        left = len(sentences) - MOST_TOLD
        if left <= 0:
            return sentences
        rest = f"and {left} more. Correct these first, then read the folder again."
        return (*sentences[:MOST_TOLD], rest)


def _sentence(problem: Problem, rows: Sequence[int]) -> str:
    """One sentence for one kind of mistake, with every row that it is in."""
    column = f", column {problem.column}" if problem.column else ""
    return f"{problem.file}{_rows(rows)}{column}: {problem.text}"


def _rows(rows: Sequence[int]) -> str:
    named = [str(row) for row in dict.fromkeys(rows) if row]
    if not named:
        return ""
    if len(named) > _MOST_ROWS_SHOWN + 1:
        named = [*named[:_MOST_ROWS_SHOWN], f"{len(named) - _MOST_ROWS_SHOWN} more"]
    return f", {'row' if len(named) == 1 else 'rows'} {listed(named)}"


def shown(text: str) -> str:
    """`text` in quotation marks, on one line and short enough for a sentence."""
    return f"“{clipped(text)}”"


def clipped(text: str) -> str:
    """`text` on one line, with what can't be seen marked and what is too long left out."""
    return visible(text[:_LONGEST_SHOWN]) + ("…" if len(text) > _LONGEST_SHOWN else "")


def visible(text: str) -> str:
    """`text` on one line, with a mark for each character that can't be seen."""
    return "".join(_visible(character) for character in text)


def _visible(character: str) -> str:
    if character.isspace():
        return " "
    return character if character.isprintable() else "\N{REPLACEMENT CHARACTER}"
