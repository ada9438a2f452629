"""What the host sees: who owes what, the next act of the day, and the reveal; never a score."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from judging_app.ceremony.reveal import RevealStep
from judging_app.domain.ballots import BALLOT_MOVES, Ballot, BallotMove, BallotState
from judging_app.domain.event import Board, Event, Phase, Programme, Scene
from judging_app.domain.ids import JudgeId, TeamId
from judging_app.domain.roles import Actor
from judging_app.domain.setup import Setup
from judging_app.present.sign_in import sign_in_rows
from judging_app.words import counted, listed, ordinal


class HostAct(Enum):
    """The acts that move the day on."""

    OPEN_SCORING = "Open scoring"
    CLOSE_SCORING = "Close scoring"
    PUBLISH = "Publish the result"
    NONE = ""


REASONED = frozenset({BallotMove.RECUSE, BallotMove.REINSTATE, BallotMove.REOPEN})
"""The host's moves that go on the record with a reason only."""


@dataclass(frozen=True, slots=True)
class BallotCell:
    """One ballot by its state, with what the host can do to it from there."""

    judge_id: JudgeId
    team_id: TeamId
    state: BallotState
    word: str
    label: str
    acts: tuple[BallotMove, ...]


@dataclass(frozen=True, slots=True)
class JudgeRow:
    """One judge's ballots in the order of the teams."""

    judge_id: JudgeId
    name: str
    cells: tuple[BallotCell, ...]
    owed_text: str
    is_locked_out: bool


@dataclass(frozen=True, slots=True)
class LockedRow:
    """Someone who must wait after wrong PINs; `key` is their `Actor.key`."""

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class ActView:
    """The main act: its words, what stands in its way by name, and what it asks for."""

    act: HostAct
    text: str
    is_offered: bool
    blockers: tuple[str, ...]
    question: str
    asks_reason: bool


@dataclass(frozen=True, slots=True)
class SceneChoice:
    """One scene that the host can take to the projector."""

    scene: Scene
    text: str
    is_on: bool
    is_offered: bool


@dataclass(frozen=True, slots=True)
class RevealPanel:
    """Where the reveal stands; only `next_names` names a team, and is shown when asked for."""

    is_ready: bool
    told_text: str
    next_text: str
    next_names: str
    can_tell: bool
    can_take_back: bool
    caution: str


@dataclass(frozen=True, slots=True)
class HostDeskView:
    """The host's desk at one moment."""

    title: str
    phase: Phase
    phase_text: str
    teams: tuple[str, ...]
    rows: tuple[JudgeRow, ...]
    reconciliation: str
    owed: tuple[str, ...]
    main_act: ActView
    can_reopen: bool
    scenes: tuple[SceneChoice, ...]
    is_board_live: bool
    can_show_board: bool
    locked_out: tuple[LockedRow, ...]
    reveal: RevealPanel


def host_desk_view(
    event: Event,
    setup: Setup,
    ballots: Sequence[Ballot],
    programme: Programme,
    *,
    steps: Sequence[RevealStep] = (),
    caution: str = "",
    locked_out: Collection[Actor] = (),
    may_open_and_close: bool = True,
    may_reopen: bool = True,
    may_publish: bool = False,
    moves: Collection[BallotMove] = tuple(BallotMove),
) -> HostDeskView:
    """Everything that the host needs, from ballots whose scores are not looked at.

    `moves` and the `may_...` are what the role of whoever is signed in allows.
    """
    by_key = {(ballot.judge, ballot.team): ballot for ballot in ballots}
    rows = tuple(
        _judge_row(
            setup,
            number,
            by_key,
            [holder.judge for holder in locked_out if holder.judge],
            _open_moves(event.phase, moves),
        )
        for number in range(len(setup.judges))
    )
    is_over = event.phase in (Phase.CLOSED, Phase.PUBLISHED)
    allowed = _Allowed(may_open_and_close, may_publish)
    steps_left = len(steps) - programme.revealed
    return HostDeskView(
        title=event.title,
        phase=event.phase,
        phase_text=_PHASES[event.phase],
        teams=tuple(team.name for team in setup.teams),
        rows=rows,
        reconciliation=reconciliation(rows),
        owed=_owed(setup, rows),
        main_act=_main_act(event.phase, setup, rows, steps_left, allowed),
        can_reopen=event.phase is Phase.CLOSED and may_reopen,
        scenes=_scenes(programme, has_reveal=is_over and bool(steps)),
        is_board_live=event.board is Board.LIVE,
        can_show_board=not is_over,
        locked_out=tuple(
            LockedRow(row.key, row.name)
            for row in sign_in_rows(setup)
            if row.key in {holder.key for holder in locked_out}
        ),
        reveal=_reveal(setup, programme, steps if is_over else (), caution),
    )


def reconciliation(rows: Sequence[JudgeRow]) -> str:
    """Every ballot accounted for: "48 ballots = 44 in + 2 recused + 2 absent + 0 owed"."""
    count = Counter(cell.state for row in rows for cell in row.cells)
    if not count:
        return "No ballots yet: they come with teams and judges."
    return (
        f"{counted(count.total(), 'ballot')} = {count[BallotState.SUBMITTED]} in + "
        f"{count[BallotState.RECUSED]} recused + {count[BallotState.ABSENT]} absent + "
        f"{count[BallotState.NOT_STARTED] + count[BallotState.DRAFT]} owed"
    )


_OWED = frozenset({BallotState.NOT_STARTED, BallotState.DRAFT})

_PHASES: Mapping[Phase, str] = {
    Phase.SETTING_UP: "Scoring isn't open yet",
    Phase.SCORING: "Scoring is open",
    Phase.CLOSED: "Scoring is closed",
    Phase.PUBLISHED: "The result is published",
}


def _open_moves(phase: Phase, moves: Collection[BallotMove]) -> tuple[BallotMove, ...]:
    """The host's own moves, in the order of their buttons; none once scoring is closed."""
    own = {
        Phase.SETTING_UP: (BallotMove.RECUSE, BallotMove.MARK_ABSENT, BallotMove.REINSTATE),
        Phase.SCORING: (
            BallotMove.RECUSE,
            BallotMove.MARK_ABSENT,
            BallotMove.REINSTATE,
            BallotMove.REOPEN,
        ),
    }.get(phase, ())
    return tuple(move for move in own if move in moves)


_WORDS: Mapping[BallotState, str] = {
    BallotState.NOT_STARTED: "Owed",
    BallotState.DRAFT: "Draft",
    BallotState.SUBMITTED: "In",
    BallotState.RECUSED: "Recused",
    BallotState.ABSENT: "Absent",
}
"""Short enough for a cell, and the words of the reconciliation."""


def _judge_row(
    setup: Setup,
    number: int,
    by_key: Mapping[tuple[JudgeId, TeamId], Ballot],
    locked_out: Collection[JudgeId],
    moves: Sequence[BallotMove],
) -> JudgeRow:
    judge = setup.judges[number]
    cells: list[BallotCell] = []
    for team in setup.teams:
        ballot = by_key.get((judge.id, team.id))
        state = ballot.state if ballot else BallotState.NOT_STARTED
        why = f" ({ballot.reason})" if ballot and ballot.reason else ""
        acts = tuple(move for move in moves if state in BALLOT_MOVES[move][0])
        label = f"{judge.name}, {team.name}: {state.value}{why}"
        cells.append(BallotCell(judge.id, team.id, state, _WORDS[state], label, acts))
    owed = sum(cell.state in _OWED for cell in cells)
    owed_text = f"{owed} owed" if owed else "all in"
    return JudgeRow(judge.id, judge.name, tuple(cells), owed_text, judge.id in locked_out)


def _owed(setup: Setup, rows: Sequence[JudgeRow]) -> tuple[str, ...]:
    """Who owes what, by name, in the panel's order."""
    said: list[str] = []
    for row in rows:
        teams = [
            team.name
            for team, cell in zip(setup.teams, row.cells, strict=True)
            if cell.state in _OWED
        ]
        if teams and len(teams) == len(setup.teams):
            said.append(f"{row.name} owes every team ({counted(len(teams), 'ballot')}).")
        elif teams:
            said.append(f"{row.name} owes {listed(teams)}.")
    return tuple(said)


@dataclass(frozen=True, slots=True)
class _Allowed:
    """What the role of whoever is signed in allows."""

    open_and_close: bool
    publish: bool


def _main_act(
    phase: Phase,
    setup: Setup,
    rows: Sequence[JudgeRow],
    steps_left: int,
    allowed: _Allowed,
) -> ActView:
    match phase:
        case Phase.SETTING_UP:
            return _opening(setup, allowed)
        case Phase.SCORING:
            return _closing(setup, rows, allowed)
        case Phase.CLOSED:
            return _publishing(steps_left, allowed)
        case Phase.PUBLISHED:
            return ActView(
                HostAct.NONE, "", is_offered=False, blockers=(), question="", asks_reason=False
            )


def _opening(setup: Setup, allowed: _Allowed) -> ActView:
    parts = (("team", setup.teams), ("judge", setup.judges), ("criterion", setup.rubric.criteria))
    blockers = tuple(f"There is no {noun} yet; add one." for noun, items in parts if not items)
    return ActView(
        act=HostAct.OPEN_SCORING,
        text=HostAct.OPEN_SCORING.value,
        is_offered=allowed.open_and_close and not blockers,
        blockers=blockers,
        question="Opening locks the teams, the panel and the rubric. Open scoring now?",
        asks_reason=False,
    )


def _closing(setup: Setup, rows: Sequence[JudgeRow], allowed: _Allowed) -> ActView:
    gap = sum(cell.state in _OWED for row in rows for cell in row.cells)
    ballots = counted(gap, "ballot")
    return ActView(
        act=HostAct.CLOSE_SCORING,
        text=f"Close with {ballots} owed…" if gap else HostAct.CLOSE_SCORING.value,
        is_offered=allowed.open_and_close,
        blockers=_owed(setup, rows),
        question=(
            f"{ballots} {'is' if gap == 1 else 'are'} owed. Say why scoring closes without; "
            "the reason goes on the record."
            if gap
            else "Every ballot is accounted for. Close scoring now?"
        ),
        asks_reason=gap > 0,
    )


def _publishing(steps_left: int, allowed: _Allowed) -> ActView:
    blockers = () if allowed.publish else ("The organiser publishes; sign in as the organiser.",)
    ahead = f"The reveal has {counted(steps_left, 'step')} to go. " if steps_left > 0 else ""
    return ActView(
        act=HostAct.PUBLISH,
        text=HostAct.PUBLISH.value,
        is_offered=allowed.publish,
        blockers=blockers,
        question=f"{ahead}Publishing can't be undone. Publish the result now?",
        asks_reason=False,
    )


def _scenes(programme: Programme, *, has_reveal: bool) -> tuple[SceneChoice, ...]:
    return tuple(
        SceneChoice(
            scene,
            scene.value.capitalize(),
            scene is programme.scene,
            scene is not Scene.REVEAL or has_reveal,
        )
        for scene in Scene
    )


def _reveal(
    setup: Setup, programme: Programme, steps: Sequence[RevealStep], caution: str
) -> RevealPanel:
    told = min(max(programme.revealed, 0), len(steps))
    names = {team.id: team.name for team in setup.teams}
    upcoming = steps[told] if told < len(steps) else None
    is_on = programme.scene is Scene.REVEAL
    return RevealPanel(
        is_ready=bool(steps),
        told_text=_told_text(steps, told),
        next_text=f"Next: {_step_text(upcoming)}" if upcoming else "",
        next_names=listed([names[team] for team in upcoming.teams]) if upcoming else "",
        can_tell=is_on and upcoming is not None,
        can_take_back=is_on and told > 0,
        caution=caution,
    )


def _told_text(steps: Sequence[RevealStep], told: int) -> str:
    if not steps:
        return "The reveal is ready once scoring is closed."
    if not told:
        return f"{counted(len(steps), 'step')}, none told yet"
    return f"Step {told} of {len(steps)}: {_step_text(steps[told - 1])}"


def _step_text(step: RevealStep) -> str:
    shared = f", shared by {len(step.teams)} teams" if len(step.teams) > 1 else ""
    return f"{ordinal(step.place)} place{shared}"
