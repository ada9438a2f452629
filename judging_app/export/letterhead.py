"""The first page of a letterhead's PDF as a picture, which is what an event keeps."""

from io import BytesIO
from pathlib import Path

import pypdfium2
from PIL import Image

from judging_app.errors import OutputError
from judging_app.export.preview import page_picture

MOST_BYTES, MOST_PICTURE = 20_000_000, 2_000_000
_WIDE = 2480
"""Pixels across: 300 an inch of A4 upright."""


def letterhead(path: Path) -> bytes:
    """The PDF at `path` as PNG, which keeps lines sharp; full of photographs, as JPEG.

    Raises:
        OutputError: saying why it can’t be read, and what to do.
    """
    try:
        with path.open("rb") as opened:
            content = opened.read(MOST_BYTES + 1)
        if len(content) > MOST_BYTES:
            raise OutputError(f"{path.name} is larger than 20 MB. Save its first page by itself.")
        picture = page_picture(content, 0, _WIDE)
    except (OSError, pypdfium2.PdfiumError) as error:
        remedy = "Save it again without a password, or export it as PNG."
        raise OutputError(f"{path.name} can’t be read as a PDF. {remedy}") from error
    size, row = (picture.wide, picture.high), picture.stride
    image = Image.frombuffer("RGBX", size, picture.pixels, "raw", "RGBX", row, 1).convert("RGB")
    made = _saved(image, "PNG")
    return made if len(made) <= MOST_PICTURE else _saved(image, "JPEG")


def _saved(image: Image.Image, kind: str) -> bytes:
    target = BytesIO()
    image.save(target, kind)
    return target.getvalue()
