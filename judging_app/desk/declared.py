"""What was declared about the result and can be declared anew: its tie-breaks and awards."""

from judging_app.desk.desk import Desk
from judging_app.desk.rights import Sight
from judging_app.domain.decisions import Award
from judging_app.domain.roles import Actor
from judging_app.domain.tie_breaks import DeclaredTieBreak
from judging_app.store import decision_rows


def declared_awards(desk: Desk, actor: Actor) -> tuple[Award, ...]:
    """The awards in their own order, whoever gets them.

    Raises:
        NotAllowedError: if this actor may not see the panel's result.
    """
    desk.check_sight(actor, Sight.PANEL_RESULT)
    return decision_rows.awards(desk.file.db)


def declared_tie_breaks(desk: Desk, actor: Actor) -> tuple[DeclaredTieBreak, ...]:
    """The rules that settle a tie, in the order in which they are asked.

    Raises:
        NotAllowedError: if this actor may not see the panel's result.
    """
    desk.check_sight(actor, Sight.PANEL_RESULT)
    return decision_rows.tie_breaks(desk.file.db)
