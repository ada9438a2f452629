"""A page of a finished paper as a picture: what will be printed, not a likeness."""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from math import ceil
from threading import Lock

import pypdfium2
from PIL import Image

_reading = Lock()
"""PDFium may be asked by one thread at a time, whatever documents they read."""

_TILE, _WHITE = 512, b"\xff"


@dataclass(frozen=True, slots=True)
class PagePicture:
    """Pixels of a page in rows of `stride` bytes, four a pixel: red, green, blue and nothing."""

    wide: int
    high: int
    stride: int
    pixels: bytes


def page_picture(paper: bytes, number: int, wide: int) -> PagePicture:
    """A page, counted from 0, so many pixels wide."""
    with _reading, pypdfium2.PdfDocument(paper) as document:
        page = document[number]
        return _rendered(page, wide / page.get_width())


def png(paper: bytes, number: int, wide: int) -> bytes:
    """A page, counted from 0, as the file of a picture so many pixels wide."""
    page, target = page_picture(paper, number, wide), BytesIO()
    size = (page.wide, page.high)
    Image.frombuffer("RGBX", size, page.pixels, "raw", "RGBX", page.stride, 1).convert("RGB").save(
        target, "PNG"
    )
    return target.getvalue()


def page_sizes(paper: bytes) -> tuple[tuple[float, float], ...]:
    """Width and height of each page in points."""
    with _reading, pypdfium2.PdfDocument(paper) as document:
        return tuple(page.get_size() for page in document)


@dataclass(frozen=True, slots=True)
class Tile:
    """A part of a page by the place of its upper left corner, in pixels."""

    left: int
    top: int
    picture: PagePicture


def tiles(paper: bytes, number: int, dots: float) -> Iterator[Tile]:
    """What of a page isn't blank, so many dots an inch: whole, a page can take 140 MB."""
    scale = dots / 72
    with _reading, pypdfium2.PdfDocument(paper) as document:
        wide, high = (ceil(side * scale) for side in document[number].get_size())
    for top in range(0, high, _TILE):
        below = max(high - top - _TILE, 0)
        with _reading, pypdfium2.PdfDocument(paper) as document:
            page = document[number]
            row = [
                (left, _rendered(page, scale, (left, below, max(wide - left - _TILE, 0), top)))
                for left in range(0, wide, _TILE)
            ]
        for left, picture in row:
            if picture.pixels.strip(_WHITE):
                yield Tile(left, top, picture)


def _rendered(
    page: pypdfium2.PdfPage, scale: float, left_out: tuple[int, int, int, int] = (0, 0, 0, 0)
) -> PagePicture:
    """A page without so many pixels at its left, foot, right and top."""
    left, below, right, top = (max(pixels - _HALF, 0) / scale for pixels in left_out)
    bitmap = page.render(
        scale=scale,
        crop=(left, below, right, top),
        rev_byteorder=True,
        prefer_bgrx=True,
        may_draw_forms=False,
    )
    return PagePicture(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))


_HALF = 0.5
"""Of a pixel less is left out, for PDFium rounds it up."""
