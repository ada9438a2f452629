"""The first look at an event file, before it is opened."""

from pathlib import Path

import pytest

from judging_app.desk.access.first_look import first_look
from judging_app.desk.events import open_event
from judging_app.present.start.sign_in import sign_in_rows
from judging_app.store.glance import glance


def test_the_first_look_says_what_the_open_event_says(small_path: Path) -> None:
    found = first_look(small_path)
    desk = open_event(small_path)

    assert found is not None
    assert (found.title, found.rows) == (desk.event().title, sign_in_rows(desk.setup()))
    desk.close()


def test_a_file_of_another_kind_says_nothing(tmp_path: Path) -> None:
    other = tmp_path / "notes.txt"
    other.write_text("x" * 200, encoding="utf-8")

    assert glance(other) is None
    assert glance(tmp_path / "not there") is None
    assert glance(tmp_path) is None


@pytest.mark.parametrize("change", ["PRAGMA user_version = 1", "PRAGMA application_id = 7"])
def test_a_file_of_another_version_says_nothing(small_path: Path, change: str) -> None:
    desk = open_event(small_path)
    desk.file.db.execute(change)
    desk.close()

    assert glance(small_path) is None


def test_a_file_that_was_left_in_the_middle_of_a_change_says_nothing(small_path: Path) -> None:
    small_path.with_name(f"{small_path.name}-journal").touch()

    assert glance(small_path) is None


def test_the_first_look_leaves_nothing_behind(small_path: Path) -> None:
    before = small_path.read_bytes()
    glance(small_path)

    assert small_path.read_bytes() == before
    assert [one.name for one in small_path.parent.iterdir() if one.name.startswith("small")] == [
        small_path.name
    ]
