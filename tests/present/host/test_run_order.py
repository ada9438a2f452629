from judging_app.domain.clock import Clock
from judging_app.domain.run_order import Slot
from judging_app.present.host.run_order import RunOrderView, run_order_view
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

    assert "1 team came later and is last" in said
    assert "repeat" not in said


def test_an_order_that_was_not_drawn_says_so() -> None:
    assert _view().came_about.startswith("The order is not drawn by lot yet.")
    assert not _view().needs_reason
