"""The run order on the host's desk: each team's time of day, where it is, and its ballots."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from judging_app.closed_sets import complete
from judging_app.domain.ballots import BallotState
from judging_app.domain.clock import Clock
from judging_app.domain.ids import TeamId
from judging_app.domain.reconciliation import BallotPart, Reconciliation
from judging_app.domain.run_order import Slot
from judging_app.present.host.grid import BallotCell, JudgeRow
from judging_app.present.time_of_day import clock_text
from judging_app.present.wall.faces import TurnState
from judging_app.present.words.ballots import PART_WORDS, STATE_WORDS, TO_COME
from judging_app.present.words.states import look_of

MOST_MARKS = 12
"""Judges up to which each has a mark of their own; more are a bar."""

STAGE_WORDS: Mapping[TurnState, str] = complete(
    {
        TurnState.DONE: "Done",
        TurnState.NOW: "On stage",
        TurnState.NEXT: "Next",
        TurnState.WAITING: "Later",
    }
)
"""Where a team is, as the host reads it."""


@dataclass(frozen=True, slots=True)
class HostTurn:
    """One team's turn: when, where it is, and which of its ballots are in.

    `looks` are of the ballots, judge by judge; empty where there are too many, and `share` of
    those expected is in.
    """

    team_id: TeamId
    number: int
    time_text: str
    team: str
    stage: TurnState
    stage_text: str
    looks: tuple[str, ...]
    share: float
    in_text: str
    by_name: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SumPart:
    """A part of the sum of all ballots, with its mark: "29 submitted"."""

    look: str
    text: str


@dataclass(frozen=True, slots=True)
class BallotSum:
    """All ballots, accounted for; `aside` is what else is said of those still to come."""

    total_text: str
    parts: tuple[SumPart, ...]
    aside: str
    text: str


@dataclass(frozen=True, slots=True)
class Timing:
    """When turns began or are expected, which ever began, and whose turn it is now and next.

    Once the day `is_over`, nobody is expected any more.
    """

    slots: Sequence[Slot]
    clock: Clock
    next_team: TeamId | None = None
    times: Mapping[TeamId, datetime] = field(default_factory=dict)
    begun: Collection[TeamId] = ()
    is_over: bool = False


def host_turns(
    rows: Sequence[JudgeRow], headings: Sequence[str], timing: Timing
) -> tuple[HostTurn, ...]:
    """A row a team that pitches, in the run order; `rows` and `headings` are those of the grid."""
    columns = {cell.team_id: at for at, cell in enumerate(rows[0].cells)} if rows else {}
    offset = timedelta(0)
    turns = []
    for number, slot in enumerate(timing.slots, start=1):
        at = columns.get(slot.team)
        cells = [] if at is None else [row.cells[at] for row in rows]
        names = [row.name for row in rows]
        team = headings[at] if at is not None else slot.team
        turns.append(_turn(number, slot, team, _time(slot, offset, timing), timing, cells, names))
        offset += timedelta(seconds=slot.pitch_s + slot.questions_s)
    return tuple(turns)


def ballot_sum(found: Reconciliation, drafts: int) -> BallotSum:
    """The sum of all ballots, part by part: "48 ballots = 29 submitted + 2 recused + …"."""
    counts = {p: n for p, n in found.counts.items() if n or p not in _ONLY_WHERE_ANY}
    parts = tuple(
        SumPart(_PART_LOOKS[part], f"{count:,} {PART_WORDS[part]}")
        for part, count in counts.items()
    )
    total = f"{found.total:,} ballot{'' if found.total == 1 else 's'}"
    aside = f"{drafts} of them in draft" if drafts else ""
    if not found.total:
        return BallotSum("There are no ballots yet. Add teams and judges.", (), "", "")
    said = " + ".join(one.text for one in parts)
    return BallotSum(total, parts, aside, f"{total} = {said}")


def late_text(late: timedelta | None) -> str:
    """How the day keeps its time: "on time", "3 min late", "2 min early"; empty if unknown."""
    if late is None:
        return ""
    minutes = round(abs(late) / timedelta(minutes=1))
    if not minutes:
        return "on time"
    return f"{minutes} min {'late' if late > timedelta(0) else 'early'}"


_ONLY_WHERE_ANY = frozenset({BallotPart.BEING_KEYED, BallotPart.TEAM_OUT})
_PART_LOOKS: Mapping[BallotPart, str] = complete(
    {
        BallotPart.IN: look_of(BallotState.SUBMITTED),
        BallotPart.RECUSED: look_of(BallotState.RECUSED),
        BallotPart.ABSENT: look_of(BallotState.ABSENT),
        BallotPart.BEING_KEYED: look_of(BallotPart.BEING_KEYED),
        BallotPart.OWED: look_of(BallotState.NOT_STARTED),
        BallotPart.TEAM_OUT: look_of(BallotPart.TEAM_OUT),
    }
)


def _turn(
    number: int,
    slot: Slot,
    team: str,
    time_text: str,
    timing: Timing,
    cells: Sequence[BallotCell],
    names: Sequence[str],
) -> HostTurn:
    stage = _stage(slot.team, timing)
    submitted = sum(cell.state is BallotState.SUBMITTED for cell in cells)
    expected = sum(cell.state not in _NOT_EXPECTED for cell in cells)
    drafts = sum(cell.state is BallotState.DRAFT for cell in cells)
    more = f", {drafts} draft{'' if drafts == 1 else 's'}" if drafts else ""
    has_pitched = stage is TurnState.DONE
    return HostTurn(
        team_id=slot.team,
        number=number,
        time_text=time_text if has_pitched or not timing.is_over else "",
        team=team,
        stage=stage,
        stage_text=_NOT_CALLED if timing.is_over and not has_pitched else STAGE_WORDS[stage],
        looks=tuple(cell.look for cell in cells) if len(cells) <= MOST_MARKS else (),
        share=submitted / expected if expected else 1.0,
        in_text=f"{submitted} of {expected} in{more}",
        by_name=tuple(f"{name}: {_words(cell)}" for name, cell in zip(names, cells, strict=True)),
    )


_NOT_CALLED = "Not called"
_NOT_EXPECTED = frozenset({BallotState.RECUSED, BallotState.ABSENT})


def _words(cell: BallotCell) -> str:
    return TO_COME if cell.state is BallotState.NOT_STARTED else STATE_WORDS[cell.state]


def _stage(team: TeamId, timing: Timing) -> TurnState:
    if team == timing.clock.team:
        return TurnState.NOW
    if team == timing.next_team:
        return TurnState.NEXT
    return TurnState.DONE if team in timing.begun else TurnState.WAITING


def _time(slot: Slot, offset: timedelta, timing: Timing) -> str:
    """A time of day; before anybody was called, how long after the first."""
    if slot.team in timing.times:
        return clock_text(timing.times[slot.team])
    if timing.times:
        return ""
    minutes = round(offset / timedelta(minutes=1))
    return f"+{minutes} min" if minutes else "First"
