"""What the host's pages show of the judging, asked of the desk once for all of them."""

from collections.abc import Mapping

from judging_app.closed_sets import complete
from judging_app.desk import ballots, conflicts, decisions, run_order, settings, sheets, sign_in
from judging_app.desk.reveal import steps_left
from judging_app.domain import acts
from judging_app.domain.ballots import BallotMove
from judging_app.domain.event import Phase
from judging_app.present.host.desk import Allowed, HostDeskView, host_desk_view
from judging_app.present.host.grid import AroundBallots, CellAct
from ui.day import Day

MOVES: Mapping[BallotMove, type[acts.Act]] = {
    BallotMove.RECUSE: acts.RecuseJudge,
    BallotMove.MARK_ABSENT: acts.MarkAbsent,
    BallotMove.REINSTATE: acts.ReinstateBallot,
    BallotMove.REOPEN: acts.ReopenBallot,
}
"""What each move goes on the record as."""

_CELL_ACTS: Mapping[CellAct, type[acts.Act]] = complete(
    {
        CellAct.LEAVE_EARLY: acts.MarkAbsent,
        CellAct.WITHDRAW: acts.ExcludeTeam,
        CellAct.DISQUALIFY: acts.ExcludeTeam,
        CellAct.RESTORE: acts.RestoreTeam,
    }
)
_LOOKED_OVER = frozenset({Phase.SETTING_UP, Phase.CLOSED})
"""When something about the settings can still be changed before the next act."""


def host_view(day: Day) -> HostDeskView:
    """The judging as whoever is signed in may see it."""
    desk, actor = day.desk, day.actor
    event = desk.event()
    return host_desk_view(
        event,
        desk.setup(),
        tuple(ballots.progress(desk, actor).values()),
        steps_left=steps_left(desk),
        is_revealed=bool(desk.programme().revealed),
        locked_out=sign_in.locked_out(desk),
        allowed=Allowed(
            open_and_close=desk.may(actor, acts.OpenScoring) or desk.may(actor, acts.CloseScoring),
            reopen=desk.may(actor, acts.ReopenScoring),
            publish=desk.may(actor, acts.Publish),
            moves=[move for move, act in MOVES.items() if desk.may(actor, act)],
        ),
        around=_around(day),
        findings=settings.findings(desk, actor) if event.phase in _LOOKED_OVER else (),
    )


def _around(day: Day) -> AroundBallots:
    desk, actor = day.desk, day.actor
    return AroundBallots(
        order=tuple(slot.team for slot in run_order.run_order(desk)),
        keyed=sheets.being_keyed(desk, actor),
        conflicts=conflicts.declared(desk),
        exclusions=decisions.exclusions(desk),
        acts=tuple(act for act, kind in _CELL_ACTS.items() if desk.may(actor, kind)),
    )
