"""What the host sees of the judging: who owes what, and the next act of the day; no score."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from judging_app.closed_sets import complete
from judging_app.domain.ballots import Ballot, BallotMove, BallotState
from judging_app.domain.event import Event, Phase
from judging_app.domain.roles import Actor
from judging_app.domain.setup import Setup
from judging_app.planning.settings_check import Finding, Severity
from judging_app.present.host.grid import AroundBallots, JudgeRow, ballot_grid
from judging_app.present.host.reconciliation import gap_text, reconciliation_view
from judging_app.present.host.turns import BallotSum, ballot_sum
from judging_app.present.settings import desk_notes, told
from judging_app.present.start.sign_in import sign_in_rows
from judging_app.words import capitalised, counted


class HostAct(Enum):
    """The acts that move the day on."""

    OPEN_SCORING = "open scoring"
    CLOSE_SCORING = "close scoring"
    PUBLISH = "publish"
    NONE = "none"


HOST_ACT_WORDS: Mapping[HostAct, str] = complete(
    {
        HostAct.OPEN_SCORING: "Open scoring",
        HostAct.CLOSE_SCORING: "Close scoring",
        HostAct.PUBLISH: "Publish the result",
        HostAct.NONE: "",
    }
)


@dataclass(frozen=True, slots=True)
class LockedRow:
    """Someone who must wait after wrong PINs; `key` is their `Actor.key`."""

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class ActView:
    """The main act: its words, what is in its way by name, and what it asks for.

    `notes` are what somebody should look at first; they hinder nothing.
    """

    act: HostAct
    text: str
    is_offered: bool
    blockers: tuple[str, ...]
    question: str
    asks_reason: bool
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Allowed:
    """What the role of whoever is signed in allows."""

    open_and_close: bool = True
    reopen: bool = True
    publish: bool = False
    moves: Collection[BallotMove] = tuple(BallotMove)


@dataclass(frozen=True, slots=True)
class HostDeskView:
    """The host's desk at one moment."""

    phase: Phase
    teams: tuple[str, ...]
    rows: tuple[JudgeRow, ...]
    sum: BallotSum
    to_come: int
    main_act: ActView
    can_reopen: bool
    locked_out: tuple[LockedRow, ...]


def host_desk_view(
    event: Event,
    setup: Setup,
    ballots: Sequence[Ballot],
    *,
    steps_left: int = 0,
    is_revealed: bool = True,
    locked_out: Collection[Actor] = (),
    allowed: Allowed = Allowed(),
    around: AroundBallots | None = None,
    findings: Sequence[Finding] = (),
) -> HostDeskView:
    """Everything that the host needs, from ballots whose scores are not looked at.

    `steps_left` are those of the reveal that are still to be announced, and it `is_revealed` once
    any was. `findings` are those of
    the settings.
    """
    grid = ballot_grid(
        setup,
        ballots,
        _open_moves(event.phase, allowed.moves),
        [holder.judge for holder in locked_out if holder.judge],
        around or AroundBallots(),
    )
    found = reconciliation_view(setup.judges, grid.teams, grid.reconciliation)
    waits = _Waits(gap_text(grid.reconciliation), found.to_come)
    return HostDeskView(
        phase=event.phase,
        teams=grid.headings,
        rows=grid.rows,
        sum=ballot_sum(
            grid.reconciliation,
            sum(cell.state is BallotState.DRAFT for row in grid.rows for cell in row.cells),
        ),
        to_come=len(grid.reconciliation.to_come),
        main_act=_looked_over(
            _main_act(
                event.phase, setup, waits, _ahead(steps_left, is_revealed=is_revealed), allowed
            ),
            findings,
            event.phase,
        ),
        can_reopen=event.phase is Phase.CLOSED and allowed.reopen,
        locked_out=tuple(
            LockedRow(row.key, row.name)
            for row in sign_in_rows(setup)
            if row.key in {holder.key for holder in locked_out}
        ),
    )


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


@dataclass(frozen=True, slots=True)
class _Waits:
    """The ballots that closing waits for, counted and by name; empty if it waits for none."""

    gap: str
    by_name: tuple[str, ...]


def _main_act(
    phase: Phase,
    setup: Setup,
    waits: _Waits,
    ahead: str,
    allowed: Allowed,
) -> ActView:
    match phase:
        case Phase.SETTING_UP:
            return _opening(setup, allowed)
        case Phase.SCORING:
            return _closing(waits, allowed)
        case Phase.CLOSED:
            return _publishing(ahead, allowed)
        case Phase.PUBLISHED:
            return ActView(
                HostAct.NONE, "", is_offered=False, blockers=(), question="", asks_reason=False
            )


def _looked_over(act: ActView, findings: Sequence[Finding], phase: Phase) -> ActView:
    """The act with what to look at; what is wrong is asked about, however far down it stands."""
    wrong = [told(one) for one in findings if one.severity is Severity.WRONG]
    asked = " ".join([*wrong, act.question]) if phase is Phase.SETTING_UP else act.question
    return replace(act, question=asked, notes=desk_notes(findings, phase))


def _opening(setup: Setup, allowed: Allowed) -> ActView:
    parts = (("team", setup.teams), ("judge", setup.judges), ("criterion", setup.rubric.criteria))
    blockers = tuple(f"There is no {noun} yet. Add one." for noun, items in parts if not items)
    return ActView(
        act=HostAct.OPEN_SCORING,
        text=HOST_ACT_WORDS[HostAct.OPEN_SCORING],
        is_offered=allowed.open_and_close and not blockers,
        blockers=blockers,
        question="Opening locks the teams, the panel and the rubric. Open scoring now?",
        asks_reason=False,
    )


def _closing(waits: _Waits, allowed: Allowed) -> ActView:
    return ActView(
        act=HostAct.CLOSE_SCORING,
        text=(f"Close with {waits.gap}…" if waits.gap else HOST_ACT_WORDS[HostAct.CLOSE_SCORING]),
        is_offered=allowed.open_and_close,
        blockers=waits.by_name,
        question=(
            f"{capitalised(waits.gap)}. Say why scoring closes now. The reason is printed in the "
            "report."
            if waits.gap
            else "No ballot is still to come. Close scoring now?"
        ),
        asks_reason=bool(waits.gap),
    )


def _ahead(steps_left: int, *, is_revealed: bool) -> str:
    """What of the reveal publishing would come before."""
    said = "" if is_revealed else "Nothing has been revealed to the audience yet. "
    if steps_left <= 0:
        return said
    return f"{said}The reveal has {counted(steps_left, 'step')} still to announce. "


def _publishing(ahead: str, allowed: Allowed) -> ActView:
    blockers = (
        () if allowed.publish else ("Only the organiser can publish. Sign in as the organiser.",)
    )
    return ActView(
        act=HostAct.PUBLISH,
        text=HOST_ACT_WORDS[HostAct.PUBLISH],
        is_offered=allowed.publish,
        blockers=blockers,
        question=f"{ahead}Publishing can’t be undone. Publish the result now?",
        asks_reason=False,
    )
