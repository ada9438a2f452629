"""What teams said of their names: whether each is right as it is spelt, and how it is said."""

from dataclasses import dataclass
from enum import Enum


class Named(Enum):
    """Whose name it is."""

    TEAM = "team"
    PARTICIPANT = "participant"
    JUDGE = "judge"
    MENTOR = "mentor"


@dataclass(frozen=True, slots=True)
class ProvenName:
    """A name as it was spelt when somebody looked at it; `said` is how it is said aloud.

    Spelt otherwise later, it is to be looked at again.
    """

    of: Named
    id: str
    name: str
    said: str = ""
    is_right: bool = False
