from fractions import Fraction

from hypothesis import given

from judging_app.tally.complete_panel import CompletePanel
from judging_app.tally.intraclass import Form, intraclass, mean_squares
from tests.tally.test_agreement_kendall import full_panels, panel_of


def test_judges_who_give_the_same_totals_correlate_fully_in_every_form() -> None:
    found = intraclass(mean_squares(panel_of((5, 7, 9), (5, 7, 9))))

    assert found == dict.fromkeys(Form, 1)


def test_a_judge_who_gives_everyone_more_spoils_agreement_but_not_consistency() -> None:
    found = intraclass(mean_squares(panel_of((5, 7, 9), (15, 17, 19))))

    assert found[Form.THESE_JUDGES_SINGLE] == found[Form.THESE_JUDGES_MEAN] == 1
    assert found[Form.ANY_JUDGES_SINGLE] == Fraction(2, 27)
    assert found[Form.ANY_JUDGES_MEAN] == Fraction(4, 29)


def test_one_total_for_everything_has_no_spread_to_share_out() -> None:
    found = intraclass(mean_squares(panel_of((5, 5), (5, 5))))

    assert found == dict.fromkeys(Form)


def test_teams_with_equal_means_leave_nothing_for_the_panel_to_tell_apart() -> None:
    # All that is here is the judges' contradicting each other.
    found = intraclass(mean_squares(panel_of((0, 6, 3), (6, 0, 3))))

    assert found[Form.OWN_JUDGES_SINGLE] == found[Form.THESE_JUDGES_SINGLE] == -1
    assert found[Form.OWN_JUDGES_MEAN] is None
    assert found[Form.ANY_JUDGES_MEAN] is None
    assert found[Form.THESE_JUDGES_MEAN] is None


@given(full_panels())
def test_no_correlation_is_above_one(panel: CompletePanel) -> None:
    for value in intraclass(mean_squares(panel)).values():
        assert value is None or value <= 1


@given(full_panels())
def test_the_panels_mean_is_the_one_judge_stepped_up_by_spearman_and_brown(
    panel: CompletePanel,
) -> None:
    squares = mean_squares(panel)
    found, judges = intraclass(squares), squares.judge_count

    for single, mean in (
        (Form.OWN_JUDGES_SINGLE, Form.OWN_JUDGES_MEAN),
        (Form.ANY_JUDGES_SINGLE, Form.ANY_JUDGES_MEAN),
        (Form.THESE_JUDGES_SINGLE, Form.THESE_JUDGES_MEAN),
    ):
        one, all_of_them = found[single], found[mean]
        if one is not None and all_of_them is not None:
            assert all_of_them == judges * one / (1 + (judges - 1) * one)


@given(full_panels())
def test_what_is_left_within_teams_is_the_judges_and_the_error_together(
    panel: CompletePanel,
) -> None:
    found = mean_squares(panel)

    others, teams = len(panel.judges) - 1, len(panel.teams)
    together = others * found.judges + others * (teams - 1) * found.error
    assert found.within * teams * others == together


@given(full_panels())
def test_points_of_another_size_change_no_correlation(panel: CompletePanel) -> None:
    tenfold = tuple(tuple(10 * one for one in row) for row in panel.rows)

    assert intraclass(
        mean_squares(CompletePanel(panel.judges, panel.teams, tenfold))
    ) == intraclass(mean_squares(panel))
