"""A first look at an event file, for its names alone; nothing is checked, held or written.

To open a file properly takes so much loading and checking that the names would come late.
"""

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeVar

from judging_app.domain.ids import JudgeId, OrganisationId
from judging_app.domain.panel import Judge
from judging_app.domain.people import Organisation
from judging_app.store.checking import allowed, bounds
from judging_app.store.schema import APPLICATION_ID, VERSION

_Read = TypeVar("_Read")


@dataclass(frozen=True, slots=True)
class Glance:
    """What is read at the first look."""

    title: str
    judges: tuple[Judge, ...]
    organisations: tuple[Organisation, ...]


@dataclass(frozen=True, slots=True)
class EventGlance:
    """An event as its file says it is; `phase` is the phase's code."""

    title: str
    held_on: date | None
    venue: str
    phase: str
    teams: int
    judges: int
    ballots_in: int


def glance(path: Path) -> Glance | None:
    """The event's title and who is on the panel.

    None of a file that isn't one of this version, or was left in the middle of a change: those are
    for opening it, which says what is the matter, as it does of one that is open elsewhere.
    """
    return _glanced(path, _read)


def glance_at_event(path: Path) -> EventGlance | None:
    """What an event is, and how far it has come, in counts."""
    return _glanced(path, _event)


def glance_at_day(path: Path) -> date | None:
    """The day on which an event is to be deleted, if one was chosen."""
    return _glanced(path, _day)


def _glanced(path: Path, read: Callable[[sqlite3.Connection], _Read | None]) -> _Read | None:
    if any(path.with_name(f"{path.name}-{one}").exists() for one in ("journal", "wal")):
        return None
    try:
        uri = f"{path.resolve().as_uri()}?mode=ro"
        with closing(sqlite3.connect(uri, uri=True, timeout=0)) as db:
            bounds.limit(db)
            with bounds.few_steps(db):
                return read(db) if _is_own(db) else None
    except Exception:  # noqa: BLE001 - opening it properly says what is the matter
        return None


def _is_own(db: sqlite3.Connection) -> bool:
    numbers = [db.execute(f"PRAGMA {one}").fetchone() for one in ("application_id", "user_version")]
    return numbers == [(APPLICATION_ID,), (VERSION,)] and allowed.has_its_own_tables(db, VERSION)


def _day(db: sqlite3.Connection) -> date | None:
    asked = "SELECT body FROM journal WHERE subject = ? AND act = ? ORDER BY seq DESC LIMIT 1"
    for (body,) in db.execute(asked, ["keeping", "set delete on"]):
        day = json.loads(body)["day"]
        return date.fromisoformat(day) if day else None
    return None


def _event(db: sqlite3.Connection) -> EventGlance:
    asked = "SELECT title, held_on, venue, phase FROM event"
    title, held_on, venue, phase = db.execute(asked).fetchone()
    counts = (
        "SELECT count(*) FROM team WHERE id NOT IN (SELECT team FROM team_exclusion)",
        "SELECT count(*) FROM judge",
        "SELECT count(*) FROM ballot WHERE state = 'submitted'",
    )
    teams, judges, ballots = (int(db.execute(one).fetchone()[0]) for one in counts)
    day = date.fromisoformat(held_on) if held_on else None
    return EventGlance(str(title), day, str(venue), str(phase), teams, judges, ballots)


def _read(db: sqlite3.Connection) -> Glance | None:
    (title,) = db.execute("SELECT title FROM event").fetchone()
    judges = db.execute("SELECT id, name, title, organisation FROM judge ORDER BY position")
    organisations = db.execute("SELECT id, name FROM organisation ORDER BY position")
    return Glance(
        str(title),
        tuple(
            Judge(JudgeId(one), name, told, OrganisationId(of) if of else None)
            for one, name, told, of in judges
        ),
        tuple(Organisation(OrganisationId(one), name) for one, name in organisations),
    )
