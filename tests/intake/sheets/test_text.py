"""A list is the same whichever encoding and separator a spreadsheet program saved it with."""

import pytest

from judging_app.intake.sheets.reading import read_sheets
from judging_app.intake.tables.problems import Problems

PLAIN = 'name,email,score\n"Lefèvre, Zoë",zoe@example.org,"7,5"\n007,\u2019s@example.org,\n'
ROWS = (
    ("name", "email", "score"),
    ("Lefèvre, Zoë", "zoe@example.org", "7,5"),
    ("007", "’s@example.org", ""),
)


@pytest.mark.row(51)
@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"]
)
@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_every_encoding_separator_and_end_of_line_gives_the_same_rows(
    encoding: str, separator: str, ends: str
) -> None:
    text = "".join(separator.join(f'"{cell}"' for cell in row) + ends for row in ROWS)
    problems = Problems()

    (sheet,) = read_sheets("list.csv", text.encode(encoding), problems)

    assert sheet.rows == ROWS
    assert not problems.told(())
    assert bool(problems.notes) == (encoding == "cp1252")


def test_the_separator_that_excel_names_is_taken_and_keeps_its_row() -> None:
    (sheet,) = read_sheets("list.csv", b"sep=;\r\nname;email\r\nAda;a@example.org\r\n", Problems())

    assert sheet.rows == ((), ("name", "email"), ("Ada", "a@example.org"))


def test_a_comma_within_names_is_no_separator_where_semicolons_part_them() -> None:
    text = "name;role\nRees, Ada;Analyst, DDaT\nLund, Bo;Adviser, tax\n"

    (sheet,) = read_sheets("list.csv", text.encode(), Problems())

    assert [len(row) for row in sheet.rows] == [2, 2, 2]


def test_a_calendar_or_a_line_of_addressees_that_never_ends_is_given_up_at_once() -> None:
    invited = b"BEGIN:VCALENDAR\nATTENDEE" + b";X=1" * 20_000
    addressed = b"Ada <ada@example.org>;" + b" " * 90_000 + b"Bo"

    told = [read_sheets("list.csv", data, Problems()) for data in (invited, addressed)]

    assert [len(one.rows) for (one,) in told] == [1, 1]
