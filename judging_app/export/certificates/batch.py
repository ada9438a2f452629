"""Certificates in one file, a page each, or in a file each."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO

from reportlab.lib.pagesizes import A4, LETTER
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from judging_app.closed_sets import complete
from judging_app.domain.papers.certificates import CertificateDesign, PaperSize
from judging_app.export.certificates.appearance import AS_DESIGNED, Appearance
from judging_app.export.certificates.houses import draw
from judging_app.export.certificates.page import BLEED, POINT, Page
from judging_app.export.certificates.sheet import Sheet
from judging_app.export.file_names import file_names
from judging_app.export.fonts import unprintable
from judging_app.export.pdf import About, Paper, open_canvas
from judging_app.export.progress import Progress, unwatched
from judging_app.export.separate_pages import separate_pages
from judging_app.present.organiser.certificates import CertificateRow, Occasion
from judging_app.present.organiser.papers import marked

_SIZES: Mapping[PaperSize, tuple[float, float]] = complete(
    {PaperSize.A4: A4, PaperSize.LETTER: LETTER}
)
"""Width and height in points, upright."""

_MARK, _MARK_GAP = 5.0, 1.0
"""Millimetres of a mark to cut by, and between it and the bleed."""


@dataclass(frozen=True, slots=True)
class NamedPaper:
    """A paper with the file name that it is safe to save it under; `team` is whose it is."""

    file_name: str
    paper: Paper
    team: str = ""


def page_size(design: CertificateDesign) -> tuple[float, float]:
    """Width and height of the paper as it is cut, in points."""
    short, long = _SIZES[design.size]
    return (short, long) if design.is_upright else (long, short)


def certificates(
    rows: Sequence[CertificateRow],
    occasion: Occasion,
    appearance: Appearance = AS_DESIGNED,
    *,
    mark: str = "",
    progress: Progress = unwatched,
) -> Paper:
    """All certificates in one file, a page each."""
    target, design = BytesIO(), appearance.design
    wide, high = page_size(design)
    edge = (BLEED + _MARK_GAP + _MARK) * mm if design.has_marks else 0
    about = About(f"Certificates of {occasion.event}", occasion.event, "Certificates", mark)
    canvas = open_canvas(target, (wide + 2 * edge, high + 2 * edge), about)
    canvas.setViewerPreference("Duplex", "Simplex")
    canvas.setViewerPreference("PrintScaling", "None")
    page = Page(canvas, wide * POINT, high * POINT, _around(design, occasion))
    sheet = Sheet(page, design, occasion, appearance.colours, appearance.pictures)
    sheet.put_pictures()
    for done, row in enumerate(rows):
        progress(done, len(rows))
        if design.has_marks:
            _begin_within_marks(canvas, wide, high, edge)
        with page.section_of_its_own():
            draw(sheet, row)
        canvas.showPage()
    canvas.save()
    progress(len(rows), len(rows))
    return Paper(target.getvalue(), len(rows), unprintable(_texts(rows, occasion)))


def certificates_each(
    rows: Sequence[CertificateRow],
    occasion: Occasion,
    appearance: Appearance = AS_DESIGNED,
    *,
    mark: str = "",
    progress: Progress = unwatched,
) -> Iterator[NamedPaper]:
    """Each certificate in a file of its own, under a name that no other of them has."""

    # The whole batch is drawn first: that can be stopped, but no paper is done by it.
    def begun(_done: int, of: int) -> None:
        progress(0, of)

    whole = certificates(rows, occasion, appearance, mark=mark, progress=begun)
    names = file_names([marked(row.file_stem, mark) for row in rows], ".pdf")
    files = separate_pages(whole.content, [_about(row, occasion, mark) for row in rows])
    for done, (row, name, content) in enumerate(zip(rows, names, files, strict=True)):
        progress(done, len(rows))
        paper = Paper(content, 1, unprintable(_texts([row], occasion)))
        yield NamedPaper(name, paper, row.team)
    progress(len(rows), len(rows))


def _around(design: CertificateDesign, occasion: Occasion) -> str:
    """What frame, seal and signatures say, for those who don't see them."""
    signed = [", ".join(part for part in (s.name, s.office) if part) for s in design.signatures]
    said = (occasion.issuer, occasion.date, occasion.venue, *signed, occasion.record)
    return ". ".join(dict.fromkeys(part for part in said if part))


def _begin_within_marks(canvas: Canvas, wide: float, high: float, edge: float) -> None:
    """Draw the marks to cut by, tell the printer's shop where to cut, and go to the corner."""
    bleed = BLEED * mm
    canvas.setTrimBox((edge, edge, edge + wide, edge + high))
    canvas.setBleedBox((edge - bleed, edge - bleed, edge + wide + bleed, edge + high + bleed))
    canvas.setStrokeColorRGB(0, 0, 0)
    canvas.setLineWidth(0.25)
    for x in (edge, edge + wide):
        canvas.line(x, 0, x, _MARK * mm)
        canvas.line(x, high + 2 * edge, x, high + 2 * edge - _MARK * mm)
    for y in (edge, edge + high):
        canvas.line(0, y, _MARK * mm, y)
        canvas.line(wide + 2 * edge, y, wide + 2 * edge - _MARK * mm, y)
    canvas.translate(edge, edge)


def _about(row: CertificateRow, occasion: Occasion, mark: str) -> About:
    return About(f"{row.title}: {row.name}", occasion.event, "Certificate", mark)


def _texts(rows: Sequence[CertificateRow], occasion: Occasion) -> Iterator[str]:
    yield from (occasion.event, occasion.issuer, occasion.venue)
    for row in rows:
        yield from (row.name, row.title, row.lead, row.body, row.under, *row.members)
