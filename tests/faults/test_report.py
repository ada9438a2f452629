"""The page about reliability names every row, and calls none met without a result."""

import json
import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.faults.report import MET, page, results
from tests.faults.rows import NOT_MET, NOT_TESTED, ROWS

PAGE = Path(__file__).parents[2] / "docs" / "reliability.md"

CELLS = ("row", "fault", "holds", "goal", "tried", "result", "date")


def table(text: str) -> dict[int, Mapping[str, str]]:
    """Each line of the tables by its row."""
    lines = [line.strip("|").split("|") for line in text.splitlines() if re.match(r"\| \d", line)]
    cells = [[cell.strip() for cell in line] for line in lines]
    return {int(line[0]): dict(zip(CELLS, line, strict=True)) for line in cells}


@pytest.fixture(scope="module")
def published() -> str:
    return PAGE.read_text("utf-8")


def test_the_page_has_every_row_in_its_words(published: str) -> None:
    told = {number: (line["fault"], line["holds"]) for number, line in table(published).items()}

    assert told == {number: (row.fault, row.holds) for number, row in ROWS.items()}


def test_no_row_of_the_page_is_called_met_without_a_result(published: str) -> None:
    for number, line in table(published).items():
        if line["result"] == MET:
            assert re.search(r"\d", line["tried"]), number
            assert re.fullmatch(r"\d{4}-\d\d-\d\d", line["date"]), number


def test_the_page_counts_the_rows_that_it_calls_met(published: str) -> None:
    met = sum(line["result"] == MET for line in table(published).values())

    assert f"**{met} of 60 hold.**" in published


def test_a_row_whose_reason_is_written_is_not_called_met(published: str) -> None:
    for number, reason in {**NOT_TESTED, **NOT_MET}.items():
        assert reason in table(published)[number]["result"]


def told(row: int, outcome: str, test: str = "test", **more: object) -> str:
    line = {"rows": [row], "test": test, "outcome": outcome, "reason": "", "date": "2026-11-29"}
    return json.dumps({**line, "tried": [], **more})


@pytest.mark.parametrize(
    ("lines", "result"),
    [
        ([], "not tried"),
        ([told(24, "passed")], MET),
        ([told(24, "passed"), told(24, "failed", "other")], "**not met**: 1 test of 2 failed"),
        ([told(24, "failed"), told(24, "passed")], MET),
        ([told(24, "passed"), told(24, "failed")], "**not met**: 1 test of 1 failed"),
        ([told(24, "skipped", reason="no root")], "skipped: no root"),
        ([told(24, "passed"), told(24, "skipped", "other", reason="no root")], MET),
    ],
)
def test_a_row_holds_if_the_last_run_of_each_of_its_tests_passed(
    lines: list[str], result: str
) -> None:
    assert table(page(results(lines)))[24]["result"] == result


def test_a_row_that_was_tried_less_often_than_its_goal_says_holds_in_part() -> None:
    kills = {"what": "kills", "count": 600, "fired": 590}
    lines = [told(1, "passed", tried=[kills])]

    assert table(page(results(lines)))[1]["result"] == "in part: 600 of 1,000 tried"


def test_what_was_tried_and_what_took_effect_are_added_up() -> None:
    kills = {"what": "kills", "count": 600, "fired": 590}
    lines = [told(1, "passed", str(at), tried=[kills]) for at in range(2)]

    assert table(page(results(lines)))[1]["tried"] == "1,200 kills (1,180), 2 tests"
