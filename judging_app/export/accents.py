"""Sets text with combining accents over and under the letters that they belong to.

Most accented letters have a glyph of their own. Where one doesn't ("ọ̀"), the face holds a mark
without width, and ReportLab, which reads no positions from a face, would print it beside the
letter.
"""

import struct
import unicodedata
from dataclasses import dataclass
from functools import cache

from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from judging_app.export.fonts import covered_marks, registered, width

_ABOVE, _BELOW = 230, 220
"""Canonical combining classes. Source: Unicode Standard, section 4.3."""

_GAP = 60
"""Between a letter and a mark, in thousandths of the size."""


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a line, with how far it starts right of and above the line's own start."""

    text: str
    right: float = 0
    rise: float = 0


def draw_line(canvas: Canvas, x: float, y: float, text: str, face: str, size: float) -> None:
    """Draw one printable line from its left end, in points."""
    canvas.setFont(face, size)
    if not has_marks(text):
        canvas.drawString(x, y, text)
        return
    # A reader that copies or speaks the text takes it from here, not from the moved pieces.
    actual = text.encode("utf-16-be").hex().upper()
    canvas.addLiteral(f"/Span <</ActualText <FEFF{actual}>>> BDC")
    line = canvas.beginText()
    for run in runs(text, face, size):
        line.setTextOrigin(x + run.right, y)
        line.setRise(run.rise)
        line.textOut(run.text)
    line.setRise(0)
    canvas.drawText(line)
    canvas.addLiteral("EMC")


def has_marks(text: str) -> bool:
    """Whether any accent of `text` has to be placed by hand."""
    return not text.isascii() and not covered_marks().isdisjoint(text)


def runs(text: str, face: str, size: float) -> list[Run]:
    """`text` cut at its combining marks, each of them moved to the letter before it."""
    placed: list[Run] = []
    start = 0
    for position, character in enumerate(text):
        if not unicodedata.combining(character):
            continue
        if text[start:position]:
            placed.append(Run(text[start:position], width(text[:start], face, size)))
        placed.append(_mark(text, position, face, size))
        start = position + 1
    if text[start:]:
        placed.append(Run(text[start:], width(text[:start], face, size)))
    return placed


@dataclass(frozen=True, slots=True)
class _Box:
    """What a glyph covers, in thousandths of the size."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


def _mark(text: str, position: int, face: str, size: float) -> Run:
    base = position - 1
    while base > 0 and unicodedata.combining(text[base]):
        base -= 1
    mark = text[position]
    if base < 0 or unicodedata.combining(text[base]):
        return Run(mark, 0)
    letter, accent = _box(face, text[base]), _box(face, mark)
    before = sum(
        _box(face, other).top - _box(face, other).bottom + _GAP
        for other in text[base + 1 : position]
        if unicodedata.combining(other) == unicodedata.combining(mark)
    )
    right = width(text[:base], face, size) + (letter.middle - accent.middle) * size / 1000
    return Run(mark, right, _rise(unicodedata.combining(mark), letter, accent, before, size))


def _rise(combining: int, letter: _Box, accent: _Box, before: float, size: float) -> float:
    if combining == _ABOVE:
        return (max(0, letter.top + _GAP - accent.bottom) + before) * size / 1000
    if combining == _BELOW:
        return (min(0, letter.bottom - _GAP - accent.top) - before) * size / 1000
    return 0


@cache
def _box(face: str, character: str) -> _Box:
    font: TTFont = registered(face)
    glyph = font.face.charToGlyph[ord(character)]
    start, end = font.face.glyphPos[glyph : glyph + 2]
    if start == end:
        return _Box(0, 0, font.face.charWidths[ord(character)], 0)
    outlines: bytes = _outlines(face)
    scale = 1000 / font.face.unitsPerEm
    # A glyph's outline opens with its count of contours and then its bounding box.
    return _Box(*(edge * scale for edge in struct.unpack_from(">4h", outlines, start + 2)))


@cache
def _outlines(face: str) -> bytes:
    font = registered(face).face
    table: bytes = font.get_table("glyf")  # type: ignore[no-untyped-call]  # its stub is bare
    return table
