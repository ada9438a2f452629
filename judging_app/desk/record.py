"""The decisions on the record, for the panel."""

from judging_app.desk.desk import Desk
from judging_app.desk.rights import Sight
from judging_app.domain.roles import Actor
from judging_app.present.result.decisions import TOLD_FROM, DecisionLine, decision_lines
from judging_app.store.bodies import act_of


def record(desk: Desk, actor: Actor) -> tuple[DecisionLine, ...]:
    """Everything that was decided about the result, the newest first.

    Raises:
        NotAllowedError: if this actor may not see the panel's result.
    """
    desk.check_sight(actor, Sight.PANEL_RESULT)
    told_from = (entry for entry in desk.entries() if entry.act in TOLD_FROM)
    return decision_lines(
        desk.setup(),
        ((entry, act_of(entry.act, entry.body) if entry.body else None) for entry in told_from),
    )
