"""Draws what is filled in by hand: boxes for scores, lines for comments, lines to sign on."""

from collections.abc import Sequence
from contextlib import nullcontext
from functools import partial

from reportlab.lib.units import mm

from judging_app.export.fonts import STRONG_FACE, TEXT_FACE, printable
from judging_app.export.lines import width, wrapped
from judging_app.export.pdf import INK, QUIET
from judging_app.export.sheet import LEFT, SMALL, TEXT, Box, Sheet, Text
from judging_app.present.leaves.leaf import Lines, Scale, Signatures

_BOX = 11 * mm
_LINE = 8.5 * mm
_SIGNED = 16 * mm
"""What signatures take above the foot."""

_LEAD = 1.3
_MOST_SIDE = 4
"""Lines of a level below its boxes; longer ones are a list of their own."""


def put_scale(sheet: Sheet, scale: Scale) -> None:
    """Title and weight, a box for each score, and below them what the levels mean."""
    places = _places(sheet, len(scale.keys))
    beside = _beside(sheet, scale, places)
    listed = [] if beside else _listed(sheet, scale)
    titles = wrapped(printable(scale.title), STRONG_FACE, TEXT, sheet.room - _weight_room(scale))
    most = max((len(lines) for *_, lines in beside), default=0)
    below = most + len(listed)
    notes = wrapped(printable(scale.note), TEXT_FACE, TEXT, sheet.room) if scale.note else []
    high = (len(titles) + len(notes)) * TEXT * _LEAD + _BOX + 20 + below * TEXT * _LEAD
    sheet.need(high)
    with sheet.within("H2"):
        _put_titles(sheet, scale, titles)
    _put_paragraph(sheet, notes, 3)
    sheet.y -= _BOX + 4
    with sheet.within("P"):
        _put_boxes(sheet, scale.keys, places)
    sheet.y -= 4
    for box, begin, lines in beside:
        _put_level(sheet, box, begin, lines)
    sheet.y -= most * TEXT * _LEAD
    _put_paragraph(sheet, listed, 2)
    sheet.y -= 6
    sheet.rule()
    sheet.y -= 3


def _put_paragraph(sheet: Sheet, lines: Sequence[str], above: float) -> None:
    with sheet.within("P") if lines else nullcontext():
        for line in lines:
            sheet.y -= TEXT * _LEAD
            sheet.put(Text(LEFT, sheet.y + above, line, TEXT))


def _weight_room(scale: Scale) -> float:
    return width(printable(scale.weight), TEXT_FACE, SMALL) + 12


def _put_titles(sheet: Sheet, scale: Scale, titles: Sequence[str]) -> None:
    for at, line in enumerate(titles):
        sheet.y -= TEXT * _LEAD
        sheet.put(Text(LEFT, sheet.y + 3, line, TEXT, STRONG_FACE))
        if not at:
            weight = printable(scale.weight)
            right = sheet.right_edge - width(weight, TEXT_FACE, SMALL)
            sheet.put(Text(right, sheet.y + 3, weight, SMALL, TEXT_FACE, QUIET))


def _places(sheet: Sheet, count: int) -> tuple[float, ...]:
    """Where the boxes begin, from margin to margin."""
    pitch = (sheet.room - _BOX) / max(1, count - 1)
    return tuple(LEFT + at * pitch for at in range(count))


def _put_boxes(sheet: Sheet, keys: Sequence[str], places: Sequence[float]) -> None:
    outlined = partial(Box, height=_BOX, weight=0.7, colour=INK, radius=1 * mm)
    if not keys:
        sheet.put(outlined(LEFT, sheet.y, 3 * _BOX))
        return
    for key, x in zip(keys, places, strict=True):
        middle = x + (_BOX - width(key, TEXT_FACE, TEXT)) / 2
        sheet.put(outlined(x, sheet.y, _BOX), Text(middle, sheet.y + 11.5, key, TEXT))


def _beside(
    sheet: Sheet, scale: Scale, places: Sequence[float]
) -> list[tuple[float, float, list[str]]]:
    """Each level's box and left end with its lines; none where one would be too long.

    A level has the room up to the middle between its box and the next one's.
    """
    if not scale.keys:
        return []
    boxes = [places[at] for _, at, _ in scale.levels]
    found = []
    for number, (_, _, text) in enumerate(scale.levels):
        box, last = boxes[number], number == len(boxes) - 1
        start = (boxes[number - 1] + _BOX + box) / 2 + 3 if number else LEFT
        stop = sheet.right_edge if last else (box + _BOX + boxes[number + 1]) / 2 - 3
        lines = wrapped(printable(text), TEXT_FACE, TEXT, max(stop - start, _BOX))
        longest = max(width(line, TEXT_FACE, TEXT) for line in lines)
        if len(lines) > _MOST_SIDE or longest > stop - start:
            return []
        # Below its own box, as far as its room allows.
        found.append((box, max(start, min(box, stop - longest)), lines))
    return found


def _listed(sheet: Sheet, scale: Scale) -> list[str]:
    """Every level in lines of its own."""
    return [
        line
        for points, _, text in scale.levels
        for line in wrapped(printable(f"{points}: {text}"), TEXT_FACE, TEXT, sheet.room)
    ]


def _put_level(sheet: Sheet, box: float, begin: float, lines: Sequence[str]) -> None:
    sheet.put(
        Box(box, sheet.y, _BOX, 0, 0.7, INK),
        *(Box(x, sheet.y, 0, 3, 0.7, INK) for x in (box, box + _BOX)),
    )
    with sheet.within("P"):
        for at, line in enumerate(lines):
            sheet.put(Text(begin, sheet.y - TEXT * _LEAD * (at + 1) + 2, line, TEXT))


def put_lines(sheet: Sheet, lines: Lines) -> None:
    """Columns of lines down to the signatures; on the next page if too few would fit here."""
    head = TEXT * _LEAD + 4
    least = head + (lines.most or lines.least) * _LINE + _SIGNED
    if sheet.left_over < least and sheet.is_begun:
        sheet.text("Please write your comments on the next page.", SMALL, colour=QUIET)
        sheet.turn()
    gap = 8 * mm
    wide = (sheet.room - gap * (len(lines.labels) - 1)) / len(lines.labels)
    top = sheet.y - head
    count = lines.most or int((sheet.left_over - head - _SIGNED) // _LINE)
    for at, label in enumerate(lines.labels):
        x = LEFT + at * (wide + gap)
        sheet.put(Text(x, top + 3, printable(label), TEXT, STRONG_FACE))
        for number in range(1, count + 1):
            sheet.put(Box(x, top - number * _LINE, wide))
    sheet.y = top - count * _LINE


def put_signatures(sheet: Sheet, signed: Signatures) -> None:
    """Lines at the foot of the page, each with what it is for below."""
    sheet.need(_SIGNED)
    gap = 8 * mm
    wide = (sheet.room - gap * (len(signed.labels) - 1)) / len(signed.labels)
    base = 24 * mm
    for at, label in enumerate(signed.labels):
        if label:
            x = LEFT + at * (wide + gap)
            sheet.put(Box(x, base, wide, 0, 0.7, INK))
            sheet.put(Text(x, base - SMALL * 1.2, printable(label), SMALL, TEXT_FACE, QUIET))
    sheet.y = base - SMALL * 1.5
