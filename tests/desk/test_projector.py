"""The host's questions about the projector, from a real event file."""

import pytest

from judging_app.desk import clock as stage
from judging_app.desk import decisions, projector, reveal, scoring
from judging_app.desk.desk import Desk
from judging_app.desk.projector import host_projector, reveal_script, scene_before
from judging_app.desk.standings import result_line
from judging_app.domain.decisions import Award, AwardKind
from judging_app.domain.event import Board, BoardForm, Phase, Scene
from judging_app.domain.ids import AwardId
from judging_app.domain.reveal import RevealKind
from judging_app.domain.roles import HOST, ORGANISER
from judging_app.errors import DeskError, NotAllowedError, SignInError
from judging_app.present.control.reveal import DROPPED
from judging_app.present.result.editions import bare_code
from tests.desk.small_event import (
    ADA,
    HERON,
    IMPACT,
    LANTERN,
    PERCH,
    PINS,
    Clock,
    confirm_reveal,
    submit_all,
    tell,
)


@pytest.fixture
def closed(desk: Desk) -> Desk:
    submit_all(desk)
    scoring.close_scoring(desk, HOST)
    return desk


def test_the_scene_before_is_read_from_the_record(desk: Desk) -> None:
    assert scene_before(desk) is None
    projector.show_scene(desk, HOST, Scene.CLOCK)
    projector.show_scene(desk, HOST, Scene.PROGRESS)
    projector.show_scene(desk, HOST, Scene.BLACK)
    projector.show_scene(desk, HOST, Scene.BLACK)

    assert scene_before(desk) is Scene.PROGRESS
    assert host_projector(desk, HOST).next.scene is Scene.PROGRESS


def test_now_pitching_calls_the_team_that_is_up_next_as_its_picture_says(desk: Desk) -> None:
    stage.start(desk, HOST)
    stage.pause(desk, HOST)
    projector.show_scene(desk, HOST, Scene.UP_NEXT)
    pictured = projector.wall_facts(desk, scene=Scene.NOW_PITCHING).clock.team
    projector.show_scene(desk, HOST, Scene.NOW_PITCHING)

    assert pictured == stage.clock(desk).team == PERCH


def test_now_pitching_takes_no_running_clock_from_anybody_before_its_time_is_over(
    desk: Desk, clock: Clock
) -> None:
    stage.start(desk, HOST)
    for seconds, team in ((30, LANTERN), (300, PERCH)):
        projector.show_scene(desk, HOST, Scene.UP_NEXT)
        clock.pass_s(seconds)
        pictured = projector.wall_facts(desk, scene=Scene.NOW_PITCHING).clock.team
        projector.show_scene(desk, HOST, Scene.NOW_PITCHING)
        assert pictured == stage.clock(desk).team == team

    assert [one.gone_s for one in stage.times(desk)] == [330]


def test_a_board_is_frozen_since_it_was_frozen_whatever_form_it_took_later(
    desk: Desk, clock: Clock
) -> None:
    submit_all(desk)
    projector.show_board(desk, HOST, Board.LIVE)
    clock.pass_s(60)
    projector.show_board(desk, HOST, Board.FROZEN)
    frozen = clock.time
    clock.pass_s(60)
    projector.show_board(desk, HOST, Board.FROZEN, BoardForm.PLACES)

    assert projector.frozen_at(desk) == frozen
    assert projector.wall_facts(desk).frozen_at == frozen


def test_a_reveal_dropped_by_a_decision_is_said_in_words(closed: Desk) -> None:
    tell(closed, 1)
    decisions.decide_order(closed, ORGANISER, [(PERCH,), (LANTERN,), (HERON,)], "The panel talked.")

    panel = host_projector(closed, HOST).reveal

    assert panel.state_text == DROPPED
    assert (panel.is_ready, panel.rows, panel.told) == (False, (), 0)


def test_what_an_award_was_won_with_is_told_with_its_winner_and_not_before(closed: Desk) -> None:
    best = Award(AwardId("best"), "Best impact", AwardKind.CRITERIA, criteria=(IMPACT,))
    choice = Award(AwardId("choice"), "Choice", AwardKind.PANEL)
    for award in (best, choice):
        decisions.declare_award(closed, ORGANISER, award)
    decisions.decide_award(closed, ORGANISER, choice.id, [HERON], "The panel liked it.")
    reveal.plan_reveal(closed, HOST, RevealKind.AWARDS)
    reveal.confirm_reveal(closed, HOST, ORGANISER, PINS[ORGANISER])
    told = []
    for step in range(5):
        reveal.reveal_to(closed, HOST, step)
        told.append(dict(projector.wall_facts(closed).award_scores))

    assert told == [{}, {}, WON_WITH, WON_WITH, WON_WITH]


WON_WITH = {AwardId("best"): ("54.00", "of 60 for Impact")}


def test_those_who_may_confirm_are_everybody_but_the_host_and_the_scorer(closed: Desk) -> None:
    keys = [row.key for row in host_projector(closed, HOST).reveal.seconds]

    assert keys == ["judge:J2", "judge:J3", "judge:J1", "organiser"]  # by family name


def test_a_wrong_pin_of_the_second_person_confirms_nothing(closed: Desk) -> None:
    reveal.plan_reveal(closed, HOST, RevealKind.LAST_TO_FIRST)
    with pytest.raises(SignInError, match="That PIN is wrong"):
        reveal.confirm_reveal(closed, HOST, ORGANISER, "000000")

    assert not host_projector(closed, HOST).reveal.is_ready
    with pytest.raises(DeskError, match="The reveal needs two people"):
        reveal.reveal_to(closed, HOST, 1)


def test_the_second_person_is_not_the_first(closed: Desk) -> None:
    with pytest.raises(DeskError, match="yourself"):
        reveal.confirm_reveal(closed, HOST, HOST, PINS[HOST])


def test_before_scoring_is_closed_the_panel_knows_no_name(desk: Desk) -> None:
    submit_all(desk)
    shown = repr(host_projector(desk, HOST))

    assert [name for name in ("Lantern", "Perch", "Heron") if name in shown] == []


def test_the_script_to_print_has_every_step_and_the_results_code(closed: Desk) -> None:
    with pytest.raises(DeskError, match="Prepare the reveal first"):
        reveal_script(closed, HOST)
    confirm_reveal(closed)

    script = reveal_script(closed, HOST)

    assert [row.words for row in script.rows] == [
        "In third place, Heron.",
        "In second place, Perch.",
        "And in first place, Lantern. Congratulations!",
        f"The code on every paper of this result: {bare_code(script.record)}.",
    ]
    assert script.record == result_line(closed)


def test_no_judge_sees_the_hosts_hold(desk: Desk) -> None:
    with pytest.raises(NotAllowedError):
        host_projector(desk, ADA)


def test_an_amended_result_is_told_published_and_corrected_again(closed: Desk) -> None:
    tell(closed, 3)
    scoring.publish(closed, ORGANISER)
    assert host_projector(closed, ORGANISER).correction.can_amend
    assert not host_projector(closed, HOST).correction.can_amend
    scoring.amend(closed, ORGANISER, "A sheet was found.", "The panel")

    amending = host_projector(closed, ORGANISER)

    assert closed.event().phase is Phase.CLOSED
    assert amending.correction.text.startswith("Edition 2 is being prepared.")
    assert amending.reveal.state_text == DROPPED
    scoring.publish(closed, ORGANISER)
    choices = {one.scene: one.why for one in host_projector(closed, ORGANISER).scenes}
    assert choices[Scene.CORRECTION] == ""
