"""Whether the result stands, for the panel."""

from judging_app.desk import result
from judging_app.desk.desk import Desk
from judging_app.desk.rights import Sight
from judging_app.domain.roles import Actor
from judging_app.present.result.checks import ChecksView, checks_view
from judging_app.present.words.methods import refusing_by_name
from judging_app.tally import checks as tally
from judging_app.tally.ties import settlement


def checks(desk: Desk, actor: Actor, first: int = 1) -> ChecksView:
    """The declared method's first `first` places with one thing changed at a time.

    They are those of the arithmetic, ties settled as declared, whatever the panel decided.

    Raises:
        NotAllowedError: if this actor may not see the panel's result.
        MethodError: if the declared method gives no result on these ballots.
    """
    desk.check_sight(actor, Sight.PANEL_RESULT)
    setup, basis = desk.setup(), result.basis(desk)
    sectors = {judge.id: judge.sector for judge in setup.judges}
    with refusing_by_name(setup):
        found = tally.checks(basis, sectors, first=first)
        return checks_view(setup, settlement(basis).standings, found, first)
