from collections.abc import Mapping
from fractions import Fraction
from typing import Any

import pytest

from judging_app.domain.ballots import Ballot, BallotState
from judging_app.domain.event import Method
from judging_app.domain.ids import CriterionId, JudgeId, TeamId
from judging_app.domain.rubric import Criterion, Rubric
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
from judging_app.tally.complete_panel import complete_panel
from judging_app.tally.exact import SignedRoot
from judging_app.tally.judge_profile import correlation
from judging_app.tally.ranks import mid_ranks
from judging_app.tally.standings import ranked, standings
from judging_app.tally.totals import totals
from tests.tally.reference_panels import (
    Totals,
    agree_to_six,
    agrees,
    expected,
    panel,
    rows,
    turned,
)

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
each_metric = pytest.mark.parametrize("metric", Metric)


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
