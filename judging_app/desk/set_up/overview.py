"""What the set-up page is made of, gathered from the event."""

from judging_app.desk import conflicts, events, run_order, sign_in
from judging_app.desk.desk import Desk
from judging_app.domain.look import NO_LOOK
from judging_app.domain.panel import ConflictDecision
from judging_app.domain.roles import Actor, Role
from judging_app.present.set_up.overview import SetUpFacts
from judging_app.store import decision_rows


def facts(desk: Desk) -> SetUpFacts:
    """As the event is now; there is no score among it."""
    setup = desk.setup()
    declared = conflicts.declared(desk)
    undecided = sum(one.decision is ConflictDecision.UNDECIDED for one in declared)
    judges = [Actor(Role.JUDGE, judge.id) for judge in setup.judges]
    return SetUpFacts(
        event=desk.event(),
        setup=setup,
        tie_breaks=len(decision_rows.tie_breaks(desk.file.db)),
        undecided=undecided + len(conflicts.found(desk)),
        decided=len(declared) - undecided,
        without_pin=sum(not sign_in.has_pin(desk, judge) for judge in judges),
        is_drawn=run_order.is_drawn(desk),
        added=len(run_order.added(desk)),
        has_look=events.look(desk) != NO_LOOK,
    )
