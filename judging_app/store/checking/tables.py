"""Holds an event's tables against those that its journal makes, row by row."""

import sqlite3
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias, get_args

from sqlite_utils import Database

from judging_app.domain import subjects
from judging_app.domain.acts import (
    Act,
    AgreeScore,
    AmendResult,
    ArrangeCertificates,
    BallotAct,
    BeginRehearsal,
    ChangeSetUp,
    ConflictAct,
    CreateEvent,
    DecideAward,
    DecideOrder,
    DeclareAward,
    DeclareMethod,
    DeclareTieBreaks,
    DescribeEvent,
    DropDecision,
    DropKeying,
    EnterPoints,
    ExcludeTeam,
    KeepPicture,
    KeySheet,
    PhaseAct,
    PlanReveal,
    Publish,
    ReleaseLockOut,
    ReopenScoring,
    RestoreTeam,
    RevealAct,
    ReviewComments,
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
from judging_app.store.checking.bounds import any_text

Row: TypeAlias = tuple[object, ...]
Names: TypeAlias = Mapping[tuple[str, object], str]

MOST_TOLD = 20
"""Rows of one table that are named one by one; of a page that is gone there are many."""

_LONGEST_SHOWN = 40
_MISSING = "the row is missing"
_CHANGED = {"score": "the score was changed after it was recorded"}
_NAMED = {"judge": "name", "team": "name", "criterion": "title", "award": "title"}


@dataclass(frozen=True, slots=True)
class Difference:
    """A row that isn't as the record makes it; without a key, it is about the whole table.

    `called` is the key as people call it, part by part.
    """

    table: str
    key: Row
    what: str
    called: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """In words: which row, and nothing that stands in it."""
        return self._said(f"table {self.table}", *self.called)

    @property
    def text_beside_entry(self) -> str:
        """The same beside the entry that wrote the row, which tells of whose ballot it is."""
        told = 2 if _SUBJECTS.get(self.table, "").endswith(_OF_TWO) else 0
        table = "" if self.what == _CHANGED.get(self.table) else f"table {self.table}"
        return self._said(table, *self.called[told:])

    def _said(self, *place: str) -> str:
        return ": ".join(filter(None, (", ".join(filter(None, place)), self.what)))


def names(db: Database) -> Names:
    """What the set-up calls each judge, team and criterion; where two share a name, its code too.

    The key is the kind, which is the name of its table, and the code.
    """
    found: dict[tuple[str, object], str] = {}
    for kind, column in _NAMED.items():
        rows = db.execute(f"SELECT id, {column} FROM {kind}").fetchall()  # noqa: S608 - our own
        often = Counter(name for _, name in rows)
        found |= {(kind, code): n if often[n] == 1 else f"{n} ({code})" for code, n in rows}
    return found


def replayed_tables(db: Database) -> Mapping[str, int]:
    """Every table that follows from the journal, with the number of columns of its key."""
    rows = db.execute(
        "SELECT one.name, sum(part.pk > 0) FROM sqlite_schema AS one, pragma_table_info(one.name)"
        " AS part WHERE one.type = 'table' AND one.name <> 'journal' GROUP BY one.rowid"
    )
    return dict(rows.fetchall())


def differences(now: Database, was: Database) -> Iterator[Difference]:
    """Every row of `now` that isn't so in `was`; the fault of one table hides none of another."""
    called = names(was)
    for table, columns in replayed_tables(was).items():
        found, is_whole = _readable_rows(now, table)
        expected = was.execute(f"SELECT * FROM {table}").fetchall()  # noqa: S608 - as above
        if not is_whole:
            yield Difference(table, (), "it can’t be read to its end")
        if len(found) != len(expected) or set(found) != set(expected):
            kinds = [row[1] for row in was.execute(f"PRAGMA table_info({table})").fetchall()]
            told = [
                replace(one, called=_called(called, table, kinds, one.key))
                for one in _of_rows(table, columns, found, expected)
            ]
            yield from _few(table, [one for one in told if is_whole or one.what != _MISSING])


def faulty_tables(db: Database, tables: Sequence[str]) -> Iterator[Difference]:
    """The tables of which a part can't be read, where there is nothing to hold them against."""
    for table in tables:
        rows, is_whole = _readable_rows(db, table)
        if not is_whole or any(isinstance(cell, bytes) for row in rows for cell in row):
            yield Difference(table, (), "a part of it can’t be read")


def written_by(table: str, key: Row) -> tuple[str, frozenset[str]]:
    """What the acts that write a row are about, and the names of these acts."""
    acts = _WRITERS.get(table, (SetUp, ChangeSetUp))
    return _SUBJECTS.get(table, subjects.EVENT).format(*key), frozenset(map(act_name, acts))


def _readable_rows(db: Database, table: str) -> tuple[list[Row], bool]:
    """The rows that can be read, and whether these are all."""
    rows: list[Row] = []
    with any_text(db.conn):
        try:
            rows.extend(db.execute(f"SELECT * FROM {table}"))  # noqa: S608 - our own table names
        except sqlite3.Error:
            return rows, False
    return rows, True


def _of_rows(
    table: str, columns: int, found: Sequence[Row], expected: Sequence[Row]
) -> Iterator[Difference]:
    now = {row[:columns]: row for row in found}
    was = {row[:columns]: row for row in expected}
    if len(now) < len(found):
        yield Difference(table, (), "a row is there twice")
    for key in sorted(now.keys() | was.keys(), key=repr):
        if key not in now:
            yield Difference(table, key, _MISSING)
        elif key not in was:
            yield Difference(table, key, "the row is not in the record")
        elif now[key] != was[key]:
            what = _CHANGED.get(table, "the row was changed after it was recorded")
            yield Difference(table, key, what)


def _few(table: str, told: Sequence[Difference]) -> Iterator[Difference]:
    yield from told[:MOST_TOLD]
    if (more := len(told) - MOST_TOLD) > 0:
        yield Difference(table, (), f"{more} more rows aren’t as they were recorded")


def _called(names: Names, table: str, columns: Sequence[str], key: Row) -> tuple[str, ...]:
    kinds = (table if column == "id" else column for column in columns)
    return tuple(_shown(names.get(one, one[1])) for one in zip(kinds, key, strict=False))


def _shown(cell: object) -> str:
    text = cell.decode(errors="replace") if isinstance(cell, bytes) else str(cell)
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}…"


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
    "day_plan": subjects.RUN_ORDER,
}
_OF_TWO = "{}/{}"
"""What the acts that write a row are about, from the row's key; the rest are about the event."""


_WRITERS: Mapping[str, tuple[type[Act], ...]] = {
    "event": (
        CreateEvent,
        DescribeEvent,
        BeginRehearsal,
        DeclareMethod,
        ShowBoard,
        ShowScene,
        *get_args(PhaseAct),
        *get_args(RevealAct),
    ),
    "conflict": get_args(ConflictAct),
    "ballot": get_args(BallotAct),
    "score": get_args(BallotAct),
    "comment_review": (ReviewComments,),
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
    "picture": (KeepPicture,),
    "certificate_plan": (ArrangeCertificates,),
    "clock": (SetClock,),
    "slot": (SetRunOrder, ChangeSetUp),
    "day_plan": (SetRunOrder,),
    "reveal_plan": (PlanReveal,),
    "reveal_step": (PlanReveal,),
    "keying": (KeySheet, DropKeying, SettleBallot),
    "calibration": (ScoreCalibration,),
}
"""For each table that the set-up doesn't write, the acts that do."""
