from dataclasses import replace

import pytest

from judging_app.desk import run_order, scoring
from judging_app.desk.desk import Desk
from judging_app.desk.set_up import changing
from judging_app.domain.ids import TeamId
from judging_app.domain.people import Team
from judging_app.domain.roles import HOST, ORGANISER
from judging_app.domain.run_order import (
    DEFAULT_PITCH_S,
    DEFAULT_QUESTIONS_S,
    DayEntry,
    DayPlan,
    PlaceWish,
    Slot,
    WishedPlace,
)
from judging_app.errors import DeskError, NotAllowedError
from tests.desk.small_event import ADA, HERON, LANTERN, PERCH, TEAMS


def _teams(desk: Desk) -> tuple[str, ...]:
    return tuple(slot.team for slot in run_order.run_order(desk))


def test_until_one_is_set_the_order_is_that_of_the_set_up_with_the_usual_times(
    desk: Desk,
) -> None:
    assert run_order.run_order(desk) == tuple(
        Slot(team, DEFAULT_PITCH_S, DEFAULT_QUESTIONS_S) for team in TEAMS
    )
    assert not run_order.is_drawn(desk)


def test_the_same_words_draw_the_same_order_again(desk: Desk) -> None:
    run_order.draw(desk, HOST, "Tuesday")
    once = _teams(desk)
    run_order.draw(desk, HOST, "Wednesday", "To see")
    run_order.draw(desk, HOST, "Tuesday", "To see again")

    assert _teams(desk) == once
    assert sorted(once) == sorted(TEAMS)


def test_what_it_was_drawn_by_is_kept(desk: Desk) -> None:
    run_order.draw(desk, HOST, "  Tuesday ")

    assert run_order.seed(desk) == "Tuesday"
    assert run_order.is_drawn(desk)


def test_a_lot_without_words_is_refused(desk: Desk) -> None:
    with pytest.raises(DeskError, match="Type words or a number"):
        run_order.draw(desk, HOST, "  ")
    assert not run_order.is_drawn(desk)


def test_a_drawn_order_is_drawn_again_with_a_reason_only(desk: Desk) -> None:
    run_order.draw(desk, HOST, "Tuesday")
    before = _teams(desk)

    with pytest.raises(DeskError, match="drawn by lot"):
        run_order.draw(desk, HOST, "Wednesday")
    assert (_teams(desk), run_order.seed(desk)) == (before, "Tuesday")

    changed = run_order.draw(desk, HOST, "Wednesday", "The room changed")
    assert changed.entries[-1].reason == "The room changed"


def test_a_drawn_order_is_moved_by_hand_with_a_reason_only(desk: Desk) -> None:
    run_order.draw(desk, HOST, "Tuesday")
    before = _teams(desk)
    turned = list(reversed(run_order.run_order(desk)))

    with pytest.raises(DeskError, match="Give a reason"):
        run_order.set_run_order(desk, HOST, turned)
    assert _teams(desk) == before

    assert run_order.is_as_drawn(desk)

    run_order.set_run_order(desk, HOST, turned, "Perch is late")
    assert _teams(desk) == tuple(reversed(before))
    assert run_order.is_drawn(desk)
    assert not run_order.is_as_drawn(desk)


def test_a_team_that_is_added_later_pitches_as_long_as_the_others_and_before_the_result(
    desk: Desk,
) -> None:
    slots = tuple(Slot(team, 600, 300) for team in TEAMS)
    result = DayEntry("The result", 900, after=len(TEAMS))
    run_order.set_run_order(desk, HOST, slots, plan=DayPlan(entries=(result,)))
    setup = desk.recorded_setup()
    teams = (*setup.teams, Team(TeamId("T9"), "Curlew"))

    changing.change(desk, ORGANISER, replace(setup, teams=teams), "They came late")

    assert run_order.run_order(desk)[-1] == Slot(TeamId("T9"), 600, 300)
    assert run_order.day_plan(desk).entries == (replace(result, after=len(teams)),)


def test_other_times_in_a_drawn_order_need_no_reason(desk: Desk) -> None:
    run_order.draw(desk, HOST, "Tuesday")
    slots = [Slot(slot.team, 240, 60) for slot in run_order.run_order(desk)]
    run_order.set_run_order(desk, HOST, slots)

    assert run_order.run_order(desk) == tuple(slots)
    assert run_order.is_drawn(desk)


def test_times_stay_with_their_teams_when_the_order_is_drawn(desk: Desk) -> None:
    run_order.set_run_order(desk, HOST, [Slot(LANTERN, 60), Slot(PERCH, 120), Slot(HERON, 180)])
    run_order.draw(desk, HOST, "Tuesday")

    assert {slot.team: slot.pitch_s for slot in run_order.run_order(desk)} == {
        LANTERN: 60,
        PERCH: 120,
        HERON: 180,
    }


@pytest.mark.parametrize(
    "teams", [(LANTERN, PERCH), (LANTERN, PERCH, HERON, HERON), (LANTERN, LANTERN, HERON)]
)
def test_an_order_names_every_team_once(desk: Desk, teams: tuple[str, ...]) -> None:
    slots = [Slot(team) for team in TEAMS for given in teams if given == team]

    with pytest.raises(DeskError, match="List every team once"):
        run_order.set_run_order(desk, HOST, slots)
    assert _teams(desk) == TEAMS


def test_a_slot_without_a_pitch_is_refused() -> None:
    with pytest.raises(DeskError, match="Enter 1 second to 240 minutes"):
        Slot(LANTERN, 0)


def test_a_judge_does_not_set_the_order(desk: Desk) -> None:
    with pytest.raises(NotAllowedError):
        run_order.draw(desk, ADA, "Tuesday")
    assert not run_order.is_drawn(desk)


def test_the_order_stands_once_scoring_is_closed(desk: Desk) -> None:
    scoring.close_scoring(desk, HOST, "The day is over")

    with pytest.raises(NotAllowedError):
        run_order.draw(desk, HOST, "Tuesday")
    assert not run_order.is_drawn(desk)


def test_a_plan_of_the_day_is_kept_beside_the_order_and_a_lot_leaves_it(desk: Desk) -> None:
    pause = DayEntry("Break", 900, after=2)
    run_order.plan_day(desk, HOST, DayPlan(14 * 60, 13 * 60 + 30, 120, (pause,)))
    run_order.draw(desk, HOST, "Tuesday")

    assert run_order.day_plan(desk) == DayPlan(14 * 60, 13 * 60 + 30, 120, (pause,))


def test_the_lot_keeps_to_what_teams_wished(desk: Desk) -> None:
    pause = DayEntry("Break", 900, after=1)
    wishes = (
        PlaceWish(HERON, WishedPlace.BEFORE_BREAK),
        PlaceWish(PERCH, WishedPlace.NOT_LAST, "A train"),
    )
    run_order.plan_day(desk, HOST, DayPlan(entries=(pause,), wishes=wishes))
    for words in ("Tuesday", "Wednesday", "Thursday"):
        run_order.draw(desk, HOST, words, "To see")
        assert _teams(desk) == (HERON, PERCH, LANTERN)


def test_wishes_that_no_order_meets_are_refused_and_the_order_stays(desk: Desk) -> None:
    wishes = tuple(PlaceWish(team, WishedPlace.NOT_FIRST) for team in TEAMS)
    run_order.plan_day(desk, HOST, DayPlan(wishes=wishes))

    with pytest.raises(DeskError, match="No order meets every wish"):
        run_order.draw(desk, HOST, "Tuesday")
    assert _teams(desk) == TEAMS
    assert not run_order.is_drawn(desk)


@pytest.mark.parametrize(
    ("begins", "doors", "said"),
    [(24 * 60, None, "time of day"), (600, 600, "earlier"), (None, 600, "earlier")],
)
def test_a_day_that_cannot_begin_so_is_refused(
    begins: int | None, doors: int | None, said: str
) -> None:
    with pytest.raises(DeskError, match=said):
        DayPlan(begins, doors)
