from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from judging_app.domain.event import Method
from judging_app.domain.ids import CriterionId, JudgeId, TeamId
from judging_app.domain.rubric import Criterion, CriterionKind, Rubric
from judging_app.errors import MethodError
from judging_app.tally.methods import METHODS, adjusted, mean, outcome
from judging_app.tally.outcome import places
from judging_app.tally.severity import severities
from judging_app.tally.totals import Totals, by_team, totals
from tests.tally.conftest import Sample
from tests.tally.panels import A, B, small_basis
from tests.tally.strategies import Panel, panels, panels_for

every_method = pytest.mark.parametrize("method", Method, ids=lambda one: one.value)
in_points = pytest.mark.parametrize(
    "method", [Method.MEAN, Method.ADJUSTED, Method.TRIMMED, Method.MEDIAN], ids=lambda m: m.value
)
blind_to_severity = pytest.mark.parametrize(
    "method",
    [m for m in Method if m not in (Method.TRIMMED, Method.MEDIAN)],
    ids=lambda m: m.value,
)


def given_totals(**rows: str) -> dict[tuple[JudgeId, TeamId], Fraction]:
    """`J1="5 - 7"`: judge J1 gave team T1 5, T2 nothing and T3 7."""
    return {
        (JudgeId(judge), TeamId(f"T{number}")): Fraction(cell)
        for judge, row in rows.items()
        for number, cell in enumerate(row.split(), start=1)
        if cell != "-"
    }


def in_words(scores: dict[TeamId, Fraction]) -> dict[str, str]:
    return {str(team): str(score) for team, score in scores.items()}


def found(method: Method, ballots: Totals) -> dict[TeamId, int] | None:
    """The places by `method`; None if it gives no result."""
    try:
        return places(METHODS[method](ballots).order)
    except MethodError:
        return None


@every_method
def test_no_ballots_give_no_scores(method: Method) -> None:
    assert METHODS[method]({}).scores == {}


def test_every_method_that_an_event_can_declare_is_worked_out() -> None:
    assert set(METHODS) == set(Method)


def test_the_mean_is_over_the_ballots_that_are_in() -> None:
    scores = mean(given_totals(J1="50 60", J2="51 -"))

    assert in_words(scores) == {"T1": "101/2", "T2": "60"}


def test_adjusting_undoes_a_harsh_judge_who_missed_the_others_team() -> None:
    # T3 was spared J2, who gives 10 less than J1 to everyone.
    ballots = given_totals(J1="60 70 65", J2="50 60 -")

    assert in_words(mean(ballots)) == {"T1": "55", "T2": "65", "T3": "65"}
    assert in_words(adjusted(ballots)) == {"T1": "55", "T2": "65", "T3": "60"}
    assert severities(by_team(ballots)) == {"J1": 5, "J2": -5}


def test_one_judge_alone_is_neither_harsh_nor_kind() -> None:
    ballots = given_totals(J1="60 70")

    assert adjusted(ballots) == mean(ballots)
    assert severities(by_team(ballots)) == {"J1": 0}


def test_teams_linked_only_by_a_chain_of_judges_can_be_compared() -> None:
    # J1 is 10 above J2 on T2, J2 is 5 above J3 on T3: their effects are 25/3, −5/3 and −20/3.
    ballots = given_totals(J1="20 30 - -", J2="- 20 40 -", J3="- - 35 50")

    assert in_words(adjusted(ballots)) == {
        "T1": "35/3",
        "T2": "65/3",
        "T3": "125/3",
        "T4": "170/3",
    }


def test_teams_that_no_judge_links_are_refused_with_a_remedy() -> None:
    with pytest.raises(MethodError) as refusal:
        adjusted(given_totals(J1="5 6 - -", J2="- - 5 6"))

    assert str(refusal.value) == (
        "No judges connect team “T3” with team “T1”, so their scores can’t be adjusted. Let one "
        "judge score both, or use the mean."
    )


def test_tech_connect_by_mean_puts_groundwork_first(tech_connect: Sample) -> None:
    scores = mean(totals(tech_connect.ballots, tech_connect.rubric))

    assert {name: str(scores[team]) for name, team in tech_connect.names.items()} == {
        "Team Groundwork": "523/7",
        "Team Lantern": "1185/16",
        "Team Kingfisher": "1071/16",
        "Team Perch": "200/3",
        "Team Halfway": "997/16",
        "Team Millrace": "769/14",
    }
    assert f"{float(scores[tech_connect.names['Team Groundwork']]):.2f}" == "74.71"
    assert f"{float(scores[tech_connect.names['Team Lantern']]):.2f}" == "74.06"


def test_tech_connect_adjusted_puts_lantern_first(tech_connect: Sample) -> None:
    scores = adjusted(totals(tech_connect.ballots, tech_connect.rubric))

    assert {name: str(scores[team]) for name, team in tech_connect.names.items()} == {
        "Team Lantern": "1185/16",
        "Team Groundwork": "8552313/117232",
        "Team Perch": "8091185/117232",
        "Team Kingfisher": "1071/16",
        "Team Halfway": "997/16",
        "Team Millrace": "6488521/117232",
    }
    assert f"{float(scores[tech_connect.names['Team Groundwork']]):.2f}" == "72.95"


@given(panels(is_complete=True))
def test_on_a_complete_panel_the_adjusted_score_is_the_mean(panel: Panel) -> None:
    assert adjusted(panel.totals) == mean(panel.totals)


@given(panels(is_linked=True))
def test_the_severities_sum_to_zero(panel: Panel) -> None:
    assert sum(severities(by_team(panel.totals)).values()) == 0


@given(panels(is_linked=True))
def test_adjusted_scores_solve_the_plain_normal_equations(panel: Panel) -> None:
    assert adjusted(panel.totals) == least_squares(panel.totals)


@given(panels())
def test_adjusting_is_refused_just_when_the_equations_have_no_one_solution(panel: Panel) -> None:
    try:
        scores = adjusted(panel.totals)
    except MethodError:
        assert least_squares(panel.totals) is None
    else:
        assert scores == least_squares(panel.totals)


@every_method
@given(data=st.data())
def test_the_order_of_entry_changes_no_place(method: Method, data: st.DataObject) -> None:
    panel = data.draw(panels_for(method))
    shuffled = dict(data.draw(st.permutations(list(panel.totals.items()))))

    assert found(method, shuffled) == found(method, panel.totals)


@every_method
@given(data=st.data())
def test_who_the_judges_and_teams_are_changes_no_place(method: Method, data: st.DataObject) -> None:
    panel = data.draw(panels_for(method))
    judges = dict(zip(panel.judges, data.draw(st.permutations(panel.judges)), strict=True))
    teams = dict(zip(panel.teams, data.draw(st.permutations(panel.teams)), strict=True))
    renamed = {(judges[judge], teams[team]): one for (judge, team), one in panel.totals.items()}
    before = found(method, panel.totals)

    assert found(method, renamed) == (
        before and {teams[team]: place for team, place in before.items()}
    )


@every_method
@given(data=st.data(), factor=st.fractions(Fraction(1, 9), 9))
def test_scaling_every_weight_changes_no_place(
    method: Method, data: st.DataObject, factor: Fraction
) -> None:
    panel = data.draw(panels_for(method))
    scaled = {key: one * factor for key, one in panel.totals.items()}

    assert found(method, scaled) == found(method, panel.totals)


@in_points
@given(data=st.data(), factor=st.fractions(Fraction(1, 9), 9))
def test_scaling_every_weight_scales_every_score_in_points(
    method: Method, data: st.DataObject, factor: Fraction
) -> None:
    panel = data.draw(panels_for(method))
    scaled = {key: one * factor for key, one in panel.totals.items()}
    before = METHODS[method](panel.totals).scores

    assert METHODS[method](scaled).scores == {team: one * factor for team, one in before.items()}


@blind_to_severity
@given(panel=panels(is_complete=True), more=st.fractions(-5, 5), data=st.data())
def test_on_a_complete_panel_a_judge_who_gives_everyone_more_changes_no_place(
    method: Method, panel: Panel, more: Fraction, data: st.DataObject
) -> None:
    kind = data.draw(st.sampled_from(panel.judges))
    raised = {key: one + more * (key[0] == kind) for key, one in panel.totals.items()}

    assert found(method, raised) == found(method, panel.totals)


@every_method
@given(data=st.data())
def test_better_scores_come_first_whichever_way_the_method_counts(
    method: Method, data: st.DataObject
) -> None:
    panel = data.draw(panels_for(method))
    if found(method, panel.totals) is None:
        return
    result = METHODS[method](panel.totals)
    sign = 1 if result.is_lower_better else -1

    in_order = sorted(result.order, key=result.order.__getitem__)

    scores = [sign * result.scores[team] for team in in_order]
    assert scores == sorted(scores)


TECH_CONNECT = {
    Method.MEAN: "Groundwork Lantern Kingfisher Perch Halfway Millrace",
    Method.ADJUSTED: "Lantern Groundwork Perch Kingfisher Halfway Millrace",
    Method.TRIMMED: "Groundwork Lantern Kingfisher Perch Halfway Millrace",
    Method.MEDIAN: "Groundwork Lantern Kingfisher Perch Halfway Millrace",
    Method.RANK: "Lantern Groundwork Perch Kingfisher Halfway Millrace",
    Method.RANK_POINTS: "Lantern Groundwork Perch Kingfisher Halfway Millrace",
    Method.MAJORITY: "Lantern Groundwork Perch Kingfisher Halfway Millrace",
    Method.Z_SCORE: "Lantern Groundwork Perch Kingfisher Halfway Millrace",
}


@every_method
def test_the_recusals_at_tech_connect_part_the_methods(
    method: Method, tech_connect: Sample
) -> None:
    names = {team: name.removeprefix("Team ") for name, team in tech_connect.names.items()}

    place_of = places(outcome(replace(tech_connect.basis, method=method)).order)

    in_order = sorted(place_of, key=place_of.__getitem__)
    assert " ".join(names[team] for team in in_order) == TECH_CONNECT[method]
    assert sorted(place_of.values()) == [1, 2, 3, 4, 5, 6]


def test_trimming_by_criterion_is_done_where_it_is_asked_for(tech_connect: Sample) -> None:
    whole = replace(tech_connect.basis, method=Method.TRIMMED)
    by_criterion = outcome(replace(whole, is_trimmed_by_criterion=True))

    lantern = tech_connect.names["Team Lantern"]
    assert str(outcome(whole).scores[lantern]) == "445/6"
    assert str(by_criterion.scores[lantern]) == "887/12"


def test_a_team_without_the_organisers_points_is_not_ranked_as_if_it_had_none() -> None:
    price = Criterion(CriterionId("price"), "Price", Fraction(20), kind=CriterionKind.ORGANISER)
    judged = small_basis("8/8 5/5 -", teams="ABC")
    basis = replace(judged, rubric=Rubric((*judged.rubric.criteria, price)))

    with pytest.raises(MethodError) as refusal:
        outcome(replace(basis, points={A: Fraction(0)}))

    assert str(refusal.value) == (
        "Team “B” has no points yet for Price, which the organiser scores. Enter them: missing "
        "points don’t count as 0."
    )
    assert outcome(replace(basis, points={A: Fraction(0), B: Fraction(35)})).scores == {
        A: 80,
        B: 85,
    }


@given(panels(is_linked=True), st.fractions(-5, 5), st.data())
def test_a_judge_who_gives_everyone_more_leaves_all_adjusted_differences(
    panel: Panel, more: Fraction, data: st.DataObject
) -> None:
    kind = data.draw(st.sampled_from(sorted({judge for judge, _ in panel.totals})))
    raised = {key: one + more * (key[0] == kind) for key, one in panel.totals.items()}

    before, after = adjusted(panel.totals), adjusted(raised)

    assert len({after[team] - before[team] for team in before}) == 1


def least_squares(given_panel: Totals) -> dict[TeamId, Fraction] | None:
    """The same model the slow way: all normal equations, Gauss–Jordan, no elimination by hand.

    None if they don't have exactly one solution.
    """
    judges = sorted({judge for judge, _ in given_panel})
    teams = sorted({team for _, team in given_panel})
    unknowns: list[str] = [*judges, *teams]
    rows = [[Fraction(0)] * (len(unknowns) + 1)]
    rows[0][: len(judges)] = [Fraction(1)] * len(judges)  # the effects of judges sum to zero
    for unknown in unknowns:
        row = [Fraction(0)] * (len(unknowns) + 1)
        for pair, one in given_panel.items():
            if unknown in pair:
                row[unknowns.index(pair[0])] += 1
                row[unknowns.index(pair[1])] += 1
                row[-1] += one
        rows.append(row)
    for column in range(len(unknowns)):
        pivot = next((r for r in range(column, len(rows)) if rows[r][column]), None)
        if pivot is None:
            return None
        rows[column], rows[pivot] = rows[pivot], rows[column]
        rows[column] = [value / rows[column][column] for value in rows[column]]
        for other in range(len(rows)):
            if other != column and (factor := rows[other][column]):
                pairs = zip(rows[other], rows[column], strict=True)
                rows[other] = [value - factor * above for value, above in pairs]
    return {team: rows[unknowns.index(team)][-1] for team in teams}
