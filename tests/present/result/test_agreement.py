import json
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

import pytest

from judging_app.domain.ballots import Ballot
from judging_app.domain.ids import JudgeId, TeamId
from judging_app.domain.panel import Judge
from judging_app.domain.people import Team
from judging_app.domain.setup import Setup
from judging_app.present.formats import Json
from judging_app.present.judge.judge_profile import NO_NUMBER
from judging_app.present.result.agreement import CAUTION, AgreementView, agreement_view
from judging_app.present.result.agreement_json import agreement_json
from judging_app.tally.agreement import agreement
from judging_app.tally.complete_panel import fully_judged
from judging_app.tally.totals import Totals, totals


def view_of(setup: Setup, given_totals: Totals) -> AgreementView:
    return agreement_view(setup, agreement(given_totals), agreement(fully_judged(given_totals)))


def panel_of(*rows: Sequence[int | None]) -> dict[tuple[JudgeId, TeamId], Fraction]:
    """A row to each judge, a column to each team; None where there is no ballot."""
    return {
        (JudgeId(f"J{judge}"), TeamId(f"T{team}")): Fraction(one)
        for judge, row in enumerate(rows, start=1)
        for team, one in enumerate(row, start=1)
        if one is not None
    }


@pytest.fixture
def small(setup: Setup) -> Setup:
    """The sample's rubric with three judges and six teams of one letter."""
    return replace(
        setup,
        teams=tuple(Team(TeamId(f"T{at}"), f"Team {at}") for at in range(1, 7)),
        judges=tuple(Judge(JudgeId(f"J{at}"), f"Judge {at}") for at in (3, 1, 2)),
    )


def readings(view: AgreementView) -> list[str]:
    return [row.reading for row in view.rows]


def test_the_sample_is_told_over_the_teams_that_every_judge_scored(
    setup: Setup, ballots: tuple[Ballot, ...]
) -> None:
    view = view_of(setup, totals(ballots, setup.rubric))

    assert view.lead == "8 judges scored 6 teams; 44 of 48 ballots are submitted."
    assert [(row.value_text, row.over_text) for row in view.rows] == [
        ("0.56", "3 of 6 teams"),
        ("0.32", "3 of 6 teams"),
        ("0.79", "3 of 6 teams"),
        ("0.90", "3 of 6 teams"),
        ("0.34", "6 teams"),
    ]
    assert view.caution == CAUTION


def test_three_teams_are_told_to_be_too_few_for_a_verdict(
    setup: Setup, ballots: tuple[Ballot, ...]
) -> None:
    order, *_, same_totals = readings(view_of(setup, totals(ballots, setup.rubric)))

    assert order == ("Random orders would give about 0.13. 3 teams are too few to say more.")
    assert same_totals.endswith("can’t be relied on. The panel’s mean still can.")


def test_the_harsh_judge_of_the_sample_reads_so_in_points(
    setup: Setup, ballots: tuple[Ballot, ...]
) -> None:
    view = view_of(setup, totals(ballots, setup.rubric))

    assert [row.judge_id for row in view.judges] == [judge.id for judge in setup.judges]
    harsh = view.judges[0]
    assert (harsh.judge, harsh.ballots_text) == ("Dame Olwen Prosser", "5 of 6 teams")
    assert (harsh.mean_text, harsh.severity_text) == ("53.20", "−12.34")
    assert (harsh.spread_text, harsh.correlation_text) == ("8.03", "0.70")
    assert harsh.reading == (
        "Gives the same teams 12.34 points fewer than the panel. With 5 teams, a correlation of "
        "0.70 may be chance."
    )


def test_a_generous_judge_who_goes_with_the_others_reads_so(
    setup: Setup, ballots: tuple[Ballot, ...]
) -> None:
    generous = view_of(setup, totals(ballots, setup.rubric)).judges[4]

    assert generous.severity_text == "+11.18"
    assert generous.reading == (
        "Gives the same teams 11.18 points more than the panel. Mostly agrees with the other "
        "judges."
    )


def test_judges_in_one_order_at_different_heights_agree_in_order_and_not_in_totals(
    small: Setup,
) -> None:
    view = view_of(
        small, panel_of([10, 20, 30, 40, 50, 60], [40, 50, 60, 70, 80, 90], [5, 15, 25, 35, 45, 55])
    )

    order, single, mean, apart, match = readings(view)
    assert order == (
        "Random orders would give about 0.33. The judges put the teams in almost the same order."
    )
    assert single == (
        "49% of the spread in a single total comes from the teams. One judge alone would be a "
        "poor guide."
    )
    assert mean.endswith("It is a moderate guide to what another panel like this would say.")
    assert apart == (
        "100% of the spread in the mean of 3 judges, without their severity, comes from the "
        "teams. It is an excellent guide to the order that these judges would choose."
    )
    assert "One judge’s totals alone can’t be relied on" in match
    assert {row.over_text for row in view.rows} == {"6 teams"}


def test_a_judge_who_turns_the_order_round_is_told_to_go_against_the_others(small: Setup) -> None:
    view = view_of(small, panel_of([1, 2, 3, 4, 5, 6], [2, 3, 4, 5, 6, 7], [6, 5, 4, 3, 2, 1]))

    assert view.judges[0].correlation_text == "−1.00"
    assert view.judges[0].reading.endswith("Mostly disagrees with the other judges.")


def test_teams_that_differ_by_scatter_alone_are_told_as_such(small: Setup) -> None:
    view = view_of(small, panel_of([1, 9, 2, 8, 3, 7], [9, 1, 8, 2, 7, 4]))

    order, single, *_ = readings(view)
    assert order.endswith("The judges agree on little of the order.")
    assert single == (
        "The differences between teams are no larger than the differences between judges. One "
        "judge alone would be a poor guide."
    )


def test_level_totals_have_no_number_and_say_why(small: Setup) -> None:
    view = view_of(small, panel_of([5, 5, 5, 5, 5, 5], [5, 5, 5, 5, 5, 5]))

    assert {(row.value, row.value_text) for row in view.rows} == {(None, NO_NUMBER)}
    assert set(readings(view)) == {"The totals are too close together to work it out."}
    assert view.judges[1].reading == (
        "Neither harsh nor lenient. Too few teams, or totals too alike, to compare with the "
        "other judges."
    )


def test_gaps_in_every_team_are_counted_where_a_number_needs_every_ballot(small: Setup) -> None:
    view = view_of(small, panel_of([1, 2, None], [3, None, 4], [None, 5, 6]))

    order, *_, match = readings(view)
    assert order == "It needs every ballot, and 3 of 9 are missing."
    assert match.startswith("1 means the same totals from every judge")


def test_one_missing_ballot_is_missing_in_the_singular(small: Setup) -> None:
    view = view_of(small, panel_of([1, 2], [3, None]))

    assert readings(view)[0] == "It needs every ballot, and 1 of 4 is missing."
    assert readings(view)[-1] == "It needs at least two teams that two judges have scored."


def test_before_any_ballot_there_is_nothing_to_tell(small: Setup) -> None:
    view = view_of(small, {})

    assert view.lead == "No ballot has been submitted yet."
    assert set(readings(view)) == {"It needs ballots from at least two judges."}
    assert {row.reading for row in view.judges} == {"No ballot submitted."}
    assert {row.ballots_text for row in view.judges} == {"0 of 6 teams"}


def test_one_team_is_told_to_be_too_few(small: Setup) -> None:
    view = view_of(small, panel_of([1], [2]))

    assert view.lead == "2 judges scored 1 team; 2 of 2 ballots are submitted."
    assert set(readings(view)) == {"It needs at least two teams with ballots."}


def test_one_ballot_is_in_in_the_singular(small: Setup) -> None:
    assert (
        view_of(small, panel_of([1])).lead == "1 judge scored 1 team; 1 of 1 ballot is submitted."
    )


def test_judges_without_a_team_in_common_are_not_compared(small: Setup) -> None:
    view = view_of(small, panel_of([1, None], [None, 2]))

    rows = {row.judge_id: row for row in view.judges}
    assert rows[JudgeId("J1")].severity_text == NO_NUMBER
    assert rows[JudgeId("J1")].reading.startswith("Scored too few of the same teams as others")


def _values(told: Json) -> dict[str, float | None]:
    statistics = told["statistics"]
    assert isinstance(statistics, list)
    return {one["key"]: one["value"] for one in statistics}


def test_programs_read_six_decimals_of_every_number(small: Setup) -> None:
    view = view_of(small, panel_of([1, 2, 4], [2, 2, 5]))
    told = json.loads(json.dumps(agreement_json(view)))

    assert _values(told) == {
        "kendall_w": 0.928571,
        "icc 1,1": 0.878788,
        "icc 2,1": 0.882353,
        "icc 3,1": 0.9375,
        "icc 1,k": 0.935484,
        "icc 2,k": 0.9375,
        "icc 3,k": 0.967742,
        "krippendorff_alpha interval": 0.852941,
        "krippendorff_alpha ordinal": 0.731183,
        "krippendorff_alpha nominal": 0.166667,
    }
    numbers = ("judge", "ballots", "mean", "severity", "spread", "correlation")
    assert [tuple(judge[key] for key in numbers) for judge in told["judges"]] == [
        ("J3", 0, None, None, None, None),
        ("J1", 3, 2.333333, -0.333333, 1.527525, 0.944911),
        ("J2", 3, 3.0, 0.333333, 1.732051, 0.944911),
    ]


def test_programs_read_null_and_why_where_there_is_no_number(small: Setup) -> None:
    told = agreement_json(view_of(small, panel_of([1, 2])))

    assert set(_values(told).values()) == {None}
    assert isinstance(told["statistics"], list)
    assert {one["reading"] for one in told["statistics"]} == {
        "It needs ballots from at least two judges."
    }


def test_programs_read_a_number_over_the_same_teams_as_people(
    setup: Setup, ballots: tuple[Ballot, ...]
) -> None:
    view = view_of(setup, totals(ballots, setup.rubric))
    told = agreement_json(view)

    assert isinstance(told["statistics"], list)
    of_people = {row.name: (row.value_text, row.teams) for row in (*view.rows, *view.others)}
    assert {
        one["name"]: (f"{one['value']:.2f}", one["teams"]) for one in told["statistics"]
    } == of_people
    assert of_people["Same order (Kendall’s W)"] == ("0.56", 3)
