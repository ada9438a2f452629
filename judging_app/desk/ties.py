"""How ties were settled, for the panel."""

from judging_app.desk import result
from judging_app.desk.desk import Desk
from judging_app.desk.rights import Sight
from judging_app.domain.roles import Actor
from judging_app.present.result import ties as present
from judging_app.present.words.methods import refusing_by_name


def tie_sentences(desk: Desk, actor: Actor) -> tuple[str, ...]:
    """One paragraph to each tie of the declared method's result, best place first.

    Raises:
        NotAllowedError: if this actor may not see the panel's result.
        MethodError: if the declared method gives no result on these ballots.
    """
    desk.check_sight(actor, Sight.PANEL_RESULT)
    setup = desk.setup()
    with refusing_by_name(setup):
        return present.tie_sentences(setup, result.settled(desk).ties)
