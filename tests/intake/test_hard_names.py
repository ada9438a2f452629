"""Names that break software are read as they are, or refused with their row."""

import csv
import io
import json
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from judging_app.domain.names import tidy_name
from tests.intake.reading import read_files

ProblemsOf = Callable[[dict[str, bytes]], tuple[str, ...]]
_NAMES: list[str] = [
    entry["name"]
    for entry in json.loads(
        (Path(__file__).parent.parent / "data" / "hard-names.json").read_text("utf-8")
    )
]


def test_all_hard_names_are_read_in_one_roster(small: dict[str, bytes]) -> None:
    text = io.StringIO(newline="")
    rows = [[name, f"{n}@example.org", "", name, "", ""] for n, name in enumerate(_NAMES)]
    csv.writer(text).writerows(rows)
    small["participants.csv"] += text.getvalue().encode()

    participants = read_files(small).setup.participants

    assert len(_NAMES) == 63
    assert [person.name for person in participants[2:]] == [tidy_name(name) for name in _NAMES]


@pytest.mark.parametrize("name", _NAMES)
def test_a_hard_name_keeps_every_letter(small: dict[str, bytes], name: str) -> None:
    text = io.StringIO(newline="")
    csv.writer(text).writerow([name, "", "", "HMRC", "", ""])
    small["participants.csv"] += text.getvalue().encode()

    read = read_files(small).setup.participants[-1].name

    letters = "".join(unicodedata.normalize("NFC", name).split())
    assert "".join(read.split()) == letters


@pytest.mark.row(52)
@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Lantern", "is already in row 2"),
        ("LANTERN", "is already in row 2"),
        (" Lan\u00adtern\u00a0", "is already in row 2"),
        ("Ｌantern", "looks the same as the name in row 2"),
        ("L\N{CYRILLIC SMALL LETTER A}ntern", "looks the same as the name in row 2"),
        ("LAN\N{GREEK CAPITAL LETTER TAU}ERN", "looks the same as the name in row 2"),
    ],
)
def test_a_name_that_nobody_can_tell_from_another_is_told_and_never_taken_for_it(
    name: str, told: str, small: dict[str, bytes], problems_of: ProblemsOf
) -> None:
    small["teams.csv"] += f"{name},,\n".encode()

    (problem,) = problems_of(small)

    assert problem.startswith("teams.csv, row 4, column team")
    assert told in problem


@pytest.mark.row(52)
def test_a_name_in_letters_that_only_look_alike_names_nobody(
    small: dict[str, bytes], problems_of: ProblemsOf
) -> None:
    row = "\nCy Orr,,,HMRC,,L\N{CYRILLIC SMALL LETTER A}ntern\n"
    small["participants.csv"] = small["participants.csv"].rstrip() + row.encode()

    (problem,) = problems_of(small)

    assert "isn’t in column team of teams.csv" in problem


@pytest.mark.row(52)
def test_names_that_can_be_told_apart_are_all_kept(small: dict[str, bytes]) -> None:
    for name in ("Lanterne", "L’antern", "Łantern", "Фонарь", "Φανός"):
        small["teams.csv"] += f"{name},,\n".encode()

    assert len(read_files(small).setup.teams) == 7
