"""A judge's own teams in the order of the pitches, with what is submitted and what is left."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from fractions import Fraction

from judging_app.closed_sets import complete
from judging_app.domain.ballots import Ballot, BallotState
from judging_app.domain.clock import Clock, ClockPart
from judging_app.domain.decisions import TeamExclusion
from judging_app.domain.event import Event, Phase
from judging_app.domain.ids import JudgeId, TeamId
from judging_app.domain.panel import Judge
from judging_app.domain.people import Team
from judging_app.domain.reconciliation import TO_COME, BallotPart, reconciliation
from judging_app.domain.setup import Setup
from judging_app.domain.standings import Exclusion
from judging_app.present.criteria import total_text
from judging_app.present.judge.card import PRACTICE, SAMPLE_PITCH
from judging_app.present.time_of_day import clock_text
from judging_app.present.words.ballots import STATE_WORDS
from judging_app.present.words.states import State, ballot_state, out_state
from judging_app.tally.totals import total
from judging_app.words import counted, ordinal

NEXT = State("next", "up next")
"""The turn of the team after the one that pitches now."""


@dataclass(frozen=True, slots=True)
class JudgeDeskRow:
    """One team: `state` is its ballot's, `detail` what is behind it, after its total if it has one.

    `place` is its number among the pitches. `turn` is a team's whose turn it is or comes next.
    `out` is none unless the team is withdrawn or disqualified, which is the `state` too where the
    ballot is then owed no more. `done` is how much of the ballot is scored, none if it is not owed.
    """

    team_id: str
    team: str
    challenge: str
    state: State
    detail: str
    total_text: str
    place: str = ""
    turn: State | None = None
    out: State | None = None
    done: Fraction | None = None
    can_declare: bool = False

    @property
    def is_left(self) -> bool:
        """Whether its judge still owes the ballot."""
        return self.done is not None and not self.is_submitted

    @property
    def is_submitted(self) -> bool:
        """Whether the ballot is in."""
        return self.state == _SUBMITTED


class Reading(Enum):
    """What a judge reads where there is nothing to score."""

    RUBRIC = "rubric"
    OWN_SCORES = "own scores"


@dataclass(frozen=True, slots=True)
class DeskAct:
    """The main act of the page: its words, and the team whose card it opens, or what is read."""

    text: str = ""
    team_id: str = ""
    reading: Reading | None = None


@dataclass(frozen=True, slots=True)
class JudgeDeskView:
    """All teams of one judge; `begin_at` is the row that is next, none where nothing is left.

    `left_text` counts what is left and `left_detail` says what that is. `compare_text` offers to
    look at the first scores again, once nothing is left.
    """

    judge: str = ""
    left_text: str = ""
    left_detail: str = ""
    progress_text: str = ""
    hint: str = ""
    rows: tuple[JudgeDeskRow, ...] = ()
    begin_at: int | None = None
    act: DeskAct = DeskAct()
    compare_text: str = ""
    is_before: bool = False

    @property
    def done(self) -> tuple[Fraction, ...]:
        """How much of each ballot that is owed is scored, a submitted one whole."""
        return tuple(row.done for row in self.rows if row.done is not None)


NO_DESK = JudgeDeskView()
"""Nothing at all, for a desk that nobody sits at."""

NOBODY_YET = Clock()


@dataclass(frozen=True, slots=True)
class Around:
    """What bears on a judge's teams besides the ballots.

    `order` is that of the pitches, `times` when those to come are expected and `slots` how long
    each takes, in words. `waiting` are the teams for which a conflict of interest of this judge's
    is undecided, `declared` those for which there is any on the record. `practice` is what they
    gave the sample pitch, while the event is set up. The reasons of `exclusions` are not shown:
    they may be private, as an illness is. Unless it `saves`, the event can't be written just now.
    """

    order: Sequence[TeamId] = ()
    clock: Clock = NOBODY_YET
    next_team: TeamId | None = None
    times: Mapping[TeamId, datetime] = field(default_factory=dict)
    slots: Mapping[TeamId, str] = field(default_factory=dict)
    receipts: Mapping[TeamId, str] = field(default_factory=dict)
    submitted: Mapping[TeamId, datetime] = field(default_factory=dict)
    waiting: frozenset[TeamId] = frozenset()
    declared: frozenset[TeamId] = frozenset()
    exclusions: Sequence[TeamExclusion] = ()
    practice: Ballot | None = None
    saves: bool = True


NOTHING_AROUND = Around()


def judge_desk(
    event: Event,
    setup: Setup,
    judge: JudgeId,
    ballots: Iterable[Ballot],
    around: Around = NOTHING_AROUND,
) -> JudgeDeskView:
    """What `judge` sees; ballots of other judges are passed over.

    A recused or absent ballot is not expected, nor one for a team that is out, so "4 of 5
    submitted" can be the whole. While the event is set up nothing is owed, and the sample pitch is
    there to practise on.
    """
    name = next((one.name for one in setup.judges if one.id == judge), str(judge))
    own = {ballot.team: ballot for ballot in ballots if ballot.judge == judge}
    teams = _in_order(setup.teams, around.order)
    found = reconciliation((Judge(judge, name),), teams, own.values(), around.exclusions)
    parted = [
        (own.get(team) or Ballot(judge, team), part) for (_, team), part in found.parts.items()
    ]
    rows = tuple(_rows(event, setup, teams, parted, around))
    if event.phase is Phase.SETTING_UP:
        return _before(name, setup, rows, around)
    submitted, expected = found.counts[BallotPart.IN], len(found.of(BallotPart.IN, *TO_COME))
    is_open = event.phase is Phase.SCORING
    left = expected - submitted
    begin_at = _begin_at(rows) if is_open else None
    return JudgeDeskView(
        judge=name,
        left_text=f"{left} left" if left else "",
        left_detail=_left_detail(rows),
        progress_text=_progress_text(rows, submitted, expected),
        hint=_hint(event, left=left, saves=around.saves),
        rows=rows,
        begin_at=begin_at,
        act=_after(event, submitted) if begin_at is None else _act(setup, own, rows[begin_at]),
        compare_text=COMPARE if is_open and not left and submitted > 1 else "",
    )


def _before(
    name: str, setup: Setup, rows: tuple[JudgeDeskRow, ...], around: Around
) -> JudgeDeskView:
    """The desk before scoring: what is coming, what can be read, and what can be practised."""
    practice = () if around.practice is None else (_practice_row(setup, around.practice),)
    return JudgeDeskView(
        judge=name,
        left_text=f"First pitch: {rows[0].team}" if rows else "",
        progress_text=counted(len(rows), "pitch", "pitches"),
        hint=_PRACTISE if practice else _BEFORE,
        rows=(*practice, *rows),
        act=DeskAct(READ_RUBRIC, reading=Reading.RUBRIC),
        is_before=True,
    )


def _after(event: Event, submitted: int) -> DeskAct:
    """Once the result is out, what everyone gave may be seen beside one's own."""
    if event.phase is not Phase.PUBLISHED or not submitted:
        return DeskAct()
    return DeskAct(SEE_OWN, reading=Reading.OWN_SCORES)


READ_RUBRIC = "Read the rubric"
SEE_OWN = "See your scores beside the panel’s"
COMPARE = "Compare your first and last scores"


def _act(setup: Setup, own: Mapping[TeamId, Ballot], row: JudgeDeskRow) -> DeskAct:
    """The team that is to be scored, or to be scored on."""
    ballot = own.get(TeamId(row.team_id))
    if ballot is None or ballot.state is not BallotState.DRAFT:
        return DeskAct(f"Score {row.team}", row.team_id)
    left = len(ballot.missing(setup.rubric))
    ending = f", {counted(left, 'score')} left" if left else ""
    return DeskAct(f"Continue {row.team}{ending}", row.team_id)


def _left_detail(rows: Sequence[JudgeDeskRow]) -> str:
    left = [row for row in rows if row.is_left]
    drafts = sum(row.state == ballot_state(BallotState.DRAFT) for row in left)
    parts = [f"{drafts} in draft"] if drafts else []
    parts += [f"{len(left) - drafts} not started"] if len(left) > drafts else []
    return ", ".join(parts)


def _progress_text(rows: Sequence[JudgeDeskRow], submitted: int, expected: int) -> str:
    """What is in of what is owed, and apart from it what isn't: "2 of 5 submitted · 1 recused"."""
    states = [row.state for row in rows]
    off = (BallotState.RECUSED, BallotState.ABSENT)
    counts = [(states.count(ballot_state(one)), STATE_WORDS[one]) for one in off]
    more = [f"{count} {words}" for count, words in counts if count]
    return " · ".join((f"{submitted} of {expected} submitted", *more))


def _in_order(teams: Sequence[Team], order: Sequence[TeamId]) -> Sequence[Team]:
    """In the order of the pitches; in that of the set-up where it names none."""
    places = {team: place for place, team in enumerate(order)}
    last = len(places)
    return sorted(teams, key=lambda team: places.get(team.id, last))


def _turns(event: Event, around: Around) -> Mapping[TeamId, State]:
    if event.phase is not Phase.SCORING:
        return {}
    turns = {}
    if around.next_team:
        at = around.times.get(around.next_team)
        words = f"{NEXT.words}, {clock_text(at)}" if at else NEXT.words
        turns[around.next_team] = State(NEXT.look, words)
    if around.clock.team:
        turns[around.clock.team] = TURNS[around.clock.part]
    gone = {one.team for one in around.exclusions if one.exclusion is Exclusion.WITHDRAWN}
    return {team: turn for team, turn in turns.items() if team not in gone}


TURNS = complete(
    {
        ClockPart.PITCH: State("pitching now", "on stage now"),
        ClockPart.QUESTIONS: State("questions now", "questions now"),
    }
)
"""The turn of the team that the clock is at."""


def _begin_at(rows: Sequence[JudgeDeskRow]) -> int | None:
    """A draft, which is to be finished; else the team on stage; else the first that is owed."""
    left = [(at, row) for at, row in enumerate(rows) if row.is_left]
    drafts = [at for at, row in left if row.done]
    now = [at for at, row in left if row.turn in TURNS.values()]
    return next(iter((*drafts, *now, *(at for at, _ in left))), None)


def _rows(
    event: Event,
    setup: Setup,
    teams: Iterable[Team],
    own: Iterable[tuple[Ballot, BallotPart]],
    around: Around,
) -> Iterator[JudgeDeskRow]:
    challenges = {one.team: one.title for one in setup.challenges}
    out = {one.team: out_state(one.exclusion) for one in around.exclusions}
    turns, is_before = _turns(event, around), event.phase is Phase.SETTING_UP
    for place, (team, (ballot, part)) in enumerate(zip(teams, own, strict=True), 1):
        is_in = part is BallotPart.IN
        may_declare = part not in (*_TAKEN_OFF, BallotPart.TEAM_OUT) and _is_early(event)
        yield JudgeDeskRow(
            team_id=team.id,
            team=team.name,
            challenge=challenges.get(team.id, ""),
            state=out[team.id] if part is BallotPart.TEAM_OUT else ballot_state(ballot.state),
            detail=_slot_text(place, team.id, around)
            if is_before and part is BallotPart.OWED and team.id not in around.waiting
            else _detail(setup, ballot, part, around),
            total_text=_total_text(setup, ballot) if is_in else "",
            place=str(place),
            turn=turns.get(team.id),
            out=out.get(team.id),
            done=None if is_before else _done(setup, ballot, part),
            can_declare=may_declare and team.id not in around.declared,
        )


def _is_early(event: Event) -> bool:
    return event.phase in (Phase.SETTING_UP, Phase.SCORING)


def _done(setup: Setup, ballot: Ballot, part: BallotPart) -> Fraction | None:
    if part is BallotPart.IN:
        return Fraction(1)
    if part not in TO_COME:
        return None
    return Fraction(len(ballot.scores), len(setup.rubric.judged) or 1)


WAITS = "Conflict declared, waiting for the organiser"
"""Shown at a team for which a conflict of interest is declared and not decided."""

NOT_OWED = "Not needed"
"""Shown at a team that is out and that nothing was scored for."""


def _practice_row(setup: Setup, practice: Ballot) -> JudgeDeskRow:
    return JudgeDeskRow(
        team_id=practice.team,
        team=SAMPLE_PITCH,
        challenge=PRACTICE,
        state=ballot_state(practice.state),
        detail=_scored_text(setup, practice),
        total_text="",
    )


def _total_text(setup: Setup, ballot: Ballot) -> str:
    return total_text(total(ballot, setup.rubric), setup.rubric)


def _detail(setup: Setup, ballot: Ballot, part: BallotPart, around: Around) -> str:
    if part is BallotPart.TEAM_OUT:
        return _scored_text(setup, ballot) or NOT_OWED
    if ballot.team in around.waiting:
        return WAITS
    if part is BallotPart.IN:
        at, receipt = around.submitted.get(ballot.team), around.receipts.get(ballot.team, "")
        parts = (clock_text(at) if at else "", f"receipt {receipt}" if receipt else "")
        return " · ".join(one for one in parts if one)
    if part in _TAKEN_OFF:
        return " ".join(one for one in (_sentence(ballot.reason), NOT_YOURS) if one)
    return _scored_text(setup, ballot) or _time_text(ballot.team, around)


NOT_YOURS = "You don’t score this team."


def _sentence(reason: str) -> str:
    return f"{reason.rstrip('.')}." if reason else ""


def _time_text(team: TeamId, around: Around) -> str:
    """When a team that is to come is expected; what its tag says already isn't said again."""
    at = around.times.get(team)
    is_tagged = team in (around.clock.team, around.next_team)
    return f"about {clock_text(at)}" if at and not is_tagged else ""


def _slot_text(place: int, team: TeamId, around: Around) -> str:
    """When a team pitches, as far as that is known before the day begins."""
    first = f"{ordinal(place)} pitch" if place > 1 else "First pitch"
    return " · ".join(one for one in (first, around.slots.get(team, "")) if one)


def _scored_text(setup: Setup, ballot: Ballot) -> str:
    """How far a draft is; empty for any other ballot."""
    if ballot.state is not BallotState.DRAFT:
        return ""
    return f"{len(ballot.scores)} of {len(setup.rubric.judged)} scored · no total yet"


def _hint(event: Event, *, left: int, saves: bool) -> str:
    if event.phase is Phase.PUBLISHED:
        return "The result is published. Thank you."
    if event.phase is not Phase.SCORING:
        return (
            "Scoring is closed. You can still read your ballots. To change one, ask the organiser."
        )
    if left and not saves:
        return "You can look at your ballots. Nothing can be saved just now."
    if left:
        return "Every change is saved as you make it. Nobody else sees your scores."
    return "All your ballots are submitted. Thank you, you’re done."


_BEFORE = "Scoring isn’t open yet. You can read the rubric while you wait."
_PRACTISE = "Scoring isn’t open yet. Nothing that you do on the sample pitch counts."
_TAKEN_OFF = frozenset({BallotPart.RECUSED, BallotPart.ABSENT})
_SUBMITTED = ballot_state(BallotState.SUBMITTED)
