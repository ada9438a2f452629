from datetime import timedelta

import pytest

from judging_app.desk import clock as stage
from judging_app.desk import decisions, events, run_order
from judging_app.desk.desk import Desk
from judging_app.domain.clock import ClockPart, PartTime
from judging_app.domain.roles import HOST, ORGANISER, Actor
from judging_app.domain.run_order import DayEntry, DayPlan, Slot
from judging_app.domain.standings import Exclusion
from judging_app.errors import DeskError, NotAllowedError
from judging_app.present.time_of_day import clock_text
from tests.desk.small_event import ADA, HERON, LANTERN, PERCH, TEAMS, Clock

PITCH_S, QUESTIONS_S = 300, 180


@pytest.fixture
def time(clock: Clock) -> Clock:
    """What the desk takes for the time of day."""
    return clock


def _left(desk: Desk) -> float:
    return stage.clock(desk).left(stage.counted_now(desk)).total_seconds()


def _whose(desk: Desk) -> tuple[str | None, ClockPart]:
    now = stage.clock(desk)
    return now.team, now.part


def test_the_first_start_begins_the_first_teams_pitch(desk: Desk) -> None:
    stage.start(desk, HOST)

    assert _whose(desk) == (LANTERN, ClockPart.PITCH)
    assert stage.clock(desk).is_running
    assert _left(desk) == PITCH_S


def test_a_running_clock_counts_down_and_a_paused_one_stands(desk: Desk, time: Clock) -> None:
    stage.start(desk, HOST)
    time.pass_s(70)
    stage.pause(desk, HOST)
    time.pass_s(1_000)

    assert _left(desk) == PITCH_S - 70

    stage.start(desk, HOST)
    time.pass_s(10)
    assert _left(desk) == PITCH_S - 80


def test_a_second_start_takes_no_time_away(desk: Desk, time: Clock) -> None:
    stage.start(desk, HOST)
    time.pass_s(20)
    stage.start(desk, HOST)

    assert _left(desk) == PITCH_S - 20


def test_a_clock_that_runs_goes_on_through_a_restart(desk: Desk, time: Clock) -> None:
    stage.start(desk, HOST)
    time.pass_s(100)
    path = desk.file.path
    desk.close()
    time.pass_s(50)
    again = events.open_event(path, time)

    assert _left(again) == PITCH_S - 150
    assert stage.clock(again).is_running
    again.close()


def test_overtime_is_less_than_nothing_left(desk: Desk, time: Clock) -> None:
    stage.start(desk, HOST)
    time.pass_s(PITCH_S + 42)

    assert _left(desk) == -42


def test_going_on_leads_to_the_questions_then_to_the_next_team(desk: Desk) -> None:
    stage.start(desk, HOST)
    seen = [_whose(desk)]
    for _ in range(3):
        stage.go_on(desk, HOST)
        seen.append(_whose(desk))

    assert seen == [
        (LANTERN, ClockPart.PITCH),
        (LANTERN, ClockPart.QUESTIONS),
        (PERCH, ClockPart.PITCH),
        (PERCH, ClockPart.QUESTIONS),
    ]
    assert not stage.clock(desk).is_running


def test_a_team_without_questions_is_followed_by_the_next(desk: Desk) -> None:
    run_order.set_run_order(desk, HOST, [Slot(team, 60, 0) for team in TEAMS])
    stage.start(desk, HOST)
    stage.go_on(desk, HOST)

    assert _whose(desk) == (PERCH, ClockPart.PITCH)


def test_after_the_last_team_there_is_nobody_to_go_on_to(desk: Desk) -> None:
    stage.call(desk, HOST, HERON, ClockPart.QUESTIONS)

    with pytest.raises(DeskError, match="That was the last team"):
        stage.go_on(desk, HOST)
    assert _whose(desk) == (HERON, ClockPart.QUESTIONS)
    assert stage.next_team(desk) is None


def test_time_can_be_given_and_taken(desk: Desk) -> None:
    stage.start(desk, HOST)
    stage.nudge(desk, HOST, 60)
    stage.nudge(desk, HOST, -120)

    assert _left(desk) == PITCH_S - 60


def test_more_is_not_taken_than_there_is(desk: Desk) -> None:
    stage.start(desk, HOST)
    stage.nudge(desk, HOST, -10_000)

    assert _left(desk) == 0


def test_a_wrong_time_is_put_right_and_goes_on(desk: Desk, time: Clock) -> None:
    stage.start(desk, HOST)
    time.pass_s(200)
    stage.put_right(desk, HOST, 250)
    time.pass_s(10)

    assert _left(desk) == 240


def test_more_than_four_hours_are_refused_and_the_clock_stays(desk: Desk) -> None:
    stage.start(desk, HOST)

    with pytest.raises(DeskError, match="240 minutes"):
        stage.put_right(desk, HOST, 5 * 60 * 60)
    assert _left(desk) == PITCH_S


def test_any_team_can_be_called(desk: Desk) -> None:
    stage.call(desk, HOST, HERON)

    assert _whose(desk) == (HERON, ClockPart.PITCH)


def test_a_team_that_withdrew_is_passed_over_and_not_called(desk: Desk) -> None:
    stage.start(desk, HOST)
    decisions.exclude(desk, HOST, PERCH, Exclusion.WITHDRAWN, "Ill")

    assert stage.next_team(desk) == HERON
    with pytest.raises(DeskError, match="isn’t going to pitch"):
        stage.call(desk, HOST, PERCH)


def test_a_disqualified_team_still_pitches(desk: Desk) -> None:
    decisions.exclude(desk, HOST, LANTERN, Exclusion.DISQUALIFIED, "Too many members")
    stage.start(desk, HOST)

    assert _whose(desk) == (LANTERN, ClockPart.PITCH)


def test_a_team_that_withdraws_in_its_own_turn_is_followed_by_the_one_after_it(
    desk: Desk,
) -> None:
    stage.call(desk, HOST, PERCH)
    decisions.exclude(desk, HOST, PERCH, Exclusion.WITHDRAWN, "Ill")
    stage.go_on(desk, HOST)

    assert _whose(desk) == (HERON, ClockPart.PITCH)


def test_without_a_team_there_is_nothing_to_start(desk: Desk) -> None:
    for team in TEAMS:
        decisions.exclude(desk, HOST, team, Exclusion.WITHDRAWN, "Ill")

    with pytest.raises(DeskError, match="No team is left to pitch"):
        stage.start(desk, HOST)


def test_the_times_really_taken_are_known(desk: Desk, time: Clock) -> None:
    stage.start(desk, HOST)
    began = time.time
    time.pass_s(342)
    stage.go_on(desk, HOST)
    stage.start(desk, HOST)
    asked = time.time
    time.pass_s(100)
    stage.pause(desk, HOST)

    assert stage.times(desk) == (
        PartTime(LANTERN, ClockPart.PITCH, began, 342, PITCH_S),
        PartTime(LANTERN, ClockPart.QUESTIONS, asked, 100, QUESTIONS_S),
    )


def test_a_part_that_runs_is_timed_up_to_now(desk: Desk, time: Clock) -> None:
    stage.start(desk, HOST)
    time.pass_s(12)

    assert [one.gone_s for one in stage.times(desk)] == [12]


def test_before_the_first_turn_nobody_is_expected_at_any_time(desk: Desk) -> None:
    assert stage.turn_times(desk) == {}
    assert stage.expected_turns(desk) == {}


def test_a_team_is_expected_when_all_before_it_have_had_their_time(desk: Desk, time: Clock) -> None:
    begun = desk.now()
    stage.start(desk, HOST)
    time.pass_s(60)

    slot = timedelta(seconds=PITCH_S + QUESTIONS_S)
    assert stage.turn_times(desk) == {
        LANTERN: begun,
        PERCH: begun + slot,
        HERON: begun + 2 * slot,
    }
    assert stage.expected_turns(desk)[PERCH] == begun + slot


def test_overtime_and_a_pause_put_off_whoever_is_to_come(desk: Desk, time: Clock) -> None:
    stage.start(desk, HOST)
    time.pass_s(PITCH_S + 40)
    stage.go_on(desk, HOST)
    time.pass_s(300)

    assert stage.turn_times(desk)[PERCH] == desk.now() + timedelta(seconds=QUESTIONS_S)


def test_a_team_that_had_its_turn_keeps_the_time_when_it_began(desk: Desk, time: Clock) -> None:
    begun = desk.now()
    stage.start(desk, HOST)
    time.pass_s(700)
    stage.call(desk, HOST, HERON)
    called = desk.now()
    stage.start(desk, HOST)
    time.pass_s(30)

    told = stage.turn_times(desk)
    assert (told[LANTERN], told[HERON]) == (begun, called)


@pytest.mark.parametrize("actor", [ADA])
def test_a_judge_cannot_touch_the_clock(desk: Desk, actor: Actor) -> None:
    with pytest.raises(NotAllowedError):
        stage.start(desk, actor)
    assert stage.clock(desk).team is None
    assert desk.entries()[-1].act == "refuse"


def test_the_organiser_can_stand_in_for_the_host(desk: Desk) -> None:
    changed = stage.start(desk, ORGANISER)

    assert [(entry.actor, entry.act) for entry in changed.entries] == [("organiser", "set clock")]


PLAN = DayPlan(14 * 60, 13 * 60 + 30, 120, (DayEntry("Welcome", 300), DayEntry("Break", 900, 2)))


def _day(desk: Desk) -> list[tuple[str, str]]:
    return [(one.title or str(one.team), clock_text(one.at)) for one in stage.day(desk) if one.at]


def test_every_line_of_a_planned_day_has_its_time_before_it_begins(desk: Desk) -> None:
    run_order.plan_day(desk, HOST, PLAN)

    assert _day(desk) == [
        ("Doors open", "13:30"),
        ("Welcome", "14:00"),
        (LANTERN, "14:05"),
        (PERCH, "14:15"),
        ("Break", "14:25"),
        (HERON, "14:40"),
    ]
    assert clock_text(stage.expected_turns(desk)[HERON]) == "14:40"
    assert stage.schedule(desk).late is None


def _at(desk: Desk, time: Clock, hour: int, minute: int) -> None:
    """Let the day go on until a time of day by the clock on the wall."""
    wanted = desk.now().astimezone().replace(hour=hour, minute=minute, second=0, microsecond=0)
    time.pass_s((wanted - desk.now()).total_seconds())


def test_all_that_is_to_come_moves_with_a_day_that_is_late(desk: Desk, time: Clock) -> None:
    run_order.plan_day(desk, HOST, PLAN)
    _at(desk, time, 14, 8)
    assert _day(desk)[1:4] == [("Welcome", "14:00"), (LANTERN, "14:08"), (PERCH, "14:18")]

    stage.start(desk, HOST)
    time.pass_s(PITCH_S + QUESTIONS_S)
    late = stage.schedule(desk).late

    assert _day(desk)[2:] == [
        (LANTERN, "14:08"),
        (PERCH, "14:21"),
        ("Break", "14:31"),
        (HERON, "14:46"),
    ]
    assert late == timedelta(minutes=6)


def test_a_team_called_before_its_break_is_over_is_expected_after_it(
    desk: Desk, time: Clock
) -> None:
    run_order.plan_day(desk, HOST, PLAN)
    _at(desk, time, 14, 15)
    stage.call(desk, HOST, PERCH)
    stage.start(desk, HOST)
    time.pass_s(PITCH_S)
    stage.go_on(desk, HOST)
    stage.start(desk, HOST)
    time.pass_s(QUESTIONS_S)
    stage.go_on(desk, HOST)

    assert _day(desk)[2:] == [(PERCH, "14:15"), ("Break", "14:25"), (HERON, "14:40")]


def test_a_rehearsal_in_the_morning_begins_its_plan_and_is_neither_early_nor_late(
    desk: Desk, time: Clock
) -> None:
    run_order.plan_day(desk, HOST, PLAN)
    _at(desk, time, 10, 3)
    stage.start(desk, HOST)
    time.pass_s(PITCH_S)

    assert _day(desk) == [
        ("Doors open", "09:28"),
        ("Welcome", "09:58"),
        (LANTERN, "10:03"),
        (PERCH, "10:13"),
        ("Break", "10:23"),
        (HERON, "10:38"),
    ]
    assert stage.schedule(desk).late == timedelta(0)
