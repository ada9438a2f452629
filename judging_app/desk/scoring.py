"""The event's phases, and the editions of its result: open, close, reopen, publish, amend."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace

from judging_app.ceremony.scenes import WHILE
from judging_app.desk.desk import Changed, Desk
from judging_app.desk.record.signing import record_signed, remember
from judging_app.desk.result import result_by
from judging_app.domain import acts
from judging_app.domain.event import PHASE_MOVES, Phase
from judging_app.domain.names import remark
from judging_app.domain.reconciliation import (
    BallotKey,
    BallotPart,
    Reconciliation,
    reconciliation,
)
from judging_app.domain.roles import Actor
from judging_app.domain.standings import Edition
from judging_app.errors import DeskError
from judging_app.present.words.acts import ACT_WORDS
from judging_app.present.words.ballots import PART_WORDS
from judging_app.store import ballot_rows, decision_rows, event_rows, sheet_rows
from judging_app.words import counted, listed


def open_scoring(desk: Desk, actor: Actor) -> Changed:
    """Let judges score; from now on rubric and method are locked."""
    return _move(desk, actor, acts.OpenScoring(), Phase.SCORING, _check_can_open)


def close_scoring(desk: Desk, actor: Actor, reason: str = "") -> Changed:
    """Let no ballot change any more; ballots of a team that is out are not waited for."""
    return _move(desk, actor, acts.CloseScoring(), Phase.CLOSED, _check_can_close, reason)


def reopen_scoring(desk: Desk, actor: Actor, reason: str) -> Changed:
    """Go on scoring after closing; the reveal starts again and the panel's own order is dropped."""
    return _move(desk, actor, acts.ReopenScoring(), Phase.SCORING, _check_has_reason, reason)


def publish(desk: Desk, actor: Actor) -> Changed:
    """Publish the result by the declared method; it can't be undone, only amended."""
    return _move(desk, actor, acts.Publish(_to_publish(desk)), Phase.PUBLISHED)


def amend(desk: Desk, actor: Actor, why: str, agreed_by: str) -> Changed:
    """Take a published result back to amend it; it is published again as the next edition."""
    edition = _to_amend(desk, why, agreed_by)
    return _move(desk, actor, acts.AmendResult(edition), Phase.CLOSED, reason=edition.why)


def accounted(desk: Desk) -> Reconciliation:
    """What became of every ballot; for the desk's own questions, not for a screen."""
    db, setup = desk.file.db, desk.setup()
    return reconciliation(
        setup.judges,
        setup.teams,
        ballot_rows.ballots(db).values(),
        decision_rows.exclusions(db),
        {(keying.judge, keying.team) for keying in sheet_rows.keyings(db)},
    )


def owed_ballots(desk: Desk) -> tuple[BallotKey, ...]:
    """The ballots that are still to come, by judge and team: owed, or being keyed from paper."""
    return accounted(desk).to_come


def closed_because(desk: Desk) -> str:
    """Why scoring was closed with a gap; empty while it is open, or without one."""
    if desk.event().phase not in (Phase.CLOSED, Phase.PUBLISHED) or not owed_ballots(desk):
        return ""
    name = acts.act_name(acts.CloseScoring)
    return next((one.reason for one in reversed(desk.entries()) if one.act == name), "")


def _move(
    desk: Desk,
    actor: Actor,
    act: acts.PhaseAct,
    to: Phase,
    check: Callable[[Desk, str], None] | None = None,
    reason: str = "",
) -> Changed:
    with desk.doing(actor, type(act)) as doing:
        phase = desk.event().phase
        if to not in PHASE_MOVES[phase]:
            raise DeskError(f"Nobody can {ACT_WORDS[type(act)]} while {WHILE[phase]}.")
        said = remark(reason)
        if check:
            check(desk, said)
        record_signed(desk, doing, act, said)
    remember(desk, doing.changed)
    return doing.changed


def _check_can_open(desk: Desk, _reason: str) -> None:
    setup = desk.setup()
    parts = {"team": setup.teams, "judge": setup.judges, "criterion": setup.rubric.criteria}
    if missing := [f"no {word}" for word, there in parts.items() if not there]:
        raise DeskError(f"This event has {listed(missing)} yet. Add them first.")


def _check_can_close(desk: Desk, reason: str) -> None:
    found = accounted(desk)
    if reason or not found.to_come:
        return
    waits = "; ".join(
        f"{_are_still(len(ballots))} {PART_WORDS[part]}: {_by_judge(desk, ballots)}"
        for part in (BallotPart.OWED, BallotPart.BEING_KEYED)
        if (ballots := found.of(part))
    )
    raise DeskError(
        f"{waits}. Wait for them, mark them absent, or give a reason to close without them."
    )


def _are_still(count: int) -> str:
    return counted(count, "ballot is", "ballots are")


def _check_has_reason(_desk: Desk, reason: str) -> None:
    if not reason:
        raise DeskError("Give a reason to reopen scoring. It stays on the record.")


def _by_judge(desk: Desk, ballots: Sequence[BallotKey]) -> str:
    counts = Counter(judge for judge, _ in ballots)
    return listed([f"{j.name} ({counts[j.id]})" for j in desk.setup().judges if counts[j.id]])


def editions(desk: Desk) -> tuple[Edition, ...]:
    """Every edition that was published, the first first."""
    return tuple(one for one in event_rows.editions(desk.file.db) if one.standings)


def edition_number(desk: Desk) -> int:
    """The number of the edition that is published, or is being made."""
    return max((one.number for one in event_rows.editions(desk.file.db)), default=1)


def _to_publish(desk: Desk) -> Edition:
    """The edition that publishing makes now."""
    found = result_by(desk)
    return replace(found.edition, standings=found.standings, fingerprint=found.fingerprint)


def _to_amend(desk: Desk, why: str, agreed_by: str) -> Edition:
    """The edition that amending begins."""
    said, agreed = remark(why), remark(agreed_by)
    if not said:
        raise DeskError(
            "Say what was wrong with the published result. This is read out and printed."
        )
    if not agreed:
        raise DeskError("Say who agreed to correct the result. This is printed.")
    return Edition(edition_number(desk) + 1, (), said, agreed)
