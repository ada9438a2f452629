"""The record at closing on paper."""

from dataclasses import replace

import pytest

from judging_app.export.leaves.drawing import leaves
from judging_app.present.organiser.closing import HOW_TO_CHECK, ClosingRecord, closing_leaves
from tests.export.stopping import StoppedError, stop
from tests.export.test_take_away import words_of

ROWS = ClosingRecord(
    event="Tech Connect",
    subtitle="15 March 2019, The Old Library",
    closed="Scoring was closed by the host, at 16:02 on 15 March 2019.",
    ballots="When this was printed: 48 ballots = 44 submitted + 2 recused + 2 absent.",
    reason="A train to catch.",
    code="7K2M-QX3F-9B4T-HW6C",
    key="0D5R-M1AA-PZ3W-6T9K",
)


def test_code_key_and_how_to_check_are_on_one_page() -> None:
    paper = leaves(closing_leaves(ROWS))
    said = " ".join(words_of(paper.content).split())

    assert paper.pages == 1
    assert said.count(ROWS.code) == 2  # large, and at the foot as on every paper
    for text in (ROWS.key, ROWS.closed, ROWS.ballots, f"Reason: {ROWS.reason}", *HOW_TO_CHECK):
        assert text in said


def test_without_a_gap_there_is_no_reason_on_it() -> None:
    assert "Reason" not in words_of(leaves(closing_leaves(replace(ROWS, reason=""))).content)


def test_it_is_the_same_to_the_byte_from_run_to_run() -> None:
    assert leaves(closing_leaves(ROWS)).content == leaves(closing_leaves(ROWS)).content


def test_a_cancelled_one_is_not_made() -> None:
    with pytest.raises(StoppedError):
        leaves(closing_leaves(ROWS), progress=stop)
