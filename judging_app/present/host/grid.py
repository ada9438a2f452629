"""The grid of ballots, judges down and teams across in run order: states and no scores."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum

from judging_app.domain.ballots import (
    BALLOT_MOVES,
    Ballot,
    BallotMove,
    BallotState,
    ballot_key,
)
from judging_app.domain.decisions import TeamExclusion
from judging_app.domain.ids import JudgeId, TeamId
from judging_app.domain.panel import Conflict, ConflictDecision, Judge
from judging_app.domain.people import Team
from judging_app.domain.reconciliation import (
    TO_COME,
    BallotKey,
    BallotPart,
    Reconciliation,
    reconciliation,
)
from judging_app.domain.setup import Setup
from judging_app.present.host.reconciliation import WAITS
from judging_app.present.scorer.sheets import on_paper
from judging_app.present.words.ballots import EXCLUSION_WORDS, STATE_WORDS
from judging_app.present.words.ballots import TO_COME as TO_COME_WORDS
from judging_app.present.words.states import look_of, out_state
from judging_app.words import capitalised

CONFLICT = "conflict"
"""The look of a ballot that a conflict of interest holds up."""


class CellAct(Enum):
    """What can be done about a ballot's judge or team, each with a reason."""

    LEAVE_EARLY = "leave early"
    WITHDRAW = "withdraw"
    DISQUALIFY = "disqualify"
    RESTORE = "restore"


@dataclass(frozen=True, slots=True)
class OfferedAct:
    """An act about a judge or a team, in the words of its button."""

    act: CellAct
    words: str


@dataclass(frozen=True, slots=True)
class BallotCell:
    """One ballot by its state, with what the host can do to it from there.

    `look` names the shape and the colour: the state's, or that of what holds the ballot up. `said`
    tells all of it in words, `label` whose it is as well, and `under` what it hangs on, shortly.
    """

    judge_id: JudgeId
    team_id: TeamId
    state: BallotState
    look: str
    word: str
    label: str
    acts: tuple[BallotMove, ...]
    others: tuple[OfferedAct, ...] = ()
    judge: str = ""
    team: str = ""
    said: str = ""
    under: str = ""


@dataclass(frozen=True, slots=True)
class JudgeRow:
    """One judge's ballots in the order of the teams."""

    judge_id: JudgeId
    name: str
    cells: tuple[BallotCell, ...]
    is_locked_out: bool


@dataclass(frozen=True, slots=True)
class AroundBallots:
    """What is so about ballots besides their own state.

    `order` is the run order; `keyed` counts the turns done of each sheet that is being keyed;
    `acts` are those about judges and teams that whoever is signed in may do now.
    """

    order: tuple[TeamId, ...] = ()
    keyed: Mapping[tuple[JudgeId, TeamId], int] = field(default_factory=dict)
    conflicts: tuple[Conflict, ...] = ()
    exclusions: tuple[TeamExclusion, ...] = ()
    acts: tuple[CellAct, ...] = ()


@dataclass(frozen=True, slots=True)
class BallotGrid:
    """The teams in the order of the columns with their headings, and a row a judge."""

    teams: tuple[Team, ...]
    headings: tuple[str, ...]
    rows: tuple[JudgeRow, ...]
    reconciliation: Reconciliation


def ballot_grid(
    setup: Setup,
    ballots: Sequence[Ballot],
    moves: Sequence[BallotMove],
    locked_out: Collection[JudgeId],
    around: AroundBallots,
) -> BallotGrid:
    """Every ballot by its state; `moves` are those that may be offered now."""
    teams = _in_run_order(setup.teams, around.order)
    found = reconciliation(setup.judges, teams, ballots, around.exclusions, around.keyed)
    grid = _Grid(
        teams,
        found.parts,
        {ballot_key(ballot): ballot for ballot in ballots},
        {state: tuple(m for m in moves if state in BALLOT_MOVES[m][0]) for state in BallotState},
        around,
        {(one.judge, one.team): one for one in around.conflicts},
        {one.team: one for one in around.exclusions},
        {team.id: _about_team(team, around) for team in teams},
    )
    rows = tuple(
        _judge_row(grid, judge, is_locked_out=judge.id in locked_out) for judge in setup.judges
    )
    return BallotGrid(teams, tuple(_headed(team, grid.out) for team in teams), rows, found)


@dataclass(frozen=True, slots=True)
class _Grid:
    """What every cell is made of; what cells share is worked out once, for there may be 1,800."""

    teams: tuple[Team, ...]
    parts: Mapping[BallotKey, BallotPart]
    ballots: Mapping[tuple[JudgeId, TeamId], Ballot]
    moves: Mapping[BallotState, tuple[BallotMove, ...]]
    around: AroundBallots
    conflicts: Mapping[BallotKey, Conflict]
    out: Mapping[TeamId, TeamExclusion]
    about_team: Mapping[TeamId, tuple[OfferedAct, ...]]


def _in_run_order(teams: Sequence[Team], order: Sequence[TeamId]) -> tuple[Team, ...]:
    """The teams as they pitch; ones that the order doesn't name come last, as they were set up."""
    place = {team: number for number, team in enumerate(order)}
    return tuple(sorted(teams, key=lambda team: place.get(team.id, len(place))))


def _headed(team: Team, exclusions: Mapping[TeamId, TeamExclusion]) -> str:
    out = exclusions.get(team.id)
    return f"{team.name} ({EXCLUSION_WORDS[out.exclusion]})" if out else team.name


def _judge_row(grid: _Grid, judge: Judge, *, is_locked_out: bool) -> JudgeRow:
    owes = any(grid.parts[judge.id, team.id] in WAITS for team in grid.teams)
    about = _about_judge(judge, grid.around, owes=owes)
    cells = tuple(_cell(grid, judge, team, about) for team in grid.teams)
    return JudgeRow(judge.id, judge.name, cells, is_locked_out)


def _state_of(grid: _Grid, judge: Judge, team: Team) -> BallotState:
    ballot = grid.ballots.get((judge.id, team.id))
    return ballot.state if ballot else BallotState.NOT_STARTED


def _cell(grid: _Grid, judge: Judge, team: Team, about: tuple[OfferedAct, ...]) -> BallotCell:
    key, state = (judge.id, team.id), _state_of(grid, judge, team)
    ballot = grid.ballots.get(key)
    why = f" ({ballot.reason})" if ballot and ballot.reason else ""
    came = f", {on_paper(ballot)}" if ballot and ballot.counts and ballot.keyed_by else ""
    look, word, more = _held_up(grid, key, state)
    said = f"{STATE_WORDS[state]}{came}{why}{more}"
    return BallotCell(
        *key,
        state,
        look,
        word,
        f"{judge.name}, {team.name}: {said}",
        grid.moves[state],
        about + grid.about_team[team.id],
        judge.name,
        team.name,
        said,
    )


def _held_up(grid: _Grid, key: BallotKey, state: BallotState) -> tuple[str, str, str]:
    """The look, the word and what is added to the label; what holds a ballot up comes first."""
    part, conflict = grid.parts[key], grid.conflicts.get(key)
    if part is BallotPart.TEAM_OUT:
        out = out_state(grid.out[key[1]].exclusion)
        return out.look, "Out", f". The team is {out.words}, so this ballot isn’t needed."
    if part in TO_COME and conflict and conflict.decision is ConflictDecision.UNDECIDED:
        told = f". Conflict of interest: {conflict.why}. The organiser hasn’t decided yet."
        return CONFLICT, "Conflict", told
    if part is BallotPart.BEING_KEYED:
        done = grid.around.keyed[key]
        return (
            look_of(part),
            f"Typed {done} of 2",
            f". Being typed in from paper: {done} of 2 entries done.",
        )
    flagged = conflict and conflict.decision is ConflictDecision.FLAGGED
    told = f". Flagged, still scores: {conflict.why}." if conflict and flagged else ""
    words = TO_COME_WORDS if state is BallotState.NOT_STARTED else STATE_WORDS[state]
    return look_of(state), capitalised(words), told


def _about_judge(judge: Judge, around: AroundBallots, *, owes: bool) -> tuple[OfferedAct, ...]:
    if not owes or CellAct.LEAVE_EARLY not in around.acts:
        return ()
    return (OfferedAct(CellAct.LEAVE_EARLY, f"Mark {judge.name} as leaving early"),)


def _about_team(team: Team, around: AroundBallots) -> tuple[OfferedAct, ...]:
    if any(one.team == team.id for one in around.exclusions):
        offered = [OfferedAct(CellAct.RESTORE, f"Put {team.name} back")]
    else:
        offered = [
            OfferedAct(CellAct.WITHDRAW, f"Withdraw {team.name}"),
            OfferedAct(CellAct.DISQUALIFY, f"Disqualify {team.name}"),
        ]
    return tuple(one for one in offered if one.act in around.acts)
