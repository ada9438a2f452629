"""The faces that papers are set in, and what can be printed and measured with them.

A face of Latin letters is tried first; behind it lie faces of other scripts, each read only when a
name holds a letter of its blocks.
"""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from threading import Lock

from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont

from judging_app.paths import RESOURCES
from judging_app.present.organiser.papers import Unprintable

TEXT_FACE = "Inter"
STRONG_FACE = "Inter-SemiBold"
SERIF_FACE = "Garamond"
SERIF_ITALIC = "Garamond-Italic"
SERIF_NAME = "Garamond-Medium"
SERIF_NAME_ITALIC = "Garamond-MediumItalic"
SERIF_STRONG = "Garamond-SemiBold"

REPLACEMENT = "\N{WHITE SQUARE}"
"""Printed for a character that the faces lack.

They have no glyph for U+FFFD, and a question mark could be taken for a part of the name.
"""

JOINERS = "\u200c\u200d\ufe0e\ufe0f\u2060\ufeff"
"""They shape their neighbours and are never seen themselves."""

_FILES = {
    TEXT_FACE: "Inter_400Regular",
    STRONG_FACE: "Inter_600SemiBold",
    SERIF_FACE: "garamond/EBGaramond_400Regular",
    SERIF_ITALIC: "garamond/EBGaramond_400Regular_Italic",
    SERIF_NAME: "garamond/EBGaramond_500Medium",
    SERIF_NAME_ITALIC: "garamond/EBGaramond_500Medium_Italic",
    SERIF_STRONG: "garamond/EBGaramond_600SemiBold",
}
_LATIN = (TEXT_FACE, STRONG_FACE)
_TABULAR_ZERO = 1357
"""Glyph of the tabular 0 in both files of Inter, 1 to 9 following; found in `tnum`."""


@dataclass(frozen=True, slots=True)
class _Behind:
    """A face of other scripts, and the first and last code points of its blocks."""

    face: str
    blocks: tuple[tuple[int, int], ...]


_BEHIND = (
    _Behind("NotoSansHebrew", ((0x0590, 0x05FF), (0xFB1D, 0xFB4F))),
    _Behind("NotoSansArabic", ((0x0600, 0x077F), (0x08A0, 0x08FF), (0xFB50, 0xFEFC))),
    _Behind("NotoSansDevanagari", ((0x0900, 0x097F), (0xA8E0, 0xA8FF))),
    _Behind("NotoSansThai", ((0x0E00, 0x0E7F),)),
    _Behind("NotoSansKR", ((0x1100, 0x11FF), (0x3130, 0x318F), (0xAC00, 0xD7A3))),
    _Behind("NotoSansSC", ((0x3000, 0x312F), (0x3400, 0x9FFF), (0xF900, 0xFAFF), (0xFF00, 0xFFEF))),
    _Behind("NotoEmoji", ((0x20E3, 0x20E3), (0x2100, 0x2BFF), (0x1F000, 0x1FAFF))),
)


@cache
def load_faces() -> None:
    """Register the two faces that every paper has with ReportLab, once a process."""
    for name in _LATIN:
        registered(name)


def registered(name: str) -> TTFont:
    """The face of this name, known to ReportLab; Inter has figures of one width.

    It is one for the whole process, whichever threads ask for it first: a document that gets a face
    twice can't be written.
    """
    if (font := _faces.get(name)) is None:
        with _registering:
            font = _faces.get(name) or _register(name)
    return font


_faces: dict[str, TTFont] = {}
_registering = Lock()


def _register(name: str) -> TTFont:
    file = _FILES.get(name, f"names/{name}_600SemiBold")
    # Without "readable" the subset holds only the characters that are printed.
    font = TTFont(name, str(RESOURCES / "fonts" / f"{file}.ttf"), asciiReadable=0)
    if name in _LATIN:
        _set_tabular_figures(font)
    registerFont(font)
    _faces[name] = font
    return font


@cache
def face_for(character: str, face: str) -> str | None:
    """The face that prints this character where `face` is wanted; `None` if none has it."""
    code = ord(character)
    for name in (face, STRONG_FACE if face in _STRONG else TEXT_FACE):
        if code in own_characters(name):
            return name
    for behind in _BEHIND:
        if any(first <= code <= last for first, last in behind.blocks) and code in own_characters(
            behind.face
        ):
            return behind.face
    return None


_STRONG = frozenset({STRONG_FACE, SERIF_STRONG, SERIF_NAME, SERIF_NAME_ITALIC})


@cache
def own_characters(face: str) -> Mapping[int, int]:
    """The characters that a face has itself, each with its glyph.

    A copy: what is drawn adds glyphs without a character to the face's own table.
    """
    return dict(registered(face).face.charToGlyph)


def own_glyph(face: str, character: str) -> int | None:
    """The glyph that a face has for a character by itself."""
    return own_characters(face).get(ord(character))


def missing_glyphs(text: str) -> str:
    """Each character of `text` that would be printed as `REPLACEMENT`, once, in its order."""
    if is_plain(text):
        return ""
    wanted = plain(text)
    return "".join(dict.fromkeys(character for character in wanted if not _is_covered(character)))


def printable(text: str) -> str:
    """`text` as it is printed: control characters as blanks, missing ones as `REPLACEMENT`."""
    if is_plain(text):
        return text
    return "".join(c if _is_covered(c) else REPLACEMENT for c in plain(text))


def unprintable(texts: Iterable[str]) -> tuple[Unprintable, ...]:
    """Those of `texts` that hold a missing character, once each, in their order."""
    found = ((text, missing_glyphs(text)) for text in dict.fromkeys(texts))
    return tuple(Unprintable(text, letters) for text, letters in found if letters)


def plain(text: str) -> str:
    """`text` with what has a faithful plainer form in it: ligatures, wide blanks, controls."""
    if is_plain(text):
        return text
    return "".join(_plainer(character) for character in unicodedata.normalize("NFC", text))


@cache
def _plainer(character: str) -> str:
    if _is_covered(character):
        return character
    if character in "\t\r\n":
        return " "
    if unicodedata.decomposition(character).startswith(("<compat>", "<wide>")):
        return unicodedata.normalize("NFKC", character)
    return character


def is_plain(text: str) -> bool:
    """Whether `text` is printed as it is by Inter alone.

    Asked of every text, so without a loop of its own.
    """
    return _covered().issuperset(text) and unicodedata.is_normalized("NFC", text)


def _is_covered(character: str) -> bool:
    if character in _covered() or character in JOINERS:
        return True
    return character >= " " and face_for(character, TEXT_FACE) is not None


@cache
def _covered() -> frozenset[str]:
    faces = [own_characters(name) for name in _LATIN]
    codes = frozenset(faces[0]).intersection(*faces[1:])
    return frozenset(chr(code) for code in codes if code >= ord(" "))


@cache
def widths(face: str) -> dict[str, float]:
    """The width of each character that a face has itself, in thousandths of the size."""
    known: dict[int, float] = registered(face).face.charWidths
    return {chr(code): known[code] for code in own_characters(face)}


@cache
def covered_marks() -> frozenset[str]:
    """The combining accents that Inter has."""
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
