"""A new event that is judged as an earlier one was, without anybody of it."""

from pathlib import Path

from judging_app.desk import decisions, events
from judging_app.desk.desk import Desk
from judging_app.desk.events import NewEvent, create_event, open_event
from judging_app.domain.event import Event
from judging_app.domain.look import NO_LOOK
from judging_app.domain.roles import ORGANISER
from judging_app.domain.setup import Intake, Setup
from judging_app.store import decision_rows


def create_like(path: Path, title: str, earlier: Path) -> NewEvent:
    """Make an event with the rubric, method, tie-breaks, awards and look of an earlier one.

    Raises:
        EventFileError: if the earlier one can't be read, or the new one can't be written.
    """
    before = open_event(earlier, is_to_look=True)
    try:
        event, rubric = before.event(), before.recorded_setup().rubric
        look, awards = events.look(before), decision_rows.awards(before.file.db)
        tie_breaks = decision_rows.tie_breaks(before.file.db)
    finally:
        before.close()

    def also(desk: Desk) -> None:
        for award in awards:
            decisions.declare_award(desk, ORGANISER, award)
        if look != NO_LOOK:
            events.set_look(desk, ORGANISER, look)

    return create_event(
        path,
        Event(title, method=event.method, trims_by_criterion=event.trims_by_criterion),
        Intake(Setup((), (), (), (), (), rubric, ())),
        tie_breaks=tie_breaks,
        also=also,
    )
