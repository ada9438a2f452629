"""The faces that papers are set in, and what can be printed and measured with them."""

import unicodedata
from collections.abc import Iterable
from functools import cache

from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont

from judging_app.paths import RESOURCES

TEXT_FACE = "Inter"
STRONG_FACE = "Inter-SemiBold"

REPLACEMENT = "\N{WHITE SQUARE}"
"""Printed for a character that the faces lack.

They have no glyph for U+FFFD, and a question mark could be taken for a part of the name.
"""

_FILES = {TEXT_FACE: "Inter_400Regular.ttf", STRONG_FACE: "Inter_600SemiBold.ttf"}
_TABULAR_ZERO = 1357
"""Glyph of the tabular 0 in both files, 1 to 9 following; found in their `tnum` feature."""


@cache
def load_faces() -> None:
    """Register the faces with ReportLab, once a process."""
    for name in _FILES:
        registerFont(registered(name))


@cache
def registered(name: str) -> TTFont:
    """The face of this name, with figures of one width."""
    # Without "readable" the subset holds only the characters that are printed.
    font = TTFont(name, str(RESOURCES / "fonts" / _FILES[name]), asciiReadable=0)
    _set_tabular_figures(font)
    return font


def missing_glyphs(text: str) -> str:
    """Each character of `text` that would be printed as `REPLACEMENT`, once, in its order."""
    if _is_plain(text):
        return ""
    wanted = _plain(text)
    return "".join(dict.fromkeys(character for character in wanted if not _is_covered(character)))


def printable(text: str) -> str:
    """`text` as it is printed: control characters as blanks, missing ones as `REPLACEMENT`."""
    if _is_plain(text):
        return text
    return "".join(c if _is_covered(c) else REPLACEMENT for c in _plain(text))


def unprintable(texts: Iterable[str]) -> tuple[str, ...]:
    """Those of `texts` that hold a missing character, once each, in their order."""
    return tuple(dict.fromkeys(text for text in texts if missing_glyphs(text)))


def width(text: str, face: str, size: float) -> float:
    """How wide printable `text` is, in points."""
    # There is a width for everything that `printable` lets through.
    return sum(map(_widths(face).__getitem__, text)) * size / 1000


def wrapped(text: str, face: str, size: float, room: float) -> list[str]:
    """Printable `text` in lines no wider than `room` points.

    A word that is wider than a whole line is broken wherever it has to be.
    """
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for word in paragraph.split(" "):
            longer = f"{line} {word}" if line else word
            if width(longer, face, size) <= room:
                line = longer
                continue
            if line:
                lines.append(line)
            *whole, line = _pieces(word, face, size, room)
            lines.extend(whole)
        lines.append(line)
    return lines


def _pieces(word: str, face: str, size: float, room: float) -> list[str]:
    pieces = [""]
    for character in word:
        if pieces[-1] and width(pieces[-1] + character, face, size) > room:
            pieces.append("")
        pieces[-1] += character
    return pieces


def _plain(text: str) -> str:
    """`text` with what has a faithful plainer form in it: ligatures, wide blanks, controls."""
    return "".join(_plainer(character) for character in unicodedata.normalize("NFC", text))


@cache
def _plainer(character: str) -> str:
    if _is_covered(character):
        return character
    if character in "\t\r\n":
        return " "
    if character in _JOINERS:
        return ""
    if unicodedata.decomposition(character).startswith(("<compat>", "<wide>")):
        return unicodedata.normalize("NFKC", character)
    return character


_JOINERS = "\u200c\u200d\ufe0e\ufe0f\u2060\ufeff"
"""They shape their neighbours and are never seen themselves."""


def _is_plain(text: str) -> bool:
    """Whether `text` is printed as it is now; asked of every text, so without a loop of its own."""
    return _covered().issuperset(text) and unicodedata.is_normalized("NFC", text)


def _is_covered(character: str) -> bool:
    return character in _covered()


@cache
def _covered() -> frozenset[str]:
    faces = [registered(name).face.charToGlyph for name in _FILES]
    codes = frozenset(faces[0]).intersection(*faces[1:])
    return frozenset(chr(code) for code in codes if code >= ord(" "))


@cache
def _widths(face: str) -> dict[str, float]:
    known: dict[int, float] = registered(face).face.charWidths
    return {chr(code): known[code] for code in known}


@cache
def covered_marks() -> frozenset[str]:
    """The combining accents that the faces have."""
    return frozenset(character for character in _covered() if unicodedata.combining(character))


def _set_tabular_figures(font: TTFont) -> None:
    """Give every digit the same width, so that figures are in columns.

    ReportLab knows nothing of a face's features, but it does look each character up here.
    """
    scale = 1000 / font.face.unitsPerEm
    for digit in range(10):
        glyph = _TABULAR_ZERO + digit
        font.face.charToGlyph[ord("0") + digit] = glyph
        font.face.charWidths[ord("0") + digit] = font.face.hmetrics[glyph][0] * scale
