"""Reads of a journal what can still be read, and says what can't."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from sqlite_utils import Database

from judging_app.domain.ids import DeviceId
from judging_app.domain.journal import Entry, EntryKey
from judging_app.store.checking.bounds import any_text

_COLUMNS = (
    *("device", "seq", "at", "actor", "act", "subject", "body", "reason", "salt"),
    *("body_digest", "previous", "digest"),
)
_ALL = f"SELECT {', '.join(_COLUMNS)} FROM journal"  # noqa: S608 - our own names
_EMPTY_BEFORE_END = 5_000
"""Numbers without an entry, one after another, beyond which nothing more is looked for."""


@dataclass(frozen=True, slots=True)
class Gap:
    """What can't be read: one entry, as far as its number is known, or entries up to `last`."""

    seq: int | None
    what: str
    last: int | None = None


def readable(db: Database) -> Iterator[Entry | Gap]:
    """Every entry that can be read, in the order of the acts, and every gap between them.

    The fault of one entry doesn't hide the next: where reading them in a row fails, they are read
    one by one, by their numbers.
    """
    seen: set[EntryKey] = set()
    try:
        for row in db.execute(f"{_ALL} ORDER BY seq, device"):
            one = _entry(row)
            if isinstance(one, Entry):
                seen.add(one.key)
            yield one
    except (sqlite3.Error, UnicodeDecodeError):
        yield from _grouped(_one_by_one(db, seen))


def _one_by_one(db: Database, seen: set[EntryKey]) -> Iterator[Entry | Gap]:
    number, missing = max((key.seq for key in seen), default=1), 0
    with any_text(db.conn):
        last = _last_number(db)
        while missing < _EMPTY_BEFORE_END and (last is None or number <= last):
            found = [one for one in _numbered(db, number) if _key(one) not in seen]
            yield from found
            missing = 0 if any(isinstance(one, Entry) for one in found) else missing + 1
            number += 1


def _numbered(db: Database, number: int) -> list[Entry | Gap]:
    try:
        rows = db.execute(f"{_ALL} WHERE seq = ? ORDER BY device", [number]).fetchall()
    except sqlite3.Error:
        return [Gap(number, "it can’t be read")]
    return [_entry(row) for row in rows]


def _last_number(db: Database) -> int | None:
    try:
        (last,) = db.execute("SELECT max(seq) FROM journal").fetchone()
    except sqlite3.Error:
        return None
    return last if isinstance(last, int) else None


def _key(one: Entry | Gap) -> EntryKey | None:
    return one.key if isinstance(one, Entry) else None


def _entry(row: tuple[object, ...]) -> Entry | Gap:
    device, seq, *rest = row
    number = seq if isinstance(seq, int) else None
    for name, cell in zip(_COLUMNS, row, strict=True):
        if not isinstance(cell, int if name == "seq" else str):
            what = "what it says" if name == "body" else f"its {name.replace('_', ' ')}"
            return Gap(number, f"{what} can’t be read")
    at, actor, act, subject, body, reason, salt, body_digest, previous, digest = map(str, rest)
    key = EntryKey(number or 0, DeviceId(str(device)))
    return Entry(key, at, actor, act, subject, body, reason, salt, body_digest, previous, digest)


def _grouped(found: Iterator[Entry | Gap]) -> Iterator[Entry | Gap]:
    """Gaps one after another as one, since a page that is gone takes many entries with it."""
    gap: Gap | None = None
    for one in found:
        if isinstance(one, Gap) and gap and gap.what == one.what and one.seq is not None:
            gap = Gap(gap.seq, gap.what, one.seq)
            continue
        if gap:
            yield gap
        gap = one if isinstance(one, Gap) else None
        if isinstance(one, Entry):
            yield one
    if gap:
        yield gap
