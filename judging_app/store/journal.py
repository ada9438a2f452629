"""The journal in the event file: entries are added, read and never changed."""

import secrets
import sqlite3
from collections.abc import Iterable
from dataclasses import astuple
from datetime import UTC, datetime

from sqlite_utils import Database

from judging_app.domain.acts import Act, act_name
from judging_app.domain.ids import DeviceId
from judging_app.domain.journal import FIRST, Entry, EntryKey, sealed
from judging_app.domain.roles import Actor
from judging_app.domain.subjects import subject
from judging_app.errors import UnreadableError
from judging_app.store import (  # noqa: F401 - they add to what apply_act knows
    ballot_rows,
    decision_rows,
    event_rows,
    programme_rows,
    schema,
    set_up_rows,
    sheet_rows,
    sign_in_rows,
)
from judging_app.store.apply import apply_act
from judging_app.store.bodies import act_of, body_of
from judging_app.store.connection import is_of_the_disk

_SALT_BYTES = 16


def record(
    db: Database, device: DeviceId, act: Act, actor: Actor, at: datetime, reason: str
) -> Entry:
    """Write one act to the journal and to the tables; the caller holds the transaction."""
    entry = sealed(
        Entry(
            key=EntryKey(_next_number(db), device),
            at=at.astimezone(UTC).isoformat(timespec="microseconds"),
            actor=actor.key,
            act=act_name(type(act)),
            subject=subject(act),
            body=body_of(act),
            reason=reason,
            salt=secrets.token_hex(_SALT_BYTES),
            body_digest="",
            previous=head_of(db, device),
            digest="",
        )
    )
    add(db, entry)
    return entry


def add(db: Database, entry: Entry) -> None:
    """Write an entry as it is now, from this device or another; one already there is passed over.

    Raises:
        ValueError: if its body can't be read, or another entry has its key.
    """
    key = [entry.key.device, entry.key.seq]
    there = db.execute("SELECT digest FROM journal WHERE device = ? AND seq = ?", key).fetchall()
    if there == [(entry.digest,)]:
        return
    if there:
        raise ValueError(f"two entries are numbered {entry.key.seq} on one device")
    act = act_of(entry.act, entry.body)
    db.execute(
        "INSERT INTO journal VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [*key, *astuple(entry)[1:]],
    )
    apply_act(act, db, entry)


def replay(db: Database) -> None:
    """Fill empty tables from the journal that is there.

    Raises:
        ValueError: if an entry's body can't be read.
    """
    for entry in entries(db):
        apply_act(act_of(entry.act, entry.body), db, entry)


def rewrite(db: Database, replaced: Iterable[Entry]) -> None:
    """Make everything again from these entries alone; the caller holds the transaction.

    What stood in the file before is overwritten on its pages, those that are empty now too.

    Raises:
        ValueError: if an entry can't be carried out.
    """
    db.execute("PRAGMA secure_delete = ON")
    db.execute("PRAGMA defer_foreign_keys = ON")
    schema.clear_all(db)
    schema.create(db)
    for entry in replaced:
        add(db, entry)


def entries(db: Database) -> tuple[Entry, ...]:
    """Every entry, in the order of the acts."""
    rows = db.execute(f"SELECT {_COLUMNS} FROM journal ORDER BY seq, device").fetchall()  # noqa: S608
    return tuple(_entry(row) for row in rows)


def entries_since(db: Database, seq: int, within: str = "main") -> tuple[Entry, ...]:
    """The entries whose number is above `seq`, in the order of the acts.

    `within` names the file that is read, where a second one is attached.
    """
    rows = db.execute(
        f"SELECT {_COLUMNS} FROM {within}.journal WHERE seq > ? ORDER BY seq, device",  # noqa: S608
        [seq],
    ).fetchall()
    return tuple(_entry(row) for row in rows)


def entries_about(db: Database, about: str) -> tuple[Entry, ...]:
    """The entries on one subject, in the order of the acts.

    Raises:
        UnreadableError: if one of them is no text.
    """
    try:
        rows = db.execute(
            f"SELECT {_COLUMNS} FROM journal WHERE subject = ? ORDER BY seq, device",  # noqa: S608
            [about],
        ).fetchall()
    except sqlite3.OperationalError as error:
        if is_of_the_disk(error):
            raise
        raise UnreadableError("an entry of the record") from error
    return tuple(_entry(row) for row in rows)


def head_of(db: Database, device: DeviceId) -> str:
    """The digest of this device's last entry, or `FIRST` where it has none."""
    rows = db.execute(
        "SELECT digest FROM journal WHERE device = ? ORDER BY seq DESC LIMIT 1", [device]
    ).fetchall()
    return rows[0][0] if rows else FIRST


def heads(db: Database) -> dict[DeviceId, str]:
    """The digest of every device's last entry."""
    rows = db.execute(
        "SELECT device, digest FROM journal AS one WHERE seq ="
        " (SELECT max(seq) FROM journal WHERE device = one.device)"
    ).fetchall()
    return {DeviceId(device): digest for device, digest in rows}


def first_digest(db: Database) -> str:
    """The digest of the first entry of all, by which an event is known; `FIRST` before it."""
    rows = db.execute("SELECT digest FROM journal ORDER BY seq, device LIMIT 1").fetchall()
    return rows[0][0] if rows else FIRST


def head(db: Database) -> str:
    """The digest of the newest entry of all, or `FIRST` where there is none."""
    rows = db.execute(
        "SELECT digest FROM journal ORDER BY seq DESC, device DESC LIMIT 1"
    ).fetchall()
    return rows[0][0] if rows else FIRST


def last_entry(db: Database) -> Entry | None:
    """The newest entry of all."""
    rows = db.execute(
        f"SELECT {_COLUMNS} FROM journal ORDER BY seq DESC, device DESC LIMIT 1"  # noqa: S608
    ).fetchall()
    return _entry(rows[0]) if rows else None


_COLUMNS = "device, seq, at, actor, act, subject, body, reason, salt, body_digest, previous, digest"


def _entry(row: tuple[str, int, str, str, str, str, str, str, str, str, str, str]) -> Entry:
    device, seq, *rest = row
    return Entry(EntryKey(seq, DeviceId(device)), *rest)


def _next_number(db: Database) -> int:
    return int(db.execute("SELECT coalesce(max(seq), 0) + 1 FROM journal").fetchone()[0])
