"""What each act does to the tables: the one place that writes them.

Of two entries about one ballot the one with the higher key stands whichever comes first, so
that the journals of several devices can be joined.
"""

from collections.abc import Sequence
from functools import singledispatch

from sqlite_utils import Database

from judging_app.domain.acts import (
    Act,
    AddJudge,
    AmendResult,
    BallotAct,
    CloseScoring,
    ConflictAct,
    CreateEvent,
    DeclareMethod,
    MarkAbsent,
    OpenScoring,
    Publish,
    RecuseJudge,
    Refuse,
    ReleaseLockOut,
    ReopenScoring,
    SetPin,
    SettleBallot,
    SetUp,
    SignIn,
    SignOut,
    TrySignIn,
)
from judging_app.domain.ballots import Ballot
from judging_app.domain.event import Board, Phase, Programme
from judging_app.domain.journal import Entry, EntryKey, canonical
from judging_app.domain.panel import Judge
from judging_app.domain.setup import Setup
from judging_app.domain.standings import Edition, Standing


@singledispatch
def apply_act(act: Act, db: Database, entry: Entry) -> None:
    """Write to the tables of `db` what `act`, recorded as `entry`, changed."""
    raise TypeError(f"{entry.act} ({type(act).__name__}) isn't known to {db}")


@apply_act.register
def _(act: CreateEvent, db: Database, _entry: Entry) -> None:
    event, programme = act.event, Programme()
    db.table("event").insert(
        {
            "only_one": 1,
            "title": event.title,
            "held_on": event.held_on.isoformat() if event.held_on else None,
            "venue": event.venue,
            "phase": event.phase.value,
            "method": event.method.value,
            "trims_by_criterion": event.trims_by_criterion,
            "board": event.board.value,
            "form": programme.form.value,
            "scene": programme.scene.value,
            "message": programme.message,
            "revealed": programme.revealed,
            "confirmed_by": programme.confirmed_by,
            "rehearsed_at": None,
            "run_order_seed": "",
        },
        replace=True,
    )


@apply_act.register
def _(act: SetUp, db: Database, _entry: Entry) -> None:
    for table in reversed(_SET_UP_TABLES):
        db.execute(f"DELETE FROM {table}")  # noqa: S608 - our own table names
    for table, rows in zip(_SET_UP_TABLES, _set_up_rows(act.setup), strict=True):
        numbered = ({"position": number, **row} for number, row in enumerate(rows, 1))
        db.table(table).insert_all(numbered)


_SET_UP_TABLES = (
    "organisation",
    "team",
    "participant",
    "challenge",
    "visit",
    "criterion",
    "judge",
)


@apply_act.register
def _(act: AddJudge, db: Database, _entry: Entry) -> None:
    (position,) = db.execute("SELECT coalesce(max(position), 0) + 1 FROM judge").fetchone()
    db.table("judge").insert({"position": position, **_judge_row(act.judge)})


def _judge_row(judge: Judge) -> dict[str, object]:
    return {
        "id": judge.id,
        "name": judge.name,
        "title": judge.title,
        "organisation_id": judge.organisation,
        "sector": judge.sector,
    }


def _set_up_rows(setup: Setup) -> tuple[list[dict[str, object]], ...]:
    return (
        [{"id": o.id, "name": o.name} for o in setup.organisations],
        [{"id": t.id, "name": t.name} for t in setup.teams],
        [
            {
                "id": p.id,
                "name": p.name,
                "email": p.email,
                "sector": p.sector,
                "organisation_id": p.organisation,
                "role": p.role,
                "team_id": p.team,
            }
            for p in setup.participants
        ],
        [
            {"id": c.id, "title": c.title, "owner_id": c.owner, "team_id": c.team}
            for c in setup.challenges
        ],
        [
            {"id": v.id, "host_id": v.host, "held_on": v.held_on.isoformat(), "team_id": v.team}
            for v in setup.visits
        ],
        [
            {
                "id": c.id,
                "title": c.title,
                "weight": str(c.weight),
                "lowest": c.lowest,
                "highest": c.highest,
                "step": str(c.step),
                "kind": c.kind.value,
                "is_inverted": int(c.is_inverted),
                "section": c.section,
                "needs_comment": int(c.needs_comment),
                "levels": canonical([[level.score, level.text] for level in c.levels]),
            }
            for c in setup.rubric.criteria
        ],
        [_judge_row(judge) for judge in setup.judges],
    )


@apply_act.register
def _(_act: OpenScoring, db: Database, _entry: Entry) -> None:
    set_event(db, "phase", Phase.SCORING.value)
    db.execute("DELETE FROM calibration")


@apply_act.register
def _(_act: CloseScoring, db: Database, _entry: Entry) -> None:
    set_event(db, "phase", Phase.CLOSED.value)
    set_event(db, "board", Board.HIDDEN.value)  # a final result is told by the reveal
    keep_standings(db, FROZEN, ())


@apply_act.register
def _(_act: ReopenScoring, db: Database, _entry: Entry) -> None:
    set_event(db, "phase", Phase.SCORING.value)
    drop_reveal(db)
    db.execute("DELETE FROM decided_order")  # it was about ballots that may change now


@apply_act.register
def _(act: Publish, db: Database, entry: Entry) -> None:
    set_event(db, "phase", Phase.PUBLISHED.value)
    _write_edition(db, act.edition, entry.at)


@apply_act.register
def _(act: AmendResult, db: Database, _entry: Entry) -> None:
    set_event(db, "phase", Phase.CLOSED.value)
    drop_reveal(db)
    _write_edition(db, act.edition, None)


def _write_edition(db: Database, edition: Edition, published_at: str | None) -> None:
    row = {
        "number": edition.number,
        "why": edition.why,
        "agreed_by": edition.agreed_by,
        "published_at": published_at,
    }
    db.table("edition").insert(row, pk="number", replace=True)
    keep_standings(db, edition.number, edition.standings)


FROZEN = 0
"""The number under which the standings that are frozen for the room are kept."""


def keep_standings(db: Database, number: int, standings: Sequence[Standing]) -> None:
    """Keep standings that an act holds: an edition's by its number, or the frozen ones."""
    db.execute("DELETE FROM kept_standing WHERE edition = ?", [number])
    for position, one in enumerate(standings, 1):
        db.execute(
            "INSERT INTO kept_standing VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                number,
                position,
                one.team,
                one.place,
                int(one.is_tied),
                None if one.score is None else str(one.score),
                one.ballots,
                one.expected,
                one.exclusion.value if one.exclusion else None,
                str(one.penalty),
            ],
        )


def drop_reveal(db: Database) -> None:
    """Take away the planned reveal with all that hangs on it."""
    db.execute("DELETE FROM reveal_plan")
    db.execute("DELETE FROM reveal_step")
    set_event(db, "revealed", 0)
    set_event(db, "confirmed_by", "")


@apply_act.register
def _(act: DeclareMethod, db: Database, _entry: Entry) -> None:
    set_event(db, "method", act.method.value)
    set_event(db, "trims_by_criterion", int(act.trims_by_criterion))


def set_event(db: Database, column: str, value: str | int | None) -> None:
    """Write one column of the event's only row."""
    db.execute(f"UPDATE event SET {column} = ?", [value])  # noqa: S608 - our own column names


@apply_act.register
def _(act: SetPin, db: Database, _entry: Entry) -> None:
    row = {"holder": act.holder.key, "pin_hash": act.pin_hash, "failures": 0, "last_failure": None}
    db.table("sign_in").insert(row, replace=True)


@apply_act.register
def _(act: TrySignIn, db: Database, entry: Entry) -> None:
    db.execute(
        "UPDATE sign_in SET failures = failures + 1, last_failure = ? WHERE holder = ?",
        [entry.at, act.holder.key],
    )


@apply_act.register(SignIn)
@apply_act.register(ReleaseLockOut)
def _(act: SignIn | ReleaseLockOut, db: Database, _entry: Entry) -> None:
    db.execute(
        "UPDATE sign_in SET failures = 0, last_failure = NULL WHERE holder = ?", [act.holder.key]
    )


@apply_act.register(SignOut)
@apply_act.register(Refuse)
def _(_act: SignOut | Refuse, _db: Database, _entry: Entry) -> None:
    """These are on the record and change no table."""


@apply_act.register(BallotAct)
def _(act: BallotAct, db: Database, entry: Entry) -> None:
    ballot = act.ballot
    if _stands(db, "ballot", ballot.judge, ballot.team, entry.key):
        _write_ballot(db, ballot, entry.key)
    if isinstance(act, SettleBallot | RecuseJudge | MarkAbsent):
        drop_keyings(db, ballot.judge, ballot.team)


def drop_keyings(db: Database, judge: str, team: str) -> None:
    """Take away what was keyed from a sheet: it was settled, given up, or no ballot is due."""
    db.execute("DELETE FROM keying WHERE judge_id = ? AND team_id = ?", [judge, team])


def _write_ballot(db: Database, ballot: Ballot, key: EntryKey) -> None:
    db.execute("DELETE FROM score WHERE judge_id = ? AND team_id = ?", [ballot.judge, ballot.team])
    db.execute(
        "INSERT INTO ballot VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (judge_id, team_id) DO UPDATE SET state = excluded.state,"
        " for_team = excluded.for_team, for_panel = excluded.for_panel,"
        " reason = excluded.reason, keyed_by = excluded.keyed_by,"
        " seq = excluded.seq, device = excluded.device",
        [
            ballot.judge,
            ballot.team,
            ballot.state.value,
            ballot.for_team,
            ballot.for_panel,
            ballot.reason,
            ballot.keyed_by,
            key.seq,
            key.device,
        ],
    )
    for criterion, steps in sorted(ballot.scores.items()):
        db.execute(
            "INSERT INTO score VALUES (?, ?, ?, ?)",
            [ballot.judge, ballot.team, criterion, steps],
        )


@apply_act.register(ConflictAct)
def _(act: ConflictAct, db: Database, entry: Entry) -> None:
    conflict = act.conflict
    if not _stands(db, "conflict", conflict.judge, conflict.team, entry.key):
        return
    row = {
        "judge_id": conflict.judge,
        "team_id": conflict.team,
        "why": conflict.why,
        "decision": conflict.decision.value,
        "reason": conflict.reason,
        "seq": entry.key.seq,
        "device": entry.key.device,
    }
    db.table("conflict").insert(row, replace=True)


def _stands(db: Database, table: str, judge: str, team: str, key: EntryKey) -> bool:
    """Whether an entry with `key` is newer than the one that wrote the row."""
    rows = db.execute(
        f"SELECT seq, device FROM {table} WHERE judge_id = ? AND team_id = ?",  # noqa: S608
        [judge, team],
    ).fetchall()
    return all((key.seq, key.device) > (seq, device) for seq, device in rows)
