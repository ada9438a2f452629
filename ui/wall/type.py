"""The projector's type: five sizes on a wall of 1,080 lines, every text shaped once."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QStaticText, QTextLayout, QTransform

from ui.fonts import screen_font, with_figures

NAME, LARGE, ROW_LARGE, ROW, SMALL = 216, 144, 90, 54, 40
"""The sizes; the room reads nothing smaller than the last."""

LADDER = (NAME, LARGE, ROW_LARGE, ROW, SMALL)

_LINES = {NAME: 212, LARGE: 148, ROW_LARGE: 96, ROW: 62, SMALL: 48}
_SPACING = {NAME: -3.0, LARGE: -2.5, ROW_LARGE: -2.0, ROW: -1.0, SMALL: 0.0}
"""From line to line, and between letters in per cent of the size."""

_GLUE = "\N{NO-BREAK SPACE}"
_ANY_FIGURE = "0"


class Type(NamedTuple):
    """A cut of the face at a size; a tuple, for it is looked up with every text of every frame."""

    size: int = SMALL
    is_strong: bool = False
    is_tabular: bool = False

    @property
    def line(self) -> int:
        """From one line to the next."""
        return _LINES.get(self.size, self.size)

    @property
    def figures(self) -> "Type":
        """The same with figures of one width; a hyphen gets that width too, so names have not."""
        return self._replace(is_tabular=True)


@lru_cache(maxsize=256)
def type_font(type_: Type) -> QFont:
    """The face in a cut."""
    font = screen_font(type_.size, is_strong=type_.is_strong)
    nearest = next((size for size in LADDER if size <= type_.size), SMALL)
    font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, type_.size * _SPACING[nearest] / 100)
    return with_figures(font, _ANY_FIGURE) if type_.is_tabular else font


@lru_cache(maxsize=256)
def _metrics(type_: Type) -> QFontMetricsF:
    return QFontMetricsF(type_font(type_))


class Shaped(NamedTuple):
    """A text ready to be painted: `lead` is free above its letters, within its line."""

    text: QStaticText
    font: QFont
    width: float
    lead: float


@lru_cache(maxsize=4096)
def laid_out(text: str, type_: Type) -> Shaped:
    """`text` shaped once for every frame that it is in."""
    made, font = QStaticText(text), type_font(type_)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
    made.prepare(QTransform(), font)
    metrics = _metrics(type_)
    lead = (type_.line - metrics.height()) / 2
    if made.size().height() > metrics.height():
        lead -= _ascent(text, font) - metrics.ascent()
    return Shaped(made, font, width_of(text, type_), lead)


def _ascent(text: str, font: QFont) -> float:
    """How far above its letters' foot Qt begins a line: further where another face helps out."""
    layout = QTextLayout(text, font)
    layout.beginLayout()
    line = layout.createLine()
    layout.endLayout()
    return line.ascent()


@lru_cache(maxsize=8192)
def width_of(text: str, type_: Type) -> float:
    """How wide `text` comes out."""
    return _metrics(type_).horizontalAdvance(text)


@lru_cache(maxsize=4096)
def lines_of(text: str, type_: Type, room: int) -> tuple[str, ...]:
    """`text` in as few lines of at most `room` as it takes, as even as they get."""
    greedy = _broken(text, type_, room)
    if len(greedy) == 1 or "\n" in text:
        return greedy
    low, high = 1, room
    while low < high:  # the narrowest room that takes no more lines
        middle = (low + high) // 2
        if len(_broken(text, type_, middle)) <= len(greedy) and _holds_words(text, type_, middle):
            high = middle
        else:
            low = middle + 1
    return _broken(text, type_, high) if high < room else greedy


def together(items: Sequence[str]) -> str:
    """A run of names none of which is broken over two lines."""
    return ", ".join(item.replace(" ", _GLUE) for item in items)


def fitted(
    text: str, rungs: Sequence[tuple[int, int]], room: int, *, is_strong: bool = True
) -> tuple[Type, tuple[str, ...]]:
    """The first rung, a size and the most lines, on which `text` stands; else the last, in full.

    A word is broken only where even the smallest size would have to.
    """
    breaks = not _holds_words(text, Type(rungs[-1][0], is_strong), room)
    for size, most in rungs:
        type_ = Type(size, is_strong)
        lines = lines_of(text, type_, room)
        if len(lines) <= most and (breaks or _holds_words(text, type_, room)):
            break
    return type_, lines


def stands(name: str, size: int, room: int, tall: float) -> bool:
    """Whether a name stands in so much room, no word broken that large rows could have whole."""
    type_, rows = Type(size, is_strong=True), Type(ROW_LARGE, is_strong=True)
    is_whole = _holds_words(name, type_, room) or not _holds_words(name, rows, room)
    return is_whole and len(_broken(name, type_, room)) * type_.line <= tall


def largest_on_one_line(texts: Sequence[str], sizes: Sequence[int], room: float) -> int:
    """The largest of `sizes` at which every text is on one line; 0 where there is none."""
    for size in sizes:
        if all(width_of(text, Type(size, is_strong=True)) <= room for text in texts):
            return size
    return 0


def _holds_words(text: str, type_: Type, room: int) -> bool:
    return all(width_of(word, type_) <= room for word in text.split())


@lru_cache(maxsize=4096)
def _broken(text: str, type_: Type, room: int) -> tuple[str, ...]:
    """At spaces first; at a hyphen, and then anywhere, only within a word wider than `room`."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for word in paragraph.split(" "):
            longer = f"{line} {word}" if line else word
            if line and width_of(longer, type_) > room:
                lines.append(line)
                longer = word
            *whole, line = _pieces(longer, type_, room)
            lines += whole
        lines.append(line)
    return tuple(lines)


def _pieces(text: str, type_: Type, room: int) -> Iterator[str]:
    while text and width_of(text, type_) > room:
        cut = _cut(text, type_, room)
        yield text[:cut].rstrip(_GLUE)
        text = text[cut:].lstrip(_GLUE)
    yield text


def _cut(text: str, type_: Type, room: int) -> int:
    ends = [n for n, letter in enumerate(text[:-1], 1) if letter in (_GLUE, "-", " ")]
    fitting = [end for end in ends if width_of(text[:end].rstrip(_GLUE), type_) <= room]
    if fitting:
        return fitting[-1]
    cut = max(int(len(text) * room / max(width_of(text, type_), 1)), 1)
    while cut > 1 and width_of(text[:cut], type_) > room:
        cut -= 1
    return cut
