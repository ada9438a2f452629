"""Why one team is above another, for the panel."""

from judging_app.desk import result
from judging_app.desk.desk import Desk
from judging_app.desk.rights import Sight
from judging_app.domain.event import Method
from judging_app.domain.ids import TeamId
from judging_app.domain.roles import Actor
from judging_app.domain.setup import Setup
from judging_app.errors import UnknownError
from judging_app.present.result.why import WhyView, why_view
from judging_app.present.words.methods import refusing_by_name
from judging_app.tally import why as tally
from judging_app.words import listed


def why(
    desk: Desk, actor: Actor, one: TeamId, other: TeamId, method: Method | None = None
) -> WhyView:
    """The gap between two teams in parts, by the declared method unless another is named.

    Raises:
        NotAllowedError: if this actor may not see the panel's result.
        UnknownError: if a team is not among those with a place.
        MethodError: if the method gives no result on these ballots.
    """
    desk.check_sight(actor, Sight.PANEL_RESULT)
    setup, basis = desk.setup(), result.basis(desk, method)
    _check_apart(setup, one, other)
    try:
        with refusing_by_name(setup):
            return why_view(setup, tally.why(basis, one, other), basis.method)
    except UnknownError as refusal:
        names = listed([team.name for team in setup.teams if team.id in (one, other)])
        raise UnknownError(
            f"{names} don't both have a place. Choose two teams that do."
        ) from refusal


def _check_apart(setup: Setup, one: TeamId, other: TeamId) -> None:
    teams = {team.id for team in setup.teams}
    if one == other or not {one, other} <= teams:
        raise UnknownError(
            "Why one team is above another asks for two teams of this event. Choose two."
        )
