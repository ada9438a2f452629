"""`judging-app copy`."""

import re
from pathlib import Path

from judging_app.desk.events import open_event
from tests.cli.typing_words import Type, everything_in


def test_a_copy_is_made_beside_the_event_and_carries_its_record(sample: Path, typed: Type) -> None:
    answer = typed("copy", sample)

    (made,) = (sample.parent / "sample copies").iterdir()
    record = re.search(r"Record \S+", typed("verify", made).out)
    assert (answer.status, answer.err) == (0, "")
    assert record
    assert answer.out == f"Copied to {made}. {record[0]}\n"


def test_a_copy_goes_to_the_folder_that_is_named(sample: Path, typed: Type, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    answer = typed("copy", sample, "--to", stick)

    assert answer.status == 0
    assert len([*stick.iterdir()]) == 1
    assert [*everything_in(sample.parent)] == ["sample.pitchday"]


def test_a_folder_that_is_not_there_is_refused_and_nothing_is_written(
    sample: Path, typed: Type, tmp_path: Path
) -> None:
    answer = typed("copy", sample, "--to", tmp_path / "stick")

    assert (answer.status, answer.out) == (1, "")
    assert "is no longer there" in answer.err
    assert answer.err.count("\n") == 1
    assert not (tmp_path / "stick").exists()


def test_an_event_that_is_open_is_refused(sample: Path, typed: Type) -> None:
    desk = open_event(sample)
    try:
        answer = typed("copy", sample)
    finally:
        desk.close()

    assert answer.status == 1
    assert "is already open" in answer.err


def test_a_file_that_is_no_event_is_refused(here: Path, typed: Type) -> None:
    (here / "notes.pitchday").write_text("My notes", encoding="utf-8")
    answer = typed("copy", "notes.pitchday")

    assert answer.status == 1
    assert "isn’t an event file" in answer.err
    assert [*everything_in(here)] == ["notes.pitchday"]


def test_an_empty_folder_name_is_wrong_use(sample: Path, typed: Type) -> None:
    answer = typed("copy", sample, "--to", "")

    assert (answer.status, answer.out) == (2, "")
    assert "name is empty" in answer.err
