"""The two designs about a middle axis: classic and formal."""

from collections.abc import Sequence
from dataclasses import replace

from judging_app.domain.papers.certificates import CertificateKind, Signature
from judging_app.export.certificates.blocks import Block, Lines, Stroke
from judging_app.export.certificates.column import Column, issuer, manner, member_blocks, set_words
from judging_app.export.certificates.fitting import balanced
from judging_app.export.certificates.ornaments import (
    engraved_border,
    rosette_seal,
    scalloped_seal,
)
from judging_app.export.certificates.page import INK, POINT, WHITE
from judging_app.export.certificates.sheet import (
    Sheet,
    Style,
    logos,
    result_code,
    sign,
    words,
)
from judging_app.present.contrast import TEXT, darkened
from judging_app.present.organiser.certificates import CertificateRow


def classic(sheet: Sheet, row: CertificateRow) -> None:
    """A hairline frame with hollow corners, and a seal that dates it."""
    page, is_upright = sheet.page, sheet.page.is_upright
    is_team, top = bool(row.members), 34 if is_upright else 26
    line = page.high - (54 if is_upright else 43)
    page.shared(f"classic{manner(row)}", lambda: _classic_round(sheet, row, top, line))
    is_prize = bool(row.place) or row.kind is CertificateKind.AWARDS
    wide = min(page.wide - 68, 205)
    column = Column(
        (page.wide - wide) / 2,
        (page.wide + wide) / 2,
        top + 17,
        line - (15 if is_team else 17),
        sheet.align,
    )
    style = Style(
        steps=((48, 40), (46, 30), (32, 20)) if is_team else ((62, 40), (46, 30), (32, 20)),
        title_size=27 if is_prize else 15,
        title_face=sheet.faces.name,
        title_track=0.2,
        is_title_in_capitals=True,
        lead_size=17,
        lead_face=sheet.faces.italic,
        body_size=18,
        ink=sheet.ink,
        gaps=(2 if is_prize else 5, 0.5 if is_team else 3, 3 if is_team else 4.5),
    )

    def build(scale: float) -> Sequence[Block]:
        rule = Stroke(36 * POINT * 2.83, sheet.accent, 1.2, 3.5 if is_team else 4.6)
        middle = words(sheet, row, style, wide, scale=scale, between=[rule])
        if _has_rowed_logo(sheet):  # it stands where the issuer would
            middle = _under_issuer(sheet, middle, 14 * scale)
        names = replace(column, left=30, right=page.wide - 30)
        return [*middle, *member_blocks(sheet, row, names, 15.5 * scale, 3)]

    set_words(sheet, column, build)


def _classic_round(sheet: Sheet, row: CertificateRow, top: float, line: float) -> None:
    page, ink, middle = sheet.page, sheet.ink, sheet.page.wide / 2
    if sheet.design.has_border:
        heavy, light = ((11.4, 4.2), (14.4, 0.4)) if row.place else ((12, 0.9), (13.6, 0.3))
        for inset, weight in (heavy, light):
            page.notched(inset, 6, ink, weight)
    issuer(sheet, middle, top, 14, "c", high=12)
    inset, wide = (26, 52) if page.is_upright else (32, 62)
    _classic_signatures(sheet, line, inset, wide)
    if sheet.design.has_seal:
        radius = 18.5 if row.place else 17
        scalloped_seal(
            page,
            middle,
            line + (0.5 if row.place else 1.5),
            radius,
            sheet.sealed(row),
            ink,
            is_filled=row.place == 1,
        )
    result_code(sheet, middle, page.high - 17.2, "c")


def _classic_signatures(sheet: Sheet, line: float, inset: float, wide: float) -> None:
    """Two at the sides, a third between them; with one, the date stands on a line of its own."""
    page, said, who = sheet.page, sheet.occasion, sheet.design.signatures
    right = page.wide - inset - wide
    if not who:
        for x, text in ((inset + wide / 2, said.city), (right + wide / 2, said.date)):
            page.text(x, line + 4.4, text, sheet.faces.text, 16, INK, "c")
        return
    if len(who) == 1 and said.date:
        page.text(inset + wide / 2, line - 2.4, said.date, sheet.faces.text, 16, INK, "c")
        sign(sheet, Signature(office="Date"), inset, line, wide, "c")
        sign(sheet, who[0], right, line, wide, "c")
        return
    for x, one in zip(_places(inset, right, len(who)), who, strict=True):
        is_between = len(who) > 2 and x not in (inset, right)  # noqa: PLR2004 - the third
        lift = 26 if is_between and sheet.design.has_seal else 0
        sign(sheet, one, x, line - lift, wide, "c")


def _places(left: float, right: float, count: int) -> list[float]:
    if count == 1:
        return [right]
    return [left + (right - left) * number / (count - 1) for number in range(count)]


def formal(sheet: Sheet, row: CertificateRow) -> None:
    """An engraved border, a crest and a seal, and the issuer above."""
    page, is_upright = sheet.page, sheet.page.is_upright
    top, line = (32.0, page.high - 56) if is_upright else (27.0, page.high - 42)

    def border() -> None:
        engraved_border(page, 9, 9, sheet.ink)

    if sheet.design.has_border:
        page.shared("engraved", lambda: page.kept(f"engraved {sheet.ink}", border))
    page.shared(f"formal{manner(row)}", lambda: _formal_round(sheet, row, top, line))
    if sheet.design.logos:
        top += 33 if is_upright else 26
    is_team, said = bool(row.members), sheet.occasion
    column = Column(
        38,
        page.wide - 38,
        top,
        line - (14 if is_team else 16),
        sheet.align,
        0.42 if is_upright else 0.3,
    )
    style = Style(
        steps=((38, 34), (38, 26), (28, 18)) if is_team else ((52, 34), (38, 26), (28, 18)),
        title_size=32 if row.place else 28,
        title_face=sheet.faces.title,
        lead_size=15,
        lead_face=sheet.faces.italic,
        body_size=16,
        ink=sheet.ink,
        body_room=175,
        gaps=(1.2, 0.6 if is_team else 2, 1 if is_team else 2.5),
    )
    given = _given(said.city, said.date)
    named = replace(row, lead=f"{row.lead[:1].lower()}{row.lead[1:]}")

    def build(scale: float) -> Sequence[Block]:
        middle = words(sheet, named, style, column.room, scale=scale)
        wider = replace(column, left=34, right=page.wide - 34)
        middle += member_blocks(sheet, row, wider, 14.5 * scale, 3)
        middle = _under_issuer(sheet, middle, 14 * scale)
        if given:
            before = 1 if is_team else 2.5
            middle.append(Lines((given,), sheet.faces.italic, 14.5 * scale, before=before))
        return middle

    set_words(sheet, column, build)


def _has_rowed_logo(sheet: Sheet) -> bool:
    return any(
        not logo.is_placed and sheet.picture(logo.picture) is not None
        for logo in sheet.design.logos
    )


def _under_issuer(sheet: Sheet, middle: Sequence[Block], size: float) -> list[Block]:
    """The words with who issued it above them, if anybody is named."""
    if not (issued_by := sheet.occasion.issuer):
        return [*middle]
    first = replace(middle[0], before=3)  # type: ignore[type-var]  # a dataclass
    room = sheet.page.wide - 76
    lines = balanced(issued_by, sheet.faces.name, size * 1.05, room)
    line = Lines(lines, sheet.faces.name, size, track=0.04)
    return [line, first, *middle[1:]]


def _given(city: str, date: str) -> str:
    where, when = f" in {city}" if city else "", f" on {date}" if date else ""
    return f"Given{where}{when}." if where or when else ""


def _formal_round(sheet: Sheet, row: CertificateRow, top: float, line: float) -> None:
    page, middle = sheet.page, sheet.page.wide / 2
    crest_high = 28 if page.is_upright else 22
    is_crest = len(sheet.design.logos) == 1 and sheet.is_crest(sheet.design.logos[0])
    logos(sheet, middle, top + (0 if is_crest else 5), crest_high if is_crest else 14, "c")
    inset, wide = (27, 50) if page.is_upright else (34, 64)
    who = sheet.design.signatures
    if sheet.design.has_seal:
        gold, said = darkened(sheet.accent, WHITE, TEXT), sheet.sealed(row)
        if not (row.place or said.is_star or sheet.design.logos):
            said = replace(said, middle=sheet.occasion.year or said.middle)
        radius = 17 if page.is_upright else 15.5
        rosette_seal(page, middle, line + 0.2, radius, said, gold, is_filled=bool(row.place))
    for x, one in zip(_places(inset, page.wide - inset - wide, len(who)), who, strict=True):
        is_between = len(who) > 2 and x not in (inset, page.wide - inset - wide)  # noqa: PLR2004
        sign(sheet, one, x, line - (26 if is_between else 0), wide, "c")
    result_code(sheet, middle, page.high - 21.6, "c")
