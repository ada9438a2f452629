"""`judging-app agreement`."""

import json
from pathlib import Path

from judging_app.desk import decisions, events, scoring
from judging_app.domain.ids import CriterionId, JudgeId, TeamId
from judging_app.domain.roles import ORGANISER
from tests.cli.small_folder import write_folder
from tests.cli.typing_words import Type, everything_in

RUBRIC = ("idea,Idea,100,0,100,",)

# The six targets of Shrout and Fleiss, Psychological Bulletin 86 (1979), table 2.
SHROUT_FLEISS = {
    "J1": {"A": "9", "B": "6", "C": "8", "D": "7", "E": "10", "F": "6"},
    "J2": {"A": "2", "B": "1", "C": "4", "D": "1", "E": "5", "F": "2"},
    "J3": {"A": "5", "B": "3", "C": "6", "D": "2", "E": "6", "F": "4"},
    "J4": {"A": "8", "B": "2", "C": "8", "D": "6", "E": "9", "F": "7"},
}


def test_json_has_the_published_correlations_of_a_published_panel(typed: Type, here: Path) -> None:
    folder = write_folder(here / "files", RUBRIC, SHROUT_FLEISS)
    typed("new", here / "day.pitchday", "--title", "Day", "--from", folder)

    answer = typed("agreement", here / "day.pitchday", "--format", "json")

    found = json.loads(answer.out)
    # Source: the same paper, table 4.
    values = {one["key"]: one["value"] for one in found["statistics"]}
    assert {key: round(value, 2) for key, value in values.items() if key[:3] == "icc"} == {
        "icc 1,1": 0.17,
        "icc 2,1": 0.29,
        "icc 3,1": 0.71,
        "icc 1,k": 0.44,
        "icc 2,k": 0.62,
        "icc 3,k": 0.91,
    }
    assert 0 < values["kendall_w"] <= 1
    assert [judge["judge"] for judge in found["judges"]] == ["J1", "J2", "J3", "J4"]


def test_the_table_tells_each_number_with_its_reading_and_every_judge(
    sample: Path, typed: Type
) -> None:
    before = everything_in(sample.parent)

    answer = typed("agreement", sample)

    assert (answer.status, answer.err) == (0, "")
    lines = answer.out.splitlines()
    assert lines[0] == "8 judges scored 6 teams; 44 of 48 ballots are submitted."
    assert any(
        line.startswith("Same order (Kendall’s W): 0.56 for 3 of 6 teams.") for line in lines
    )
    assert any(
        line.startswith("Dame Olwen Prosser (J1): Gives the same teams 12.34 points fewer")
        for line in lines
    )
    assert everything_in(sample.parent) == before


def test_text_and_json_say_the_same_of_every_number_and_every_judge(
    sample: Path, typed: Type
) -> None:
    text = " ".join(typed("agreement", sample).out.split())
    told = json.loads(typed("agreement", sample, "--format", "json").out)

    assert told["lead"] in text
    assert told["caution"] in text
    for one in told["statistics"]:
        of_all = "" if one["teams"] == told["teams"] else f"{one['teams']} of "
        figure = f"{one['value']:.2f} for {of_all}{told['teams']} teams."
        assert f"{one['name']}: {figure} {one['reading']}".strip() in text
    for judge in told["judges"]:
        figures = [judge["mean"], judge["spread"], judge["correlation"]]
        assert f"{judge['name']} ({judge['judge']}): {judge['reading']}" in text
        assert f"({judge['judge']}) {judge['ballots']} of {told['teams']} teams" in text
        assert [f"{one:.2f}" in text for one in figures] == [True] * 3


def test_a_score_agreed_in_moderation_does_not_make_the_panel_look_more_of_one_mind(
    sample: Path, typed: Type
) -> None:
    before = typed("agreement", sample, "--format", "json").out
    desk = events.open_event(sample)
    scoring.close_scoring(desk, ORGANISER)
    ballot = JudgeId("J1"), TeamId("T1"), CriterionId("impact")
    decisions.agree_score(desk, ORGANISER, *ballot, 9, "Heard again.")
    desk.close()

    after = typed("agreement", sample, "--format", "json").out

    assert after == before
