"""A first look at an event file, for its names alone; nothing is checked, held or written.

To open a file properly takes so much loading and checking that the names would come late.
"""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from judging_app.domain.ids import JudgeId, OrganisationId
from judging_app.domain.panel import Judge
from judging_app.domain.people import Organisation
from judging_app.store.checking import allowed, bounds
from judging_app.store.schema import APPLICATION_ID, VERSION


@dataclass(frozen=True, slots=True)
class Glance:
    """What is read at the first look."""

    title: str
    judges: tuple[Judge, ...]
    organisations: tuple[Organisation, ...]


def glance(path: Path) -> Glance | None:
    """The event's title and who is on the panel.

    None of a file that isn't one of this version, or was left in the middle of a change: those are
    for opening it, which says what is the matter, as it does of one that is open elsewhere.
    """
    if any(path.with_name(f"{path.name}-{one}").exists() for one in ("journal", "wal")):
        return None
    try:
        uri = f"{path.resolve().as_uri()}?mode=ro"
        with closing(sqlite3.connect(uri, uri=True, timeout=0)) as db:
            bounds.limit(db)
            with bounds.few_steps(db):
                return _read(db)
    except Exception:  # noqa: BLE001 - opening it properly says what is the matter
        return None


def _read(db: sqlite3.Connection) -> Glance | None:
    numbers = [db.execute(f"PRAGMA {one}").fetchone() for one in ("application_id", "user_version")]
    if numbers != [(APPLICATION_ID,), (VERSION,)] or not allowed.has_its_own_tables(db, VERSION):
        return None
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
