from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from judging_app.errors import OutputError
from judging_app.export.papers import write_paper
from judging_app.export.report import report
from judging_app.present.organiser.papers import PaperJob
from judging_app.present.organiser.report import (
    CriterionRow,
    Findings,
    Place,
    Report,
    Uncounted,
    report_stem,
)
from judging_app.present.result.awards import AwardRow
from judging_app.present.result.checks import CheckRow, ChecksView
from tests.export.stopping import StoppedError, stop
from tests.export.told import missing

CHECKS = ChecksView(
    "The same winner in 1 of 2 checks.",
    (
        CheckRow(
            group="A different weight",
            what="Impact",
            is_same=True,
            mark_text="the same",
            detail="counts 70 instead of 60",
        ),
        CheckRow(
            group="A different method",
            what="Median",
            is_same=None,
            mark_text="can’t be worked out",
            detail="Too few ballots.",
        ),
    ),
)
FINDINGS = Findings(
    comparison="Both methods name the same winner.",
    checks=CHECKS,
    ties=("Lantern and Perch are tied for 2nd place.",),
    decisions=("Decided: 1 point taken off Perch. Reason: late. By the host, at 14:32.",),
    awards=(AwardRow("Best pitch", "Heron", "Best on Pitch."),),
    closed_because="A train to catch.",
)
ROWS = Report(
    event="Tech Connect",
    title="Result report",
    subtitle="3 June 2019",
    status="Not published: for the panel only.",
    method="Mean",
    unit="of 100",
    definition="A team’s score is the mean of its ballots.",
    places=(
        Place("1", "Heron", "78.11", "8 of 8 ballots", ""),
        Place("2", "Perch", "7.50", "7 of 8 ballots", "1 point taken off"),
    ),
    notes=("Heron and Perch both show 78.11.",),
    ballots="15 of 16 ballots submitted; 1 recused.",
    uncounted=(Uncounted("Ada Reed (J1)", "Perch", "Recused", "Employs a member."),),
    criteria=(CriterionRow("Impact", "60", "1 to 10", "Scored by the organiser."),),
    full_total="100",
    findings=FINDINGS,
    record="Record 7K2M-9QFA",
)


def pages(content: bytes) -> list[str]:
    return [page.extract_text() for page in PdfReader(BytesIO(content), strict=True).pages]


def words(content: bytes) -> str:
    return " ".join(" ".join(pages(content)).split())


def left_ends(content: bytes, *figures: str) -> list[float]:
    """Where each figure begins, in points from the left."""
    found: dict[str, float] = {}

    def visit(text: str, _cm: object, matrix: list[float], _font: object, _size: object) -> None:
        if text.strip() in figures:
            found.setdefault(text.strip(), matrix[4])

    for page in PdfReader(BytesIO(content), strict=True).pages:
        page.extract_text(visitor_text=visit)
    return [found[figure] for figure in figures]


@pytest.mark.parametrize(
    "said",
    [
        *("Not published: for the panel only.", "1 point taken off", "78.11", "8 of 8 ballots"),
        *("Method: Mean. Scores are in points, out of 100.", "A team’s score is the mean"),
        *("Heron and Perch both show 78.11.", "Both methods name the same winner."),
        *("Lantern and Perch are tied", "1 point taken off Perch", "Best pitch Heron"),
        *("15 of 16 ballots submitted", "Ada Reed (J1) Perch Recused Employs a member."),
        *("Reason: A train to catch.", "The same winner in 1 of 2 checks."),
        *("Impact, counts 70 instead of 60 the same", "can’t be worked out Too few ballots."),
        *("Impact 60 1 to 10 Scored by the organiser.", "Highest possible total: 100."),
    ],
)
def test_all_that_stands_behind_a_result_is_on_the_paper(said: str) -> None:
    assert said in words(report(ROWS).content)


def test_the_first_page_says_that_the_result_is_not_published_before_any_place() -> None:
    first = pages(report(ROWS).content)[0]

    assert first.index("Not published") < first.index("Heron")


def test_every_page_has_the_record_code_and_counts_the_pages() -> None:
    paper = report(replace(ROWS, places=ROWS.places * 60))

    told = pages(paper.content)
    assert paper.pages == len(told) > 2
    for number, text in enumerate(told, 1):
        assert f"Page {number} of {len(told)}" in text
        assert "Record 7K2M-9QFA" in text


def test_a_table_that_goes_over_the_page_repeats_its_heading() -> None:
    told = pages(report(replace(ROWS, places=ROWS.places * 60)).content)

    with_places = [text for text in told if "78.11\n" in text]
    assert len(with_places) > 1
    assert all("Score of 100" in text for text in with_places)


def test_figures_end_in_one_line_whatever_their_length() -> None:
    short, long = left_ends(report(ROWS).content, "7.50", "78.11")

    # One tabular figure of the face at this size is 6 points wide, so the longer begins further.
    assert short - long == pytest.approx(6, abs=0.5)


def test_a_long_reason_wraps_over_the_page_and_no_word_is_lost() -> None:
    reason = " ".join(f"word{number}" for number in range(3000))
    findings = replace(FINDINGS, decisions=(reason,))

    paper = report(
        replace(ROWS, findings=findings, uncounted=(replace(ROWS.uncounted[0], reason=reason),))
    )

    told = words(paper.content).split()
    assert all(told.count(word) == 2 for word in reason.split())


@pytest.mark.parametrize("name", ["W" * 200, "<img src='/etc/passwd'/> & " * 7])
def test_long_and_hostile_names_print_whole_and_as_text(name: str) -> None:
    team = replace(ROWS.places[0], team=name)

    text = "".join(words(report(replace(ROWS, event=name, places=(team,))).content).split())

    assert "".join(name.split()) in text


def test_an_order_of_the_panels_own_stands_beside_the_methods() -> None:
    decided = replace(ROWS, places=(replace(ROWS.places[0], place="=1", by_scores="4"),))

    told = words(report(decided).content)

    assert "=1 Heron 4 78.11" in told
    assert "the panel’s own decision" in told
    assert "By the scores" not in words(report(ROWS).content)


def test_nothing_decided_and_no_tie_are_said_in_words() -> None:
    told = words(report(replace(ROWS, findings=Findings("", ChecksView("", ())))).content)

    assert "No teams were tied." in told
    assert "No decisions were made." in told


def test_a_method_whose_scores_are_no_points_names_its_unit() -> None:
    told = words(report(replace(ROWS, unit="mean rank, lower is better")).content)

    assert "Scores are mean rank, lower is better." in told


def test_a_name_that_can_not_be_printed_is_reported() -> None:
    team = replace(ROWS.places[0], team="龘龘")

    assert report(replace(ROWS, places=(team,))).unprintable == missing("龘龘")


def test_two_runs_write_the_same_bytes_without_a_face_of_another() -> None:
    one, other = report(ROWS).content, report(ROWS).content

    assert one == other
    assert b"Helvetica" not in one


def test_a_report_is_one_file_named_for_its_event(tmp_path: Path) -> None:
    written = write_paper(PaperJob(ROWS, report_stem(ROWS.event)), tmp_path)

    assert [file.name for file in written.files] == ["Tech Connect - result report.pdf"]
    assert written.files[0].read_bytes() == report(ROWS).content


def test_a_report_into_a_folder_that_is_a_file_is_refused(tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    taken.write_text("mine", encoding="utf-8")

    with pytest.raises(OutputError):
        write_paper(PaperJob(ROWS, "report"), taken)
    assert taken.read_text(encoding="utf-8") == "mine"


def test_a_report_that_is_stopped_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(StoppedError):
        write_paper(PaperJob(ROWS, "report"), tmp_path, progress=stop)
    assert not list(tmp_path.iterdir())
