"""Event files that can't be used: every command refuses them alike and leaves them alone."""

import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.typing_words import Type, everything_in

COMMANDS = [
    ("standings", "{file}"),
    ("certificates", "{file}", "papers"),
    ("score-sheets", "{file}", "papers"),
    ("feedback", "{file}", "papers"),
    ("paper", "{file}", "papers", "--which", "signs"),
    ("verify", "{file}"),
    ("pins", "{file}"),
]
READING = [
    *COMMANDS[:4],
    ("ballots", "{file}"),
    ("comments", "{file}"),
    ("check", "{file}"),
    ("checks", "{file}"),
    ("agreement", "{file}"),
]
EVERY_COMMAND = pytest.mark.parametrize("command", COMMANDS, ids=lambda words: words[0])

_JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01" + bytes(range(256)) * 20


def words(command: tuple[str, ...], file: Path) -> list[str]:
    """What is typed."""
    return [word.format(file=file) for word in command]


@EVERY_COMMAND
def test_a_picture_is_not_an_event_file(command: tuple[str, ...], here: Path, typed: Type) -> None:
    (here / "day.pitchday").write_bytes(_JPEG)

    answer = typed(*words(command, here / "day.pitchday"))

    answer.assert_refused("day.pitchday isn’t an event file", "Choose a file that")
    assert everything_in(here) == {"day.pitchday": _JPEG}


@EVERY_COMMAND
def test_an_empty_file_is_not_an_event_file(
    command: tuple[str, ...], here: Path, typed: Type
) -> None:
    (here / "day.pitchday").write_bytes(b"")

    answer = typed(*words(command, here / "day.pitchday"))

    answer.assert_refused("day.pitchday isn’t an event file", "Choose a file that")
    assert everything_in(here) == {"day.pitchday": b""}


@EVERY_COMMAND
@pytest.mark.parametrize("kept", ["1", "99", "100", "4096", "size // 3", "size // 2", "size - 1"])
def test_a_truncated_file_is_refused_and_left_as_it_is(
    command: tuple[str, ...], kept: str, sample: Path, typed: Type
) -> None:
    size = sample.stat().st_size
    lengths = {"size // 3": size // 3, "size // 2": size // 2, "size - 1": size - 1}
    whole = sample.read_bytes()
    sample.write_bytes(whole[: lengths[kept] if kept in lengths else int(kept)])
    before = everything_in(sample.parent)

    answer = typed(*words(command, sample))

    answer.assert_refused("sample.pitchday")
    assert "Open an earlier copy" in answer.err or "Choose a file that" in answer.err
    assert everything_in(sample.parent) == before


@pytest.mark.row(37)
@EVERY_COMMAND
@pytest.mark.parametrize(
    ("text", "no_text"),
    [
        (b"journal_is_never_cut", b"journal_is_never_c\xfft"),
        (b"CREATE TRIGGER", b"CREATE TRIGG\xffR"),
    ],
    ids=["a name", "a keyword"],
)
def test_a_file_whose_text_is_no_text_any_more_is_damaged(
    command: tuple[str, ...], text: bytes, no_text: bytes, sample: Path, typed: Type
) -> None:
    whole = sample.read_bytes()
    sample.write_bytes(whole.replace(text, no_text))
    before = everything_in(sample.parent)

    answer = typed(*words(command, sample))

    answer.assert_refused()
    said = ("sample.pitchday is damaged", "can’t be read to the end", "never_cut is missing")
    assert any(words in answer.err for words in said)
    assert before["sample.pitchday"] != whole
    assert everything_in(sample.parent) == before


@EVERY_COMMAND
def test_a_file_of_a_newer_version_is_refused_and_left_as_it_is(
    command: tuple[str, ...], sample: Path, typed: Type
) -> None:
    connection = sqlite3.connect(sample)
    with connection:
        connection.execute("PRAGMA user_version = 1000")
    connection.close()
    before = everything_in(sample.parent)

    answer = typed(*words(command, sample))

    answer.assert_refused("sample.pitchday was made by a newer version", "Install that version")
    assert everything_in(sample.parent) == before


@pytest.mark.row(11)
@pytest.mark.parametrize("command", READING, ids=lambda words: words[0])
def test_a_read_only_file_is_read_as_any_other_and_left_as_it_is(
    command: tuple[str, ...], sample: Path, here: Path, typed: Type
) -> None:
    expected = typed(*words(command, sample))
    papers = everything_in(here)
    sample.chmod(0o444)
    before = everything_in(sample.parent)

    answer = typed(*words(command, sample))

    assert (answer.status, answer.out, answer.err) == (0, expected.out, "")
    assert everything_in(here) == papers
    assert everything_in(sample.parent) == before


@pytest.mark.row(11)
def test_no_pins_are_given_out_anew_in_a_read_only_file(sample: Path, typed: Type) -> None:
    sample.chmod(0o444)
    before = everything_in(sample.parent)

    answer = typed("pins", sample, "--new", "--yes")

    answer.assert_refused("sample.pitchday was opened read-only", "open the copy")
    assert everything_in(sample.parent) == before


@EVERY_COMMAND
def test_a_file_open_in_another_process_is_refused_naming_the_holder(
    command: tuple[str, ...], sample: Path, typed: Type
) -> None:
    hold = (
        "import pathlib, sys\n"
        "from judging_app.desk.events import open_event\n"
        "desk = open_event(pathlib.Path(sys.argv[1]))\n"
        "print('held', flush=True)\n"
        "sys.stdin.read()\n"
        "desk.close()\n"
    )
    before = everything_in(sample.parent)
    with subprocess.Popen(
        [sys.executable, "-c", hold, sample],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    ) as holder:
        assert holder.stdout
        assert holder.stdout.readline() == "held\n"

        answer = typed(*words(command, sample))

        answer.assert_refused("sample.pitchday is already open by ", " on ", "Close it there")
        holder.communicate("")
    assert everything_in(sample.parent) == before


@EVERY_COMMAND
def test_a_folder_is_not_an_event_file(command: tuple[str, ...], here: Path, typed: Type) -> None:
    (here / "day.pitchday").mkdir()

    answer = typed(*words(command, here / "day.pitchday"))

    answer.assert_refused("day.pitchday is a folder", "Choose an event file")
    assert everything_in(here) == {"day.pitchday": b""}


@EVERY_COMMAND
def test_a_file_that_is_not_there_is_refused(
    command: tuple[str, ...], here: Path, typed: Type
) -> None:
    answer = typed(*words(command, here / "day.pitchday"))

    answer.assert_refused("There is no file", "day.pitchday", "Check its name")
    assert everything_in(here) == {}


@EVERY_COMMAND
def test_a_name_longer_than_the_system_takes_is_refused(
    command: tuple[str, ...], here: Path, typed: Type
) -> None:
    answer = typed(*words(command, Path("d" * 300)))

    answer.assert_refused("dddd", "is too long for an event", "open the copy")
    assert everything_in(here) == {}


@pytest.mark.parametrize("command", COMMANDS[1:3], ids=lambda words: words[0])
def test_papers_are_not_written_where_a_file_stands(
    command: tuple[str, ...], sample: Path, typed: Type
) -> None:
    (sample.parent / "papers").write_bytes(b"a file")
    before = everything_in(sample.parent)

    answer = typed(*words(command, sample))

    answer.assert_refused("“papers” is a file, not a folder", "Choose a folder")
    assert everything_in(sample.parent) == before


@pytest.mark.row(19)
@pytest.mark.parametrize("command", COMMANDS[1:3], ids=lambda words: words[0])
@pytest.mark.parametrize("is_there", [True, False], ids=["the folder", "the one above it"])
def test_papers_are_not_written_where_nothing_may_be_written(
    command: tuple[str, ...],
    sample: Path,
    tmp_path: Path,
    typed: Type,
    unwritable: Callable[[Path], Path],
    *,
    is_there: bool,
) -> None:
    closed = tmp_path / "closed"
    closed.mkdir()
    unwritable(closed)
    folder = closed if is_there else closed / "papers"

    answer = typed(command[0], sample, folder)

    answer.assert_refused(str(closed), "Nothing can be saved in", "Choose another folder")
    assert everything_in(closed) == {}


@pytest.mark.parametrize("command", COMMANDS[1:3], ids=lambda words: words[0])
def test_papers_are_not_written_into_folders_within_folders_that_are_not_there(
    command: tuple[str, ...], sample: Path, typed: Type
) -> None:
    before = everything_in(sample.parent)

    answer = typed(command[0], sample, sample.parent / "no" / "papers")

    answer.assert_refused(str(sample.parent / "no"), "There is no folder", "Create it")
    assert everything_in(sample.parent) == before


@pytest.mark.parametrize("command", COMMANDS[:3], ids=lambda words: words[0])
def test_nothing_is_given_out_from_a_file_with_a_changed_score(
    command: tuple[str, ...], sample: Path, typed: Type
) -> None:
    connection = sqlite3.connect(sample)
    with connection:
        connection.execute("UPDATE score SET steps = 3 WHERE judge = 'J3' AND team = 'T1'")
    connection.close()
    before = everything_in(sample.parent)

    answer = typed(*words(command, sample))

    answer.assert_refused(
        "sample.pitchday is damaged, or was changed after it was recorded",
        "take in ballot, ballot of Dr Amara Nwosu for Team Lantern): ",
        "Open an earlier copy.",
    )
    assert everything_in(sample.parent) == before
