"""Prints for people in the width of their terminal, and for programs byte by byte."""

import shutil
import sys
import textwrap
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import zip_longest

from tqdm import tqdm

from judging_app.export.progress import Progress

_GAP = "  "
_NARROWEST = 12


def say(text: str = "") -> None:
    """Print a paragraph, wrapped where a person reads it; a program gets it in one line."""
    room = terminal_width()
    for line in text.splitlines() or [""]:
        print(textwrap.fill(line, room, break_on_hyphens=False) if room else line)


def warn(text: str) -> None:
    """Print a sentence on standard error; the command goes on."""
    print(text, file=sys.stderr)


def write_exactly(text: str) -> None:
    """Write `text` in UTF-8, its line ends untouched, whatever the system's own are."""
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode())
    sys.stdout.buffer.flush()


def terminal_width() -> int | None:
    """Characters in a line of the terminal; `None` if nobody reads along."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None


@contextmanager
def progress_bar(doing: str) -> Iterator[Progress]:
    """A bar on standard error while something takes long; none where it is no terminal."""
    tqdm.monitor_interval = 0  # a thread that looks whether the bar stands still; this one is told
    with tqdm(desc=doing, disable=None, leave=False, delay=0.3) as bar:

        def show(done: int, of: int) -> None:
            bar.total = of
            bar.update(done - bar.n)

        yield show


def table(
    heads: Sequence[str],
    rows: Iterable[Sequence[str]],
    *,
    right: frozenset[int] = frozenset(),
    wraps: int = 1,
    room: int | None = None,
) -> Iterator[str]:
    """Lines of a table; columns in `right` are set to the right.

    The column `wraps` gives way where the terminal is too narrow: it takes several lines, so
    that nothing is cut off.
    """
    cells = [tuple(heads), *(tuple(row) for row in rows)]
    widths = [max(width(row[column]) for row in cells) for column in range(len(heads))]
    if room is not None:
        others = sum(widths) - widths[wraps] + len(_GAP) * (len(heads) - 1)
        widths[wraps] = min(widths[wraps], max(_NARROWEST, room - others))
    for row in cells:
        folded = [
            list(_folded(cell, widths[column])) if column == wraps else [cell]
            for column, cell in enumerate(row)
        ]
        for line in zip_longest(*folded, fillvalue=""):
            set_cells = (
                _set(cell, widths[column], to_right=column in right)
                for column, cell in enumerate(line)
            )
            yield _GAP.join(set_cells).rstrip()


def width(text: str) -> int:
    """How many places `text` takes in a terminal.

    Source: Unicode Standard Annex 11, East Asian Width.
    """
    return sum(map(_places, text))


def _places(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) == "Cf":
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _set(cell: str, places: int, *, to_right: bool) -> str:
    blanks = " " * (places - width(cell))
    return blanks + cell if to_right else cell + blanks


def _folded(cell: str, places: int) -> Iterator[str]:
    """`cell` in lines of at most `places`, cut between words, or anywhere in a long one."""
    line = ""
    for word in cell.split(" "):
        longer = f"{line} {word}" if line else word
        if width(longer) <= places:
            line = longer
            continue
        if line:
            yield line
        line = ""
        for character in word:
            if width(line + character) > places:
                yield line
                line = ""
            line += character
    yield line
