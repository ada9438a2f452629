"""The organiser's own workbook gives the people of the clean list, however it was saved."""

import csv
from collections.abc import Callable
from pathlib import Path

import pytest

from judging_app.domain.names import name_key
from judging_app.intake.importing.values import Doubt
from judging_app.intake.sheets.reading import read_sheets
from judging_app.intake.sheets.sheet import Cells
from judging_app.intake.tables.problems import Problems
from judging_app.paths import RESOURCES
from judging_app.present.set_up.importing import Status
from tests.intake.importing.importing import imported, people_of
from tests.intake.workbooks import ods, xlsx

WORKBOOK = (Path(__file__).parents[2] / "data" / "lists" / "cohort-as-received.xlsx").read_bytes()
CLEAN = RESOURCES / "samples" / "tech-connect" / "participants.csv"
APART = {Doubt.SAME_PERSON.value: "first", Doubt.SAME_ORGANISATION.value: "apart"}
TOGETHER = {Doubt.SAME_PERSON.value: "first", Doubt.SAME_ORGANISATION.value: "one"}


def clean() -> list[tuple[str, ...]]:
    with CLEAN.open(encoding="utf-8", newline="") as opened:
        return [tuple(row) for row in csv.reader(opened)][1:]


def rows() -> tuple[Cells, ...]:
    return read_sheets("cohort.xlsx", WORKBOOK, Problems())[0].rows


def text(separator: str, quote: str = '"') -> str:
    cells = [
        [f"{quote}{cell}{quote}" if separator in cell else cell for cell in row] for row in rows()
    ]
    return "\r\n".join(separator.join(row) for row in cells)


def test_the_workbook_gives_exactly_the_people_of_the_clean_list_after_two_confirmations() -> None:
    found = imported(WORKBOOK, APART, name="cohort.xlsx")

    assert people_of(found.setup) == clean()
    assert found.open == ()
    assert {question.doubt for question in found.settled} == {
        Doubt.SAME_PERSON,
        Doubt.SAME_ORGANISATION,
    }
    assert found.count(Status.NEW) == 38


def test_organisations_that_are_one_keep_every_name_that_they_go_by() -> None:
    found = imported(WORKBOOK, TOGETHER, name="cohort.xlsx").setup

    names = {one.id: (one.name, *one.other_names) for one in found.organisations}
    for person, wanted in zip(found.participants, clean(), strict=True):
        assert (person.name, person.email, person.sector, person.role) == (*wanted[:3], wanted[4])
        assert person.organisation
        assert wanted[3] in names[person.organisation]
    assert len(names) == 17


def test_everything_that_was_left_out_or_read_otherwise_is_told() -> None:
    found = imported(WORKBOOK, APART, name="cohort.xlsx")

    told = "\n".join(found.notes)
    for part in (
        "Notes",
        "Total 38",
        "the rows above",
        "“Gov”, “Civil service”",
        "“Halfway”",
        "6 teams",
    ):
        assert part in told
    (left,) = (line for line in found.lines if line.status is Status.LEFT)
    assert (left.row, left.why) == (45, "the same person as row 9")


@pytest.mark.parametrize(
    "saved",
    [
        lambda: text(",").encode("utf-8-sig"),
        lambda: text("\t").encode("utf-16"),
        lambda: text(";").encode(),
        lambda: text("\t").encode(),
        lambda: ods({"Cohort": rows(), "Notes": [["Dietary requirements"]]}),
        lambda: xlsx({"Cohort": rows()}),
    ],
    ids=["CSV UTF-8", "Unicode text", "semicolons", "pasted", "ODS", "XLSX"],
)
def test_it_is_the_same_however_it_was_saved(saved: Callable[[], bytes]) -> None:
    assert people_of(imported(saved(), APART).setup) == clean()


def test_it_is_the_same_in_windows_1252_for_every_name_that_has_its_letters_there() -> None:
    lines = text(";").splitlines()
    kept = [line for line in lines if line == line.encode("cp1252", "ignore").decode("cp1252")]
    names = {name_key(line.partition(";")[0]) for line in kept}

    found = imported("\r\n".join(kept).encode("cp1252"), APART)

    assert people_of(found.setup) == [row for row in clean() if name_key(row[0]) in names]
    assert len(found.setup.participants) > 30
    assert "Windows-1252" in found.notes[0]


def test_the_same_file_again_changes_nothing() -> None:
    first = imported(WORKBOOK, TOGETHER, name="cohort.xlsx").setup

    again = imported(WORKBOOK, {Doubt.SAME_PERSON.value: "first"}, first, "cohort.xlsx")

    assert again.setup == first
    assert again.open == ()
    assert again.count(Status.SAME) == 38
