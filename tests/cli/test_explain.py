"""`judging-app explain`."""

from pathlib import Path

import pytest

from judging_app.desk import decisions, events
from judging_app.domain.event import Method
from judging_app.domain.ids import TeamId
from judging_app.domain.roles import ORGANISER
from judging_app.domain.standings import Exclusion
from tests.cli.small_folder import write_folder
from tests.cli.typing_words import Type, everything_in

RUBRIC = ("idea,Idea,50,1,10,", "pitch,Pitch,50,1,10,")
TIED = {"Ada": {"North": "6 6", "South": "8 4", "East": "2 2"}, "Bo": {"North": "6 6"}}


@pytest.mark.parametrize(
    ("one", "other"),
    [("Team Groundwork", "Team Lantern"), ("t1", "T3"), ("TEAM  groundwork", "T1")],
)
def test_teams_are_named_by_name_or_code_in_either_order(
    sample: Path, typed: Type, one: str, other: str
) -> None:
    answer = typed("explain", sample, one, other)

    assert (answer.status, answer.err) == (0, "")
    lines = answer.out.splitlines()
    assert lines[0] == "Why is Team Groundwork above Team Lantern?"
    assert "The gap is 0.65." in answer.out
    assert any(line.startswith("Innovation") and "+0.79" in line for line in lines)
    assert any("Prosser (J1)  +1.79  201/112  scored Team Lantern only" in line for line in lines)


def test_the_tie_breaks_that_were_asked_come_last(typed: Type, here: Path) -> None:
    folder = write_folder(here / "files", RUBRIC, TIED)
    event = here / "day.pitchday"
    rules = "head-to-head, criterion:pitch,joint"
    typed("new", event, "--title", "Day", "--from", folder, "--tie-breaks", rules)

    answer = typed("explain", event, "south", "north")

    assert answer.out.startswith("Why is North above South?")
    assert answer.out.splitlines()[-2:] == [
        "By head to head, no team is ahead: North is above South on no ballots and below on none.",
        "By the criterion Pitch, North is ahead of South: North 6.00, South 4.00.",
    ]


@pytest.mark.parametrize("method", [one.value for one in Method])
def test_every_method_explains_its_result(sample: Path, typed: Type, method: str) -> None:
    answer = typed("explain", sample, "T1", "T6", "--method", method)

    assert (answer.status, answer.err) == (0, "")
    assert answer.out.startswith("Why is Team Lantern above Team Millrace?")


def test_a_team_that_is_not_there_is_refused_with_those_that_are(sample: Path, typed: Type) -> None:
    before = everything_in(sample.parent)

    answer = typed("explain", sample, "Team Heron", "T1")

    answer.assert_refused("no team “Team Heron”", "Team Perch (T5)")
    assert everything_in(sample.parent) == before


def test_one_team_twice_is_refused(sample: Path, typed: Type) -> None:
    typed("explain", sample, "T1", "Team Lantern").assert_refused("Choose two different teams")


def test_a_team_without_a_place_is_refused_by_name(sample: Path, typed: Type) -> None:
    desk = events.open_event(sample)
    decisions.exclude(desk, ORGANISER, TeamId("T5"), Exclusion.WITHDRAWN, "They left.")
    desk.close()

    answer = typed("explain", sample, "T5", "T1")

    answer.assert_refused("Team Lantern and Team Perch", "Choose two teams that do.")


@pytest.mark.parametrize(
    "names",
    [
        ("-Minus", "+Plus"),
        ("+Plus", "-minus"),
        ("--", "-Minus", "--Twice"),
        ("--method", "median", "-Minus", "+Plus"),
        ("-Minus", "--method", "median", "+Plus"),
        ("--method", "median", "--", "--Twice", "-Minus"),
    ],
)
def test_a_team_whose_name_looks_like_an_option_is_named_as_it_is(
    names: tuple[str, ...], here: Path, typed: Type
) -> None:
    scores = {judge: {"-Minus": "9 9", "+Plus": "6 6", "--Twice": "5 5"} for judge in ("A", "B")}
    event = here / "day.pitchday"
    typed("new", event, "--title", "Day", "--from", write_folder(here / "files", RUBRIC, scores))

    answer = typed("explain", event, *names)

    assert (answer.status, answer.err) == (0, "")
    assert answer.out.startswith("Why is -Minus above ")


def test_a_name_like_an_option_that_no_team_has_is_refused_as_a_team(
    sample: Path, typed: Type
) -> None:
    typed("explain", sample, "-Foo", "T1").assert_refused("There is no team “-Foo” in this event.")


def test_a_flag_that_explain_does_not_know_is_still_wrong_use(sample: Path, typed: Type) -> None:
    answer = typed("explain", sample, "T1", "T2", "--metod", "mean")

    assert answer.status == 2
    assert "--metod" in answer.err
