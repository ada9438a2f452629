"""`judging-app certificates` and `score-sheets`."""

import json
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from judging_app.desk.events import open_event
from judging_app.desk.scoring import close_scoring
from judging_app.domain.roles import ORGANISER
from judging_app.errors import OutputError
from tests.cli.small_folder import write_folder
from tests.cli.typing_words import Type, everything_in


def text_of(path: Path) -> str:
    """All words of a PDF file."""
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(path.read_bytes())).pages)


@pytest.mark.parametrize(
    ("kind", "files"),
    [("participants", 38), ("teams", 6), ("winners", 3), ("judges", 8), ("all", 75)],
)
def test_each_kind_has_a_certificate_for_everyone_in_it(
    sample: Path, typed: Type, kind: str, files: int
) -> None:
    answer = typed("certificates", sample, "papers", "--for", kind)

    assert answer.status == 0
    assert answer.out == f"{files} files with {files} pages in papers\n"
    assert len(list(Path("papers").glob("*.pdf"))) == files


def test_certificates_are_for_participants_unless_asked_otherwise(
    sample: Path, typed: Type
) -> None:
    answer = typed("certificates", sample, "papers")

    assert (answer.status, answer.err) == (0, "")
    assert len(list(Path("papers").glob("* - participant*.pdf"))) == 38


def test_a_single_file_holds_a_page_for_everyone(sample: Path, typed: Type) -> None:
    answer = typed("certificates", sample, "papers", "--single-file")

    (path,) = Path("papers").iterdir()
    assert answer.out == "1 file with 38 pages in papers\n"
    assert path.name == "Tech Connect pitch day - certificates for participants - DRAFT.pdf"
    assert len(PdfReader(path).pages) == 38


def test_a_method_that_gives_no_result_is_refused_in_the_teams_own_names(
    typed: Type, here: Path
) -> None:
    scores = {"Ada": {"North": "7"}, "Bo": {"North": "6"}}
    folder = write_folder(here / "files", ("idea,Idea,,0,10,",), scores)
    typed("new", "day.pitchday", "--title", "Day", "--from", folder, "--method", "trimmed")

    answer = typed("certificates", "day.pitchday", "papers", "--for", "winners")

    assert answer.status == 1
    assert "North has 2 of the" in answer.err
    assert "“T1”" not in answer.err


def test_winners_stand_in_the_order_of_the_declared_result(sample: Path, typed: Type) -> None:
    answer = typed("certificates", sample, "papers", "--for", "winners", "--single-file")

    pages = [page.extract_text() for page in PdfReader(next(Path("papers").iterdir())).pages]
    named = zip(pages, ("Team Groundwork", "Team Lantern", "Team Kingfisher"), strict=True)
    assert all(team in page for page, team in named)
    assert "may still change" in answer.err


def test_every_paper_bears_the_code_of_the_result_that_verify_knows(
    sample: Path, typed: Type
) -> None:
    code = json.loads(typed("standings", sample, "--format", "json").out)["code"]

    typed("certificates", sample, "papers", "--for", "judges")
    typed("score-sheets", sample, "papers")

    assert all(f"Result code {code}" in text_of(path) for path in Path("papers").iterdir())
    assert "isn’t published yet" in typed("verify", sample, "--code", code.lower()).out


def test_papers_printed_before_publishing_say_so_across_the_page_in_title_and_name(
    sample: Path, typed: Type
) -> None:
    typed("certificates", sample, "papers", "--for", "winners")
    typed("score-sheets", sample, "papers", "--by", "team")

    for path in Path("papers").iterdir():
        reader = PdfReader(path)
        assert path.stem.endswith(" - DRAFT")
        assert reader.metadata is not None
        assert str(reader.metadata.title).startswith("DRAFT: ")
        assert all("DRAFT" in page.extract_text() for page in reader.pages)


def test_a_batch_printed_again_after_a_new_pin_is_the_same_to_the_byte(
    sample: Path, typed: Type
) -> None:
    typed("certificates", sample, "one", "--for", "winners")
    typed("pins", sample, "J1", "--new", "--yes")
    typed("certificates", sample, "two", "--for", "winners")

    one, two = (
        {path.name: path.read_bytes() for path in Path(folder).iterdir()}
        for folder in ("one", "two")
    )
    assert one
    assert one == two


@pytest.mark.parametrize(
    ("options", "name", "holds"),
    [
        ((), "score sheets by judge", "Score sheet by judge · Director General, HMRC"),
        (
            ("--by", "team"),
            "score sheets by team",
            "Score sheet by team · A tax return that fills itself in",
        ),
    ],
    ids=["by judge", "by team"],
)
def test_score_sheets_are_one_file_of_filled_sheets(
    sample: Path, typed: Type, options: Iterable[str], name: str, holds: str
) -> None:
    answer = typed("score-sheets", sample, "papers", *options)

    (path,) = Path("papers").iterdir()
    assert (answer.status, answer.err) == (0, "")
    assert path.name == f"Tech Connect pitch day - {name} - DRAFT.pdf"
    assert holds in text_of(path)
    assert answer.out == f"1 file with {len(PdfReader(path).pages)} pages in papers\n"


def test_blank_sheets_are_for_the_ballots_still_owed(
    day_files: Path, here: Path, typed: Type
) -> None:
    lines = (day_files / "ballots.csv").read_text("utf-8").splitlines()
    kept = [line for line in lines if not line.startswith("J2,Team Lantern")]
    (day_files / "ballots.csv").write_text("\n".join(kept) + "\n", "utf-8")
    typed("new", here / "day.pitchday", "--title", "Day", "--from", day_files)

    answer = typed("score-sheets", here / "day.pitchday", "papers", "--blank")

    assert answer.out == "1 file with 1 page in papers\n"
    assert "Peter Quayle" in text_of(next(Path("papers").iterdir()))


@pytest.mark.parametrize(("by", "second"), [("judge", "J1-T2"), ("team", "J2-T1")])
def test_blank_sheets_of_a_day_that_owes_none_leave_out_who_was_recused_or_absent(
    sample: Path, typed: Type, by: str, second: str
) -> None:
    answer = typed("score-sheets", sample, "papers", "--blank", "--by", by)

    pages = [page.extract_text() for page in PdfReader(next(Path("papers").iterdir())).pages]
    absent = ("J1-T3", "J5-T5", "J8-T5")
    assert answer.status == 0
    assert len(pages) == 44
    assert f"Sheet {second}" in pages[1]
    assert not any(f"Sheet {code}\n" in page for page in pages for code in absent)


def test_names_that_cannot_be_printed_are_told_with_their_letters_before_anything_is_written(
    day_files: Path, here: Path, typed: Type
) -> None:
    path = day_files / "participants.csv"
    path.write_text(path.read_text("utf-8").replace("Sam Lee", "山田龘郎", 1), "utf-8")
    typed("new", here / "day.pitchday", "--title", "Day", "--from", day_files)

    refused = typed("certificates", here / "day.pitchday", "papers")
    nothing = not Path("papers").exists()
    accepted = typed("certificates", here / "day.pitchday", "papers", "--accept-missing")

    assert refused.status == 1
    assert refused.err.count("\n") == 1
    assert "“山田龘郎” (龘)" in refused.err
    assert nothing
    assert accepted.status == 0
    assert "“山田龘郎” (龘)" in accepted.err


def test_papers_written_again_replace_the_old_ones(sample: Path, typed: Type) -> None:
    typed("certificates", sample, "papers")
    before = everything_in(Path("papers"))

    answer = typed("certificates", sample, "papers")

    assert answer.status == 0
    assert everything_in(Path("papers")) == before


def test_a_folder_made_for_papers_goes_again_if_they_cannot_be_saved(
    sample: Path, typed: Type, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OutputError("The disk is full. Free some space and try again.")

    monkeypatch.setattr("judging_app.export.papers.save_within", fail)
    before = everything_in(sample.parent)

    answer = typed("certificates", sample, "papers")

    answer.assert_refused("The disk is full")
    assert everything_in(sample.parent) == before


def test_the_record_at_closing_is_one_page_without_a_score(sample: Path, typed: Type) -> None:
    before = typed("record", sample, "papers")
    desk = open_event(sample)
    close_scoring(desk, ORGANISER)
    code = desk.record_code()
    desk.close()

    after = typed("record", sample, "papers")

    (paper,) = Path("papers").iterdir()
    assert (before.status, before.out) == (1, "")
    assert before.err == "There is no record at closing yet. Close scoring first.\n"
    assert (after.status, after.err) == (0, "")
    assert paper.name.endswith(" - record at closing.pdf")
    assert len(PdfReader(paper).pages) == 1
    assert code in text_of(paper)
    assert " of 100" not in text_of(paper)
