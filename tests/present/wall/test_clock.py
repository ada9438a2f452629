from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from judging_app.domain.clock import Clock, ClockPart
from judging_app.domain.event import Scene
from judging_app.present.wall.clock import stage_clock
from judging_app.present.wall.faces import Billboard, ClockState, StageClock
from judging_app.present.wall.showing import wall_view
from tests.present.wall.facts import CITRINE, NOW, a_wall

RUNNING = Clock(CITRINE, ClockPart.PITCH, 300, running_since=NOW)


def _at(seconds: float) -> tuple[str, ClockState, str]:
    shown = stage_clock(RUNNING, NOW + timedelta(seconds=seconds))
    return shown.time_text, shown.state, shown.state_text


@pytest.mark.parametrize(
    ("gone", "time", "state", "word"),
    [
        (0, "5:00", ClockState.NORMAL, ""),
        (0.5, "5:00", ClockState.NORMAL, ""),
        (28, "4:32", ClockState.NORMAL, ""),
        (239, "1:01", ClockState.NORMAL, ""),
        (240, "1:00", ClockState.WARNING, "Last minute"),
        (289, "0:11", ClockState.WARNING, "Last minute"),
        (290, "0:10", ClockState.DANGER, "Last seconds"),
        (299.9, "0:01", ClockState.DANGER, "Last seconds"),
        (300, "+0:00", ClockState.OVERTIME, "Over time"),
        (342.7, "+0:42", ClockState.OVERTIME, "Over time"),
        (300 + 3600, "+60:00", ClockState.OVERTIME, "Over time"),
    ],
)
def test_the_clock_counts_down_then_up_and_says_so(
    gone: float, time: str, state: ClockState, word: str
) -> None:
    assert _at(gone) == (time, state, word)


def test_a_clock_that_waits_is_ready_whatever_its_time() -> None:
    shown = stage_clock(Clock(CITRINE, allotted_s=30), NOW)

    assert (shown.time_text, shown.state) == ("0:30", ClockState.NORMAL)
    assert (shown.state_text, shown.is_running, shown.changes_in_ms) == ("Ready", False, None)


def test_a_paused_clock_says_so_beside_its_state() -> None:
    paused = RUNNING.paused(NOW + timedelta(seconds=250))

    shown = stage_clock(paused, NOW + timedelta(hours=1))

    assert (shown.time_text, shown.state_text) == ("0:50", "Last minute · Paused")
    assert shown.changes_in_ms is None


@given(st.integers(0, 400_000))
def test_the_picture_changes_just_when_it_says(gone_ms: int) -> None:
    at = NOW + timedelta(milliseconds=gone_ms)
    shown = stage_clock(RUNNING, at)
    assert shown.changes_in_ms is not None

    after = stage_clock(RUNNING, at + timedelta(milliseconds=shown.changes_in_ms))
    before = stage_clock(RUNNING, at + timedelta(milliseconds=max(shown.changes_in_ms - 2, 0)))
    assert before == shown
    assert after != shown
    assert 0 < shown.changes_in_ms <= 1001


@given(st.integers(0, 400_000))
def test_the_share_that_is_left_only_falls_and_stays_within_the_whole(gone_ms: int) -> None:
    one = stage_clock(RUNNING, NOW + timedelta(milliseconds=gone_ms))
    later = stage_clock(RUNNING, NOW + timedelta(milliseconds=gone_ms + 1000))

    assert 0 <= later.share <= one.share <= 1


def test_the_clocks_scene_names_the_team_the_part_and_who_is_next() -> None:
    questions = Clock(CITRINE, ClockPart.QUESTIONS, 180, running_since=NOW)
    wall = replace(a_wall(Scene.CLOCK), clock=questions, now=NOW + timedelta(seconds=28))

    view = wall_view(wall)

    assert isinstance(view.face, StageClock)
    assert (view.title, view.foot) == ("Citrine", "Next: Diorite")
    assert (view.face.part_text, view.face.time_text) == ("Questions", "2:32")
    assert view.spoken == "Citrine. Questions: 2:32 left. Next: Diorite"


def test_overtime_is_told_as_such() -> None:
    wall = replace(a_wall(Scene.CLOCK), clock=RUNNING, now=NOW + timedelta(seconds=342))

    assert wall_view(wall).spoken == ("Citrine. Pitch: 0:42 over time. Over time. Next: Diorite")


def test_before_anyones_turn_the_clock_says_that_the_pitches_begin() -> None:
    view = wall_view(replace(a_wall(Scene.CLOCK), clock=Clock()))

    assert view.face == Billboard("The pitches are about to begin", below="Next: Diorite")


def test_the_last_team_has_nobody_next() -> None:
    assert wall_view(replace(a_wall(Scene.CLOCK), next_team=None)).foot == ""
