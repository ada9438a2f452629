"""Signing the record: which acts are signed, with which key, and when a new one is announced."""

from judging_app.desk.desk import Changed, Desk, Doing
from judging_app.desk.record.keys import kept_key, make_key, remember_signed
from judging_app.domain import subjects
from judging_app.domain.acts import (
    SIGNED,
    AnnounceKey,
    ForgetPeople,
    PhaseAct,
    SignRecord,
    act_name,
)
from judging_app.domain.journal import SignedHere
from judging_app.signing import message, public_key, signature
from judging_app.store import journal
from judging_app.store.bodies import act_of
from judging_app.store.event_file import EventFile
from judging_app.store.signatures import head


def first_key(file: EventFile) -> AnnounceKey:
    """The key of an event that was just created, to be announced with it."""
    return AnnounceKey(public_key(make_key(journal.first_digest(file.db))))


def record_signed(desk: Desk, doing: Doing, act: PhaseAct | ForgetPeople, reason: str = "") -> None:
    """Put an act on the record, and sign the record up to it if it is one that is signed.

    Where this computer has no key for the event, a new one is announced on the record first.
    """
    if not isinstance(act, SIGNED):
        doing.record(act, reason)
        return
    db = desk.file.db
    event = journal.first_digest(db)
    private = kept_key(event) or make_key(event)
    public = public_key(private)
    if public not in _announced(desk):
        doing.record(AnnounceKey(public))
    doing.record(act, reason)
    name, signed = act_name(type(act)), head(journal.heads(db))
    signs = signature(private, message(name, event, signed))
    doing.record(SignRecord(name, event, signed, public, signs))


def remember(desk: Desk, changed: Changed) -> None:
    """Keep on this computer what was signed, once it is on the disk."""
    event = journal.first_digest(desk.file.db)
    for entry in changed.entries:
        if entry.act == act_name(SignRecord):
            act = act_of(entry.act, entry.body)
            if isinstance(act, SignRecord):
                remember_signed(event, SignedHere(entry.digest, act.signed, entry.time))


def _announced(desk: Desk) -> frozenset[str]:
    entries = journal.entries_about(desk.file.db, subjects.RECORD)
    acts = (act_of(entry.act, entry.body) for entry in entries)
    return frozenset(act.public for act in acts if isinstance(act, AnnounceKey))
