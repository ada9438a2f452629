"""Every method, the tie-breaks and the teams that are out, as the command line tells them."""

import json
from fractions import Fraction
from pathlib import Path

import pytest

from judging_app.cli.standings import KEYS
from judging_app.desk import decisions, events
from judging_app.domain.event import Method
from judging_app.domain.ids import TeamId
from judging_app.domain.roles import ORGANISER
from judging_app.domain.standings import Exclusion
from judging_app.present.words.methods import METHOD_WORDS
from tests.cli.small_folder import write_folder
from tests.cli.typing_words import Type, everything_in

RUBRIC = ("idea,Idea,50,1,10,", "pitch,Pitch,50,1,10,")
TIED = {"Ada": {"North": "6 6", "South": "8 4", "East": "2 2"}}
METHODS = pytest.mark.parametrize("method", [one.value for one in Method])


@pytest.fixture
def tied(here: Path) -> Path:
    """A folder in which North and South are level."""
    return write_folder(here / "files", RUBRIC, TIED)


def teams_of(typed: Type, event: Path, *more: str) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(
        typed("standings", event, "--format", "json", *more).out
    )["standings"]
    return found


@METHODS
def test_a_score_is_a_number_in_its_unit_and_stands_for_the_exact_one(
    sample: Path, typed: Type, method: str
) -> None:
    found = teams_of(typed, sample, "--method", method)

    assert [row["place"] for row in found] == [1, 2, 3, 4, 5, 6]
    for row in found:
        assert isinstance(row["score"], int | float)
        assert abs(Fraction(str(row["score"])) - Fraction(str(row["exact"]))) <= Fraction(1, 200)


@METHODS
def test_the_table_tells_the_method_and_the_unit(sample: Path, typed: Type, method: str) -> None:
    answer = typed("standings", sample, "--method", method)

    words = METHOD_WORDS[Method(method)]
    unit = words.unit or "scores out of 100"
    assert answer.status == 0
    assert answer.out.splitlines()[1].lower() == (
        f"standings by {words.in_sentence}, for the panel ({unit})".lower()
    )


@METHODS
def test_an_event_can_be_made_with_every_method(
    typed: Type, day_files: Path, here: Path, method: str
) -> None:
    event = here / "day.pitchday"
    typed("new", event, "--title", "Day", "--from", day_files, "--method", method)

    answer = typed("standings", event, "--format", "json")

    assert json.loads(answer.out)["method"] == method


def test_a_method_that_gives_no_result_is_refused_by_the_teams_name(
    typed: Type, here: Path, tied: Path
) -> None:
    typed("new", here / "day.pitchday", "--title", "Day", "--from", tied)

    answer = typed("standings", here / "day.pitchday", "--method", "trimmed")

    answer.assert_refused("North has 1 of the 4 ballots", "use the mean")


def test_without_tie_breaks_level_teams_share_their_place(
    typed: Type, here: Path, tied: Path
) -> None:
    typed("new", here / "day.pitchday", "--title", "Day", "--from", tied)

    found = teams_of(typed, here / "day.pitchday")

    assert [(row["place"], row["tied"], row["team"]) for row in found] == [
        *((1, True, "North"), (1, True, "South"), (3, False, "East")),
    ]


@pytest.mark.parametrize(
    ("rules", "order"),
    [
        ("criteria", ["South", "North", "East"]),
        ("criterion:pitch", ["North", "South", "East"]),
        ("head-to-head,first-places,highest-ballot,criteria", ["South", "North", "East"]),
    ],
)
def test_declared_tie_breaks_settle_a_tie_in_their_order(
    typed: Type, here: Path, tied: Path, rules: str, order: list[str]
) -> None:
    event = here / "day.pitchday"
    typed("new", event, "--title", "Day", "--from", tied, "--tie-breaks", rules)

    found = teams_of(typed, event)

    assert [row["team"] for row in found] == order
    assert [(row["place"], row["tied"]) for row in found] == [(1, False), (2, False), (3, False)]


def test_joint_before_another_rule_keeps_teams_joint(typed: Type, here: Path, tied: Path) -> None:
    event = here / "day.pitchday"
    typed("new", event, "--title", "Day", "--from", tied, "--tie-breaks", "panel,joint,criteria")

    assert [row["place"] for row in teams_of(typed, event)] == [1, 1, 3]


@pytest.mark.parametrize("rules", ["", "criteria,", "toss", "criterion:", "Criteria;panel"])
def test_a_word_that_is_no_tie_break_is_wrong_use(
    typed: Type, here: Path, tied: Path, rules: str
) -> None:
    before = everything_in(here)

    answer = typed(
        "new", here / "d.pitchday", "--title", "D", "--from", tied, f"--tie-breaks={rules}"
    )

    assert (answer.status, answer.out) == (2, "")
    assert "isn’t a tie-break" in answer.err
    assert everything_in(here) == before


def test_a_tie_break_by_a_criterion_that_is_not_there_is_refused_and_nothing_is_written(
    typed: Type, here: Path, tied: Path
) -> None:
    before = everything_in(here)

    answer = typed(
        *("new", here / "d.pitchday", "--title", "D", "--from", tied),
        *("--tie-breaks", "criterion:charm"),
    )

    answer.assert_refused("no criterion “charm”")
    assert everything_in(here) == before


def test_a_team_that_is_out_is_listed_last_with_its_word(sample: Path, typed: Type) -> None:
    desk = events.open_event(sample)
    decisions.exclude(desk, ORGANISER, TeamId("T3"), Exclusion.DISQUALIFIED, "Two teams in one.")
    decisions.set_penalty(desk, ORGANISER, TeamId("T1"), Fraction(2), "Over time.")
    desk.close()

    table = typed("standings", sample).out.splitlines()
    in_csv = typed("standings", sample, "--format", "csv").out.splitlines()
    found = teams_of(typed, sample)

    assert table[9].split() == ["disqualified", "Team", "Groundwork", "7", "of", "8", "ballots"]
    assert "Team Lantern: 2 points taken off: Over time." in table
    assert {key: found[-1][key] for key in KEYS[:8]} == {
        "place": None,
        "tied": False,
        "team": "Team Groundwork",
        "score": None,
        "exact": None,
        "ballots": 7,
        "expected": 8,
        "remark": "disqualified: Two teams in one.",
    }
    assert found[0]["remark"] == "2 points taken off: Over time.; provisional"
    assert found[1]["remark"] == "provisional"
    assert in_csv[-1].startswith(",false,Team Groundwork,,,7,8,disqualified: Two teams in one.,")


def test_the_public_is_not_told_who_is_out_before_the_result(sample: Path, typed: Type) -> None:
    desk = events.open_event(sample)
    decisions.exclude(desk, ORGANISER, TeamId("T3"), Exclusion.DISQUALIFIED, "Two teams in one.")
    desk.close()

    told = [
        typed("standings", sample, "--audience", "public", "--format", form).out
        for form in ("table", "csv", "json")
    ]

    assert not any("disqualified" in text for text in told)


def test_points_of_the_organiser_in_the_folder_are_in_the_result(
    typed: Type, here: Path, tied: Path
) -> None:
    rubric = tied / "rubric.csv"
    rubric.write_text(
        "criterion,title,weight,min,max,kind\nidea,Idea,50,1,10,judged\npitch,Pitch,30,1,10,judged\n"
        "price,Price,20,0,10,organiser\n",
        "utf-8",
    )
    points = [f"{team},price,{score}" for team, score in (("North", 2), ("South", 5), ("East", 10))]
    (tied / "points.csv").write_text("\n".join(["team,criterion,score", *points, ""]), "utf-8")
    typed("new", here / "day.pitchday", "--title", "Day", "--from", tied)

    found = teams_of(typed, here / "day.pitchday")

    assert [(row["team"], row["exact"]) for row in found] == [
        *(("South", "62/1"), ("North", "52/1"), ("East", "36/1")),
    ]
