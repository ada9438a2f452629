"""The receipt of a submitted ballot: it belongs to one version, and stands on the sheets."""

import pytest

from judging_app.desk import ballots, receipts, scoring, sheets, undo
from judging_app.desk.desk import Desk
from judging_app.desk.papers import SheetOrder, sheet_rows
from judging_app.domain.journal import receipt
from judging_app.domain.roles import HOST, ORGANISER, SCORER
from judging_app.errors import NotAllowedError
from judging_app.present.organiser.score_sheets import JudgeSheet, TeamSheet
from tests.desk.small_event import (
    ADA,
    BO,
    J1,
    J2,
    LANTERN,
    PERCH,
    key_wholly,
    score_wholly,
    submit_wholly,
)

_WHY = "The test says so."


def test_the_receipt_comes_from_the_entry_that_submitted_the_ballot(desk: Desk) -> None:
    score_wholly(desk, J1, LANTERN)
    submitted = ballots.submit(desk, ADA, J1, LANTERN)
    score_wholly(desk, J1, PERCH)

    assert receipts.receipt(desk, ADA, J1, LANTERN) == receipt(submitted.entries[-1].digest)


def test_a_ballot_that_is_not_submitted_has_no_receipt(desk: Desk) -> None:
    score_wholly(desk, J1, LANTERN)

    assert receipts.receipt(desk, ADA, J1, LANTERN) == ""
    assert receipts.receipt(desk, ADA, J1, PERCH) == ""


def test_a_ballot_submitted_again_has_another_receipt(desk: Desk) -> None:
    submit_wholly(desk, J1, LANTERN)
    first = receipts.receipt(desk, ADA, J1, LANTERN)
    ballots.reopen(desk, HOST, J1, LANTERN, _WHY)
    while_open = receipts.receipt(desk, ADA, J1, LANTERN)
    ballots.submit(desk, ADA, J1, LANTERN)

    assert while_open == ""
    assert receipts.receipt(desk, ADA, J1, LANTERN) not in ("", first)


def test_undoing_a_reopening_brings_the_same_receipt_back(desk: Desk) -> None:
    submit_wholly(desk, J1, LANTERN)
    first = receipts.receipt(desk, ADA, J1, LANTERN)
    ballots.reopen(desk, HOST, J1, LANTERN, _WHY)
    undo.undo(desk, HOST)

    assert desk.entries()[-1].act == "restore ballot"
    assert receipts.receipt(desk, ADA, J1, LANTERN) == first


def test_a_sheet_keyed_from_paper_has_a_receipt_too(desk: Desk) -> None:
    key_wholly(desk, J1, LANTERN)
    settled = sheets.settle(desk, SCORER, J1, LANTERN)

    assert receipts.receipt(desk, ADA, J1, LANTERN) == receipt(settled.entries[-1].digest)


def test_a_judge_can_ask_only_for_their_own_receipts(desk: Desk) -> None:
    submit_wholly(desk, J2, LANTERN)
    for ask in (
        lambda: receipts.receipt(desk, ADA, J2, LANTERN),
        lambda: receipts.receipts_of(desk, ADA, J2),
        lambda: receipts.receipts_of(desk, HOST, J2),
    ):
        with pytest.raises(NotAllowedError):
            ask()

        assert desk.entries()[-1].act == "refuse"


def test_each_judge_has_the_receipts_of_what_they_submitted(desk: Desk) -> None:
    submit_wholly(desk, J1, LANTERN)
    submit_wholly(desk, J1, PERCH)
    submit_wholly(desk, J2, LANTERN)

    assert receipts.receipts_of(desk, ADA, J1).keys() == {LANTERN, PERCH}
    assert receipts.receipts_of(desk, BO, J2).keys() == {LANTERN}
    assert receipts.every_receipt(desk).keys() == {(J1, LANTERN), (J1, PERCH), (J2, LANTERN)}


def test_the_receipt_on_the_card_stands_on_both_score_sheets(desk: Desk) -> None:
    submit_wholly(desk, J1, LANTERN)
    said = f"Receipt {receipts.receipt(desk, ADA, J1, LANTERN)}"
    of_judge, of_team = (sheet_rows(desk, ORGANISER, by)[0] for by in SheetOrder)

    assert isinstance(of_judge, JudgeSheet)
    assert isinstance(of_team, TeamSheet)
    assert [block.receipt for block in of_judge.blocks] == [said, "", ""]
    assert [column.receipt for column in of_team.columns] == [said, "", ""]


def test_a_sheet_says_who_keyed_a_ballot_and_why_scoring_was_closed_early(desk: Desk) -> None:
    key_wholly(desk, J1, LANTERN)
    sheets.settle(desk, SCORER, J1, LANTERN)
    scoring.close_scoring(desk, HOST, "The hall closes at six.")
    sheet = sheet_rows(desk, ORGANISER, SheetOrder.JUDGE)[0]

    assert isinstance(sheet, JudgeSheet)
    assert sheet.blocks[0].keyed_by == "From paper, typed in by EM"
    assert "The hall closes at six." in sheet.closing
