"""People who are known again are changed and never doubled; two of one name stay two."""

import csv
import io

import pytest

from judging_app.domain.names import tidy_name
from judging_app.intake.importing.shown import doubt_lines
from judging_app.intake.importing.values import Doubt
from judging_app.present.set_up.importing import Status
from tests.hard_names import HARD_NAMES
from tests.intake.importing.importing import imported, people_of
from tests.intake.workbooks import ods, xlsx

HEAD = "name,email,sector,organisation,role,team\n"
ADA = "Ada Rees,ada@example.org,government,HMRC,Analyst,Lantern\n"
BO = "Bo Lund,bo@example.org,industry,Kestrel Cloud,,Perch\n"
FIRST = imported(HEAD + ADA + BO).setup


def test_a_corrected_list_changes_those_whom_it_knows_again_and_adds_nobody_twice() -> None:
    corrected = ADA.replace("Ada Rees", "Ada Reeś") + BO.replace("bo@", "bo.lund@")
    more = "Cy Mott,cy@example.org,,,,Lantern\n"

    found = imported(HEAD + corrected + more, setup=FIRST)

    assert [line.status for line in found.lines] == [Status.CHANGED, Status.CHANGED, Status.NEW]
    assert [one.id for one in found.setup.participants] == ["P1", "P2", "P3"]
    assert [row[:2] for row in people_of(found.setup)] == [
        ("Ada Reeś", "ada@example.org"),
        ("Bo Lund", "bo.lund@example.org"),
        ("Cy Mott", "cy@example.org"),
    ]
    assert found.open == ()


def test_those_who_are_not_in_a_list_stay_and_are_named() -> None:
    found = imported(HEAD + ADA, setup=FIRST)

    assert found.setup == FIRST
    assert found.absent == ("Bo Lund",)


def test_a_cell_or_column_that_is_empty_takes_nothing_away() -> None:
    found = imported("name,email\nAda Rees,ada@example.org\n", setup=FIRST)

    assert found.setup == FIRST


def test_a_name_that_is_spelt_otherwise_and_has_no_email_is_asked_about() -> None:
    plain = imported("name,team\nHamza Yildiz,Perch\nBo Lund,Perch\n").setup
    corrected = "name,team\nHamza Yildız,Perch\nBo Lund,Perch\n"

    found = imported(corrected, setup=plain)
    other = imported(corrected, {Doubt.KNOWN_PERSON.value: "apart"}, plain)

    assert [question.doubt for question in found.open] == [Doubt.KNOWN_PERSON]
    assert [one.name for one in found.setup.participants] == ["Hamza Yildız", "Bo Lund"]
    assert len(other.setup.participants) == 3


@pytest.mark.parametrize(
    ("code", "sectors"), [("first", ["x"]), ("second", ["y"]), ("two", ["x", "y"])]
)
def test_one_person_in_two_rows_that_differ_is_asked_about(code: str, sectors: list[str]) -> None:
    text = "name,email,sector\nAda,a@example.org,x\nADA,A@example.org,y\n"

    found = imported(text, {"person:a@example.org": code})

    assert [one.sector for one in found.setup.participants] == sectors
    assert found.open == ()


def test_two_people_of_one_name_are_told_and_not_asked_about() -> None:
    found = imported("name,email\nSam Lee,s1@example.org\nSam Lee,s2@example.org\n")

    assert len(found.setup.participants) == 2
    assert found.open == ()
    assert "list.csv: rows 2 and 3 are different people called “Sam Lee”." in found.notes


def test_a_row_without_a_name_is_left_out_once_that_is_said() -> None:
    found = imported(HEAD + ADA + ",x@example.org,,,,\n,y@example.org,,,,\n")

    (question,) = found.open
    assert (question.doubt, question.rows) == (Doubt.ROW, (3, 4))
    assert [line.row for line in found.lines if line.status is Status.LEFT] == [3, 4]


def test_a_team_that_is_nearly_another_is_asked_about_and_a_numbered_one_is_not() -> None:
    teams = ("Kingfisher", "Kingfisher", "Kingfsher", "Table 1 North", "Table 2 North")
    text = "name,team\n" + "".join(f"Person {n},{team}\n" for n, team in enumerate(teams))

    found = imported(text)

    assert [question.found for question in found.open] == ["Kingfsher"]
    assert [team.name for team in found.setup.teams] == [*teams[:1], *teams[3:]]


@pytest.mark.row(52)
def test_a_team_in_letters_that_only_look_alike_is_asked_about() -> None:
    text = "name,team\nAda,Lantern\nBo,Lantern\nCy,L\N{CYRILLIC SMALL LETTER A}ntern\n"

    assert [question.doubt for question in imported(text).open] == [Doubt.SAME_TEAM]


@pytest.mark.parametrize(
    ("one", "other", "are_asked"),
    [
        ("HMRC", "HM Revenue & Customs", True),
        ("DfE", "Department for Education", True),
        ("MoJ", "Ministry of Justice", True),
        ("Kestrel Cloud", "Kestrel Cloud Ltd", True),
        ("Dept for Work & Pensions", "Department for Work and Pensions", True),
        ("Brackenridge Systems", "Brackenrigde Systems", True),
        ("Home Office", "Cabinet Office", False),
        ("Team 1 School", "Team 2 School", False),
        ("Kestrel Cloud", "Kestrel Data", False),
    ],
)
def test_organisations_that_may_be_one_are_asked_about(
    one: str,
    other: str,
    are_asked: bool,  # noqa: FBT001 - it stands in a table
) -> None:
    found = imported(f"name,organisation\nAda,{one}\nBo,{other}\n")

    assert [question.doubt for question in found.open] == [Doubt.SAME_ORGANISATION] * are_asked
    assert len(found.setup.organisations) == 2 - are_asked


def test_doubts_of_several_organisations_on_one_line_say_which_may_be_which() -> None:
    (line,) = doubt_lines(
        imported(
            "name,organisation\nAda,DWP\nBo,Department for Work and Pensions\n"
            "Cy,HMRC\nDi,HM Revenue and Customs\n"
        ),
        {},
    )

    assert line.doubtful == "2 times."
    assert line.found == (
        "“DWP”: Perhaps the same organisation as “Department for Work and Pensions”. "
        "“HMRC”: Perhaps the same organisation as “HM Revenue and Customs”."
    )


def _hard_list(separator: str) -> str:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=separator).writerows(HARD_ROWS)
    return text.getvalue()


HARD_ROWS = [["name", "email"], *[[one, f"n{at}@example.org"] for at, one in enumerate(HARD_NAMES)]]


@pytest.mark.parametrize(
    "data",
    [
        _hard_list(",").encode(),
        _hard_list(";").encode("utf-16"),
        _hard_list("\t").encode("utf-8-sig"),
        xlsx({"People": HARD_ROWS}),
        ods({"People": HARD_ROWS}),
    ],
    ids=["CSV", "UTF-16", "pasted", "XLSX", "ODS"],
)
def test_all_hard_names_come_in_letter_by_letter(data: bytes) -> None:
    found = imported(data)

    assert [one.name for one in found.setup.participants] == list(map(tidy_name, HARD_NAMES))
    assert len(HARD_NAMES) == 63


def test_what_looks_odd_but_may_be_right_is_kept_and_told() -> None:
    text = "name,email\nADA REES,x@example.org\nbo lund,x@example.org\nCy Mott,\n"

    found = imported(text)

    assert [one.name for one in found.setup.participants] == ["ADA REES", "bo lund", "Cy Mott"]
    assert found.open == ()
    assert found.notes == (
        "list.csv: without an e-mail address, row 4.",
        "list.csv: rows 2 and 3 have the same e-mail address.",
        "list.csv: a name in capitals or in small letters alone, kept as it is, rows 2 and 3.",
    )


def test_what_changes_is_shown_as_it_was_and_as_it_will_be() -> None:
    (line, _) = imported(HEAD + ADA.replace("Analyst", "Adviser") + BO, setup=FIRST).lines

    assert [tuple(cell) for cell in line.changes] == [("role", "Adviser", "Analyst")]
