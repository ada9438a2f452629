"""What each kind of scene says, as one value a template: its painter needs nothing beside it."""

from dataclasses import dataclass, field
from enum import Enum, StrEnum
from fractions import Fraction

from judging_app.domain.event import BoardForm
from judging_app.domain.ids import TeamId


class TurnState(Enum):
    """Whether a turn is over, on, next or later."""

    WAITING = "waiting"
    NEXT = "next"
    NOW = "now"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class TurnRow:
    """One team in the run order; `lead` is its time of day, or its number where none is known.

    `state_text` says its state in a word, or nothing; `challenge` is for who is on or next. What
    `is_beside` the pitches, such as a break, has its words in the place of the team's.
    """

    lead: str
    team: str
    state: TurnState = TurnState.WAITING
    state_text: str = ""
    challenge: str = ""
    is_beside: bool = False


@dataclass(frozen=True, slots=True)
class Nothing:
    """A black wall."""


@dataclass(frozen=True, slots=True)
class Billboard:
    """A title on the event's colour: before, between, and at the end.

    `large` and `below` are what matters now, such as when it begins; `listed` is a list beside it
    under `listed_title`. `said` are further lines, and `code` the result's under its label. With a
    `shelf`, the logos stand under that word.
    """

    title: str
    lines: tuple[str, ...] = ()
    large: str = ""
    below: str = ""
    listed_title: str = ""
    listed: tuple[TurnRow, ...] = ()
    said: tuple[str, ...] = ()
    code_label: str = ""
    code: str = ""
    shelf: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence where a scene has nothing to show yet, and what will be there."""

    text: str
    below: str = ""


@dataclass(frozen=True, slots=True)
class Message:
    """What the host wrote for the room."""

    text: str


@dataclass(frozen=True, slots=True)
class TurnPage:
    """The teams that are on the wall together; `label` says which of all they are."""

    rows: tuple[TurnRow, ...]
    label: str = ""


@dataclass(frozen=True, slots=True)
class Turns:
    """The teams in order, the page round the one whose turn it is first."""

    pages: tuple[TurnPage, ...]


@dataclass(frozen=True, slots=True)
class Person:
    """A member of the team that pitches; the organisation may be unknown."""

    name: str
    organisation: str = ""


@dataclass(frozen=True, slots=True)
class OneTeam:
    """A team before or during its pitch; `when` is a time of day, `when_text` what happens then."""

    team: str
    challenge: str = ""
    owner: str = ""
    people: tuple[Person, ...] = ()
    when: str = ""
    when_text: str = ""


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
class Progress:
    """How many ballots are in: `number` large, the words around it, and one mark a ballot."""

    ballots_in: int
    expected: int
    number: str
    beside: str
    left: str = ""
    not_counted: str = ""


@dataclass(frozen=True, slots=True)
class WallRow:
    """One team on a board; an empty `place_text` is a place that nobody may know yet.

    `note` is what doesn't hold of all rows: fewer ballots, who decided the place, that it is out;
    `brief` says the same where the room is short. `moved` places up, or down below zero,
    since the order before, which `moved_text` says.
    """

    team_id: TeamId
    place_text: str
    team: str
    score_text: str
    note: str = ""
    brief: str = ""
    is_top: bool = False
    moved: int = 0
    moved_text: str = ""


@dataclass(frozen=True, slots=True)
class WallPage:
    """The rows that are on the wall together; `spoken` is the page for a screen reader."""

    rows: tuple[WallRow, ...]
    label: str = ""
    page_text: str = ""
    spoken: str = ""


@dataclass(frozen=True, slots=True)
class Board:
    """Teams in rows; `strip` is above them: since when they hold, if frozen, on what, or a message.

    Of a result that is told in parts, `done` parts `of` all are in.
    """

    pages: tuple[WallPage, ...]
    form: BoardForm = BoardForm.FULL
    strip: str = ""
    strip_note: str = ""
    is_frozen: bool = False
    done: int = 0
    of: int = 0


@dataclass(frozen=True, slots=True)
class ToldTeam:
    """A team whose place is out, with what it took on."""

    team: str
    challenge: str = ""


@dataclass(frozen=True, slots=True)
class Score:
    """A score as it is read, and its unit; it counts up from `start` where there is one.

    `decimals` are those of `text`, for the figures on the way.
    """

    text: str = ""
    unit: str = ""
    exact: Fraction | None = None
    start: Fraction | None = None
    decimals: int = 2


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A line of the list that builds from below; without a `team` its place is to come."""

    place_text: str
    team: str = ""
    challenge: str = ""
    score_text: str = ""
    note: str = ""
    is_new: bool = False


@dataclass(frozen=True, slots=True)
class PlaceList:
    """Fourth place and lower, the lines reserved from the first step on.

    `name_lines` is how many lines the longest name of all teams takes in two columns.
    """

    rows: tuple[PlaceRow, ...]
    name_lines: int = 1


@dataclass(frozen=True, slots=True)
class Pedestal:
    """Third or second place: a huge numeral in the event's colour, and who has it."""

    place: int
    label: str
    teams: tuple[ToldTeam, ...]
    score: Score = field(default_factory=Score)
    award: str = ""
    people: tuple[str, ...] = ()
    why: str = ""


@dataclass(frozen=True, slots=True)
class First:
    """First place: the whole wall. `beside` stands by the label, `end` under joint winners."""

    label: str
    teams: tuple[ToldTeam, ...]
    beside: str = ""
    score: Score = field(default_factory=Score)
    people: tuple[str, ...] = ()
    why: str = ""
    why_more: str = ""
    end: str = ""


@dataclass(frozen=True, slots=True)
class AwardName:
    """An award by its name alone and what it goes by, before anyone gets it."""

    lead: str
    title: str
    ground: str = ""


@dataclass(frozen=True, slots=True)
class AwardWinner:
    """Who gets an award, which the band names, and what it was won with."""

    teams: tuple[ToldTeam, ...]
    people: tuple[str, ...] = ()
    score: Score = field(default_factory=Score)


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the podium, highest in the middle; `rank` 1 is the highest."""

    rank: int
    place_text: str
    team: str
    score_text: str = ""
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Podium:
    """The first three, for as long as photographs are taken; joint teams on steps of one height."""

    title: str
    day: str
    steps: tuple[Step, ...]
    award: str = ""
    award_teams: str = ""


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
class Corrected:
    """What was wrong with a published result, each place that changed, and who agreed."""

    why: str
    pages: tuple[ChangePage, ...] = ()
    rest: str = ""
    agreed: str = ""


@dataclass(frozen=True, slots=True)
class TestCard:
    """What shows whether a screen is whole, sharp and true."""

    sizes: tuple[str, ...]


Face = (
    Nothing
    | Billboard
    | Sentence
    | Message
    | Turns
    | OneTeam
    | StageClock
    | Progress
    | Board
    | PlaceList
    | Pedestal
    | First
    | AwardName
    | AwardWinner
    | Podium
    | Corrected
    | TestCard
)
"""Everything that a scene can be."""
