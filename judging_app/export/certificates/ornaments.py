"""Seals, stars, ribbons and engraved borders: lines that are computed, never pictures."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from math import cos, pi, radians, sin

from judging_app.export.certificates.page import POINT, WHITE, Page, Point, width_mm
from judging_app.export.fonts import SERIF_NAME, STRONG_FACE
from judging_app.export.lines import read_as
from judging_app.export.shaping import LINING, shaped

_SCALLOPS = 40
_STRANDS = 6
_WAVE = 9.0
_STEPS_A_WAVE = 12
_LEAST_ON_RING = 5.4


@dataclass(frozen=True, slots=True)
class Sealed:
    """What a seal says: on its ring above and below, and in the middle.

    A place is a numeral with its ending; an award has a star.
    """

    above: str
    below: str
    middle: str
    ending: str = ""
    is_star: bool = False


def star(page: Page, x: float, y: float, radius: float, colour: str) -> None:
    """A star of five points."""
    points = [
        (
            x + radius * (1 if turn % 2 == 0 else 0.42) * sin(turn * pi / 5),
            y - radius * (1 if turn % 2 == 0 else 0.42) * cos(turn * pi / 5),
        )
        for turn in range(10)
    ]
    page.shape(points, colour)


def ribbon(page: Page, x: float, wide: float, high: float, colour: str) -> None:
    """A ribbon that hangs from the upper edge, notched at its end."""
    points = [(x, -3), (x + wide, -3), (x + wide, high), (x + wide / 2, high - 7), (x, high)]
    page.shape(points, colour)


def scalloped_seal(
    page: Page, x: float, y: float, radius: float, said: Sealed, colour: str, *, is_filled: bool
) -> None:
    """A seal with a scalloped rim and words round it."""
    lines = WHITE if is_filled else colour
    rim = [_on(x, y, radius + 0.025 * radius * cos(_SCALLOPS * a), a) for a in _round(320)]
    page.shape(rim, colour if is_filled else "", colour, 0.6)
    for part, weight in ((0.93, 0.3), (0.64, 0.6), (0.61, 0.25)):
        page.circle(x, y, radius * part, line=lines, weight=weight)
    _ring(page, x, y, radius * 0.72, said.above, 8 * radius / 17, 3.0, lines, is_above=True)
    _ring(page, x, y, radius * 0.855, said.below, 7 * radius / 17, 2.6, lines, is_above=False)
    _middle(page, x, y, radius, said, lines)


def _middle(page: Page, x: float, y: float, radius: float, said: Sealed, colour: str) -> None:
    if said.is_star:
        star(page, x, y + 0.3, radius * 0.36, colour)
        return
    size = (34 if said.ending else 26) * radius / 17
    while width_mm(said.middle + said.ending, SERIF_NAME, size, feature=LINING) > radius * 1.05:
        size -= 1
    foot = y + 0.325 * size * POINT
    ending = width_mm(said.ending, SERIF_NAME, size * 0.38) + 0.3 if said.ending else 0
    left = x - (width_mm(said.middle, SERIF_NAME, size, feature=LINING) + ending) / 2
    wide = page.text(left, foot, said.middle, SERIF_NAME, size, colour, feature=LINING)
    if said.ending:
        rise = size * 0.36 * POINT
        page.text(left + wide + 0.3, foot - rise, said.ending, SERIF_NAME, size * 0.38, colour)


def _ring(
    page: Page,
    x: float,
    y: float,
    radius: float,
    text: str,
    size: float,
    span: float,
    colour: str,
    *,
    is_above: bool,
) -> None:
    """Words on a circle, smaller where they are long; left out where even that is too long."""
    least = size * _LEAST_ON_RING / 8
    while text and size >= least and width_mm(text, STRONG_FACE, size, 0.08) > radius * span:
        size -= 0.25
    if not text or size < least:
        return
    half = width_mm(text, STRONG_FACE, size, 0.08) / radius / 2
    glyphs = shaped(text, STRONG_FACE).glyphs
    edges = [*(glyph.right for glyph in glyphs[1:]), shaped(text, STRONG_FACE).width]
    page.canvas.addLiteral(read_as(text))
    for number, (glyph, edge) in enumerate(zip(glyphs, edges, strict=True)):
        middle = ((glyph.right + edge) / 2 + 0.08 * number) * size * POINT / radius
        angle = pi / 2 + half - middle if is_above else -pi / 2 - half + middle
        page.canvas.saveState()
        page.turned(*_on(x, y, radius, -angle), angle - pi / 2 if is_above else angle + pi / 2)
        left = -(edge - glyph.right) / 2 * size
        page.letter(left, glyph.character, glyph.face, size, colour)
        page.canvas.restoreState()
    page.canvas.addLiteral("EMC")


def rosette_seal(
    page: Page, x: float, y: float, radius: float, said: Sealed, colour: str, *, is_filled: bool
) -> None:
    """A seal of interlaced curves, as engraved."""
    for phase in range(4):
        for part in (1, 0.9):
            curve = [
                _on(x, y, radius * part * (0.88 + 0.12 * cos(24 * a + phase * pi / 2)), a)
                for a in _round(720)
            ]
            page.shape(curve, line=colour, weight=0.35)
    page.circle(x, y, radius * 0.7, colour if is_filled else WHITE, colour, 0.9)
    page.circle(x, y, radius * 0.65, line=WHITE if is_filled else colour, weight=0.4)
    if said.is_star:
        star(page, x, y, radius * 0.36, colour)
        return
    size = (38 if said.ending else 21) * radius / 16
    while width_mm(said.middle, SERIF_NAME, size, feature=LINING) > radius * 1.1:
        size -= 1
    foot = y + 0.325 * size * POINT
    ink = WHITE if is_filled else colour
    page.text(x, foot, said.middle, SERIF_NAME, size, ink, "c", feature=LINING)


def engraved_border(page: Page, inset: float, wide: float, colour: str) -> None:
    """Sine strands along each side, in whole waves so that the corners meet, and rosettes."""
    across, down = page.wide - 2 * (inset + wide), page.high - 2 * (inset + wide)
    near, far_x, far_y = (
        inset + wide / 2,
        page.wide - inset - wide / 2,
        page.high - inset - wide / 2,
    )
    for y in (near, far_y):
        _strands(page, (inset + wide, y), across, wide / 2 - 0.6, colour, is_across=True)
    for x in (near, far_x):
        _strands(page, (x, inset + wide), down, wide / 2 - 0.6, colour, is_across=False)
    for edge, weight in ((0, 0.9), (wide, 0.9), (wide + 1.1, 0.3)):
        page.frame(inset + edge, colour, weight)
    for x in (near, far_x):
        for y in (near, far_y):
            _corner(page, x, y, wide, colour)


def _strands(
    page: Page, start: Point, length: float, height: float, colour: str, *, is_across: bool
) -> None:
    for curve in _waves(length, height):
        points = [(along, off) if is_across else (off, along) for along, off in curve]
        moved = [(start[0] + x, start[1] + y) for x, y in points]
        page.shape(moved, line=colour, weight=0.25, is_closed=False)


@cache
def _waves(length: float, height: float) -> tuple[tuple[Point, ...], ...]:
    """Strands of whole waves, each as points along and across."""
    waves = round(length / _WAVE)
    steps = waves * _STEPS_A_WAVE
    return tuple(
        tuple(
            (
                length * step / steps,
                height * part * sin(2 * pi * waves * step / steps + phase * pi / 3),
            )
            for step in range(steps + 1)
        )
        for phase in range(_STRANDS)
        for part in (1, 0.55)
    )


def _corner(page: Page, x: float, y: float, wide: float, colour: str) -> None:
    half = wide / 2
    page.shape(
        [(x - half, y - half), (x + half, y - half), (x + half, y + half), (x - half, y + half)],
        WHITE,
        colour,
        0.9,
    )
    for part in (0.9, 0.55):
        for phase in range(3):
            curve = [
                _on(x, y, (half - 0.7) * part * (0.78 + 0.22 * cos(8 * a + phase * 2 * pi / 3)), a)
                for a in _round(180)
            ]
            page.shape(curve, line=colour, weight=0.25)


def _round(steps: int) -> Iterator[float]:
    return (radians(360 * step / steps) for step in range(steps))


def _on(x: float, y: float, radius: float, angle: float) -> Point:
    return x + radius * cos(angle), y + radius * sin(angle)
