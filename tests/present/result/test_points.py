from dataclasses import replace

from judging_app.domain.decisions import TeamPoints
from judging_app.present.result.points import MISSING, points_progress, points_rows
from tests.desk.priced_event import PRICE, priced_setup
from tests.desk.small_event import HERON, LANTERN, small_setup


def test_points_are_told_in_the_points_of_their_scale_and_none_given_is_not_missing() -> None:
    entered = [TeamPoints(LANTERN, PRICE, 15), TeamPoints(HERON, PRICE, 0)]

    rows = points_rows(priced_setup(), entered)

    assert [row.text for row in rows] == ["7.5 of 10", MISSING, "0 of 10"]
    assert [row.is_entered for row in rows] == [True, False, True]
    assert rows[0].scale == "0 to 10 in steps of 0.5"


def test_a_figure_that_is_missing_is_counted_in_the_singular() -> None:
    rows = points_rows(
        priced_setup(), [TeamPoints(LANTERN, PRICE, 15), TeamPoints(HERON, PRICE, 0)]
    )

    assert points_progress(rows).startswith("2 of 3 are entered; 1 figure is missing.")
    assert (
        points_progress([replace(row, is_entered=True) for row in rows])
        == "All 3 points are entered."
    )


def test_a_rubric_of_the_judges_alone_has_no_points_to_enter() -> None:
    assert points_rows(small_setup(), ()) == ()
