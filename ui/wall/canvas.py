"""The projector's canvas: a wall of 1,080 lines, whatever the screen, on which nothing is cut."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import lru_cache

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap, QTransform

from ui.wall.colours import wall_colours
from ui.wall.type import Type, laid_out

LINES = 1080
"""Of the wall: all measures are in these."""

EDGE = 96
"""Free at the left and at the right."""

LEFT = Qt.AlignmentFlag.AlignLeft
RIGHT = Qt.AlignmentFlag.AlignRight
CENTRE = Qt.AlignmentFlag.AlignHCenter

_CORNER = 8

_HAIR = 1.5
"""How thick a hairline is; one pixel at least."""


@dataclass(slots=True)
class Canvas:
    """A painter over one picture of `wide` × `tall` pixels; `said` lists every text painted.

    `screen` is the name of the screen that it is for. What flashes is on while it `is_lit`. While
    a scene moves in, `at` is how many milliseconds of it are gone, and its band comes from where
    the last one was, `band_from`; `None` once it has arrived. With `pops`, parts appear at their
    time and nothing moves. `origin` is where the wall begins in the picture,
    and `bands` are those painted.
    """

    painter: QPainter
    wide: float
    tall: float
    said: list[str] = field(default_factory=list)
    colours: Mapping[str, str] = field(default_factory=wall_colours)
    screen: str = ""
    is_lit: bool = True
    at: float | None = None
    band_from: QRectF | None = None
    pops: bool = False
    bands: list[QRectF] = field(default_factory=list)
    origin: QPoint = field(default_factory=QPoint)

    def __post_init__(self) -> None:
        if self.painter.isActive():
            self.painter.setTransform(self._transform)

    def inside(self, share: float) -> "Canvas":
        """A wall of so much of its size, in the middle at the top of this one."""
        left = round(self.wide * (1 - share) / 2)
        return replace(self, wide=self.wide * share, tall=self.tall * share, origin=QPoint(left, 0))

    @property
    def _transform(self) -> QTransform:
        return QTransform(self.scale, 0, 0, self.scale, self.origin.x(), self.origin.y())

    @property
    def scale(self) -> float:
        """Pixels of a line."""
        return self.tall / LINES

    @property
    def width(self) -> float:
        """Of the wall."""
        return self.wide / self.scale

    @property
    def right(self) -> float:
        """Where the inside ends."""
        return self.width - EDGE

    @property
    def inner(self) -> int:
        """The width between the free edges."""
        return int(self.width) - 2 * EDGE

    @property
    def all(self) -> QRectF:
        """The whole wall."""
        return QRectF(0, 0, self.width, LINES)

    def whole(self, box: QRectF) -> QRect:
        """A part of the wall in the pixels of the picture."""
        return self._transform.mapRect(box).toAlignedRect()

    def fill(self, box: QRectF, colour: str) -> None:
        """Fill `box` with a colour "#RRGGBB" or a token's name, to whole pixels."""
        start, end = self.snapped(box.topLeft()), self.snapped(box.bottomRight())
        self.painter.fillRect(QRectF(start, end), self._colour(colour))

    def hairline(self, y: float, left: float = EDGE, right: float | None = None) -> None:
        """A thin line across the inside."""
        end, scale = self.right if right is None else right, self.scale
        at = self.snapped(QPointF(left, y))
        thick = max(round(_HAIR * scale), 1) / scale
        self.painter.fillRect(QRectF(at.x(), at.y(), end - left, thick), self._colour("line"))

    def rounded(self, box: QRectF, colour: str, radius: float = _CORNER) -> None:
        """A box with softly rounded corners."""
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(self._colour(colour))
        self.painter.drawRoundedRect(box, radius, radius)

    def outlined(self, box: QRectF, colour: str, width: float = 3, radius: float = _CORNER) -> None:
        """A frame just inside `box`."""
        pen = QPen(self._colour(colour), width)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        self.painter.setPen(pen)
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        half = width / 2
        self.painter.drawRoundedRect(box.adjusted(half, half, -half, -half), radius, radius)

    def shape(self, outline: QPainterPath, colour: str, *, is_filled: bool = True) -> None:
        """A shape, filled or by its outline alone."""
        pen = QPen(self._colour(colour), 4)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        self.painter.setPen(Qt.PenStyle.NoPen if is_filled else pen)
        self.painter.setBrush(self._colour(colour) if is_filled else Qt.BrushStyle.NoBrush)
        self.painter.drawPath(outline)

    def picture(self, box: QRectF, picture: QPixmap) -> None:
        """A picture over the whole of `box`."""
        self.painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self.painter.drawPixmap(box, picture, picture.rect().toRectF())

    def line(
        self,
        x: float,
        top: float,
        text: str,
        type_: Type,
        colour: str = "text",
        align: Qt.AlignmentFlag = LEFT,
    ) -> float:
        """One line at, up to or about `x`, its box from `top` on; how wide it is."""
        if not text:
            return 0.0
        self.said.append(text)
        return self._drawn(x, top, text, type_, colour, align)

    def block(
        self,
        x: float,
        top: float,
        lines: Sequence[str],
        type_: Type,
        colour: str = "text",
        *,
        text: str | Sequence[str] = "",
        align: Qt.AlignmentFlag = LEFT,
        leading: float | None = None,
    ) -> float:
        """Lines one below the other; where they end. They are said as the `text` that they are.

        That is more than one where the lines are a run of names.
        """
        self.said += [text] if isinstance(text, str) and text else text
        step = leading or type_.line
        for number, line in enumerate(lines):
            lift = (step - type_.line) / 2
            self._drawn(x, top + number * step + lift, line, type_, colour, align)
        return top + len(lines) * step

    def snapped(self, point: QPointF) -> QPointF:
        """The nearest whole pixel, where letters are sharp and their shapes found in Qt's cache."""
        scale = self.scale
        return QPointF(round(point.x() * scale) / scale, round(point.y() * scale) / scale)

    @contextmanager
    def moment(
        self, start: float, length: float, *, dx: float = 0, dy: float = 0
    ) -> Iterator[bool]:
        """Paint what arrives from `start` on, faint at first and so far off; whether it is there.

        A name isn't even laid out before its moment.
        """
        gone = self.progress(start, length)
        if self.at is not None and self.at < start:
            yield False
            return
        self.painter.save()
        self.painter.setOpacity(self.painter.opacity() * gone)
        self.painter.translate(QPointF(dx, dy) * (1 - gone))
        yield True
        self.painter.restore()

    def progress(self, start: float, length: float) -> float:
        """How much of a motion is done, slower towards its end; 1 once it has arrived."""
        if self.at is None or (self.pops and self.at >= start):
            return 1.0
        part = min(max((self.at - start) / max(length, 1), 0.0), 1.0)
        return 1 - (1 - part) ** 3

    def moving_band(self, box: QRectF, start: float = 0, length: float = 600) -> QRectF:
        """Paint the event's colour from where it was to `box`; where it is now."""
        begin, done = self.band_from, self.progress(start, length)
        if begin is not None and done < 1:
            box = QRectF(
                begin.left() + (box.left() - begin.left()) * done,
                begin.top() + (box.top() - begin.top()) * done,
                begin.width() + (box.width() - begin.width()) * done,
                begin.height() + (box.height() - begin.height()) * done,
            )
        self.fill(box, "band")
        self.bands.append(box)
        return box

    def _drawn(
        self,
        x: float,
        top: float,
        text: str,
        type_: Type,
        colour: str,
        align: Qt.AlignmentFlag,
    ) -> float:
        shaped, painter = laid_out(text, type_), self.painter
        left = x if align == LEFT else x - (shaped.width if align == RIGHT else shaped.width / 2)
        painter.setFont(shaped.font)
        painter.setPen(self._colour(colour))
        painter.drawStaticText(self.snapped(QPointF(left, top + shaped.lead)), shaped.text)
        return shaped.width

    def _colour(self, colour: str) -> QColor:
        return _parsed(self.colours.get(colour, colour))


@lru_cache(maxsize=64)
def _parsed(colour: str) -> QColor:
    return QColor(colour)
