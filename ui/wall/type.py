"""The projector's type: every text shaped once, for all the frames that it is in."""

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QStaticText, QTransform

from ui.fonts import screen_font, with_figures


@dataclass(frozen=True, slots=True)
class Type:
    """A cut of the face."""

    is_strong: bool = False
    is_tabular: bool = False


@lru_cache(maxsize=128)
def type_font(pixels: int, type_: Type) -> QFont:
    """The face in a cut, at a size in pixels."""
    font = screen_font(pixels, is_strong=type_.is_strong)
    return with_figures(font, _ANY_FIGURE) if type_.is_tabular else font


_ANY_FIGURE = "0"


@lru_cache(maxsize=2048)
def laid_out(text: str, pixels: int, type_: Type) -> tuple[QStaticText, float, float]:
    """`text` shaped once for every frame that it is in, with its width and height."""
    font = type_font(pixels, type_)
    metrics = QFontMetricsF(font)
    made = QStaticText(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
    made.prepare(QTransform(), font)
    return made, metrics.horizontalAdvance(text), metrics.height()


@lru_cache(maxsize=2048)
def elided(text: str, pixels: int, type_: Type, room: int) -> str:
    """`text` cut to `room` pixels where it is longer."""
    metrics = QFontMetricsF(type_font(pixels, type_))
    if metrics.horizontalAdvance(text) <= room:
        return text
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)


@lru_cache(maxsize=256)
def broken(text: str, pixels: int, type_: Type, room: int) -> tuple[str, ...]:
    """`text` in lines of at most `room` pixels, but for a word that alone is longer."""
    metrics = QFontMetricsF(type_font(pixels, type_))
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for word in paragraph.split():
            longer = f"{line} {word}" if line else word
            if line and metrics.horizontalAdvance(longer) > room:
                lines.append(line)
                longer = word
            line = longer
        lines.append(line)
    return tuple(lines)
