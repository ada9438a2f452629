"""Pictures for papers, each kept once in the event."""

from dataclasses import dataclass
from hashlib import sha256

_CODE_LENGTH = 16


@dataclass(frozen=True, slots=True)
class KeptPicture:
    """An image file in base64, by a code that follows from it: the same picture is kept once."""

    code: str
    content: str


def kept_picture(content: str) -> KeptPicture:
    """A picture, given in base64, with its code."""
    return KeptPicture(sha256(content.encode()).hexdigest()[:_CODE_LENGTH], content)
