"""Names that break software are read as they are, or refused with their row."""

import csv
import io
import json
import unicodedata
from pathlib import Path

import pytest

from judging_app.domain.names import tidy_name
from tests.intake.reading import read_files

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
