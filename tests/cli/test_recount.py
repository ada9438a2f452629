"""The result of the app against a recount that shares no line with it."""

import json
import subprocess
import sys
from contextlib import closing
from fractions import Fraction
from pathlib import Path

import pytest

from judging_app.desk import decisions, events, scoring
from judging_app.domain.event import Method
from judging_app.domain.ids import CriterionId, JudgeId
from judging_app.domain.roles import ORGANISER
from judging_app.domain.standings import Exclusion
from judging_app.intake.sample import FOLDER
from tests.cli.small_folder import write_folder
from tests.cli.typing_words import Type

RECOUNT = Path(__file__).parents[1] / "recount.py"

ANY_PANEL = [method for method in Method if method is not Method.TRIMMED]
"""Methods that two judges are enough for."""

HALF_STEPS = (
    ("idea,Idea,60,0,10,0.5", "pitch,Pitch,,1,5,"),
    {
        "Ada": {"North": "7.5 4", "South": "8 3", "East": "0.5 1"},
        "Bo": {"North": "6.5 5", "South": "9.5 2"},
        "Cy": {"South": "10 5", "East": "2.5 4"},
    },
)
BELOW_ZERO = (
    ("idea,Idea,60%,−3,3,0.5", "pitch,Pitch,40%,0,10,"),
    {
        "Ada": {"North": "-2.5 0", "South": "3 3", "East": "−3 1"},
        "Bo": {"North": "-.5 0", "South": "0 2.", "East": "-3 4"},
    },
)
TIES = (
    ("idea,Idea,50,1,10,", "pitch,Pitch,50,1,10,"),
    {
        "Ada": {"North": "6 6", "South": "8 4", "East": "2 2", "West": "1 3", "Hill": "9 9"},
        "Bo": {"North": "6 6", "South": "5 7", "East": "3 3", "West": "3 3", "Hill": "9 9"},
    },
)


def printed(*files: Path) -> list[list[str]]:
    """What the recount prints; it runs apart from everything that is installed."""
    words = [sys.executable, "-I", "-S", *map(str, (RECOUNT, *files))]
    said = subprocess.run(words, capture_output=True, check=True).stdout.decode("utf-8")
    return [line.split("\t") for line in said.splitlines()]


def recounted(rubric: Path, ballots: Path) -> list[tuple[int, str, str]]:
    return [(int(place), exact, team) for place, exact, team in printed(rubric, ballots)]


def of_the_app(typed: Type, event: Path) -> list[tuple[int, str, str]]:
    """The app's standings by the mean, teams that share a place by name."""
    answer = typed("standings", event, "--method", "mean", "--format", "json")
    found = json.loads(answer.out)["standings"]
    return sorted((row["place"], row["exact"], row["team"]) for row in found)


def printed_ballots(typed: Type, event: Path) -> Path:
    path = event.with_name("printed.csv")
    path.write_text(typed("ballots", event).out, "utf-8", newline="")
    return path


@pytest.mark.row(43)
def test_a_recount_of_the_sample_has_every_place_and_every_digit(sample: Path, typed: Type) -> None:
    found = recounted(FOLDER / "rubric.csv", printed_ballots(typed, sample))

    assert found == of_the_app(typed, sample)
    assert found[0] == (1, "523/7", "Team Groundwork")


@pytest.mark.row(43)
@pytest.mark.parametrize(
    ("rubric", "scores", "places"),
    [(*HALF_STEPS, [1, 2, 3]), (*TIES, [1, 2, 2, 4, 4]), (*BELOW_ZERO, [1, 2, 3])],
    ids=["half steps and gaps", "ties", "below zero"],
)
def test_a_recount_of_a_small_day_has_every_place_and_every_digit(
    typed: Type,
    here: Path,
    rubric: tuple[str, ...],
    scores: dict[str, dict[str, str]],
    places: list[int],
) -> None:
    folder = write_folder(here / "files", rubric, scores)
    event = here / "day.pitchday"
    typed("new", event, "--title", "Day", "--from", folder)

    found = recounted(folder / "rubric.csv", printed_ballots(typed, event))

    assert found == of_the_app(typed, event)
    assert [place for place, _, _ in found] == places


@pytest.mark.row(43)
def test_the_exports_alone_give_the_announced_places_and_those_by_the_scores(
    sample: Path, typed: Type
) -> None:
    with closing(events.open_event(sample)) as desk:
        scoring.close_scoring(desk, ORGANISER)
        team = {one.name: one.id for one in desk.setup().teams}
        decisions.exclude(
            desk, ORGANISER, team["Team Halfway"], Exclusion.DISQUALIFIED, "Two teams in one."
        )
        decisions.set_penalty(desk, ORGANISER, team["Team Perch"], Fraction(7, 2), "Over time.")
        decisions.agree_score(
            desk, ORGANISER, JudgeId("J2"), team["Team Lantern"], CriterionId("impact"), 10, "Said."
        )
        joint = [[team["Team Lantern"], team["Team Kingfisher"]], [team["Team Groundwork"]]]
        decisions.decide_order(desk, ORGANISER, joint, "Two stood out.")
    ballots, exported = sample.with_name("agreed.csv"), sample.with_name("standings.json")
    ballots.write_text(typed("ballots", sample, "--agreed").out, "utf-8", newline="")
    exported.write_text(typed("standings", sample, "--format", "json").out, "utf-8")

    found = printed(FOLDER / "rubric.csv", ballots, exported)

    rows = json.loads(exported.read_text("utf-8"))["standings"]
    placed = [row for row in rows if row["place"] is not None]
    assert [[str(r["place"]), r["exact"], r["team"], str(r["scored_place"])] for r in placed] == (
        sorted(found, key=lambda line: [row["team"] for row in placed].index(line[2]))
    )
    assert [line[0] for line in found] == ["1", "1", "3", "4", "5"]
    assert [line[3] for line in found if line[2] == "Team Kingfisher"] != ["1"]


@pytest.mark.row(43)
def test_a_changed_score_is_found_by_the_recount(sample: Path, typed: Type) -> None:
    path = printed_ballots(typed, sample)
    text = path.read_text("utf-8")
    changed = text.replace("J1,Team Lantern,impact,7", "J1,Team Lantern,impact,6")
    path.write_text(changed, "utf-8", newline="")

    found = recounted(FOLDER / "rubric.csv", path)

    assert changed != text
    assert found != of_the_app(typed, sample)


def test_totals_below_zero_are_at_every_door(typed: Type, here: Path) -> None:
    folder = write_folder(here / "files", *BELOW_ZERO)
    event = here / "day.pitchday"
    typed("new", event, "--title", "Day", "--from", folder)

    rows = json.loads(typed("standings", event, "--format", "json").out)["standings"]
    assert [(row["team"], row["score"]) for row in rows] == [
        ("South", 40.0),
        ("North", -30.0),
        ("East", -50.0),
    ]
    for words in (
        ("standings", event),
        ("explain", event, "North", "East"),
        ("checks", event),
        ("agreement", event),
        *(("standings", event, "--method", method.value) for method in ANY_PANEL),
        ("score-sheets", event, here / "by judge"),
        ("score-sheets", event, here / "by team", "--by", "team"),
        ("score-sheets", event, here / "blank", "--blank"),
    ):
        answer = typed(*words)
        assert (answer.status, answer.err) == (0, ""), words
