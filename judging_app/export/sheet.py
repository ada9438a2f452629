"""Fills A4 pages from top to bottom, and numbers them once their count is known."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, fields, is_dataclass
from io import BytesIO

from reportlab.lib.colors import Color
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from judging_app.export.fonts import STRONG_FACE, TEXT_FACE, load_faces, printable, unprintable
from judging_app.export.lines import draw_line, width, wrapped
from judging_app.export.pdf import HAIRLINE, INK, QUIET, About, Paper, open_canvas
from judging_app.export.progress import Progress, unwatched

PAGE_SIZE = A4
LEFT = 48
RIGHT = PAGE_SIZE[0] - 48
ROOM = RIGHT - LEFT
GRID = 11.34
"""4 mm, in points; everything on a sheet is on this grid or half of it."""

_TOP = PAGE_SIZE[1] - 4 * GRID
_BOTTOM = 6 * GRID
_FOOT = 4 * GRID


@dataclass(frozen=True, slots=True)
class Text:
    """A printable line at its left end, in points."""

    x: float
    y: float
    text: str
    size: float
    face: str = TEXT_FACE
    colour: Color = INK


@dataclass(frozen=True, slots=True)
class Box:
    """An outline from its lower left corner; a height of nothing makes it a rule."""

    x: float
    y: float
    width: float
    height: float = 0
    weight: float = 0.4
    colour: Color = HAIRLINE


@dataclass(frozen=True, slots=True)
class Head:
    """What the top and the foot of every page of a sheet say."""

    id: str
    event: str
    title: str
    subtitle: str
    record: str


@dataclass(slots=True)
class Sheet:
    """The pages of one sheet while they are being filled; `y` is where the next line hangs."""

    head: Head
    pages: list[list[Text | Box]] = field(default_factory=list)
    y: float = 0
    _first: float = 0

    def __post_init__(self) -> None:
        self.turn()

    def turn(self) -> None:
        """Go on at the top of a new page."""
        self.pages.append([])
        self.y = _TOP
        self.text(printable(self.head.event), 9, colour=QUIET, room=ROOM - 90, lines=1)
        code = f"Sheet {self.head.id}"
        self.right(RIGHT, self.y + GRID * 0.25, code, 9, face=STRONG_FACE)
        self.down(0.5)
        self.text(printable(self.head.title), 17, face=STRONG_FACE, lines=8)
        self.text(printable(self.head.subtitle), 10, colour=QUIET, lines=8)
        self.down(0.5)
        self.rule(weight=1, colour=INK)
        self.down(1)
        self._first = self.y

    def need(self, height: float) -> bool:
        """Turn the page unless `height` points are left on it; whether it was turned.

        A page that has nothing but its heading is not turned: the next one has no more room.
        """
        is_short = self.y - height < _BOTTOM and self.y < self._first
        if is_short:
            self.turn()
        return is_short

    def down(self, rows: float) -> None:
        """Leave rows of the grid empty."""
        self.y -= rows * GRID

    def put(self, mark: Text | Box) -> None:
        """Add a mark at a place of its own."""
        self.pages[-1].append(mark)

    def text(
        self,
        text: str,
        size: float,
        *,
        face: str = TEXT_FACE,
        colour: Color = INK,
        x: float = LEFT,
        room: float | None = None,
        lines: int | None = None,
    ) -> None:
        """Wrap printable text at the left, over pages if it is long; `lines` cuts it off."""
        if not text:
            return
        leading = max(GRID, size * 1.35)
        for line in wrapped(text, face, size, room or RIGHT - x)[:lines]:
            if self.pages[-1] and self.y - leading < _BOTTOM:
                self.turn()
            self.y -= leading
            self.put(Text(x, self.y + leading * 0.25, line, size, face, colour))

    def right(
        self, right: float, y: float, text: str, size: float, *, face: str = TEXT_FACE
    ) -> None:
        """Put a figure or a word so that it ends at `right`."""
        self.put(Text(right - width(text, face, size), y, text, size, face))

    def rule(self, *, weight: float = 0.4, colour: Color = HAIRLINE) -> None:
        """A line across the page, here."""
        self.put(Box(LEFT, self.y, ROOM, 0, weight, colour))


def printed(
    lay_outs: Sequence[Callable[[], Sheet]],
    about: About,
    rows: object,
    *,
    progress: Progress = unwatched,
) -> Paper:
    """Sheets in one file, laid out and drawn one after the other.

    Each begins on a new page and counts its own. `rows` are what they say.
    """
    load_faces()
    target = BytesIO()
    canvas = open_canvas(target, PAGE_SIZE, about)
    pages = 0
    for done, lay_out in enumerate(lay_outs):
        progress(done, len(lay_outs))
        sheet = lay_out()
        _draw(canvas, sheet)
        pages += len(sheet.pages)
    canvas.save()
    progress(len(lay_outs), len(lay_outs))
    return Paper(target.getvalue(), pages, unprintable(texts(rows)))


def texts(rows: object) -> Iterator[str]:
    """Every text in the values of a paper, for the faces may lack some of its characters."""
    match rows:
        case str():
            yield rows
        case tuple() | list():
            for one in rows:
                yield from texts(one)
        case _ if is_dataclass(rows) and not isinstance(rows, type):
            for part in fields(rows):
                yield from texts(getattr(rows, part.name))
        case _:
            pass


def _draw(canvas: Canvas, sheet: Sheet) -> None:
    """Draw every page of a finished sheet, each with its number and their count."""
    for number, marks in enumerate(sheet.pages, 1):
        for mark in (*marks, *_foot(sheet.head, number, len(sheet.pages))):
            _draw_mark(canvas, mark)
        canvas.showPage()


def _foot(head: Head, number: int, count: int) -> Sequence[Text | Box]:
    page = f"Page {number} of {count}"
    record = printable(head.record)
    middle = (LEFT + RIGHT - width(record, TEXT_FACE, 9)) / 2
    return (
        Box(LEFT, _FOOT + GRID, ROOM),
        Text(LEFT, _FOOT, f"Sheet {head.id}", 9, STRONG_FACE),
        Text(middle, _FOOT, record, 9, TEXT_FACE, QUIET),
        Text(RIGHT - width(page, TEXT_FACE, 9), _FOOT, page, 9, TEXT_FACE, QUIET),
    )


def _draw_mark(canvas: Canvas, mark: Text | Box) -> None:
    if isinstance(mark, Text):
        canvas.setFillColor(mark.colour)
        draw_line(canvas, mark.x, mark.y, mark.text, mark.face, mark.size)
        return
    canvas.setStrokeColor(mark.colour)
    canvas.setLineWidth(mark.weight)
    if mark.height:
        canvas.rect(mark.x, mark.y, mark.width, mark.height, stroke=1, fill=0)
    else:
        canvas.line(mark.x, mark.y, mark.x + mark.width, mark.y)
