from fractions import Fraction
from itertools import permutations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from judging_app.domain.ids import JudgeId
from judging_app.errors import MethodError
from judging_app.tally.agreement_measures import (
    Form,
    Metric,
    alpha,
    concordance,
    intraclass,
    mean_squares,
)
from judging_app.tally.complete_panel import CompletePanel
from judging_app.tally.totals import Totals, by_team
from tests.tally.strategies import JUDGES, TEAMS, Panel, panels, points


@st.composite
def full_panels(draw: st.DrawFn) -> CompletePanel:
    judges = JUDGES[: draw(st.integers(2, len(JUDGES)))]
    teams = TEAMS[: draw(st.integers(2, len(TEAMS)))]
    row = st.tuples(*[points] * len(teams))
    return CompletePanel(judges, teams, tuple(draw(row) for _ in judges))


def panel_of(*rows: tuple[int, ...]) -> CompletePanel:
    return CompletePanel(
        JUDGES[: len(rows)],
        TEAMS[: len(rows[0])],
        tuple(tuple(Fraction(one) for one in row) for row in rows),
    )


def test_two_judges_in_opposite_order_do_not_agree_at_all() -> None:
    found = concordance(panel_of((10, 20, 30), (30, 20, 10)))

    assert found.w == found.uncorrected == 0
    assert set(found.rank_sums.values()) == {4}


def test_the_same_order_with_the_same_ties_is_full_agreement_once_ties_are_allowed_for() -> None:
    found = concordance(panel_of((9, 9, 5), (8, 8, 1)))

    assert found.w == 1
    assert found.uncorrected == Fraction(3, 4)


def test_judges_who_put_no_team_ahead_have_no_order_to_agree_in() -> None:
    found = concordance(panel_of((7, 7, 7), (3, 3, 3)))

    assert found.w is None
    assert found.uncorrected == 0


@given(full_panels())
def test_concordance_lies_from_nothing_to_one(panel: CompletePanel) -> None:
    found = concordance(panel)

    assert found.w is None or 0 <= found.uncorrected <= found.w <= 1


@given(full_panels())
def test_the_ranks_of_all_teams_always_sum_to_the_same(panel: CompletePanel) -> None:
    judges, teams = len(panel.judges), len(panel.teams)

    assert sum(concordance(panel).rank_sums.values()) == judges * teams * (teams + 1) // 2


@given(full_panels(), points)
def test_only_the_order_counts_and_not_how_generous_a_judge_is(
    panel: CompletePanel, more: Fraction
) -> None:
    first, *others = panel.rows
    kinder = tuple(2 * one + more for one in first)

    assert concordance(CompletePanel(panel.judges, panel.teams, (kinder, *others))) == concordance(
        panel
    )


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


each_metric = pytest.mark.parametrize("metric", Metric)

J1, J2, J3 = JUDGES[:3]
T1, T2 = TEAMS[:2]


@each_metric
def test_no_ballots_have_no_agreement(metric: Metric) -> None:
    assert alpha({}, metric) is None


@each_metric
def test_one_total_for_everything_has_no_agreement_beyond_chance(metric: Metric) -> None:
    assert alpha({(judge, team): Fraction(0) for judge in JUDGES for team in TEAMS}, metric) is None


@each_metric
def test_a_team_with_one_ballot_does_not_count(metric: Metric) -> None:
    given_totals = {
        (J1, T1): Fraction(3),
        (J2, T1): Fraction(4),
        (J1, T2): Fraction(6),
        (J2, T2): Fraction(6),
    }
    alone = {(J3, TEAMS[2]): Fraction(1)}

    assert alpha({**given_totals, **alone}, metric) == alpha(given_totals, metric)


@each_metric
@given(given_totals=st.lists(points, min_size=2, max_size=5))
def test_judges_who_give_the_same_totals_agree_fully(
    metric: Metric, given_totals: list[Fraction]
) -> None:
    assume(len(set(given_totals)) > 1)
    row = list(zip(TEAMS, given_totals, strict=False))
    same = {(judge, team): one for judge in JUDGES for team, one in row}

    assert alpha(same, metric) == 1


@each_metric
@given(panel=panels())
def test_agreement_is_what_the_coincidences_give_pair_by_pair(metric: Metric, panel: Panel) -> None:
    assert alpha(panel.totals, metric) == pair_by_pair(panel.totals, metric)


@each_metric
@given(panel=panels(), order=st.permutations(JUDGES))
def test_who_gave_a_total_does_not_matter(
    metric: Metric, panel: Panel, order: list[JudgeId]
) -> None:
    renamed = dict(zip(JUDGES, order, strict=True))
    other = {(renamed[judge], team): one for (judge, team), one in panel.totals.items()}

    assert alpha(other, metric) == alpha(panel.totals, metric)


def test_a_ratio_with_a_total_below_zero_is_refused_with_a_remedy() -> None:
    given_totals = {(J1, T1): Fraction(-1, 2), (J2, T1): Fraction(1)}

    with pytest.raises(MethodError) as refusal:
        alpha(given_totals, Metric.RATIO)

    assert str(refusal.value) == (
        "A total of -1/2 is below 0, and ratios need totals of 0 or more. Measure agreement "
        "by interval."
    )


def pair_by_pair(totals: Totals, metric: Metric) -> Fraction | None:
    """α by its definition: the coincidences of all ordered pairs, and their differences."""
    units = [list(judges.values()) for judges in by_team(totals).values() if len(judges) > 1]
    pooled = [one for unit in units for one in unit]
    expected = sum(difference(a, b, pooled, metric) for a, b in permutations(pooled, 2))
    if not expected:
        return None
    observed = sum(
        (
            difference(a, b, pooled, metric) / (len(unit) - 1)
            for unit in units
            for a, b in permutations(unit, 2)
        ),
        Fraction(0),
    )
    return 1 - (len(pooled) - 1) * observed / expected


def difference(a: Fraction, b: Fraction, pooled: list[Fraction], metric: Metric) -> Fraction:
    if a == b:
        return Fraction(0)
    match metric:
        case Metric.NOMINAL:
            return Fraction(1)
        case Metric.INTERVAL:
            return (a - b) * (a - b)
        case Metric.RATIO:
            return ((a - b) / (a + b)) * ((a - b) / (a + b))
        case Metric.ORDINAL:
            low, high = min(a, b), max(a, b)
            between = sum(low <= one <= high for one in pooled)
            steps = between - Fraction(pooled.count(a) + pooled.count(b), 2)
            return steps * steps
