"""The organiser's points, for those who may see the panel's result."""

from judging_app.desk.desk import Desk
from judging_app.desk.rights import Sight
from judging_app.domain.roles import Actor
from judging_app.present.result.points import PointsRow, points_rows
from judging_app.store import decision_rows


def points(desk: Desk, actor: Actor) -> tuple[PointsRow, ...]:
    """Every team on every criterion of the organiser's, entered or missing.

    Raises:
        NotAllowedError: if this actor may not see the panel's result.
    """
    desk.check_sight(actor, Sight.PANEL_RESULT)
    return points_rows(desk.setup(), decision_rows.team_points(desk.file.db))
