"""`judging-app standings`."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from judging_app.bundle.cells import guarded
from judging_app.cli.output import table, width
from judging_app.cli.standings import KEYS
from judging_app.desk import events, scoring
from judging_app.domain.roles import ORGANISER
from tests.cli.typing_words import Type, everything_in

MEAN = [
    (1, "Team Groundwork", "74.71", "523/7", 7),
    (2, "Team Lantern", "74.06", "1185/16", 8),
    (3, "Team Kingfisher", "66.94", "1071/16", 8),
    (4, "Team Perch", "66.67", "200/3", 6),
    (5, "Team Halfway", "62.31", "997/16", 8),
    (6, "Team Millrace", "54.93", "769/14", 7),
]
ADJUSTED = [
    (1, "Team Lantern", "74.06", "1185/16", 8),
    (2, "Team Groundwork", "72.95", "8552313/117232", 7),
    (3, "Team Perch", "69.02", "8091185/117232", 6),
    (4, "Team Kingfisher", "66.94", "1071/16", 8),
    (5, "Team Halfway", "62.31", "997/16", 8),
    (6, "Team Millrace", "55.35", "6488521/117232", 7),
]
BOTH = pytest.mark.parametrize(
    ("method", "expected"), [("mean", MEAN), ("adjusted", ADJUSTED)], ids=["mean", "adjusted"]
)


def read(text: str) -> dict[str, Any]:
    """The JSON, its scores as the digits that stand there."""
    found: dict[str, Any] = json.loads(text, parse_float=str)
    return found


@BOTH
def test_json_gives_every_team_with_its_exact_score(
    sample: Path, typed: Type, method: str, expected: list[tuple[object, ...]]
) -> None:
    answer = typed("standings", sample, "--method", method, "--format", "json")

    found = read(answer.out)
    assert (answer.status, answer.err) == (0, "")
    assert list(found) == [
        *("format", "version", "event", "method", "audience", "phase", "edition", "code"),
        *("decision", "order", "left_out", "awards", "standings"),
    ]
    assert found["event"] == "Tech Connect pitch day"
    assert (found["method"], found["audience"]) == (method, "panel")
    assert found["standings"] == [
        {
            "place": place,
            "tied": False,
            "team": team,
            "score": score,
            "exact": exact,
            "ballots": ballots,
            "expected": 8,
            "remark": "provisional",
            "scored_place": place,
            "scored_tied": False,
            "awards": [],
            "edition": 1,
            "code": found["code"],
            "exclusion": None,
            "penalty": 0,
            "points": 0,
        }
        for place, team, score, exact, ballots in expected
    ]


@BOTH
def test_csv_is_rfc_4180_with_the_keys_of_json_as_its_header(
    sample: Path, typed: Type, method: str, expected: list[tuple[object, ...]]
) -> None:
    answer = typed("standings", sample, "--method", method, "--format", "csv")

    head, *rows = csv.reader(io.StringIO(answer.out, newline=""))
    assert answer.status == 0
    assert answer.out.count("\r\n") == answer.out.count("\n") == 7
    assert tuple(head) == KEYS
    assert [row[:12] for row in rows] == [
        [
            *(str(place), "false", team, score, exact, str(ballots), "8", "provisional"),
            *(str(place), "false", "", "1"),
        ]
        for place, team, score, exact, ballots in expected
    ]


@BOTH
def test_the_table_has_every_figure_and_ends_with_firmness_and_record(
    sample: Path, typed: Type, method: str, expected: list[tuple[object, ...]]
) -> None:
    answer = typed("standings", sample, "--method", method)

    lines = answer.out.splitlines()
    figures = [line.split() for line in lines[4:10]]
    assert [(row[0], " ".join(row[1:3]), row[3], row[4], row[5]) for row in figures] == [
        (str(place), team, score, exact, str(ballots))
        for place, team, score, exact, ballots in expected
    ]
    assert lines[-3].startswith(
        "By the mean, Team Groundwork wins with 74.71 of 100. Adjusted for harsh and lenient "
        "judges, Team Lantern wins with 74.06 of 100. A recusal changes the winner: Dame Olwen "
        "Prosser (J1)"
    )
    assert lines[-2].startswith("Result code ")
    assert lines[-1].startswith("Record ")


def test_the_declared_method_is_the_default_one(day_files: Path, here: Path, typed: Type) -> None:
    event = here / "day.pitchday"
    typed("new", event, "--title", "Day", "--from", day_files, "--method", "adjusted")

    answer = typed("standings", event, "--format", "json")

    assert read(answer.out)["method"] == "adjusted"
    assert read(answer.out)["standings"][0]["team"] == "Team Lantern"


def test_before_publishing_the_public_sees_teams_in_order_of_the_set_up_and_no_result(
    sample: Path, typed: Type
) -> None:
    answer = typed("standings", sample, "--audience", "public", "--format", "json")

    rows = read(answer.out)["standings"]
    assert [row["team"] for row in rows] == [
        *("Team Lantern", "Team Kingfisher", "Team Groundwork"),
        *("Team Halfway", "Team Perch", "Team Millrace"),
    ]
    assert {(row["place"], row["tied"], row["score"], row["exact"]) for row in rows} == {
        (None, False, None, None)
    }


@pytest.mark.parametrize("form", ["table", "csv", "json"])
def test_before_publishing_no_form_tells_the_public_a_figure_of_the_result(
    sample: Path, typed: Type, form: str
) -> None:
    answer = typed("standings", sample, "--audience", "public", "--format", form)

    told = [
        figure for row in (*MEAN, *ADJUSTED) for figure in row[2:4] if str(figure) in answer.out
    ]
    assert answer.status == 0
    assert told == []
    assert "wins" not in answer.out


def test_after_publishing_the_public_sees_the_declared_result(sample: Path, typed: Type) -> None:
    desk = events.open_event(sample)
    scoring.close_scoring(desk, ORGANISER)
    scoring.publish(desk, ORGANISER)
    desk.close()

    answer = typed("standings", sample, "--audience", "public", "--format", "json")

    assert [row["exact"] for row in read(answer.out)["standings"]] == [row[3] for row in MEAN]


def test_the_public_is_refused_another_method(sample: Path, typed: Type) -> None:
    before = everything_in(sample.parent)
    answer = typed("standings", sample, "--audience", "public", "--method", "adjusted")

    answer.assert_refused("mean", "Choose that method, or ask for the panel’s view.")
    assert everything_in(sample.parent) == before


def test_a_team_without_a_ballot_has_no_place_and_no_score(
    day_files: Path, here: Path, typed: Type
) -> None:
    for name in ("ballots.csv", "not-scored.csv"):
        (day_files / name).unlink()
    typed("new", here / "day.pitchday", "--title", "Day", "--from", day_files)

    answer = typed("standings", here / "day.pitchday", "--format", "json")

    rows = read(answer.out)["standings"]
    assert {(row["place"], row["score"], row["exact"], row["ballots"]) for row in rows} == {
        (None, None, None, 0)
    }


def test_a_look_at_the_standings_changes_nothing(sample: Path, typed: Type) -> None:
    before = everything_in(sample.parent)

    for form in ("table", "csv", "json"):
        typed("standings", sample, "--format", form)

    assert everything_in(sample.parent) == before


@pytest.mark.row(56)
def test_a_team_named_like_a_formula_is_text_in_a_spreadsheet(
    day_files: Path, here: Path, typed: Type
) -> None:
    for path in day_files.glob("*.csv"):
        path.write_text(path.read_text("utf-8").replace("Team Perch", "=1+1"), "utf-8")
    typed("new", here / "day.pitchday", "--title", "Day", "--from", day_files)

    answer = typed("standings", here / "day.pitchday", "--format", "csv")

    teams = [row[2] for row in csv.reader(io.StringIO(answer.out, newline=""))]
    assert "'=1+1" in teams
    assert "=1+1" not in teams


@pytest.mark.row(56)
@pytest.mark.parametrize(
    "start", ["=", "+", "-", "@", "|", "%", "＝", "＋", "－", "＠", "\t", "  ="]
)
def test_whatever_starts_a_formula_gets_an_apostrophe(start: str) -> None:
    assert guarded(f"{start}1") == f"'{start}1"


def test_other_text_stays_as_it_is() -> None:
    assert [guarded(text) for text in ("", "  ", "Ó Sé", "A-1", "'quoted")] == [
        *("", "  ", "Ó Sé", "A-1", "'quoted")
    ]


def test_a_long_name_takes_several_lines_of_a_narrow_terminal_and_loses_no_letter() -> None:
    name = "The Society for the Improvement of Absolutely Everything 東京都庁"

    lines = list(table(("Place", "Team", "Score"), [("1", name, "74.71")], room=40))

    assert all(width(line) <= 40 for line in lines)
    letters = "".join(line[7:33] if number else "" for number, line in enumerate(lines))
    assert letters.replace(" ", "").startswith(name.replace(" ", "")[:40])
    assert all(word in "\n".join(lines) for word in name.split())


def test_the_public_gets_no_result_as_given(sample: Path, typed: Type) -> None:
    answer = typed("standings", sample, "--as-given", "--audience", "public")

    answer.assert_refused("The public sees only what was announced")


def test_without_agreed_scores_the_result_as_given_is_the_result(sample: Path, typed: Type) -> None:
    asked = ("standings", sample, "--format", "json")

    assert typed(*asked, "--as-given").out == typed(*asked).out
