"""The standings as one audience may see them: the one gate between the result and the public."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise

from judging_app.ceremony.told import told_places
from judging_app.domain.event import Audience, Board, Event, Method, Phase
from judging_app.domain.ids import TeamId
from judging_app.domain.reveal import RevealStep
from judging_app.domain.setup import Setup
from judging_app.domain.standings import Standing
from judging_app.present.numbers import readable
from judging_app.present.words.ballots import EXCLUSION_WORDS
from judging_app.present.words.methods import (
    exact_score_text,
    is_lower_better,
    score_text,
    unit_text,
)

NO_PLACE = "–"
"""Stands where a team has no place because it has no submitted ballot."""


@dataclass(frozen=True, slots=True)
class StandingRow:
    """One team's line; what its audience may not know is `None` or empty, never zero.

    A team that is out has its word in place of the place: "withdrawn". `remark` says that, or
    which points were taken off.
    """

    team_id: TeamId
    place: int | None
    is_tied: bool
    place_text: str
    team: str
    score: Fraction | None
    score_text: str
    exact_text: str
    ballots: int
    expected: int
    ballots_text: str
    remark: str = ""


@dataclass(frozen=True, slots=True)
class StandingsView:
    """The standings by one method for one audience, with the words around them.

    `full_total_text` is the unit that follows a score, which is "of 100" for a score in points.
    """

    title: str
    method: Method
    audience: Audience
    full_total: Fraction
    full_total_text: str
    rows: tuple[StandingRow, ...]
    note: str


def panel_view(
    event: Event, setup: Setup, standings: Sequence[Standing], method: Method
) -> StandingsView:
    """Everything, by `method`, in the order of the standings."""
    names = {team.id: team.name for team in setup.teams}
    rows = tuple(_row(standing, names[standing.team], method) for standing in standings)
    return _view(event, setup, Audience.PANEL, method, rows)


def public_view(
    event: Event,
    setup: Setup,
    standings: Sequence[Standing],
    *,
    told_steps: Sequence[RevealStep] = (),
    frozen: Sequence[Standing] = (),
) -> StandingsView:
    """What the public may see of `standings`, which are those of the declared method.

    Before the result is published, only the places told by `told_steps` of the reveal are there,
    below the teams still to be told. Those stand in the order of the set-up, so that the order
    itself tells nothing. Steps count only while scoring is closed: after reopening, what was told
    no longer holds. While scoring goes on, a live board shows everything, and a frozen one the
    `frozen` standings in place of these.
    """
    is_frozen = event.board is Board.FROZEN and event.phase is Phase.SCORING
    shown = frozen if is_frozen else standings
    everything = panel_view(event, setup, shown, event.method).rows
    told = None if is_frozen else _told(event, standings, told_steps)
    if told is None:
        return _view(event, setup, Audience.PUBLIC, event.method, everything)
    running = {team.id: number for number, team in enumerate(setup.teams)}
    untold = [_withheld(row) for row in everything if row.team_id not in told]
    rows = (
        *sorted(untold, key=lambda row: (running[row.team_id], row.team_id)),
        *(row for row in everything if row.team_id in told),
    )
    return _view(event, setup, Audience.PUBLIC, event.method, rows)


def ballots_text(ballots: int, expected: int) -> str:
    """How many ballots stand behind a result: "7 of 8 ballots"."""
    return f"{ballots} of {expected} {'ballot' if expected == 1 else 'ballots'}"


def _told(
    event: Event, standings: Sequence[Standing], steps: Sequence[RevealStep]
) -> Collection[TeamId] | None:
    """The teams whose places are out; `None` once there is nothing to withhold."""
    if event.phase is Phase.PUBLISHED:
        return None
    if event.board is Board.LIVE and event.phase is Phase.SCORING:
        return None
    if event.phase is not Phase.CLOSED:
        return frozenset()
    told = told_places(steps)
    placed = {standing.team for standing in standings if standing.place is not None}
    return None if placed and placed <= told else told


def _withheld(row: StandingRow) -> StandingRow:
    return replace(
        row,
        place=None,
        is_tied=False,
        place_text="",
        score=None,
        score_text="",
        exact_text="",
        remark="",
    )


def _row(standing: Standing, team: str, method: Method) -> StandingRow:
    score = standing.score
    return StandingRow(
        team_id=standing.team,
        place=standing.place,
        is_tied=standing.is_tied,
        place_text=_place_text(standing),
        team=team,
        score=score,
        score_text="" if score is None else score_text(method, score),
        exact_text="" if score is None else exact_score_text(method, score),
        ballots=standing.ballots,
        expected=standing.expected,
        ballots_text=ballots_text(standing.ballots, standing.expected),
        remark=_remark(standing),
    )


def _remark(standing: Standing) -> str:
    if standing.exclusion is not None:
        return EXCLUSION_WORDS[standing.exclusion]
    points = "point" if standing.penalty == 1 else "points"
    return f"{readable(standing.penalty)} {points} taken off" if standing.penalty else ""


def _place_text(standing: Standing) -> str:
    if standing.exclusion is not None:
        return EXCLUSION_WORDS[standing.exclusion]
    if standing.place is None:
        return NO_PLACE
    return f"={standing.place}" if standing.is_tied else str(standing.place)


def _view(
    event: Event,
    setup: Setup,
    audience: Audience,
    method: Method,
    rows: tuple[StandingRow, ...],
) -> StandingsView:
    full = setup.rubric.full_total
    return StandingsView(
        event.title, method, audience, full, unit_text(method, full), rows, _note(rows, method)
    )


def _note(rows: Sequence[StandingRow], method: Method) -> str:
    """Says which neighbours look equal and are not, from nothing but the rows on show."""
    placed = [row for row in rows if row.place is not None]
    return "\n".join(
        _look_alike(above, below, method)
        for above, below in pairwise(placed)
        if above.score_text == below.score_text and above.place != below.place
    )


def _look_alike(above: StandingRow, below: StandingRow, method: Method) -> str:
    """The panel may put a team ahead whatever the arithmetic says."""
    both = f"{above.team} and {below.team} both show {above.score_text}, but {above.team} is ahead"
    if above.score is None or below.score is None or above.score == below.score:
        majority = "the size of the majority, " if method is Method.MAJORITY else ""
        return f"{both} by {majority}a tie-break or the panel’s decision."
    if (above.score < below.score) is is_lower_better(method):
        return f"{both} by less than the digits shown."
    return f"{both} by the panel’s decision."
