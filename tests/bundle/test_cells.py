"""Cells that a spreadsheet could run or turn into something else, out and back."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from judging_app.bundle.cells import guarded, table_rows, table_text, unguarded
from judging_app.bundle.rows import TeamRow
from judging_app.bundle.tables import forms
from tests.bundle.payloads import PAYLOADS, STAY_TEXT

TRICKY = st.text(alphabet="'=+-@|%\t\r\n 7/e\"“é,;", max_size=12)


@given(st.one_of(st.text(max_size=40), TRICKY))
def test_a_guard_can_be_taken_away_again(text: str) -> None:
    assert unguarded(guarded(text)) == text


@given(st.lists(st.one_of(TRICKY, st.text(max_size=20).filter(lambda t: t.isprintable()))))
def test_names_come_back_from_a_table(names: list[str]) -> None:
    rows = tuple(TeamRow(f"T{number}", name, "") for number, name in enumerate(names))

    assert table_rows(forms()["teams"], table_text(forms()["teams"], rows)) == rows


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_payload_begins_a_cell(payload: str) -> None:
    text = table_text(forms()["teams"], (TeamRow("T1", payload, ""),))
    cell = [*csv.reader(io.StringIO(text, newline=""))][1][1]

    assert cell.lstrip()[:1] not in {*"=+-@|%＝＋－＠"}
    assert unguarded(cell) == payload


@pytest.mark.parametrize("text", STAY_TEXT)
def test_what_only_looks_like_a_number_is_written_as_it_is(text: str) -> None:
    assert unguarded(guarded(text)) == text
