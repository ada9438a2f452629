from dataclasses import replace
from fractions import Fraction

from hypothesis import assume, given
from hypothesis import strategies as st

from judging_app.domain.ids import JudgeId, TeamId
from judging_app.tally.agreement import Agreement, Statistic, agreement
from judging_app.tally.agreement_measures import Form, Metric
from judging_app.tally.complete_panel import Obstacle, fully_judged
from judging_app.tally.totals import totals
from tests.tally.conftest import Sample
from tests.tally.strategies import JUDGES, TEAMS, Panel, panels, points

J1, J2 = JUDGES[:2]
T1, T2, T3 = TEAMS[:3]


def none(why: Obstacle) -> Statistic:
    return Statistic(None, why)


def test_no_ballots_have_no_numbers_and_say_why() -> None:
    found = agreement({})

    few = none(Obstacle.FEW_JUDGES)
    assert found == Agreement(
        teams=0,
        ballots=0,
        kendall_w=few,
        intraclass=dict.fromkeys(Form, few),
        krippendorff_alpha={
            Metric.INTERVAL: few,
            Metric.ORDINAL: few,
            Metric.NOMINAL: few,
        },
        judges=(),
    )


def test_one_judge_has_a_spread_and_nobody_to_agree_with() -> None:
    found = agreement({(J1, T1): Fraction(5), (J1, T2): Fraction(7)})

    assert whys(found) == {Obstacle.FEW_JUDGES}
    assert found.judges[0].spread is not None
    assert found.judges[0].correlation is None


def test_one_team_has_no_order_to_agree_in() -> None:
    found = agreement({(J1, T1): Fraction(5), (J2, T1): Fraction(7)})

    assert whys(found) == {Obstacle.FEW_TEAMS}


def test_level_totals_have_no_spread() -> None:
    found = agreement({(judge, team): Fraction(5) for judge in (J1, J2) for team in (T1, T2)})

    assert whys(found) == {Obstacle.NO_SPREAD}


def test_a_missing_ballot_leaves_alpha_and_the_judges_own_numbers() -> None:
    everyone = {(judge, team): Fraction(at) for at, team in enumerate(TEAMS) for judge in (J1, J2)}

    del everyone[J2, T3]
    found = agreement(everyone)

    assert found.kendall_w == none(Obstacle.MISSING_BALLOTS)
    assert set(found.intraclass.values()) == {none(Obstacle.MISSING_BALLOTS)}
    assert found.krippendorff_alpha[Metric.INTERVAL] == Statistic(Fraction(1))
    assert [one.ballots for one in found.judges] == [5, 4]


def test_judges_who_share_one_team_only_have_no_alpha() -> None:
    found = agreement({(J1, T1): Fraction(1), (J2, T1): Fraction(2), (J2, T2): Fraction(3)})

    assert set(found.krippendorff_alpha.values()) == {none(Obstacle.FEW_SHARED_TEAMS)}


def test_the_sample_misses_ballots_but_three_teams_have_them_all(tech_connect: Sample) -> None:
    given_totals = totals(tech_connect.ballots, tech_connect.rubric)

    found, of_three = agreement(given_totals), agreement(fully_judged(given_totals))

    assert (found.teams, found.ballots) == (6, 44)
    assert found.kendall_w == none(Obstacle.MISSING_BALLOTS)
    assert (of_three.teams, of_three.ballots) == (3, 24)
    assert of_three.kendall_w == Statistic(Fraction(9, 16))


@given(panels(), st.permutations(range(20)))
def test_the_order_of_entry_changes_nothing(panel: Panel, order: list[int]) -> None:
    entries = list(panel.totals.items())
    shuffled = [entries[at] for at in order if at < len(entries)]

    assert agreement(dict(shuffled)) == agreement(panel.totals)


@given(panels(), st.permutations(JUDGES), st.permutations(TEAMS))
def test_other_names_for_judges_and_teams_change_nothing_else(
    panel: Panel, judges: list[JudgeId], teams: list[TeamId]
) -> None:
    judge_of = dict(zip(JUDGES, judges, strict=True))
    team_of = dict(zip(TEAMS, teams, strict=True))
    renamed = {(judge_of[judge], team_of[team]): x for (judge, team), x in panel.totals.items()}

    before, after = agreement(panel.totals), agreement(renamed)

    assert replace(after, judges=()) == replace(before, judges=())
    assert {one.judge: one for one in after.judges} == {
        judge_of[one.judge]: replace(one, judge=judge_of[one.judge]) for one in before.judges
    }


@given(st.lists(points, min_size=2, max_size=5), st.integers(2, 4))
def test_judges_who_give_the_same_totals_reach_one_in_every_number(
    row: list[Fraction], judges: int
) -> None:
    assume(len(set(row)) > 1)
    by_team = list(zip(TEAMS, row, strict=False))
    same = {(judge, team): one for judge in JUDGES[:judges] for team, one in by_team}

    found = agreement(same)

    assert {one.value for one in every(found).values()} == {1}
    assert all(one.severity == 0 for one in found.judges)


@given(panels())
def test_a_number_is_there_or_the_reason_why_not(panel: Panel) -> None:
    for name, one in every(agreement(panel.totals)).items():
        assert (one.value is None) == (one.why_not is not None), name


def every(found: Agreement) -> dict[str, Statistic]:
    correlations = {form.value: one for form, one in found.intraclass.items()}
    alphas = {metric.value: one for metric, one in found.krippendorff_alpha.items()}
    return {"W": found.kendall_w, **correlations, **alphas}


def whys(found: Agreement) -> set[Obstacle | None]:
    return {one.why_not for one in every(found).values()}
