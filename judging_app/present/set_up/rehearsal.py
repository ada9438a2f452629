"""The rehearsal's page in words: the invented panel, what happened, and who would have won."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from judging_app.closed_sets import complete
from judging_app.domain.event import Method
from judging_app.domain.ids import JudgeId, TeamId
from judging_app.domain.labels import judge_labels
from judging_app.domain.set_up.invented import Mishap, Spread
from judging_app.domain.setup import Setup
from judging_app.planning.dress_rehearsal import Happening, Moment
from judging_app.present.words.methods import method_name
from judging_app.words import listed

STRIP = "REHEARSAL · A copy with an invented panel. Nothing here reaches the real event."
"""What stands across every screen of a rehearsal."""


class Pace(Enum):
    """How fast the day is played."""

    SHORT = "short"
    OWN = "own"
    STEPS = "steps"


PACES: Mapping[Pace, str] = complete(
    {
        Pace.SHORT: "Whole day in 2 minutes",
        Pace.OWN: "At its own pace",
        Pace.STEPS: "Step by step",
    }
)
SEVERITIES: Sequence[tuple[int, str]] = (
    (-5, "very lenient"),
    (-2, "lenient"),
    (0, "fair"),
    (2, "harsh"),
    (5, "very harsh"),
)
SPREADS: Mapping[Spread, str] = complete(
    {Spread.SMALL: "small", Spread.USUAL: "usual", Spread.WIDE: "wide"}
)
MISHAPS: Mapping[Mishap, str] = complete(
    {
        Mishap.LATE: "A judge arrives 20 minutes late",
        Mishap.CABLE: "The projector’s cable is pulled out",
        Mishap.LEAVES: "A judge has to leave halfway through the pitches",
        Mishap.RESTART: "The laptop restarts while judges score",
    }
)
_HAPPENED: Mapping[Happening, str] = complete(
    {
        Happening.OPEN: "Scoring opened",
        Happening.CALL: "{team} called",
        Happening.OVER: "{team} is 0:50 over time",
        Happening.BALLOT: "{judge} scored {team}",
        Happening.ARRIVES: "{judge} arrives, 20 minutes late",
        Happening.LEAVES: "{judge} leaves",
        Happening.CABLE_OUT: "The projector’s cable is out",
        Happening.CABLE_IN: "The cable is back",
        Happening.RESTART: "The laptop restarted",
        Happening.CLOSE: "Scoring closed",
        Happening.DECIDE: "The panel decided",
    }
)


@dataclass(frozen=True, slots=True)
class HappenedRow:
    """One thing that happened: how long after the beginning, what, and how it went."""

    number: int
    at: str
    what: str
    how: str
    is_well: bool


@dataclass(frozen=True, slots=True)
class MethodRow:
    """Who is first by a method on the day that was played, and on the one before it."""

    method: Method
    name: str
    first: str
    before: str


@dataclass(frozen=True, slots=True)
class Names:
    """What the people and teams of the day are called."""

    teams: Mapping[TeamId, str]
    judges: Mapping[JudgeId, str]


def names_of(setup: Setup) -> Names:
    """By their codes."""
    teams = {team.id: team.name for team in setup.teams}
    return Names(teams, judge_labels(setup.judges, setup.organisations))


def happened(names: Names, number: int, moment: Moment, how: str, *, is_well: bool) -> HappenedRow:
    """A row of what happened."""
    team = names.teams[moment.team] if moment.team else ""
    judge = names.judges[moment.judge] if moment.judge else ""
    what = _HAPPENED[moment.what].format(team=team, judge=judge)
    return HappenedRow(number, into_the_day(moment.at_s), what, how, is_well)


def into_the_day(seconds: int) -> str:
    """How long after the beginning: "0:14"."""
    minutes = seconds // 60
    return f"{minutes // 60}:{minutes % 60:02}"


def method_rows(
    found: Mapping[Method, Sequence[str]], before: Mapping[Method, Sequence[str]], declared: Method
) -> tuple[MethodRow, ...]:
    """By every method, the declared one first."""
    order = sorted(found, key=lambda one: one is not declared)
    return tuple(
        MethodRow(
            one,
            f"{method_name(one)} (this event’s)" if one is declared else method_name(one),
            listed(found[one]) or "no result",
            (listed(before[one]) or "no result") if one in before else "",
        )
        for one in order
    )


def progress_words(played: int, of: int, at_s: int) -> str:
    """How far the day has come."""
    if not played:
        return "Not started"
    if played == of:
        return "The day is over"
    return f"{into_the_day(at_s)} into the day · {played} of {of} steps"
