"""How far the panel agrees, for the panel."""

from judging_app.desk import result
from judging_app.desk.desk import Desk
from judging_app.desk.rights import Sight
from judging_app.domain.roles import Actor
from judging_app.present.result.agreement import AgreementView, agreement_view
from judging_app.present.result.agreement_json import Json, agreement_json
from judging_app.tally import agreement as tally
from judging_app.tally.complete_panel import fully_judged


def agreement(desk: Desk, actor: Actor) -> tuple[AgreementView, Json]:
    """The numbers for people and for programs, of the scores as the judges gave them.

    Scores agreed in moderation are left out: they would make a panel look more of one mind than
    it was.

    Raises:
        NotAllowedError: if this actor may not see the panel's result.
    """
    desk.check_sight(actor, Sight.PANEL_RESULT)
    totals = result.basis(desk, is_original=True).totals
    everything = tally.agreement(totals)
    view = agreement_view(desk.setup(), everything, tally.agreement(fully_judged(totals)))
    return view, agreement_json(everything)
