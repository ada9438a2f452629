"""Entries of a record again, with codes in the place of people."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from judging_app.domain.acts import Replaced
from judging_app.domain.journal import Entry, is_head_intact, replacement_digest
from judging_app.forgetting.forgetter import Everybody, Forgetter, everybody
from judging_app.forgetting.remarks import Done, Fate
from judging_app.store.bodies import act_of, body_of


def record_of(entries: Iterable[Entry]) -> tuple[Done, ...]:
    """What entries recorded.

    Raises:
        ValueError: if one can't be read.
    """
    return tuple(Done(act_of(one.act, one.body), one.reason) for one in entries)


def without_people(
    entries: Sequence[Entry], fates: Mapping[str, Fate]
) -> tuple[tuple[Entry, ...], Everybody]:
    """Entries with codes in the place of people; those without anybody stay as they are.

    `fates` say what becomes of a remark, by its text.
    """
    record = record_of(entries)
    whom = everybody(record)
    forgetter = Forgetter(record, whom, fates)
    changed = (
        _replaced(entry, done, forgetter) for entry, done in zip(entries, record, strict=True)
    )
    return tuple(changed), whom


def replacements(before: Sequence[Entry], after: Sequence[Entry]) -> tuple[Replaced, ...]:
    """What an act says that vouches for the entries that differ."""
    return tuple(
        Replaced(new.key.seq, new.key.device, replacement_digest(new), not is_head_intact(new))
        for old, new in zip(before, after, strict=True)
        if old != new
    )


def _replaced(entry: Entry, done: Done, forgetter: Forgetter) -> Entry:
    act = forgetter.act(done.act)
    body = body_of(act)  # type: ignore[arg-type]  # an act of the same kind, with other texts
    about = forgetter.subject(entry.subject)
    actor = forgetter.actor(entry.actor)
    changed = replace(
        entry, actor=actor, subject=about, reason=forgetter.remark(entry.reason), body=body
    )
    return entry if changed == entry else replace(changed, salt="")
