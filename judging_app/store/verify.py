"""Whether an event file still says what was recorded: the journal's chain and its replay."""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import TypeAlias, get_args

from sqlite_utils import Database

from judging_app.domain import subjects
from judging_app.domain.acts import (
    Act,
    AgreeScore,
    AmendResult,
    BallotAct,
    ConflictAct,
    CreateEvent,
    DecideAward,
    DecideOrder,
    DeclareAward,
    DeclareMethod,
    DeclareTieBreaks,
    DropDecision,
    DropKeying,
    EnterPoints,
    ExcludeTeam,
    KeySheet,
    PhaseAct,
    PlanReveal,
    Publish,
    ReleaseLockOut,
    ReopenScoring,
    RestoreTeam,
    RevealAct,
    ScoreCalibration,
    SetClock,
    SetLook,
    SetPenalty,
    SetPin,
    SetRunOrder,
    SettleBallot,
    SetUp,
    ShowBoard,
    ShowScene,
    SignIn,
    TrySignIn,
    act_name,
)
from judging_app.domain.ids import DeviceId
from judging_app.domain.journal import FIRST, Entry, Signed, is_body_intact, is_head_intact
from judging_app.store import journal, opening
from judging_app.store.schema import schema_of
from judging_app.store.signatures import Signatures

Row: TypeAlias = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that isn't as it was recorded, and the entry that says how it was."""

    entry: Entry | None
    what: str


@dataclass(frozen=True, slots=True)
class Verification:
    """What a check of a whole file found; `head` is the digest of its last entry.

    `digests` and `devices` are those of every entry, so that a code on paper can be looked up;
    `signed` are the signatures that are right.
    """

    entries: int
    head: str
    findings: tuple[Finding, ...]
    digests: tuple[str, ...] = ()
    devices: tuple[DeviceId, ...] = ()
    signed: tuple[Signed, ...] = ()


class Check:
    """A check of an open file as it was when this was made, done once, on any thread.

    It holds the file's bytes: SQLite refuses the file's own connection on another thread, and a
    second one would make a ballot wait until it has read.
    """

    def __init__(self, db: Database, path: Path) -> None:
        """Take the bytes.

        Raises:
            EventFileError: if they can't be read.
        """
        try:
            self._content = db.conn.serialize()
        except sqlite3.Error as error:
            raise opening.not_opened(error, path) from error
        self._one_at_a_time = Lock()
        self._found: Verification | None = None

    def run(self, _progress: object = None) -> Verification:
        """What it finds; whoever asks while another thread is at it waits for that one."""
        with self._one_at_a_time:
            if self._found is None:
                self._found = self._verified()
                self._content = b""
            return self._found

    def _verified(self) -> Verification:
        with closing(sqlite3.connect(":memory:", isolation_level=None)) as memory:
            memory.deserialize(self._content)
            return verify(Database(memory, execute_plugins=False))


def verify_file(path: Path) -> Verification:
    """Check a file that nobody has open, as opening it would leave it; it is only read.

    Raises:
        EventFileError: if it isn't an event file, is newer, or is open elsewhere.
    """
    path = opening.found(path)
    lock = None if opening.is_read_only(path) else opening.locked(path)
    try:
        opening.check_header(path)
        with opening.looked_at(path) as db:
            opening.check_version(db, path)
            return verify(db)
    except sqlite3.Error as error:
        if getattr(error, "sqlite_errorname", "").startswith("SQLITE_BUSY"):
            raise opening.not_opened(error, path) from error
        return _unreadable(error)
    except UnicodeDecodeError as error:
        return _unreadable(error)
    finally:
        if lock is not None:
            opening.unlock(path, lock)


def _unreadable(error: Exception) -> Verification:
    return Verification(0, "", (Finding(None, f"The file can’t be read to the end: {error}."),))


def verify(db: Database) -> Verification:
    """Check the chain, then the tables against a replay, then the file's own structure."""
    recorded = journal.entries(db)
    signatures = Signatures()
    unsigned = [Finding(entry, what) for entry, what in signatures.faults(recorded)]
    findings = [*_chain(recorded), *unsigned, *_replay(db, recorded)]
    if not findings:
        findings = list(_structure(db))
    digests = tuple(entry.digest for entry in recorded)
    head = digests[-1] if digests else FIRST
    signed = tuple(signatures.right)
    devices = tuple(entry.key.device for entry in recorded)
    return Verification(len(recorded), head, tuple(findings), digests, devices, signed)


def _chain(recorded: Sequence[Entry]) -> Iterator[Finding]:
    previous: dict[str, str] = {}
    for entry in recorded:
        if not is_body_intact(entry):
            yield Finding(entry, "its content was changed after it was recorded")
        if not is_head_intact(entry):
            yield Finding(entry, "who, when, what or why was changed after it was recorded")
        if entry.previous != previous.get(entry.key.device, FIRST):
            yield Finding(entry, "the entry before it was changed or removed")
        previous[entry.key.device] = entry.digest


def _replay(db: Database, recorded: Sequence[Entry]) -> Iterator[Finding]:
    replayed = opening.empty()
    for entry in recorded:
        try:
            journal.add(replayed, entry)
        except (ValueError, sqlite3.Error):
            yield Finding(entry, "it can’t be repeated")
            return
    for table, key_columns in replayed_tables(replayed).items():
        found, expected = (_by_key(one, table, key_columns) for one in (db, replayed))
        yield from _differences(table, found, expected, recorded)


def replayed_tables(db: Database) -> Mapping[str, int]:
    """Every table that follows from the journal, with the number of columns of its key."""
    rows = db.execute(
        "SELECT one.name, sum(part.pk > 0) FROM sqlite_schema AS one, pragma_table_info(one.name)"
        " AS part WHERE one.type = 'table' AND one.name <> 'journal' GROUP BY one.rowid"
    )
    return dict(rows.fetchall())


def rows_of(db: Database, table: str) -> tuple[Row, ...]:
    """Every row of a table, in an order that doesn't depend on how it was filled."""
    rows = db.execute(f"SELECT * FROM {table}").fetchall()  # noqa: S608 - our own table names
    return tuple(sorted(rows, key=repr))


def _by_key(db: Database, table: str, columns: int) -> Mapping[Row, Row]:
    return {row[:columns]: row for row in rows_of(db, table)}


def _differences(
    table: str, now: Mapping[Row, Row], was: Mapping[Row, Row], recorded: Sequence[Entry]
) -> Iterator[Finding]:
    for key in sorted(now.keys() | was.keys(), key=repr):
        if now.get(key) != was.get(key):
            what = f"table {table}, {' '.join(map(str, key))}: "
            yield Finding(
                _writer(table, key, recorded), what + _change(table, now.get(key), was.get(key))
            )


def _change(table: str, now: Row | None, was: Row | None) -> str:
    if now is None:
        return "the row is missing"
    if was is None:
        return "the row is not in the record"
    if table == "score":
        return f"the score is {now[-1]} steps, but {was[-1]} were recorded"
    return "the row was changed after it was recorded"


def _writer(table: str, key: Row, recorded: Sequence[Entry]) -> Entry | None:
    """The last entry that wrote this row."""
    about = _SUBJECTS.get(table, subjects.EVENT).format(*key)
    acts = [e for e in recorded if e.subject == about and e.act in _written_by(table)]
    return acts[-1] if acts else None


_SUBJECTS: Mapping[str, str] = {
    "score": subjects.BALLOT,
    "ballot": subjects.BALLOT,
    "agreed_score": subjects.BALLOT,
    "conflict": subjects.CONFLICT,
    "keying": subjects.SHEET,
    "calibration": subjects.CALIBRATION,
    "team_exclusion": subjects.TEAM,
    "penalty": subjects.TEAM,
    "team_points": subjects.TEAM,
    "award": subjects.AWARD,
    "award_criterion": subjects.AWARD,
    "award_winner": subjects.AWARD,
    "sign_in": subjects.SIGN_IN,
    "look": subjects.LOOK,
    "clock": subjects.CLOCK,
    "slot": subjects.RUN_ORDER,
}
"""What the acts that write a row are about, from the row's key; the rest are about the event."""


def _written_by(table: str) -> frozenset[str]:
    """The names of the acts that write this table; several tables share a subject."""
    return frozenset(act_name(act) for act in _WRITERS.get(table, (SetUp,)))


_WRITERS: Mapping[str, tuple[type[Act], ...]] = {
    "event": (
        CreateEvent,
        DeclareMethod,
        ShowBoard,
        ShowScene,
        *get_args(PhaseAct),
        *get_args(RevealAct),
    ),
    "conflict": get_args(ConflictAct),
    "ballot": get_args(BallotAct),
    "score": get_args(BallotAct),
    "tie_break": (DeclareTieBreaks,),
    "team_exclusion": (ExcludeTeam, RestoreTeam),
    "penalty": (SetPenalty,),
    "team_points": (EnterPoints,),
    "agreed_score": (AgreeScore,),
    "decided_order": (DecideOrder, DropDecision, ReopenScoring),
    "award": (DeclareAward,),
    "award_criterion": (DeclareAward,),
    "award_winner": (DecideAward,),
    "sign_in": (SetPin, TrySignIn, SignIn, ReleaseLockOut),
    "kept_standing": (ShowBoard, Publish),
    "edition": (Publish, AmendResult),
    "look": (SetLook,),
    "clock": (SetClock,),
    "slot": (SetRunOrder,),
    "reveal_plan": (PlanReveal,),
    "reveal_step": (PlanReveal,),
    "keying": (KeySheet, DropKeying, SettleBallot),
    "calibration": (ScoreCalibration,),
}
"""For each table that the set-up doesn't write, the acts that do."""


def _structure(db: Database) -> Iterator[Finding]:
    for (answer,) in db.execute("PRAGMA integrity_check(5)").fetchall():
        if answer != "ok":
            yield Finding(None, f"the file’s structure is damaged: {answer}")
    for row in db.execute("PRAGMA foreign_key_check").fetchall():
        yield Finding(None, f"table {row[0]} refers to a row of {row[2]} that isn’t there")
    if schema_of(opening.empty()) != schema_of(db):
        yield Finding(None, "the file’s tables are not the ones that this version makes")
