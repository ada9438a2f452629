"""The event itself: its phases, its method, and what leads from one phase to the next."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from judging_app.closed_sets import complete


class Phase(Enum):
    """How far the day has got."""

    SETTING_UP = "setting up"
    SCORING = "scoring"
    CLOSED = "closed"
    PUBLISHED = "published"


PHASE_MOVES: Mapping[Phase, frozenset[Phase]] = complete(
    {
        Phase.SETTING_UP: frozenset({Phase.SCORING}),
        Phase.SCORING: frozenset({Phase.CLOSED}),
        Phase.CLOSED: frozenset({Phase.SCORING, Phase.PUBLISHED}),
        Phase.PUBLISHED: frozenset({Phase.CLOSED}),
    }
)
"""Every legal change of phase.

Scoring may be reopened until the result is published; a published result goes back to closed only
to be amended, and comes out as the next edition.
"""


class Method(Enum):
    """How ballots become a result; declared before scoring opens."""

    MEAN = "mean"
    ADJUSTED = "adjusted"
    TRIMMED = "trimmed"
    MEDIAN = "median"
    RANK = "rank"
    RANK_POINTS = "rank-points"
    MAJORITY = "majority"
    Z_SCORE = "z-score"


class Audience(Enum):
    """Who is looking: `PUBLIC` may see only what has been released."""

    PUBLIC = "public"
    PANEL = "panel"


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


class Board(Enum):
    """Whether the public may watch the standings while ballots arrive."""

    HIDDEN = "hidden"
    FROZEN = "frozen"
    LIVE = "live"


class BoardForm(Enum):
    """How much of the standings the room sees."""

    FULL = "full"
    PLACES = "places only"
    LOWER_THIRD = "lower third"


class Scene(Enum):
    """What the projector shows."""

    HOLDING = "holding"
    RUN_ORDER = "run order"
    UP_NEXT = "up next"
    NOW_PITCHING = "now pitching"
    CLOCK = "clock"
    PROGRESS = "judges scoring"
    STANDINGS = "standings"
    PEOPLES_CHOICE = "people's choice"
    DELIBERATION = "deliberation"
    REVEAL = "reveal"
    PODIUM = "podium"
    CORRECTION = "correction"
    MESSAGE = "message"
    THANK_YOU = "thank you"
    LOGO = "logo"
    TEST_CARD = "test card"
    BLACK = "black"


@dataclass(frozen=True, slots=True)
class Event:
    """One pitch day; `trims_by_criterion` says how `Method.TRIMMED` is meant."""

    title: str
    held_on: date | None = None
    venue: str = ""
    phase: Phase = Phase.SETTING_UP
    method: Method = Method.MEAN
    board: Board = Board.HIDDEN
    trims_by_criterion: bool = False
    is_rehearsal: bool = False
    """Whether it is a copy to try anything on, which every screen and paper of it says."""


@dataclass(frozen=True, slots=True)
class Programme:
    """What the host has put on the projector.

    `revealed` counts the steps of the reveal announced so far; they begin once a second person,
    `confirmed_by` (an actor's key), has confirmed them. `message` is what the host wrote last for
    the room.
    """

    scene: Scene = Scene.HOLDING
    revealed: int = 0
    form: BoardForm = BoardForm.FULL
    message: str = ""
    confirmed_by: str = ""
    rehearsed_at: datetime | None = None
