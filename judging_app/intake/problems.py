"""Problems found while reading, each with its place, in the order of the files."""

from collections.abc import Sequence
from dataclasses import dataclass

MOST_TOLD = 50
"""More than a page of problems helps nobody; the rest are counted."""

_LONGEST_SHOWN = 40


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to correct; row 0 means the file as a whole."""

    file: str
    row: int
    sentence: str


class Problems:
    """Gathers every problem, so that a person can put all of them right in one go."""

    def __init__(self) -> None:
        self._found: list[Problem] = []

    def add(self, file: str, text: str, row: int = 0, column: str = "") -> None:
        """Note a problem; `text` says what is wrong, then what to do.

        `row` is numbered as a spreadsheet shows it, the header being row 1.
        """
        parts = (file, f"row {row}" if row else "", f"column {column}" if column else "")
        place = ", ".join(part for part in parts if part)
        self._found.append(Problem(file, row, f"{place}: {text}"))

    def told(self, files: Sequence[str]) -> tuple[str, ...]:
        """Every sentence, in the order of `files` and then of rows; at most `MOST_TOLD`.

        The last one counts those that are left out.
        """
        places = {file: place for place, file in enumerate(files)}
        in_order = sorted(
            enumerate(self._found),
            key=lambda item: (
                places.get(item[1].file, len(places)),
                item[1].file,
                item[1].row,
                item[0],
            ),
        )
        sentences = tuple(problem.sentence for _, problem in in_order)
        left = len(sentences) - MOST_TOLD
        if left <= 0:
            return sentences
        rest = f"and {left} more. Correct these first, then read the folder again."
        return (*sentences[:MOST_TOLD], rest)


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
