from fractions import Fraction
from itertools import permutations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from judging_app.domain.ids import JudgeId
from judging_app.errors import MethodError
from judging_app.tally.krippendorff import Metric, alpha
from judging_app.tally.totals import Totals, by_team
from tests.tally.strategies import JUDGES, TEAMS, Panel, panels, points

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
        "A total of -1/2 is below 0, and ratios need totals of 0 or more. Measure agreement by "
        "interval."
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
