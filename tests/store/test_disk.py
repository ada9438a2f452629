"""How much room a disk has, and what has reached it."""

from pathlib import Path

import pytest

from judging_app.store import disk


def test_a_disk_says_how_much_may_still_be_written(tmp_path: Path) -> None:
    free = disk.free_bytes(tmp_path)

    assert free is not None
    assert free > 0


def test_a_place_that_is_not_there_says_nothing(tmp_path: Path) -> None:
    gone = tmp_path / "unplugged"

    assert disk.free_bytes(gone) is None
    assert not disk.is_on_one_disk(tmp_path, gone)


def test_two_folders_of_one_disk_are_known_as_such(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()

    assert disk.is_on_one_disk(tmp_path, tmp_path / "other")


def test_a_file_that_is_there_is_never_written_over(tmp_path: Path) -> None:
    path = tmp_path / "kept"
    path.write_bytes(b"first")

    with pytest.raises(FileExistsError):
        disk.write_synced(path, b"second")
    assert path.read_bytes() == b"first"
