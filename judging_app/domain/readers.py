"""For whom data is that leaves an event, and whether its ballots say whose they are."""

from enum import Enum


class Reader(Enum):
    """For whom data is: each may know what the one before knows, and more."""

    PUBLIC = "public"
    PANEL = "panel"
    ORGANISER = "organiser"


class Ballots(Enum):
    """Whether ballots are there, and whether they say whose they are."""

    NAMED = "named"
    UNNAMED = "unnamed"
    NONE = "none"
