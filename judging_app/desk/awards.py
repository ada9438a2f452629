"""The awards as they stand, for those who may see the panel's result."""

from judging_app.desk import result
from judging_app.desk.desk import Desk
from judging_app.desk.rights import Sight
from judging_app.domain.roles import Actor
from judging_app.present.result.awards import AwardRow, award_rows
from judging_app.present.words.methods import refusing_by_name
from judging_app.store import decision_rows
from judging_app.tally.awards import award_results


def awards(desk: Desk, actor: Actor) -> tuple[AwardRow, ...]:
    """Every award with its winners and why.

    Raises:
        NotAllowedError: if this actor may not see the panel's result.
        MethodError: if the method gives no result on these ballots.
    """
    desk.check_sight(actor, Sight.PANEL_RESULT)
    db = desk.file.db
    decisions = decision_rows.award_decisions(db)
    with refusing_by_name(desk.setup()):
        results = award_results(
            result.basis(desk), result.announced(desk), decision_rows.awards(db), decisions
        )
    return award_rows(desk.setup(), results, decisions)
