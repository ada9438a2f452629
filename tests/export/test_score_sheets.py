from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from judging_app.errors import OutputError
from judging_app.export.score_sheets import score_sheets
from judging_app.present.organiser.blank_sheets import BlankLine, BlankSheet
from judging_app.present.organiser.score_sheets import (
    BallotBlock,
    CriterionLine,
    JudgeColumn,
    JudgeSheet,
    Remark,
    ScoreLine,
    TeamSheet,
)
from tests.export.stopping import StoppedError, stop
from tests.export.told import missing

BLOCK = BallotBlock(
    team="Team Lantern",
    challenge="Cutting the backlog",
    state="Submitted",
    lines=(ScoreLine("Impact", "60", "7", "10", "42.00"),),
    total="78.11",
    remarks=(Remark("For the team", "Well argued."),),
)
JUDGE = JudgeSheet("J1", "Tech Connect", "Score sheet of Olwen", "HMRC", "100", (BLOCK,), "Rec 7")
BLANK = BlankSheet(
    id="J1-T3",
    event="Tech Connect",
    title="Team Lantern",
    subtitle="",
    judge="Olwen",
    lines=(BlankLine("Impact", "weight 60", tuple("12345"), "1 to 5"),),
    record="Rec 7",
)


def team_sheet(judges: int, criteria: int = 1, title: str = "Impact") -> TeamSheet:
    return TeamSheet(
        id="T1",
        event="Tech Connect",
        title="Score sheet for Team Lantern",
        subtitle="",
        criteria=tuple(
            CriterionLine(f"{title} {number}", "weight 60 · out of 10", "7.00")
            for number in range(criteria)
        ),
        columns=tuple(
            JudgeColumn(f"J{number}", f"Judge {number}", "Submitted", ("10.0",) * criteria, "1.23")
            for number in range(judges)
        ),
        mean_total="78.11",
        result="Mean total 78.11 of 100 · 7 of 8 ballots",
        remarks=(),
        record="",
    )


def texts(content: bytes) -> list[str]:
    return [page.extract_text() for page in PdfReader(BytesIO(content), strict=True).pages]


def test_a_judges_sheet_shows_scores_total_and_comments() -> None:
    (text,) = texts(score_sheets([JUDGE]).content)

    for expected in ("Score sheet of Olwen", "Impact", "42.00", "78.11", "Well argued.", "Rec 7"):
        assert expected in text


def test_every_page_names_its_sheet_and_counts_the_sheets_pages() -> None:
    long = replace(JUDGE, id="J2", blocks=(BLOCK,) * 12)

    paper = score_sheets([JUDGE, long])

    one, *others = texts(paper.content)
    assert "Page 1 of 1" in one
    assert paper.pages == len(others) + 1
    for number, text in enumerate(others, 1):
        assert f"Page {number} of {len(others)}" in text
        assert "Sheet J2" in text


def test_a_long_comment_goes_on_over_the_page_and_no_word_is_lost() -> None:
    comment = " ".join(f"word{number}" for number in range(5000))
    block = replace(BLOCK, remarks=(Remark("For the team", comment),))

    paper = score_sheets([replace(JUDGE, blocks=(block,))])

    printed = " ".join(texts(paper.content)).split()
    assert paper.pages > 2
    assert {word for word in printed if word.startswith("word")} == set(comment.split())


@pytest.mark.parametrize("judges", [0, 1, 8, 13, 60])
def test_every_judge_of_a_panel_of_any_size_has_a_column(judges: int) -> None:
    text = " ".join(texts(score_sheets([team_sheet(judges)]).content))

    assert all(f"Judge {number} " in text for number in range(judges))
    assert text.split().count("1.23") == judges
    assert text.split().count("78.11") == 2


def test_a_table_that_goes_over_the_page_repeats_its_heading() -> None:
    pages = texts(score_sheets([team_sheet(3, 40)]).content)

    assert len(pages) > 1
    assert all("J0 J1 J2" in " ".join(page.split()) for page in pages if "Impact" in page)


@pytest.mark.parametrize("title", ["W" * 200, "<img src='/etc/passwd'/> & " * 7])
def test_long_and_hostile_titles_print_as_text(title: str) -> None:
    sheets = (
        replace(JUDGE, title=title, subtitle=title, event=title),
        team_sheet(8, 12, title),
        replace(BLANK, title=title, lines=(replace(BLANK.lines[0], title=title),)),
    )

    text = "".join("".join(texts(score_sheets(sheets).content)).split())

    assert "".join(title.split()) in text


def test_receipt_clerks_and_the_reason_for_closing_stand_on_both_sheets() -> None:
    receipt, keyed, closing = (
        "Receipt KQZM",
        "From paper, typed in by AB and CD",
        "Closed, because: late",
    )
    block = replace(BLOCK, receipt=receipt, keyed_by=keyed)
    team = team_sheet(1)
    column = replace(team.columns[0], receipt=receipt, keyed_by=keyed)
    sheets = (
        replace(JUDGE, blocks=(block,), closing=closing),
        replace(team, columns=(column,), closing=closing),
    )

    judges, teams = texts(score_sheets(sheets).content)

    assert f"Cutting the backlog · Submitted · {receipt} · {keyed}" in judges
    assert f"Judge 0 – Submitted · {receipt} · {keyed}" in teams
    assert closing in judges
    assert closing in teams


def test_a_blank_sheet_has_its_code_its_boxes_and_a_line_to_sign() -> None:
    (text,) = texts(score_sheets([BLANK]).content)

    for expected in ("Sheet J1-T3", "Judge: Olwen", "Impact", "1\n2\n3\n4\n5", "Judge’s signature"):
        assert expected in text


def test_a_comment_that_can_not_be_printed_is_reported() -> None:
    block = replace(BLOCK, remarks=(Remark("For the team", "龘龘"),))

    assert score_sheets([replace(JUDGE, blocks=(block,))]).unprintable == missing("龘龘")


@pytest.mark.parametrize("sheet", [JUDGE, team_sheet(1)], ids=["judge", "team"])
def test_a_reason_or_a_clerk_that_can_not_be_printed_is_reported(
    sheet: JudgeSheet | TeamSheet,
) -> None:
    keyed = (
        replace(sheet, blocks=(replace(BLOCK, keyed_by="龘"),), closing="靐")
        if isinstance(sheet, JudgeSheet)
        else replace(sheet, columns=(replace(sheet.columns[0], keyed_by="龘"),), closing="靐")
    )

    assert set(score_sheets([keyed]).unprintable) == {*missing("龘", "靐")}


def test_two_runs_write_the_same_bytes() -> None:
    sheets = (JUDGE, team_sheet(8, 5), BLANK)

    assert score_sheets(sheets).content == score_sheets(sheets).content


def test_only_the_applications_own_faces_are_in_a_file() -> None:
    assert b"Helvetica" not in score_sheets([JUDGE]).content


def test_no_sheet_at_all_is_said() -> None:
    with pytest.raises(OutputError, match="no score sheets to print"):
        score_sheets([])


def test_work_that_is_stopped_gives_no_paper() -> None:
    with pytest.raises(StoppedError):
        score_sheets([JUDGE], progress=stop)
