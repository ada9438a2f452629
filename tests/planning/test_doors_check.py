"""What is looked at before the doors open, besides the settings."""

from dataclasses import replace

import pytest

from judging_app.domain.rubric import Rubric
from judging_app.planning.doors_check import DoorsFacts, doors_findings, named
from judging_app.planning.settings_check import Severity, Subject
from tests.desk.small_event import small_setup

SETUP = small_setup()
WHOLE = replace(
    SETUP,
    participants=tuple(
        replace(one, team=team.id)
        for one, team in zip(SETUP.participants, SETUP.teams, strict=False)
    ),
)
READY = DoorsFacts(WHOLE, decided=2, is_drawn=True)


def _found(facts: DoorsFacts, subject: Subject) -> tuple[Severity, str]:
    return next(
        (one.severity, one.sentence) for one in doors_findings(facts) if one.subject is subject
    )


def test_everything_in_order_is_right_and_needs_nothing() -> None:
    found = list(doors_findings(READY))

    assert {(one.severity, one.remedy) for one in found} == {(Severity.RIGHT, "")}
    assert "All 2 are decided." in [one.sentence for one in found]


@pytest.mark.parametrize(
    ("facts", "subject", "severity", "sentence"),
    [
        (
            replace(READY, undecided=11),
            Subject.CONFLICTS,
            Severity.WRONG,
            "11 conflicts of interest aren’t decided.",
        ),
        (
            replace(READY, without_pin=("Omar Haddad",)),
            Subject.PINS,
            Severity.WRONG,
            "Omar Haddad has no PIN.",
        ),
        (
            replace(READY, is_drawn=False),
            Subject.RUN_ORDER,
            Severity.LOOK,
            "The order isn’t drawn by lot.",
        ),
        (
            replace(READY, unprintable=(("გიორგი", "გიორ"),)),
            Subject.LETTERS,
            Severity.LOOK,
            "No font on paper has all letters of გიორგი (გიორ).",
        ),
        (
            replace(READY, setup=replace(WHOLE, teams=(), participants=())),
            Subject.TEAMS,
            Severity.WRONG,
            "There is no team.",
        ),
        (
            replace(READY, setup=replace(WHOLE, judges=())),
            Subject.PANEL,
            Severity.WRONG,
            "There are no judges.",
        ),
        (
            replace(READY, setup=replace(WHOLE, rubric=Rubric(()))),
            Subject.RUBRIC,
            Severity.WRONG,
            "There is no rubric.",
        ),
        (
            replace(READY, added=1),
            Subject.RUN_ORDER,
            Severity.LOOK,
            "1 team was added after the order was drawn by lot.",
        ),
    ],
)
def test_what_is_the_matter_is_said_with_its_subject_and_how_bad_it_is(
    facts: DoorsFacts, subject: Subject, severity: Severity, sentence: str
) -> None:
    assert _found(facts, subject) == (severity, sentence)


def test_somebody_without_a_team_is_named() -> None:
    alone = replace(WHOLE.participants[0], team=None)
    setup = replace(WHOLE, participants=(alone, *WHOLE.participants[1:]))

    severity, said = _found(replace(READY, setup=setup), Subject.PEOPLE)

    assert (severity, said) == (Severity.LOOK, f"{alone.name} is in no team.")


def test_of_many_names_three_are_said_and_the_others_counted() -> None:
    assert named(["A", "B", "C", "D"]) == "A, B, C and D"
    assert named(list("ABCDE")) == "A, B, C and 2 others"
