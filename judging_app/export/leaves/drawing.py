"""Draws papers that are described as data, all in one file or each in its own."""

from collections.abc import Iterator
from functools import partial

from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel
from reportlab.lib.colors import HexColor, white
from reportlab.lib.units import mm

from judging_app.errors import OutputError
from judging_app.export.fonts import STRONG_FACE, TEXT_FACE, printable
from judging_app.export.leaves.blocks import put
from judging_app.export.lines import width, wrapped
from judging_app.export.pdf import INK, About, Paper
from judging_app.export.progress import Progress, unwatched
from judging_app.export.sheet import LEFT, SMALL, TEXT, Box, Head, Sheet, Text, printed
from judging_app.present.contrast import darkened
from judging_app.present.leaves.leaf import Leaf, Leaves, Type, Words

_CODE = 22 * mm
_UNDER_BAND = 10 * mm
_GROUND_CONTRAST = 5.2
_LARGE = 34
_USUAL_COLOUR = "#134e5e"


def leaves(rows: Leaves, *, mark: str = "", progress: Progress = unwatched) -> Paper:
    """All of them in one file, the same bytes from run to run; each counts its own pages."""
    if not rows.leaves:
        raise OutputError(rows.none)
    about = About(f"{rows.title}, {rows.event}", rows.event, rows.title, mark)
    lay_outs = [partial(_laid_out, leaf) for leaf in rows.leaves]
    return printed(lay_outs, about, rows, progress=progress)


def each_leaf(
    rows: Leaves, *, mark: str = "", progress: Progress = unwatched
) -> Iterator[tuple[str, Paper]]:
    """A file for each of them, with what it is called."""
    if not rows.leaves:
        raise OutputError(rows.none)
    for done, (leaf, stem) in enumerate(zip(rows.leaves, rows.stems, strict=True)):
        progress(done, len(rows.leaves))
        about = About(f"{leaf.title}, {rows.event}", rows.event, rows.title, mark)
        yield stem, printed([partial(_laid_out, leaf)], about, leaf)
    progress(len(rows.leaves), len(rows.leaves))


def _laid_out(leaf: Leaf) -> Sheet:
    head = Head(leaf.id, leaf.event, leaf.title, leaf.subtitle, leaf.record, leaf.corner)
    sheet = Sheet(
        head,
        leaf.is_landscape,
        has_head=not (leaf.is_bare or leaf.band),
        taken=_CODE + 24 * mm if leaf.code else 0,
    )
    if leaf.code:
        _put_code(sheet, leaf)
    if leaf.band:
        _put_band(sheet, leaf)
    put(sheet, leaf.blocks)
    return sheet


def _put_code(sheet: Sheet, leaf: Leaf) -> None:
    """The code for a scanner in the corner, 22 mm square, with the same to be typed beside it."""
    code = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(leaf.code)
    code.make()
    rows = code.modules
    side, top = _CODE / len(rows), sheet.size[1] - 11 * mm
    left = sheet.right_edge - _CODE
    with sheet.within("Figure", alt=f"Code for a scanner: {leaf.code}"):
        for down, row in enumerate(rows):
            for start, stop in _runs(row):
                wide = (stop - start) * side
                foot = top - (down + 1) * side
                sheet.put(Box(left + start * side, foot, wide, side, 0, fill=INK))
    words, base = printable(leaf.corner or leaf.id), sheet.size[1] - 33 * mm
    right = left - 3 * mm
    sheet.put(Text(right - width(words, STRONG_FACE, TEXT), base, words, TEXT, STRONG_FACE))


def _runs(row: list[bool]) -> Iterator[tuple[int, int]]:
    """Where dark modules follow each other: begin, and end."""
    start = None
    for at, is_dark in enumerate([*row, False]):
        if is_dark and start is None:
            start = at
        elif not is_dark and start is not None:
            yield start, at
            start = None


def _put_band(sheet: Sheet, leaf: Leaf) -> None:
    """The head on the event's colour; the ground is darkened until white can be read on it."""
    wide, high = sheet.size
    ground = darkened(leaf.colour or _USUAL_COLOUR, "#ffffff", _GROUND_CONTRAST)
    y = high - 35 * mm
    marks: list[tuple[str, list[Text]]] = []
    for words in leaf.band:
        size, face = _in_band(words)
        lines = wrapped(printable(words.text), face, size, sheet.room)
        while size > TEXT and len(lines) > 2:  # noqa: PLR2004 - a name in two lines
            size -= 1
            lines = wrapped(printable(words.text), face, size, sheet.room)
        own: list[Text] = []
        for line in lines:
            y -= size * 1.2
            own.append(Text(LEFT, y + size * 0.2, line, size, face, white))
        marks.append(("H1" if size > TEXT else "P", own))
        y -= 4
    deep = high - y + _UNDER_BAND
    corner = printable(leaf.corner or leaf.title)
    left_over = sheet.room - width(corner, STRONG_FACE, SMALL) - 24
    heads = wrapped(printable(leaf.event), TEXT_FACE, SMALL, left_over)[:3]
    with sheet.within("P"):
        sheet.put(
            Box(0, high - deep, wide, deep, 0, fill=HexColor(ground)),
            *(
                Text(LEFT, high - 19.5 * mm - at * SMALL * 1.25, line, SMALL, TEXT_FACE, white)
                for at, line in enumerate(heads)
            ),
            Text(
                sheet.right_edge - width(corner, STRONG_FACE, SMALL),
                high - 19.5 * mm,
                corner,
                SMALL,
                STRONG_FACE,
                white,
            ),
        )
    for kind, own in marks:
        with sheet.within(kind):
            sheet.put(*own)
    sheet.has_head = True
    sheet.y = high - deep - 4 * mm
    sheet.begin()


def _in_band(words: Words) -> tuple[float, str]:
    match words.type:
        case Type.LARGE | Type.HUGE:
            return _LARGE, STRONG_FACE
        case Type.STRONG | Type.HEADING | Type.TITLE | Type.READ:
            return TEXT, STRONG_FACE
        case Type.TEXT | Type.QUIET | Type.ITEM:
            return TEXT, TEXT_FACE
