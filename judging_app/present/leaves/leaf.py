"""What stands on a paper, from top to bottom; all measures are in millimetres."""

from collections import Counter
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from typing import TypeAlias


class Type(Enum):
    """How words are set. Most of a paper is `TEXT`; `QUIET` is smaller and paler."""

    TEXT = "text"
    STRONG = "strong"
    QUIET = "quiet"
    ITEM = "item"
    HEADING = "heading"
    READ = "read aloud"
    TITLE = "title"
    LARGE = "large"
    HUGE = "huge"


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph; with `has_tick` a box to tick stands before it."""

    text: str
    type: Type = Type.TEXT
    has_tick: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table with its head, and what the head says below in pale.

    Columns without a width share what the others leave. `is_figures` are at the right of it, with
    their points below each other.
    """

    head: str = ""
    wide: float = 0
    under: str = ""
    is_figures: bool = False


@dataclass(frozen=True, slots=True)
class Reach:
    """From the lowest to the highest of some scores with their mean, on a scale from 0 to 1.

    Without a range there is the mean alone, and without a mean the range; `at` are single scores.
    """

    mean: Fraction | None
    lowest: Fraction | None = None
    highest: Fraction | None = None
    at: tuple[Fraction, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in one cell.

    `under` is smaller and paler, `instead_of` is struck out before it, and a cell that `goes_on`
    covers all the columns after it. `is_to_tick` is a box, `is_to_write` a line to write on.
    """

    text: str = ""
    under: str = ""
    is_strong: bool = False
    is_quiet: bool = False
    instead_of: str = ""
    goes_on: bool = False
    is_to_tick: bool = False
    is_to_write: bool = False
    is_large: bool = False
    reach: Reach | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A row, with what is said `below` it; a `is_sum` closes a table, `is_first` is tinted."""

    cells: tuple[Cell, ...]
    below: str = ""
    is_sum: bool = False
    is_tinted: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of the least height `row`; `is_dense` is set smaller, with a rule after each five."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    row: float = 8
    is_dense: bool = False


@dataclass(frozen=True, slots=True)
class Scale:
    """One criterion to mark by hand: a box a score, and below what some of them mean.

    `levels` say which score, at which box counted from 0, and what it means. Without `keys` one
    writes.
    """

    title: str
    weight: str
    keys: tuple[str, ...]
    levels: tuple[tuple[str, int, str], ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Lines:
    """Columns of lines to write on, as many as there is room for above what is signed.

    With `most`, no more than that.
    """

    labels: tuple[str, ...]
    least: int = 2
    most: int = 0


@dataclass(frozen=True, slots=True)
class Signatures:
    """Lines to sign on at the foot of the page; a label that is empty leaves its place free."""

    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Panel:
    """Words on a tint, kept together."""

    words: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Slips:
    """Slips to cut out: a name, who that is, what to do, and a large word behind a fold."""

    rows: tuple[tuple[str, str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Together:
    """Blocks that stay on one page if they fit on any."""

    blocks: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class NewPage:
    """What follows begins on a new page, under a title of its own if it has one."""

    title: str = ""
    subtitle: str = ""


Block: TypeAlias = Words | Table | Scale | Lines | Signatures | Panel | Slips | Together | NewPage


@dataclass(frozen=True, slots=True)
class Leaf:
    """One paper with its own head, foot and count of pages.

    `id` is at its foot, and so is `record`. `corner` is at the right of its head: the sheet's id
    unless it says something else. `code` is printed for a scanner. With a `band`, its words stand
    on the event's colour in place of the head. `team` is the name of the one that it is for.
    """

    id: str
    event: str
    title: str
    subtitle: str
    blocks: tuple[Block, ...]
    record: str = ""
    corner: str = ""
    code: str = ""
    band: tuple[Words, ...] = ()
    colour: str = ""
    is_landscape: bool = False
    is_bare: bool = False
    team: str = ""


@dataclass(frozen=True, slots=True)
class Leaves:
    """Papers of one kind in one file; each may have a file of its own, called by its `stems`."""

    title: str
    event: str
    leaves: tuple[Leaf, ...]
    none: str = "There is nothing to print."

    @property
    def stems(self) -> tuple[str, ...]:
        """What each is called beside the others: its subtitle too where the rest isn't its own."""
        usual = [f"{leaf.id} - {leaf.title}" for leaf in self.leaves]
        count = Counter(usual)
        return tuple(
            stem if count[stem] == 1 else f"{stem} - {leaf.subtitle}"
            for stem, leaf in zip(usual, self.leaves, strict=True)
        )


def figures(head: str, wide: float, under: str = "") -> Column:
    """A column of figures."""
    return Column(head, wide, under, is_figures=True)


def plain_row(*texts: str) -> Row:
    """A row of words alone."""
    return Row(tuple(Cell(text) for text in texts))
