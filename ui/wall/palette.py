"""The event's colours and logo on the projector's ground."""

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPixmap

from judging_app.domain.look import EventLook
from judging_app.present.contrast import SHAPE, black_or_white, contrast
from judging_app.present.organiser.look import Colours, Ground, colours_on, logo_picture
from ui.wall.canvas import Canvas

_PLATE_EDGE = 0.08
"""Free round a logo on its plate, of the plate's shorter side."""

_SAMPLE = 32
"""Pixels a side to which a logo is made small to find how light it is."""


@dataclass(frozen=True, slots=True)
class Logo:
    """A logo; `plate` is what it needs behind it to be seen on the ground, or nothing."""

    picture: QPixmap
    plate: str


def dress(canvas: Canvas, look: EventLook) -> None:
    """Let `canvas` paint in the event's colours, as near to them as reads on its ground.

    The accent has the part of what the host's own windows call an act.
    """
    if look.band or look.accent:
        ground, accent = canvas.colours["ground"], canvas.colours["act"]
        made = _fit(look.band, look.accent, ground, canvas.band, accent)
        canvas.band = made.band
        canvas.colours = {**canvas.colours, "act": made.accent}


def paint_logo(canvas: Canvas, look: EventLook, room: QRectF) -> None:
    """Paint the logo as large as `room` takes it, in the middle; nothing where there is none."""
    found = _logo(look.logo, canvas.colours["ground"]) if look.logo else None
    if found is None:
        return
    edge = min(room.width(), room.height()) * _PLATE_EDGE if found.plate else 0.0
    inside = room.adjusted(edge, edge, -edge, -edge)
    size = QSize(found.picture.size()).scaled(
        inside.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio
    )
    box = QRectF(0, 0, size.width(), size.height())
    box.moveCenter(inside.center())
    if found.plate:
        canvas.bar(box.adjusted(-edge, -edge, edge, edge), found.plate)
    canvas.picture(box, found.picture)


@lru_cache(maxsize=8)
def _fit(band: str, accent: str, ground: str, own_band: str, own_accent: str) -> Colours:
    own = Ground("the ground", "on the projector", ground, own_band, own_accent)
    return colours_on(EventLook(band, accent), own)


@lru_cache(maxsize=4)
def _logo(logo: str, ground: str) -> Logo | None:
    image = QImage.fromData(logo_picture(EventLook(logo=logo)))
    if image.isNull():
        return None
    return Logo(QPixmap.fromImage(image), _plate(image, ground))


def _plate(image: QImage, ground: str) -> str:
    """White or black behind a logo that is partly clear and reads badly on the ground."""
    if not image.hasAlphaChannel():
        return ""
    mean = _mean_colour(image)
    return "" if contrast(mean, ground) >= SHAPE else black_or_white(mean)


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
