"""What there is to keep of the moment at which scoring was closed, before anything is told."""

from judging_app.desk.desk import Desk
from judging_app.desk.rights import Sight
from judging_app.desk.scoring import accounted, closed_because
from judging_app.domain import subjects
from judging_app.domain.acts import CloseScoring, SignRecord, act_name
from judging_app.domain.event import Phase
from judging_app.domain.journal import Signed
from judging_app.domain.roles import Actor
from judging_app.errors import DeskError
from judging_app.present.organiser.closing import (
    NOT_CLOSED,
    ClosingRecord,
    closing_leaves,
    closing_record,
    closing_stem,
)
from judging_app.present.organiser.papers import PaperJob, mark_of_rehearsal
from judging_app.store import journal
from judging_app.store.bodies import act_of


def record_at_closing(desk: Desk, actor: Actor) -> ClosingRecord | None:
    """The record as it was signed at the last closing; `None` while scoring isn't closed.

    An event that an older version closed has none either.
    """
    desk.check_sight(actor, Sight.PROGRESS)
    if desk.event().phase not in (Phase.CLOSED, Phase.PUBLISHED):
        return None
    signed = _signed_at_closing(desk)
    return (
        closing_record(desk.event(), signed, accounted(desk), closed_because(desk))
        if signed
        else None
    )


def closing_job(desk: Desk, actor: Actor) -> PaperJob:
    """The paper of it.

    Raises:
        DeskError: if there is none.
    """
    rows = record_at_closing(desk, actor)
    if rows is None:
        raise DeskError(NOT_CLOSED)
    mark = mark_of_rehearsal(desk.event())
    return PaperJob(closing_leaves(rows), closing_stem(rows.event), mark=mark)


def _signed_at_closing(desk: Desk) -> Signed | None:
    for entry in reversed(journal.entries_about(desk.file.db, subjects.RECORD)):
        act = act_of(entry.act, entry.body)
        if isinstance(act, SignRecord) and act.signed == act_name(CloseScoring):
            return Signed(entry, act.signed, act.key, entry.key.seq - 1)
    return None
