"""How the event looks to the room and on paper: its two colours and its logos."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from judging_app.errors import DeskError

LONGEST_LOGO = 2_700_000
"""Characters of all logos in base64: image files of 2 MB."""

MOST_LOGOS = 4
"""As many as are told apart in a line, on the wall as on a certificate."""

_COLOUR = re.compile("#[0-9a-f]{6}")


@dataclass(frozen=True, slots=True)
class EventLook:
    """Colours as "#1d70b8"; `logo` is an image file in base64, empty where there is none.

    `more` are those of other organisers, which stand beside it.
    """

    band: str = ""
    accent: str = ""
    logo: str = ""
    more: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for colour in (self.band, self.accent):
            if colour and not _COLOUR.fullmatch(colour):
                raise DeskError(f"“{colour}” isn’t a colour. Write six digits, such as #1d70b8.")
        if len(self.logos) > MOST_LOGOS:
            raise DeskError(f"There is room for {MOST_LOGOS} logos. Remove one first.")
        if sum(map(len, self.logos)) > LONGEST_LOGO:
            raise DeskError("The logos are larger than 2 MB together. Save this one smaller.")

    @property
    def logos(self) -> tuple[str, ...]:
        """All of them, in the order in which they stand."""
        return tuple(one for one in (self.logo, *self.more) if one)

    def with_logos(self, logos: Sequence[str]) -> "EventLook":
        """The same colours with other logos.

        Raises:
            DeskError: if they are too many or too large.
        """
        first, *more = logos or ("",)
        return replace(self, logo=first, more=tuple(more))


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
