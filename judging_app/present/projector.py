"""What the projector shows, made from nothing but what the public may see."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import groupby

from judging_app.ceremony.reveal import RevealStep
from judging_app.domain.event import Audience, Event, Programme, Scene
from judging_app.domain.ids import TeamId
from judging_app.present.standings import StandingRow, StandingsView
from judging_app.words import listed, ordinal

ONE_COLUMN = 10
"""Rows that stand at full size, one below the other."""

TWO_COLUMNS = 24
"""Rows that a page takes in two columns without the type falling under 1/36 of the height."""

EARLIER = 8
"""Places told earlier that stand beside the one being told."""


@dataclass(frozen=True, slots=True)
class ProjectorRow:
    """One team on the board; `share` of the full total is the length of its bar, 0 to 1."""

    team_id: TeamId
    place_text: str
    team: str
    score_text: str
    ballots_text: str
    share: Fraction | None


@dataclass(frozen=True, slots=True)
class ProjectorPage:
    """The rows that stand on the board together."""

    rows: tuple[ProjectorRow, ...]
    label: str


@dataclass(frozen=True, slots=True)
class ProjectorStep:
    """The place being told, with every team that shares it."""

    heading: str
    teams: tuple[str, ...]
    score_text: str


@dataclass(frozen=True, slots=True)
class ProjectorView:
    """One scene; two equal views are one picture.

    `number` tells two steps of one scene apart, so that the projector knows when to move.
    """

    scene: Scene
    number: int = 0
    title: str = ""
    lines: tuple[str, ...] = ()
    foot: str = ""
    clock_text: str = ""
    ballots_in: int = 0
    ballots_expected: int = 0
    pages: tuple[ProjectorPage, ...] = ()
    step: ProjectorStep | None = None
    earlier: tuple[ProjectorRow, ...] = ()
    spoken: str = ""


def projector_view(
    event: Event,
    programme: Programme,
    standings: StandingsView,
    steps: Sequence[RevealStep],
    *,
    ballots_in: int,
    ballots_expected: int,
    clock_text: str = "",
) -> ProjectorView:
    """The scene that is on the programme, for everyone in the room.

    `standings` is the public's; the steps beyond those told are not looked at, and a team that
    `standings` withholds stays withheld whatever the steps say.

    Raises:
        ValueError: if `standings` was made for another audience, which would be a leak.
    """
    if standings.audience is not Audience.PUBLIC:
        raise ValueError("the projector shows the public's standings only")
    told = tuple(steps[: max(programme.revealed, 0)])
    match programme.scene:
        case Scene.HOLDING:
            return _holding(event, clock_text)
        case Scene.PROGRESS:
            return _progress(event, clock_text, ballots_in, ballots_expected)
        case Scene.STANDINGS:
            return _standings(event, clock_text, standings)
        case Scene.REVEAL:
            return _reveal(event, clock_text, standings, told)
        case Scene.BLACK:
            return ProjectorView(Scene.BLACK, spoken="The projector is black.")


def _holding(event: Event, clock_text: str) -> ProjectorView:
    day = "" if event.held_on is None else _day(event.held_on)
    lines = tuple(line for line in (event.venue, day) if line)
    return ProjectorView(
        Scene.HOLDING,
        title=event.title,
        lines=lines,
        clock_text=clock_text,
        spoken=". ".join((event.title, *lines)),
    )


def _day(day: date) -> str:
    """A day as "3 June 2019"; not by strftime, whose months follow the computer's language."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def _progress(event: Event, clock_text: str, ballots_in: int, expected: int) -> ProjectorView:
    line = f"{ballots_in} of {expected} {'ballot' if expected == 1 else 'ballots'} in"
    return ProjectorView(
        Scene.PROGRESS,
        title="The judges are scoring",
        lines=(line,),
        foot=event.title,
        clock_text=clock_text,
        ballots_in=ballots_in,
        ballots_expected=expected,
        spoken=f"The judges are scoring: {line}",
    )


def _standings(event: Event, clock_text: str, standings: StandingsView) -> ProjectorView:
    rows = tuple(_board_row(row, standings.full_total) for row in standings.rows)
    any_told = any(row.score is not None for row in standings.rows)
    method = f"By {standings.method.value}, {standings.full_total_text}"
    line = method if any_told else "Places are told at the reveal"
    spoken = "; ".join(
        " ".join(part for part in (row.place_text, row.team, row.score_text) if part)
        for row in rows
    )
    return ProjectorView(
        Scene.STANDINGS,
        title="Standings" if any_told else "The teams",
        lines=(line,),
        foot=event.title,
        clock_text=clock_text,
        pages=_pages(rows),
        spoken=f"Standings. {line}. {spoken}",
    )


def _pages(rows: Sequence[ProjectorRow]) -> tuple[ProjectorPage, ...]:
    """Pages of even length, so that the last isn't a lonely row."""
    count = -(-len(rows) // TWO_COLUMNS)
    if count < 2:  # noqa: PLR2004 - one page needs no number
        return (ProjectorPage(tuple(rows), ""),) if rows else ()
    size = -(-len(rows) // count)
    return tuple(
        ProjectorPage(tuple(rows[number * size : (number + 1) * size]), f"{number + 1} of {count}")
        for number in range(count)
    )


def _board_row(row: StandingRow, full_total: Fraction) -> ProjectorRow:
    share = None if row.score is None else min(max(row.score / full_total, Fraction(0)), _WHOLE)
    return ProjectorRow(
        row.team_id, row.place_text, row.team, row.score_text, row.ballots_text, share
    )


_WHOLE = Fraction(1)


def _reveal(
    event: Event, clock_text: str, standings: StandingsView, told: tuple[RevealStep, ...]
) -> ProjectorView:
    out = frozenset(team for step in told for team in step.teams)
    rows = [row for row in standings.rows if row.team_id in out and row.place is not None]
    groups = [tuple(group) for _, group in groupby(rows, key=lambda row: row.place)]
    step = _step(groups[0], standings.full_total_text) if groups else None
    earlier = [_board_row(row, standings.full_total) for group in groups[1:] for row in group]
    return ProjectorView(
        Scene.REVEAL,
        number=len(told) if step else 0,
        title="The result",
        foot=event.title,
        clock_text=clock_text,
        step=step,
        earlier=tuple(earlier[:EARLIER]),
        spoken=_spoken(step) if step else "The result",
    )


def _spoken(step: ProjectorStep) -> str:
    score = f", {step.score_text}" if step.score_text else ""
    return f"{step.heading}: {listed(step.teams)}{score}"


def _step(group: tuple[StandingRow, ...], full_total_text: str) -> ProjectorStep:
    place = f"{ordinal(group[0].place or 0)} place"
    scores = tuple(dict.fromkeys(row.score_text for row in group))
    # Teams that the panel decided to be joint may have scores of their own.
    score_text = f"{scores[0]} {full_total_text}" if len(scores) == 1 else ""
    return ProjectorStep(
        heading=f"Joint {place}" if len(group) > 1 else place,
        teams=tuple(row.team for row in group),
        score_text=score_text,
    )
