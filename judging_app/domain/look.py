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


NO_LOOK = EventLook()
"""An event that chose neither colours nor a logo."""
