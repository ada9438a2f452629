"""The event's logo on its shelf, light or dark as the logo needs it."""

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPixmap

from judging_app.domain.look import EventLook
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


def paint_shelf(canvas: Canvas, words: str, look: EventLook) -> float:
    """Paint the logos' shelf where there is one; where what is above it ends."""
    found = _logo(look.logo, canvas.colours["paper"]) if words and look.logo else None
    if found is None:
        return LINES
    top = LINES - SHELF
    canvas.fill(QRectF(0, top, canvas.width, SHELF), found.shelf)
    middle = top + SHELF / 2
    wide = canvas.line(EDGE, middle - 24, words, Type(SMALL), found.words)
    size = QSize(found.picture.size()).scaled(_WIDEST, _LOGO, Qt.AspectRatioMode.KeepAspectRatio)
    box = QRectF(EDGE + wide + _AFTER, middle - size.height() / 2, size.width(), size.height())
    canvas.picture(box, found.picture)
    return top


@lru_cache(maxsize=4)
def _logo(logo: str, paper: str) -> Logo | None:
    image = QImage.fromData(logo_picture(EventLook(logo=logo)))
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
