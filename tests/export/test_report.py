from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from judging_app.errors import OutputError
from judging_app.export.leaves.drawing import leaves
from judging_app.export.papers import write_paper
from judging_app.export.pdf import Paper
from judging_app.present.leaves.report import report_leaves
from judging_app.present.organiser.given import Given
from judging_app.present.organiser.headline import Headline
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
from judging_app.present.result.decisions import DecisionLine
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
    decisions=(
        DecisionLine(
            "penalty T2",
            "set_penalty",
            "1 point taken off Perch",
            "",
            kind="Penalty",
            reason="Late",
            by="Decided by the host at 14:32.",
        ),
    ),
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
        Place("1", "Heron", "78.11", "8 of 8 ballots", "", told="1st", exact="7811/100"),
        Place("2", "Perch", "7.50", "7 of 8 ballots", "", told="2nd", note="1 point off"),
    ),
    notes=("Heron and Perch both show 78.11.",),
    ballots="15 of 16 ballots submitted; 1 recused.",
    uncounted=(Uncounted("Ada Reed (J1)", "Perch", "Recused", "Employs a member."),),
    criteria=(CriterionRow("Impact", "60", "1 to 10", "Scored by the organiser."),),
    full_total="100",
    findings=FINDINGS,
    result="Result code 7K2M-9QFA",
    record="B4T1-HW6C",
    headline=Headline(("Heron",), "won 1st place with 78.11 of 100", "8 of 8 ballots"),
    panel=(("Ada Reed (J1)", "Head of Digital, DWP"),),
    given=Given(("Impact",), (("Heron", "7.80", "78.11"), ("Perch", "0.75", "7.50"))),
    rubric="9FR9-T988",
)


def report(rows: Report, *, is_exact: bool = False) -> Paper:
    return leaves(report_leaves(rows, is_exact=is_exact))


def job(rows: Report) -> PaperJob:
    return PaperJob(report_leaves(rows), report_stem(rows.event))


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
        *("won 1st place with 78.11 of 100", "2nd Perch 7.50 7 of 8 1 point off"),
        *("Method: Mean. Scores are in points, out of 100.", "A team’s score is the mean"),
        *("Heron and Perch both show 78.11.", "Both methods name the same winner."),
        *("Lantern and Perch are tied", "Decision 1 · Penalty 1 point taken off Perch."),
        *("“Late.” Decided by the host at 14:32.", "Best pitch: Heron. Best on Pitch."),
        *("15 of 16 ballots submitted", "Ada Reed (J1) Perch Recused: Employs a member."),
        *("Reason: A train to catch.", "The same winner in 1 of 2 checks."),
        *("Impact counts 70 instead of 60 the same", "Median can’t be worked out"),
        *("Impact Scored by the organiser. 60 1 to 10", "Highest possible total: 100."),
        *("Code of this rubric: 9FR9-T988.", "record had the code B4T1-HW6C."),
        *("Ada Reed (J1) Head of Digital, DWP", "Heron 7.80 78.11"),
    ],
)
def test_all_that_stands_behind_a_result_is_on_the_paper(said: str) -> None:
    assert said in words(report(ROWS).content)


def test_the_first_page_says_that_the_result_is_not_published_before_any_place() -> None:
    first = pages(report(ROWS).content)[0]

    assert first.index("Not published") < first.index("Heron")


def test_every_page_has_the_code_of_the_result_and_counts_the_pages() -> None:
    paper = report(replace(ROWS, places=ROWS.places * 60))

    told = pages(paper.content)
    assert paper.pages == len(told) > 2
    for number, text in enumerate(told, 1):
        assert f"Page {number} of {len(told)}" in text
        assert "Result code 7K2M-9QFA" in text


def test_a_table_that_goes_over_the_page_repeats_its_heading() -> None:
    told = pages(report(replace(ROWS, places=ROWS.places * 60)).content)

    with_places = [text for text in told if text.count("8 of 8") > 3]
    assert len(with_places) > 1
    assert all("Score\nof 100" in text or "Score of 100" in text for text in with_places)


def test_figures_end_in_one_line_whatever_their_length() -> None:
    short, long = left_ends(report(ROWS).content, "7.50", "78.11")

    # One tabular figure of the face at this size is 7.5 points wide, so the longer begins further.
    assert short - long == pytest.approx(7.5, abs=0.6)


def test_a_long_reason_wraps_over_the_page_and_no_word_is_lost() -> None:
    reason = " ".join(f"word{number}" for number in range(3000))
    findings = replace(FINDINGS, decisions=(replace(FINDINGS.decisions[0], reason=reason),))

    paper = report(
        replace(ROWS, findings=findings, uncounted=(replace(ROWS.uncounted[0], reason=reason),))
    )

    told = words(paper.content).replace("“", " ").replace(".”", " ").split()
    assert all(told.count(word) == 2 for word in reason.split())


@pytest.mark.parametrize("name", ["W" * 200, "<img src='/etc/passwd'/> & " * 7])
def test_long_and_hostile_names_print_whole_and_as_text(name: str) -> None:
    team = replace(ROWS.places[0], team=name)

    text = "".join(words(report(replace(ROWS, event=name, places=(team,))).content).split())

    assert "".join(name.split()) in text


def test_an_order_of_the_panels_own_stands_beside_the_methods() -> None:
    heron = replace(ROWS.places[0], place="=1", told="Joint 1st", by_scores="4", scored="4th")

    told = words(report(replace(ROWS, places=(heron,))).content)

    assert "Joint 1st Heron 4th 78.11" in told
    assert "The checks are about the scores alone" in told
    assert "By scores" not in words(report(ROWS).content)


def test_nothing_decided_and_no_tie_are_said_in_words() -> None:
    told = words(report(replace(ROWS, findings=Findings("", ChecksView("", ())))).content)

    assert "so no tie had to be broken. The event’s order for ties: the teams are joint." in told
    assert "Nothing was decided beside the scores." in told


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
    written = write_paper(job(ROWS), tmp_path)

    assert [file.name for file in written.files] == ["Tech Connect - result report.pdf"]
    assert written.files[0].read_bytes() == report(ROWS).content


def test_a_report_into_a_folder_that_is_a_file_is_refused(tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    taken.write_text("mine", encoding="utf-8")

    with pytest.raises(OutputError):
        write_paper(job(ROWS), taken)
    assert taken.read_text(encoding="utf-8") == "mine"


def test_a_report_that_is_stopped_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(StoppedError):
        write_paper(job(ROWS), tmp_path, progress=stop)
    assert not list(tmp_path.iterdir())


def test_exact_values_are_there_for_those_who_want_them() -> None:
    assert "7811/100" not in words(report(ROWS).content)
    assert "1st Heron 7811/100" in words(report(ROWS, is_exact=True).content)


def test_joint_winners_have_a_line_each_and_the_summary_is_one_page() -> None:
    joint = replace(ROWS.headline, names=("Heron", "Perch"), won="won joint 1st place")

    first, second, *_ = pages(report(replace(ROWS, headline=joint)).content)

    assert "Heron\nPerch\nwon joint 1st place" in first
    assert "Signed for the panel" in first
    assert second.splitlines()[2] == "Ties and decisions"
