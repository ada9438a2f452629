"""Conflicts of interest: found in the data, declared by a judge, decided by the organiser."""

from collections.abc import Sequence

from judging_app.desk import ballots
from judging_app.desk.desk import Changed, Desk
from judging_app.domain import subjects
from judging_app.domain.acts import DecideConflict, DeclareConflict
from judging_app.domain.ids import JudgeId, TeamId
from judging_app.domain.names import remark
from judging_app.domain.panel import Conflict, ConflictDecision
from judging_app.domain.roles import Actor, Role
from judging_app.errors import DeskError, NotAllowedError, UnknownError
from judging_app.planning.conflicts import found_conflicts
from judging_app.store import ballot_rows


def found(desk: Desk) -> tuple[Conflict, ...]:
    """The conflicts that the data shows and nobody has declared yet."""
    declared = {(c.judge, c.team) for c in ballot_rows.conflicts(desk.file.db)}
    return tuple(c for c in found_conflicts(desk.setup()) if (c.judge, c.team) not in declared)


def declared(desk: Desk) -> tuple[Conflict, ...]:
    """The conflicts on the record, with what was decided."""
    return ballot_rows.conflicts(desk.file.db)


def of_judge(desk: Desk, actor: Actor, judge: JudgeId) -> tuple[Conflict, ...]:
    """A judge's conflicts on the record, with what was decided."""
    ballots.check_may_see(desk, actor, judge, f"conflicts of {judge}")
    return tuple(one for one in declared(desk) if one.judge == judge)


def declare(desk: Desk, actor: Actor, judge: JudgeId, team: TeamId, why: str) -> Changed:
    """Put a conflict of interest on the record, undecided."""
    with desk.doing(actor, DeclareConflict, subjects.conflict(judge, team)) as doing:
        if actor.role is Role.JUDGE and actor.judge != judge:
            raise NotAllowedError("You can declare only your own conflicts of interest.")
        ballots.check_known(desk, judge, team)
        if not (said := remark(why)):
            raise DeskError("Say what the conflict of interest is, in a few words.")
        if any(c.decision is not ConflictDecision.UNDECIDED for c in _on_record(desk, judge, team)):
            raise DeskError(
                "This conflict of interest is already decided. Ask the organiser to decide again."
            )
        doing.record(DeclareConflict(Conflict(judge, team, said)))
    return doing.changed


def decide(
    desk: Desk,
    actor: Actor,
    judge: JudgeId,
    team: TeamId,
    decision: ConflictDecision,
    reason: str,
) -> Changed:
    """Decide what a conflict means; `RECUSED` takes the judge off the team as well.

    Another decision later leaves the ballot recused until it is reinstated, which is an act of its
    own with a reason.
    """
    return decide_alike(desk, actor, ((judge, team),), decision, reason)


def decide_alike(
    desk: Desk,
    actor: Actor,
    pairs: Sequence[tuple[JudgeId, TeamId]],
    decision: ConflictDecision,
    reason: str,
) -> Changed:
    """Decide several conflicts in one way, all of them or none.

    One that the data shows and nobody has declared is put on the record with it.
    """
    with desk.doing(actor, DecideConflict, subjects.conflict(*pairs[0])) as doing:
        if not (said := remark(reason)):
            raise DeskError("Give a reason for the decision. It stays on the record.")
        on_record = {(one.judge, one.team): one for one in declared(desk)}
        from_data = {(one.judge, one.team): one for one in found(desk)}
        for judge, team in pairs:
            known = on_record.get((judge, team))
            if known is None:
                known = from_data.get((judge, team))
                if known is None:
                    raise UnknownError(
                        "This conflict of interest hasn’t been declared yet. Declare it first."
                    )
                doing.record(DeclareConflict(known))
            doing.record(DecideConflict(Conflict(judge, team, known.why, decision, said)), said)
            if decision is ConflictDecision.RECUSED and not ballots.is_recused(desk, judge, team):
                doing.record(ballots.recusal(desk, judge, team, said), said)
    return doing.changed


def _on_record(desk: Desk, judge: JudgeId, team: TeamId) -> list[Conflict]:
    return [c for c in declared(desk) if (c.judge, c.team) == (judge, team)]
