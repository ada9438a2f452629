"""What the cells of a column look like, whatever stands above them."""

import re
import unicodedata
from collections.abc import Callable, Collection, Sequence

from judging_app.intake.sheets.sheet import Sheet
from judging_app.intake.tables.words import answer_key, plain, words

MOST_OF_THEM = 0.8
_MOST_LOOKED_AT = 400
_WORDS_OF_A_NAME = range(2, 6)
_LETTERS_OF_A_NAME = range(2, 6)
_LONGEST_NAME = 60
_SHORTEST_SHARED = 3
_WIDE = ("CJK", "HANGUL", "HIRAGANA", "KATAKANA")
_BESIDE_LETTERS = frozenset(" .'’-‐·・")

NEVER, POORLY, WELL = 0, 1, 2
"""How what is in a column suits what its title says."""


class Contents:
    """The cells of the first rows below a sheet's titles, by column and without blank ones."""

    def __init__(self, sheet: Sheet, header: int) -> None:
        self._rows = sheet.rows[header : header + _MOST_LOOKED_AT]
        self._found: dict[int, tuple[str, ...]] = {}

    @property
    def width(self) -> int:
        """How many columns there are."""
        return max(map(len, self._rows), default=0)

    def at(self, place: int) -> tuple[str, ...]:
        """Those of one column."""
        if place not in self._found:
            cells = (row[place].strip() for row in self._rows if place < len(row))
            self._found[place] = tuple(cell for cell in cells if cell)
        return self._found[place]

    def suits(self, column: str, place: int) -> int:
        """Whether the cells of a column may be what its title says; an empty one may, poorly."""
        cells = self.at(place)
        if not cells:
            return POORLY
        if column == "email":
            return WELL if any("@" in cell for cell in cells) else NEVER
        if column in ("consent", "private"):
            return WELL if any(answer_key(cell) in words().answers for cell in cells) else NEVER
        if column in ("role", "title"):
            return NEVER if most(is_form_of_address, cells) else WELL
        if column in ("name", "first_name", "last_name", "team"):
            return POORLY if most(_is_number, cells) else WELL
        return WELL


def most(is_so: Callable[[str], bool], cells: Collection[str]) -> bool:
    """Whether most of some cells are so."""
    return bool(cells) and sum(map(is_so, cells)) >= MOST_OF_THEM * len(cells)


def is_email(text: str) -> bool:
    """Whether it may be an address."""
    return "@" in text[1:-1] and " " not in text


def is_sector(text: str) -> bool:
    """Whether it names a sector in more than one letter."""
    return len(text) > 1 and plain(text) in words().sectors


def is_form_of_address(text: str) -> bool:
    """Whether it is "Ms" and the like."""
    return plain(text) in words().not_people["form_of_address"]


def _is_number(text: str) -> bool:
    return text.isdecimal()


def is_name(text: str) -> bool:
    """Whether it may be somebody's whole name, by its letters."""
    if len(text) > _LONGEST_NAME:
        return False
    letters = [one for one in text if one not in _BESIDE_LETTERS]
    if not letters or not all(unicodedata.category(one)[0] in "LM" for one in letters):
        return False
    if is_wide(text):
        return len(letters) in _LETTERS_OF_A_NAME
    return len(text.split()) in _WORDS_OF_A_NAME


def is_wide(text: str) -> bool:
    """Whether it is in letters of Chinese, Japanese or Korean alone."""
    letters = [one for one in text if one not in _BESIDE_LETTERS]
    return bool(letters) and all(unicodedata.name(one, "").startswith(_WIDE) for one in letters)


def are_names(cells: Sequence[str], emails: Sequence[str] | None) -> bool:
    """Whether a column holds names, each once, which turn up in the addresses beside them."""
    if not most(is_name, cells) or len(set(cells)) < MOST_OF_THEM * len(cells):
        return False
    if emails is None or not any(one.isascii() for one in cells):
        return True
    text = " ".join(email.partition("@")[0] for email in emails).casefold()
    said = set(re.split(r"[^a-z]+", text))
    return sum(_is_in(name, text, said) for name in cells) * 2 >= len(cells)


def _is_in(name: str, text: str, said: Collection[str]) -> bool:
    folded = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().casefold()
    return any(
        word in said or (len(word) >= _SHORTEST_SHARED and word in text)
        for word in re.split(r"[^a-z]+", folded)
        if word
    )
