"""The room for the words of a certificate, and how they are set into it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from judging_app.domain.papers.certificates import CertificateKind
from judging_app.export.certificates.blocks import Block, members, stack, total
from judging_app.export.certificates.fitting import balanced
from judging_app.export.certificates.page import INK, POINT, Align
from judging_app.export.certificates.sheet import (
    Sheet,
    logos,
)
from judging_app.present.organiser.certificates import CertificateRow

_SCALES = (1.0, 0.94, 0.88, 0.82, 0.76, 0.7, 0.62, 0.54, 0.46, 0.38)
"""By how much everything in the middle is set smaller until it fits."""


@dataclass(frozen=True, slots=True)
class Column:
    """The room for the words, and how high of what is free above them they stand."""

    left: float
    right: float
    top: float
    foot: float
    align: Align
    bias: float = 0.5

    @property
    def room(self) -> float:
        """How wide it is."""
        return self.right - self.left

    @property
    def x(self) -> float:
        """Where its lines begin, have their middle, or end."""
        return {"l": self.left, "c": (self.left + self.right) / 2, "r": self.right}[self.align]


def set_words(sheet: Sheet, column: Column, build: Callable[[float], Sequence[Block]]) -> float:
    """Set the words at the largest scale that fits; how high they are."""
    blocks: Sequence[Block] = ()
    room, high = column.foot - column.top, 0.0
    for scale in _SCALES:
        blocks = build(scale)
        high = total(blocks)
        if high <= room:
            break
    free = max(0.0, room - high)
    stack(sheet.page, blocks, column.x, column.top + free * column.bias, column.align)
    return high


def member_blocks(
    sheet: Sheet, row: CertificateRow, column: Column, size: float, columns: int, colour: str = INK
) -> list[Block]:
    """The members of a team, whole; nothing where the certificate is for one person."""
    if not row.members:
        return []
    face, align = sheet.faces.text, column.align
    return [
        members(
            row.members, face, column.room, align, size, columns=columns, colour=colour, before=3
        )
    ]


def issuer(
    sheet: Sheet, x: float, y: float, size: float, align: Align, *, high: float, room: float = 0
) -> bool:
    """The logos, or else who issued it in words; whether there was anything to show."""
    if logos(sheet, x, y, high, align, room):
        return True
    if sheet.occasion.issuer:
        page, face = sheet.page, sheet.faces.name
        room = room or page.wide - _EDGE - (_EDGE if align == "c" else x)
        lines = balanced(sheet.occasion.issuer, face, size * 1.03, room)
        while len(lines) > _MOST_ISSUED and size > _LEAST_ISSUED:
            size -= 0.5
            lines = balanced(sheet.occasion.issuer, face, size * 1.03, room)
        for number, line in enumerate(lines):
            foot = y + 7 + number * size * 1.3 * POINT
            page.text(x, foot, line, face, size, INK, align, track=0.02)
        return True
    return False


def manner(row: CertificateRow) -> str:
    """What of a row changes what stands round its words."""
    return f"{row.place}{'*' if row.kind is CertificateKind.AWARDS else ''}"


_EDGE = 30
"""Millimetres at each side that who issued it keeps free."""

_MOST_ISSUED, _LEAST_ISSUED = 2, 9.0
"""Lines of who issued it; in more, it is set smaller down to so many points."""
