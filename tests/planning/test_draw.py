"""The lot, and the wishes that it keeps to."""

from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from judging_app.domain.ids import TeamId
from judging_app.domain.run_order import DayEntry, DayPlan, PlaceWish, Slot, WishedPlace
from judging_app.errors import DeskError
from judging_app.planning.draw import drawn_order, unmet_wishes

ONE, TWO, THREE, FOUR = TEAMS = tuple(TeamId(f"T{n}") for n in range(1, 5))
SLOTS = tuple(Slot(team, 300, 180) for team in TEAMS)
PLAN = DayPlan(14 * 60, None, 120, (DayEntry("Welcome", 300), DayEntry("Break", 900, 2)))
"""14:00 welcome, pitches at 14:05 and 14:15, 14:25 break, pitches at 14:40 and 14:50."""


def _begins(slots: tuple[Slot, ...], plan: DayPlan) -> Mapping[TeamId, int]:
    """When each turn begins: added up from the start, entry by entry."""
    at, found = 60 * (plan.begins or 0), {}
    for place, slot in enumerate(slots):
        at += sum(entry.lasts_s for entry in plan.entries if entry.after == place)
        found[slot.team] = at // 60
        at += slot.pitch_s + slot.questions_s + plan.change_s
    return found


def _late(team: TeamId, at: int) -> PlaceWish:
    return PlaceWish(team, WishedPlace.NOT_BEFORE, "A train", at)


@given(
    st.text(min_size=1, max_size=9),
    st.lists(st.integers(60, 1200), min_size=4, max_size=4),
    st.integers(14 * 60, 15 * 60),
    st.sampled_from(TEAMS),
)
def test_a_team_that_comes_late_is_never_on_before_its_time_whoever_else_is_drawn(
    seed: str, lasts: list[int], at: int, team: TeamId
) -> None:
    slots = tuple(replace(one, pitch_s=s) for one, s in zip(SLOTS, lasts, strict=True))
    plan = replace(PLAN, wishes=(_late(team, at),))
    try:
        drawn = drawn_order(slots, seed, plan)
    except DeskError:
        return

    assert sorted(drawn, key=lambda one: one.team) == list(slots)
    assert _begins(drawn, plan)[team] >= at
    assert unmet_wishes(drawn, plan, _begins(drawn, plan)) == ()


def test_the_last_place_is_held_for_the_team_that_can_have_no_other() -> None:
    wishes = (
        _late(ONE, 14 * 60 + 50),
        PlaceWish(TWO, WishedPlace.AFTER_BREAK),
        PlaceWish(THREE, WishedPlace.NOT_FIRST),
    )
    for seed in ("Monday", "Tuesday", "Wednesday"):
        drawn = drawn_order(SLOTS, seed, replace(PLAN, wishes=wishes))

        assert [one.team for one in drawn] == [FOUR, THREE, TWO, ONE]


def test_without_wishes_the_order_is_that_of_the_digests_alone() -> None:
    assert drawn_order(SLOTS, "Tuesday", PLAN) == drawn_order(SLOTS[::-1], "Tuesday")


def test_two_teams_that_can_have_only_the_last_place_are_refused() -> None:
    wishes = (_late(ONE, 14 * 60 + 50), _late(TWO, 14 * 60 + 41))

    with pytest.raises(DeskError, match="No order meets every wish"):
        drawn_order(SLOTS, "Tuesday", replace(PLAN, wishes=wishes))


def test_a_team_that_withdrew_takes_no_time() -> None:
    plan = replace(PLAN, wishes=(_late(ONE, 14 * 60 + 50),))

    with pytest.raises(DeskError, match="No order meets every wish"):
        drawn_order(SLOTS, "Tuesday", plan, out=[TWO])


def test_a_move_by_hand_is_told_of_every_wish_that_it_breaks() -> None:
    wishes = (
        _late(ONE, 14 * 60 + 40),
        PlaceWish(TWO, WishedPlace.NOT_LAST),
        PlaceWish(THREE, WishedPlace.BEFORE_BREAK),
        PlaceWish(FOUR, WishedPlace.AFTER_BREAK),
    )
    plan = replace(PLAN, wishes=wishes)
    moved = tuple(Slot(team, 300, 180) for team in (ONE, FOUR, THREE, TWO))

    assert unmet_wishes(SLOTS, plan, _begins(SLOTS, plan)) == (wishes[0], wishes[2])
    assert unmet_wishes(moved, plan, _begins(moved, plan)) == wishes


@pytest.mark.parametrize(
    ("kind", "at"),
    [
        (WishedPlace.NOT_BEFORE, None),
        (WishedPlace.NOT_BEFORE, 24 * 60),
        (WishedPlace.NOT_FIRST, 14 * 60),
    ],
)
def test_only_not_before_has_a_time_and_it_is_one_of_the_day(
    kind: WishedPlace, at: int | None
) -> None:
    with pytest.raises(DeskError, match="such as 14:40"):
        PlaceWish(ONE, kind, at=at)


def test_a_time_to_wait_for_needs_a_day_that_begins() -> None:
    with pytest.raises(DeskError, match="Enter when the day begins"):
        DayPlan(wishes=(_late(ONE, 14 * 60 + 40),))
