"""Lists of every make give their people, with at most five decisions, and do so again and again."""

import pytest

from judging_app.intake.importing.shown import doubt_lines
from judging_app.planning.doors_check import DoorsFacts, doors_findings
from judging_app.planning.settings_check import Severity, Subject
from judging_app.present.set_up.importing import Status
from tests.intake.importing.importing import imported, people_of
from tests.intake.importing.makes import ALL_MAKES, Make
from tests.intake.workbooks import xlsx

MOST_DECISIONS = 5


@pytest.mark.parametrize("make", ALL_MAKES, ids=[make.name for make in ALL_MAKES])
def test_a_list_gives_its_people_with_few_decisions(make: Make) -> None:
    found = imported(make.data)
    decisions = len(doubt_lines(found, {}))
    again = imported(make.data, setup=found.setup).setup

    assert people_of(found.setup) == list(make.people)
    assert decisions == make.decisions <= MOST_DECISIONS
    assert found.count(Status.NEW) == len(make.people)
    assert again == found.setup


def test_sheets_that_are_named_after_teams_are_all_taken_in() -> None:
    sheet = [["Name", "Email"]]
    found = imported(
        xlsx(
            {
                "Notes": [["Bring a badge"]],
                "Team Lantern": [*sheet, ["Ada Rees", "ada@example.org"]],
                "Team Perch": [*sheet, ["Bo Lund", "bo@example.org"]],
            }
        )
    )

    people = [(one[0], one[-1]) for one in people_of(found.setup)]
    assert people == [("Ada Rees", "Team Lantern"), ("Bo Lund", "Team Perch")]


@pytest.mark.parametrize("make", ALL_MAKES, ids=[make.name for make in ALL_MAKES])
def test_what_comes_of_a_list_passes_the_check_of_people_and_teams(make: Make) -> None:
    facts = DoorsFacts(imported(make.data).setup)
    found = {one.subject: one.severity for one in doors_findings(facts)}

    has_teams = all(one[-1] for one in make.people)
    assert found[Subject.PEOPLE] is (Severity.RIGHT if has_teams else Severity.LOOK)
    assert found[Subject.TEAMS] is (Severity.RIGHT if has_teams else Severity.WRONG)
    assert found[Subject.LETTERS] is Severity.RIGHT
