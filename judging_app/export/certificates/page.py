"""A page in millimetres from its top left corner; what many pages share is drawn once."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from functools import cache
from math import degrees
from typing import Literal, TypeAlias

from reportlab.lib.colors import HexColor
from reportlab.lib.rl_accel import fp_str
from reportlab.lib.units import mm
from reportlab.pdfgen.pathobject import PDFPathObject

from judging_app.export.lines import draw_shaped, tracked_width
from judging_app.export.pdf import TaggedCanvas
from judging_app.export.tags import Element

Align: TypeAlias = Literal["l", "c", "r"]
Point: TypeAlias = tuple[float, float]

POINT = 1 / mm
"""A point in millimetres."""

BLEED = 3
"""Millimetres beyond the edge that colour runs to, so that a cut a little off leaves no white."""

INK, QUIET, WHITE = "#1b1e26", "#595c66", "#ffffff"

_ROUND = 0.5523
"""How far the handles of a Bézier curve stand off for a quarter of a circle."""


_drawn: dict[tuple[str, float, float], tuple[str, ...]] = {}


class Page:
    """Draws on a canvas; `wide` and `high` are of the paper as it is cut."""

    def __init__(self, canvas: TaggedCanvas, wide: float, high: float, around: str = "") -> None:
        self.canvas, self.wide, self.high, self.around = canvas, wide, high, around
        self.section = canvas.structure
        self._figure = Element("Figure")
        self._element: Element | None = None
        self._forms: set[str] = set()
        self._is_in_form = False

    @contextmanager
    def section_of_its_own(self) -> Iterator[None]:
        """What is drawn meanwhile belongs together, to software that reads it out.

        What is `around` the words is told after them, in place of frame, seal and signatures.
        """
        self.section = self.canvas.structure.add("Sect")
        self._figure = Element("Figure", alt=self.around)
        yield
        if self._figure.parts:
            self.section.parts.append(self._figure)

    @contextmanager
    def within(self, kind: str) -> Iterator[None]:
        """The lines that are set meanwhile are one element: "H1", "P"."""
        self._element = self.section.add(kind)
        yield
        self._element = None

    @property
    def is_upright(self) -> bool:
        """Whether the paper is higher than wide."""
        return self.high > self.wide

    def shared(self, name: str, draw: Callable[[], None]) -> None:
        """Put what `draw` draws on the page; of many pages, only the first draws it."""
        if name not in self._forms:
            self._forms.add(name)
            edges = (-BLEED * mm, -BLEED * mm, (self.wide + BLEED) * mm, (self.high + BLEED) * mm)
            self.canvas.beginForm(name, *edges)  # type: ignore[arg-type]  # the stub says int
            self._is_in_form = True
            draw()
            self._is_in_form = False
            self.canvas.endForm()
        with self.canvas.within(self._figure) if self.around else nullcontext():
            self.canvas.doForm(name)

    def kept(self, name: str, draw: Callable[[], None]) -> None:
        """Draw shapes alone, worked out once a process for each size of page and `name`."""
        # ReportLab has no other way to draw what was drawn in another document.
        code = self.canvas._code  # noqa: SLF001
        key = (name, self.wide, self.high)
        if key in _drawn:
            code.extend(_drawn[key])
            return
        start = len(code)
        draw()
        _drawn[key] = tuple(code[start:])

    def text(
        self,
        x: float,
        y: float,
        text: str,
        face: str,
        size: float,
        colour: str = INK,
        align: Align = "l",
        *,
        track: float = 0,
        feature: str = "",
        is_quoted: bool = False,
    ) -> float:
        """Set one line on its foot; how wide it is."""
        wide = width_mm(text, face, size, track, feature)
        left = x - {"l": 0, "c": wide / 2, "r": wide}[align]
        self.canvas.addLiteral(f"{_rgb(colour)} rg")
        with self._told():
            draw_shaped(
                self.canvas,
                left * mm,
                (self.high - y) * mm,
                text,
                face,
                size,
                track=track,
                feature=feature,
                is_quoted=is_quoted,
            )
        return wide

    def _told(self) -> AbstractContextManager[None]:
        """A line is a paragraph of its own, unless it is within another or drawn for all pages."""
        if self._is_in_form:
            return nullcontext()
        return self.canvas.within(self._element or self.section.add("P"))

    def turned(self, x: float, y: float, radians: float) -> None:
        """Move the origin there, turned against the clock; inside `saved`."""
        self.canvas.translate(x * mm, (self.high - y) * mm)
        self.canvas.rotate(degrees(radians))

    def letter(self, x: float, character: str, face: str, size: float, colour: str) -> None:
        """One glyph from the left, on the origin."""
        self.canvas.addLiteral(f"{_rgb(colour)} rg")
        self.canvas.setFont(face, size)
        self.canvas.drawString(x, 0, character)

    def rect(self, x: float, y: float, wide: float, high: float, fill: str) -> None:
        """A filled rectangle by its upper left corner."""
        self.canvas.addLiteral(f"{_rgb(fill)} rg")
        self.canvas.rect(
            x * mm, (self.high - y - high) * mm, wide * mm, high * mm, stroke=0, fill=1
        )

    def frame(self, inset: float, colour: str, weight: float) -> None:
        """A rectangle's outline, `inset` from every edge."""
        self._pen(colour, weight)
        wide, high = self.wide - 2 * inset, self.high - 2 * inset
        self.canvas.rect(inset * mm, inset * mm, wide * mm, high * mm, stroke=1, fill=0)

    def rule(
        self, x: float, y: float, right: float, colour: str = INK, weight: float = 0.5
    ) -> None:
        """A line across."""
        self._pen(colour, weight)
        foot = (self.high - y) * mm
        self.canvas.line(x * mm, foot, right * mm, foot)

    def circle(
        self, x: float, y: float, radius: float, fill: str = "", line: str = "", weight: float = 0.5
    ) -> None:
        """A circle by its middle."""
        self._set(fill, line, weight)
        self.canvas.circle(
            x * mm, (self.high - y) * mm, radius * mm, stroke=bool(line), fill=bool(fill)
        )

    def shape(
        self,
        points: Sequence[Point],
        fill: str = "",
        line: str = "",
        weight: float = 0.5,
        *,
        is_closed: bool = True,
    ) -> None:
        """A shape with straight sides."""
        self._set(fill, line, weight)
        (x, y), *rest = points
        foot = self.high
        # A border has tens of thousands of points: too many to go through ReportLab one by one.
        drawn = [f"1 j {x * mm:.2f} {(foot - y) * mm:.2f} m"]
        drawn += [f"{x * mm:.2f} {(foot - y) * mm:.2f} l" for x, y in rest]
        painted = "b" if is_closed else "B"
        if not (fill and line):
            painted = "f" if fill else ("s" if is_closed else "S")
        self.canvas.addLiteral(" ".join([*drawn, painted]))

    def notched(self, inset: float, radius: float, colour: str, weight: float) -> None:
        """A frame with hollow corners."""
        path, k = self.canvas.beginPath(), _ROUND * radius
        left, right, top, foot = inset, self.wide - inset, inset, self.high - inset
        at = self._at
        path.moveTo(*at(left + radius, top))
        path.lineTo(*at(right - radius, top))
        path.curveTo(
            *at(right - radius, top + k),
            *at(right - k, top + radius),
            *at(right, top + radius),
        )
        path.lineTo(*at(right, foot - radius))
        path.curveTo(
            *at(right - k, foot - radius),
            *at(right - radius, foot - k),
            *at(right - radius, foot),
        )
        path.lineTo(*at(left + radius, foot))
        path.curveTo(
            *at(left + radius, foot - k),
            *at(left + k, foot - radius),
            *at(left, foot - radius),
        )
        path.lineTo(*at(left, top + radius))
        path.curveTo(
            *at(left + k, top + radius), *at(left + radius, top + k), *at(left + radius, top)
        )
        path.close()
        self._draw(path, "", colour, weight)

    def _at(self, x: float, y: float) -> Point:
        return x * mm, (self.high - y) * mm

    def _draw(self, path: PDFPathObject, fill: str, line: str, weight: float) -> None:
        self._set(fill, line, weight)
        self.canvas.drawPath(path, stroke=bool(line), fill=bool(fill))

    def _set(self, fill: str, line: str, weight: float) -> None:
        if fill:
            self.canvas.addLiteral(f"{_rgb(fill)} rg")
        if line:
            self._pen(line, weight)

    def _pen(self, colour: str, weight: float) -> None:
        self.canvas.addLiteral(f"{_rgb(colour)} RG")
        self.canvas.setLineWidth(weight)


@cache
def _rgb(colour: str) -> str:
    """A colour such as "#1d70b8" as a page names it."""
    written: str = fp_str(HexColor(colour).rgb())
    return written


def width_mm(text: str, face: str, size: float, track: float = 0, feature: str = "") -> float:
    """How wide a line is, in millimetres."""
    return tracked_width(text, face, size, track, feature) * POINT
