"""A workbook is read as a person sees it, or refused by name within its bounds."""

import json
import subprocess
import sys
from collections.abc import Callable, Mapping

import pytest

from judging_app.intake.sheets import workbook
from judging_app.intake.sheets.reading import read_sheets
from judging_app.intake.sheets.sheet import Sheet
from judging_app.intake.tables.problems import Problems
from tests.intake.workbooks import Rows, ods, xlsx, xlsx_parts, zipped

ROWS: Rows = [["name", "no"], ["Ada Rees", 7], ["  007", 7.5]]
SEEN = (("name", "no"), ("Ada Rees", "7"), ("  007", "7.5"))


def read(data: bytes) -> tuple[tuple[Sheet, ...], tuple[str, ...]]:
    problems = Problems()
    sheets = read_sheets("list.xlsx", data, problems)
    return sheets, (*problems.told(()), *problems.notes)


@pytest.mark.parametrize("make", [xlsx, ods])
def test_numbers_are_seen_as_in_a_spreadsheet_and_texts_stay_texts(
    make: Callable[[Mapping[str, Rows]], bytes],
) -> None:
    sheets, told = read(make({"One": ROWS, "Two": [["x"]]}))

    assert [(sheet.name, sheet.rows) for sheet in sheets] == [("One", SEEN), ("Two", (("x",),))]
    assert told == ()


def test_a_cell_merged_over_several_rows_holds_for_each_of_them() -> None:
    rows = [["team", "name"], ["Lantern", "Ada"], ["", "Bo"], ["Perch", "Cy"]]
    merged = '<mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells>'

    (sheet,), _ = read(xlsx({"One": rows}, after=merged))

    assert [row[0] for row in sheet.rows] == ["team", "Lantern", "Lantern", "Perch"]


def test_a_hidden_sheet_is_left_out_and_told() -> None:
    sheets, told = read(xlsx({"One": ROWS, "Old": ROWS}, hidden=frozenset({"Old"})))

    assert [sheet.name for sheet in sheets] == ["One"]
    assert told == ("list.xlsx: the hidden sheet “Old” isn’t read.",)


@pytest.mark.row(50)
def test_a_sheet_that_lies_about_its_size_is_read_to_its_end() -> None:
    parts = xlsx_parts({"One": [["name"], *[["Ada"]] * 300]}, before='<dimension ref="A1:A10"/>')

    (sheet,), _ = read(zipped(parts))

    assert len(sheet.rows) == 301


_FAR = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'


def _with(part: str, old: str, new: str) -> bytes:
    parts = xlsx_parts({"One": ROWS})
    assert old in parts[part]
    return zipped({**parts, part: parts[part].replace(old, new, 1)})


@pytest.mark.row(49)
@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"PK\x03\x04 and nothing else", "is damaged"),
        (xlsx({"One": ROWS})[:700], "is damaged"),
        (zipped({"hello.txt": "x"}), "can’t be read"),
        (zipped({f"{n}": "" for n in range(501)}), "more than 500 parts"),
        (zipped({"xl/worksheets/sheet1.xml": " " * 41_000_000}), "too large"),
        (
            _with("xl/workbook.xml", "<workbook", "<!DOCTYPE x [<!ENTITY a 'b'>]><workbook"),
            "definitions",
        ),
        (_with("xl/worksheets/sheet1.xml", "</sheetData>", _FAR), "too much memory"),
        (b"\xd0\xcf\x11\xe0 and nothing else", "can’t be read"),
    ],
    ids=["no zip", "cut", "no workbook", "many parts", "bomb", "entities", "far cell", "no xls"],
)
def test_a_workbook_that_would_do_harm_is_refused_with_one_sentence(data: bytes, said: str) -> None:
    sheets, (told,) = read(data)

    assert sheets == ()
    assert told.startswith("list.xlsx: The workbook")
    assert said in told


@pytest.mark.row(49)
def test_a_merged_cell_of_the_whole_sheet_and_a_lying_size_do_no_harm() -> None:
    giant = '<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    parts = xlsx_parts({"One": ROWS}, before='<dimension ref="A1:XFD1048576"/>', after=giant)

    (sheet,), _ = read(zipped(parts))

    assert sheet.rows == SEEN


@pytest.mark.row(49)
def test_a_reader_that_takes_too_long_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "LONGEST_WAIT_S", 0)

    sheets, told = read(xlsx({"One": ROWS}))

    assert sheets == ()
    assert "takes too long to read" in told[0]


class StoppedError(Exception):
    """Nobody wants it any more."""


def test_a_reader_that_nobody_waits_for_any_more_is_ended_at_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    started: list[subprocess.Popen[bytes]] = []

    def begun(*_words: object, **_how: object) -> subprocess.Popen[bytes]:
        endless = [sys.executable, "-c", "while True: pass"]
        started.append(begin(endless, stdin=subprocess.PIPE, stdout=subprocess.PIPE))
        return started[-1]

    def stop() -> None:
        if len(asked) > 2:
            raise StoppedError
        asked.append(None)

    asked: list[None] = []
    begin = subprocess.Popen
    monkeypatch.setattr(subprocess, "Popen", begun)

    with pytest.raises(StoppedError):
        read_sheets("list.xlsx", xlsx({"One": ROWS}), Problems(), stop)
    (reader,) = started
    assert len(asked) == 3
    assert reader.returncode is not None
    assert reader.returncode != 0


def test_the_application_itself_can_be_the_reader() -> None:
    words = [sys.executable, "-m", "judging_app", workbook.READ_WORKBOOK, "10", "10"]

    done = subprocess.run(words, input=xlsx({"One": ROWS}), capture_output=True, check=True)

    assert json.loads(done.stdout) == [["One", [list(row) for row in SEEN]]]
