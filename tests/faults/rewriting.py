"""Rewriting an event file as somebody does who knows its format: chained and filled in anew.

What comes out has nothing that a check of the chain and of the tables could find.
"""

from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from sqlite_utils import Database

from judging_app.domain.acts import AnnounceKey, SignRecord
from judging_app.domain.ids import DeviceId
from judging_app.domain.journal import FIRST, Entry, sealed
from judging_app.signing import message, new_key, public_key, signature
from judging_app.store import journal, opening
from judging_app.store.bodies import act_of, body_of
from judging_app.store.schema import create

Change = Callable[[list[Entry]], Iterable[Entry]]


def entries_of(path: Path) -> list[Entry]:
    """Every entry of a file that nobody has open."""
    with closing(opening.connected(path, read_only=True)) as db:
        return [*journal.entries(db)]


def rewrite(path: Path, change: Change) -> None:
    """Put a file of the same event, with what `change` makes of its entries, in its place."""
    changed = [*change(entries_of(path))]
    path.unlink()
    with closing(Database(path, execute_plugins=False)) as db, db.atomic():
        create(db)
        for entry in chained(changed):
            journal.add(db, entry)


def chained(entries: Iterable[Entry]) -> Iterable[Entry]:
    """The entries numbered and chained anew, with digests that are right."""
    last: dict[DeviceId, str] = {}
    for seq, entry in enumerate(entries, 1):
        key = replace(entry.key, seq=seq)
        again = sealed(replace(entry, key=key, previous=last.get(key.device, FIRST)))
        last[key.device] = again.digest
        yield again


def signed_anew(entries: Iterable[Entry], *, announces: bool = True) -> list[Entry]:
    """The entries signed by a key of the rewriter’s own, announced instead of the right one."""
    private = new_key()
    done: list[Entry] = []
    for entry in entries:
        act = act_of(entry.act, entry.body)
        if isinstance(act, AnnounceKey) and announces:
            entry = replace(entry, body=body_of(AnnounceKey(public_key(private))))  # noqa: PLW2901
        if isinstance(act, SignRecord):
            before = [*chained(done)]
            event, head = before[0].digest, before[-1].digest
            by = signature(private, message(act.signed, event, head))
            forged = SignRecord(act.signed, event, head, public_key(private), by)
            entry = replace(entry, body=body_of(forged))  # noqa: PLW2901
        done.append(entry)
    return done
