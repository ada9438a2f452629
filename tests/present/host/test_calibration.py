from judging_app.present.host.calibration import calibration_view
from tests.desk.small_event import DELIVERY, IMPACT, J1, J2, J3, small_setup


def test_who_has_scored_is_told_by_name() -> None:
    view = calibration_view(small_setup(), {J1: {IMPACT: 4, DELIVERY: 5}, J2: {IMPACT: 9}})

    assert view.lead == "1 of 3 judges have scored the whole sample pitch."
    assert tuple(f"{one.name}: {one.text}" for one in view.judges) == (
        "Ada Reed: 2 of 2 criteria",
        "Bo Lund: 1 of 2 criteria",
        "Cy Orr: 0 of 2 criteria",
    )


def test_each_criterion_has_a_plot_on_its_own_scale() -> None:
    scores = {J1: {IMPACT: 1, DELIVERY: 0}, J2: {IMPACT: 10, DELIVERY: 10}}
    impact, delivery = calibration_view(small_setup(), scores).rows

    assert (impact.team, delivery.team) == ("Impact", "Pitch delivery")
    assert [dot.at for dot in impact.dots] == [0, 1]
    assert impact.range_text == "1 to 10"


def test_what_lies_far_apart_is_to_be_talked_over() -> None:
    scores = {J1: {IMPACT: 9}, J2: {IMPACT: 9}, J3: {IMPACT: 2}}

    assert calibration_view(small_setup(), scores).to_talk_over == ("Impact: 2 to 9",)


def test_before_the_first_score_there_is_nothing_to_discard() -> None:
    view = calibration_view(small_setup(), {})

    assert not view.is_begun
    assert [row.dots for row in view.rows] == [(), ()]
