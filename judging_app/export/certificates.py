"""Draws certificates: A4 across, one page each, in one file or in a file each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from io import BytesIO

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from judging_app.domain.look import EventLook
from judging_app.errors import OutputError
from judging_app.export.file_names import file_names
from judging_app.export.fonts import STRONG_FACE, TEXT_FACE, load_faces, printable, unprintable
from judging_app.export.lines import draw_line, width, wrapped
from judging_app.export.pdf import (
    INK,
    QUIET,
    About,
    Paper,
    open_canvas,
)
from judging_app.export.progress import Progress, unwatched
from judging_app.export.separate_pages import separate_pages
from judging_app.present.organiser.certificates import CertificateRow
from judging_app.present.organiser.look import PAPER, colours_on, logo_picture
from judging_app.present.organiser.papers import Unprintable, marked

PAGE_SIZE = landscape(A4)
"""Width and height in points."""

TEAL = int(PAPER.band[1:], 16)
"""The colour of the band and of the heading where the event has none of its own."""

_BAND = 72
_LEFT = 136
_RIGHT = PAGE_SIZE[0] - 72
_ROOM = _RIGHT - _LEFT

_EVENT_TOP = 512
_NAME_FOOT = 300
_RULE = 272
_LINES_TOP = 238
_LINES_FOOT = 104
_FOOT = 62

_LARGEST, _SMALLEST_IN_ONE = 44, 28
_LARGEST_IN_TWO, _SMALLEST_IN_TWO = 34, 18
_FLOOR = 16
_MOST_NAME_LINES = 6

_LOGO_BOX = (128, 56)
_LOGO = "logo"


@dataclass(frozen=True, slots=True)
class Design:
    """What an event may choose: colours (0xRRGGBB) and a picture (PNG or JPEG).

    `colour` is the band's, `accent` the heading's above the name.
    """

    colour: int = TEAL
    logo: bytes = b""
    accent: int = TEAL


def design_of(look: EventLook) -> Design:
    """The event's look as it can be read on paper."""
    colours = colours_on(look, PAPER)
    return Design(int(colours.band[1:], 16), logo_picture(look), int(colours.accent[1:], 16))


@dataclass(frozen=True, slots=True)
class NamedPaper:
    """A paper with the file name that it is safe to save it under."""

    file_name: str
    paper: Paper


def certificates(
    rows: Sequence[CertificateRow],
    design: Design = Design(),
    *,
    mark: str = "",
    progress: Progress = unwatched,
) -> Paper:
    """All certificates in one file, a page each."""
    if not rows:
        raise OutputError(
            "There is nobody to print a certificate for. Add people, teams or judges first."
        )
    target = BytesIO()
    canvas = open_canvas(target, PAGE_SIZE, _about_all(rows, mark))
    logo_size = _define_logo(canvas, design.logo) if design.logo else None
    form = _Form(canvas, HexColor(design.colour), HexColor(design.accent), logo_size)
    for done, row in enumerate(rows):
        progress(done, len(rows))
        _draw_page(form, row)
        canvas.showPage()
    canvas.save()
    progress(len(rows), len(rows))
    return Paper(target.getvalue(), len(rows), _unprintable(rows))


def certificates_each(
    rows: Sequence[CertificateRow],
    design: Design = Design(),
    *,
    mark: str = "",
    progress: Progress = unwatched,
) -> Iterator[NamedPaper]:
    """Each certificate in a file of its own, under a name that no other of them has."""
    # The whole batch is drawn first: that can be stopped, but no paper is done by it.
    whole = certificates(rows, design, mark=mark, progress=lambda _done, of: progress(0, of))
    names = file_names([marked(row.file_stem, mark) for row in rows], ".pdf")
    files = separate_pages(whole.content, [_about(row, mark) for row in rows])
    for done, (row, name, content) in enumerate(zip(rows, names, files, strict=True)):
        progress(done, len(rows))
        yield NamedPaper(name, Paper(content, 1, _unprintable([row])))
    progress(len(rows), len(rows))


@dataclass(frozen=True, slots=True)
class FittedText:
    """Lines with the size in points at which they fit."""

    size: float
    lines: tuple[str, ...]


def fitted_name(name: str) -> FittedText:
    """A printable name as large as it fits: in one line, then in two, then in as many as it needs.

    One line goes down to 28 pt, two to 18 pt, more are at 16 pt. Past six lines, which no
    name of 200 characters reaches, the rest is cut off with an ellipsis.
    """
    size = _size_for([name], _LARGEST)
    if size >= _SMALLEST_IN_ONE:
        return FittedText(size, (name,))
    halves = _halves(name)
    size = _size_for(halves, _LARGEST_IN_TWO)
    if size >= _SMALLEST_IN_TWO:
        return FittedText(size, halves)
    lines = wrapped(name, STRONG_FACE, _FLOOR, _ROOM)
    if len(lines) > _MOST_NAME_LINES:
        lines = [*lines[: _MOST_NAME_LINES - 1], f"{lines[_MOST_NAME_LINES - 1][:-1]}…"]
    return FittedText(_FLOOR, tuple(lines))


def _size_for(lines: Sequence[str], largest: float) -> float:
    """The size, in steps of half a point, at which the longest line fills the room."""
    widest = max(width(line, STRONG_FACE, 1) for line in lines)
    return largest if widest * largest <= _ROOM else int(2 * _ROOM / widest) / 2


def _halves(name: str) -> tuple[str, ...]:
    """The name cut at the blank that leaves the shorter of the longer lines."""
    words = name.split(" ")
    cuts = [(" ".join(words[:cut]), " ".join(words[cut:])) for cut in range(1, len(words))]
    if not cuts:
        return (name,)
    return min(cuts, key=lambda cut: (max(width(line, STRONG_FACE, 1) for line in cut), cut))


@dataclass(slots=True)
class _Form:
    """What the pages of a batch have in common, drawn once and called up on each page."""

    canvas: Canvas
    colour: Color
    accent: Color
    logo_size: tuple[float, float] | None
    drawn: dict[tuple[str, ...], tuple[str, str]] = field(default_factory=dict)

    def parts(self, row: CertificateRow) -> tuple[str, str]:
        """The names of the page's head and of its foot."""
        key = (row.event, row.foot, row.record)
        if key not in self.drawn:
            head, foot = f"head{len(self.drawn)}", f"foot{len(self.drawn)}"
            self.canvas.beginForm(head)
            _draw_head(self.canvas, row, self.colour, self.logo_size)
            self.canvas.endForm()
            self.canvas.beginForm(foot)
            _draw_foot(self.canvas, row)
            self.canvas.endForm()
            self.drawn[key] = (head, foot)
        return self.drawn[key]


def _draw_page(form: _Form, row: CertificateRow) -> None:
    # From top to bottom, which is the order in which the page is read out or copied.
    canvas = form.canvas
    head, foot = form.parts(row)
    canvas.doForm(head)
    _draw_name(canvas, row, form.accent)
    _draw_lines(canvas, row)
    canvas.doForm(foot)


def _draw_head(
    canvas: Canvas, row: CertificateRow, colour: Color, logo_size: tuple[float, float] | None
) -> None:
    canvas.setFillColor(colour)
    canvas.rect(0, 0, _BAND, PAGE_SIZE[1], stroke=0, fill=1)
    canvas.rect(_LEFT, _RULE, _ROOM, 1.5, stroke=0, fill=1)
    if logo_size is not None:
        _place_logo(canvas, logo_size)
    canvas.setFillColor(QUIET)
    _draw_event(canvas, row, logo_size)


def _draw_event(canvas: Canvas, row: CertificateRow, logo_size: tuple[float, float] | None) -> None:
    room = _ROOM - (logo_size[0] + 24 if logo_size else 0)
    text = _fitted((printable(row.event),), STRONG_FACE, (16, 14, 12, 10, 8), room, 44)
    _draw_down(canvas, text, STRONG_FACE, _EVENT_TOP)


def _draw_name(canvas: Canvas, row: CertificateRow, accent: Color) -> None:
    name = fitted_name(printable(row.name) or " ")
    leading = name.size * 1.2
    top = _NAME_FOOT + len(name.lines) * leading
    heading = _fitted((printable(row.heading),), TEXT_FACE, (22, 18, 14), _ROOM, 24)
    canvas.setFillColor(accent)
    draw_line(canvas, _LEFT, top + 14, heading.lines[0], TEXT_FACE, heading.size)
    canvas.setFillColor(INK)
    for number, line in enumerate(name.lines, 1):
        draw_line(canvas, _LEFT, top - number * leading, line, STRONG_FACE, name.size)


def _draw_lines(canvas: Canvas, row: CertificateRow) -> None:
    lines = tuple(printable(line) for line in row.lines)
    text = _fitted(lines, TEXT_FACE, (15, 13, 11, 9, 8, 7, 6), _ROOM, _LINES_TOP - _LINES_FOOT)
    _draw_down(canvas, text, TEXT_FACE, _LINES_TOP)


def _draw_foot(canvas: Canvas, row: CertificateRow) -> None:
    canvas.setFillColor(QUIET)
    record = printable(row.record)
    record_width = width(record, TEXT_FACE, 10)
    room = _ROOM - record_width - 24
    text = _fitted((printable(row.foot),), TEXT_FACE, (11, 9, 8, 7), room, 30)
    _draw_down(canvas, text, TEXT_FACE, _FOOT)
    if record:
        draw_line(canvas, _RIGHT - record_width, _FOOT, record, TEXT_FACE, 10)


def _draw_down(canvas: Canvas, text: FittedText, face: str, top: float) -> None:
    for below, line in enumerate(text.lines):
        if line:
            draw_line(canvas, _LEFT, top - below * text.size * _LEADING, line, face, text.size)


_LEADING = 1.5


@lru_cache(maxsize=2048)
def _fitted(
    texts: tuple[str, ...], face: str, sizes: tuple[float, ...], room: float, height: float
) -> FittedText:
    """Paragraphs wrapped at the largest of `sizes` that fits; the smallest is cut to fit."""
    lines: list[str] = []
    for size in sizes:
        lines = [line for text in texts for line in wrapped(text, face, size, room)]
        most = max(1, int(height / (size * _LEADING)))
        if len(lines) <= most:
            return FittedText(size, tuple(lines))
    return FittedText(sizes[-1], (*lines[: most - 1], f"{lines[most - 1][:-1]}…"))


def _define_logo(canvas: Canvas, logo: bytes) -> tuple[float, float]:
    """Encode the picture once for all pages; its size on the page, in points."""
    try:
        picture = ImageReader(BytesIO(logo))
        wide, high = picture.getSize()
    except OSError as error:
        raise OutputError("The logo can’t be read. Choose a PNG or JPEG picture.") from error
    scale = min(_LOGO_BOX[0] / wide, _LOGO_BOX[1] / high)
    size = (wide * scale, high * scale)
    canvas.beginForm(_LOGO, 0, 0, *size)
    canvas.drawImage(picture, 0, 0, *size, mask="auto")
    canvas.endForm()
    return size


def _place_logo(canvas: Canvas, size: tuple[float, float]) -> None:
    canvas.saveState()
    canvas.translate(_RIGHT - size[0], _EVENT_TOP + 20 - size[1])
    canvas.doForm(_LOGO)
    canvas.restoreState()


def _about_all(rows: Sequence[CertificateRow], mark: str) -> About:
    event = rows[0].event
    return About(f"Certificates of {event}", event, "Certificates", mark)


def _about(row: CertificateRow, mark: str) -> About:
    return About(f"{row.heading}: {row.name}", row.event, "Certificate", mark)


def _unprintable(rows: Sequence[CertificateRow]) -> tuple[Unprintable, ...]:
    load_faces()
    texts = (
        text
        for row in rows
        for text in (row.event, row.heading, row.name, *row.lines, row.foot, row.record)
    )
    return unprintable(texts)
