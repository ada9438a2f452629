"""Measures, wraps and draws single lines of any script."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from weakref import WeakKeyDictionary

from reportlab.pdfgen.canvas import Canvas

from judging_app.export.fonts import covered_marks, is_plain, registered, widths
from judging_app.export.shaping import Glyph, Line, shaped

_SAME = 0.0005
"""Parts of the size by which a glyph may stand off where the one before it ends."""


def width(text: str, face: str, size: float) -> float:
    """How wide printable `text` is, in points."""
    if is_plain(text) and not _has_marks(text):
        return sum(map(widths(face).__getitem__, text)) * size / 1000
    return shaped(text, face).width * size


def _has_marks(text: str) -> bool:
    """Whether any accent of `text` has to be placed by hand."""
    return not text.isascii() and not covered_marks().isdisjoint(text)


def draw_line(canvas: Canvas, x: float, y: float, text: str, face: str, size: float) -> None:
    """Draw one printable line from its left end, in points."""
    if is_plain(text) and not _has_marks(text):
        canvas.setFont(face, size)
        canvas.drawString(x, y, text)
        return
    draw_shaped(canvas, x, y, text, face, size)


def draw_shaped(
    canvas: Canvas,
    x: float,
    y: float,
    text: str,
    face: str,
    size: float,
    *,
    track: float = 0,
    feature: str = "",
    is_quoted: bool = False,
) -> None:
    """Draw one line with its letters kerned, joined and in their direction.

    `track` is added between letters, in parts of the size. A reader that copies or speaks it gets
    the line's own text, where its glyphs don't say it, or so far apart that they would be read one
    by one; `is_quoted` gives it in any case.
    """
    line = shaped(text, face, feature)
    is_quoted = is_quoted or track > _APART or not line.is_readable
    drawn = _drawn(canvas, line, size, track)
    placed = f"BT 1 0 0 1 {x:.3f} {y:.3f} Tm {drawn} ET"
    canvas.addLiteral(f"{read_as(text)} {placed} EMC" if is_quoted else placed)


def read_as(text: str) -> str:
    """Begins what a reader that copies or speaks it takes for `text`, up to the next EMC."""
    return f"/Span <</ActualText <FEFF{text.encode('utf-16-be', 'replace').hex().upper()}>>> BDC"


_APART = 0.1
"""From here on a reader takes what is between two letters for a blank."""


def tracked_width(text: str, face: str, size: float, track: float = 0, feature: str = "") -> float:
    """How wide a shaped line is, in points."""
    line = shaped(text, face, feature)
    return (line.width + track * max(0, len(line.glyphs) - 1)) * size


def _drawn(canvas: Canvas, line: Line, size: float, track: float) -> str:
    """The operators that set a line from where the text stands, made once a document."""
    kept = _kept.setdefault(_document(canvas), {})
    key = (id(line), size, track)
    if key not in kept:
        kept[key] = (line, " ".join(_operators(canvas, line, size, track)))
    return kept[key][1]


_kept: WeakKeyDictionary[object, dict[tuple[int, float, float], tuple[Line, str]]] = (
    WeakKeyDictionary()
)


def _operators(canvas: Canvas, line: Line, size: float, track: float) -> Iterator[str]:
    pen, font, rise, pieces, number = 0.0, "", 0.0, "", 0
    for name, group in groupby(line.glyphs, key=attrgetter("face")):
        glyphs = [*group]
        wide = registered(name).face.charWidths
        for glyph, (wanted, code) in zip(glyphs, _coded(canvas, name, glyphs), strict=True):
            if wanted != font or glyph.rise != rise:
                if pieces:
                    yield f"[<{pieces}>] TJ"
                if wanted != font:
                    yield f"{wanted} {size:g} Tf"
                if glyph.rise != rise:
                    yield f"{glyph.rise * size:.3f} Ts"
                font, rise, pieces = wanted, glyph.rise, ""
            at = glyph.right + track * number
            if abs(at - pen) > _SAME:
                pieces += f">{(pen - at) * 1000:.0f}<"
            pieces += f"{code:02X}"
            pen = at + wide[ord(glyph.character)] / 1000
            number += 1
    if pieces:
        yield f"[<{pieces}>] TJ"
    if rise:
        yield "0 Ts"


def _coded(canvas: Canvas, face: str, glyphs: Sequence[Glyph]) -> Iterator[tuple[str, int]]:
    """Each glyph as the document's name for its part of the face, and its code there."""
    document, font = _document(canvas), registered(face)
    for subset, codes in font.splitString("".join(one.character for one in glyphs), document):
        name = font.getSubsetInternalName(subset, document)
        for code in codes:
            yield name, code


def _document(canvas: Canvas) -> object:
    """The document being written, whose own the subset of each face is; the stub hides it."""
    document: object = canvas._doc  # type: ignore[attr-defined]  # noqa: SLF001 - as said above
    return document


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


def unbroken(text: str, face: str, size: float, room: float, least: float) -> float:
    """The size, no less than `least`, at which no word of `text` has to be broken."""
    longest = max((width(word, face, 1) for word in text.split()), default=0.0)
    fitting = int(2 * room / longest) / 2 if longest else size
    return size if fitting >= size else fitting if fitting >= least else size


def _pieces(word: str, face: str, size: float, room: float) -> list[str]:
    pieces = [""]
    for character in word:
        if pieces[-1] and width(pieces[-1] + character, face, size) > room:
            pieces.append("")
        pieces[-1] += character
    return pieces
