"""Makes file names that every system accepts out of any names at all."""

import re
import unicodedata
from collections.abc import Iterable

LONGEST_BYTES = 200
"""Of a whole file name in UTF-8; systems stop at 255, and some folders encrypt names longer."""

UNNAMED = "unnamed"

_FORBIDDEN = re.compile(r'[<>:"/\\|?*]+')
_EDGES = " .\u00a0\u3000"
_RESERVED = re.compile(
    r"(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])\s*(\..*)?", re.IGNORECASE
)
"""Source: https://learn.microsoft.com/windows/win32/fileio/naming-a-file"""

_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Cn", "Co", "Zl", "Zp"})


def file_names(stems: Iterable[str], suffix: str) -> tuple[str, ...]:
    """One safe name for each stem, in order, no two of them alike on any system.

    Names that differ in nothing but capitals or the way that an accent is stored are alike; the
    later ones are numbered: "Sam Lee.pdf", "Sam Lee (2).pdf".
    """
    taken: set[str] = set()
    counts: dict[str, int] = {}
    return tuple(_unused(stem, suffix, taken, counts) for stem in stems)


def file_name(stem: str, suffix: str) -> str:
    """A name inside its folder, in NFC: no part of a path, nothing reserved, nothing unseen."""
    return f"{_safe(stem, LONGEST_BYTES - len(suffix.encode()))}{suffix}"


def _unused(stem: str, suffix: str, taken: set[str], counts: dict[str, int]) -> str:
    name = file_name(stem, suffix)
    first = _alike(name)
    while _alike(name) in taken:
        counts[first] = counts.get(first, 1) + 1
        name = _numbered(stem, counts[first], suffix)
    taken.add(_alike(name))
    return name


def _numbered(stem: str, number: int, suffix: str) -> str:
    """`file_name` with a number behind the stem, which gives way to it if there is no room."""
    ending = f" ({number}){suffix}"
    return f"{_safe(stem, LONGEST_BYTES - len(ending.encode()))}{ending}"


def _alike(name: str) -> str:
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())


def _safe(stem: str, most_bytes: int) -> str:
    visible = "".join(_visible(character) for character in unicodedata.normalize("NFC", stem))
    name = _FORBIDDEN.sub("_", " ".join(visible.split())).strip(_EDGES)
    if _RESERVED.fullmatch(name):
        name = f"_{name}"
    return _cut(name, most_bytes).strip(_EDGES) or UNNAMED


def _visible(character: str) -> str:
    if character.isspace():
        return " "
    return "" if unicodedata.category(character) in _INVISIBLE else character


def _cut(name: str, most_bytes: int) -> str:
    """As much of `name` as fits; the part that distinguishes papers with a long name is kept."""
    if len(name.encode()) <= most_bytes:
        return name
    head, dash, tail = name.rpartition(_DASH)
    ending = dash + tail
    if dash and len(ending.encode()) <= most_bytes // 2:
        return _start(head, most_bytes - len(ending.encode())) + ending
    return _start(name, most_bytes)


_DASH = " - "


def _start(name: str, most_bytes: int) -> str:
    """The first letters of `name`, never ending between a letter and its accents."""
    kept = name.encode()[:most_bytes].decode(errors="ignore")
    after = name[len(kept) : len(kept) + 1]
    while kept and after and unicodedata.combining(after):
        kept, after = kept[:-1], kept[-1]
    return kept
