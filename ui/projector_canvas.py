"""The projector's canvas: sizes as parts of the height, and text that always fits."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from math import ceil, floor

from PySide6.QtCore import QPoint, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QStaticText, QTransform

from ui.fonts import screen_font
from ui.tokens import contrast, tokens

TITLE = 1 / 12
NAME = 1 / 20
SMALLEST = 1 / 36
"""Sizes of type as parts of the height; the room reads nothing smaller."""

MARGIN = 1 / 18
"""Of the height, free on every side."""

EVENT_COLOUR = tokens("light")["act"]
"""The band of an event that has no colour of its own."""

_SAFE = 0.99
"""Type set in whole pixels comes out a little wider than asked for."""

_WRAP_BELOW = 0.72
"""How small one line may get against its full size before two lines serve better."""

LEFT = Qt.AlignmentFlag.AlignLeft
RIGHT = Qt.AlignmentFlag.AlignRight
CENTRE = Qt.AlignmentFlag.AlignHCenter


_COLOURS = tokens("dark")


def _dark() -> Mapping[str, str]:
    return _COLOURS


@dataclass(slots=True)
class Canvas:
    """A painter over one picture of `width` × `height`; `said` lists every text painted."""

    painter: QPainter
    width: float
    height: float
    band: str = EVENT_COLOUR
    said: list[str] = field(default_factory=list)
    colours: Mapping[str, str] = field(default_factory=_dark)

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
        return max(("#FFFFFF", "#0E131B"), key=self._contrast_on_band)

    def fill(self, box: QRectF, colour: str) -> None:
        """Fill `box` with a colour "#RRGGBB" or a token's name."""
        self.painter.fillRect(box.toAlignedRect(), QColor(self.colours.get(colour, colour)))

    def bar(self, box: QRectF, colour: str) -> None:
        """A bar with softly rounded ends."""
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(QColor(self.colours.get(colour, colour)))
        radius = min(box.height() / 2, box.width() / 2, self.height / 120)
        self.painter.drawRoundedRect(box, radius, radius)

    def text(
        self,
        box: QRectF,
        text: str,
        size: float,
        *,
        align: Qt.AlignmentFlag = LEFT,
        colour: str = "text",
        is_strong: bool = False,
        smallest: float = SMALLEST,
    ) -> None:
        """One line in `box`: smaller if it must be, down to `smallest`, then elided."""
        if not text:
            return
        pixels = self._fitted(text, size, box.width(), smallest, is_strong=is_strong)
        shown = _elided(text, pixels, is_strong, floor(box.width()))
        laid_out, width, height = _laid_out(shown, pixels, is_strong)
        free = QSizeF(box.width() - width, box.height() - height)
        left = {LEFT: 0.0, CENTRE: free.width() / 2, RIGHT: free.width()}[align]
        self.said.append(text)
        self.painter.setFont(_font(pixels, is_strong))
        self.painter.setPen(QColor(self.colours.get(colour, colour)))
        top = box.top() + free.height() / 2
        # On whole pixels the shapes of letters are found in Qt's cache from frame to frame.
        self.painter.drawStaticText(QPoint(round(box.left() + left), round(top)), laid_out)

    def lines(self, box: QRectF, text: str, size: float, *, colour: str) -> None:
        """Strong text in the middle of `box`, on two lines where one would be too small."""
        width = self.text_width(text, size, is_strong=True)
        if width * _WRAP_BELOW <= box.width() or " " not in text:
            self.text(box, text, size, align=CENTRE, colour=colour, is_strong=True)
            return
        halves = self._halves(text, size)
        size = min(size, box.height() / self.height / len(halves) / 1.25)
        size *= min(1.0, *(box.width() / self._strong_width(half, size) for half in halves))
        size = max(size, SMALLEST)
        pitch = size * self.height * 1.25
        top = box.center().y() - pitch * len(halves) / 2
        for number, half in enumerate(halves):
            line = QRectF(box.left(), top + number * pitch, box.width(), pitch)
            self.text(line, half, size, align=CENTRE, colour=colour, is_strong=True)

    def text_width(self, text: str, size: float, *, is_strong: bool = False) -> float:
        """How wide `text` comes out, in pixels."""
        return _laid_out(text, self._pixels(size), is_strong)[1]

    def _strong_width(self, text: str, size: float) -> float:
        return max(self.text_width(text, size, is_strong=True) * 1.01, 1.0)

    def _halves(self, text: str, size: float) -> tuple[str, str]:
        """`text` cut at the blank that leaves the longer half shortest."""
        words = text.split()
        cuts = [
            (" ".join(words[:number]), " ".join(words[number:])) for number in range(1, len(words))
        ]
        return min(cuts, key=lambda cut: (max(self._strong_width(h, size) for h in cut), cut))

    def _fitted(
        self, text: str, size: float, room: float, smallest: float, *, is_strong: bool
    ) -> int:
        width = self.text_width(text, size, is_strong=is_strong)
        scale = min(1.0, room / width) if width else 1.0
        fitted = size * scale * _SAFE if scale < 1 else size
        return self._pixels(max(fitted, smallest))

    def _pixels(self, size: float) -> int:
        return max(floor(size * self.height), ceil(SMALLEST * self.height), 1)

    def _contrast_on_band(self, colour: str) -> float:
        return contrast(colour, self.band)


@lru_cache(maxsize=64)
def _font(pixels: int, is_strong: bool) -> QFont:  # noqa: FBT001 - part of the cache's key
    return screen_font(pixels, is_strong=is_strong)


@lru_cache(maxsize=1024)
def _laid_out(
    text: str,
    pixels: int,
    is_strong: bool,  # noqa: FBT001 - part of the cache's key
) -> tuple[QStaticText, float, float]:
    """`text` shaped once for every frame that it stands in, with its width and height."""
    font = _font(pixels, is_strong)
    metrics = QFontMetricsF(font)
    made = QStaticText(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
    made.prepare(QTransform(), font)
    return made, metrics.horizontalAdvance(text), metrics.height()


@lru_cache(maxsize=1024)
def _elided(
    text: str,
    pixels: int,
    is_strong: bool,  # noqa: FBT001 - part of the cache's key
    room: int,
) -> str:
    metrics = QFontMetricsF(_font(pixels, is_strong))
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
