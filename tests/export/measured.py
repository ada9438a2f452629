"""Measures letters on a page: how large they are, and how they stand out from what is below."""

from collections import Counter
from collections.abc import Iterable, Iterator
from ctypes import byref, c_double, c_uint
from dataclasses import dataclass
from math import hypot
from typing import NamedTuple

import pypdfium2
from PIL import Image, ImageChops
from pypdfium2 import raw

from judging_app.present.contrast import contrast

_SCALE = 2
"""Pixels a point."""

_INK = 160
"""How far a pixel has to change by a letter, of 765, to lie under its ink rather than its edge."""


@dataclass(frozen=True, slots=True)
class Printed:
    """Letters that stand together, with their size in points and the least of their contrasts."""

    page: int
    text: str
    size: float
    contrast: float


def printed(content: bytes) -> Iterator[Printed]:
    """All that can be read on the pages, line by line."""
    with pypdfium2.PdfDocument(content) as document:
        for number, page in enumerate(document, 1):
            letters = [*_letters(page)]
            with_text = _picture(page)
            for one in page.get_objects([raw.FPDF_PAGEOBJ_TEXT], max_depth=9):
                raw.FPDFTextObj_SetTextRenderMode(one.raw, raw.FPDF_TEXTRENDERMODE_INVISIBLE)
            ground = _picture(page)
            for run in _together(letters):
                _, size, colour, _ = run[0]
                # Of words that go round, it is only known where the last stroke stands.
                for boxes in ([letter.box for letter in run], [_round_it(run[-1])]):
                    found = [_least(with_text, ground, colour, box) for box in boxes]
                    if known := [one for one in found if one]:
                        break
                text = "".join(letter.text for letter in run)
                yield Printed(number, text, size, min(known, default=0))


_Box = tuple[int, int, int, int]


class _Letter(NamedTuple):
    text: str
    size: float
    colour: str
    box: _Box


def _letters(page: pypdfium2.PdfPage) -> Iterator[_Letter]:
    high = page.get_height()
    text = page.get_textpage()
    for at in range(text.count_chars()):
        letter = text.get_text_range(at, 1)
        if not letter.strip() or raw.FPDFText_IsGenerated(text.raw, at) == 1:
            continue
        matrix = raw.FS_MATRIX()
        raw.FPDFText_GetMatrix(text.raw, at, byref(matrix))
        size = raw.FPDFText_GetFontSize(text.raw, at) * hypot(matrix.c, matrix.d)
        channels = [c_uint() for _ in range(4)]
        raw.FPDFText_GetFillColor(text.raw, at, *map(byref, channels))
        edges = [c_double() for _ in range(4)]
        raw.FPDFText_GetCharBox(text.raw, at, *map(byref, edges))
        left, right, below, above = (one.value * _SCALE for one in edges)
        box = (
            int(left),
            int(high * _SCALE - above),
            int(right) + 1,
            int(high * _SCALE - below) + 1,
        )
        colour = "#" + "".join(f"{one.value:02x}" for one in channels[:3])
        yield _Letter(letter, round(size * 2) / 2, colour, box)


def _together(letters: Iterable[_Letter]) -> Iterator[list[_Letter]]:
    """Neighbours of one size and colour in one line."""
    run: list[_Letter] = []
    for letter in letters:
        if run and not _belong(run[-1], letter):
            yield run
            run = []
        run.append(letter)
    if run:
        yield run


def _round_it(letter: _Letter) -> _Box:
    left, above, right, below = letter.box
    away = int(4 * letter.size * _SCALE)
    return left - away, above - away, right + away, below + away


def _belong(one: _Letter, other: _Letter) -> bool:
    is_in_line = one.box[1] <= other.box[3] and other.box[1] <= one.box[3]
    return is_in_line and (one.size, one.colour) == (other.size, other.colour)


def _picture(page: pypdfium2.PdfPage) -> Image.Image:
    picture: Image.Image = page.render(scale=_SCALE).to_pil()
    return picture.convert("RGB")


def _least(with_text: Image.Image, ground: Image.Image, colour: str, box: _Box) -> float | None:
    """The contrast with the worst of what lies under the ink, but for a hundredth of it."""
    under = ground.crop(box)
    below = under.tobytes()
    changed = ImageChops.difference(with_text.crop(box), under).tobytes()
    pixels = (slice(at, at + 3) for at in range(0, len(below), 3))
    inked = Counter(below[one] for one in pixels if sum(changed[one]) > _INK)
    spared = sum(inked.values()) // 100
    for found, count in sorted((contrast(colour, f"#{one.hex()}"), n) for one, n in inked.items()):
        if count > spared:
            return found
        spared -= count
    return None
