from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from judging_app.domain.clock import Clock, ClockPart, PartTime
from judging_app.domain.ids import TeamId
from judging_app.domain.run_order import Slot
from judging_app.errors import DeskError
from judging_app.present.host.clock import (
    HostClock,
    clock_notice,
    face,
    host_clock,
    left_from,
    now_words,
)
from judging_app.present.time_of_day import clock_text
from tests.desk.small_event import HERON, LANTERN, PERCH, TEAMS, small_setup

NOON = datetime(2019, 3, 15, 12, tzinfo=UTC)
SLOTS = tuple(Slot(team) for team in TEAMS)


def _panel(clock: Clock, following: TeamId | None = PERCH, *taken: PartTime) -> HostClock:
    return host_clock(small_setup(), clock, SLOTS, following, taken)


def test_before_the_first_team_nobody_has_the_turn() -> None:
    panel = _panel(Clock(), LANTERN)

    assert (panel.team, panel.next_text) == ("No team is pitching yet", "Next: Lantern")
    assert (panel.start_word, panel.go_on_word) == ("Start", "Next team")
    assert now_words(panel, face(Clock(), NOON)) == "No team is pitching yet · Next: Lantern"


def test_without_teams_there_is_nothing_to_call() -> None:
    panel = host_clock(small_setup(), Clock(), (), None)

    assert (panel.team, panel.choices) == ("No team is left to pitch.", ())


def test_a_running_pitch_says_what_is_left_and_who_is_next() -> None:
    clock = Clock(LANTERN, ClockPart.PITCH, 300, running_since=NOON)
    panel = _panel(clock)

    assert (panel.start_word, panel.go_on_word) == ("Pause", "Questions")
    shown = face(clock, NOON + timedelta(seconds=78))
    assert now_words(panel, shown) == "Lantern · Pitch 3:42 left · Next: Perch"


def test_a_paused_clock_says_so_and_goes_on() -> None:
    clock = Clock(LANTERN, ClockPart.QUESTIONS, 180, gone_ms=60_000)
    panel = _panel(clock)

    assert (panel.start_word, panel.go_on_word) == ("Continue", "Next team")
    assert now_words(panel, face(clock, NOON)) == (
        "Lantern · Questions 2:00 left, paused · Next: Perch"
    )


def test_overtime_is_told_as_such() -> None:
    clock = Clock(HERON, ClockPart.QUESTIONS, 10, running_since=NOON)
    panel = _panel(clock, None)

    assert panel.go_on_word == ""
    assert now_words(panel, face(clock, NOON + timedelta(seconds=52))) == (
        "Heron · Questions 0:42 over time · No next team"
    )


def test_two_long_names_leave_room_for_each_other() -> None:
    clock = Clock(LANTERN, ClockPart.PITCH, 300, running_since=NOON)
    panel = replace(_panel(clock), team="L" * 80, next_text=f"Next: {'P' * 80}")
    said = now_words(panel, face(clock, NOON))

    assert said == f"{'L' * 31}… · Pitch 5:00 left · Next: {'P' * 25}…"


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
