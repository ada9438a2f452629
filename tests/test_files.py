import errno
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from judging_app.errors import OutputError
from judging_app.files import (
    free_bytes,
    is_on_one_disk,
    prepare_folder,
    put,
    save,
    save_all,
    save_within,
    write_synced,
)
from tests.export.stopping import StoppedError

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="modes and links as on POSIX")


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def test_a_saved_file_holds_what_was_given_and_nothing_lies_beside_it(tmp_path: Path) -> None:
    save(tmp_path / "result.pdf", b"new")

    assert contents(tmp_path) == {"result.pdf": b"new"}


def test_an_older_file_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "result.pdf").write_bytes(b"old")

    save(tmp_path / "result.pdf", b"new")

    assert contents(tmp_path) == {"result.pdf": b"new"}


@pytest.mark.row(57)
def test_a_link_is_replaced_and_what_it_points_to_is_left_alone(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.write_bytes(b"mine")
    folder = tmp_path / "papers"
    folder.mkdir()
    (folder / "result.pdf").symlink_to(elsewhere)

    save(folder / "result.pdf", b"new")

    assert elsewhere.read_bytes() == b"mine"
    assert contents(folder) == {"result.pdf": b"new"}


def test_a_folder_that_is_missing_is_named_with_the_remedy(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"nowhere”. Create it, or choose another"):
        save(tmp_path / "nowhere" / "result.pdf", b"new")


def test_a_file_where_a_folder_should_be_is_refused(tmp_path: Path) -> None:
    (tmp_path / "papers").write_bytes(b"mine")

    with pytest.raises(OutputError, match="is a file, not a folder"):
        save(tmp_path / "papers" / "result.pdf", b"new")
    with pytest.raises(OutputError, match="Choose a folder"):
        prepare_folder(tmp_path / "papers")
    with pytest.raises(OutputError, match="Choose a folder"):
        prepare_folder(tmp_path / "papers" / "inside")
    assert contents(tmp_path) == {"papers": b"mine"}


def test_a_folder_where_the_file_should_be_is_refused(tmp_path: Path) -> None:
    (tmp_path / "result.pdf").mkdir()

    with pytest.raises(OutputError, match=r"is a folder\. Choose another name"):
        save(tmp_path / "result.pdf", b"new")


@pytest.mark.row(19)
def test_a_folder_closed_for_writing_is_refused_even_to_an_administrator(tmp_path: Path) -> None:
    tmp_path.chmod(0o555)
    try:
        with pytest.raises(OutputError, match="Nothing can be saved in"):
            save(tmp_path / "result.pdf", b"new")
        with pytest.raises(OutputError, match="Nothing can be saved in"):
            prepare_folder(tmp_path)
    finally:
        tmp_path.chmod(0o755)
    assert contents(tmp_path) == {}


@pytest.mark.row(57)
@pytest.mark.parametrize("name", ["", ".", "..", "../escaped", "/etc/passwd", "a/b", "a\0b"])
def test_a_name_that_leads_out_of_the_folder_is_refused(name: str, tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="can’t be a file"):
        save_all(tmp_path, [(name, b"new")])
    assert contents(tmp_path) == {}


def test_a_name_too_long_for_the_disk_is_refused(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"too long. Choose a shorter one"):
        save_all(tmp_path, [("a.pdf", b"a"), ("x" * 256, b"new")])
    assert contents(tmp_path) == {}


def test_the_same_name_twice_is_refused(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="Two files have the name"):
        save_all(tmp_path, [("a.pdf", b"one"), ("a.pdf", b"two")])
    assert contents(tmp_path) == {}


def test_the_folders_above_are_made_too(tmp_path: Path) -> None:
    prepare_folder(tmp_path / "event" / "papers")

    assert (tmp_path / "event" / "papers").is_dir()


def test_work_that_is_stopped_leaves_the_folder_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"old")

    def papers() -> Iterator[tuple[str, bytes]]:
        yield "a.pdf", b"new"
        yield "b.pdf", b"new"
        raise StoppedError

    with pytest.raises(StoppedError):
        save_all(tmp_path, papers())
    assert contents(tmp_path) == {"a.pdf": b"old"}


def test_a_paper_that_can_not_be_drawn_takes_the_others_with_it(tmp_path: Path) -> None:
    def papers() -> Iterator[tuple[str, bytes]]:
        yield "a.pdf", b"new"
        raise OutputError("The logo can’t be read.")

    with pytest.raises(OutputError, match="logo"):
        save_all(tmp_path, papers())
    assert contents(tmp_path) == {}


@pytest.mark.row(19)
@pytest.mark.parametrize("failing", range(1, 7))
def test_a_full_disk_at_any_file_leaves_the_folder_as_it_was(
    failing: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "b.pdf").write_bytes(b"old")
    calls: list[str] = []
    fsync, replace = os.fsync, Path.replace

    def fail_at_its_turn(call: str) -> None:
        calls.append(call)
        if len(calls) == failing:
            raise OSError(errno.ENOSPC, "No space left on device")

    def failing_fsync(descriptor: int) -> None:
        fail_at_its_turn("fsync")
        fsync(descriptor)

    def failing_replace(path: Path, target: Path) -> Path:
        fail_at_its_turn("replace")
        return replace(path, target)

    monkeypatch.setattr(os, "fsync", failing_fsync)
    monkeypatch.setattr(Path, "replace", failing_replace)

    with pytest.raises(OutputError, match="disk is full"):
        save_all(tmp_path, [("a.pdf", b"new"), ("b.pdf", b"new"), ("c.pdf", b"new")])
    assert contents(tmp_path) == {"b.pdf": b"old"}


def test_files_get_their_names_only_when_all_are_on_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[str] = []
    fsync, replace = os.fsync, Path.replace

    def noting_fsync(descriptor: int) -> None:
        calls.append("fsync")
        fsync(descriptor)

    def noting_replace(path: Path, target: Path) -> Path:
        calls.append("replace")
        return replace(path, target)

    monkeypatch.setattr(os, "fsync", noting_fsync)
    monkeypatch.setattr(Path, "replace", noting_replace)

    save_all(tmp_path, [("a.pdf", b"new"), ("b.pdf", b"new")])

    assert calls[:5] == ["fsync", "fsync", "replace", "replace", "fsync"]


def test_a_disk_says_how_much_may_still_be_written(tmp_path: Path) -> None:
    free = free_bytes(tmp_path)

    assert free is not None
    assert free > 0


def test_a_place_that_is_not_there_says_nothing(tmp_path: Path) -> None:
    gone = tmp_path / "unplugged"

    assert free_bytes(gone) is None
    assert not is_on_one_disk(tmp_path, gone)


def test_two_folders_of_one_disk_are_known_as_such(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()

    assert is_on_one_disk(tmp_path, tmp_path / "other")


def test_a_file_that_is_there_is_never_written_over(tmp_path: Path) -> None:
    path = tmp_path / "kept"
    path.write_bytes(b"first")

    with pytest.raises(FileExistsError):
        write_synced(path, b"second")
    assert path.read_bytes() == b"first"


def test_a_file_that_is_put_takes_the_old_ones_place_and_leaves_nothing_beside(
    tmp_path: Path,
) -> None:
    path = tmp_path / "kept"
    path.write_bytes(b"first")

    put(path, b"second")

    assert contents(tmp_path) == {"kept": b"second"}


def test_a_file_that_can_not_be_put_leaves_nothing_beside(tmp_path: Path) -> None:
    path = tmp_path / "kept"
    path.mkdir()

    with pytest.raises(OSError, match="kept"):
        put(path, b"second")
    assert [one.name for one in tmp_path.iterdir()] == ["kept"]


def test_files_in_folders_below_are_saved_all_or_none_with_their_folders(tmp_path: Path) -> None:
    def stopped() -> Iterator[tuple[str, str, bytes]]:
        yield "Perch", "one.pdf", b"1"
        raise StoppedError

    with pytest.raises(StoppedError):
        save_within(tmp_path, stopped())
    after_stop = contents(tmp_path)
    files = save_within(tmp_path, [("Perch", "one.pdf", b"1"), ("", "one.pdf", b"2")])

    assert after_stop == {}
    assert [path.read_bytes() for path in files] == [b"1", b"2"]
    assert files[0] == tmp_path / "Perch" / "one.pdf"


def test_a_folder_made_for_files_goes_again_if_one_can_t_have_its_name(tmp_path: Path) -> None:
    (tmp_path / "Heron").write_bytes(b"a file where the folder is to be")

    with pytest.raises(OutputError, match="is not a folder"):
        save_within(tmp_path, [("Perch", "one.pdf", b"1"), ("Heron", "two.pdf", b"2")])

    assert [path.name for path in tmp_path.iterdir()] == ["Heron"]


def test_a_folder_below_is_one_name_and_never_a_way_out(tmp_path: Path) -> None:
    for below in ("..", "a/b", "."):
        with pytest.raises(OutputError, match="can’t be a file name"):
            save_within(tmp_path, [(below, "one.pdf", b"1")])

    assert contents(tmp_path) == {}
