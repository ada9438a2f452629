"""A file of an older version is copied, then made anew from its journal, wholly or not at all."""

import re
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database

from judging_app.desk import events
from judging_app.desk.desk import Desk
from judging_app.domain.ids import DeviceId
from judging_app.errors import EventFileError
from judging_app.store import journal, memory, opening
from judging_app.store.new_file import new_event_file
from judging_app.store.schema import VERSION, schema_of, version_of
from judging_app.store.verify import verify_file
from tests.desk.small_event import files_in
from tests.store.replaying import all_rows, replayed

_COPY = f"older before version {VERSION}.pitchday"


@pytest.fixture
def older(tmp_path: Path) -> Path:
    """A file of version 1."""
    saved = Path(__file__).parents[1] / "event_files" / "version 1.pitchday"
    return Path(shutil.copyfile(saved, tmp_path / "older.pitchday"))


@pytest.fixture
def opened(older: Path) -> Iterator[Desk]:
    desk = events.open_event(older)
    yield desk
    desk.close()


def _by_sql(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(statement)


def _recorded(path: Path) -> list[object]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("SELECT * FROM journal ORDER BY seq, device").fetchall()


@pytest.mark.row(28)
def test_its_tables_are_those_that_a_new_file_has(opened: Desk, tmp_path: Path) -> None:
    with new_event_file(tmp_path / "fresh.pitchday", DeviceId("0a0b0c0d")) as fresh:
        assert schema_of(opened.file.db) == schema_of(fresh.db)
    assert version_of(opened.file.db) == VERSION


def test_its_tables_hold_what_the_journal_says(opened: Desk) -> None:
    assert opened.verification().findings == ()
    assert all_rows(opened.file.db) == all_rows(replayed(opened.entries()))


def test_its_journal_is_the_one_that_it_had(older: Path) -> None:
    before = _recorded(older)

    events.open_event(older).close()

    assert _recorded(older) == before


def test_it_is_copied_first(older: Path) -> None:
    with closing(sqlite3.connect(older)) as original:
        before = list(original.iterdump())

    events.open_event(older).close()

    assert list(files_in(older.parent)) == [_COPY, older.name]
    with closing(sqlite3.connect(older.with_name(_COPY))) as copy:
        assert list(copy.iterdump()) == before


def test_it_is_made_anew_once(older: Path) -> None:
    events.open_event(older).close()
    older.with_name(_COPY).unlink()

    events.open_event(older).close()

    assert list(files_in(older.parent)) == [older.name]


def test_references_are_held_to_again_once_it_is_open(opened: Desk) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
        opened.file.db.execute("DELETE FROM team")


@pytest.mark.row(22)
def test_one_that_fails_half_way_stays_as_it_was(
    older: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = older.read_bytes()

    def fail_half_way(db: Database) -> None:
        assert schema_of(db) == schema_of(memory.empty())
        raise sqlite3.OperationalError("half way")

    with monkeypatch.context() as patch:
        patch.setattr(journal, "replay", fail_half_way)
        with pytest.raises(EventFileError, match="is damaged"):
            events.open_event(older)

    assert older.read_bytes() == before
    events.open_event(older).close()


def test_one_whose_journal_holds_what_nobody_can_do_is_refused_and_stays_as_it_was(
    older: Path,
) -> None:
    whole = older.read_bytes()
    edited = whole.replace(b'"scene":"standings"', b'"scene":"stargazer"')
    assert edited != whole
    older.write_bytes(edited)

    with pytest.raises(EventFileError, match=r"older\.pitchday is damaged"):
        events.open_event(older)

    assert older.read_bytes() == edited


def test_what_was_written_past_its_journal_is_not_carried_over(older: Path) -> None:
    _by_sql(older, "UPDATE score SET steps = 10")

    desk = events.open_event(older)

    assert desk.verification().findings == ()
    desk.close()


def test_the_version_before_refuses_what_this_one_has_made_anew(
    older: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    events.open_event(older).close()
    monkeypatch.setattr(opening, "VERSION", VERSION - 1)

    with pytest.raises(EventFileError, match="made by a newer version"):
        events.open_event(older)


_CLOSED_SETS = (
    ("event", "phase"),
    ("event", "method"),
    ("event", "board"),
    ("event", "form"),
    ("event", "scene"),
    ("kept_standing", "exclusion"),
    ("clock", "part"),
    ("reveal_plan", "kind"),
    ("reveal_step", "kind"),
    ("criterion", "kind"),
    ("conflict", "decision"),
    ("ballot", "state"),
    ("tie_break", "rule"),
    ("team_exclusion", "exclusion"),
    ("award", "kind"),
)


@pytest.mark.parametrize(("table", "column"), _CLOSED_SETS)
def test_a_value_that_its_closed_set_has_not_is_named_and_refused(
    older: Path, table: str, column: str
) -> None:
    events.open_event(older).close()
    _by_sql(older, f"UPDATE {table} SET {column} = 'nonsense'")

    with pytest.raises(EventFileError, match=f"is damaged: the {column} of a row") as refused:
        events.open_event(older)
    assert "nonsense" not in str(refused.value)  # in another column it would be a score
    findings = verify_file(older).findings

    assert {re.split("[,:]", finding.what)[0] for finding in findings} == {f"table {table}"}
