"""A judge's own teams in the order of the pitches, with what is submitted and what is left."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

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
from judging_app.present.words.states import State, ballot_state, out_state
from judging_app.tally.totals import total
from judging_app.words import counted

NEXT = State("next", "next")
"""The turn of the team after the one that pitches now."""


@dataclass(frozen=True, slots=True)
class JudgeDeskRow:
    """One team: `state` is its ballot's, `detail` what is behind it.

    `turn` is a value of `TURNS`, `NEXT`, or none for a team whose turn it isn't. `out` is none
    unless the team is withdrawn or disqualified, which is the `state` too where the ballot is then
    owed no more.
    """

    team_id: str
    team: str
    challenge: str
    state: State
    detail: str
    total_text: str
    turn: State | None = None
    receipt_text: str = ""
    out: State | None = None


@dataclass(frozen=True, slots=True)
class JudgeDeskView:
    """All teams of one judge; `begin_at` is the row that the keyboard begins on."""

    judge: str
    progress_text: str
    hint: str
    submitted: int
    expected: int
    rows: tuple[JudgeDeskRow, ...]
    begin_at: int = 0


NO_DESK = JudgeDeskView("", "", "", 0, 0, ())
"""Nothing at all, for a desk that nobody sits at."""

NOBODY_YET = Clock()


@dataclass(frozen=True, slots=True)
class Around:
    """What bears on a judge's teams besides the ballots.

    `order` is that of the pitches; `waiting` are the teams for which a conflict of interest of
    this judge's is undecided. `practice` is what they gave the sample pitch, while the event is
    set up. The reasons of `exclusions` are not shown: they may be private, as an illness is.
    Unless it `saves`, the event can't be written just now.
    """

    order: Sequence[TeamId] = ()
    clock: Clock = NOBODY_YET
    next_team: TeamId | None = None
    receipts: Mapping[TeamId, str] = field(default_factory=dict)
    waiting: frozenset[TeamId] = frozenset()
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
    submitted" can be the whole. While the event is set up there is nothing but the sample pitch to
    practise on.
    """
    name = next((one.name for one in setup.judges if one.id == judge), str(judge))
    if event.phase is Phase.SETTING_UP and around.practice is not None:
        return JudgeDeskView(name, "", _PRACTISE, 0, 0, (_practice_row(setup, around.practice),))
    own = {ballot.team: ballot for ballot in ballots if ballot.judge == judge}
    teams = _in_order(setup.teams, around.order)
    found = reconciliation((Judge(judge, name),), teams, own.values(), around.exclusions)
    submitted, expected = found.counts[BallotPart.IN], len(found.of(BallotPart.IN, *TO_COME))
    parted = [
        (own.get(team) or Ballot(judge, team), part) for (_, team), part in found.parts.items()
    ]
    rows = tuple(_rows(event, setup, teams, parted, around))
    return JudgeDeskView(
        judge=name,
        progress_text=f"{submitted} of {expected} submitted",
        hint=_hint(event, left=expected - submitted, saves=around.saves),
        submitted=submitted,
        expected=expected,
        rows=rows,
        begin_at=_begin_at(rows),
    )


def _in_order(teams: Sequence[Team], order: Sequence[TeamId]) -> Sequence[Team]:
    """In the order of the pitches; in that of the set-up where it names none."""
    places = {team: place for place, team in enumerate(order)}
    last = len(places)
    return sorted(teams, key=lambda team: places.get(team.id, last))


def _turns(event: Event, around: Around) -> Mapping[TeamId, State]:
    if event.phase is not Phase.SCORING:
        return {}
    turns = {around.next_team: NEXT} if around.next_team else {}
    now = {around.clock.team: TURNS[around.clock.part]} if around.clock.team else {}
    gone = {one.team for one in around.exclusions if one.exclusion is Exclusion.WITHDRAWN}
    return {team: turn for team, turn in (turns | now).items() if team not in gone}


TURNS = complete(
    {
        ClockPart.PITCH: State("pitching now", "pitching now"),
        ClockPart.QUESTIONS: State("questions now", "questions now"),
    }
)
"""The turn of the team that the clock is at."""


def _begin_at(rows: Sequence[JudgeDeskRow]) -> int:
    """The team whose turn it is, else the first that is owed."""
    now = [at for at, row in enumerate(rows) if row.turn in TURNS.values()]
    left = [at for at, row in enumerate(rows) if row.state in _LEFT]
    return next(iter((*now, *left)), 0)


def _rows(
    event: Event,
    setup: Setup,
    teams: Iterable[Team],
    own: Iterable[tuple[Ballot, BallotPart]],
    around: Around,
) -> Iterator[JudgeDeskRow]:
    challenges = {one.team: one.title for one in setup.challenges}
    out = {one.team: out_state(one.exclusion) for one in around.exclusions}
    turns = _turns(event, around)
    for team, (ballot, part) in zip(teams, own, strict=True):
        receipt = around.receipts.get(team.id, "")
        yield JudgeDeskRow(
            team_id=team.id,
            team=team.name,
            challenge=challenges.get(team.id, ""),
            state=out[team.id] if part is BallotPart.TEAM_OUT else ballot_state(ballot.state),
            detail=_detail(setup, ballot, part, is_waiting=team.id in around.waiting),
            total_text=_total_text(setup, ballot) if part is BallotPart.IN else "",
            turn=turns.get(team.id),
            receipt_text=f"Receipt {receipt}" if receipt else "",
            out=out.get(team.id),
        )


WAITS = "Waiting for the organiser"
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


def _detail(setup: Setup, ballot: Ballot, part: BallotPart, *, is_waiting: bool) -> str:
    if part is BallotPart.TEAM_OUT:
        return _scored_text(setup, ballot) or NOT_OWED
    if is_waiting:
        return WAITS
    return _scored_text(setup, ballot) or (ballot.reason if part in _TAKEN_OFF else "")


def _scored_text(setup: Setup, ballot: Ballot) -> str:
    """How far a draft is; empty for any other ballot."""
    if ballot.state is not BallotState.DRAFT:
        return ""
    return f"{len(ballot.scores)} of {counted(len(setup.rubric.judged), 'score')}"


def _hint(event: Event, *, left: int, saves: bool) -> str:
    if event.phase is Phase.SETTING_UP:
        return "Scoring isn’t open yet. You can read the rubric while you wait."
    if event.phase is not Phase.SCORING:
        return (
            "Scoring is closed. You can still read your ballots. To change one, ask the organiser."
        )
    if left and not saves:
        return f"{counted(left, 'team')} left. You can look at your ballots."
    if left:
        return (
            f"{counted(left, 'team')} left. Open a team to score it. Every change is saved at once."
        )
    return "All your ballots are submitted. Thank you, you’re done."


_PRACTISE = (
    "Scoring isn’t open yet. Practise on the sample pitch: the judges discuss these scores, then "
    "they are deleted."
)
_TAKEN_OFF = frozenset({BallotPart.RECUSED, BallotPart.ABSENT})
_LEFT = frozenset({ballot_state(BallotState.NOT_STARTED), ballot_state(BallotState.DRAFT)})
