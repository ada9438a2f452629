"""The logos on their shelf, light or dark as they need it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPixmap

from judging_app.domain.look import MOST_LOGOS
from judging_app.present.contrast import SHAPE, contrast
from judging_app.present.organiser.look import logo_picture
from ui.wall.canvas import EDGE, LINES, Canvas
from ui.wall.type import SMALL, Type

SHELF = 208
"""The height of the shelf, at the foot of the wall."""

_LOGO = 112
_WIDEST = 900
_AFTER = 72
_SAMPLE = 32
"""Pixels a side to which a logo is made small to find how light it is."""


@dataclass(frozen=True, slots=True)
class Logo:
    """A logo with the colour of its shelf, so that it has no card of its own, and of words there.

    Both are tokens, but for a picture that isn't clear: its shelf goes on in its own ground.
    """

    picture: QPixmap
    shelf: str
    words: str


def paint_shelf(canvas: Canvas, words: str, logos: Sequence[str]) -> float:
    """Paint the logos' shelf where there is one; where what is above it ends.

    It is of one ground if all of them can be seen on it, light or dark; else each has its own
    part of it, from its top to the foot.
    """
    paper = canvas.colours["paper"]
    found = [one for one in (_logo(logo, paper) for logo in logos) if one] if words else []
    if not found:
        return LINES
    top = LINES - SHELF
    canvas.fill(QRectF(0, top, canvas.width, SHELF), found[0].shelf)
    middle = top + SHELF / 2
    wide = canvas.line(EDGE, middle - 24, words, Type(SMALL), found[0].words)
    left = EDGE + wide + _AFTER
    share = (canvas.right - left + _AFTER) / len(found)
    for number, one in enumerate(found):
        start = left + number * share
        if one.shelf != found[number - 1].shelf and number:
            rest = QRectF(start - _AFTER / 2, top, canvas.width - start + _AFTER / 2, SHELF)
            canvas.fill(rest, one.shelf)
        size = _size_of(one, share - _AFTER)
        canvas.picture(QRectF(QPointF(start, middle - size.height() / 2), size), one.picture)
    return top


def _size_of(logo: Logo, room: float) -> QSizeF:
    size = QSizeF(logo.picture.size())
    return size.scaled(min(room, _WIDEST), _LOGO, Qt.AspectRatioMode.KeepAspectRatio)


@lru_cache(maxsize=2 * MOST_LOGOS)
def _logo(logo: str, paper: str) -> Logo | None:
    image = QImage.fromData(logo_picture(logo))
    if image.isNull():
        return None
    picture = QPixmap.fromImage(image)
    if not image.hasAlphaChannel():
        ground = image.pixelColor(0, 0).name()
        is_light = contrast(ground, "#000000") > contrast(ground, "#ffffff")
        return Logo(picture, ground, "paper-text" if is_light else "band-quiet")
    is_dark = contrast(_mean_colour(image), paper) >= SHAPE
    return Logo(picture, *("paper", "paper-text") if is_dark else ("shelf", "shelf-text"))


def _mean_colour(image: QImage) -> str:
    """The mean colour of what isn't clear, as "#rrggbb"."""
    small = image.scaled(
        _SAMPLE,
        _SAMPLE,
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
    pixels = [small.pixelColor(x, y) for x in range(_SAMPLE) for y in range(_SAMPLE)]
    weight = max(sum(pixel.alpha() for pixel in pixels), 1)
    means = (
        sum(pixel.red() * pixel.alpha() for pixel in pixels) // weight,
        sum(pixel.green() * pixel.alpha() for pixel in pixels) // weight,
        sum(pixel.blue() * pixel.alpha() for pixel in pixels) // weight,
    )
    return "#" + "".join(f"{mean:02x}" for mean in means)
