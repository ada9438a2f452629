"""`judging-app compare`."""

from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.bundle.made_events import made_event
from tests.cli.typing_words import Type


@pytest.fixture
def bundles(here: Path) -> Path:
    folder = here / "bundles"
    folder.mkdir()
    for seed in (3, 4, 5):
        (folder / f"day {seed}.zip").write_bytes(made_event(seed, teams=6, judges=8).bundle())
    return folder


def test_a_folder_of_bundles_is_compared_in_words_and_a_table(bundles: Path, typed: Type) -> None:
    answer = typed("compare", bundles)

    assert answer.status == 0
    assert answer.out.startswith("The harshest panel is that of Made day ")
    assert "The firmest result is that of Made day " in answer.out
    for title in ("Every event:", "What came of it:"):
        _, rows = answer.out.split(title)
        told = rows.partition("\n\n")[0].splitlines()
        assert sum(line.startswith("Made day") for line in told) == 3
    assert "Sectors:" in answer.out
    assert "Scores by criterion:" in answer.out
    assert "No pitch was timed: Made day 3, Made day 4" in answer.err


def test_the_second_time_the_same_is_said_without_working_it_out(
    bundles: Path, typed: Type, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = typed("compare", bundles, "--format", "csv").out
    monkeypatch.setattr("judging_app.desk.open_data.comparing.read_bundle", None)

    assert typed("compare", bundles, "--format", "csv").out == first


def test_in_a_hurry_nothing_is_said_of_firmness(bundles: Path, typed: Type) -> None:
    answer = typed("compare", bundles, "--quick")

    assert answer.status == 0
    assert "harshest" in answer.out
    assert "firmest" not in answer.out


def test_which_criteria_are_the_same_is_written_to_be_changed(
    bundles: Path, typed: Type, here: Path
) -> None:
    one, other = sorted(bundles.iterdir())[:2]
    typed("compare", one, other, "--criteria", "match.json")
    written = (here / "match.json").read_text("utf-8")

    again = typed("compare", one, other, "--criteria", "match.json")

    assert '"title": "Criterion 0"' in written
    assert again.status == 0
    assert (here / "match.json").read_text("utf-8") == written


def test_the_paper_has_the_findings_the_plots_and_what_cannot_be_compared(
    bundles: Path, typed: Type, tmp_path: Path
) -> None:
    typed("compare", bundles, "--pdf", tmp_path / "out")
    typed("compare", bundles, "--pdf", tmp_path / "again")

    (paper,) = (tmp_path / "out").glob("*.pdf")
    said = " ".join(page.extract_text() for page in PdfReader(BytesIO(paper.read_bytes())).pages)
    for part in ("The harshest panel", "Checks in which the winner", "What can’t be compared"):
        assert part in " ".join(said.split())
    assert paper.read_bytes() == next((tmp_path / "again").glob("*.pdf")).read_bytes()


def test_a_file_that_is_no_bundle_is_refused_by_name(bundles: Path, typed: Type) -> None:
    (bundles / "notes.zip").write_text("My notes", encoding="utf-8")

    typed("compare", bundles).assert_refused("notes.zip")


def test_one_bundle_alone_is_refused(bundles: Path, typed: Type) -> None:
    typed("compare", min(bundles.iterdir())).assert_refused("Choose 2 to 1,000 bundles")
