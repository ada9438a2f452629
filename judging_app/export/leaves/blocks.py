"""Draws the parts of a paper that are no table, one function a part."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import singledispatch

from reportlab.lib.colors import Color
from reportlab.lib.units import mm

from judging_app.closed_sets import complete
from judging_app.export.fonts import STRONG_FACE, TEXT_FACE, printable
from judging_app.export.leaves.filled_in import put_lines, put_scale, put_signatures
from judging_app.export.leaves.ink import HEADED, TINT
from judging_app.export.leaves.table import TO_TICK, put_table, table_beginning
from judging_app.export.lines import width, wrapped
from judging_app.export.pdf import HAIRLINE, INK, QUIET
from judging_app.export.sheet import LEFT, SMALL, TEXT, TITLE, Box, Sheet, Text
from judging_app.export.tags import Element
from judging_app.present.leaves.leaf import (
    Block,
    Lines,
    NewPage,
    Panel,
    Scale,
    Signatures,
    Slips,
    Table,
    Together,
    Type,
    Words,
)

_TICK = 5 * mm
_HANG = 10 * mm
_ITEM = 5 * mm


@dataclass(frozen=True, slots=True)
class _Set:
    """How words of a type are set: size, face, colour, and the room above and below."""

    size: float = TEXT
    face: str = TEXT_FACE
    colour: Color = INK
    above: float = 0
    below: float = 3


_SETS: Mapping[Type, _Set] = complete(
    {
        Type.TEXT: _Set(),
        Type.STRONG: _Set(face=STRONG_FACE),
        Type.QUIET: _Set(SMALL, colour=QUIET),
        Type.ITEM: _Set(),
        Type.HEADING: _Set(face=STRONG_FACE, colour=HEADED, above=12),
        Type.READ: _Set(TITLE, STRONG_FACE, above=6, below=12),
        Type.TITLE: _Set(TITLE, STRONG_FACE),
        Type.LARGE: _Set(26, STRONG_FACE),
        Type.HUGE: _Set(64, STRONG_FACE, below=12),
    }
)


def put(sheet: Sheet, blocks: Sequence[Block]) -> None:
    """Put blocks one below the other; a heading is never the last line of a page.

    Items that follow each other are one list.
    """
    listed: Element | None = None
    for at, block in enumerate(blocks):
        if isinstance(block, Words) and block.type is Type.ITEM:
            if listed is None:
                with sheet.within("L") as listed:
                    pass
            with sheet.going_on(listed), sheet.within("LI"), sheet.within("LBody"):
                _put(block, sheet)
            continue
        listed = None
        if isinstance(block, Words) and block.type is Type.HEADING and at + 1 < len(blocks):
            heading = _SETS[block.type]
            own = heading.above + heading.size * 1.35 + heading.below
            sheet.need(own + _beginning(sheet, blocks[at + 1]))
        _put(block, sheet)


def _beginning(sheet: Sheet, block: Block) -> float:
    """How much of a block has to be on the page of its heading."""
    if isinstance(block, Table):
        return table_beginning(sheet, block)
    return min(_height(sheet, block), 40 * mm)


def _height(sheet: Sheet, *blocks: Block) -> float:
    """How high blocks are where no page ends."""
    endless = Sheet(sheet.head, is_landscape=sheet.is_landscape)
    start = endless.y = 1e6
    for block in blocks:
        _put(block, endless)
    return start - endless.y


@singledispatch
def _put(block: object, _sheet: Sheet) -> None:
    raise TypeError(f"no paper has a {type(block).__name__}")


@_put.register
def _(block: Words, sheet: Sheet) -> None:
    wanted = _SETS[block.type]
    if sheet.is_begun:
        sheet.y -= wanted.above
    if block.type is Type.ITEM:
        _put_words(sheet, block, wanted)
        return
    with sheet.within(_element(sheet, block.type)):
        _put_words(sheet, block, wanted)


def _element(sheet: Sheet, kind: Type) -> str:
    """What words of a type are to software that reads them out."""
    if kind is Type.HUGE and not sheet.has_head:
        return "H1"
    return "H2" if kind is Type.HEADING else "P"


def _put_words(sheet: Sheet, block: Words, wanted: _Set) -> None:
    if block.type is Type.HUGE:
        _put_huge(sheet, block.text)
        return
    x = LEFT
    if block.has_tick or block.type is Type.READ:
        x += _HANG
        sheet.need(wanted.size * 1.35)
    elif block.type is Type.ITEM:
        x += _ITEM
        sheet.need(wanted.size * 1.35)
    if block.has_tick:
        with sheet.within("Figure", alt=TO_TICK):
            sheet.put(Box(LEFT, sheet.y - _TICK - 1, _TICK, _TICK, 0.7, INK, radius=2.8))
    if block.type is Type.ITEM:
        sheet.put(Box(LEFT + 1, sheet.y - 10.5, 4, 4, 0, fill=HEADED, radius=2))
    top, page = sheet.y, len(sheet.pages)
    for paragraph in block.text.splitlines():
        sheet.text(
            printable(paragraph) or " ", wanted.size, face=wanted.face, colour=wanted.colour, x=x
        )
    if block.type is Type.READ and page == len(sheet.pages):
        sheet.put(Box(LEFT + 3 * mm, sheet.y, 2.4, top - sheet.y - 2, 0, fill=HEADED))
    sheet.y -= wanted.below


def _put_huge(sheet: Sheet, text: str) -> None:
    """Words as large as they fit in at most three lines, in the middle."""
    size = 150.0
    lines = wrapped(printable(text), STRONG_FACE, size, sheet.room)
    while size > TITLE and (len(lines) > _most_lines(size) or _breaks(text, lines)):
        size -= 2
        lines = wrapped(printable(text), STRONG_FACE, size, sheet.room)
    if not sheet.has_head:
        sheet.y = min(sheet.y, (sheet.size[1] + len(lines) * size * 1.15) / 2 + size * 0.3)
    for line in lines:
        sheet.y -= size * 1.15
        x = LEFT + (sheet.room - width(line, STRONG_FACE, size)) / 2
        sheet.put(Text(x, sheet.y + size * 0.2, line, size, STRONG_FACE))
    sheet.y -= size * 0.3


def _most_lines(size: float) -> int:
    return 1 if size > 80 else 2 if size > 48 else 3  # noqa: PLR2004 - points


def _breaks(text: str, lines: Sequence[str]) -> bool:
    """Whether a word had to be broken."""
    return len(" ".join(lines)) != len(printable(text))


@_put.register
def _(block: Table, sheet: Sheet) -> None:
    if block.rows:
        put_table(sheet, block)
        sheet.y -= 6


@_put.register
def _(block: Scale, sheet: Sheet) -> None:
    put_scale(sheet, block)


@_put.register
def _(block: Lines, sheet: Sheet) -> None:
    put_lines(sheet, block)


@_put.register
def _(block: Signatures, sheet: Sheet) -> None:
    put_signatures(sheet, block)


@_put.register
def _(block: Panel, sheet: Sheet) -> None:
    inner = 6 * mm
    high = _height(sheet, *block.words) + 2 * inner - 6
    sheet.y -= 8
    sheet.need(high)
    sheet.put(Box(LEFT, sheet.y - high, sheet.room, high, 0, fill=TINT))
    sheet.y -= inner - 3
    for words in block.words:
        wanted = _SETS[words.type]
        with sheet.within("P"):
            sheet.text(
                printable(words.text),
                wanted.size,
                face=wanted.face,
                colour=wanted.colour,
                x=LEFT + inner,
                room=sheet.room - 2 * inner,
            )
        sheet.y -= wanted.below
    sheet.y -= inner - 3


@_put.register
def _(block: Together, sheet: Sheet) -> None:
    sheet.need(_height(sheet, *block.blocks))
    put(sheet, block.blocks)


@_put.register
def _(block: NewPage, sheet: Sheet) -> None:
    if sheet.is_begun:
        sheet.turn()
    if block.title:
        sheet.put_title(block.title, block.subtitle)


@_put.register
def _(block: Slips, sheet: Sheet) -> None:
    """Ten slips of 105 × 59.4 mm a page: cut on the dashes, folded up so that the PIN is hidden."""
    wide, high = sheet.size[0] / 2, sheet.size[1] / 5
    for at, (name, who, what, code) in enumerate(block.rows):
        if at and at % 10 == 0:
            sheet.turn()
        row, column = divmod(at % 10, 2)
        left, top = column * wide, sheet.size[1] - row * high
        _put_slip(sheet, (left + 10 * mm, top), (name, who, what, code), wide)
        if row:
            sheet.put(Box(left + 4 * mm, top, wide - 8 * mm, 0, 0.6, QUIET, dash=3))
    sheet.y = 0


def _put_slip(
    sheet: Sheet, corner: tuple[float, float], texts: tuple[str, str, str, str], wide: float
) -> None:
    left, top = corner
    name, who, what, code = texts
    room = wide - 20 * mm
    size = float(TITLE)
    while width(printable(name), STRONG_FACE, size) > room and size > SMALL:
        size -= 0.5
    sheet.put(
        Text(left, top - 11.5 * mm, printable(name), size, STRONG_FACE),
        *(
            Text(left, top - 16.5 * mm - SMALL * 1.2 * at, line, SMALL, TEXT_FACE, QUIET)
            for at, line in enumerate(wrapped(printable(who), TEXT_FACE, SMALL, room)[:1])
        ),
        Box(left, top - 20.5 * mm, room, 0, 0.5, HAIRLINE),
        *(
            Text(left, top - 26.5 * mm - TEXT * 1.25 * at, line, TEXT)
            for at, line in enumerate(wrapped(printable(what), TEXT_FACE, TEXT, room))
        ),
        Box(left - 6 * mm, top - 38.6 * mm, wide - 8 * mm, 0, 0.5, QUIET, dash=1),
        Text(left, top - 50 * mm, "PIN", SMALL, TEXT_FACE, QUIET),
        Text(left + 14 * mm, top - 50 * mm, code, TITLE, STRONG_FACE),
    )
    fold = "fold up here"
    sheet.put(
        Text(
            left + room - width(fold, TEXT_FACE, SMALL),
            top - 42.5 * mm,
            fold,
            SMALL,
            TEXT_FACE,
            QUIET,
        )
    )
