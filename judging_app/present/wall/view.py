"""One scene of the projector as a value: what its picture and a screen reader need of it."""

from dataclasses import dataclass, field
from enum import Enum, StrEnum
from fractions import Fraction

from judging_app.domain.event import BoardForm, Scene
from judging_app.domain.look import EventLook
from judging_app.domain.reveal import StepKind
from judging_app.present.wall.board import WallPage, WallRow


@dataclass(frozen=True, slots=True)
class WallStep:
    """One step of the reveal: a place or an award, with every team that shares it.

    An award that is only named has no teams yet. `award` is what the teams of a place get
    with it, and `note` says who decided the place where the score alone doesn't.
    """

    heading: str
    teams: tuple[str, ...]
    score_text: str
    kind: StepKind = StepKind.PLACE
    award: str = ""
    note: str = ""


class TurnState(Enum):
    """Whether a team has pitched, is pitching or comes later."""

    WAITING = "waiting"
    NEXT = "next"
    NOW = "now"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class TurnRow:
    """One team in the run order; `state_text` says its state in a word, or nothing."""

    number_text: str
    team: str
    state: TurnState = TurnState.WAITING
    state_text: str = ""


@dataclass(frozen=True, slots=True)
class TurnPage:
    """The teams that are on the screen together."""

    rows: tuple[TurnRow, ...]
    label: str


@dataclass(frozen=True, slots=True)
class Person:
    """A member of the team that pitches; the organisation may be unknown."""

    name: str
    organisation: str = ""


class ClockState(StrEnum):
    """How much of the time is left, as the room has to see it at once."""

    NORMAL = "normal"
    WARNING = "warning"
    DANGER = "danger"
    OVERTIME = "overtime"


@dataclass(frozen=True, slots=True)
class StageClock:
    """The clock at one second; `share` of the time is left, from 1 down to 0.

    `state_text` says the state in words, and a pause. `changes_in_ms` is when the picture is out
    of date, for whoever asks again then; it makes no difference between two pictures. It is `None`
    while the clock is paused.
    """

    part_text: str
    time_text: str
    state: ClockState = ClockState.NORMAL
    state_text: str = ""
    share: Fraction = Fraction(1)
    is_running: bool = False
    changes_in_ms: int | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class PlaceChange:
    """A place that a later edition gives to others: "1st place", "Lantern", "was Groundwork"."""

    place: str
    now: str
    before: str


@dataclass(frozen=True, slots=True)
class ChangePage:
    """The changes that are on the screen together."""

    changes: tuple[PlaceChange, ...]
    label: str


@dataclass(frozen=True, slots=True)
class WallView:
    """One scene; two equal views are one picture.

    `number` distinguishes two steps of one scene, so that the projector knows when to move. `label`
    is shown small above the title. Long lists come in pages, of which at most one kind is there;
    `first_page` is where the turning begins.
    """

    scene: Scene
    number: int = 0
    title: str = ""
    lines: tuple[str, ...] = ()
    foot: str = ""
    clock_text: str = ""
    ballots_in: int = 0
    ballots_expected: int = 0
    form: BoardForm = BoardForm.FULL
    pages: tuple[WallPage, ...] = ()
    step: WallStep | None = None
    earlier: tuple[WallRow, ...] = ()
    spoken: str = ""
    label: str = ""
    people: tuple[Person, ...] = ()
    turns: tuple[TurnPage, ...] = ()
    changes: tuple[ChangePage, ...] = ()
    first_page: int = 0
    stage_clock: StageClock | None = None
    look: EventLook = field(default_factory=EventLook, repr=False)
    rehearsal: bool = False

    @property
    def page_count(self) -> int:
        """How many pages turn; none where everything is at once."""
        return max(len(self.pages), len(self.turns), len(self.changes))
