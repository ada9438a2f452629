"""What a judge takes away: their own scores beside the panel's, once the result is published."""

from judging_app.desk.ballots import every_ballot
from judging_app.desk.desk import Desk
from judging_app.desk.editions import record_line
from judging_app.desk.rights import Sight
from judging_app.domain.roles import Actor
from judging_app.errors import NotAllowedError
from judging_app.present.judge import take_away as present


def take_away(desk: Desk, actor: Actor) -> present.TakeAway:
    """The rows for whoever asks, and for nobody else: there is no judge to name.

    They come from the ballots as the judges gave them: what was agreed in moderation stays with
    the panel.

    Raises:
        NotAllowedError: for anybody but a judge, or before the result is published.
    """
    desk.check_sight(actor, Sight.TAKE_AWAY, f"take-away of {actor.key}")
    if actor.judge is None:
        raise NotAllowedError("Only a judge has scores to take away. Sign in as one.")
    given = every_ballot(desk).values()
    return present.take_away(
        desk.event(), desk.setup(), actor.judge, given, record=record_line(desk)
    )
