"""How far apart the ballots lie, for those who may see every ballot."""

from judging_app.desk import result
from judging_app.desk.ballots import all_ballots
from judging_app.desk.desk import Desk
from judging_app.domain.ids import CriterionId
from judging_app.domain.roles import Actor
from judging_app.present.result.spread import SpreadView, spread_view


def spread(desk: Desk, actor: Actor, criterion: CriterionId | None = None) -> SpreadView:
    """The ballots that count side by side, by their totals unless a criterion is named.

    A single judge's ballot can be told from it, so it takes the right to see them all.

    Raises:
        NotAllowedError: for anybody but the organiser.
        UnknownError: if the rubric hasn't the criterion.
    """
    given = all_ballots(desk, actor).values()
    return spread_view(desk.setup(), result.basis(desk).counted, given, criterion)
