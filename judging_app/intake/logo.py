"""The file of a logo to the text that the event file keeps, or the reason why it can't be used."""

from base64 import b64encode
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from judging_app.domain.look import MOST_SIDE
from judging_app.errors import IntakeError
from judging_app.intake.tables.problems import shown

if TYPE_CHECKING:
    from PIL.ImageFile import ImageFile

MOST_BYTES = 2_000_000
"""2 MB; the logo is a part of the event file and of every safety copy of it."""

LEAST_SIDE = 64
"""Pixels; fewer are a blur on paper."""

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"


def load_logo(path: Path) -> str:
    """The picture at `path`, checked, in base64 as an `EventLook` holds it.

    Raises:
        IntakeError: saying why it can't be read or used, and what to do.
    """
    try:
        with path.open("rb") as opened:
            # One byte more shows that it is too large, whatever its size claims to be.
            content = opened.read(MOST_BYTES + 1)
    except OSError as error:
        remedy = "Copy it to this computer and choose the copy."
        refusal = f"{shown(path.name)} can’t be read ({error.strerror}). {remedy}"
        raise IntakeError((refusal,)) from error
    return read_logo(path.name, content)


def read_logo(file: str, content: bytes) -> str:
    """A picture's bytes, checked, in base64; `file` is the name that a refusal calls it by.

    Raises:
        IntakeError: if it is no PNG or JPEG, broken, too large or too small.
    """
    if refusal := _refusal(content):
        raise IntakeError((f"{shown(file)} {refusal}",))
    return b64encode(content).decode("ascii")


def _refusal(content: bytes) -> str:
    if len(content) > MOST_BYTES:
        return "is larger than 2 MB. Save it smaller, at most 1,000 pixels wide."
    if not content.startswith((_PNG, _JPEG)):
        return "is neither a PNG nor a JPEG picture. Export the logo as PNG and choose that."
    # A damaged file fails in any of these ways, wherever the damage is.
    try:
        return _refusal_of_picture(_opened(content))
    except (OSError, SyntaxError, ValueError):
        return "is damaged. Export the logo again as PNG and choose that."


def _refusal_of_picture(picture: "ImageFile") -> str:
    """The sides are read first: a small file can unfold to more than fits in the memory."""
    wide, high = picture.size
    if max(wide, high) > MOST_SIDE:
        return f"is {wide:,} × {high:,} pixels. Make it at most {MOST_SIDE:,} on each side."
    if min(wide, high) < LEAST_SIDE:
        return f"is {wide} × {high} pixels. Choose one of at least {LEAST_SIDE} on each side."
    picture.load()
    return ""


def _opened(content: bytes) -> "ImageFile":
    # No window waits for the readers of pictures at its start.
    from PIL.JpegImagePlugin import JpegImageFile  # noqa: PLC0415 - as said above
    from PIL.PngImagePlugin import PngImageFile  # noqa: PLC0415

    kind = PngImageFile if content.startswith(_PNG) else JpegImageFile
    return kind(BytesIO(content))
