from datetime import UTC, datetime, timedelta

import pytest

from judging_app.domain.clock import Clock, ClockPart, PartTime
from judging_app.domain.ids import TeamId
from judging_app.domain.run_order import Slot
from judging_app.errors import DeskError
from judging_app.present.host.clock import (
    ClockStep,
    HostClock,
    clock_notice,
    clock_step,
    face,
    host_clock,
    left_from,
    time_words,
)
from judging_app.present.time_of_day import clock_text
from tests.desk.small_event import HERON, LANTERN, PERCH, TEAMS, small_setup

NOON = datetime(2019, 3, 15, 12, tzinfo=UTC)
SLOTS = tuple(Slot(team) for team in TEAMS)


def _panel(clock: Clock, following: TeamId | None = PERCH, *taken: PartTime) -> HostClock:
    return host_clock(small_setup(), clock, SLOTS, following, taken)


def test_before_the_first_team_it_is_said_who_will_be_the_first() -> None:
    panel = _panel(Clock(), LANTERN)

    assert (panel.team, panel.next_text) == ("First: Lantern", "")
    assert (panel.step, panel.step_text) == (ClockStep.CALL, "Call the first team")
    assert not panel.can_pause
    assert panel.pitch_s == 300


def test_without_teams_there_is_nothing_to_call() -> None:
    panel = host_clock(small_setup(), Clock(), (), None)

    assert (panel.team, panel.choices) == ("No team is left to pitch.", ())
    assert panel.step is ClockStep.NONE


@pytest.mark.parametrize(
    ("clock", "step", "words"),
    [
        (Clock(LANTERN, allotted_s=300), ClockStep.START, "Start pitch"),
        (
            Clock(LANTERN, allotted_s=300, running_since=NOON),
            ClockStep.QUESTIONS,
            "Start questions",
        ),
        (Clock(LANTERN, allotted_s=300, gone_ms=9_000), ClockStep.CONTINUE, "Continue pitch"),
        (Clock(LANTERN, ClockPart.QUESTIONS, 180), ClockStep.START, "Start questions"),
        (
            Clock(LANTERN, ClockPart.QUESTIONS, 180, running_since=NOON),
            ClockStep.END,
            "End questions",
        ),
        (
            Clock(LANTERN, ClockPart.QUESTIONS, 180, gone_ms=9_000),
            ClockStep.CALL,
            "Call the next team",
        ),
    ],
)
def test_the_next_step_always_leads_forward(clock: Clock, step: ClockStep, words: str) -> None:
    panel = _panel(clock)

    assert (panel.step, panel.step_text) == (step, words)


def test_a_team_without_questions_ends_after_its_pitch() -> None:
    slots = (Slot(LANTERN, questions_s=0), *SLOTS[1:])
    running = Clock(LANTERN, allotted_s=300, running_since=NOON)

    assert clock_step(running, slots, PERCH) is ClockStep.END
    assert clock_step(running.paused(NOON + timedelta(seconds=9)), slots, PERCH) is ClockStep.CALL


def test_after_the_last_team_there_is_no_next_step() -> None:
    panel = _panel(Clock(HERON, ClockPart.QUESTIONS, 180, gone_ms=9_000), None)

    assert (panel.step, panel.step_text) == (ClockStep.NONE, "Every team has pitched")
    assert panel.next_text == "No next team"


def test_after_a_pause_the_next_step_is_to_continue_and_the_one_after_stands_beside_it() -> None:
    pitch = _panel(Clock(LANTERN, allotted_s=300, gone_ms=9_000))
    stopped = Clock(LANTERN, ClockPart.QUESTIONS, 180, gone_ms=60_000)
    questions = host_clock(small_setup(), stopped, SLOTS, PERCH, is_held=True)

    assert (pitch.aside, pitch.pause_text) == (ClockStep.QUESTIONS, "Questions")
    assert questions.step_text == "Continue questions"
    assert (questions.aside, questions.pause_text) == (ClockStep.CALL, "Next team")


def test_a_clock_whose_turn_has_ended_says_so_and_can_be_continued() -> None:
    clock = Clock(LANTERN, ClockPart.QUESTIONS, 180, gone_ms=60_000)
    panel, shown = _panel(clock), face(clock, NOON)

    assert (panel.can_pause, panel.pause_text) == (True, "Continue")
    assert shown is not None
    assert time_words(shown) == "Questions 2:00 left, paused"


def test_overtime_is_told_as_such() -> None:
    shown = face(
        Clock(HERON, ClockPart.QUESTIONS, 10, running_since=NOON), NOON + timedelta(seconds=52)
    )

    assert shown is not None
    assert time_words(shown) == "Questions 0:42 over time"


def test_the_next_team_is_told_with_its_time_and_how_the_day_keeps_it() -> None:
    clock = Clock(LANTERN, allotted_s=300, running_since=NOON)
    panel = host_clock(small_setup(), clock, SLOTS, PERCH, next_at=NOON, late="3 min late")

    assert panel.next_text == f"3 min late · next at {clock_text(NOON)}: Perch"


def test_the_times_taken_are_told_beside_those_that_were_given() -> None:
    taken = (
        PartTime(LANTERN, ClockPart.PITCH, NOON, 342, 300),
        PartTime(LANTERN, ClockPart.QUESTIONS, NOON, 100, 180),
        PartTime(PERCH, ClockPart.PITCH, NOON, 0, 300),
    )

    assert _panel(Clock(PERCH), None, *taken).times == (
        "Lantern: pitch 5:42 of 5:00, 0:42 over",
        "Lantern: questions 1:40 of 3:00",
    )


@pytest.mark.parametrize(
    ("text", "seconds"), [("4:30", 270), (" 4.30 ", 270), ("4", 240), ("0:05", 5), ("120:00", 7200)]
)
def test_a_time_is_typed_as_minutes_and_seconds(text: str, seconds: int) -> None:
    assert left_from(text) == seconds


@pytest.mark.parametrize("text", ["", "4:3", "4:60", "four", "-1:00", "4:30:00", "1234", "٤:٣٠x"])
def test_anything_else_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(DeskError, match="such as 4:30"):
        left_from(text)


@pytest.mark.parametrize(
    ("doubt_s", "said"),
    [(100, "It may have run 1:40 longer than"), (-12, "It may have run 0:12 less than")],
)
def test_a_clock_in_doubt_says_by_how_much_and_what_to_do(doubt_s: int, said: str) -> None:
    notice = clock_notice(timedelta(seconds=doubt_s), NOON, None)

    assert said in notice
    assert notice.endswith("If so, correct the clock.")


def test_a_computers_clock_behind_the_record_is_said_with_both_times() -> None:
    later = NOON + timedelta(minutes=10)

    assert clock_notice(timedelta(0), NOON, later) == (
        f"The computer’s clock said {clock_text(NOON)} when the event was opened, but the last "
        f"change had been saved at {clock_text(later)}. Check the computer’s clock."
    )


def test_where_all_clocks_agree_nothing_is_said() -> None:
    assert clock_notice(timedelta(0), NOON, None) == ""
