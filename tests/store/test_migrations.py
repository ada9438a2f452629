"""A file of an older version is copied, then brought to this one, wholly or not at all."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from judging_app.desk import events
from judging_app.domain.ids import DeviceId
from judging_app.errors import EventFileError
from judging_app.store import event_file, migrations, opening
from judging_app.store.migrations import m0001_event, schema_of
from tests.desk.small_event import files_in, small_setup

_COPY = "small before version 2.pitchday"


def _next_version(monkeypatch: pytest.MonkeyPatch, *changes: Callable[[Database], None]) -> None:
    """Let the application be these schema changes ahead of the file."""
    schema = Migrations("event")
    schema()(m0001_event)
    for number, change in enumerate(changes, 2):
        schema(name=f"m{number:04}_later")(change)
    for module in (migrations, opening, event_file):
        monkeypatch.setattr(module, "EVENT_SCHEMA", schema)


def _add_a_table(db: Database) -> None:
    db.execute("CREATE TABLE later (id INTEGER PRIMARY KEY) STRICT")


def _fail_half_way(db: Database) -> None:
    _add_a_table(db)
    _fail(db)


def _fail(_db: Database) -> None:
    raise sqlite3.OperationalError("half way")


def test_an_older_file_is_copied_and_then_migrated(
    small_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = small_path.read_bytes()
    _next_version(monkeypatch, _add_a_table)

    desk = events.open_event(small_path)
    try:
        fresh = Database(memory=True)
        opening.migrate(fresh)
        assert schema_of(desk.file.db) == schema_of(fresh)
        assert ("table", "later") in {part[:2] for part in schema_of(fresh)}
        assert desk.setup() == small_setup()
        assert desk.verification().findings == ()
        assert desk.file.db.execute("PRAGMA user_version").fetchone() == (2,)
    finally:
        desk.close()
    assert list(files_in(small_path.parent)) == [_COPY, small_path.name]
    copy = sqlite3.connect(small_path.with_name(_COPY))
    original = sqlite3.connect(":memory:")
    original.deserialize(before)
    assert list(copy.iterdump()) == list(original.iterdump())
    copy.close()
    original.close()


def test_a_file_is_migrated_once(small_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _next_version(monkeypatch, _add_a_table)
    events.open_event(small_path).close()
    small_path.with_name(_COPY).unlink()

    events.open_event(small_path).close()

    assert list(files_in(small_path.parent)) == [small_path.name]


def test_a_migration_that_fails_leaves_the_older_file_as_it_was(
    small_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = small_path.read_bytes()
    with monkeypatch.context() as patch:
        _next_version(patch, _fail_half_way)
        with pytest.raises(EventFileError):
            events.open_event(small_path)

    assert small_path.read_bytes() == before
    events.open_event(small_path).close()


def test_of_several_changes_the_first_is_not_kept_without_the_last(
    small_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        _next_version(patch, _add_a_table, _fail)
        with pytest.raises(EventFileError):
            events.open_event(small_path)

    events.open_event(small_path).close()


def test_a_migrated_file_is_refused_by_the_version_before(
    small_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        _next_version(patch, _add_a_table)
        events.open_event(small_path).close()

    with pytest.raises(EventFileError, match="made by a newer version"):
        events.open_event(small_path)
    events.open_event(small_path.with_name(_COPY)).close()


def test_a_file_made_by_the_next_version_is_what_an_older_one_becomes(
    small_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _next_version(monkeypatch, _add_a_table)
    fresh = tmp_path / "fresh.pitchday"
    with event_file.new_event_file(fresh, DeviceId("0a0b0c0d")) as file:
        made = schema_of(file.db)

    desk = events.open_event(small_path)
    try:
        assert schema_of(desk.file.db) == made
    finally:
        desk.close()
