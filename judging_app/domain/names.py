"""What names and remarks may be: any script, but nothing that can't be shown or printed."""

import re
import unicodedata

from judging_app.errors import DeskError, UnusableNameError

LONGEST = 200
"""Characters; a longer name can't be printed on one line at a size that can be read."""

_MOST_SHOWN = 40
_BLANKS = re.compile(r"[ \t\r\n]+")
_OVERRIDES = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Bidirectional controls: they show one name and store another."""

_FIRST_LETTERS = re.compile(
    r"(?<=\s)\W*?([^\W\d_][\u0300-\u036f\u064b-\u0652\u0900-\u0903\u093a-\u094f]*)"
)


def tidy(text: str) -> str:
    """`text` in NFC with stray blanks removed; no letter is changed.

    Raises:
        UnusableNameError: if what remains is too long or holds control characters.
    """
    if text.isascii() and text.isprintable() and "  " not in text and len(text) <= LONGEST:
        return text.strip(" ")  # as most names are, and at once
    name = _BLANKS.sub(" ", unicodedata.normalize("NFC", text)).strip()
    if len(name) > LONGEST:
        raise UnusableNameError(
            f"“{_shown(name)}…” has {len(name)} characters. Shorten it to {LONGEST} or fewer."
        )
    if not name.isprintable() and any(_is_unusable(character) for character in name):
        raise UnusableNameError(
            f"“{_shown(name)}” contains characters that can’t be shown. Type the name again "
            "without them."
        )
    return name


def tidy_name(text: str) -> str:
    """`tidy`, for a name that must not be empty.

    Raises:
        UnusableNameError: also if nothing remains.
    """
    name = tidy(text)
    if not name_key(name):
        raise UnusableNameError("The name is empty. Type a name.")
    return name


def same_name(one: str, other: str) -> bool:
    """Whether two names differ in nothing but capitals and blanks."""
    return name_key(one) == name_key(other)


def name_key(name: str) -> str:
    """What two spellings of one name have in common, without what can't be seen of either."""
    if name.isascii():  # nothing of it can't be seen, and there is one way to write it
        return " ".join(name.casefold().split())
    seen = "".join(letter for letter in name if unicodedata.category(letter) != "Cf")
    return unicodedata.normalize("NFC", " ".join(seen.split()).casefold())


class NameKeys(dict[str, str]):
    """`name_key` of names that are looked up again and again, for as long as somebody has this."""

    def __missing__(self, name: str) -> str:
        """Work it out once."""
        key = self[name] = name_key(name)
        return key


def look(name: str) -> str:
    """What two names have in common that nobody can tell apart, whatever letters they are of."""
    return name_key(unicodedata.normalize("NFKC", name).translate(_ALIKE))


_ALIKE = str.maketrans(
    "АВЕЅІЈКМНОРСТУХаеѕіјорсухһԁԛԝ" + "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονι",
    "ABESIJKMHOPCTYXaesijopcyxhdqw" + "ABEZHIKMNOPTYXovi",
)
"""Cyrillic letters, then Greek ones, and the Latin letters that look the same.

Source: https://www.unicode.org/reports/tr39/#Confusable_Detection, those of common faces.
"""


def _shown(name: str) -> str:
    start = name[:_MOST_SHOWN]
    return "".join("\N{REPLACEMENT CHARACTER}" if _is_unusable(c) else c for c in start)


def _is_unusable(character: str) -> bool:
    return character in _OVERRIDES or unicodedata.category(character) in ("Cc", "Cs", "Cn")


LONGEST_REMARK = 4000
"""Characters; some two pages of a feedback sheet."""


def initials(name: str) -> str:
    """The first letter of each word with its marks, a full stop behind each: "A. M."."""
    return " ".join(f"{found[1]}." for found in _FIRST_LETTERS.finditer(f" {name}"))


def remark(text: str) -> str:
    """`text` without blanks around it; it is refused where it can't be kept, never cut.

    Raises:
        DeskError: if it is too long or holds characters that can't be shown.
    """
    said = text.strip()
    if len(said) > LONGEST_REMARK:
        raise DeskError(
            f"The text has {len(said)} characters. Shorten it to {LONGEST_REMARK} or fewer."
        )
    if any(_is_unusable_in_remark(letter) for letter in said):
        raise DeskError("The text contains characters that can’t be shown. Type it again.")
    return said


def _is_unusable_in_remark(letter: str) -> bool:
    # A lone surrogate (Cs) has no UTF-8, so neither the tables nor a digest can take it.
    return letter not in "\n\t" and unicodedata.category(letter) in ("Cc", "Cs")
