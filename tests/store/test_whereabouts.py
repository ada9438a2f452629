"""What is the matter with an open event's file is found by looking, and said with its remedy."""

import errno
import os
import sqlite3
from pathlib import Path
from typing import NoReturn

import pytest

from judging_app import files
from judging_app.store import whereabouts
from judging_app.store.whereabouts import Matter, Whereabouts


@pytest.fixture
def known(tmp_path: Path) -> Whereabouts:
    path = tmp_path / "day.pitchday"
    path.write_bytes(b"an event")
    return whereabouts.whereabouts(path)


def _error(name: str) -> sqlite3.Error:
    error = sqlite3.OperationalError("no words for a person")
    error.sqlite_errorname = name
    return error


def test_nothing_is_the_matter_with_a_file_that_is_where_it_was(known: Whereabouts) -> None:
    assert whereabouts.matter(known) is Matter.NOTHING
    assert list(known.path.parent.iterdir()) == [known.path]


@pytest.mark.row(6)
@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (errno.ENOSPC, Matter.FULL),
        (errno.EDQUOT, Matter.FULL),
        (errno.EMFILE, Matter.TOO_MANY_FILES),
        (errno.EFBIG, Matter.TOO_LARGE),
        (errno.EIO, Matter.UNPLUGGED),
        (errno.EROFS, Matter.READ_ONLY),
        (errno.EACCES, Matter.READ_ONLY),
    ],
)
def test_what_the_disk_refuses_counts_whatever_sqlite_calls_it(
    number: int, expected: Matter, known: Whereabouts, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> NoReturn:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(Path, "open", refuse)

    for name in ("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_CORRUPT", "SQLITE_IOERR_WRITE"):
        assert whereabouts.matter(known, _error(name)) is expected


@pytest.mark.row(8)
def test_a_disk_with_no_room_for_one_act_is_full(
    known: Whereabouts, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "free_bytes", lambda _place: whereabouts.LEAST_FREE - 1)

    assert whereabouts.matter(known, _error("SQLITE_IOERR_WRITE")) is Matter.FULL


def test_a_drive_that_linux_has_no_device_for_any_more_is_unplugged(
    known: Whereabouts, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(whereabouts, "_has_device", lambda _drive: False)

    assert whereabouts.matter(known, _error("SQLITE_CORRUPT")) is Matter.UNPLUGGED


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (_error("SQLITE_FULL"), Matter.FULL),
        (_error("SQLITE_BUSY"), Matter.IN_USE),
        (_error("SQLITE_CORRUPT"), Matter.DAMAGED),
        (_error("SQLITE_IOERR_READ"), Matter.UNKNOWN),
        (MemoryError(), Matter.OUT_OF_MEMORY),
    ],
)
def test_what_can_not_be_seen_is_asked_of_the_error(
    error: Exception, expected: Matter, known: Whereabouts
) -> None:
    assert whereabouts.matter(known, error) is expected


@pytest.mark.parametrize("what", Matter)
def test_each_matter_is_said_in_two_sentences_with_what_to_do(what: Matter, tmp_path: Path) -> None:
    path = tmp_path / "day.pitchday"

    for said in (whereabouts.not_saved(what, path), whereabouts.not_read(what, path)):
        assert said.count(". ") == 1
        assert said.endswith(".")
        assert "SQLITE" not in said
    assert "so this was NOT saved" in whereabouts.not_saved(what, path)
