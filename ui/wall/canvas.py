"""The projector's canvas: sizes as parts of the height, and text that always fits."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from math import ceil, floor

from PySide6.QtCore import QPoint, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap

from judging_app.domain.look import NO_LOOK
from judging_app.present.contrast import black_or_white
from judging_app.present.organiser.look import colours_on
from ui.event_colours import wall_ground
from ui.tokens import tokens
from ui.wall.type import Type, broken, elided, laid_out, type_font

TITLE = 1 / 12
NAME = 1 / 20
SMALLEST = 1 / 36
"""Sizes of type as parts of the height; the room reads nothing smaller."""

MARGIN = 1 / 18
"""Of the height, free on every side."""

EVENT_COLOUR = colours_on(NO_LOOK, wall_ground()).band
"""The band of an event that has no colour of its own."""

_WHOLE = 1e-6
"""What a size in whole pixels may be off by after it was reckoned as a part of the height."""

_STEP = 0.92
"""Text that must be smaller goes down in steps of this, so that few sizes are side by side."""

_WRAP_BELOW = 0.72
"""How small one line may get against its full size before two lines serve better."""

_LEADING = 1.18
"""From one line to the next, of the size of type."""

_TRIES = 20
"""How finely the lines of a paragraph are made even."""

LEFT = Qt.AlignmentFlag.AlignLeft
RIGHT = Qt.AlignmentFlag.AlignRight
CENTRE = Qt.AlignmentFlag.AlignHCenter


_COLOURS = tokens("dark")


def _dark() -> Mapping[str, str]:
    return _COLOURS


@dataclass(slots=True)
class Canvas:
    """A painter over one picture of `width` × `height`; `said` lists every text painted.

    `screen` is the name of the screen that it is for. What flashes is on while it `is_lit`.
    """

    painter: QPainter
    width: float
    height: float
    band: str = EVENT_COLOUR
    said: list[str] = field(default_factory=list)
    colours: Mapping[str, str] = field(default_factory=_dark)
    screen: str = ""
    is_lit: bool = True

    @property
    def margin(self) -> float:
        """The free edge, in pixels."""
        return self.height * MARGIN

    @property
    def inner(self) -> float:
        """The width between the margins, in pixels."""
        return self.width - 2 * self.margin

    @property
    def on_band(self) -> str:
        """The colour of text on the event's band: whichever reads better."""
        return black_or_white(self.band)

    def fill(self, box: QRectF | QRect, colour: str) -> None:
        """Fill `box` with a colour "#RRGGBB" or a token's name."""
        whole = box if isinstance(box, QRect) else box.toAlignedRect()
        self.painter.fillRect(whole, self._colour(colour))

    def bar(self, box: QRectF, colour: str) -> None:
        """A bar with softly rounded ends."""
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(self._colour(colour))
        radius = min(box.height() / 2, box.width() / 2, self.height / 120)
        self.painter.drawRoundedRect(box, radius, radius)

    def frame(self, box: QRectF, colour: str, width: float) -> None:
        """A frame of `width` pixels just inside `box`, its corners softly rounded."""
        pen = QPen(self._colour(colour), width)
        self.painter.setPen(pen)
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        half = width / 2
        radius = self.height / 60
        self.painter.drawRoundedRect(box.adjusted(half, half, -half, -half), radius, radius)

    def shape(self, outline: QPainterPath, colour: str) -> None:
        """Fill a shape."""
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(self._colour(colour))
        self.painter.drawPath(outline)

    def picture(self, box: QRectF, picture: QPixmap) -> None:
        """A picture over the whole of `box`."""
        self.painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self.painter.drawPixmap(box, picture, picture.rect().toRectF())

    def text(
        self,
        box: QRectF,
        text: str,
        size: float,
        *,
        align: Qt.AlignmentFlag = LEFT,
        colour: str = "text",
        is_strong: bool = False,
        is_tabular: bool = False,
        smallest: float = SMALLEST,
    ) -> None:
        """One line in `box`: smaller by steps if it must be, down to `smallest`, then elided.

        Figures are of one width where the text `is_tabular`; so is a hyphen, so names are not.
        """
        if text:
            type_ = Type(is_strong=is_strong, is_tabular=is_tabular)
            fitted = self._fitted(text, size, box.width(), smallest, type_)
            self.said.append(text)
            self._line(box, text, fitted, type_, align, colour)

    def lines(
        self,
        box: QRectF,
        text: str,
        size: float,
        *,
        align: Qt.AlignmentFlag = CENTRE,
        colour: str = "text",
        is_strong: bool = True,
    ) -> None:
        """Text in the middle of `box`, on two lines where one would be too small."""
        if not text:
            return
        self.said.append(text)
        type_ = Type(is_strong=is_strong)
        one = self._fitted(text, size, box.width(), SMALLEST, type_)
        halves, two = self._two_lines(box, text, size, type_)
        is_one_whole = self._is_within(text, one, box.width(), type_)
        if two and not (is_one_whole and one >= min(size * _WRAP_BELOW, two)):
            pitch = two * self.height * _LEADING
            for number, half in enumerate(halves):
                top = box.center().y() + pitch * (number - 1)
                line = QRectF(box.left(), top, box.width(), pitch)
                self._line(line, half, two, type_, align, colour)
        else:
            self._line(box, text, one, type_, align, colour)

    def paragraph(
        self,
        box: QRectF,
        text: str,
        size: float,
        *,
        align: Qt.AlignmentFlag = CENTRE,
        colour: str = "text",
        is_strong: bool = False,
    ) -> None:
        """Text on as many lines as `box` takes, as large as it fits; at the least size, elided."""
        if not text:
            return
        self.said.append(text)
        type_ = Type(is_strong=is_strong)
        lines, fitted = self._wrapped(box, text, size, type_)
        pitch = self._pixels(fitted) * _LEADING
        top = box.center().y() - pitch * len(lines) / 2
        for number, line in enumerate(lines):
            room = QRectF(box.left(), top + pitch * number, box.width(), pitch)
            self._line(room, line, fitted, type_, align, colour)

    def text_width(
        self, text: str, size: float, *, is_strong: bool = False, is_tabular: bool = False
    ) -> float:
        """How wide `text` comes out, in pixels."""
        type_ = Type(is_strong=is_strong, is_tabular=is_tabular)
        return laid_out(text, self._pixels(size), type_)[1]

    def _line(
        self,
        box: QRectF,
        text: str,
        size: float,
        type_: Type,
        align: Qt.AlignmentFlag,
        colour: str,
    ) -> None:
        pixels = self._pixels(size)
        shown = elided(text, pixels, type_, floor(box.width()))
        shaped, width, height = laid_out(shown, pixels, type_)
        free = QSizeF(box.width() - width, box.height() - height)
        left = {LEFT: 0.0, CENTRE: free.width() / 2, RIGHT: free.width()}[align]
        self.painter.setFont(type_font(pixels, type_))
        self.painter.setPen(self._colour(colour))
        top = box.top() + free.height() / 2
        # On whole pixels the shapes of letters are found in Qt's cache from frame to frame.
        self.painter.drawStaticText(QPoint(round(box.left() + left), round(top)), shaped)

    def _wrapped(self, box: QRectF, text: str, size: float, type_: Type) -> tuple[list[str], float]:
        """The lines of `text` and the size at which they fit; the last holds all that is left."""
        while True:
            lines = list(broken(text, self._pixels(size), type_, floor(box.width())))
            deep = max(int(box.height() // (self._pixels(size) * _LEADING)), 1)
            fits = len(lines) <= deep and all(
                self._is_within(line, size, box.width(), type_) for line in lines
            )
            if fits:
                return self._balanced(text, len(lines), size, box.width(), type_), size
            if size <= SMALLEST:
                return [*lines[: deep - 1], " ".join(lines[deep - 1 :])], size
            size = max(size * _STEP, SMALLEST)

    def _balanced(self, text: str, count: int, size: float, room: float, type_: Type) -> list[str]:
        """`text` in as many lines as even as they get, so that the last isn't a lonely word."""
        lines = broken(text, self._pixels(size), type_, floor(room))
        for narrower in range(floor(room), 0, -max(floor(room / _TRIES), 1)):
            tried = broken(text, self._pixels(size), type_, narrower)
            if len(tried) > count or not all(
                self._is_within(line, size, narrower, type_) for line in tried
            ):
                break
            lines = tried
        return list(lines)

    def _two_lines(
        self, box: QRectF, text: str, size: float, type_: Type
    ) -> tuple[tuple[str, str], float]:
        """`text` in two and the size at which both fit, or the least; 0 where two lines don't."""
        largest = min(size, box.height() / self.height / 2 / _LEADING)
        if " " not in text or largest < SMALLEST:
            return ("", ""), 0.0
        halves = self._halves(text, size, type_)
        fitted = min(self._fitted(h, largest, box.width(), SMALLEST, type_) for h in halves)
        if not all(self._is_within(half, fitted, box.width(), type_) for half in halves):
            halves = self._filled(text, fitted, box.width(), type_)
        return halves, floor(fitted * self.height) / self.height

    def _filled(self, text: str, size: float, room: float, type_: Type) -> tuple[str, str]:
        """`text` cut where the first line is full, so that only the end of it is elided."""
        words = text.split()
        number = 1
        while self._is_within(" ".join(words[: number + 1]), size, room, type_):
            number += 1
        return " ".join(words[:number]), " ".join(words[number:])

    def _halves(self, text: str, size: float, type_: Type) -> tuple[str, str]:
        """`text` cut at the blank that leaves the longer half shortest."""
        words, pixels = text.split(), self._pixels(size)
        cuts = [
            (" ".join(words[:number]), " ".join(words[number:])) for number in range(1, len(words))
        ]
        return min(cuts, key=lambda cut: (max(laid_out(h, pixels, type_)[1] for h in cut), cut))

    def _fitted(self, text: str, size: float, room: float, smallest: float, type_: Type) -> float:
        fitted = size
        while fitted > smallest and not self._is_within(text, fitted, room, type_):
            fitted = max(fitted * _STEP, smallest)
        return fitted

    def _is_within(self, text: str, size: float, room: float, type_: Type) -> bool:
        return laid_out(text, self._pixels(size), type_)[1] <= floor(room)

    def _pixels(self, size: float) -> int:
        return max(ceil(size * self.height - _WHOLE), ceil(SMALLEST * self.height), 1)

    def _colour(self, colour: str) -> QColor:
        return _parsed(self.colours.get(colour, colour))


@lru_cache(maxsize=64)
def _parsed(colour: str) -> QColor:
    return QColor(colour)
