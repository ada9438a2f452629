"""Forgetting the people of an event: which remarks name somebody, and the act itself."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from judging_app.desk.desk import Changed, Desk
from judging_app.desk.forgetting.rewriting import record_of, replacements, without_people
from judging_app.desk.record.signing import record_signed, remember
from judging_app.desk.rights import Sight
from judging_app.domain import subjects
from judging_app.domain.acts import ForgetPeople
from judging_app.domain.journal import Entry
from judging_app.domain.roles import Actor
from judging_app.errors import DeskError
from judging_app.forgetting.forgetter import everybody
from judging_app.forgetting.remarks import Fate, Remark, remarks
from judging_app.present.organiser.forgetting import (
    forgotten_text,
    nobody_left_text,
    undecided_text,
)
from judging_app.store import journal
from judging_app.store.bodies import act_of
from judging_app.store.checking.forgotten import FORGETS


def remarks_to_decide(desk: Desk, actor: Actor) -> tuple[Remark, ...]:
    """Every remark that is kept, those that seem to name somebody first."""
    desk.check_sight(actor, Sight.ALL_BALLOTS)
    record = record_of(desk.entries())
    found = remarks(record, everybody(record).people)
    return tuple(sorted(found, key=lambda one: not one.found))


def is_forgotten(desk: Desk) -> bool:
    """Whether codes have taken the place of the event's people."""
    return any(one.act == FORGETS for one in _about_keeping(desk))


def can_forget(desk: Desk, actor: Actor) -> bool:
    """Whether this actor may forget the people now; for offering it, not for doing it."""
    return desk.may(actor, ForgetPeople)


def forget_people(desk: Desk, actor: Actor, fates: Mapping[str, Fate]) -> Changed:
    """Put codes in the place of everybody, and do with each remark what was decided.

    `fates` are by the text of the remark. The file is made again from what remains, in one
    change; copies of it are another matter.

    Raises:
        DeskError: if nobody decided about a remark that seems to name somebody, or nobody is left.
    """
    with desk.doing(actor, ForgetPeople, subjects.KEEPING) as doing:
        before = desk.entries()
        record = record_of(before)
        _check_decided(remarks(record, everybody(record).people), fates)
        after, whom = without_people(before, fates)
        changed = replacements(before, after)
        if not changed:
            raise DeskError(nobody_left_text())
        record_signed(desk, doing, ForgetPeople(len(whom.known), changed))
        new = desk.entries()[len(before) :]
        desk.file.rewrite((*after, *new))
    desk.file.settle()
    remember(desk, doing.changed)
    return doing.changed


def forgotten_texts(entries: Iterable[Entry]) -> tuple[str, ...]:
    """What the record says of it, in sentences."""
    return tuple(_said(entries))


def _said(entries: Iterable[Entry]) -> Iterator[str]:
    for entry in entries:
        act = act_of(entry.act, entry.body)
        if isinstance(act, ForgetPeople):
            yield forgotten_text(entry.time, act.people, len(act.replaced))


def _about_keeping(desk: Desk) -> Sequence[Entry]:
    return journal.entries_about(desk.file.db, subjects.KEEPING)


def _check_decided(found: Iterable[Remark], fates: Mapping[str, Fate]) -> None:
    missing = [one for one in found if one.found and one.text not in fates]
    if missing:
        raise DeskError(undecided_text(len(missing)))
