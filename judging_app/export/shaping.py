"""Turns a line of any script into glyphs at their places, by HarfBuzz.

ReportLab knows one glyph a character and nothing of direction. It is told each glyph as a
character of the face: the letter itself where that is its glyph, else one from a private range.
"""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

import uharfbuzz

from judging_app.export.fonts import (
    JOINERS,
    REPLACEMENT,
    STRONG_FACE,
    TEXT_FACE,
    face_for,
    own_characters,
    own_glyph,
    plain,
    registered,
)

LINING = "lnum"
"""Figures as high as capitals, for a numeral that stands alone."""

_PRIVATE, _MORE_PRIVATE, _LAST_PRIVATE = 0xE000, 0x3400, 0xF8FF
_MARK_GAP = 0.04
"""Between a letter and a mark that the face has no place for, in parts of the size."""

_FAR_OFF, _HIGH = 0.06, 0.3
"""How far a mark stands from its letter's middle, and how high a mark is, that is put right."""

_SKIN_TONES = range(0x1F3FB, 0x1F400)


class Glyph(NamedTuple):
    """A character of a face, with its place right of and above the line's start, at 1 pt."""

    face: str
    character: str
    right: float
    rise: float


@dataclass(frozen=True, slots=True)
class Line:
    """A line at 1 pt; `is_readable` says that its glyphs are its letters, one for one."""

    glyphs: tuple[Glyph, ...]
    width: float
    is_readable: bool


@lru_cache(maxsize=16_384)
def shaped(text: str, face: str, feature: str = "") -> Line:
    """The glyphs of one line from left to right, whatever its direction."""
    glyphs: list[Glyph] = []
    right = 0.0
    for run in _in_order_of_sight(_runs(plain(text), face)):
        glyphs += (placed := _Placed(run, feature)).glyphs(right)
        right += placed.width
    is_readable = "".join(glyph.character for glyph in glyphs) == text
    return Line(tuple(glyphs), right, is_readable)


@dataclass(frozen=True, slots=True)
class _Run:
    """Neighbouring letters of one face and one direction."""

    text: str
    face: str
    is_leftward: bool


def _runs(text: str, face: str) -> Sequence[_Run]:
    """The runs of a line in the order in which it is read."""
    if _rightward(face).issuperset(text):
        return [_Run(text, face, is_leftward=False)] if text else []
    runs: list[_Run] = []
    directions = _directions(text)
    for place, character in enumerate(text):
        last = runs[-1] if runs else None
        drawn, wanted = character, None
        if last and (_hangs_on(text, place) or character == " "):
            wanted = last.face if _has(last.face, character) else None
        wanted = wanted or face_for(character, face)
        if wanted is None:
            if character in JOINERS:
                wanted = last.face if last else face
            else:
                drawn, wanted = REPLACEMENT, STRONG_FACE if face == STRONG_FACE else TEXT_FACE
        if last and (last.face, last.is_leftward) == (wanted, directions[place]):
            runs[-1] = _Run(last.text + drawn, wanted, last.is_leftward)
        else:
            runs.append(_Run(drawn, wanted, directions[place]))
    return runs


@cache
def _rightward(face: str) -> frozenset[str]:
    """The letters that a face has itself and that are read from the left."""
    own = map(chr, own_characters(face))
    return frozenset(one for one in own if not _STRONG.get(unicodedata.bidirectional(one)))


def _has(face: str, character: str) -> bool:
    return own_glyph(face, character) is not None or character in JOINERS


def _hangs_on(text: str, place: int) -> bool:
    """Whether a character is drawn as a part of the one before it."""
    character = text[place]
    return bool(
        unicodedata.combining(character)
        or character in JOINERS
        or ord(character) in _SKIN_TONES
        or (place and text[place - 1] == "\u200d")
    )


def _directions(text: str) -> list[bool]:
    """Whether each letter is read leftward.

    Names hold no marks of direction (`domain.names`), so this is the core of UAX 9: blanks and
    signs go with neighbours that agree, else with the line; figures are read rightward.
    """
    strong = [_STRONG.get(unicodedata.bidirectional(character)) for character in text]
    line = next((one for one in strong if one is not None), False)
    found: list[bool] = []
    before = line
    for place, (character, own) in enumerate(zip(text, strong, strict=True)):
        kind = unicodedata.bidirectional(character)
        if own is not None:
            found.append(own)
            before = own
        elif kind == "NSM" and found:
            found.append(found[-1])
        elif kind == "EN":
            found.append(False)
        else:
            after = next((one for one in strong[place + 1 :] if one is not None), line)
            found.append(before if before == after else line)
    return found


_STRONG = {"R": True, "AL": True, "L": False}


def _in_order_of_sight(runs: Sequence[_Run]) -> Iterator[_Run]:
    """Runs from left to right: a leftward line whole, else each stretch of leftward runs."""
    strong = next((run for run in runs if run.text.strip()), None)
    if strong is not None and strong.is_leftward:
        yield from reversed(runs)
        return
    stretch: list[_Run] = []
    for run in runs:
        if run.is_leftward:
            stretch.append(run)
            continue
        yield from reversed(stretch)
        stretch = []
        yield run
    yield from reversed(stretch)


class _Placed:
    """A run as HarfBuzz sets it, with marks put right that the face has no place for."""

    def __init__(self, run: _Run, feature: str) -> None:
        self._run, self._face, self._own = run, _face(run.face), own_characters(run.face)
        self._figures = {} if feature else _figures(run.face)
        self._scale = 1 / registered(run.face).face.unitsPerEm
        buffer = uharfbuzz.Buffer()
        buffer.add_str(run.text)
        buffer.guess_segment_properties()
        if run.is_leftward:
            buffer.direction = "rtl"
        features = {"kern": True, "liga": False, "clig": False, "dlig": False}
        if run.face not in _WITH_ANCHORS:
            features["calt"] = False  # it draws another hyphen between capitals
        uharfbuzz.shape(self._face, buffer, {**features, feature: True} if feature else features)
        self._found = [*zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)]
        self._letters = [self._letter(info) for info, _ in self._found]
        self._advances = [
            self._figures.get(letter) or at.x_advance * self._scale
            for letter, (_, at) in zip(self._letters, self._found, strict=True)
        ]
        self.width = sum(self._advances)

    def glyphs(self, start: float) -> Iterator[Glyph]:
        """The glyphs, `start` right of the line's own start."""
        base: tuple[float, uharfbuzz.GlyphExtents] | None = None
        face, has_marks = self._run.face, not all(self._advances)
        placed = zip(self._letters, self._found, self._advances, strict=True)
        for letter, (info, at), advance in placed:
            right, rise = start + at.x_offset * self._scale, at.y_offset * self._scale
            if has_marks:
                extents = self._face.get_glyph_extents(info.codepoint)
                if extents and advance:
                    base = right, extents
                elif base and extents and extents.width and face not in _WITH_ANCHORS:
                    right, rise = self._over(base, extents, right, rise)
            yield Glyph(face, letter, right, rise)
            start += advance

    def _over(
        self,
        base: tuple[float, uharfbuzz.GlyphExtents],
        mark: uharfbuzz.GlyphExtents,
        right: float,
        rise: float,
    ) -> tuple[float, float]:
        """Where a mark above goes that stands beside its letter."""
        scale, (at, letter) = self._scale, base
        middle = at + (letter.x_bearing + letter.width / 2) * scale
        own_middle = (mark.x_bearing + mark.width / 2) * scale
        if abs(right + own_middle - middle) <= _FAR_OFF or mark.y_bearing * scale <= _HIGH:
            return right, rise
        above = letter.y_bearing * scale + _MARK_GAP - (mark.y_bearing + mark.height) * scale
        return middle - own_middle, max(rise, above)

    def _letter(self, info: uharfbuzz.GlyphInfo) -> str:
        """The letter itself, where the face draws it so, else one of the private range."""
        letter = self._run.text[info.cluster]
        is_own = self._own.get(ord(letter)) == info.codepoint and letter <= "\uffff"
        if is_own or letter in self._figures:
            return letter
        return _private(self._run.face, info.codepoint)


@cache
def _figures(face: str) -> Mapping[str, float]:
    """The width of each figure, where the face was given figures of one width."""
    known: Mapping[int, float] = registered(face).face.charWidths
    return {one: known[ord(one)] / 1000 for one in "0123456789"} if face in _TABULAR else {}


_TABULAR = frozenset({TEXT_FACE, STRONG_FACE})
_WITH_ANCHORS = frozenset(
    {"NotoSansHebrew", "NotoSansArabic", "NotoSansThai", "NotoSansDevanagari", "NotoSansKR"}
)
"""Faces that place all their marks themselves."""


@cache
def _face(name: str) -> uharfbuzz.Font:
    # What ReportLab has read already; its stub doesn't know of it.
    data: bytes = registered(name).face._ttf_data  # type: ignore[attr-defined]  # noqa: SLF001
    return uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob(data)))


@cache
def _private(name: str, glyph: int) -> str:
    """A character for a glyph that has none, the same in every process and for every paper.

    ReportLab counts them up as they come, which makes a paper depend on those before it.
    """
    face = registered(name).face
    code = _PRIVATE + glyph
    if code > _LAST_PRIVATE or own_glyph(name, chr(code)) is not None:
        code = _MORE_PRIVATE + glyph
    while own_glyph(name, chr(code)) is not None:
        code += 1
    face.charToGlyph[code] = glyph
    face.charWidths[code] = face.hmetrics[glyph][0] * 1000 / face.unitsPerEm
    return chr(code)
