from collections.abc import Iterable
from fractions import Fraction

import pytest

from judging_app.domain.acts import (
    Act,
    AgreeScore,
    DecideAward,
    DecideOrder,
    DeclareAward,
    DropDecision,
    ExcludeTeam,
    OpenScoring,
    RestoreTeam,
    SetPenalty,
    act_name,
)
from judging_app.domain.decisions import (
    AgreedScore,
    Award,
    AwardDecision,
    AwardKind,
    PanelDecision,
    Penalty,
    TeamExclusion,
)
from judging_app.domain.ids import AwardId, CriterionId, DeviceId, JudgeId, TeamId
from judging_app.domain.journal import Entry, EntryKey
from judging_app.domain.panel import Judge
from judging_app.domain.people import Team
from judging_app.domain.rubric import Criterion, Rubric
from judging_app.domain.standings import Exclusion
from judging_app.domain.subjects import subject
from judging_app.present.result.decisions import DecisionLine, decision_lines, standing
from tests.builders import set_up

_HERON, _PERCH, _GONE = TeamId("T1"), TeamId("T2"), TeamId("T3")
_PITCH = CriterionId("pitch")
_BEST = AwardId("A1")
_SETUP = set_up(
    teams=(Team(_HERON, "Heron"), Team(_PERCH, "Perch")),
    rubric=Rubric((Criterion(_PITCH, "Pitch", Fraction(100), lowest=0, step=Fraction(1, 2)),)),
    judges=(Judge(JudgeId("J1"), "Ada Reed"),),
)
_ORDER = DecideOrder(PanelDecision(((_HERON,), (_PERCH,)), "Level."))
_OUT = ExcludeTeam(TeamExclusion(_HERON, Exclusion.WITHDRAWN, "They left."))


def _entry(number: int, act: Act, reason: str) -> Entry:
    key, at = EntryKey(number, DeviceId("0a0b0c0d")), "2019-03-15T09:00:00+00:00"
    name = act_name(type(act))
    return Entry(key, at, "host", name, subject(act), "", reason, "", "", "", "")


def _lines(*acts: Act, reason: str = "", forgotten: Iterable[Act] = ()) -> tuple[DecisionLine, ...]:
    """The lines of these acts, which were recorded one after the other by the host."""
    gone = list(forgotten)
    return decision_lines(
        _SETUP,
        [
            (_entry(number, act, reason), None if act in gone else act)
            for number, act in enumerate(acts, 1)
        ],
    )


def _penalty(points: str) -> SetPenalty:
    return SetPenalty(Penalty(_HERON, Fraction(points), "Late."))


def _agreed(before: int, after: int) -> AgreeScore:
    return AgreeScore(AgreedScore(JudgeId("J1"), _PERCH, _PITCH, before, after, "A slip."))


@pytest.mark.parametrize(
    ("points", "what"),
    [
        ("1", "1 point taken off Heron"),
        ("5/2", "2.5 points taken off Heron"),
        ("0", "Penalty of Heron removed"),
    ],
)
def test_a_penalty_is_told_in_points(points: str, what: str) -> None:
    (line,) = _lines(_penalty(points), reason="Late.")

    assert line.text.startswith(f"{what}. Reason: Late. Decided by the host at ")
    assert line.can_be_taken_back is (points != "0")


def test_the_newest_comes_first_and_is_the_one_that_stands() -> None:
    lines = _lines(_penalty("1"), _penalty("3"))

    assert [(line.what, line.stands, line.can_be_taken_back) for line in lines] == [
        ("3 points taken off Heron", True, True),
        ("1 point taken off Heron", False, False),
    ]


def test_an_agreed_score_is_told_in_points_from_and_to() -> None:
    (line,) = _lines(_agreed(15, 12))

    assert line.what == "Ada Reed (J1) for Perch on Pitch: 7.5 → 6"
    assert (line.judge, line.team, line.criterion, line.before) == ("J1", "T2", "pitch", 15)


def test_a_score_agreed_back_to_the_judges_own_leaves_nothing_to_take_back() -> None:
    lines = _lines(_agreed(15, 12), _agreed(15, 15))

    assert [line.can_be_taken_back for line in lines] == [False, False]


def test_joint_teams_use_up_the_places_behind_them() -> None:
    (line,) = _lines(DecideOrder(PanelDecision(((_HERON, _PERCH), (_GONE,)), "Level.")))

    assert line.what == "Heron and Perch joint 1st, T3 3rd"


def test_a_dropped_order_stands_in_the_place_of_the_order() -> None:
    lines = _lines(_ORDER, DropDecision())

    assert [(line.what, line.stands) for line in lines] == [
        ("the panel’s order was undone", True),
        ("Heron 1st, Perch 2nd", False),
    ]
    assert standing(lines, DecideOrder) == ()


def test_a_team_put_back_is_out_no_more() -> None:
    lines = _lines(_OUT, RestoreTeam(_HERON))

    assert [line.what for line in lines] == [
        "Heron is back in the result",
        "Heron has withdrawn",
    ]
    assert standing(lines, ExcludeTeam) == ()


def test_what_holds_of_one_kind_comes_with_the_oldest_first() -> None:
    lines = _lines(_OUT, _penalty("2"), ExcludeTeam(TeamExclusion(_PERCH, Exclusion.WITHDRAWN, "")))

    assert [line.what for line in standing(lines, ExcludeTeam)] == [
        "Heron has withdrawn",
        "Perch has withdrawn",
    ]


def test_an_award_is_told_by_its_title() -> None:
    award = DeclareAward(Award(_BEST, "Best pitch", AwardKind.PANEL))
    lines = _lines(award, DecideAward(AwardDecision(_BEST, (_PERCH,), "Clear.")))

    assert [line.what for line in lines] == ["“Best pitch” goes to Perch"]


def test_what_was_forgotten_is_still_a_line() -> None:
    (line,) = _lines(_OUT, forgotten=[_OUT])

    assert line.what == "a decision that has since been erased"
    assert line.act == "exclude team"


def test_an_award_whose_title_was_forgotten_is_told_by_its_id() -> None:
    award = DeclareAward(Award(_BEST, "Best pitch", AwardKind.PANEL))
    given = DecideAward(AwardDecision(_BEST, (_PERCH,), "Clear."))
    lines = _lines(award, given, forgotten=[award])

    assert [line.what for line in lines] == ["“A1” goes to Perch"]


def test_a_dropped_order_is_told_though_its_entry_is_blanked() -> None:
    lines = _lines(_ORDER, DropDecision(), forgotten=[DropDecision()])

    assert [(line.what, line.stands) for line in lines] == [
        ("the panel’s order was undone", True),
        ("Heron 1st, Perch 2nd", False),
    ]


def test_acts_that_decide_nothing_are_passed_over() -> None:
    assert _lines(OpenScoring()) == ()
