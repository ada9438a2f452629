"""What a list can be of."""

from enum import Enum


class ListKind(Enum):
    """One kind of list; in the order in which they are taken in."""

    RUBRIC = "rubric"
    TEAMS = "teams"
    PARTICIPANTS = "participants"
    JUDGES = "judges"
    VISITS = "visits"


KINDS = tuple(kind.value for kind in ListKind)
"""How each is typed."""
