"""The day on which an event is to be deleted."""

from datetime import date
from pathlib import Path

from judging_app.desk.desk import Changed, Desk
from judging_app.domain import subjects
from judging_app.domain.acts import SetDeleteOn
from judging_app.domain.roles import Actor
from judging_app.store import journal
from judging_app.store.bodies import act_of
from judging_app.store.glance import glance_at_day


def delete_on(desk: Desk) -> date | None:
    """The day that was chosen; `None` if none was."""
    for entry in reversed(journal.entries_about(desk.file.db, subjects.KEEPING)):
        act = act_of(entry.act, entry.body)
        if isinstance(act, SetDeleteOn):
            return act.day
    return None


def set_delete_on(desk: Desk, actor: Actor, day: date | None) -> Changed:
    """Choose the day on which the event is to be deleted, or take it back."""
    with desk.doing(actor, SetDeleteOn, subjects.KEEPING) as doing:
        doing.record(SetDeleteOn(day))
    return doing.changed


def is_due(path: Path, today: date) -> date | None:
    """The day on which a file that nobody has open was to be deleted, if that has come."""
    day = glance_at_day(path)
    return day if day is not None and day <= today else None
