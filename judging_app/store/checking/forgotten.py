"""Entries whose content was replaced when people were forgotten, and what vouches for them."""

from collections.abc import Iterable, Mapping
from contextlib import suppress

from judging_app.domain.acts import ForgetPeople, Replaced, act_name
from judging_app.domain.journal import (
    Entry,
    EntryKey,
    is_body_intact,
    is_head_intact,
    replacement_digest,
)
from judging_app.store.bodies import act_of

FORGETS = act_name(ForgetPeople)

Vouched = Mapping[EntryKey, Replaced]
"""For each entry that was replaced, what an act on the record says of it."""


def vouched(entries: Iterable[Entry]) -> Vouched:
    """What a record says of those of its entries that were replaced; the last word counts."""
    found: dict[EntryKey, Replaced] = {}
    for entry in entries:
        if entry.act == FORGETS and is_body_intact(entry):
            with suppress(ValueError):  # whoever reads the entry itself finds that
                act = act_of(entry.act, entry.body)
                assert isinstance(act, ForgetPeople)  # noqa: S101 - by its name
                found |= {EntryKey(one.seq, one.device): one for one in act.replaced}
    return found


def is_body_vouched(entry: Entry, known: Vouched) -> bool:
    """Whether the body is the one that was recorded, or the one that took its place since."""
    if not entry.is_replaced:
        return is_body_intact(entry)
    return _says_what_replaced_it(entry, known)


def is_head_vouched(entry: Entry, known: Vouched) -> bool:
    """Whether who, when, what and why are as they were recorded, or as they were replaced."""
    if is_head_intact(entry):
        return True
    one = known.get(entry.key)
    return bool(one and one.has_new_head) and _says_what_replaced_it(entry, known)


def _says_what_replaced_it(entry: Entry, known: Vouched) -> bool:
    one = known.get(entry.key)
    return entry.is_replaced and one is not None and one.digest == replacement_digest(entry)
