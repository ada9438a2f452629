from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from judging_app.domain.clock import LONGEST_S, Clock
from judging_app.domain.ids import TeamId
from judging_app.errors import DeskError

NOON = datetime(2019, 3, 15, 12, tzinfo=UTC)
LANTERN = TeamId("T1")


def _after(seconds: float) -> datetime:
    return NOON + timedelta(seconds=seconds)


@given(st.integers(0, LONGEST_S), st.lists(st.integers(0, 9_999), max_size=6))
def test_pauses_take_no_time_and_lose_none(allotted: int, spells: list[int]) -> None:
    clock, at, ran = Clock(LANTERN, allotted_s=allotted), NOON, 0
    for ran_s in spells:
        clock = clock.started(at)
        at += timedelta(seconds=ran_s)
        clock, ran = clock.paused(at), ran + ran_s
        at += timedelta(seconds=77)

    assert clock.left(at) == timedelta(seconds=allotted - ran)


@given(st.integers(0, LONGEST_S - 9_999), st.integers(0, 9_999))
def test_what_is_put_right_is_what_is_left(left: int, ran: int) -> None:
    set_to = NOON - timedelta(days=1)
    clock = Clock(LANTERN, allotted_s=300).started(NOON).with_left(left, _after(ran), set_to)

    assert clock.left(set_to) == timedelta(seconds=left)
    assert clock.is_running


def test_no_part_is_longer_than_four_hours() -> None:
    with pytest.raises(DeskError, match="240 minutes"):
        Clock(LANTERN, allotted_s=LONGEST_S + 1)


def test_a_clock_that_never_ran_has_not_begun() -> None:
    clock = Clock(LANTERN, allotted_s=300)

    assert not clock.has_begun
    assert clock.started(NOON).has_begun
