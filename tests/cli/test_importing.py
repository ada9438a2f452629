"""`judging-app import`: shown first, asked where it is doubtful, and done wholly or not at all."""

import json
from pathlib import Path

import pytest

from judging_app.desk import events
from judging_app.domain.setup import Setup
from tests.cli.typing_words import Type

WORKBOOK = Path(__file__).parents[1] / "data" / "lists" / "cohort-as-received.xlsx"
APART = ("--answer", "person=first", "--answer", "organisation=apart")


@pytest.fixture
def day(typed: Type, here: Path) -> Path:
    assert typed("new", here / "day.pitchday", "--title", "Our day").status == 0
    return here / "day.pitchday"


def setup(day: Path) -> Setup:
    desk = events.open_event(day)
    try:
        return desk.setup()
    finally:
        desk.close()


def test_an_event_of_a_title_alone_is_filled_from_a_workbook(typed: Type, day: Path) -> None:
    answer = typed("import", day, WORKBOOK, *APART)

    assert (answer.status, answer.err) == (0, "")
    assert "38 new, 0 changed, 0 as it is, 1 left out." in answer.out
    found = setup(day)
    assert (len(found.participants), len(found.teams)) == (38, 6)
    assert typed("verify", day).status == 0


def test_nothing_is_changed_while_a_question_is_open(typed: Type, day: Path) -> None:
    before = day.read_bytes()

    answer = typed("import", day, WORKBOOK, "--answer", "person=first")

    assert answer.status == 1
    assert answer.err.startswith("Nothing was changed: 4 questions to answer first.\n")
    assert "--answer organisation=… with one or apart" in answer.err
    assert day.read_bytes() == before


def test_a_dry_run_shows_every_row_and_changes_nothing(typed: Type, day: Path) -> None:
    before = day.read_bytes()

    answer = typed("import", day, WORKBOOK, "--yes", "--dry-run")

    assert answer.status == 0
    assert answer.out.count(" new ") >= 38
    assert answer.out.endswith("Nothing was changed.\n")
    assert day.read_bytes() == before


def test_the_same_list_again_says_that_there_is_nothing_to_change(typed: Type, day: Path) -> None:
    typed("import", day, WORKBOOK, *APART)

    answer = typed("import", day, WORKBOOK, *APART)

    assert answer.out.endswith("Nothing to change.\n")


def test_new_judges_get_pins_and_the_others_keep_theirs(typed: Type, day: Path, here: Path) -> None:
    (here / "panel.csv").write_text("Judge\nOlwen Prosser\n", "utf-8")
    first = typed("import", day, here / "panel.csv")
    (here / "panel.csv").write_text("Judge\nOlwen Prosser\nOmar Haddad\n", "utf-8")

    second = typed("import", day, here / "panel.csv")

    assert "Olwen Prosser" in first.out
    assert "J2   Omar Haddad" in second.out
    assert "J1   Olwen Prosser" not in second.out


def test_what_was_matched_and_answered_is_kept_in_a_file_and_used_again(
    typed: Type, day: Path, here: Path
) -> None:
    typed("import", day, WORKBOOK, "--yes", "--dry-run", "--match", here / "kept.json")
    kept = json.loads((here / "kept.json").read_text("utf-8"))
    assert kept["answers"]["person:elif.celik4@example.org"] == "first"

    answer = typed("import", day, WORKBOOK, "--match", here / "kept.json")

    assert answer.status == 0
    assert len(setup(day).organisations) == 17


@pytest.mark.parametrize("text", ["", "{}", "[1]", '{"version": 1}', "\0"])
def test_a_file_that_is_no_matching_is_refused(
    typed: Type, day: Path, here: Path, text: str
) -> None:
    (here / "kept.json").write_text(text, "utf-8")

    answer = typed("import", day, WORKBOOK, "--match", here / "kept.json")

    answer.assert_refused("kept.json: This doesn’t say which column is which.")


def test_a_list_that_is_not_there_is_refused_by_name(typed: Type, day: Path, here: Path) -> None:
    typed("import", day, here / "no.xlsx").assert_refused("no.xlsx: The file can’t be read")


def test_a_list_takes_a_reason_once_scoring_is_open(typed: Type, sample: Path, here: Path) -> None:
    (here / "more.csv").write_text("name\nCy Mott\n", "utf-8")
    before = setup(sample)

    answer = typed("import", sample, here / "more.csv")
    unchanged = setup(sample)
    given = typed("import", sample, here / "more.csv", "--reason", "He was left off the list.")

    assert answer.status == 1
    assert "Give a reason" in answer.err
    assert unchanged == before
    assert given.status == 0
    assert [one.name for one in setup(sample).participants][-1] == "Cy Mott"


def test_a_folder_gives_all_its_lists(typed: Type, day: Path, day_files: Path) -> None:
    for name in ("ballots.csv", "not-scored.csv"):
        (day_files / name).unlink()

    assert typed("import", day, day_files, *APART).status == 0
    assert (len(setup(day).participants), len(setup(day).judges)) == (38, 8)
