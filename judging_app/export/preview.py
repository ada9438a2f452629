"""A page of a finished paper as a picture for the screen: what will be printed, not a likeness."""

from dataclasses import dataclass
from threading import Lock

import pypdfium2

_reading = Lock()
"""PDFium may be asked by one thread at a time, whatever documents they read."""


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
        bitmap = page.render(
            scale=wide / page.get_width(),
            rev_byteorder=True,
            prefer_bgrx=True,
            may_draw_forms=False,
        )
        return PagePicture(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
