"""The event's phases: open scoring, close it, reopen it, publish the result."""

from collections import Counter
from collections.abc import Callable, Sequence

from judging_app.desk.ballots import every_ballot
from judging_app.desk.desk import Changed, Desk
from judging_app.desk.remarks import remark
from judging_app.domain.acts import (
    CloseScoring,
    OpenScoring,
    PhaseAct,
    Publish,
    ReopenScoring,
)
from judging_app.domain.ballots import Ballot, BallotState
from judging_app.domain.event import PHASE_MOVES, Phase
from judging_app.domain.roles import Actor
from judging_app.errors import DeskError
from judging_app.words import counted, listed


def open_scoring(desk: Desk, actor: Actor) -> Changed:
    """Let judges score; from now on rubric and method are locked.

    Raises:
        DeskError: naming what is missing, or if it isn't the time.
    """
    return _move(desk, actor, OpenScoring(), Phase.SCORING, _check_can_open)


def close_scoring(desk: Desk, actor: Actor, reason: str = "") -> Changed:
    """Let no ballot change any more.

    Raises:
        DeskError: if ballots are owed and no reason is given; the text names who owes how many.
    """
    return _move(desk, actor, CloseScoring(), Phase.CLOSED, _check_can_close, reason)


def reopen_scoring(desk: Desk, actor: Actor, reason: str) -> Changed:
    """Go on scoring after closing; the reveal starts anew, and the panel's own order is dropped.

    Raises:
        DeskError: without a reason, or if the event isn't closed.
    """
    return _move(desk, actor, ReopenScoring(), Phase.SCORING, _check_has_reason, reason)


def publish(desk: Desk, actor: Actor) -> Changed:
    """Publish the result by the declared method; this can't be undone.

    Raises:
        NotAllowedError: for anybody but the organiser, or before scoring is closed.
    """
    return _move(desk, actor, Publish(), Phase.PUBLISHED)


def owed_ballots(desk: Desk) -> tuple[Ballot, ...]:
    """The ballots that are still to come, in the order of the panel and the teams."""
    return tuple(ballot for ballot in every_ballot(desk).values() if ballot.state in _OWED)


_OWED = frozenset({BallotState.NOT_STARTED, BallotState.DRAFT})


def _move(
    desk: Desk,
    actor: Actor,
    act: PhaseAct,
    to: Phase,
    check: Callable[[Desk, str], None] | None = None,
    reason: str = "",
) -> Changed:
    with desk.doing(actor, type(act)) as doing:
        phase = desk.event().phase
        if to not in PHASE_MOVES[phase]:
            raise DeskError(f"An event can't go from {phase.value} to {to.value}.")
        said = remark(reason)
        if check:
            check(desk, said)
        doing.record(act, said)
    return doing.changed


def _check_can_open(desk: Desk, _reason: str) -> None:
    setup = desk.setup()
    parts = {"team": setup.teams, "judge": setup.judges, "criterion": setup.rubric.criteria}
    if missing := [f"no {word}" for word, there in parts.items() if not there]:
        raise DeskError(f"This event has {listed(missing)} yet. Take them in first.")


def _check_can_close(desk: Desk, reason: str) -> None:
    if reason or not (owed := owed_ballots(desk)):
        return
    count = counted(len(owed), "ballot is", "ballots are")
    raise DeskError(
        f"{count} still owed: {_by_judge(desk, owed)}. Wait for them, mark them absent, or give "
        "a reason to close without them."
    )


def _check_has_reason(_desk: Desk, reason: str) -> None:
    if not reason:
        raise DeskError("Give a reason to reopen scoring; it stays on the record.")


def _by_judge(desk: Desk, owed: Sequence[Ballot]) -> str:
    counts = Counter(ballot.judge for ballot in owed)
    return listed([f"{j.name} ({counts[j.id]})" for j in desk.setup().judges if counts[j.id]])
