"""The journal takes entries and gives none back; scores off their scale enter no table."""

import math
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from judging_app.desk import ballots, events
from judging_app.desk.desk import Desk
from judging_app.domain.event import Phase
from judging_app.domain.journal import Entry
from judging_app.errors import ScoreOffScaleError
from judging_app.store import ballot_rows, journal
from judging_app.store.bodies import act_of
from tests.desk.small_event import (
    ADA,
    DELIVERY,
    IMPACT,
    J1,
    J2,
    LANTERN,
    Clock,
    bring_to,
    score_wholly,
)

_COLUMNS = (
    "device", "seq", "at", "actor", "act", "subject", "body", "reason", "salt", "body_digest",
    "previous", "digest",
)  # fmt: skip


@pytest.fixture
def plain(small_path: Path) -> Iterator[sqlite3.Connection]:
    """Another program's connection to a scored event, with SQLite's own settings."""
    desk = events.open_event(small_path, Clock())
    bring_to(desk, Phase.SCORING)
    score_wholly(desk, J1, LANTERN)
    desk.close()
    connection = sqlite3.connect(small_path, isolation_level=None)
    assert connection.execute("PRAGMA recursive_triggers").fetchone() == (0,)
    yield connection
    connection.close()


def test_what_was_done_to_one_thing_is_found_by_its_index_and_in_order(new_desk: Desk) -> None:
    db, asked = new_desk.file.db, list[str]()
    db.conn.set_trace_callback(asked.append)
    journal.entries_about(db, "ballot J1/T1")
    db.conn.set_trace_callback(None)

    assert len(asked) == 1
    plan = [row[3] for row in db.execute(f"EXPLAIN QUERY PLAN {asked[0]}").fetchall()]
    assert plan == ["SEARCH journal USING INDEX journal_by_subject (subject=?)"]


def _journal(connection: sqlite3.Connection) -> list[object]:
    return connection.execute("SELECT * FROM journal ORDER BY seq, device").fetchall()


@pytest.mark.row(29)
@pytest.mark.parametrize("recursive", ["OFF", "ON"])
@pytest.mark.parametrize(
    "statement",
    [
        *(f"UPDATE journal SET {column} = {column} WHERE seq = 2" for column in _COLUMNS),
        "DELETE FROM journal WHERE seq = 2",
        "DELETE FROM journal",
        "INSERT OR REPLACE INTO journal SELECT * FROM journal WHERE seq = 2",
        "REPLACE INTO journal SELECT * FROM journal WHERE seq = 2",
        "UPDATE OR REPLACE journal SET seq = 3 WHERE seq = 2",
        # a new key with the digest of an old entry: REPLACE would take the old entry out
        (
            "INSERT OR REPLACE INTO journal SELECT 'x', 99, at, actor, act, subject, body, reason,"
            " salt, body_digest, previous, digest FROM journal WHERE seq = 2"
        ),
        (
            "INSERT INTO journal SELECT * FROM journal WHERE seq = 2"
            " ON CONFLICT DO UPDATE SET reason = 'x'"
        ),
    ],
)
def test_no_statement_of_another_program_changes_the_journal(
    plain: sqlite3.Connection, statement: str, recursive: str
) -> None:
    plain.execute(f"PRAGMA recursive_triggers = {recursive}")
    before = _journal(plain)

    with pytest.raises(sqlite3.IntegrityError, match="the journal is append-only"):
        plain.execute(statement)
    assert _journal(plain) == before


@pytest.mark.row(29)
def test_the_journal_has_no_rowid_by_which_an_entry_could_be_replaced(
    plain: sqlite3.Connection,
) -> None:
    with pytest.raises(sqlite3.OperationalError, match="no such column: rowid"):
        plain.execute("SELECT rowid FROM journal")


@pytest.mark.row(29)
@pytest.mark.parametrize("statement", ["UPDATE journal SET reason = 'x'", "DELETE FROM journal"])
def test_the_application_itself_cannot_change_the_journal(desk: Desk, statement: str) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        desk.file.db.execute(statement)


def test_an_entry_added_twice_is_there_once(desk: Desk) -> None:
    entries = desk.entries()

    with desk.file.transaction():
        for entry in entries:
            journal.add(desk.file.db, entry)

    assert desk.entries() == entries


def test_an_act_outside_a_transaction_is_a_bug_and_records_nothing(desk: Desk) -> None:
    before = desk.entries()
    act = act_of(before[-1].act, before[-1].body)

    with pytest.raises(RuntimeError, match="inside a transaction"):
        desk.file.record(act, ADA, desk.now())
    assert desk.entries() == before


def test_entries_since_a_number_are_those_above_it(desk: Desk) -> None:
    everything: tuple[Entry, ...] = desk.entries()

    assert journal.entries_since(desk.file.db, 3) == everything[3:]


@pytest.mark.row(30)
@pytest.mark.parametrize(
    "steps", [0, 11, -1, 2**63, math.nan, math.inf, "7", None, 7.5, b"7"], ids=repr
)
def test_the_table_takes_no_score_off_its_scale(plain: sqlite3.Connection, steps: object) -> None:
    before = plain.execute("SELECT * FROM score").fetchall()

    with pytest.raises((sqlite3.IntegrityError, OverflowError)):
        plain.execute("INSERT INTO score VALUES ('J1', 'T2', 'impact', ?)", [_typed(steps)])
    with pytest.raises((sqlite3.IntegrityError, OverflowError)):
        plain.execute("UPDATE score SET steps = ? WHERE criterion = 'impact'", [_typed(steps)])
    assert plain.execute("SELECT * FROM score").fetchall() == before


def _typed(steps: object) -> object:
    """SQLite reads “7” as 7, so the text that it is given says more."""
    return "seven" if steps == "7" else steps


@pytest.mark.row(30)
def test_the_table_takes_no_score_for_an_unknown_criterion(plain: sqlite3.Connection) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="off its scale"):
        plain.execute("INSERT INTO score VALUES ('J1', 'T1', 'flair', 5)")


@pytest.mark.row(30)
@pytest.mark.parametrize("steps", [0, 11, -1, 2**63, -(2**63)])
def test_a_score_off_the_scale_is_refused_at_the_desk_and_nothing_is_kept(
    desk: Desk, steps: int
) -> None:
    with pytest.raises(ScoreOffScaleError, match="is outside the scale of “Impact”"):
        ballots.score(desk, ADA, J1, LANTERN, IMPACT, steps)
    assert ballot_rows.ballot(desk.file.db, J1, LANTERN).scores == {}
    assert desk.entries()[-1].act == "refuse"


@pytest.mark.row(30)
@pytest.mark.parametrize("steps", [math.nan, math.inf, 7.0, 7.5, "7", None], ids=repr)
def test_a_score_that_is_no_whole_number_is_never_kept(desk: Desk, steps: int) -> None:
    with pytest.raises(ScoreOffScaleError, match="Enter a whole number from 1"):
        ballots.score(desk, ADA, J1, LANTERN, IMPACT, steps)
    assert desk.entries()[-1].act == "refuse"
    assert ballot_rows.ballots(desk.file.db) == {}


def test_nought_on_a_scale_from_nought_is_a_score_and_not_a_gap(desk: Desk) -> None:
    ballots.score(desk, ADA, J1, LANTERN, DELIVERY, 0)

    assert ballot_rows.ballot(desk.file.db, J1, LANTERN).scores == {DELIVERY: 0}
    assert ballot_rows.ballot(desk.file.db, J2, LANTERN).scores == {}
