"""What a list can be of."""

from enum import Enum


class Kind(Enum):
    """One kind of list; in the order in which they are taken in."""

    RUBRIC = "rubric"
    TEAMS = "teams"
    PARTICIPANTS = "participants"
    JUDGES = "judges"
    VISITS = "visits"


KINDS = tuple(kind.value for kind in Kind)
"""How each is typed."""
