"""Fills pages from top to bottom, and numbers them once their count is known."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field, fields, is_dataclass
from io import BytesIO
from itertools import groupby

from reportlab.lib.colors import Color
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from judging_app.export.fonts import STRONG_FACE, TEXT_FACE, load_faces, printable, unprintable
from judging_app.export.lines import draw_line, unbroken, width, wrapped
from judging_app.export.pdf import HAIRLINE, INK, QUIET, About, Paper, TaggedCanvas, open_canvas
from judging_app.export.progress import Progress, unwatched
from judging_app.export.tags import Element

PAGE_SIZE = A4
LEFT = 16 * mm
RIGHT = PAGE_SIZE[0] - LEFT
ROOM = RIGHT - LEFT
"""An upright page; those of a `Sheet` are in its own fields."""

GRID = 11.34
"""4 mm, in points."""

TITLE, TEXT, SMALL = 17, 12, 10
"""The three sizes of a sheet."""

_HEAD, _RULE, _UNDER = 18 * mm, 39 * mm, 41.5 * mm
"""From the top to the first line of the head, to the rule below it, and to what follows."""
_TITLE_ABOVE = 11
_BOTTOM, _FOOT_RULE, _FOOT = 18 * mm, 17 * mm, 12 * mm


@dataclass(frozen=True, slots=True)
class Text:
    """A printable line at its left end, in points; `is_turned` reads from below to above."""

    x: float
    y: float
    text: str
    size: float
    face: str = TEXT_FACE
    colour: Color = INK
    is_turned: bool = False


@dataclass(frozen=True, slots=True)
class Box:
    """An outline from its lower left corner; a height of nothing makes it a rule.

    Without a `weight` it has no outline. `dash` is the length of its dots, in points.
    """

    x: float
    y: float
    width: float
    height: float = 0
    weight: float = 0.5
    colour: Color = HAIRLINE
    fill: Color | None = None
    radius: float = 0
    dash: float = 0


Mark = Text | Box
Placed = tuple[Mark, Element | None]
"""A mark with what it is a part of; without that, it is only for the eye."""


@dataclass(frozen=True, slots=True)
class Head:
    """What the top and the foot of every page of a sheet say."""

    id: str
    event: str
    title: str
    subtitle: str
    record: str
    corner: str = ""


@dataclass(slots=True)
class Sheet:
    """The pages of one sheet while they are being filled; `y` is where the next line hangs."""

    head: Head
    is_landscape: bool = False
    has_head: bool = True
    taken: float = 0
    """Room that something else has at the right of the first page's head."""
    pages: list[list[Placed]] = field(default_factory=list)
    y: float = 0
    structure: Element = field(default_factory=lambda: Element("Sect"))
    _open: list[Element | None] = field(default_factory=list)
    _first: float = 0

    def __post_init__(self) -> None:
        self.turn()

    @property
    def size(self) -> tuple[float, float]:
        """How wide and high its pages are."""
        return landscape(PAGE_SIZE) if self.is_landscape else PAGE_SIZE

    @property
    def right_edge(self) -> float:
        """Where the room for words ends."""
        return self.size[0] - LEFT

    @property
    def room(self) -> float:
        """From one margin to the other."""
        return self.right_edge - LEFT

    @property
    def left_over(self) -> float:
        """What is left of this page."""
        return self.y - _BOTTOM

    @property
    def is_begun(self) -> bool:
        """Whether anything is on this page but its head."""
        return self.y < self._first

    @contextmanager
    def within(
        self, kind: str, *, alt: str = "", scope: str = "", span: int = 1
    ) -> Iterator[Element]:
        """What is put meanwhile is a part of a new element: "P", "TD"."""
        parent = (self._open[-1] if self._open else None) or self.structure
        element = parent.add(kind, alt=alt, scope=scope, span=span)
        with self.going_on(element):
            yield element

    @contextmanager
    def going_on(self, element: Element | None) -> Iterator[None]:
        """What is put meanwhile is a part of this element; of `None`, it is only for the eye."""
        self._open.append(element)
        yield
        self._open.pop()

    def turn(self) -> None:
        """Go on at the top of a new page, which names the sheet again."""
        with self.going_on(None):
            self._turn()

    def _turn(self) -> None:
        self.pages.append([])
        self.y = self.size[1] - _HEAD
        if not self.has_head:
            self._first = self.y
            return
        is_first = len(self.pages) == 1
        if not (is_first and self.taken):
            corner = printable(self.head.corner or self.head.id)
            self.right(self.right_edge, self.y, corner, SMALL, face=STRONG_FACE)
        if not is_first:
            line = " · ".join(part for part in (self.head.title, self.head.event) if part)
            self._put_line(line, SMALL, QUIET)
            self.y -= 2 * mm
            self._first = self.y
            return
        self._put_line(self.head.event, SMALL, QUIET)
        with self.going_on(self.structure):
            self.put_title(self.head.title, self.head.subtitle)

    def put_title(self, title: str, subtitle: str) -> None:
        """A title with its rule, as at the head of the first page."""
        top, room = self.y, self.room - (self.taken if len(self.pages) == 1 else 0)
        self.y -= _TITLE_ABOVE
        size = unbroken(printable(title), STRONG_FACE, TITLE, room, SMALL)
        with self.within("H1"):
            self.text(printable(title), size, face=STRONG_FACE, lines=8, room=room)
        if subtitle:
            with self.within("P"):
                self.text(printable(subtitle), TEXT, colour=QUIET, lines=8, room=room)
        self.y = min(self.y - 6, top - (_RULE - _HEAD))
        self.rule(weight=0.9, colour=INK)
        self.y -= _UNDER - _RULE
        self.begin()

    def begin(self) -> None:
        """Take all that is on this page so far for its head."""
        self._first = self.y

    def _put_line(self, text: str, size: float, colour: Color) -> None:
        corner = width(printable(self.head.corner or self.head.id), STRONG_FACE, size)
        room = self.room - corner - 24
        for at, line in enumerate(wrapped(printable(text), TEXT_FACE, size, room)):
            self.y -= size * 1.25 if at else 0
            self.put(Text(LEFT, self.y, line, size, TEXT_FACE, colour))

    def need(self, height: float) -> bool:
        """Turn the page unless `height` points are left on it; whether it was turned.

        A page that has nothing but its heading is not turned: the next one has no more room.
        """
        is_short = self.left_over < height and self.is_begun
        if is_short:
            self.turn()
        return is_short

    def down(self, rows: float) -> None:
        """Leave rows of the grid empty."""
        self.y -= rows * GRID

    def put(self, *marks: Mark) -> None:
        """Add marks at places of their own.

        What is drawn is only for the eye unless it is a figure; words in no element are a
        paragraph.
        """
        owner = self._open[-1] if self._open else self.structure
        if owner is self.structure and any(isinstance(mark, Text) for mark in marks):
            owner = self.structure.add("P")
        is_figure = owner is not None and owner.kind == "Figure"
        self.pages[-1].extend(
            (mark, owner if is_figure or isinstance(mark, Text) else None) for mark in marks
        )

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
        for line in wrapped(text, face, size, room or self.right_edge - x)[:lines]:
            if self.pages[-1] and self.left_over < leading:
                self.turn()
            self.y -= leading
            self.put(Text(x, self.y + leading * 0.25, line, size, face, colour))

    def right(
        self, right: float, y: float, text: str, size: float, *, face: str = TEXT_FACE
    ) -> None:
        """Put a figure or a word so that it ends at `right`."""
        self.put(Text(right - width(text, face, size), y, text, size, face))

    def rule(self, *, weight: float = 0.5, colour: Color = HAIRLINE) -> None:
        """A line across the page, here."""
        with self.going_on(None):
            self.put(Box(LEFT, self.y, self.room, 0, weight, colour))


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
        if len(lay_outs) > 1:
            _bookmark(canvas, sheet, done)
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


def _bookmark(canvas: TaggedCanvas, sheet: Sheet, number: int) -> None:
    """An entry in the list of what is in the file, for the page that comes next."""
    canvas.bookmarkPage(f"sheet {number}")
    canvas.addOutlineEntry(printable(sheet.head.title), f"sheet {number}", 0)


def _draw(canvas: TaggedCanvas, sheet: Sheet) -> None:
    """Draw every page of a finished sheet, each with its number and their count."""
    canvas.structure.parts.append(sheet.structure)
    for number, marks in enumerate(sheet.pages, 1):
        canvas.setPageSize(sheet.size)
        foot = _foot(sheet, number) if sheet.has_head or sheet.head.record else ()
        for owner, together in groupby(marks, key=lambda placed: placed[1]):
            with canvas.within(owner) if owner else nullcontext():
                for mark, _ in together:
                    _draw_mark(canvas, mark)
        for mark in foot:
            _draw_mark(canvas, mark)
        canvas.showPage()


def _foot(sheet: Sheet, number: int) -> Sequence[Mark]:
    page = f"Page {number} of {len(sheet.pages)}"
    record = printable(sheet.head.record)
    middle = (LEFT + sheet.right_edge - width(record, TEXT_FACE, SMALL)) / 2
    right = sheet.right_edge - width(page, TEXT_FACE, SMALL)
    return (
        Box(LEFT, _FOOT_RULE, sheet.room),
        Text(LEFT, _FOOT, printable(sheet.head.id), SMALL, TEXT_FACE, QUIET),
        Text(middle, _FOOT, record, SMALL, TEXT_FACE, QUIET),
        Text(right, _FOOT, page, SMALL, TEXT_FACE, QUIET),
    )


def _draw_mark(canvas: Canvas, mark: Mark) -> None:
    if isinstance(mark, Text):
        canvas.setFillColor(mark.colour)
        if mark.is_turned:
            canvas.saveState()
            canvas.translate(mark.x, mark.y)
            canvas.rotate(90)
            draw_line(canvas, 0, 0, mark.text, mark.face, mark.size)
            canvas.restoreState()
            return
        draw_line(canvas, mark.x, mark.y, mark.text, mark.face, mark.size)
        return
    canvas.setStrokeColor(mark.colour)
    canvas.setLineWidth(mark.weight)
    canvas.setDash([mark.dash, mark.dash] if mark.dash else [])
    if mark.fill is not None:
        canvas.setFillColor(mark.fill)
    has = {"stroke": int(mark.weight > 0), "fill": int(mark.fill is not None)}
    if mark.radius:
        canvas.roundRect(mark.x, mark.y, mark.width, mark.height, mark.radius, **has)
    elif mark.height:
        canvas.rect(mark.x, mark.y, mark.width, mark.height, **has)
    else:
        canvas.line(mark.x, mark.y, mark.x + mark.width, mark.y)
