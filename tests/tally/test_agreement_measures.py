from collections.abc import Mapping
from fractions import Fraction
from itertools import permutations
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from judging_app.domain.ballots import Ballot, BallotState
from judging_app.domain.event import Method
from judging_app.domain.ids import CriterionId, JudgeId, TeamId
from judging_app.domain.rubric import Criterion, Rubric
from judging_app.errors import MethodError
from judging_app.tally.agreement import agreement
from judging_app.tally.agreement_measures import (
    Form,
    MeanSquares,
    Metric,
    alpha,
    concordance,
    intraclass,
    mean_squares,
)
from judging_app.tally.complete_panel import CompletePanel, complete_panel
from judging_app.tally.exact import SignedRoot
from judging_app.tally.judge_profile import correlation
from judging_app.tally.ranks import mid_ranks
from judging_app.tally.standings import ranked, standings
from judging_app.tally.totals import Totals, by_team, totals
from tests.tally.panels import agree_to_six, agrees, expected, panel, rows, turned
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


GLESER = "gleser_1965_judges_x_criteria"
IMO = "imo_2024_teams"
KENDALL = "kendall_w_small_examples"
KRIPPENDORFF = "krippendorff_c_data"
REAL_STATISTICS = "real_statistics_wine_icc"
SHROUT_FLEISS = "shrout_fleiss_1979"
WINE = "quandt_wine_panels"

WINE_PANELS = sorted(expected(WINE)["panels"])


def _tasters(name: str) -> Any:  # noqa: ANN401 - as it stands in the file
    """The tasters' printed correlations, which not every panel has."""
    return expected(WINE)["panels"][name]["published"]["judge_correlation_R"]


each_wine_panel = pytest.mark.parametrize("name", WINE_PANELS)


def squares_of(totals: Totals) -> MeanSquares:
    return mean_squares(complete_panel(totals))


def test_the_six_correlations_of_shrout_and_fleiss_come_out_as_printed() -> None:
    found = intraclass(squares_of(panel(SHROUT_FLEISS)))

    printed = expected(SHROUT_FLEISS)["published"]
    for form, value in found.items():
        assert agrees(value, printed[_key(form)]), form


def test_the_mean_squares_of_shrout_and_fleiss_come_out_as_printed() -> None:
    found = squares_of(panel(SHROUT_FLEISS))

    printed = expected(SHROUT_FLEISS)["published"]
    assert agrees(found.teams, printed["MS_between_entrants"])
    assert agrees(found.within, printed["MS_within"])
    assert agrees(found.judges, printed["MS_judges"])
    assert agrees(found.error, printed["MS_error"])


def test_the_correlations_of_real_statistics_come_out_as_printed() -> None:
    found = intraclass(squares_of(panel(REAL_STATISTICS)))

    printed = expected(REAL_STATISTICS)["published"]
    for form, value in found.items():
        assert agrees(value, printed[_key(form)]), form


@each_metric
def test_krippendorffs_own_example_with_gaps_comes_out_as_printed(metric: Metric) -> None:
    found = alpha(panel(KRIPPENDORFF), metric)

    answers = expected(KRIPPENDORFF)
    assert agrees(found, answers["published"]["krippendorff_alpha"][metric.value])
    assert agree_to_six(found, answers["computed"]["krippendorff_alpha"][metric.value])


def test_kendalls_example_without_ties_comes_out_exactly() -> None:
    found = concordance(complete_panel(turned(panel(KENDALL, example="proofwiki"))))

    assert found.w == found.uncorrected == Fraction(1, 16)
    assert found.rank_sums == {"Xavier": 7, "Yuri": 9, "Zal": 8}


def test_kendalls_example_with_ties_has_the_rank_sums_that_are_printed() -> None:
    found = concordance(complete_panel(turned(panel(KENDALL, example="zar"))))

    answers = expected(KENDALL)["zar"]
    printed = answers["published"]["rank_sums"]
    assert found.rank_sums == {team: Fraction(one) for team, one in printed.items()}
    assert agree_to_six(found.w, answers["computed"]["W_tie_corrected"])
    assert agree_to_six(found.uncorrected, answers["computed"]["W_uncorrected"])


@each_wine_panel
def test_a_wine_panel_has_the_concordance_and_the_votes_that_are_printed(name: str) -> None:
    found = concordance(complete_panel(turned(panel(WINE, panel=name))))

    printed = expected(WINE)["panels"][name]["published"]
    assert agrees(found.w, printed["W"])
    assert found.rank_sums == printed["votes_against"]


@each_wine_panel
def test_a_wine_panel_has_the_tied_places_that_are_printed(name: str) -> None:
    given = turned(panel(WINE, panel=name))
    sums = concordance(complete_panel(given)).rank_sums

    wines = tuple(sums)
    found = ranked(
        wines, {team: -one for team, one in sums.items()}, dict.fromkeys(wines, 1), expected=1
    )

    printed = expected(WINE)["panels"][name]["published"]["group_rank"]
    assert {one.team: one.place for one in found} == printed
    assert [one.is_tied for one in found] == [
        list(printed.values()).count(one.place) > 1 for one in found
    ]


@pytest.mark.parametrize("name", [name for name in WINE_PANELS if _tasters(name)])
def test_a_taster_goes_with_the_mean_of_the_others_as_printed(name: str) -> None:
    for judge, value in _tasters(name).items():
        assert agrees(rank_correlation(panel(WINE, panel=name), judge), value), judge


@pytest.mark.parametrize("name", [SHROUT_FLEISS, REAL_STATISTICS])
def test_the_numbers_of_a_known_panel_agree_with_other_programs(name: str) -> None:
    check_against(panel(name), expected(name)["computed"])


@each_wine_panel
def test_the_numbers_of_a_wine_panel_agree_with_other_programs(name: str) -> None:
    computed = expected(WINE)["panels"][name]["computed"]

    check_against(panel(WINE, panel=name), computed)


def test_the_numbers_of_totals_over_criteria_agree_with_other_programs() -> None:
    check_against(panel(GLESER), expected(GLESER)["computed"]["totals_over_criteria"])


def test_the_mean_squares_of_gleser_come_out_of_the_panel_seen_from_three_sides() -> None:
    # P patients, J judges, I symptoms. Each side is the panel added up over the third.
    by_judge = squares_of(panel(GLESER, "judge", "entrant"))
    by_symptom = squares_of(panel(GLESER, "criterion", "entrant"))
    across = squares_of(panel(GLESER, "criterion", "judge"))

    found = {
        "P": by_judge.teams / 6,
        "J": by_judge.judges / 6,
        "I": by_symptom.judges / 2,
        "PJ": by_judge.error / 6,
        "PI": by_symptom.error / 2,
        "JI": across.error / 12,
    }
    found["PJI"] = (squares_of(apart()).error * 11 * 11 - found["PJ"] * 11 - found["PI"] * 55) / 55

    answers = expected(GLESER)
    for source, value in found.items():
        assert agrees(value, answers["published"]["mean_squares"][source]), source
        assert agree_to_six(value, answers["computed"]["mean_squares"][source]), source


def test_the_olympiads_108_teams_have_the_totals_and_shared_places_that_are_printed() -> None:
    rubric = Rubric(
        tuple(
            Criterion(CriterionId(f"P{number}"), f"Problem {number}", Fraction(42), 0, 42)
            for number in range(1, 7)
        )
    )
    ballots = [
        Ballot(JudgeId("jury"), team, BallotState.SUBMITTED, scores)
        for team, scores in olympiad_scores().items()
    ]

    found = standings(
        [ballot.team for ballot in ballots],
        [JudgeId("jury")],
        totals(ballots, rubric),
        Method.MEAN,
    )

    printed = expected(IMO)["published"]
    assert len(found) == 108
    assert {one.team: (one.score, one.place) for one in found} == {
        team: (answer["total"], answer["rank"]) for team, answer in printed.items()
    }
    assert len({one.place for one in found if one.is_tied}) == 27


def check_against(given: Totals, computed: Mapping[str, Any]) -> None:
    """Every number of `agreement` against the ones of other programs."""
    found = agreement(given)
    assert agree_to_six(found.kendall_w.value, computed["kendall_w"]["W_tie_corrected"])
    for form, one in found.intraclass.items():
        assert agree_to_six(one.value, computed["icc"][_key(form)]), form
    for metric, one in found.krippendorff_alpha.items():
        assert agree_to_six(one.value, computed["krippendorff_alpha"][metric.value]), metric
    assert {one.judge for one in found.judges} == set(computed["judges"])
    for profile in found.judges:
        answer = computed["judges"][profile.judge]
        assert profile.ballots == answer["n"]
        assert agree_to_six(profile.mean, answer["mean"])
        assert agree_to_six(profile.spread, answer["sd"])
        assert agree_to_six(profile.correlation, answer["pearson_with_rest_mean"])
        assert agree_to_six(profile.severity, computed["additive_model"]["judge"][profile.judge])


def rank_correlation(given: Totals, judge: str) -> SignedRoot | None:
    """Spearman's, of one judge with the mean of the others."""
    found = complete_panel(given)
    at = found.judges.index(JudgeId(judge))
    own = found.rows[at]
    rest = [sum(column) - one for column, one in zip(found.columns, own, strict=True)]
    return correlation(mid_ranks(own), mid_ranks([Fraction(one) for one in rest]))


def apart() -> Totals:
    """Gleser's panel with each judge counted as six, one to a symptom."""
    return {
        (JudgeId(f"{row['judge']} {row['criterion']}"), TeamId(row["entrant"])): Fraction(
            row["score"]
        )
        for row in rows(GLESER)
    }


def olympiad_scores() -> dict[TeamId, dict[CriterionId, int]]:
    scores: dict[TeamId, dict[CriterionId, int]] = {}
    for row in rows(IMO):
        own = scores.setdefault(TeamId(row["entrant"]), {})
        own[CriterionId(row["criterion"])] = int(row["score"])
    return scores


def _key(form: Form) -> str:
    return f"ICC{form.value.replace(',', '_')}"
