"""Which places each team can still reach, for the panel."""

from judging_app.desk import result
from judging_app.desk.desk import Desk
from judging_app.desk.rights import Sight
from judging_app.domain.roles import Actor
from judging_app.present.result.reach import ReachRow, reach_rows
from judging_app.present.words.methods import refusing_by_name
from judging_app.tally import reach as tally


def reach(desk: Desk, actor: Actor) -> tuple[ReachRow, ...]:
    """A row to each team that is not out, in the teams' order, by the declared method.

    Raises:
        NotAllowedError: if this actor may not see the panel's result.
        MethodError: if the method can't tell while ballots are owed, or gives no result.
    """
    desk.check_sight(actor, Sight.PANEL_RESULT)
    setup = desk.setup()
    with refusing_by_name(setup):
        return reach_rows(setup, tally.reach(result.basis(desk)))
