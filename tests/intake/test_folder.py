"""Only the files that are named are read from a folder, and only if they are files."""

import csv
from pathlib import Path

import pytest

from judging_app.errors import IntakeError
from judging_app.intake.folder import read_folder
from judging_app.intake.sheets.text import MOST_BYTES
from tests.intake.reading import read_files
from tests.intake.workbooks import xlsx


@pytest.fixture
def folder(tmp_path: Path, small: dict[str, bytes]) -> Path:
    for file, data in small.items():
        (tmp_path / file).write_bytes(data)
    return tmp_path


def test_a_folder_gives_what_its_files_give(folder: Path, small: dict[str, bytes]) -> None:
    assert read_folder(folder) == read_files(small)


def test_other_files_are_left_alone(folder: Path, small: dict[str, bytes]) -> None:
    (folder / "standings.csv").write_bytes(b"\xff")
    (folder / "teams.xlsx").write_bytes(b"PK\x03\x04")
    (folder / "older").mkdir()

    assert read_folder(folder) == read_files(small)


def test_a_workbook_is_read_where_there_is_no_csv_of_its_name(
    folder: Path, small: dict[str, bytes]
) -> None:
    (folder / "teams.csv").unlink()
    rows = list(csv.reader(small["teams.csv"].decode().splitlines()))
    (folder / "Teams.xlsx").write_bytes(xlsx({"Teams": rows}))
    read = read_folder(folder)
    (folder / "Teams.xlsx").write_bytes(b"PK\x03\x04")

    assert read == read_files(small)
    assert _problems(folder)[0].startswith("Teams.xlsx: ")


def test_a_file_name_in_capitals_is_read(folder: Path, small: dict[str, bytes]) -> None:
    (folder / "ballots.csv").rename(folder / "Ballots.CSV")

    assert read_folder(folder) == read_files(small)


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("ballot.csv", "ballots.csv"),
        ("not_scored.csv", "not-scored.csv"),
        ("Not scored.csv", "not-scored.csv"),
        ("visits (1).csv", "visits.csv"),
    ],
)
def test_an_optional_file_whose_name_is_misspelt_does_not_go_missing_in_silence(
    folder: Path, name: str, meant: str
) -> None:
    (folder / meant).rename(folder / name)

    assert _problems(folder) == (
        (
            f"{name}: This file name isn’t recognised. Rename it to {meant}, or remove it "
            "from the folder."
        ),
    )


@pytest.mark.parametrize("name", ["nowhere", "teams.csv", "nul\0nul"])
def test_what_is_not_a_folder_is_refused(folder: Path, name: str) -> None:
    (problem,) = _problems(folder / name)

    assert "isn’t a folder. Choose the folder that contains participants.csv," in problem
    assert problem.isprintable()


def test_an_empty_folder_lacks_the_three_required_files(tmp_path: Path) -> None:
    problems = _problems(tmp_path)

    assert [problem.partition(":")[0] for problem in problems] == [
        "participants.csv",
        "judges.csv",
        "rubric.csv",
    ]


def test_a_link_is_not_followed(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "teams.csv"
    (folder / "teams.csv").rename(elsewhere)
    (folder / "teams.csv").symlink_to(elsewhere)

    assert _problems(folder) == (
        "teams.csv: This is a link to another place. Put the file itself in the folder.",
    )


def test_a_folder_in_place_of_a_file_is_refused(folder: Path) -> None:
    (folder / "visits.csv").unlink()
    (folder / "visits.csv").mkdir()

    assert _problems(folder) == (
        "visits.csv: This isn’t a file. Put a CSV file with this name there.",
    )


def test_a_file_that_the_system_refuses_is_named(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_path: Path, _mode: str) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)

    problems = _problems(folder)

    assert problems[1] == (
        "teams.csv: The file can’t be read (Permission denied). Close it in other programs, then "
        "try again."
    )
    assert len(problems) == 7


@pytest.mark.row(47)
def test_a_file_that_is_too_large_is_refused_by_its_size(folder: Path) -> None:
    with (folder / "teams.csv").open("wb") as opened:
        opened.truncate(100 * MOST_BYTES)

    assert _problems(folder) == (
        "teams.csv: The file is larger than 20 MB. Split it, or remove what you don’t need.",
    )


def _problems(folder: Path) -> tuple[str, ...]:
    with pytest.raises(IntakeError) as refused:
        read_folder(folder)
    return refused.value.problems
