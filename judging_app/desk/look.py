"""The event's colours and logo."""

from judging_app.desk.desk import Changed, Desk
from judging_app.domain import subjects
from judging_app.domain.acts import SetLook
from judging_app.domain.look import EventLook
from judging_app.domain.roles import Actor
from judging_app.store import programme_rows


def look(desk: Desk) -> EventLook:
    """As it is; everybody may see it."""
    return programme_rows.look(desk.file.db)


def set_look(desk: Desk, actor: Actor, wanted: EventLook) -> Changed:
    """Give the event its colours and logo, which the caller has checked to be an image.

    Raises:
        NotAllowedError: for anybody but the organiser.
    """
    with desk.doing(actor, SetLook, subjects.LOOK) as doing:
        doing.record(SetLook(wanted))
    return doing.changed
