"""How the event looks to the room and on paper: its two colours and its logo."""

import re
from dataclasses import dataclass

from judging_app.errors import DeskError

LONGEST_LOGO = 2_700_000
"""Characters of a logo in base64: an image file of 2 MB."""

_COLOUR = re.compile("#[0-9a-f]{6}")


@dataclass(frozen=True, slots=True)
class EventLook:
    """Colours as "#1d70b8"; `logo` is an image file in base64, empty where there is none."""

    band: str = ""
    accent: str = ""
    logo: str = ""

    def __post_init__(self) -> None:
        for colour in (self.band, self.accent):
            if colour and not _COLOUR.fullmatch(colour):
                raise DeskError(f"“{colour}” isn’t a colour. Write six digits, such as #1d70b8.")


MOST_SIDE = 4000
"""Pixels of a logo; more show nothing that could be seen, and take more memory than there is."""

_PNG, _JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8"
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""The segments of a JPEG that say how large it is. Source: ITU-T T.81, table B.1."""


def picture_sides(content: bytes) -> tuple[int, int]:
    """How wide and high a PNG or JPEG says that it is, read without unfolding it; 0 if neither."""
    if content.startswith(_PNG):
        return _number(content, 16, 4), _number(content, 20, 4)
    at = len(_JPEG) if content.startswith(_JPEG) else len(content)
    while at + 9 <= len(content) and content[at] == 0xFF:  # noqa: PLR2004 - how each begins
        if content[at + 1] in _FRAMES:
            return _number(content, at + 7, 2), _number(content, at + 5, 2)
        at += 2 + _number(content, at + 2, 2)
    return 0, 0


def _number(content: bytes, start: int, length: int) -> int:
    return int.from_bytes(content[start : start + length], "big")


NO_LOOK = EventLook()
"""An event that chose neither colours nor a logo."""
