"""The five house designs, and what is above or below any of them."""

from collections.abc import Callable, Mapping

from reportlab.lib.units import mm

from judging_app.closed_sets import complete
from judging_app.domain.papers.certificates import House
from judging_app.export.certificates.centred import classic, formal
from judging_app.export.certificates.leftward import bold, letterhead, modern
from judging_app.export.certificates.page import WHITE
from judging_app.export.certificates.sheet import (
    Sheet,
)
from judging_app.present.organiser.certificates import CertificateRow

_DRAWN: Mapping[House, Callable[[Sheet, CertificateRow], None]] = complete(
    {
        House.CLASSIC: classic,
        House.MODERN: modern,
        House.BOLD: bold,
        House.FORMAL: formal,
        House.LETTERHEAD: letterhead,
    }
)


def draw(sheet: Sheet, row: CertificateRow) -> None:
    """Draw one page in the design's house."""
    page = sheet.page
    if background := sheet.picture(sheet.design.background):
        canvas = page.canvas
        canvas.saveState()
        canvas.scale(page.wide * mm / background.ratio, page.high * mm)
        canvas.doForm(background.form)
        canvas.restoreState()
    _DRAWN[sheet.design.house](sheet, row)
    if margin := sheet.design.margin_mm:
        for x, y, wide, high in (
            (0, 0, page.wide, margin),
            (0, page.high - margin, page.wide, margin),
            (0, 0, margin, page.high),
            (page.wide - margin, 0, margin, page.high),
        ):
            page.rect(x, y, wide, high, WHITE)
