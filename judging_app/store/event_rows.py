"""The event in the tables: its phase and method, and the editions of its result."""

from collections.abc import Sequence
from dataclasses import replace

from sqlite_utils import Database

from judging_app.domain import acts
from judging_app.domain.event import Board, Event, Phase, Programme
from judging_app.domain.journal import Entry
from judging_app.domain.standings import Edition, Standing
from judging_app.store.apply import apply_act
from judging_app.store.rows import cells, delete, insert_in_order, put, read

_FROZEN = 0
"""The number under which the standings that are frozen for the room are kept."""


def event(db: Database) -> Event:
    """The event itself."""
    return read(db, Event, "SELECT * FROM event")[0]


def frozen_standings(db: Database) -> tuple[Standing, ...]:
    """The standings that a frozen board goes on showing."""
    return _kept_standings(db, _FROZEN)


def editions(db: Database) -> tuple[Edition, ...]:
    """The editions of the result, the one being made last."""
    found = read(db, Edition, "SELECT * FROM edition ORDER BY number")
    return tuple(replace(one, standings=_kept_standings(db, one.number)) for one in found)


def set_event(db: Database, **columns: object) -> None:
    """Write columns of the event's only row."""
    named = ", ".join(f"{column} = :{column}" for column in columns)
    db.execute(f"UPDATE event SET {named}", columns)  # noqa: S608 - our own column names


def freeze(db: Database, standings: Sequence[Standing]) -> None:
    """Keep the standings that a frozen board goes on showing."""
    _keep_standings(db, _FROZEN, standings)


def drop_reveal(db: Database) -> None:
    """Take away the planned reveal with all that depends on it."""
    delete(db, "reveal_plan")
    delete(db, "reveal_step")
    set_event(db, revealed=0, confirmed_by="")


@apply_act.register
def _create_event(act: acts.CreateEvent, db: Database, _entry: Entry) -> None:
    row = {"only_one": 1, **cells(act.event), **cells(Programme()), "run_order_seed": ""}
    put(db, "event", row)


@apply_act.register
def _describe_event(act: acts.DescribeEvent, db: Database, _entry: Entry) -> None:
    set_event(db, **cells(act))


@apply_act.register
def _begin_rehearsal(_act: acts.BeginRehearsal, db: Database, _entry: Entry) -> None:
    set_event(db, is_rehearsal=True)


@apply_act.register
def _declare_method(act: acts.DeclareMethod, db: Database, _entry: Entry) -> None:
    set_event(db, **cells(act))


@apply_act.register
def _open_scoring(_act: acts.OpenScoring, db: Database, _entry: Entry) -> None:
    set_event(db, phase=Phase.SCORING.value)
    delete(db, "calibration")


@apply_act.register
def _close_scoring(_act: acts.CloseScoring, db: Database, _entry: Entry) -> None:
    # A final result is told by the reveal.
    set_event(db, phase=Phase.CLOSED.value, board=Board.HIDDEN.value)
    freeze(db, ())


@apply_act.register
def _reopen_scoring(_act: acts.ReopenScoring, db: Database, _entry: Entry) -> None:
    set_event(db, phase=Phase.SCORING.value)
    drop_reveal(db)
    delete(db, "decided_order")  # it was about ballots that may change now


@apply_act.register
def _publish(act: acts.Publish, db: Database, entry: Entry) -> None:
    set_event(db, phase=Phase.PUBLISHED.value)
    _put_edition(db, act.edition, entry.at)


@apply_act.register
def _amend_result(act: acts.AmendResult, db: Database, _entry: Entry) -> None:
    set_event(db, phase=Phase.CLOSED.value)
    drop_reveal(db)
    _put_edition(db, act.edition, None)


def _put_edition(db: Database, edition: Edition, published_at: str | None) -> None:
    put(db, "edition", {**cells(edition, "standings"), "published_at": published_at})
    _keep_standings(db, edition.number, edition.standings)


def _kept_standings(db: Database, number: int) -> tuple[Standing, ...]:
    query = "SELECT * FROM kept_standing WHERE edition = ? ORDER BY position"
    return read(db, Standing, query, number)


def _keep_standings(db: Database, number: int, standings: Sequence[Standing]) -> None:
    delete(db, "kept_standing", edition=number)
    insert_in_order(db, "kept_standing", ({"edition": number, **cells(one)} for one in standings))
