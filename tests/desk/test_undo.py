from collections.abc import Callable

import pytest

from judging_app.desk import (
    ballots,
    conflicts,
    decisions,
    panel,
    projector,
    result,
    run_order,
    scoring,
    sign_in,
    undo,
)
from judging_app.desk import clock as stage
from judging_app.desk.desk import Desk
from judging_app.desk.undo import Undoable
from judging_app.domain import acts
from judging_app.domain.ballots import BallotState
from judging_app.domain.event import Board, Method, Scene
from judging_app.domain.ids import CriterionId
from judging_app.domain.panel import ConflictDecision
from judging_app.domain.roles import HOST, ORGANISER, Actor, Role
from judging_app.domain.run_order import Slot
from judging_app.domain.standings import Exclusion
from judging_app.errors import DeskError
from tests.desk.small_event import (
    ADA,
    BO,
    HERON,
    IMPACT,
    J1,
    J2,
    LANTERN,
    PERCH,
    PINS,
    TEAMS,
    Clock,
    score_wholly,
    submit_wholly,
)


def _state(desk: Desk) -> BallotState:
    return ballots.progress(desk, HOST)[J1, LANTERN].state


def _scores(desk: Desk) -> dict[CriterionId, int]:
    return dict(ballots.ballot(desk, ADA, J1, LANTERN).scores)


def test_a_judge_takes_back_the_last_score(desk: Desk) -> None:
    ballots.score(desk, ADA, J1, LANTERN, IMPACT, 4)
    ballots.score(desk, ADA, J1, LANTERN, IMPACT, 9)
    undo.undo(desk, ADA)

    assert _scores(desk) == {IMPACT: 4}


def test_the_first_score_undone_leaves_a_ballot_that_is_not_started(desk: Desk) -> None:
    ballots.score(desk, ADA, J1, LANTERN, IMPACT, 4)
    undo.undo(desk, ADA)

    assert (_state(desk), _scores(desk)) == (BallotState.NOT_STARTED, {})


def test_a_judge_marked_absent_gets_the_draft_back_with_its_scores(desk: Desk) -> None:
    score_wholly(desk, J1, LANTERN)
    kept = _scores(desk)
    ballots.mark_absent(desk, HOST, J1, LANTERN)
    undo.undo(desk, HOST)

    assert (_state(desk), _scores(desk)) == (BallotState.DRAFT, kept)


def test_a_recusal_undone_leaves_a_submitted_ballot_that_counts(desk: Desk) -> None:
    submit_wholly(desk, J1, LANTERN)
    ballots.recuse(desk, HOST, J1, LANTERN, "A cousin")
    undo.undo(desk, HOST)

    assert _state(desk) is BallotState.SUBMITTED


def test_what_was_undone_stays_on_the_record_beside_the_undoing(desk: Desk) -> None:
    ballots.mark_absent(desk, HOST, J1, LANTERN)
    changed = undo.undo(desk, HOST)

    last = desk.entries()[-2:]
    assert [entry.act for entry in last] == ["mark absent", "restore ballot"]
    assert changed.entries[-1].reason == undo.UNDONE


def test_a_judge_who_left_early_is_back_for_every_team_at_once(desk: Desk, clock: Clock) -> None:
    score_wholly(desk, J1, LANTERN)
    clock.pass_s(1)
    ballots.mark_absent(desk, HOST, J1, PERCH, "A train to catch")
    clock.pass_s(1)
    panel.leave_early(desk, HOST, J1, "A train to catch")

    assert undo.undoable(desk, HOST) == Undoable("mark absent", f"ballot {J1}/{HERON}", 2)
    undo.undo(desk, HOST)
    states = [ballots.progress(desk, HOST)[J1, team].state for team in TEAMS]
    assert states == [BallotState.DRAFT, BallotState.ABSENT, BallotState.NOT_STARTED]


@pytest.mark.parametrize("first", [Scene.HOLDING, Scene.LOGO])
def test_the_scene_before_comes_back(desk: Desk, first: Scene) -> None:
    projector.show_scene(desk, HOST, first)
    projector.show_scene(desk, HOST, Scene.BLACK)
    undo.undo(desk, HOST)

    assert desk.programme().scene is first


def test_the_first_scene_undone_is_the_holding_scene(desk: Desk) -> None:
    projector.show_scene(desk, HOST, Scene.BLACK)
    undo.undo(desk, HOST)

    assert desk.programme().scene is Scene.HOLDING


def test_the_order_before_a_move_comes_back_with_its_times(desk: Desk) -> None:
    slots = [Slot(team, 60, 30) for team in TEAMS]
    run_order.set_run_order(desk, HOST, slots)
    run_order.set_run_order(desk, HOST, list(reversed(slots)))
    undo.undo(desk, HOST)

    assert run_order.run_order(desk) == tuple(slots)


def test_a_first_move_undone_leaves_the_order_of_the_set_up(desk: Desk) -> None:
    run_order.set_run_order(desk, HOST, [Slot(team) for team in reversed(TEAMS)])
    undo.undo(desk, HOST)

    assert run_order.run_order(desk) == tuple(Slot(team) for team in TEAMS)


def test_a_lot_is_not_undone_until_it_suits(desk: Desk) -> None:
    run_order.draw(desk, HOST, "Tuesday")

    assert undo.undoable(desk, HOST) is None
    with pytest.raises(DeskError, match="nothing to undo"):
        undo.undo(desk, HOST)
    assert run_order.is_drawn(desk)


def test_a_move_in_a_drawn_order_can_be_undone(desk: Desk) -> None:
    run_order.draw(desk, HOST, "Tuesday")
    drawn = run_order.run_order(desk)
    run_order.set_run_order(desk, HOST, list(reversed(drawn)), "Perch is late")
    undo.undo(desk, HOST)

    assert run_order.run_order(desk) == drawn
    assert run_order.is_drawn(desk)


def test_a_nudge_of_the_clock_is_undone_while_it_runs_on(desk: Desk, clock: Clock) -> None:
    stage.start(desk, HOST)
    clock.pass_s(30)
    stage.nudge(desk, HOST, 60)
    clock.pass_s(10)
    undo.undo(desk, HOST)

    now = stage.clock(desk)
    assert (now.is_running, now.left(stage.counted_now(desk)).total_seconds()) == (True, 260)


def test_a_clock_started_by_mistake_is_nobodys_again(desk: Desk) -> None:
    stage.start(desk, HOST)
    undo.undo(desk, HOST)

    assert stage.clock(desk).team is None


def test_going_on_too_early_gives_the_running_pitch_back(desk: Desk, clock: Clock) -> None:
    stage.start(desk, HOST)
    clock.pass_s(30)
    stage.go_on(desk, HOST)
    clock.pass_s(5)
    undo.undo(desk, HOST)

    now = stage.clock(desk)
    assert (now.team, now.is_running) == (LANTERN, True)
    assert now.left(stage.counted_now(desk)).total_seconds() == 265


def test_a_team_taken_out_is_in_again(desk: Desk) -> None:
    decisions.exclude(desk, HOST, PERCH, Exclusion.WITHDRAWN, "Ill")
    undo.undo(desk, HOST)

    assert decisions.exclusions(desk) == ()


def test_a_team_put_back_is_out_again_for_the_same_reason(desk: Desk) -> None:
    decisions.exclude(desk, HOST, PERCH, Exclusion.WITHDRAWN, "Ill")
    decisions.restore(desk, HOST, PERCH, "Well again")
    undo.undo(desk, HOST)

    assert [(one.team, one.reason) for one in decisions.exclusions(desk)] == [(PERCH, "Ill")]


def test_another_persons_act_in_between_ends_the_undoing(desk: Desk) -> None:
    ballots.mark_absent(desk, HOST, J1, LANTERN)
    ballots.score(desk, BO, J2, LANTERN, IMPACT, 4)

    assert undo.undoable(desk, HOST) is None
    with pytest.raises(DeskError):
        undo.undo(desk, HOST)
    assert _state(desk) is BallotState.ABSENT


def test_nobody_undoes_what_another_did(desk: Desk) -> None:
    ballots.mark_absent(desk, HOST, J1, LANTERN)

    assert undo.undoable(desk, ORGANISER) is None
    assert undo.undoable(desk, ADA) is None


def test_an_undoing_is_not_undone_again(desk: Desk) -> None:
    ballots.mark_absent(desk, HOST, J1, LANTERN)
    undo.undo(desk, HOST)

    assert undo.undoable(desk, HOST) is None


def _open_again(desk: Desk) -> None:
    scoring.close_scoring(desk, ORGANISER, "Done")
    scoring.reopen_scoring(desk, ORGANISER, "A sheet was found")


def _decide(desk: Desk) -> None:
    conflicts.declare(desk, ADA, J1, LANTERN, "A cousin")
    conflicts.decide(desk, ORGANISER, J1, LANTERN, ConflictDecision.RECUSED, "Too near")


def _show_board(desk: Desk) -> None:
    projector.show_board(desk, ORGANISER, Board.LIVE)


def _sign_in(desk: Desk) -> None:
    sign_in.sign_in(desk, ORGANISER, PINS[ORGANISER])


@pytest.mark.parametrize("do", [_open_again, _decide, _show_board, _sign_in])
def test_what_has_no_undoing_is_not_offered(desk: Desk, do: Callable[[Desk], None]) -> None:
    do(desk)

    assert undo.undoable(desk, ORGANISER) is None


def test_a_submitted_ballot_is_not_taken_back_by_its_judge(desk: Desk) -> None:
    submit_wholly(desk, J1, LANTERN)

    assert undo.undoable(desk, ADA) is None
    assert _state(desk) is BallotState.SUBMITTED


def test_every_act_can_be_undone_or_a_rule_says_why_not() -> None:
    undone = {acts.ACT_BY_NAME[name] for name in undo._KINDS}

    assert undone | set(undo.NOT_UNDONE) == set(acts.ACTS)
    assert not undone & set(undo.NOT_UNDONE)


def test_a_late_judge_added_by_mistake_leaves_the_panel_and_the_counts(desk: Desk) -> None:
    before = len(ballots.progress(desk, HOST))
    added = panel.add_judge(desk, HOST, "Zoe Late")
    with_it = len(ballots.progress(desk, HOST))
    undo.undo(desk, HOST)

    assert with_it == before + len(TEAMS)
    assert len(ballots.progress(desk, HOST)) == before
    assert added.judge.id not in {one.id for one in desk.setup().judges}
    assert undo.undoable(desk, HOST) is None


def test_the_pin_of_a_judge_taken_back_opens_nothing(desk: Desk) -> None:
    added = panel.add_judge(desk, HOST, "Zoe Late")
    undo.undo(desk, HOST)

    with pytest.raises(DeskError):
        sign_in.sign_in(desk, Actor(Role.JUDGE, added.judge.id), added.pin)


def test_a_late_judge_who_has_signed_in_is_not_taken_back(desk: Desk) -> None:
    added = panel.add_judge(desk, HOST, "Zoe Late")
    sign_in.sign_in(desk, Actor(Role.JUDGE, added.judge.id), added.pin)

    assert undo.undoable(desk, HOST) is None


def test_after_closing_no_judge_leaves_the_panel(desk: Desk) -> None:
    panel.add_judge(desk, HOST, "Zoe Late")
    scoring.close_scoring(desk, HOST, "Done")

    assert undo.undoable(desk, HOST) is None


def test_the_method_before_comes_back_be_it_that_of_the_set_up(desk: Desk) -> None:
    first = desk.event().method
    decisions.declare_method(desk, ORGANISER, Method.MEDIAN, reason="Agreed")
    decisions.declare_method(desk, ORGANISER, Method.RANK, reason="Agreed")
    undo.undo(desk, ORGANISER)
    once = desk.event().method
    decisions.declare_method(desk, ORGANISER, first, reason="Agreed")

    assert once is Method.MEDIAN


def test_the_first_change_of_the_method_undone_is_that_of_the_set_up(desk: Desk) -> None:
    first = desk.event().method
    decisions.declare_method(desk, ORGANISER, Method.MEDIAN, reason="Agreed")
    undo.undo(desk, ORGANISER)

    assert desk.event().method is first


def test_an_agreed_score_undone_is_the_judges_own_again(desk: Desk) -> None:
    submit_wholly(desk, J1, LANTERN)
    scoring.close_scoring(desk, ORGANISER, "Done")
    before = result.basis(desk).counted
    decisions.agree_score(desk, ORGANISER, J1, LANTERN, IMPACT, 1, "Talked over")
    agreed = result.basis(desk).counted
    undo.undo(desk, ORGANISER)

    assert agreed != before
    assert result.basis(desk).counted == before


def test_the_panels_order_undone_leaves_the_scores_to_decide(desk: Desk) -> None:
    submit_wholly(desk, J1, LANTERN)
    scoring.close_scoring(desk, ORGANISER, "Done")
    decisions.decide_order(desk, ORGANISER, [[LANTERN]], "They solve it")
    undo.undo(desk, ORGANISER)

    assert not result.has_decision(desk)
