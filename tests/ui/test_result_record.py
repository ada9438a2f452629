import json
from collections.abc import Mapping
from fractions import Fraction

import pytest

from judging_app.domain.ids import CriterionId, DeviceId, JudgeId, TeamId
from judging_app.domain.journal import Entry, EntryKey
from judging_app.domain.panel import Judge
from judging_app.domain.people import Team
from judging_app.domain.rubric import Criterion, Rubric
from judging_app.domain.setup import Setup
from ui.result_record import decision_lines

_SETUP = Setup(
    (),
    (Team(TeamId("T1"), "Heron"), Team(TeamId("T2"), "Perch")),
    (),
    (),
    (),
    Rubric(
        (Criterion(CriterionId("pitch"), "Pitch", Fraction(100), lowest=0, step=Fraction(1, 2)),)
    ),
    (Judge(JudgeId("J1"), "Ada Reed"),),
)


def _entry(number: int, act: str, body: Mapping[str, object] | None, reason: str = "") -> Entry:
    text = "" if body is None else json.dumps(body)
    key = EntryKey(number, DeviceId("0a0b0c0d"))
    at = "2019-03-15T09:00:00+00:00"
    return Entry(key, at, "host", act, "event", text, reason, "", "", "", "")


def _penalty(number: int, points: str) -> Entry:
    body = {"penalty": {"team": "T1", "points": points, "reason": "Late"}}
    return _entry(number, "set penalty", body, "Late.")


@pytest.mark.parametrize(
    ("points", "what"),
    [("1", "1 point off Heron"), ("5/2", "2.5 points off Heron"), ("0", "no points off Heron")],
)
def test_a_penalty_is_told_in_points(points: str, what: str) -> None:
    (line,) = decision_lines(_SETUP, [_penalty(1, points)])

    assert line.text.startswith(f"Decided: {what}, because: Late; by the host, at ")
    assert line.can_be_taken_back is (points != "0")


def test_the_newest_comes_first_and_is_the_one_that_stands() -> None:
    older, newer = _penalty(1, "1"), _penalty(2, "3")
    lines = decision_lines(_SETUP, [older, newer])

    assert [(line.what, line.stands, line.can_be_taken_back) for line in lines] == [
        ("3 points off Heron", True, True),
        ("1 point off Heron", False, False),
    ]


def test_an_agreed_score_is_told_in_points_from_and_to() -> None:
    agreed = {"judge": "J1", "team": "T2", "criterion": "pitch", "before": 15, "after": 12}
    (line,) = decision_lines(_SETUP, [_entry(1, "agree score", {"agreed": agreed})])

    assert line.what == "Ada Reed (J1) for Perch on Pitch: 7.5 → 6"


def test_joint_teams_use_up_the_places_behind_them() -> None:
    body = {"decision": {"order": [["T1", "T2"], ["T3"]], "reason": "Level"}}
    (line,) = decision_lines(_SETUP, [_entry(1, "decide order", body)])

    assert line.what == "Heron and Perch joint 1st, T3 3rd"


def test_an_award_is_told_by_its_title() -> None:
    award = {"award": {"id": "A1", "title": "Best pitch", "kind": "panel"}}
    given = {"decision": {"award": "A1", "teams": ["T2"], "reason": "Clear"}}
    lines = decision_lines(
        _SETUP, [_entry(1, "declare award", award), _entry(2, "decide award", given)]
    )

    assert [line.what for line in lines] == ["“Best pitch” goes to Perch"]


def test_what_was_forgotten_is_still_a_line() -> None:
    (line,) = decision_lines(_SETUP, [_entry(1, "exclude team", None)])

    assert line.what == "something that was since forgotten"


def test_acts_that_decide_nothing_are_passed_over() -> None:
    assert decision_lines(_SETUP, [_entry(1, "open scoring", {})]) == ()
