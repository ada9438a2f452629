"""The three designs from a left axis: modern, bold and the letterhead."""

from collections.abc import Sequence

from reportlab.lib.units import mm

from judging_app.domain.papers.certificates import CertificateKind
from judging_app.export.certificates.blocks import Block
from judging_app.export.certificates.column import Column, issuer, manner, member_blocks, set_words
from judging_app.export.certificates.fitting import balanced
from judging_app.export.certificates.ornaments import (
    ribbon,
    star,
)
from judging_app.export.certificates.page import INK, POINT, QUIET, WHITE, width_mm
from judging_app.export.certificates.sheet import (
    Sheet,
    Style,
    result_code,
    sign,
    words,
)
from judging_app.export.fonts import STRONG_FACE, TEXT_FACE
from judging_app.export.shaping import LINING
from judging_app.present.contrast import SHAPE, TEXT, contrast, darkened, lightened, mixed
from judging_app.present.organiser.certificates import CertificateRow
from judging_app.words import ordinal

_GROUND_TEXT = 5.2
"""The least contrast of white on a ground that fills the page."""


def modern(sheet: Sheet, row: CertificateRow) -> None:
    """A ribbon from the upper edge, and everything from one axis beside it."""
    page, is_upright = sheet.page, sheet.page.is_upright
    margin, axis = (20, 66) if is_upright else (24, 84)
    line = page.high - 40
    page.shared(f"modern{manner(row)}", lambda: _modern_round(sheet, row, margin, axis, line))
    column = Column(
        axis,
        page.wide - margin,
        46,
        line - 18,
        sheet.align,
        0.5 if row.members else 0.42,
    )
    shrink = 0.82 if is_upright else 1.0
    largest = 44 if row.members else 56
    style = Style(
        steps=((largest * shrink, 38 * shrink), (44 * shrink, 28 * shrink), (30 * shrink, 19)),
        title_size=24 if row.place else 17,
        title_face=sheet.faces.strong,
        lead_size=14,
        lead_face=sheet.faces.text,
        body_size=15,
        ink=sheet.ink,
        name_track=-0.018,
        body_room=165,
        gaps=(0.5, 3 if row.members else 5, 3 if row.members else 5),
        leading=1.45,
    )

    def build(scale: float) -> Sequence[Block]:
        middle = words(sheet, row, style, column.room, scale=scale)
        return [*middle, *member_blocks(sheet, row, column, 13 * scale, 1 if is_upright else 2)]

    set_words(sheet, column, build)


def _modern_round(
    sheet: Sheet, row: CertificateRow, margin: float, axis: float, line: float
) -> None:
    page, high = sheet.page, 84 if sheet.page.is_upright else 72
    middle = margin + 17
    if sheet.design.has_border:
        ribbon(page, margin, 34, high, sheet.ink)
        _on_ribbon(sheet, row, middle, high)
    issuer(sheet, axis, 22, 12, "l", high=12)
    room = page.wide - axis - margin
    who = sheet.design.signatures
    wide = min(66, (room - 12 * max(0, len(who) - 1)) / max(1, len(who)))
    for number, one in enumerate(who):
        sign(sheet, one, axis + number * (wide + 12), line, wide, "l")
    _date_and_place(sheet, margin, axis - margin - 6, line + 10.2)
    result_code(sheet, page.wide - margin, page.high - 14, "r")


def _on_ribbon(sheet: Sheet, row: CertificateRow, x: float, high: float) -> None:
    page = sheet.page
    if row.place:
        page.text(x, high - 22, str(row.place), STRONG_FACE, 92, WHITE, "c", feature=LINING)
        word = _PLACES.get(row.place, ordinal(row.place))
        page.text(x, high - 13, word, STRONG_FACE, 13, WHITE, "c")
    elif row.kind is CertificateKind.AWARDS:
        is_seen = contrast(sheet.accent, sheet.ink) >= SHAPE
        star(page, x, high - 31, 11, sheet.accent if is_seen else WHITE)
        page.text(x, high - 13, "Award", STRONG_FACE, 12, WHITE, "c")
    elif sheet.occasion.year:
        page.text(x, high - 14, sheet.occasion.year, STRONG_FACE, 26, WHITE, "c", track=-0.01)


_PLACES = {1: "First", 2: "Second", 3: "Third"}


def _date_and_place(sheet: Sheet, x: float, room: float, foot: float) -> None:
    """Two small labels with what they name, the last line on `foot`."""
    said, lines = sheet.occasion, list[tuple[str, float, str, float]]()
    for label, value in (("Date", said.date), ("Place", said.venue)):
        if value:
            lines.append((label, 10, QUIET, 7.4 if lines else 0))
            lines += [(line, 12, INK, 5.3) for line in balanced(value, sheet.faces.text, 12, room)]
    y = foot - sum(line[3] for line in lines)
    for text, size, colour, down in lines:
        y += down
        sheet.page.text(x, y, text, sheet.faces.text, size, colour)


def bold(sheet: Sheet, row: CertificateRow) -> None:
    """A ground in the event’s colour with the place as a numeral, and a white foot."""
    page, is_upright = sheet.page, sheet.page.is_upright
    ground = darkened(sheet.main, WHITE, _GROUND_TEXT)
    accent = lightened(sheet.accent, ground, TEXT)
    margin, high = (20, page.high - 74) if is_upright else (24, page.high - 58)
    page.shared(f"bold{manner(row)}", lambda: _bold_round(sheet, row, margin, high))
    taken = 0.0
    if row.place and not is_upright:
        taken = _numeral(sheet, row, high - 34, margin, high, accent)
    elif not is_upright:
        taken = 66
    column = Column(
        margin,
        page.wide - margin - taken,
        24 if is_upright else 18,
        high - (30 if is_upright else 13),
        "l",
        0 if is_upright else 0.5,
    )
    style = Style(
        steps=((46, 34), (40, 24), (30, 18)) if row.members else ((62, 38), (48, 28), (32, 19)),
        title_size=28 if row.place else 24,
        title_face=sheet.faces.strong,
        lead_size=13,
        lead_face=sheet.faces.text,
        body_size=15,
        ink=accent,
        text=WHITE,
        quiet=WHITE,
        name_track=-0.018,
        body_room=150,
        gaps=(0.5, 2.5 if row.members else 4, 3 if row.members else 5),
        leading=1.42,
    )

    def build(scale: float) -> Sequence[Block]:
        middle = words(sheet, row, style, column.room, scale=scale)
        return [*middle, *member_blocks(sheet, row, column, 12.5 * scale, 2 - is_upright, WHITE)]

    used = set_words(sheet, column, build)
    if row.place and is_upright:
        tall = max(40.0, min(120.0, high - 17 - 24 - used - 9))
        _numeral(sheet, row, tall, margin, high, accent)


def _numeral(
    sheet: Sheet, row: CertificateRow, tall: float, margin: float, high: float, colour: str
) -> float:
    """The place as a numeral, its capitals so tall; how much of the width it takes."""
    page, number = sheet.page, str(row.place)
    ending = ordinal(row.place).removeprefix(number)
    size = tall / (_CAPITAL * POINT)
    small = size * 0.16
    wide, after = (
        width_mm(number, STRONG_FACE, size, feature=LINING),
        width_mm(ending, STRONG_FACE, small),
    )
    right, foot = page.wide - margin - after - 1.5, high - 17
    page.text(right - wide, foot, number, STRONG_FACE, size, colour, feature=LINING)
    rise = _CAPITAL * (size - small) * POINT
    page.text(right - size * 0.022 * POINT, foot - rise, ending, STRONG_FACE, small, colour)
    return wide + after + 12


_CAPITAL = 0.727
"""The height of Inter's capitals and figures, in parts of the size."""


def _bold_round(sheet: Sheet, row: CertificateRow, margin: float, high: float) -> None:
    page, said = sheet.page, sheet.occasion
    ground = darkened(sheet.main, WHITE, _GROUND_TEXT)
    page.rect(-3, -3, page.wide + 6, high + 3, ground)
    if not row.place and sheet.design.has_border:
        _quarter_rings(sheet, row, high, ground)
    line, who = page.high - 31, sheet.design.signatures
    wide: float = (62 if page.is_upright else 64) if len(who) < 3 else 50  # noqa: PLR2004 - a third is narrow
    left = page.wide - margin - wide * len(who) - 10 * (len(who) - 1)
    beside = left - margin - 8 if who and not page.is_upright else 0
    issuer(sheet, margin, high + 9, 12, "l", high=11, room=beside)
    if page.is_upright:
        wide = min(wide, (page.wide - 2 * margin - 12 * max(0, len(who) - 1)) / max(1, len(who)))
        for number, one in enumerate(who):
            sign(sheet, one, margin + number * (wide + 12), high + 43, wide, "l")
        both = " · ".join(part for part in (said.date, said.venue) if part)
        page.text(margin, page.high - 12.5, both, sheet.faces.text, 12)
    else:
        for number, one in enumerate(who):
            sign(sheet, one, left + number * (wide + 10), line, wide, "l")
        _date_over_venue(sheet, margin, beside or page.wide / 2)
    result_code(sheet, page.wide - margin, page.high - 9, "r")


def _date_over_venue(sheet: Sheet, x: float, room: float) -> None:
    said, page = sheet.occasion, sheet.page
    lines = [*balanced(said.venue, sheet.faces.text, 12, room)] if said.venue else []
    foot = page.high - 20.8
    for number, line in enumerate(reversed(lines)):
        page.text(x, foot - number * 5.6, line, sheet.faces.text, 12)
    page.text(x, foot - len(lines) * 5.6, said.date, sheet.faces.strong, 12)


def _quarter_rings(sheet: Sheet, row: CertificateRow, high: float, ground: str) -> None:
    """Rings in tints round the corner of the ground; never under words."""
    page, canvas = sheet.page, sheet.page.canvas
    radii = (120, 98, 76, 54, 32) if page.is_upright else (98, 80, 62, 44, 26)
    soft, softer = mixed(ground, WHITE, 0.10), mixed(ground, WHITE, 0.18)
    is_award = row.kind is CertificateKind.AWARDS
    last = lightened(sheet.accent, ground, TEXT) if is_award else softer
    canvas.saveState()
    clip = canvas.beginPath()
    clip.rect(-3 * mm, (page.high - high) * mm, (page.wide + 6) * mm, (high + 3) * mm)
    canvas.clipPath(clip, stroke=0, fill=0)
    for radius, colour in zip(radii, (soft, ground, softer, ground, last), strict=True):
        page.circle(page.wide + 3, high, radius, colour)
    canvas.restoreState()
    if is_award:
        star(page, page.wide - 11.5, high - 12.5, 8, ground)


def letterhead(sheet: Sheet, row: CertificateRow) -> None:
    """The organisation’s own paper, or white, with words in its room."""
    page, is_upright = sheet.page, sheet.page.is_upright
    left, top, beyond, below = sheet.design.edges_mm
    right, foot = page.wide - beyond, page.high - below
    wide = _signed_width(sheet, right - left)
    beside = right - left - len(sheet.design.signatures) * (wide + 14)
    line = foot - (12 if beside > _DATE_WIDTH else 21)
    page.shared(f"letter{manner(row)}", lambda: _letter_round(sheet, (left, right), line, foot))
    limit = line - 17 if sheet.design.signatures else foot - 8
    column = Column(left, right, top, limit, sheet.align, 0.35)
    style = Style(
        steps=((36, 32), (36, 24), (27, 18)) if row.members else ((46, 32), (36, 24), (27, 18)),
        title_size=28 if row.place else 17,
        title_face=sheet.faces.strong,
        lead_size=14,
        lead_face=sheet.faces.text,
        body_size=15,
        ink=INK,
        name_track=-0.018,
        gaps=(0 if row.place else 2, 2, 1.5 if row.members else 3.5),
        leading=1.42,
    )

    def build(scale: float) -> Sequence[Block]:
        middle = words(sheet, row, style, column.room, scale=scale)
        return [*middle, *member_blocks(sheet, row, column, 12.5 * scale, 2 - is_upright)]

    set_words(sheet, column, build)


_DATE_WIDTH = 30
"""Millimetres for date and venue beside those who sign, or else they stand below."""


def _signed_width(sheet: Sheet, room: float) -> float:
    count = len(sheet.design.signatures)
    return min(64, (room - 14 * max(0, count - 1)) / max(1, count))


def _letter_round(sheet: Sheet, sides: tuple[float, float], line: float, foot: float) -> None:
    """All of it within the room that the letterhead keeps free, the result's code too."""
    page, who, said = sheet.page, sheet.design.signatures, sheet.occasion
    left, right = sides
    if not sheet.design.background:
        issuer(sheet, left, 20, 14, "l", high=12)
    wide = _signed_width(sheet, right - left)
    for number, one in enumerate(who):
        sign(sheet, one, left + number * (wide + 14), line, wide, "l")
    parts = [part for part in (said.date, said.venue) if part]
    beside = right - left - len(who) * (wide + 14)
    if who and beside > _DATE_WIDTH:
        lines = [one for part in parts for one in balanced(part, TEXT_FACE, 12, beside)]
        for number, text in enumerate(reversed(lines)):
            y = line + 5.4 - number * 5.6
            page.text(right, y, text, sheet.faces.text, 12, INK, "r")
        result_code(sheet, right, foot - 2, "r")
    else:
        page.text(left, foot, ", ".join(parts), sheet.faces.text, 12)
        result_code(sheet, right, foot, "r")
