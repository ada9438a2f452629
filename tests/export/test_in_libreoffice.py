"""What LibreOffice shows when files are opened by a double click: with its own settings."""

import csv
import io
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from judging_app.domain.event import Reader
from judging_app.export.open_data.files import open_data
from tests.bundle.made_events import MadeEvent
from tests.export.hard_day import NAMES, data, hard_day, workbook

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
pytestmark = pytest.mark.skipif(OFFICE is None, reason="LibreOffice isn’t installed here")


@pytest.fixture(scope="module")
def hard() -> MadeEvent:
    return hard_day()


def converted(folder: Path, file: Path, to: str) -> Path:
    """The file as LibreOffice opens it with its defaults, saved in another form."""
    subprocess.run(
        [
            *(
                str(OFFICE),
                "--headless",
                "--norestore",
                f"-env:UserInstallation=file://{folder}/own",
            ),
            *("--convert-to", to, "--outdir", str(folder / "out"), str(file)),
        ],
        check=True,
        capture_output=True,
        timeout=240,
    )
    return folder / "out" / f"{file.stem}.{to.partition(':')[0]}"


def formulas(ods: Path) -> list[str]:
    with zipfile.ZipFile(ods) as archive:
        content = archive.read("content.xml").decode()
    return [one.partition('"')[0] for one in content.split('table:formula="')[1:]]


def test_no_payload_in_the_spreadsheet_runs_and_texts_stay_texts(
    tmp_path: Path, hard: MadeEvent
) -> None:
    file = tmp_path / "day.xlsx"
    file.write_bytes(workbook(hard, Reader.ORGANISER))

    ods = converted(tmp_path, file, "ods")

    assert formulas(ods) == []
    teams = CalamineWorkbook.from_path(ods).get_sheet_by_name("Teams").to_python()[1:]
    assert ["".join(str(row[0]).split()) for row in teams] == [
        "".join(one.split()) for one in NAMES
    ]
    assert all(isinstance(row[0], str) for row in teams)


def test_no_payload_in_the_csv_runs_and_names_are_not_garbled(
    tmp_path: Path, hard: MadeEvent
) -> None:
    file = tmp_path / "teams.csv"
    file.write_bytes(dict(open_data(data(hard, Reader.PANEL)))["teams.csv"])

    assert formulas(converted(tmp_path, file, "ods")) == []

    shown = converted(tmp_path, file, "csv").read_bytes().decode()
    rows = [*csv.reader(io.StringIO(shown, newline=""))]
    assert "Siân Llŷr ap Gruffydd" in [row[1] for row in rows]
    assert "Ọlúwáṣeun Adébáyọ̀" in [row[1] for row in rows]


def test_no_exact_score_in_the_csv_becomes_a_date(tmp_path: Path, hard: MadeEvent) -> None:
    file = tmp_path / "standings.csv"
    file.write_bytes(dict(open_data(data(hard, Reader.PANEL)))["standings.csv"])

    with zipfile.ZipFile(converted(tmp_path, file, "ods")) as archive:
        content = archive.read("content.xml")

    assert b'office:value-type="date"' not in content
