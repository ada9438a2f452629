import pytest

from judging_app import pins
from judging_app.desk import ballots, panel, scoring, sign_in
from judging_app.desk.desk import Desk
from judging_app.domain.ballots import BallotState
from judging_app.domain.ids import JudgeId
from judging_app.domain.roles import HOST, Actor, Role
from judging_app.errors import DeskError, NotAllowedError, UnknownError
from tests.desk.small_event import ADA, HERON, J1, J2, LANTERN, PERCH, TEAMS, submit_wholly

J4 = JudgeId("J4")


def _states(desk: Desk, judge: JudgeId) -> list[BallotState]:
    found = ballots.progress(desk, HOST)
    return [found[judge, team].state for team in TEAMS]


def test_a_judge_who_walks_in_signs_in_with_the_pin_given_and_owes_every_team(
    desk: Desk,
) -> None:
    added = panel.add_judge(desk, HOST, "  Dee   Fox ")

    assert (added.judge.id, added.judge.name) == (J4, "Dee Fox")
    assert pins.is_pin(added.pin)
    sign_in.sign_in(desk, Actor(Role.JUDGE, J4), added.pin)
    assert _states(desk, J4) == [BallotState.NOT_STARTED] * len(TEAMS)
    submit_wholly(desk, J4, LANTERN)
    assert _states(desk, J4)[0] is BallotState.SUBMITTED


def test_the_pin_stands_nowhere_on_the_record(desk: Desk) -> None:
    added = panel.add_judge(desk, HOST, "Dee Fox", pin="640173")

    assert added.pin == "640173"
    assert not [entry for entry in desk.entries() if "640173" in entry.body]


def test_two_judges_cannot_have_one_name(desk: Desk) -> None:
    with pytest.raises(DeskError, match="is already on the panel"):
        panel.add_judge(desk, HOST, "ada reed")
    assert len(desk.setup().judges) == 3


@pytest.mark.parametrize("pin", ["12345", "1234567", "12345a", "１２３４５６"])
def test_a_pin_of_another_form_adds_nobody(desk: Desk, pin: str) -> None:
    with pytest.raises(DeskError, match="PIN has"):
        panel.add_judge(desk, HOST, "Dee Fox", pin=pin)
    assert len(desk.setup().judges) == 3


def test_a_nameless_judge_is_refused(desk: Desk) -> None:
    with pytest.raises(DeskError):
        panel.add_judge(desk, HOST, "   ")
    assert len(desk.setup().judges) == 3


def test_nobody_walks_in_once_scoring_is_closed(desk: Desk) -> None:
    scoring.close_scoring(desk, HOST, "The day is over")

    with pytest.raises(NotAllowedError):
        panel.add_judge(desk, HOST, "Dee Fox")
    assert len(desk.setup().judges) == 3


def test_a_judge_adds_no_judge(desk: Desk) -> None:
    with pytest.raises(NotAllowedError):
        panel.add_judge(desk, ADA, "Dee Fox")
    assert len(desk.setup().judges) == 3


def test_a_judge_who_leaves_early_is_absent_for_what_is_owed_and_only_for_that(
    desk: Desk,
) -> None:
    submit_wholly(desk, J1, LANTERN)
    ballots.recuse(desk, HOST, J1, PERCH, "Employs a member")
    changed = panel.leave_early(desk, HOST, J1, "A train to catch")

    assert _states(desk, J1) == [BallotState.SUBMITTED, BallotState.RECUSED, BallotState.ABSENT]
    assert [(entry.act, entry.subject, entry.reason) for entry in changed.entries] == [
        ("mark absent", f"ballot {J1}/{HERON}", "A train to catch")
    ]
    assert _states(desk, J2) == [BallotState.NOT_STARTED] * len(TEAMS)


def test_a_judge_leaves_with_a_reason_only(desk: Desk) -> None:
    with pytest.raises(DeskError, match="Say why the judge is leaving"):
        panel.leave_early(desk, HOST, J1, " ")
    assert _states(desk, J1) == [BallotState.NOT_STARTED] * len(TEAMS)


def test_a_judge_who_owes_nothing_cannot_be_marked(desk: Desk) -> None:
    panel.leave_early(desk, HOST, J1, "A train to catch")

    with pytest.raises(DeskError, match="has no ballots still to come"):
        panel.leave_early(desk, HOST, J1, "A train to catch")


def test_an_unknown_judge_cannot_leave(desk: Desk) -> None:
    with pytest.raises(UnknownError, match="J9"):
        panel.leave_early(desk, HOST, JudgeId("J9"), "A train to catch")


def test_everything_that_one_act_records_has_one_time(desk: Desk) -> None:
    changed = panel.leave_early(desk, HOST, J1, "A train to catch")

    assert len(changed.entries) == len(TEAMS)
    assert len({entry.at for entry in changed.entries}) == 1
