from datetime import UTC, datetime, timedelta

from judging_app.domain.clock import Clock
from judging_app.domain.run_order import (
    DayEntry,
    DayPlan,
    Going,
    PlaceWish,
    Slot,
    WishedPlace,
    moments,
    timed,
)
from judging_app.present.host.run_order import Planned, RunOrderView, entry_of, run_order_view
from judging_app.present.time_of_day import clock_text, minutes_of
from judging_app.words import minutes_shown
from tests.desk.small_event import HERON, LANTERN, PERCH, small_setup

SLOTS = (Slot(PERCH, 300, 180), Slot(HERON, 330, 0), Slot(LANTERN))


def _view(seed: str = "", added: int = 0) -> RunOrderView:
    clock = Clock(PERCH)
    return run_order_view(
        small_setup(), SLOTS, seed=seed, clock=clock, next_team=LANTERN, out=[HERON], added=added
    )


def test_each_team_is_told_with_its_number_its_times_and_where_it_stands() -> None:
    assert [row.words for row in _view().rows] == [
        "1  Perch · 5 min, questions 3 min · now",
        "2  Heron · 5:30 min, no questions · withdrawn",
        "3  Lantern · 5 min, questions 3 min · next",
    ]


def test_a_lot_is_told_with_the_words_that_it_was_drawn_by() -> None:
    assert "Drawn by lot with “Tuesday”" in _view("Tuesday").came_about
    assert _view("Tuesday").needs_reason


def test_a_team_that_came_after_the_draw_is_told_and_nobody_is_said_to_repeat_it() -> None:
    said = _view("Tuesday", added=1).came_about

    assert "1 team was added later and comes last" in said
    assert "repeat" not in said


def test_an_order_that_was_not_drawn_says_so() -> None:
    assert _view().came_about.startswith("The order is not drawn by lot yet.")
    assert not _view().needs_reason


BEGINS = datetime(2019, 6, 3, 14, 0, tzinfo=UTC)
LATER = minutes_of(BEGINS + timedelta(minutes=16))
PLAN = DayPlan(
    14 * 60,
    13 * 60 + 30,
    120,
    (DayEntry("Welcome", 300), DayEntry("Break", 900, 2)),
    (
        PlaceWish(LANTERN, WishedPlace.NOT_FIRST, "A train"),
        PlaceWish(HERON, WishedPlace.NOT_BEFORE, "", LATER),
    ),
)


def test_a_planned_day_has_each_line_in_its_place_with_its_time_and_its_end() -> None:
    lines = timed(moments(PLAN, SLOTS), PLAN.change_s, BEGINS, Going(BEGINS))
    view = run_order_view(
        small_setup(),
        SLOTS,
        seed="",
        clock=Clock(),
        next_team=None,
        planned=Planned(PLAN, lines),
    )

    def span(begins: float, ends: float) -> str:
        at = [clock_text(BEGINS + timedelta(minutes=one)) for one in (begins, ends)]
        return "–".join(at)

    not_met = f"not before {minutes_shown(LATER)}: not met"
    assert [row.words for row in view.rows] == [
        f"Welcome · 5 min · {span(0, 5)}",
        f"1  Perch · 5 min, questions 3 min · {span(5, 13)}",
        f"2  Heron · 5:30 min, no questions · {span(15, 20.5)} · {not_met}",
        f"Break · 15 min · {span(22.5, 37.5)}",
        f"3  Lantern · 5 min, questions 3 min · {span(37.5, 45.5)} · not first",
    ]
    assert [row.breaks_wish for row in view.rows] == [False, False, True, False, False]
    assert view.unmet.startswith(f"Not as wished: Heron not before {minutes_shown(LATER)}. ")
    assert [entry_of(row.team_id) for row in view.rows] == [0, None, None, 1, None]
    assert (view.day.doors, view.day.begins, view.day.change) == ("13:30", "14:00", "2:00")
    assert view.day.ends == f"Ends at {span(45.5, 45.5)[:5]}."
