"""An event whose file can't be read goes on being read, from memory, and comes back to the file."""

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest
from sqlite_utils import Database

from judging_app.desk import ballots, sign_in
from judging_app.desk.desk import Desk
from judging_app.domain.roles import ORGANISER
from judging_app.errors import EventFileError, NotReadError, NotSavedError
from judging_app.store import beside, connection, journal
from judging_app.store.whereabouts import Matter
from tests.desk.small_event import ADA, IMPACT, J1, LANTERN, PINS

_NAMES = {
    sqlite3.SQLITE_IOERR_READ: "SQLITE_IOERR_READ",
    sqlite3.SQLITE_BUSY: "SQLITE_BUSY",
    sqlite3.SQLITE_ERROR: "SQLITE_ERROR",
}


@pytest.mark.row(10)
def test_what_was_saved_is_read_from_memory_and_saved_again_once_the_file_can_be(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    ballots.score(desk, ADA, J1, LANTERN, IMPACT, 5)
    before = desk.entries()

    with monkeypatch.context() as patch:
        patch.setattr(connection.Cursor, "execute", _failing(sqlite3.SQLITE_IOERR_READ))
        assert ballots.ballot(desk, ADA, J1, LANTERN).scores == {IMPACT: 5}
        assert desk.entries() == before
        sign_in.sign_in(desk, ORGANISER, PINS[ORGANISER])
        with pytest.raises(NotSavedError, match="so this was NOT saved"):
            ballots.score(desk, ADA, J1, LANTERN, IMPACT, 6)
        assert ballots.ballot(desk, ADA, J1, LANTERN).scores == {IMPACT: 5}

    ballots.score(desk, ADA, J1, LANTERN, IMPACT, 7)
    assert [one.act for one in desk.entries()[len(before) :]] == [
        "try sign in",
        "sign in",
        "save ballot",
    ]
    assert desk.verification().findings == ()


def test_nobody_can_change_what_is_read_from_memory(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(connection.Cursor, "execute", _failing(sqlite3.SQLITE_IOERR_READ))
        desk.event()
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            desk.file.db.execute("DELETE FROM ballot")


def test_a_file_that_another_program_keeps_can_not_be_read_just_now(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(connection.Cursor, "execute", _failing(sqlite3.SQLITE_BUSY))
        with pytest.raises(NotReadError, match="in use by another program, so this can’t be shown"):
            desk.event()
    assert desk.event()


def test_a_mistake_in_the_program_is_no_matter_of_the_disk(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(connection.Cursor, "execute", _failing(sqlite3.SQLITE_ERROR))
        with pytest.raises(sqlite3.DatabaseError, match="no words for a person"):
            desk.event()


def _failing(code: int) -> Callable[..., None]:
    def fail(*_: object) -> None:
        error = sqlite3.DatabaseError("no words for a person")
        error.sqlite_errorcode, error.sqlite_errorname = code, _NAMES[code]
        raise error

    return fail


def test_nothing_is_written_to_a_file_that_somebody_else_has_taken_meanwhile(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, head = desk.entries(), journal.head
    desk.file.trouble = Matter.UNPLUGGED
    failed: list[bool] = []

    def fail_once(db: Database) -> str:
        if not failed:
            failed.append(True)
            raise sqlite3.OperationalError("disk I/O error")
        return head(db)

    def taken(path: Path) -> NoReturn:
        raise EventFileError(f"{path.name} is already open.")

    with monkeypatch.context() as patch:
        patch.setattr(journal, "head", fail_once)
        patch.setattr(beside, "locked", taken)
        with pytest.raises(NotSavedError):
            ballots.score(desk, ADA, J1, LANTERN, IMPACT, 5)

    assert failed
    assert desk.entries() == before
    ballots.score(desk, ADA, J1, LANTERN, IMPACT, 6)
    assert ballots.ballot(desk, ADA, J1, LANTERN).scores == {IMPACT: 6}
